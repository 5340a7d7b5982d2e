"""Which reports repeat one another's text, wholly or in part.

Reports are compared as sets of five-word shingles (Broder 1997) by containment: the share of the shorter one's
shingles that stand in the other. Which reports are compared at all is seen from a sample of their shingles, those
with the lowest hashes (modulo sampling, Broder 1997): it is the same sample wherever a passage stands, so two reports
with a quarter in common share some of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from reportedly.records import quicken
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
SAMPLED = 2**32 // 8
"""Hashes below this are in the sample of a report: every eighth shingle."""
LEAST_SAMPLE = 16
"""So many shingles of a short report are in its sample."""
MEETING = 2
"""Shingles that the samples of two reports must have in common."""
Shingle = tuple[str, ...]
WORD = re.compile(r"[^\W_]+")


@quicken
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
    return frozenset(zip(*(words[at:] for at in range(SIZE)), strict=False))


def sample_of(text: str) -> frozenset[int]:
    """Hashes of some of the shingles of a text, by which it is found; 32 bits each, the same in every process."""
    hashes = sorted({crc32(" ".join(shingle).encode()) for shingle in shingles(text)})
    return frozenset(number for place, number in enumerate(hashes) if number < SAMPLED or place < LEAST_SAMPLE)


def find_overlaps(
    reports: Sequence[Report], samples: Mapping[str, frozenset[int]] | None = None
) -> tuple[Overlap, ...]:
    """The pairs of reports that share at least ``PART`` of the shorter one's text.

    Args:
        reports: in canonical order, the earliest first.
        samples: of some of their texts, by report id, where known.
    """
    known = samples or {}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for hashed in known.get(report.id) or sample_of(report.text):
            holders[hashed].append(number)
    met = Counter(pair for numbers in holders.values() if 1 < len(numbers) <= CROWD for pair in _pairs(numbers))
    return compare(
        [(reports[first], reports[second]) for (first, second), times in sorted(met.items()) if times >= MEETING]
    )


def compare(pairs: Collection[tuple[Report, Report]]) -> tuple[Overlap, ...]:
    """The overlaps among some pairs of reports, the earlier one of each first."""
    texts = {report.id: report.text for pair in pairs for report in pair}
    bags = {key: shingles(text) for key, text in texts.items()}
    found = (_overlap(first.id, second.id, bags) for first, second in pairs)
    return tuple(overlap for overlap in found if overlap.shared >= FEWEST and overlap.containment >= PART)


def _pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((first, second) for at, first in enumerate(numbers) for second in numbers[at + 1 :])


def _overlap(first: str, second: str, bags: Mapping[str, frozenset[Shingle]]) -> Overlap:
    shared = len(bags[first] & bags[second])
    return Overlap(
        earlier=first,
        later=second,
        shared=shared,
        of_earlier=shared / max(1, len(bags[first])),
        of_later=shared / max(1, len(bags[second])),
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
