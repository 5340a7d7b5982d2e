"""Tellings of one event and what they say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from reportedly.account.bonds import NEITHER, Sides
from reportedly.account.events.telling import Telling


class Days:
    """The days that all tellings taken have in common; undated ones fit all."""

    def __init__(self) -> None:
        self.last_start: date | None = None
        self.first_end: date | None = None

    def take(self, telling: Telling) -> None:
        """Add a telling."""
        self.last_start = max((day for day in (self.last_start, telling.earliest) if day), default=None)
        self.first_end = min((day for day in (self.first_end, telling.latest) if day), default=None)

    def meet(self, telling: Telling) -> bool:
        """Whether the days of the telling overlap with those of each telling taken."""
        begins = not (self.first_end and telling.earliest) or telling.earliest <= self.first_end
        ends = not (self.last_start and telling.latest) or self.last_start <= telling.latest
        return begins and ends


class Group:
    """Tellings found to be of one event so far, and what they say together: no question goes back to each of them.

    ``sites`` are the places that the sentences of the tellings name, ``starts`` where each report tells of it.
    """

    def __init__(self, number: int, parties: Mapping[str, str]) -> None:
        self.number = number
        self.parties = parties
        self.tellings: list[Telling] = []
        self.starts: dict[str, list[int]] = {}
        self.keys: set[tuple[str, ...]] = set()
        self.predicates: dict[str, None] = {}
        self.types: set[str] = set()
        self.places: set[str] = set()
        self.sites: set[str] = set()
        self.actors: set[str] = set()
        self.recipients: set[str] = set()
        self.days = Days()
        self.sides: Sides = NEITHER

    def take(self, telling: Telling) -> None:
        """Add a telling."""
        self.tellings.append(telling)
        self.starts.setdefault(telling.report, []).append(telling.start)
        self.predicates[telling.predicate] = None
        self.types.add(telling.type)
        self.places |= {telling.place} if telling.place else set()
        self.sites |= {telling.place} if telling.place and telling.placed else set()
        self.actors |= self.known_as(telling.actors)
        self.recipients |= self.known_as(telling.recipients)
        self.days.take(telling)

    def known_as(self, entities: Iterable[str]) -> set[str]:
        """The entities as they are compared."""
        return {self.parties.get(key, key) for key in entities}
