"""All numbers of killed and hurt that one report tells, beside its toll: each may be that of the incident."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from reportedly.account.incidents.counting import INJURED, KILLED, MOST_WORDS, OUTCOMES
from reportedly.account.incidents.persons import Hurt
from reportedly.data import load_table
from reportedly.reading.reading import Figure, Outcome, Reading
from reportedly.report import Report, Span

TABLE = "account/incidents.toml"
HIT = frozenset({"shot", "affected"})
"""Relations of a figure that counts the dead and the hurt together."""
HEAD = 12
"""Sentences in which a report tells how many were hit in all."""
BODY = 24
"""Sentences in which it tells killed and hurt side by side."""


@dataclass(frozen=True, slots=True)
class Said:
    """A number of people of one fate, with the words for it; ``titled`` where the first sentence tells it."""

    outcome: Outcome
    value: int
    span: Span
    titled: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """How many were killed and how many hurt as one sentence tells both, with its words for either."""

    killed: int
    injured: int
    killed_by: tuple[Span, ...]
    injured_by: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report says of how many.

    Attributes:
        said: its figures of the killed and the hurt, in order.
        pairs: the killed and the hurt of one sentence each.
        hit: how many were hit in all, the hurt and the dead; None where it is not told.
        hit_by: the words for that.
        persons: those whom its first sentences tell of one by one.
        manifold: whether its title speaks of several deeds ("Two dead in weekend shootings").
    """

    said: tuple[Said, ...] = ()
    pairs: tuple[Pair, ...] = ()
    hit: int | None = None
    hit_by: Span | None = None
    persons: tuple[Hurt, ...] = ()
    manifold: bool = False

    def of(self, outcome: Outcome) -> list[Said]:
        """The figures of one fate."""
        return [each for each in self.said if each.outcome == outcome]

    def titled(self, outcome: Outcome) -> int:
        """How many of one fate the title tells of one by one; 0 where it gives a number of them."""
        if any(each.titled for each in self.of(outcome)):
            return 0
        return sum(person.titled and person.outcome == outcome for person in self.persons)

    def words(self, outcome: Outcome, tolls: tuple[int, int]) -> tuple[Span, ...]:
        """The words for one fate of a toll: its figures, else a sentence with both numbers, else how many were hit."""
        figures = tuple(each.span for each in self.of(outcome) if each.value == tolls[OUTCOMES.index(outcome)])
        pair = next((each for each in self.pairs if (each.killed, each.injured) == tolls), None)
        if figures or pair is None:
            whole = (self.hit_by,) if self.hit_by and self.hit == sum(tolls) else ()
            return figures[:MOST_WORDS] or whole
        return pair.killed_by if outcome == "killed" else pair.injured_by

    def without(self, fallen: Collection[Span]) -> Evidence:
        """What is left without words that somebody rejected."""
        hit = self.hit_by not in fallen
        return replace(
            self,
            said=tuple(each for each in self.said if each.span not in fallen),
            pairs=tuple(each for each in self.pairs if not set(fallen) & {*each.killed_by, *each.injured_by}),
            hit=self.hit if hit else None,
            hit_by=self.hit_by if hit else None,
        )


def gather_evidence(report: Report, reading: Reading) -> Evidence:
    """The numbers that a report tells."""
    counted = [figure for figure in reading.figures if figure.unit == "people" and figure.share_of is None]
    hit = next((figure for figure in counted if figure.relation in HIT and figure.sentence < HEAD), None)
    first = report.text[reading.sentences[0].start : reading.sentences[0].end] if reading.sentences else ""
    return Evidence(
        said=tuple(
            Said(outcome, int(figure.best), Span(figure.start, figure.end), figure.sentence == 0)
            for figure in counted
            for outcome, relations in zip(OUTCOMES, (KILLED, INJURED), strict=True)
            if figure.relation in relations
        ),
        pairs=_pairs(reading, counted),
        hit=int(hit.best) if hit else None,
        hit_by=Span(hit.start, hit.end) if hit else None,
        persons=tuple(
            Hurt(each.outcome, each.name, each.age, each.sentence == 0)
            for each in (reading.toll.casualties if reading.toll else ())
            if each.sentence < HEAD
        ),
        manifold=any(word in _several() for word in re.findall(r"\w+", first.lower())),
    )


def _pairs(reading: Reading, counted: Sequence[Figure]) -> tuple[Pair, ...]:
    """By figures where a sentence has one of that fate, else by the persons whom it tells of first."""
    told: dict[int, dict[Outcome, tuple[int, tuple[Span, ...]]]] = {}
    starts = [sentence.start for sentence in reading.sentences]
    single: dict[tuple[int, Outcome], list[Span]] = {}
    for person in reading.toll.casualties if reading.toll else ():
        at = bisect_right(starts, person.start) - 1
        single.setdefault((at, person.outcome), []).append(Span(person.start, person.end))
    for figure, (outcome, relations) in product(counted, zip(OUTCOMES, (KILLED, INJURED), strict=True)):
        if figure.relation in relations:
            found = told.setdefault(figure.sentence, {})
            found.setdefault(outcome, (int(figure.best), (Span(figure.start, figure.end),)))
    for (at, outcome), spans in single.items():
        told.setdefault(at, {}).setdefault(outcome, (len(spans), tuple(spans)))
    both = (found for at, found in sorted(told.items()) if at < BODY and len(found) == len(OUTCOMES))
    pairs = (Pair(found["killed"][0], found["injured"][0], found["killed"][1], found["injured"][1]) for found in both)
    return tuple(pair for pair in pairs if pair.killed and pair.injured)


@cache
def _several() -> frozenset[str]:
    """Words for several deeds."""
    return frozenset(load_table(TABLE)["several"]["words"])
