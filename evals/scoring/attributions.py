"""Who said what: spans by role, and whole attributions.

Sources, cues and contents are compared as sets of character spans, a set counting once in an article. ``exact``: the
two sets are equal. ``overlap``: a set shares a character with any set of the other side (so precision and recall have
counts of their own). Contents are paired one to one, greedily by falling intersection over union of characters, from
one half on; a pair is whole where the sources overlap as well, or neither side has one. Attributions of speech (a cue
of saying) and of attitude are paired once more among themselves; ``direct`` is the share of the gold's direct
quotations that are paired.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evals.gold.polnear import Attribution, Parts
from evals.scoring.counting import Tally
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.sentences import lemma_of

HALF = 0.5
ROLES = ("source", "cue", "content")
MANNERS = ("speech", "attitude")
DIRECT = re.compile(r"(?:[\"“«]|'').*(?:[\"”»]|'')", re.DOTALL)


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
class Pairing:
    """Pairs of contents: how many there are, and how many have their source as well."""

    content: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)

    def add(self, gold: Sequence[Attribution], ours: Sequence[Attribution]) -> list[tuple[int, int]]:
        """Count one article; gives the pairs as (gold, ours)."""
        paired = pairs(gold, ours)
        right = sum(same_source(gold[left], ours[right]) for left, right in paired)
        self.content.add(len(paired), len(ours), len(gold))
        self.whole.add(right, len(ours), len(gold))
        return paired


@dataclass(slots=True)
class Counts:
    """Everything that is counted, added up over articles."""

    exact: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    overlap: dict[str, Overlap] = field(default_factory=lambda: {role: Overlap() for role in ROLES})
    all: Pairing = field(default_factory=Pairing)
    manners: dict[str, Pairing] = field(default_factory=lambda: {manner: Pairing() for manner in MANNERS})
    direct: Tally = field(default_factory=Tally)

    def add(self, text: str, gold: Sequence[Attribution], ours: Sequence[Attribution]) -> list[tuple[int, int]]:
        """Count one article; gives the pairs of contents as (gold, ours)."""
        for role in ROLES:
            self._add_role(role, _sets(gold, role), _sets(ours, role))
        for manner, pairing in self.manners.items():
            speech = manner == "speech"
            pairing.add(with_cue(gold, text, speech=speech), with_cue(ours, text, speech=speech))
        paired = self.all.add(gold, ours)
        found = {left for left, _ in paired}
        direct = [at for at, item in enumerate(gold) if is_direct(item, text)]
        self.direct.add(len(found.intersection(direct)), 0, len(direct))
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
        """All F1 scores, and the recall of direct quotations."""
        found = {f"{role}_exact": tally.f1 for role, tally in self.exact.items()}
        found |= {f"{role}_overlap": counts.f1 for role, counts in self.overlap.items()}
        found |= {"content": self.all.content.f1, "whole": self.all.whole.f1, "direct_recall": self.direct.recall}
        for manner, pairing in self.manners.items():
            found |= {f"{manner}_content": pairing.content.f1, f"{manner}_whole": pairing.whole.f1}
        return found


def _sets(items: Sequence[Attribution], role: str) -> list[Parts]:
    found: set[Parts] = {parts for item in items if (parts := getattr(item, role))}
    return sorted(found)


def with_cue(items: Iterable[Attribution], text: str, *, speech: bool) -> list[Attribution]:
    """Those whose cue is one of speech, or those whose cue is none."""
    return [item for item in items if is_speech(shown(item.cue, text)) == speech]


def is_speech(cue: str) -> bool:
    """Whether a cue has a verb of saying (``say`` and ``tell`` in ``data/attribution.toml``), or is "according to" or
    a colon.
    """
    words = re.findall(r"[\w-]+", cue.lower())
    verbs = lexicon().verbs
    return "according" in words or cue == ":" or any(verbs.get(lemma_of(word)) in {"say", "tell"} for word in words)


def is_direct(item: Attribution, text: str) -> bool:
    """Whether a content begins and ends with quotation marks."""
    return DIRECT.fullmatch(shown(item.content, text, " ")) is not None


def shown(parts: Parts, text: str, joint: str = " … ") -> str:
    """The words of some spans."""
    return joint.join(text[start:end] for start, end in parts)


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


def wrong(
    text: str, gold: Sequence[Attribution], ours: Sequence[Attribution], paired: Sequence[tuple[int, int]]
) -> list[str]:
    """A line for each attribution that only one side has, or whose source differs."""
    partner, used = dict(paired), {right for _, right in paired}
    lines: list[str] = []
    for at, item in enumerate(gold):
        if at not in partner:
            lines.append(f"missed    {_line(text, item)}{_rival(text, item, ours)}")
        elif not same_source(item, ours[partner[at]]):
            lines.append(f"source    {_line(text, item)}  → {_flat(ours[partner[at]].source, text)}")
    lines += [f"invented  {_line(text, item)}" for at, item in enumerate(ours) if at not in used]
    return lines


def _rival(text: str, item: Attribution, ours: Sequence[Attribution]) -> str:
    """What we have at the cue of an attribution that we missed."""
    cue, content = characters(item.cue), characters(item.content)
    rival = next((each for each in ours if cue & characters(each.cue) and content & characters(each.content)), None)
    return f"\n     ours  {_line(text, rival)}" if rival else ""


def _line(text: str, item: Attribution) -> str:
    manner = "speech" if is_speech(shown(item.cue, text)) else "other"
    return f"{manner:6} {' | '.join(_flat(parts, text) for parts in (item.source, item.cue, item.content))}"


def _flat(parts: Parts, text: str) -> str:
    return shown(parts, text).replace("\n", "¶") or "-"
