"""Tellings of one thing joined into events.

Two tellings are one event when their predicates are of one root, or their types agree, their days can be the same, and
too little in them speaks against it; and when somebody or some place speaks for it, or their words are the same and
nothing speaks against it. The best dated tellings come first, so that a vague one ("last week") joins the event that
it fits best instead of drawing two together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.account.account import Entity, Event, EventTelling
from reportedly.account.bonds import Bond, are_parted, bind, sides_of
from reportedly.account.events.fitting import fit_of, keys_of
from reportedly.account.events.group import Group
from reportedly.account.events.parties import party_of
from reportedly.account.events.telling import Telling
from reportedly.reading.events.ontology import ontology
from reportedly.reading.reading import Mode

MODES: tuple[Mode, ...] = ("asserted", "denied", "likely", "possible", "expected", "planned", "hypothetical")
"""The mode of an event is the first of these that one of its tellings has."""
NOWHERE = 7
"""UCDP's where_precision where no place is known."""


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
    parties = {key: party_of(entity) for key, entity in entities.items()}
    groups: list[Group] = []
    index: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    for telling in sorted(tellings, key=_dated_first):
        keys = tuple(keys_of(telling, parties))
        sides = sides_of(telling.spans, bonds)
        known = {
            group.number: group
            for key in keys
            for group in index[key]
            if not (sides and are_parted(group.sides, sides))
        }
        fits = {number: fit_of(group, telling, entities) for number, group in known.items()}
        best = max(fits, key=lambda number: (fits[number], -number), default=None)
        home = known[best] if best is not None and fits[best] else None
        if home is None:
            home = Group(len(groups), parties)
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


def _dated_first(telling: Telling) -> tuple[bool, int, int]:
    return telling.earliest is None, telling.date_precision, telling.order


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
        mentions=tuple(EventTelling(t.report, t.start, t.end, t.claim, t.mode, t.aside) for t in group),
        independent_origins=len({telling.origin for telling in group}),
        story=story,
    )


def _by_count(items: Iterable[str]) -> tuple[str, ...]:
    """The items, the most frequent first, each once."""
    return tuple(item for item, _ in Counter(items).most_common())


def _commonest(items: Iterable[str]) -> str | None:
    return next(iter(_by_count(items)), None)
