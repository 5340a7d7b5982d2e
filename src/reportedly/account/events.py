"""What happened, merged across reports: tellings of one thing become one event, each with its own claim and mode.

Two tellings are one event when their types agree (the same leaf, or the same family and predicate), their days can be
the same, nobody in them speaks against it, and somebody or some place speaks for it. The best dated tellings come
first, so that a vague
one ("last week") joins the event that it fits best instead of drawing two together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, hypot, radians

from reportedly.account.account import Citation, Entity, Event, EventTelling
from reportedly.account.bonds import NEITHER, Bond, Sides, are_parted, bind, sides_of
from reportedly.reading.events.ontology import ontology
from reportedly.reading.reading import Mode
from reportedly.reading.sentences import lemma_of

MODES: tuple[Mode, ...] = ("asserted", "denied", "likely", "possible", "expected", "planned", "hypothetical")
"""The mode of an event is the first of these that one of its tellings has."""
UNNAMED = "~"
ANYBODY = frozenset(
    UNNAMED + word
    for word in ("people", "person", "man", "woman", "official", "police", "one", "other", "member", "group")
)
WIDE = 4
"""UCDP's where_precision from which on a place is a region or a country that others lie in."""
NEAR = 0.6
"""Degrees of latitude within which two places may be one: some 65 km."""
NOWHERE = 7
"""UCDP's where_precision where no place is known."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling with its participants as entities.

    ``order`` is its place among all tellings of the story. ``timed`` is false where its days come from the report as
    a whole, not from words for a time.
    """

    id: str
    order: int
    report: str
    start: int
    end: int
    type: str
    predicate: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    earliest: date | None
    latest: date | None
    date_precision: int
    mode: Mode
    claim: str | None
    origin: str
    timed: bool = True

    @property
    def participants(self) -> frozenset[str]:
        """Everybody who acts or is acted on."""
        return frozenset(self.actors) | frozenset(self.recipients)

    @property
    def spans(self) -> tuple[Citation, ...]:
        """The words of its predicate, for what people decided on them."""
        return (Citation(self.report, self.start, self.end),)


def merge_events(
    tellings: Sequence[Telling], entities: Mapping[str, Entity], story: str, bonds: Sequence[Bond] = ()
) -> tuple[tuple[Event, tuple[Telling, ...]], ...]:
    """The events of one story in the order of their first tellings, each with its tellings.

    Args:
        tellings: in canonical order, those of the earliest report first.
        entities: by id.
        story: the id of the story.
        bonds: what people decided to be one or two.
    """
    parties = {key: _party(entity) for key, entity in entities.items()}
    groups: list[_Group] = []
    index: defaultdict[tuple[str, ...], list[_Group]] = defaultdict(list)
    for telling in sorted(tellings, key=_dated_first):
        keys = tuple(_keys(telling, parties))
        sides = sides_of(telling.spans, bonds)
        known = {group.number: group for key in keys for group in index[key] if not are_parted(group.sides, sides)}
        fits = {number: _fit(group, telling, entities) for number, group in known.items()}
        best = max(fits, key=lambda number: (fits[number], -number), default=None)
        home = known[best] if best is not None and fits[best] > 0 else None
        if home is None:
            home = _Group(len(groups), parties)
            groups.append(home)
        home.take(telling)
        home.sides |= sides
        for key in keys:
            if key not in home.keys:
                home.keys.add(key)
                index[key].append(home)
    bound = bind([group.tellings for group in groups], bonds, lambda telling: telling.spans)
    merged = [tuple(sorted(group, key=lambda telling: telling.order)) for group in bound]
    merged.sort(key=lambda group: group[0].order)
    return tuple((_event(group, entities, story), group) for group in merged)


class _Group:
    """Tellings found to be of one event so far, and what they say together: no question goes back to each of them."""

    def __init__(self, number: int, parties: Mapping[str, str]) -> None:
        self.number = number
        self.parties = parties
        self.tellings: list[Telling] = []
        self.keys: set[tuple[str, ...]] = set()
        self.places: set[str] = set()
        self.actors: set[str] = set()
        self.recipients: set[str] = set()
        self.last_start: date | None = None
        self.first_end: date | None = None
        self.sides: Sides = NEITHER

    def take(self, telling: Telling) -> None:
        self.tellings.append(telling)
        self.places |= {telling.place} if telling.place else set()
        self.actors |= self.known_as(telling.actors)
        self.recipients |= self.known_as(telling.recipients)
        self.last_start = max((day for day in (self.last_start, telling.earliest) if day), default=None)
        self.first_end = min((day for day in (self.first_end, telling.latest) if day), default=None)

    def known_as(self, entities: Iterable[str]) -> set[str]:
        return {self.parties.get(key, key) for key in entities}


def _party(entity: Entity) -> str:
    """What stands for an entity when tellings are compared.

    Its id where it has a name. Descriptions never join across reports, so one of them is known by its head alone: "a
    tunnel" here may be "the tunnel" there.
    """
    if any(letter.isupper() for letter in entity.name):
        return entity.id
    return UNNAMED + lemma_of(entity.name.split(" of ")[0].split()[-1].lower()) if entity.name.split() else entity.id


def _keys(telling: Telling, parties: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """What a telling of the same event has in common with it: type or predicate, and somebody, a place, or the bare
    day.
    """
    family = _family(telling)
    for what in (f"type {telling.type}", f"predicate {telling.predicate}"):
        for key in sorted({parties.get(each, each) for each in telling.participants}):
            yield family, what, key
        if telling.place:
            yield family, what, "at", telling.place
    if not telling.participants and not telling.place:
        yield family, telling.predicate, "on", str(telling.earliest)


def _dated_first(telling: Telling) -> tuple[bool, int, int]:
    return telling.earliest is None, telling.date_precision, telling.order


def _family(telling: Telling) -> str:
    known = ontology().types.get(telling.type)
    return known.family if known else telling.type


def _fit(group: _Group, telling: Telling, entities: Mapping[str, Entity]) -> int:
    """How much speaks for the telling being of this event: 0 where it cannot be or nothing does."""
    if not _same_days(group, telling):
        return 0
    place = _place_fit(group, telling, entities)
    people = _people_fit(group, telling)
    if place < 0 or people < 0:
        return 0
    return 2 * people + place + _both_unknown(group, telling)


def _same_days(group: _Group, telling: Telling) -> bool:
    """Whether the days overlap with every dated telling; an undated one fits all."""
    begins = not (group.first_end and telling.earliest) or telling.earliest <= group.first_end
    ends = not (group.last_start and telling.latest) or group.last_start <= telling.latest
    return begins and ends


def _place_fit(group: _Group, telling: Telling, entities: Mapping[str, Entity]) -> int:
    """1 for the same place, 0 where one may lie in the other or is not known, -1 for two places."""
    if not group.places or telling.place is None:
        return 0
    if telling.place in group.places:
        return 1
    here = entities.get(telling.place)
    return 0 if all(_may_be_one(here, entities.get(other)) for other in sorted(group.places)) else -1


def _may_be_one(first: Entity | None, second: Entity | None) -> bool:
    """Whether one place can lie in or near the other: "Kazakhstan" and a town of it, a mine and the town beside it."""
    if first is None or second is None or first.place is None or second.place is None:
        return first is not None and second is not None and (first.place is None) != (second.place is None)
    if first.place.country != second.place.country:
        return False
    apart = hypot(
        first.place.latitude - second.place.latitude,
        (first.place.longitude - second.place.longitude) * cos(radians(first.place.latitude)),
    )
    return max(first.place.precision, second.place.precision) >= WIDE or apart < NEAR


def _people_fit(group: _Group, telling: Telling) -> int:
    """How many participants are shared; -1 where both name the same part (actor or recipient) and differ in it.

    "People" and the like speak neither for it nor against it: they may be anybody.
    """
    shared = 0
    for ours, given in ((group.actors, telling.actors), (group.recipients, telling.recipients)):
        theirs = group.known_as(given)
        if ours and theirs and ours.isdisjoint(theirs) and ANYBODY.isdisjoint(ours | theirs):
            return -1
        shared += len((ours & theirs) - ANYBODY)
    return shared


def _both_unknown(group: _Group, telling: Telling) -> int:
    """One day and one predicate are enough where neither telling names anybody or any place."""
    first = group.tellings[0]
    nobody = not telling.participants and not first.participants and not telling.place and not first.place
    same_day = telling.date_precision == first.date_precision == 1 and telling.earliest == first.earliest
    return int(nobody and same_day and telling.predicate == first.predicate)


def _event(group: Sequence[Telling], entities: Mapping[str, Entity], story: str) -> Event:
    dated = min(group, key=_dated_first)
    kind = _commonest(telling.type for telling in group) or dated.type
    known = ontology().types.get(kind)
    mode = next(mode for mode in MODES if any(telling.mode == mode for telling in group))
    place = _commonest(telling.place for telling in group if telling.place)
    location = entities[place].place if place and place in entities else None
    return Event(
        id=f"v:{group[0].id}",
        type=kind,
        plover=ontology().plover_root(kind, mode) if known else None,
        acled=known.acled if known else None,
        predicate=_commonest(telling.predicate for telling in group) or dated.predicate,
        actors=_by_count(actor for telling in group for actor in telling.actors),
        recipients=_by_count(recipient for telling in group for recipient in telling.recipients),
        place=place,
        earliest=dated.earliest,
        latest=dated.latest,
        date_precision=dated.date_precision,
        where_precision=location.precision if location else NOWHERE,
        mode=mode,
        mentions=tuple(EventTelling(t.report, t.start, t.end, t.claim, t.mode) for t in group),
        independent_origins=len({telling.origin for telling in group}),
        story=story,
    )


def _by_count(items: Iterable[str]) -> tuple[str, ...]:
    """The items, the most frequent first, each once."""
    return tuple(item for item, _ in Counter(items).most_common())


def _commonest(items: Iterable[str]) -> str | None:
    return next(iter(_by_count(items)), None)
