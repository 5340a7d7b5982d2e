"""The timeline: what happened, by the day on which it did, as precisely as the reports say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.account.account import Account, TimelineEntry
from reportedly.reading.events.ontology import ontology
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.paging import Counted, Window, counted
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_days, shorten

Lane = Literal["actor", "place", "type"]
MOST_LANES = 12
MOST_MARKS = 2000
"""More marks than this cannot be told apart on any screen: those of most origins are drawn."""
TITLE = 110


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One thing that happened between two days (closed); ``precision`` is UCDP's: 1 a day, 2 two to six days,
    3 a week, 4 a month, 5 longer. ``number`` is its place in the whole timeline, from 0.
    """

    number: int
    earliest: date
    latest: date
    days: str
    precision: int
    headline: str
    origins: int
    families: tuple[str, ...]
    places: tuple[str, ...]
    actors: tuple[str, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines are wanted: of a type, at a place, with an actor, and those that touch the days from ``first`` to
    ``last`` (closed); None = any.
    """

    family: str | None = None
    place: str | None = None
    actor: str | None = None
    first: date | None = None
    last: date | None = None

    def fits(self, line: TimelineLine) -> bool:
        """Whether a line is one of them."""
        return (
            (self.family is None or self.family in line.families)
            and (self.place is None or self.place in line.places)
            and (self.actor is None or self.actor in line.actors)
            and (self.first is None or line.latest >= self.first)
            and (self.last is None or line.earliest <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of the chosen lines in order of their days; ``found`` = how many were chosen, ``total`` = of how many.

    ``families``, ``places`` and ``actors`` are what lines can be chosen by.
    """

    total: int
    found: int
    lines: tuple[TimelineLine, ...]
    families: tuple[Counted, ...]
    places: tuple[Counted, ...]
    actors: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class LaneMark:
    """A line of the timeline as it is drawn: its days (closed), its weight, its opening words."""

    number: int
    earliest: date
    latest: date
    origins: int
    title: str


@dataclass(frozen=True, slots=True)
class LaneRow:
    """The marks of one actor, place or type; ``name`` None = of any other, or of none."""

    name: str | None
    marks: tuple[LaneMark, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The chosen lines of a timeline in lanes, the fullest first; a line with two actors is in both of their lanes.

    ``left_out`` = so many marks with the fewest origins are not drawn.
    """

    lanes: tuple[LaneRow, ...]
    left_out: int


def timeline_lines(account: Account) -> tuple[TimelineLine, ...]:
    """Every line of a story's timeline."""
    shelf = Shelf(account)
    names = {key: entity.name for key, entity in shelf.entities.items()}
    return tuple(_line(number, entry, shelf, names) for number, entry in enumerate(account.timeline))


def timeline(lines: Sequence[TimelineLine], choice: Choice, window: Window) -> Timeline:
    """A page of the lines that fit a choice."""
    chosen = [line for line in lines if choice.fits(line)]
    return Timeline(
        total=len(lines),
        found=len(chosen),
        lines=window.of(chosen),
        families=counted(name for line in lines for name in line.families),
        places=counted(name for line in lines for name in line.places),
        actors=counted(name for line in lines for name in line.actors),
    )


def lanes(lines: Sequence[TimelineLine], choice: Choice, by: Lane) -> Lanes:
    """The lines that fit a choice, in lanes."""
    chosen = [line for line in lines if choice.fits(line)]
    drawn = sorted(chosen, key=lambda line: -line.origins)[:MOST_MARKS]
    drawn.sort(key=lambda line: line.number)
    kept = {each.name for each in counted(name for line in drawn for name in _lanes_of(line, by))[:MOST_LANES]}
    rows: defaultdict[str | None, list[LaneMark]] = defaultdict(list)
    for line in drawn:
        own: list[str | None] = [each for each in _lanes_of(line, by) if each in kept]
        for name in own or [None]:
            rows[name].append(_mark(line))
    ordered = sorted(rows.items(), key=lambda row: (row[0] is None, -len(row[1]), row[0] or ""))
    return Lanes(tuple(LaneRow(name, tuple(marks)) for name, marks in ordered), len(chosen) - len(drawn))


def _lanes_of(line: TimelineLine, by: Lane) -> tuple[str, ...]:
    return {"actor": line.actors, "place": line.places, "type": line.families}[by]


def _mark(line: TimelineLine) -> LaneMark:
    return LaneMark(line.number, line.earliest, line.latest, line.origins, shorten(line.headline, TITLE))


def _line(number: int, entry: TimelineEntry, shelf: Shelf, names: dict[str, str]) -> TimelineLine:
    events = [shelf.events[key] for key in entry.events if key in shelf.events]
    types = ontology().types
    return TimelineLine(
        number=number,
        earliest=entry.date_earliest,
        latest=entry.date_latest,
        days=say_days(entry.date_earliest, entry.date_latest),
        precision=entry.precision,
        headline=entry.headline,
        origins=entry.independent_origins,
        families=_once(types[event.type].family for event in events if event.type in types),
        places=_once(names[event.place] for event in events if event.place in names),
        actors=_once(names[key] for event in events for key in event.actors if key in names),
        citations=cite(entry.citations, shelf),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
