"""Whether a telling is of an event: what speaks for it and what against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import cos, hypot, radians

from reportedly.account.account import Entity
from reportedly.account.bonds import NEITHER, Sides
from reportedly.account.events.roots import block_of, same_root
from reportedly.account.events.telling import Telling
from reportedly.account.names import name_words
from reportedly.reading.sentences import lemma_of

UNNAMED = "~"
ANYBODY = frozenset(
    UNNAMED + word
    for word in ("people", "person", "man", "woman", "official", "police", "one", "other", "member", "group")
)
WIDE = 4
"""UCDP's where_precision from which on a place is a region or a country that others lie in."""
UNTYPED = "other"
"""The type of what no type of the ontology fits."""
NEAR = 0.6
"""Degrees of latitude within which two places may be one: some 65 km."""


def party_of(entity: Entity) -> str:
    """What stands for an entity when tellings are compared.

    Its id where it has a name. Descriptions never join across reports, so one of them is known by its head alone: "a
    tunnel" here may be "the tunnel" there.
    """
    if any(letter.isupper() for letter in entity.name):
        return entity.id
    return UNNAMED + lemma_of(entity.name.split(" of ")[0].split()[-1].lower()) if entity.name.split() else entity.id


class Group:
    """Tellings found to be of one event so far, and what they say together: no question goes back to each of them."""

    def __init__(self, number: int, parties: Mapping[str, str]) -> None:
        self.number = number
        self.parties = parties
        self.tellings: list[Telling] = []
        self.keys: set[tuple[str, ...]] = set()
        self.predicates: dict[str, None] = {}
        self.types: set[str] = set()
        self.places: set[str] = set()
        self.sites: set[str] = set()
        self.actors: set[str] = set()
        self.recipients: set[str] = set()
        self.last_start: date | None = None
        self.first_end: date | None = None
        self.sides: Sides = NEITHER

    def take(self, telling: Telling) -> None:
        """Add a telling."""
        self.tellings.append(telling)
        self.predicates[telling.predicate] = None
        self.types.add(telling.type)
        self.places |= {telling.place} if telling.place else set()
        self.sites |= {telling.place} if telling.place and telling.placed else set()
        self.actors |= self.known_as(telling.actors)
        self.recipients |= self.known_as(telling.recipients)
        self.last_start = max((day for day in (self.last_start, telling.earliest) if day), default=None)
        self.first_end = min((day for day in (self.first_end, telling.latest) if day), default=None)

    def known_as(self, entities: Iterable[str]) -> set[str]:
        """The entities as they are compared."""
        return {self.parties.get(key, key) for key in entities}


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
    """How much speaks for the telling being of this event: 0 where it cannot be or nothing does."""
    if not _same_days(group, telling):
        return 0
    said = _said_alike(group, telling)
    place = _place_fit(group, telling, entities)
    people = _people_fit(group, telling, entities)
    if not said or place < 0 or people is None:
        return 0
    shared = 2 * people + place
    return 2 * shared + said if shared else int(said > 1 and _on_one_day(group, telling))


def _said_alike(group: Group, telling: Telling) -> int:
    """2 where a predicate of the event has the root of the telling's, 1 where only the types agree, else 0."""
    if any(same_root(known, telling.predicate) for known in group.predicates):
        return 2
    return int(telling.type in group.types and telling.type != UNTYPED)


def _on_one_day(group: Group, telling: Telling) -> bool:
    """Whether both give one day, or neither gives any: then one root is enough where nothing speaks against it."""
    first = group.tellings[0]
    if telling.earliest is None and first.earliest is None:
        return True
    return telling.date_precision == first.date_precision == 1 and telling.earliest == first.earliest


def _same_days(group: Group, telling: Telling) -> bool:
    """Whether the days overlap with every dated telling; an undated one fits all."""
    begins = not (group.first_end and telling.earliest) or telling.earliest <= group.first_end
    ends = not (group.last_start and telling.latest) or group.last_start <= telling.latest
    return begins and ends


def _place_fit(group: Group, telling: Telling, entities: Mapping[str, Entity]) -> int:
    """1 for the same place, 0 where one may lie in the other or is not known, -1 for two places.

    Only places that the sentences of the tellings name themselves speak against it: others are where a report is set.
    """
    if telling.place in group.places:
        return 1
    if telling.place is None or not telling.placed:
        return 0
    here = entities.get(telling.place)
    return 0 if all(_may_be_one(here, entities.get(other)) for other in sorted(group.sites)) else -1


def _may_be_one(first: Entity | None, second: Entity | None) -> bool:
    """Whether one place can lie in or near the other: "Kazakhstan" and a town of it, a mine and the town beside it."""
    if first is None or second is None:
        return False
    if first.place is None or second.place is None:
        return True
    if first.place.country != second.place.country:
        return False
    apart = hypot(
        first.place.latitude - second.place.latitude,
        (first.place.longitude - second.place.longitude) * cos(radians(first.place.latitude)),
    )
    return max(first.place.precision, second.place.precision) >= WIDE or apart < NEAR


def _people_fit(group: Group, telling: Telling, entities: Mapping[str, Entity]) -> int | None:
    """How many participants are shared; None where both name somebody for the same part (actor or recipient), and not
    the same. Descriptions speak for it only: "a roof" fell in where "the tunnel" did.

    "People" and the like speak neither for it nor against it: they may be anybody.
    """
    actors, recipients = group.known_as(telling.actors), group.known_as(telling.recipients)
    if _name_others(group.actors, actors, entities) or _name_others(group.recipients, recipients, entities):
        return None
    return len(((group.actors & actors) | (group.recipients & recipients)) - ANYBODY)


def _name_others(ours: set[str], theirs: set[str], entities: Mapping[str, Entity]) -> bool:
    """Whether both name somebody, of one kind, and nobody of the one can be anybody of the other."""
    if not ours or not theirs or not ours.isdisjoint(theirs) or not ANYBODY.isdisjoint(ours | theirs):
        return False
    named = [[key for key in side if not key.startswith(UNNAMED)] for side in (ours, theirs)]
    return all(named) and not any(_may_be_named(one, other, entities) for one in named[0] for other in named[1])


def _may_be_named(first: str, second: str, entities: Mapping[str, Entity]) -> bool:
    """Whether two names may yet mean one: those of two kinds speak of two sides of it ("Acme", "Acme's plant"), and
    one that holds all words of the other may be its longer form.
    """
    one, other = entities.get(first), entities.get(second)
    if one is None or other is None:
        return False
    words, others = set(name_words(one.name)), set(name_words(other.name))
    return one.kind != other.kind or words <= others or others <= words
