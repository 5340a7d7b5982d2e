"""Whether a telling is of an event: what speaks for it, weighed with what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.account.account import Entity
from reportedly.account.events.doubts import PLAIN, doubt_of
from reportedly.account.events.group import Group
from reportedly.account.events.parties import ANYBODY, TABLE
from reportedly.account.events.roots import block_of, same_root
from reportedly.account.events.telling import Telling
from reportedly.data import word_set

UNTYPED = "other"
"""The type of what no type of the ontology fits."""
SAME_ROOT, SAME_TYPE = 10, 1
"""What they weigh: one root more than one who takes part (8), less than one and the place (12)."""
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


def fit_of(group: Group, telling: Telling, entities: Mapping[str, Entity]) -> tuple[int, ...]:
    """How well the telling fits the event, to be compared: nothing where it cannot be of it.

    It counts who and what place are shared and whether the root is, less what speaks against it; then how often the
    event is told. One root alone is enough where nothing speaks against it, but for words that only bring
    what somebody says: those are of one event by their speaker.
    """
    if not group.days.meet(telling):
        return ()
    said = _said_alike(group, telling)
    doubt = doubt_of(group, telling, entities) if said else PLAIN
    if doubt >= PLAIN or (_is_saying(telling) and not _shared(group.actors, group.known_as(telling.actors))):
        return ()
    shared = 2 * _shared_people(group, telling) + (telling.place in group.places)
    if not shared and (doubt or said == SAME_TYPE or not _may_be_one_time(group, telling)):
        return ()
    return 4 * shared + said - doubt, len(group.tellings)


def _may_be_one_time(group: Group, telling: Telling) -> bool:
    """Whether both give one day, or one of them none; or their days meet and they do not tell of two sorts of people:
    "four miners were found" on Sunday, "two bodies were found" on the weekend.
    """
    first = group.tellings[0]
    if telling.earliest is None or first.earliest is None:
        return True
    if telling.date_precision == first.date_precision == 1 and telling.earliest == first.earliest:
        return True
    return not telling.recipients or not group.recipients


def _is_saying(telling: Telling) -> bool:
    return telling.predicate in word_set(TABLE, "saying")


def _said_alike(group: Group, telling: Telling) -> int:
    """Whether a predicate of the event has the root of the telling's, or only the types agree, or neither."""
    if any(same_root(known, telling.predicate) for known in group.predicates):
        return SAME_ROOT
    alike = telling.type != UNTYPED and telling.type in group.types and not _is_side_by_side(group, telling)
    return SAME_TYPE if alike else 0


def _is_side_by_side(group: Group, telling: Telling) -> bool:
    """Whether a telling of the event stands next to it: "shot and wounded" are two."""
    return any(abs(start - telling.start) < BESIDE for start in group.starts.get(telling.report, ()))


def _shared_people(group: Group, telling: Telling) -> int:
    """How many of those with a part in it have the same part in the event."""
    actors, recipients = group.known_as(telling.actors), group.known_as(telling.recipients)
    return len(_shared(group.actors, actors) | _shared(group.recipients, recipients))


def _shared(ours: set[str], theirs: set[str]) -> set[str]:
    """Who is on both sides; "people" and the like may be anybody."""
    return (ours & theirs) - ANYBODY
