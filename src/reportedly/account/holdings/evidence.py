"""What speaks for somebody holding a place: first, events that change control."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Entity, Event
from reportedly.account.names import last_word
from reportedly.data import word_set
from reportedly.reading.events.ontology import ontology

TABLE = "account/control.toml"
BODIES = frozenset({"organisation", "group", "person"})
COUNTRY = 6
"""UCDP's where_precision from which a place is a country, which can itself hold places."""
REGION = 5
"""UCDP's where_precision up to which the place where something happened can be what was taken."""
FIGHTING = frozenset({"armed_clash", "offensive", "siege", "advance", "clearing", "shelling"})
GROUNDS = frozenset({"place", "facility"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement that ``holder`` holds ``place`` from ``earliest`` on, or that it ends then (``lost``).

    ``strong`` is false for mere presence, which counts only where control of the place is told of by other words.
    ``share`` is between 0 and 1, None where nothing is said. ``denied`` is true where somebody says that it is not so.
    """

    place: str
    holder: str
    earliest: date | None
    latest: date | None
    claim: str | None
    origin: str
    lost: bool = False
    strong: bool = True
    share: float | None = None
    denied: bool = False


def is_fought_over(events: Sequence[Event]) -> bool:
    """Whether the story tells of fighting or of places taken; elsewhere "the festival held in the city" is no
    holding.
    """
    return any(event.type in FIGHTING or _gives_control(event.type) for event in events)


def _gives_control(kind: str) -> bool:
    known = ontology().types.get(kind)
    return known is not None and bool(set(known.effects.values()) & {"control gained", "control lost"})


def of_events(
    events: Sequence[Event],
    entities: Mapping[str, Entity],
    origin_of: Mapping[str, str],
    places: Mapping[str, str],
    speakers: Mapping[str, str],
    named: frozenset[str],
) -> Iterator[Evidence]:
    """Evidence from asserted events whose type gives or takes control.

    Args:
        events: of the story.
        entities: by id.
        origin_of: the origin of each claim.
        places: from an entity that only describes a place ("the city") to the named one it means.
        speakers: from each person to the body that the person speaks for.
        named: ids of the entities that have a proper name.
    """
    for event in events:
        known = ontology().types.get(event.type)
        if known is None or event.mode not in {"asserted", "likely"} or not _gives_control(event.type):
            continue
        place = _place(event, entities, places)
        if place:
            yield from _changes(event, known.effects, place, entities, origin_of, speakers, named)


def is_holder(entity: Entity, named: frozenset[str]) -> bool:
    """Whether somebody can hold a place: a body with a name, people who act as one ("the rebels"), a country."""
    if entity.kind == "place":
        return entity.place is not None and entity.place.precision >= COUNTRY
    if entity.kind not in BODIES:
        return False
    if entity.id in named and entity.kind != "person":
        return True
    return any(last_word(name) in word_set(TABLE, "holders") for name in (entity.name, *entity.aliases))


def _place(event: Event, entities: Mapping[str, Entity], places: Mapping[str, str]) -> str | None:
    """What was taken: a recipient that is a place; where only who lost it is told, the town or region of the event."""
    for key in event.recipients:
        named = places.get(key, key)
        if named in entities and entities[named].kind in GROUNDS:
            return named
    around = entities.get(event.place or "")
    taken = event.recipients and all(key in entities and entities[key].kind in BODIES for key in event.recipients)
    return around.id if taken and around and around.place and around.place.precision <= REGION else None


def _changes(
    event: Event,
    effects: Mapping[str, str],
    place: str,
    entities: Mapping[str, Entity],
    origin_of: Mapping[str, str],
    speakers: Mapping[str, str],
    named: frozenset[str],
) -> Iterator[Evidence]:
    sides = {"actor": event.actors, "recipient": event.recipients}
    telling = event.mentions[0]
    for role, state in effects.items():
        holders = [speakers.get(key, key) for key in sides[role]]
        holder = next(
            (key for key in holders if key != place and key in entities and is_holder(entities[key], named)), None
        )
        if holder:
            yield Evidence(
                place=place,
                holder=holder,
                earliest=event.earliest,
                latest=event.latest,
                claim=telling.claim,
                origin=origin_of.get(telling.claim or "", telling.report),
                lost=state == "control lost",
            )
