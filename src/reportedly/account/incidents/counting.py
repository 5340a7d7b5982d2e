"""How many one report tells were killed and hurt, with the words that tell it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from reportedly.account.scope import population_of
from reportedly.reading.reading import Figure, Outcome, Reading
from reportedly.report import Span

KILLED = frozenset({"killed"})
INJURED = frozenset({"injured", "hospitalised", "critical", "shot"})
OUTCOMES: tuple[Outcome, ...] = ("killed", "injured")
DEEDS: Mapping[Outcome, frozenset[str]] = {
    "killed": frozenset({"killing", "death"}),
    "injured": frozenset({"injury", "shooting"}),
}
"""Types of events whose word tells by itself that somebody was killed, or hurt."""
LARGE = 100
"""Counts from here on are told by a figure, never person by person."""
HEAD = 12
"""Sentences of a report in which a large count is that of what it is about."""
ANYBODY = "people"
"""The population that is everybody."""
FIRST = 4
"""Sentences of a report that tell the toll in all."""
MOST_WORDS = 4
"""Spans that are kept for one count."""


@dataclass(frozen=True, slots=True)
class Count:
    """The killed and the injured of one report; ``killed_by`` and ``injured_by`` are the words that tell of them.

    ``numbered`` are the fates of which the report gives an exact number ("11 were hurt") and does not tell one by one.
    """

    killed: int
    injured: int
    killed_by: tuple[Span, ...]
    injured_by: tuple[Span, ...]
    numbered: frozenset[Outcome] = frozenset()


def count_toll(reading: Reading, *, by_number: bool = False) -> Count | None:
    """The toll of a report, large counts included; None where it tells of nobody who was killed or hurt.

    ``by_number``: reports of such an incident tell its toll as a number, and person by person only a part of it.
    """
    toll = reading.toll
    killed = _large(reading, KILLED) or (toll.killed if toll else 0)
    injured = _large(reading, INJURED) or (toll.injured if toll else 0)
    if by_number:
        killed, injured = (max(_number(reading, KILLED), killed), max(_number(reading, INJURED), injured))
    killed_by, injured_by = _words(reading, "killed", killed, KILLED), _words(reading, "injured", injured, INJURED)
    if not killed_by and not injured_by:
        return None
    numbered = {"killed": _is_exact(reading, killed, KILLED), "injured": _is_exact(reading, injured, INJURED)}
    return Count(
        killed if killed_by else 0,
        injured if injured_by else 0,
        killed_by,
        injured_by,
        frozenset(outcome for outcome in OUTCOMES if numbered[outcome]),
    )


def without(count: Count | None, fallen: Collection[Span]) -> Count | None:
    """The count as it stands without words that somebody rejected; None where nothing is left of it."""
    if count is None:
        return None
    killed_by = tuple(span for span in count.killed_by if span not in fallen)
    injured_by = tuple(span for span in count.injured_by if span not in fallen)
    if not killed_by and not injured_by:
        return None
    return replace(
        count,
        killed=count.killed if killed_by else 0,
        injured=count.injured if injured_by else 0,
        killed_by=killed_by,
        injured_by=injured_by,
    )


def _is_exact(reading: Reading, value: int, relations: Collection[str]) -> bool:
    return any(each.best == value and not each.approximate for each in _figures(reading, relations))


def _large(reading: Reading, relations: Collection[str]) -> int:
    """The first large count of people that the head of a report tells; 0 for none."""
    return next((int(each.best) for each in _figures(reading, relations) if _is_large(each)), 0)


def _number(reading: Reading, relations: Collection[str]) -> int:
    """The largest number of all people that the first sentences tell, else the first further down; 0 for none."""
    told = list(_figures(reading, relations))
    if relations == INJURED:  # "four men are in hospital" tells who still is, not how many were hurt
        told = list(filter(counts_anybody, told))
    exact = [each for each in told if not (each.approximate and each.high is None)]
    first = [int(each.best) for each in exact if each.sentence < FIRST]
    return max(first, default=next((int(each.best) for each in exact if each.sentence < HEAD), 0))


def counts_anybody(figure: Figure) -> bool:
    """Whether a figure counts people of any sort, rather than pilots or passengers."""
    words = figure.counted.split()
    return bool(words) and population_of(words[-1]) == ANYBODY


def _is_large(figure: Figure) -> bool:
    return figure.best >= LARGE and figure.sentence < HEAD


def _figures(reading: Reading, relations: Collection[str]) -> Iterator[Figure]:
    for figure in reading.figures:
        if figure.unit == "people" and figure.share_of is None and figure.relation in relations:
            yield figure


def _words(reading: Reading, outcome: Outcome, value: int, relations: Collection[str]) -> tuple[Span, ...]:
    """The figures of that value, else the single persons, else any figures of that fate, else the word for the deed
    ("double homicide"); none where nothing tells it.
    """
    if value == 0:
        return ()
    figures = list(_figures(reading, relations))
    exact = [Span(each.start, each.end) for each in figures if each.best == value]
    persons = reading.toll.casualties if reading.toll else ()
    single = [Span(each.start, each.end) for each in persons if each.outcome == outcome]
    told = exact or single or [Span(each.start, each.end) for each in figures if each.best < LARGE]
    deeds = [] if figures else list(_deeds(reading, outcome))[:1]  # "killed more than 1,000" tells of no single death
    return tuple((told or deeds)[:MOST_WORDS])


def _deeds(reading: Reading, outcome: Outcome) -> Iterator[Span]:
    return (Span(each.start, each.end) for each in reading.events if each.type in DEEDS[outcome])
