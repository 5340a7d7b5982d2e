"""Whether a telling is of an event: what speaks for it, weighed with what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.account.account import Entity
from reportedly.account.events.doubts import PLAIN, doubt_of
from reportedly.account.events.group import Group
from reportedly.account.events.parties import ANYBODY
from reportedly.account.events.roots import block_of, same_root
from reportedly.account.events.telling import Telling

UNTYPED = "other"
"""The type of what no type of the ontology fits."""
BESIDE = 60
"""Characters within which two words of one report tell of two things, if their roots differ."""


def keys_of(telling: Telling, parties: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """What a telling of the same event has in common with it: the root of its predicate; or its type, and somebody or
    a place.
    """
    yield "root", block_of(telling.predicate)
    family = telling.family
    for key in sorted({parties.get(each, each) for each in telling.participants}):
        yield family, telling.type, key
    if telling.place:
        yield family, telling.type, "at", telling.place


def fit_of(group: Group, telling: Telling, entities: Mapping[str, Entity]) -> int:
    """How much speaks for the telling being of this event: 0 where it cannot be or nothing does.

    One root is enough where nothing speaks against it. With one doubt somebody or the place must be shared, and an
    event without it fits better.
    """
    said = _said_alike(group, telling)
    doubt = doubt_of(group, telling, entities) if said else PLAIN
    if doubt >= PLAIN:
        return 0
    shared = 2 * _shared_people(group, telling) + (telling.place in group.places)
    return 4 * shared + 2 * said - doubt if shared else int(said > 1 and not doubt)


def _said_alike(group: Group, telling: Telling) -> int:
    """2 where a predicate of the event has the root of the telling's, 1 where only the types agree, else 0."""
    if any(same_root(known, telling.predicate) for known in group.predicates):
        return 2
    return int(telling.type != UNTYPED and telling.type in group.types and not _is_side_by_side(group, telling))


def _is_side_by_side(group: Group, telling: Telling) -> bool:
    """Whether a telling of the event stands next to it: "shot and wounded" are two."""
    return any(
        known.report == telling.report and abs(known.start - telling.start) < BESIDE for known in group.tellings
    )


def _shared_people(group: Group, telling: Telling) -> int:
    """How many of those with a part in it have the same part in the event; "people" and the like may be anybody."""
    actors, recipients = group.known_as(telling.actors), group.known_as(telling.recipients)
    return len(((group.actors & actors) | (group.recipients & recipients)) - ANYBODY)
