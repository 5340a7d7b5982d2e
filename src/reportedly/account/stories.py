"""Which reports tell one unfolding thing.

Reports become sparse vectors of their words (sublinear term frequency times a fixed weight per word, names counted
more). Pairs that are alike and near in time are joined from the most alike downward, as long as the two growing
stories are alike *on average* (group-average linkage): one report that touches two stories does not fuse them.

Whether two reports are a pair depends on these two alone: the weights are a table, not counts of the collection, and
no word is left out for being frequent. So what one report adds changes nothing between others, and a story can be
gathered anew without looking at the rest (see ``growing``). Weights are whole numbers: sums of them are the same in
whatever order they are made.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log, sqrt

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.sentences import lemma_of
from reportedly.report import Report

TABLE = "account/words.toml"
WINDOW = 21
"""Days between two reports of a story that are next to each other in time."""
ALIKE = 0.2
"""Cosine from which two reports are a pair to start from."""
PER_DAY = 0.008
"""What a day beyond the window adds to the cosine needed: a look back after two months must be almost the same text."""
FARTHEST = WINDOW + int((1 - ALIKE) / PER_DAY)
"""Days beyond which no two dated reports are a pair, since no cosine is large enough."""
ON_AVERAGE = 0.13
"""Mean cosine between the reports of two stories from which they are one."""
LEADING = 4000
"""Characters of a report that are compared: news says first what it is about."""
TELLING = 40
"""Heaviest words per report that lead to candidate pairs."""
SHARE = 0.3
"""The share of the cosine needed that the heaviest words of both must make for two reports to be compared in full."""
NAME_WEIGHT = 1.6
TITLE_WEIGHT = 2
UNIT = 1 << 24
"""The length of a vector; its weights are whole numbers."""
WORD = re.compile(r"[^\W\d_]+")

Vector = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Gathering:
    """The reports of one story: ids in canonical order, the earliest first."""

    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that are alike and near in time; ``product`` is the inner product of their vectors."""

    first: str
    second: str
    product: int


def gather_stories(reports: Sequence[Report], copies: Mapping[str, str]) -> tuple[Gathering, ...]:
    """The stories that the reports tell; every report belongs to exactly one.

    Args:
        reports: in canonical order, the earliest first.
        copies: from a report to the one that it repeats; the two are always of one story.
    """
    vectors = {report.id: vector_of(report) for report in reports}
    days = {report.id: report.published for report in reports}
    return pile_up([report.id for report in reports], vectors, pairs_among(vectors, days), copies)


def pile_up(
    order: Sequence[str], vectors: Mapping[str, Vector], pairs: Sequence[Pair], copies: Mapping[str, str]
) -> tuple[Gathering, ...]:
    """The stories that some pairs make, the one with the earliest report first.

    Args:
        order: ids of the reports in canonical order.
        vectors: by report id.
        pairs: between these reports, in any order.
        copies: from a report to the one that it repeats.
    """
    place = {report: number for number, report in enumerate(order)}
    piles = _Piles([vectors[report] for report in order])
    for copy, original in sorted(copies.items()):
        piles.join(place[original], place[copy])
    ranked = sorted((-pair.product, *sorted((place[pair.first], place[pair.second]))) for pair in pairs)
    for _, first, second in ranked:
        if piles.likeness(first, second) >= ON_AVERAGE:
            piles.join(first, second)
    return tuple(Gathering(tuple(order[number] for number in members)) for members in piles.all())


def vector_of(report: Report) -> Vector:
    """The words of a report with their weights; the vector has the length ``UNIT`` (or is empty)."""
    counts: Counter[str] = Counter()
    for word, weight in _weighted_words(report):
        counts[word] += weight  # type: ignore[assignment]  # Counter adds floats as well as integers
    weights = {
        word: (1 + log(max(count, 1))) * count_weight
        for word, count in counts.items()
        if (count_weight := weight_of(word))
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: round(UNIT * weight / length) for word, weight in sorted(weights.items())}


def telling_of(vector: Vector) -> Vector:
    """The heaviest words of a report, by which others are found that may be alike."""
    return {word: vector[word] for word in sorted(vector, key=lambda word: (-vector[word], word))[:TELLING]}


def _weighted_words(report: Report) -> Iterator[tuple[str, float]]:
    """Lemmas of title and text; capitalised words inside a sentence count more, for they are mostly names."""
    text = report.text[:LEADING]
    for match in WORD.finditer(text):
        inside = match.start() > 1 and text[match.start() - 2 : match.start()] not in {". ", "\n\n", "? ", "! "}
        yield lemma_of(match.group().lower()), NAME_WEIGHT if inside and match.group()[0].isupper() else 1.0
    for word in WORD.findall(report.title or ""):
        yield lemma_of(word.lower()), TITLE_WEIGHT


def weight_of(lemma: str) -> float:
    """How telling a word is; 0 for words that stand in every text, and for single letters."""
    return 0.0 if len(lemma) < 2 else _weights().get(lemma, _rare())


@cache
def _weights() -> dict[str, float]:
    """The table of word weights.

    Raises:
        TableError: a word stands in two bands.
    """
    weights: dict[str, float] = {}
    for band in load_table(TABLE)["band"]:
        for word in band["words"]:
            if word in weights:
                raise TableError(TABLE, f"{word} stands in two bands")
            weights[word] = float(band["weight"])
    return weights


@cache
def _rare() -> float:
    return float(load_table(TABLE)["rare"])


def inner(first: Vector, second: Vector) -> int:
    """The inner product of two vectors."""
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    return sum(weight * large.get(word, 0) for word, weight in small.items())


def cosine(first: Vector, second: Vector) -> float:
    """The cosine of two vectors of length ``UNIT``."""
    return inner(first, second) / UNIT**2


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
        if needed <= 1 and (product := inner(vector, its_vector)) >= needed * UNIT**2:
            yield Pair(report, other, product)


LEAST_SHARED = round(SHARE * ALIKE * UNIT**2)


def may_be_pair(shared: int, first: date | None, second: date | None) -> bool:
    """Whether two reports are compared in full, by the inner product of their heaviest words and by their days."""
    return shared >= SHARE * _needed(first, second) * UNIT**2


def _needed(first: date | None, second: date | None) -> float:
    """The cosine that two reports need, given their days of publication; an undated report is near to all."""
    if first is None or second is None:
        return ALIKE
    return ALIKE + PER_DAY * max(0, abs((first - second).days) - WINDOW)


class _Piles:
    """Growing stories: who belongs to which, and the sum of each one's vectors."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._pile = list(range(len(vectors)))
        self._members = {place: [place] for place in range(len(vectors))}
        self._sums: dict[int, dict[str, int]] = {place: dict(vector) for place, vector in enumerate(vectors)}

    def likeness(self, first: int, second: int) -> float:
        """The mean cosine between the members of the two stories; 0 where they are one already."""
        one, other = self._pile[first], self._pile[second]
        if one == other:
            return 0.0
        return cosine(self._sums[one], self._sums[other]) / (len(self._members[one]) * len(self._members[other]))

    def join(self, first: int, second: int) -> None:
        """Make the two one; the story of the earlier report takes in the other."""
        one, other = sorted((self._pile[first], self._pile[second]))
        if one == other:
            return
        for word, weight in self._sums.pop(other).items():
            self._sums[one][word] = self._sums[one].get(word, 0) + weight
        for place in self._members[other]:
            self._pile[place] = one
        self._members[one] += self._members.pop(other)

    def all(self) -> list[list[int]]:
        """The members of each story in order; the story with the earliest report first."""
        return [sorted(members) for _, members in sorted(self._members.items())]
