"""Who said what: spans by role, and whole attributions.

Sources, cues and contents are compared as sets of character spans, a set counting once in an article. ``exact``: the
two sets are
equal. ``overlap``: a set shares a character with any set of the other side (so precision and recall have counts of
their own).
Contents are paired one to one, greedily by falling intersection over union of characters, from one half on; a pair is
whole where
the sources overlap as well, or neither side has one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from evals.gold.polnear import Attribution, Parts
from evals.scoring.counting import Tally

HALF = 0.5
ROLES = ("source", "cue", "content")


@dataclass(slots=True)
class Overlap:
    """Counts where what is right differs seen from either side."""

    ours_right: int = 0
    gold_right: int = 0
    ours: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.ours_right / max(1, self.ours), self.gold_right / max(1, self.gold)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Counts:
    """Everything that is counted, added up over articles."""

    exact: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    overlap: dict[str, Overlap] = field(default_factory=lambda: {role: Overlap() for role in ROLES})
    content: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Attribution], ours: Sequence[Attribution]) -> list[tuple[int, int]]:
        """Count one article; gives the pairs of contents as (gold, ours)."""
        for role in ROLES:
            self._add_role(role, _sets(gold, role), _sets(ours, role))
        return self.add_whole(gold, ours)

    def add_whole(self, gold: Sequence[Attribution], ours: Sequence[Attribution]) -> list[tuple[int, int]]:
        """Count only pairs of contents and whole attributions."""
        paired = pairs(gold, ours)
        right = sum(same_source(gold[left], ours[right]) for left, right in paired)
        self.content.add(len(paired), len(ours), len(gold))
        self.whole.add(right, len(ours), len(gold))
        return paired

    def _add_role(self, role: str, gold: list[Parts], ours: list[Parts]) -> None:
        self.exact[role].add(len(set(gold) & set(ours)), len(ours), len(gold))
        theirs, mine = [characters(parts) for parts in gold], [characters(parts) for parts in ours]
        every_gold, every_our = set().union(*theirs), set().union(*mine)
        counts = self.overlap[role]
        counts.ours_right += sum(bool(each & every_gold) for each in mine)
        counts.gold_right += sum(bool(each & every_our) for each in theirs)
        counts.ours += len(ours)
        counts.gold += len(gold)

    def scores(self) -> dict[str, float]:
        """All F1 scores."""
        found = {f"{role}.exact": tally.f1 for role, tally in self.exact.items()}
        found |= {f"{role}.overlap": counts.f1 for role, counts in self.overlap.items()}
        return found | {"content.half": self.content.f1, "whole": self.whole.f1}


def _sets(items: Sequence[Attribution], role: str) -> list[Parts]:
    found: set[Parts] = {parts for item in items if (parts := getattr(item, role))}
    return sorted(found)


def characters(parts: Parts) -> set[int]:
    """All offsets of some spans."""
    return {offset for start, end in parts for offset in range(start, end)}


def pairs(gold: Sequence[Attribution], ours: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Pairs (gold, ours) of contents."""
    theirs, mine = [characters(item.content) for item in gold], [characters(item.content) for item in ours]
    rated: list[tuple[float, int, int]] = []
    for left, wanted in enumerate(theirs):
        for right, got in enumerate(mine):
            common = len(wanted & got)
            if common and common >= HALF * len(wanted | got):
                rated.append((-common / len(wanted | got), left, right))
    found: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, left, right in sorted(rated):
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            found.append((left, right))
    return found


def same_source(gold: Attribution, ours: Attribution) -> bool:
    """Whether the sources share a character, or both are missing."""
    if not gold.source or not ours.source:
        return not gold.source and not ours.source
    return bool(characters(gold.source) & characters(ours.source))
