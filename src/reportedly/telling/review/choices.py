"""What an editor can choose from: the places that bear a name, and the places that a story speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.account.account import Account, EntityPlace
from reportedly.account.entities.cluster import place_entry
from reportedly.reading.places import location_of
from reportedly.reading.places.gazetteer import Place, gazetteer
from reportedly.reading.places.spelling import fold
from reportedly.reading.places.standing import renown

MOST = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the gazetteer that bears a name; ``where`` is its region and country."""

    name: str
    where: str
    population: int
    location: EntityPlace


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place of the story, for saying where an event happened."""

    id: str
    name: str


def candidates(name: str) -> tuple[Candidate, ...]:
    """The places that bear a name, the best known first."""
    found = {place.index: place for place in reversed(gazetteer().named(fold(name)))}
    ranked = sorted(found.values(), key=lambda place: (-renown(place), place.index))
    return tuple(_candidate(place) for place in ranked[:MOST])


def _candidate(place: Place) -> Candidate:
    location = location_of(place)
    entry = place_entry(location)
    assert entry is not None
    where = ", ".join(part for part in (location.admin1, location.country) if part and part != place.name)
    return Candidate(place.name, where, place.population, entry)


def places_of(account: Account) -> tuple[PlaceChoice, ...]:
    """The places that a story speaks of, the most mentioned first."""
    found = [each for each in account.entities if each.kind in {"place", "facility"} and _is_named(each.name)]
    found.sort(key=lambda each: (-len(each.mentions), each.name))
    return tuple(PlaceChoice(each.id, each.name) for each in found)


def _is_named(name: str) -> bool:
    return any(letter.isupper() for letter in name)
