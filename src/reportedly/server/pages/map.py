"""The map: where things happened and who held what, day by day, as precisely as the place is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account, Citation, Entity, Event, Holding
from reportedly.reading.reading import Mode
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.paging import Window
from reportedly.telling.phrasing import line_of, source_name
from reportedly.telling.shelf import Shelf
from reportedly.telling.timeline import best_telling
from reportedly.telling.wording import say_days

LONGEST, MOST_SOURCES = 200, 8
TOWN, BY_A_TOWN = 3, 2
"""The precision of towns, and of what lies in or by one (UCDP: within 25 kilometres)."""


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """Something that happened at a place between two days (closed; None = not known)."""

    id: str
    headline: str
    earliest: date | None
    latest: date | None
    days: str | None
    mode: Mode
    origins: int
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The days between which something happened (closed; None = not known)."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class PlacedHolding:
    """Who held a place, from when to when (None = not known), according to whom."""

    id: str
    holder: str
    earliest: date | None
    latest: date | None
    share: float | None
    contested: bool
    sources: tuple[str, ...]
    origins: int
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with the days of what happened there; what it was is asked for by place.

    ``precision`` is UCDP's where_precision, 1 (exact) to 7 (international).
    ``latitude`` and ``longitude`` (degrees, WGS 84) are None where the gazetteer knows neither the place nor one that
    its name tells it to be in or by: "the railway station of Satbayev" stands at Satbayev, and ``near`` says so.
    """

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: int | None
    near: str | None
    events: tuple[Days, ...]
    holdings: tuple[PlacedHolding, ...]


@dataclass(frozen=True, slots=True)
class StoryMap:
    """The places of a story, those where most happened first."""

    places: tuple[MapPlace, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A page of what happened at a place, in order of its days; ``found`` may have happened on the day asked for."""

    found: int
    events: tuple[PlacedEvent, ...]


def place_page(account: Account, place: str, day: date | None, window: Window) -> PlacePage:
    """What happened at a place (None = on any day)."""
    shelf = Shelf(account)
    there = [event for event in account.events if event.place == place]
    found = sorted((event for event in there if day is None or _may_be_on(event, day)), key=_order)
    return PlacePage(len(found), tuple(_event(event, shelf) for event in window.of(found)))


def _may_be_on(event: Event, day: date) -> bool:
    return event.earliest is not None and event.latest is not None and event.earliest <= day <= event.latest


def _order(event: Event) -> tuple[date, date]:
    return event.earliest or date.max, event.latest or date.max


def story_map(account: Account) -> StoryMap:
    """The map of a story: every place with an event or a holder, and every other place that reports name."""
    shelf = Shelf(account)
    events: defaultdict[str, list[Event]] = defaultdict(list)
    holdings: defaultdict[str, list[PlacedHolding]] = defaultdict(list)
    for event in account.events:
        if event.place:
            events[event.place].append(event)
    for holding in account.holdings:
        holdings[holding.place].append(_holding(holding, shelf))
    towns = [each for each in account.entities if each.place and each.place.precision <= TOWN]
    places = [
        _place(entity, _near(entity, towns), events[entity.id], holdings[entity.id])
        for entity in account.entities
        if entity.place or entity.id in events or entity.id in holdings
    ]
    places.sort(key=lambda place: (-len(place.holdings), -len(place.events), place.name))
    return StoryMap(tuple(places))


def _near(entity: Entity, towns: Sequence[Entity]) -> Entity | None:
    """The town that the name of a place which is in no gazetteer says it to be in or by; of several the longest."""
    if entity.place is not None:
        return None
    named = [town for town in towns if re.search(rf"\b{re.escape(town.name)}\b", entity.name)]
    return max(named, key=lambda town: len(town.name), default=None)


def _place(entity: Entity, near: Entity | None, events: list[Event], holdings: list[PlacedHolding]) -> MapPlace:
    where = near.place if near else entity.place
    precision = where.precision if where else None
    return MapPlace(
        id=entity.id,
        name=entity.name,
        country=where.country if where else None,
        latitude=where.latitude if where else None,
        longitude=where.longitude if where else None,
        precision=max(BY_A_TOWN, precision) if near and precision else precision,
        near=near.name if near else None,
        events=tuple(Days(event.earliest, event.latest) for event in sorted(events, key=_order)),
        holdings=tuple(sorted(holdings, key=lambda holding: holding.earliest or date.min)),
    )


def _event(event: Event, shelf: Shelf) -> PlacedEvent:
    telling = best_telling(event, shelf)
    claim = shelf.claims.get(telling.claim or "") if telling else None
    return PlacedEvent(
        id=event.id,
        headline=line_of(claim, shelf, LONGEST) if claim else event.predicate,
        earliest=event.earliest,
        latest=event.latest,
        days=say_days(event.earliest, event.latest) if event.earliest and event.latest else None,
        mode=event.mode,
        origins=event.independent_origins,
        citations=cite(shelf.cite_claim(claim) if claim else _tellings(event), shelf),
    )


def _tellings(event: Event) -> list[Citation]:
    return [Citation(telling.report, telling.start, telling.end) for telling in event.mentions]


def _holding(holding: Holding, shelf: Shelf) -> PlacedHolding:
    claims = [shelf.claims[key] for key in holding.claims if key in shelf.claims]
    holder = shelf.entities.get(holding.holder)
    return PlacedHolding(
        id=holding.id,
        holder=holder.name if holder else holding.holder,
        earliest=holding.earliest,
        latest=holding.latest,
        share=holding.share,
        contested=holding.contested,
        sources=tuple(
            dict.fromkeys(
                source_name(claim, shelf) or shelf.reports[claim.report].outlet or "an outlet" for claim in claims
            )
        )[:MOST_SOURCES],
        origins=holding.independent_origins,
        citations=cite((span for claim in claims for span in shelf.cite_claim(claim)), shelf),
    )
