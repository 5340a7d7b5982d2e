"""What one report says of the incident that it is about: what, when, where, to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from reportedly.account.incidents.counting import Count, count_toll, counts_anybody
from reportedly.account.incidents.evidence import TABLE, Evidence, gather_evidence
from reportedly.account.names import name_key, person_words
from reportedly.account.occasions import OWN, occasions_of
from reportedly.data import load_table
from reportedly.reading.reading import Casualty, EventMention, Location, Mention, Reading
from reportedly.report import Report

NEAR, TOWN = 2, 3
"""UCDP's where_precision of what is near a point, and of a district: the widest that says where something happened."""
HEAD = 12
"""Sentences of a report in which it tells what it is about; what happened elsewhere comes later."""
DAY = 1
"""UCDP's date_precision of a day."""
EPIDEMIC = "outbreak"
"""The type of a disease that spreads."""
FAR_MORE = 2
"""How many times as often as an epidemic a deed must be told, for a report of both to be about the deed."""
ONE_BY_ONE = frozenset({"shooting", "attack", "raid"})
"""Deeds whose victims reports tell of one by one."""
SITES = frozenset({"facility", "place", "organisation"})
"""Kinds of what may be where something happened, and has a name of several words: "Lota Street", "Orno High School"."""

Spot = tuple[float, float]
"""Degrees of latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """The incident of one report, as far as the report tells of one.

    Attributes:
        kind: what it was, a type of the ontology; None where nothing is told that harms.
        day: on which it was, where the report tells one.
        event: the telling of it that has the day, else the first; an index into the reading's events.
        place: where it was; an index into the reading's places.
        spots: the towns that the report names, the one that it begins with first.
        sites: streets, buildings and bodies that its head names in more than one word.
        people: persons named in full, each by the words of the name.
        surnames: last names of all persons named.
        victims: last names of those who were killed or hurt, as far as its head tells of them.
        hurt_ages: their ages, in years.
        ages: of all persons.
        toll: how many were killed and hurt, with the words that tell it; None where it tells of nobody.
        evidence: all numbers that it tells of killed and hurt.
    """

    report: str
    published: date | None
    kind: str | None
    day: date | None
    event: int | None
    place: int | None
    spots: tuple[Spot, ...]
    sites: frozenset[str]
    people: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    victims: frozenset[str]
    hurt_ages: frozenset[float]
    ages: frozenset[float]
    toll: Count | None
    evidence: Evidence

    @property
    def killed(self) -> int | None:
        """How many were killed; None where it tells of nobody who was killed or hurt."""
        return self.toll.killed if self.toll else None

    @property
    def injured(self) -> int | None:
        """How many were hurt and lived; None as above."""
        return self.toll.injured if self.toll else None


@cache
def deeds() -> Mapping[str, str]:
    """What to call an incident of each type of the ontology that may be one."""
    return {str(kind): str(name) for kind, name in load_table(TABLE)["deeds"].items()}


@cache
def harms() -> Mapping[str, str]:
    """The same for types that tell what became of people."""
    return {str(kind): str(name) for kind, name in load_table(TABLE)["harms"].items()}


def sight(report: Report, reading: Reading) -> Sighting:
    """What a report says of its incident; it depends on the report and its reading alone."""
    told = [
        (number, event)
        for number, event in enumerate(reading.events)
        if event.mode == "asserted" and (event.type in deeds() or event.type in harms())
    ]
    sick = sum(event.type == EPIDEMIC and event.mode == "asserted" for event in reading.events)
    kind = _kind([event for _, event in told], sick)
    event = _event(told, kind, report.published)
    dated = reading.events[event] if event is not None else None
    names = {person_words(mention.name or "") for mention in reading.mentions if _is_named_person(mention)} - {()}
    victims = _victims(reading)
    ages = {figure.best for figure in reading.figures if figure.relation == "age"}
    return Sighting(
        report=report.id,
        published=report.published,
        kind=kind,
        day=dated.earliest if dated and _has_day(dated, report.published) else None,
        event=event,
        place=_place(reading, [event for _, event in told]),
        spots=_spots(reading),
        sites=_sites(reading),
        people=frozenset(words for words in names if len(words) > 1),
        surnames=frozenset(words[-1] for words in names),
        victims=frozenset(each.name for each in victims if each.name),
        hurt_ages=frozenset(each.age for each in victims if each.age is not None),
        ages=frozenset(ages | {each.age for each in victims if each.age is not None}),
        toll=_toll(report, reading, by_number=kind in deeds() and kind not in ONE_BY_ONE),
        evidence=gather_evidence(report, reading),
    )


def _toll(report: Report, reading: Reading, *, by_number: bool) -> Count | None:
    """The toll; of an incident whose toll is told as a number without figures of other times, of what may yet come, and
    of some of its people, where the report gives that of all.
    """
    if not by_number:
        return count_toll(reading)
    occasions = occasions_of(report, reading, report.published)
    nations = [each for each in reading.places if each.use == "people"]
    own = [figure for figure, words in zip(reading.figures, occasions, strict=True) if words == OWN]
    own = [each for each in own if not any(each.start <= nation.start < each.end for nation in nations)]
    whole = {each.relation for each in own if counts_anybody(each)}
    own = [each for each in own if counts_anybody(each) or each.relation not in whole]
    return count_toll(replace(reading, figures=tuple(own)), by_number=True)


def _kind(told: Sequence[EventMention], sick: int = 0) -> str | None:
    """The deed told most often, else the harm; the first one among equals. None where an epidemic is told about as
    often: it is no incident, and the fight against it no clash.
    """
    for kinds in (deeds(), harms()):
        counted = Counter(event.type for event in told if event.type in kinds)
        if counted:
            kind, times = counted.most_common(1)[0]
            return None if sick > 1 and (times < FAR_MORE * sick or kind not in deeds()) else kind
    return None


def _event(told: Sequence[tuple[int, EventMention]], kind: str | None, published: date | None) -> int | None:
    """The telling with a day of its own, one of the incident's kind before others; else the first of its kind."""
    ranked = [(not _has_day(event, published), event.type != kind, number) for number, event in told]
    return min(ranked)[2] if ranked else None


def _has_day(event: EventMention, published: date | None) -> bool:
    """Whether it is told with a day, one that was not still to come."""
    own = event.time is not None and event.date_precision == DAY and event.earliest is not None
    return own and (published is None or (event.earliest or published) <= published)


def _is_named_person(mention: Mention) -> bool:
    return mention.kind == "person" and mention.form == "name" and not mention.plural


def _victims(reading: Reading) -> list[Casualty]:
    """Those whom the head of a report tells of; further down it recalls others."""
    return [each for each in reading.toll.casualties if each.sentence < HEAD] if reading.toll else []


def _place(reading: Reading, told: Sequence[EventMention]) -> int | None:
    """Where it was, among the narrowest places that the report names: that of the first deed that has one in its own
    sentence, else the one named most, as it is named first.
    """
    places = reading.places
    literal = [(at, place.location) for at, place in enumerate(places) if place.use == "literal" and place.location]
    named = Counter(_spot(location) for _, location in literal)
    own = next((event.place for event in told if event.place is not None and _stands_by(event, reading)), None)
    ranked = ((max(NEAR, place.precision), at != own, -named[_spot(place)], at) for at, place in literal)
    return min(ranked, default=(0, False, 0, None))[3]


def _stands_by(event: EventMention, reading: Reading) -> bool:
    return event.place is not None and reading.places[event.place].sentence == event.sentence


def _spot(place: Location) -> Spot:
    return round(place.latitude, 2), round(place.longitude, 2)


def _is_town(place: Location | None) -> bool:
    return place is not None and place.precision <= TOWN


def _spots(reading: Reading) -> tuple[Spot, ...]:
    towns = (place.location for place in reading.places if place.use == "literal" and _is_town(place.location))
    return tuple(dict.fromkeys(_spot(town) for town in towns if town))


def _sites(reading: Reading) -> frozenset[str]:
    named = (
        name_key(mention.name)
        for mention in reading.mentions
        if mention.kind in SITES and mention.form == "name" and mention.name and mention.sentence < HEAD
    )
    return frozenset(name for name in named if " " in name)
