"""What a time expression means, and what a maker may know when it gives that meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from reportedly.reading.reading import TimexType
from reportedly.reading.times.grammar import Match
from reportedly.reading.times.order import Order
from reportedly.reading.times.periods import UNKNOWN, Period, Unit, part_of
from reportedly.reading.times.tense import Direction
from reportedly.records import quicken

Told = Literal["day", "night", "quarter", "period", "spoken"]
MODS = {"BEFORE": "START", "AFTER": "END"}
"""TIMEX3 has no modifier of its own for "earlier this week" and "later today": TimeBank writes START and END."""
MEMORY = 3
"""For how many sentences a quarter, or a day of speech, stays the one that is meant."""


@quicken
@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value and modifier of TIMEX3, and the closed interval of days; later words may refer to ``period``."""

    type: TimexType
    value: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    period: Period | None = None


SPANS = frozenset({"P6M", "P9M"})
"""Lengths that results are told of instead of a quarter: "in the first nine months" a year earlier is no quarter."""


@dataclass(slots=True)
class Telling:
    """What a report has told last of each kind ("day", "night", …), with the number of the sentence that told it.

    ``order`` says what comes first in its numeric dates. In a ``narrative`` days count from what was told last, not
    from publication.
    """

    published: date | None
    narrative: bool = False
    order: Order | None = None
    sentence: int = 0
    told: dict[Told, tuple[Period, int]] = field(default_factory=dict)

    def remember(self, meaning: Meaning, spoken: bool = False) -> None:
        """Keeps what later expressions may refer back to; ``spoken`` = the day is that of somebody's words."""
        period = meaning.period
        if meaning.value in SPANS:
            self.told.pop("quarter", None)
        if period is None:
            return
        names: list[Told] = ["period"]
        if period.unit == "quarter":
            names.append("quarter")
        if period.unit == "day":
            names += ["day", "spoken"] if spoken else ["day"]
        self.told.pop("night", None)
        if meaning.value.endswith("TNI"):
            names.append("night")
        self.told.update(dict.fromkeys(names, (period, self.sentence)))

    def last(self, name: Told, within: int | None = None) -> Period | None:
        """What was told last of a kind; with ``within``, only if that was at most so many sentences ago."""
        period, sentence = self.told.get(name, (None, self.sentence))
        return period if within is None or self.sentence - sentence <= within else None


@quicken
@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: in which report and clause, and beside which day.

    ``near`` is the day that the sentence itself names nearest to the expression, None where it names none; ``quoted``
    whether the expression stands inside a quotation.
    """

    telling: Telling
    direction: Callable[[], Direction]
    near: Period | None = None
    quoted: bool = False

    @property
    def published(self) -> date | None:
        """The day to count from: that of publication, in a narrative the first day of what was told last."""
        told = self.telling.last("period") if self.telling.narrative else None
        return told.first if told else self.telling.published

    @property
    def spoken(self) -> date | None:
        """Today: in a quotation the day on which its words were said, if that was told shortly before."""
        said = self.telling.last("spoken", MEMORY) if self.quoted else None
        return said.first if said else self.published


Maker = Callable[[Match, Setting], Meaning | None]


def dated(period: Period, edge: str | None = None, published: date | None = None) -> Meaning:
    """A DATE; ``edge`` is START, MID, END, or BEFORE and AFTER, which split the period at the publication."""
    earliest, latest = part_of(period, edge)
    if edge == "BEFORE" and published and period.unit != "day" and period.first < published <= period.last:
        latest = published - timedelta(days=1)
    if edge == "AFTER" and published and period.unit != "day" and period.first <= published < period.last:
        earliest = published + timedelta(days=1)
    return Meaning("DATE", period.value, MODS.get(edge or "", edge), earliest, latest, period)


def aside(meaning: Meaning) -> Meaning:
    """A meaning that nothing later refers back to."""
    return Meaning(meaning.type, meaning.value, meaning.mod, meaning.earliest, meaning.latest)


def unanchored(unit: Unit, edge: str | None = None, value: str | None = None) -> Meaning:
    """A DATE that nothing anchors: a relative expression in an undated report."""
    return Meaning("DATE", value or UNKNOWN[unit], MODS.get(edge or "", edge))


def timed(day: Period | None, part: str, edge: str | None = None) -> Meaning:
    """A TIME on a day (None: an unknown one); ``part`` is a part of the day ("EV") or a clock time ("21:45")."""
    value = f"{day.value if day else UNKNOWN['day']}T{part}"
    mod = MODS.get(edge or "", edge)
    return Meaning("TIME", value, mod, day.first, day.last, day) if day else Meaning("TIME", value, mod)
