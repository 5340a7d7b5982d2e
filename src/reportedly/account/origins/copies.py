"""Which reports repeat one another's text, wholly or in part.

Reports are compared as sets of five-word shingles (Broder 1997) by containment: the share of the shorter one's
shingles that stand in the other. Pairs come from an inverted index, so that only reports with words in common are
ever compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.report import Report

SIZE = 5
WHOLE = 0.6
"""Containment from which one report is a copy of the other."""
PART = 0.25
"""Containment from which two reports are said to share passages."""
BOTH = 0.3
"""Share of the longer report that a copy must repeat: a long report that takes in a short flash is no copy of it."""
FEWEST = 8
"""Shared shingles below which nothing is said: a quotation in common is no copied report."""
CROWD = 60
"""A shingle in more reports than this is furniture ("sign up for our newsletter") and leads to no pair."""
Shingle = tuple[str, ...]
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two reports that share text; ``earlier``/``later`` are report ids, the shares are of each one's shingles."""

    earlier: str
    later: str
    shared: int
    of_earlier: float
    of_later: float

    @property
    def containment(self) -> float:
        """The share of the shorter report that the two have in common."""
        return max(self.of_earlier, self.of_later)


@dataclass(frozen=True, slots=True)
class Copy:
    """``report`` repeats ``original``; ``share`` of its word sequences stand there."""

    report: str
    original: str
    share: float


def shingles(text: str) -> frozenset[Shingle]:
    """The five-word sequences of a text, without regard to case and marks."""
    words = WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1))


def find_overlaps(reports: Sequence[Report]) -> tuple[Overlap, ...]:
    """The pairs of reports that share at least ``PART`` of the shorter one's text.

    Args:
        reports: in canonical order, the earliest first.
    """
    bags = [shingles(report.text) for report in reports]
    return tuple(
        overlap
        for (first, second), shared in sorted(_shared(bags).items())
        if shared >= FEWEST and (overlap := _overlap(reports, bags, first, second, shared)).containment >= PART
    )


def _shared(bags: Sequence[frozenset[Shingle]]) -> Counter[tuple[int, int]]:
    """How many shingles each pair of reports has in common."""
    holders: defaultdict[Shingle, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for shingle in bag:
            holders[shingle].append(number)
    return Counter(pair for numbers in holders.values() if 1 < len(numbers) <= CROWD for pair in _pairs(numbers))


def _pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((first, second) for at, first in enumerate(numbers) for second in numbers[at + 1 :])


def _overlap(
    reports: Sequence[Report], bags: Sequence[frozenset[Shingle]], first: int, second: int, shared: int
) -> Overlap:
    return Overlap(
        earlier=reports[first].id,
        later=reports[second].id,
        shared=shared,
        of_earlier=shared / len(bags[first]),
        of_later=shared / len(bags[second]),
    )


def find_copies(overlaps: Sequence[Overlap]) -> Mapping[str, Copy]:
    """For each report that repeats an earlier one as a whole, the first of those that it repeats.

    Args:
        overlaps: as ``find_overlaps`` gives them; the earliest reports come first.
    """
    copies: dict[str, Copy] = {}
    for overlap in overlaps:
        whole = overlap.containment >= WHOLE and min(overlap.of_earlier, overlap.of_later) >= BOTH
        if whole and overlap.later not in copies:
            root = copies[overlap.earlier].original if overlap.earlier in copies else overlap.earlier
            copies[overlap.later] = Copy(overlap.later, root, overlap.containment)
    return copies
