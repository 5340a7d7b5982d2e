"""What speaks against a telling being of an event: one plain reason, or two of which each alone may be an error.

Who took part and where is read with errors: "Gulf" and "Iran" are where one quake struck, "Red Sox" and "Boston" made
one offer. Two persons with full names who died, two towns far apart and days apart leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, hypot, radians

from reportedly.account.account import Entity
from reportedly.account.events.group import Group
from reportedly.account.events.parties import ANYBODY, is_named
from reportedly.account.events.telling import Telling
from reportedly.account.names import name_words

PLAIN = 2
"""A reason that is enough alone; two OPEN ones are as much."""
OPEN = 1
WIDE = 4
"""UCDP's where_precision from which on a place is a region or a country that others lie in."""
NEAR = 0.6
"""Degrees of latitude within which two places may be one: some 65 km."""
SINGLE = frozenset({"person", "vehicle"})
"""Kinds of which two names mean two. A body acts through others: a state through its army, a town through its club."""


def doubt_of(group: Group, telling: Telling, entities: Mapping[str, Entity]) -> int:
    """How much speaks against the telling being of this event: from PLAIN on it cannot be."""
    if not group.days.meet(telling):
        return PLAIN
    actors, recipients = group.known_as(telling.actors), group.known_as(telling.recipients)
    people = _others(group.actors, actors, entities) + _others(group.recipients, recipients, entities)
    return people + _elsewhere(group, telling, entities)


def _elsewhere(group: Group, telling: Telling, entities: Mapping[str, Entity]) -> int:
    """How surely the telling is set at no place of the event.

    Only places that the sentences of the tellings name themselves speak against it: others are where a report is set.
    """
    if telling.place is None or not telling.placed or telling.place in group.places:
        return 0
    here = entities.get(telling.place)
    return min((_apart(here, entities.get(other)) for other in sorted(group.sites)), default=0)


def _apart(first: Entity | None, second: Entity | None) -> int:
    """How surely two places are two: no sea or continent is apart from any, and a country may be named for what is
    off its coast.
    """
    if first is None or second is None:
        return PLAIN
    one, other = first.place, second.place
    if one is None or other is None or one.country is None or other.country is None:
        return 0
    wide = max(one.precision, other.precision) >= WIDE
    if one.country != other.country:
        return OPEN if wide else PLAIN
    distance = hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * cos(radians(one.latitude)))
    return 0 if wide or distance < NEAR else PLAIN


def _others(ours: set[str], theirs: set[str], entities: Mapping[str, Entity]) -> int:
    """How surely nobody with a name on the one side is anybody on the other.

    Descriptions speak for an event only: "a roof" fell in where "the tunnel" did. "People" and the like may be anybody.
    """
    if not ours.isdisjoint(theirs) or not ANYBODY.isdisjoint(ours | theirs):
        return 0
    named = [[key for key in sorted(side) if is_named(key)] for side in (ours, theirs)]
    return min((_two(entities.get(one), entities.get(other)) for one in named[0] for other in named[1]), default=0)


def _two(first: Entity | None, second: Entity | None) -> int:
    """How surely two names mean two: plainly where both are full names of what is one of its kind."""
    if first is None or second is None:
        return PLAIN
    if first.kind != second.kind or _may_be_one_name(first, second):
        return 0
    return PLAIN if first.kind in SINGLE and _has_full_name(first) and _has_full_name(second) else OPEN


def _may_be_one_name(first: Entity, second: Entity) -> bool:
    """Whether one name may be a form of the other: it has all its words, or one of them for a person."""
    ours, theirs = (set(name_words(each.name)) for each in (first, second))
    if first.kind == "person":
        return not _all_words(first).isdisjoint(_all_words(second))
    return ours <= theirs or theirs <= ours


def _has_full_name(entity: Entity) -> bool:
    """Whether it has a name of two words or more, each with a capital: "Ana Brel", not "Mrs Brel"; but "MV Halcyon"."""
    words_of = name_words if entity.kind == "person" else str.split
    return any(len(words_of(name)) > 1 and _is_capitalised(name) for name in _names(entity))


def _is_capitalised(name: str) -> bool:
    return all(word[0].isupper() for word in name.split() if word[0].isalpha())


def _all_words(entity: Entity) -> set[str]:
    return {word for name in _names(entity) for word in name_words(name)}


def _names(entity: Entity) -> Iterator[str]:
    yield entity.name
    yield from entity.aliases
