"""Which reports tell one unfolding thing.

Reports are compared by their words, names counted more, and by the persons and ages that they give (``vectors``). How
alike two must be grows with the days between them: what was written on one day about one place and one man is of one
story, while a month later much the same may be told of another. Pairs that are alike enough are joined, the surest
first, as long as the two growing stories are alike *on average*, for the days that lie between their middles: one
report that touches two stories does not fuse them.

A story of months is told from ever new sides: its reports are less and less alike, two by two, while all that was told
of it so far still is about the same places, people and things. So a large story is then compared *as a whole*, by the
cosine of the sums, with those that a pair leads to, and what is of one piece is made one, the most alike first.

Whether two reports are a pair depends on these two alone, and no word is left out for being frequent. So what one
report adds changes nothing between others, and a story can be gathered anew without looking at the rest (see
``growing``).

The numbers below were fitted to half of the incidents of the Gun Violence Archive reports, and so that a story that
unfolds over weeks stays one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from math import log, sqrt

from reportedly.account.vectors import TELLING, UNIT, Vector, inner, likeness, telling_of, vector_of
from reportedly.records import quicken
from reportedly.report import Report

__all__ = [
    "FARTHEST",
    "LEAST_SHARED",
    "TELLING",
    "Gathering",
    "Pair",
    "Vector",
    "gather_stories",
    "may_be_pair",
    "pairs_among",
    "pairs_of",
    "pile_up",
    "telling_of",
    "vector_of",
]

ALIKE = 0.13
"""Likeness from which two reports of one day are a pair."""
FIRST_DAYS = 0.04
"""What the days between them add to it, times the logarithm of one more: most in the first week."""
MONTH = 0.1
"""What a month adds beside that, evenly: a look back after two months must be almost the same text."""
UNDATED = 0.28
"""The likeness needed where a report has no day: it may be near to any."""
FARTHEST = 300
"""Days beyond which no two dated reports are a pair: an anniversary is another story."""
SLACK = 0.03
"""How much less than a pair two stories need on average."""
LENIENCE = 0.3
"""The part of a pair's surplus that is taken off what the two stories need on average."""
TOGETHER = 0.3
"""The cosine from which two stories are one as wholes, where they run at once; days between them add to it as above."""
LARGE = 20
"""Reports that one of the two must have: of fewer it is not known what all that is told of a story is about."""
PAUSE = 60
"""Days without a report after which two stories are not compared as wholes."""
SHARED = 0.06
"""The part of the likeness that the heaviest words of both must make for two reports to be compared in full."""
LEAST_SHARED = round(SHARED * UNIT**2)


@dataclass(frozen=True, slots=True)
class Gathering:
    """The reports of one story: ids in canonical order, the earliest first."""

    reports: tuple[str, ...]


@quicken
@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that are alike and near in time; ``product`` is the inner product of their vectors."""

    first: str
    second: str
    product: int


def gather_stories(
    reports: Sequence[Report], copies: Mapping[str, str], vectors: Mapping[str, Vector] | None = None
) -> tuple[Gathering, ...]:
    """The stories that the reports tell; every report belongs to exactly one.

    Args:
        reports: in canonical order, the earliest first.
        copies: from a report to the one that it repeats; the two are always of one story.
        vectors: of some of them, by report id, where known.
    """
    known = vectors or {}
    every = {report.id: known.get(report.id) or vector_of(report) for report in reports}
    days = {report.id: report.published for report in reports}
    return pile_up([report.id for report in reports], every, pairs_among(every, days), copies, days)


def pile_up(
    order: Sequence[str],
    vectors: Mapping[str, Vector],
    pairs: Sequence[Pair],
    copies: Mapping[str, str],
    days: Mapping[str, date | None],
) -> tuple[Gathering, ...]:
    """The stories that some pairs make, the one with the earliest report first.

    Args:
        order: ids of the reports in canonical order.
        vectors: by report id.
        pairs: between these reports, in any order.
        copies: from a report to the one that it repeats.
        days: of publication, by report id.
    """
    place = {report: number for number, report in enumerate(order)}
    piles = _Piles([vectors[report] for report in order], [days[report] for report in order])
    for copy, original in sorted(copies.items()):
        piles.join(place[original], place[copy])
    ranked = sorted((-_surplus(pair, days), *sorted((place[pair.first], place[pair.second]))) for pair in pairs)
    for surplus, first, second in ranked:
        if piles.are_one(first, second, -surplus / UNIT**2):
            piles.join(first, second)
    piles.draw_together((first, second) for _, first, second in ranked)
    return tuple(Gathering(tuple(order[number] for number in members)) for members in piles.all())


def _surplus(pair: Pair, days: Mapping[str, date | None]) -> int:
    """By how much two reports are more alike than their days ask for."""
    return pair.product - round(_needed(days[pair.first], days[pair.second]) * UNIT**2)


def pairs_among(vectors: Mapping[str, Vector], days: Mapping[str, date | None]) -> list[Pair]:
    """Every pair among some reports, given their vectors and their days of publication."""
    holders: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    found: list[Pair] = []
    for report, vector in vectors.items():
        telling = telling_of(vector)
        shared: defaultdict[str, int] = defaultdict(int)
        for word, weight in telling.items():
            for other, its_weight in holders[word]:
                shared[other] += weight * its_weight
            holders[word].append((report, weight))
        some = {
            other: vectors[other]
            for other, product in shared.items()
            if may_be_pair(product, days[report], days[other])
        }
        found += pairs_of(report, vector, some, days)
    return found


def pairs_of(
    report: str, vector: Vector, others: Mapping[str, Vector], days: Mapping[str, date | None]
) -> Iterator[Pair]:
    """The pairs that a report makes with some others that share enough of its heaviest words."""
    for other, its_vector in others.items():
        needed = _needed(days[report], days[other])
        if (product := inner(vector, its_vector)) >= needed * UNIT**2:
            yield Pair(report, other, product)


def may_be_pair(shared: int, first: date | None, second: date | None) -> bool:
    """Whether two reports are compared in full, by the inner product of their heaviest words and by their days."""
    return shared >= LEAST_SHARED and _needed(first, second) <= 1.0


def _needed(first: date | None, second: date | None) -> float:
    """How alike two reports must be, given their days of publication; above what any are, where those are too far."""
    if first is None or second is None:
        return UNDATED
    apart = abs((first - second).days)
    return _needed_after(apart) if apart <= FARTHEST else 2.0


def _needed_after(days: float) -> float:
    return ALIKE + _added_by(days)


def _added_by(days: float) -> float:
    """What the days between two reports, or two stories, add to the likeness that they need."""
    return FIRST_DAYS * log(1 + days) + MONTH * min(1.0, days / 30)


class _Piles:
    """Growing stories: who belongs to which, and the sums of each one's vectors and days."""

    def __init__(self, vectors: Sequence[Vector], days: Sequence[date | None]) -> None:
        self._pile = list(range(len(vectors)))
        self._members = {place: [place] for place in range(len(vectors))}
        self._sums: dict[int, dict[str, int]] = {place: dict(vector) for place, vector in enumerate(vectors)}
        self._squares: dict[int, int] = {}
        self._days = [day.toordinal() if day else None for day in days]

    def are_one(self, first: int, second: int, surplus: float) -> bool:
        """Whether the members of two stories are alike on average; False where they are one already.

        ``surplus`` is by how much the two reports that lead to them are more alike than they need be.
        """
        one, other = self._pile[first], self._pile[second]
        if one == other:
            return False
        if len(self._members[one]) == len(self._members[other]) == 1:
            return True
        mean = likeness(self._sums[one], self._sums[other]) / (len(self._members[one]) * len(self._members[other]))
        return mean >= self._needed(one, other) - SLACK - LENIENCE * surplus

    def _needed(self, one: int, other: int) -> float:
        middles = self._middle(one), self._middle(other)
        return UNDATED if None in middles else _needed_after(abs(middles[0] - middles[1]))  # type: ignore[operator]

    def _middle(self, pile: int) -> float | None:
        """The mean day of a story; None where none of its reports has one."""
        known = [day for place in self._members[pile] if (day := self._days[place]) is not None]
        return sum(known) / len(known) if known else None

    def join(self, first: int, second: int) -> None:
        """Make the two one; the story of the earlier report takes in the other."""
        one, other = sorted((self._pile[first], self._pile[second]))
        if one == other:
            return
        self._squares.pop(one, None)
        for word, weight in self._sums.pop(other).items():
            self._sums[one][word] = self._sums[one].get(word, 0) + weight
        for place in self._members[other]:
            self._pile[place] = one
        self._members[one] += self._members.pop(other)

    def draw_together(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Make one of stories that are alike as wholes and that a pair leads between, the most alike first."""
        near = self._neighbours(pairs)
        queue = [
            meeting
            for one, others in near.items()
            for other in others
            if one < other
            for meeting in self._meet(one, other)
        ]
        heapify(queue)
        while queue:
            _, one, other, size = heappop(queue)
            if self._size(one, other) != size:
                continue
            self.join(one, other)
            around = (near[one] | near.pop(other)) - {one, other}
            near[one] = around
            for third in around:
                near[third] = near[third] - {other} | {one}
                for meeting in self._meet(one, third):
                    heappush(queue, meeting)

    def _neighbours(self, pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
        """Each story with those that a pair leads to."""
        near: defaultdict[int, set[int]] = defaultdict(set)
        for first, second in pairs:
            one, other = self._pile[first], self._pile[second]
            if one != other:
                near[one].add(other)
                near[other].add(one)
        return dict(near)

    def _meet(self, first: int, second: int) -> Iterator[tuple[float, int, int, int]]:
        """Two stories, if they may be made one: the surest sort first; their size tells whether they grew since."""
        one, other = sorted((first, second))
        apart = self._pause(one, other)
        if apart <= PAUSE and max(len(self._members[one]), len(self._members[other])) >= LARGE:
            alike = inner(self._sums[one], self._sums[other]) / sqrt(self._square(one) * self._square(other))
            surplus = alike - TOGETHER - _added_by(apart)
            if surplus >= 0:
                yield -surplus, one, other, self._size(one, other)

    def _size(self, one: int, other: int) -> int:
        """How many reports two stories have; 0 where one of them is no more."""
        both = one in self._members and other in self._members
        return len(self._members[one]) + len(self._members[other]) if both else 0

    def _square(self, pile: int) -> int:
        """The inner product of a story's sum with itself."""
        if pile not in self._squares:
            self._squares[pile] = inner(self._sums[pile], self._sums[pile])
        return self._squares[pile]

    def _pause(self, one: int, other: int) -> int:
        """The days without a report between two stories; as many as may be where one of them has no day."""
        spans = [
            [day for place in self._members[pile] if (day := self._days[place]) is not None] for pile in (one, other)
        ]
        if not all(spans):
            return PAUSE
        return max(0, min(spans[0]) - max(spans[1]), min(spans[1]) - max(spans[0]))

    def all(self) -> list[list[int]]:
        """The members of each story in order; the story with the earliest report first."""
        return [sorted(members) for _, members in sorted(self._members.items())]
