"""The incidents of a story: what it was, where and when, how many it killed and hurt, and which reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.account.account import Account, Incident, IncidentToll
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.paging import Window
from reportedly.telling.shelf import Shelf
from reportedly.telling.struck import in_order, name_of
from reportedly.telling.wording import say_days

MOST_CITED, MOST_VALUES, MOST_PEOPLE = 8, 8, 12


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, or hurt: the value that holds (None = nobody tells any), and the values told on the way to
    it, the last of them where they are very many. ``citations`` lead to the words that tell the value that holds.
    """

    best: int | None
    values: tuple[int, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident; ``name`` says what it was and where, ``days`` when (None = not known)."""

    id: str
    name: str
    days: str | None
    people: tuple[str, ...]
    killed: Toll
    injured: Toll
    origins: int
    reports: int
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Incidents:
    """A page of the incidents of a story, in order of their days; ``found`` in all."""

    found: int
    incidents: tuple[IncidentLine, ...]


def incident_lines(account: Account) -> tuple[IncidentLine, ...]:
    """Every incident of a story."""
    shelf = Shelf(account)
    return tuple(_line(row, shelf) for row in in_order(account.incidents))


def incidents(lines: tuple[IncidentLine, ...], window: Window) -> Incidents:
    """A page of them."""
    return Incidents(len(lines), window.of(lines))


def _line(row: Incident, shelf: Shelf) -> IncidentLine:
    named = (shelf.entities[each].name for each in row.people if each in shelf.entities)
    return IncidentLine(
        id=row.id,
        name=name_of(row, shelf, dated=False),
        days=say_days(row.earliest, row.latest) if row.earliest and row.latest else None,
        people=tuple(dict.fromkeys(named))[:MOST_PEOPLE],
        killed=_toll(row.killed, shelf),
        injured=_toll(row.injured, shelf),
        origins=row.independent_origins,
        reports=len(row.reports),
        citations=cite(row.citations, shelf)[:MOST_CITED],
    )


def _toll(toll: IncidentToll, shelf: Shelf) -> Toll:
    told = [point for point in toll.points if point.spans]
    holding = (span for point in told if point.best == toll.best for span in point.spans)
    return Toll(
        best=toll.best if told else None,
        values=tuple(_steps(point.best for point in told))[-MOST_VALUES:],
        citations=cite(holding, shelf)[:MOST_CITED],
    )


def _steps(values: Iterable[int]) -> Iterable[int]:
    """The values without those that only repeat the one before: 3, 3, 5, 5, 4 as 3, 5, 4."""
    former: int | None = None
    for value in values:
        if value != former:
            yield value
        former = value
