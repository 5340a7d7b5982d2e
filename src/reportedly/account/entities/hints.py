"""Places that reports only hint at, by their people ("Egyptian") or in another name ("Suez Canal Authority").

They join no entities and take part in nothing; each is only told which place of the story it means. A place that no
report names becomes an entity for that alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.account.account import Citation, Entity
from reportedly.account.entities.cluster import place_entry
from reportedly.account.entities.joining import Directory
from reportedly.account.names import fold
from reportedly.reading.reading import Location, PlaceMention, Reading

Spot = tuple[int | str, float, float]
"""Where a place is, with its GeoNames id, or its folded name where it has none: many sites share the point of what
contains them."""


def with_hinted_places(directory: Directory, readings: Iterable[Reading]) -> Directory:
    """The directory with the places hinted at, each under the entity that lies where it does, or under a new one."""
    known = _spots(directory.entities)
    hinted: dict[str, Entity] = {}
    of_place = dict(directory.of_place)
    for reading in readings:
        for number, place in enumerate(reading.places):
            if place.use == "literal" or place.location is None:
                continue
            key = known.setdefault(_spot(place.location), f"e:{reading.report}.p{number}")
            of_place[reading.report, number] = key
            if key not in directory.entities:
                hinted[key] = _told_again(hinted.get(key), key, place, place.location, reading.report)
    return replace(
        directory,
        entities={**directory.entities, **hinted},
        of_place=of_place,
        named=directory.named | hinted.keys(),
    )


def _spots(entities: Mapping[str, Entity]) -> dict[Spot, str]:
    """The places of a story by where they are."""
    spots: dict[Spot, str] = {}
    for key, entity in entities.items():
        place = entity.place
        if entity.kind != "place" or place is None:
            continue
        for name in (entity.name, *entity.aliases):
            spots.setdefault((place.geonames_id or fold(name), place.latitude, place.longitude), key)
    return spots


def _spot(location: Location) -> Spot:
    return location.geonames_id or fold(location.name), location.latitude, location.longitude


def _told_again(known: Entity | None, key: str, place: PlaceMention, location: Location, report: str) -> Entity:
    """The entity of a place hinted at, with one mention more."""
    mention = Citation(report, place.start, place.end)
    if known is not None:
        return replace(known, mentions=(*known.mentions, mention))
    return Entity(key, "place", location.name, (), (), place_entry(location), (mention,))
