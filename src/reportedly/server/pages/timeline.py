"""The timeline: what happened, by the day on which it did, as precisely as the reports say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account, TimelineEntry
from reportedly.reading.events.ontology import ontology
from reportedly.server.pages.citing import Cited, cite
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_days


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One thing that happened between two days (closed); ``precision`` is UCDP's: 1 a day, 2 two to six days,
    3 a week, 4 a month, 5 longer.
    """

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
class Timeline:
    """The lines in order of their days."""

    lines: tuple[TimelineLine, ...]


def timeline(account: Account) -> Timeline:
    """The timeline of a story."""
    shelf = Shelf(account)
    return Timeline(tuple(_line(entry, shelf) for entry in account.timeline))


def _line(entry: TimelineEntry, shelf: Shelf) -> TimelineLine:
    events = [shelf.events[key] for key in entry.events if key in shelf.events]
    names = {key: entity.name for key, entity in shelf.entities.items()}
    types = ontology().types
    return TimelineLine(
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
