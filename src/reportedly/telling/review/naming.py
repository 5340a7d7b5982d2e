"""Doubts about names and places: two that may be one, one that may be two, a place that may be another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import log2

from rapidfuzz import fuzz

from reportedly.account.account import Citation, Entity
from reportedly.account.names import fold, initials_of, is_acronym, name_words, sound_key
from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.reading import Kind
from reportedly.telling.review.choices import candidates
from reportedly.telling.review.item import Item, Piece, Reason, few, score_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_count

ALIKE, UNLIKE = 84, 60
"""How alike two names are, of 100, to be asked whether they are one; and to be asked whether they are two."""
CROWD = 12
"""A word that stands in more names than this leads to no pair."""
SURE = 0.6
"""A place that was chosen with at least this confidence is not asked about."""
FAMILY: dict[Kind, str] = {"organisation": "body", "group": "body"}
MOST_PIECES = 12


def twin_names(shelf: Shelf) -> Iterator[Item]:
    """Two names of one sort, spelt nearly alike, or one of which is part of the other."""
    stories = {key: story.id for story in shelf.account.stories for key in story.entities}
    blocks: defaultdict[tuple[str, str, str], list[Entity]] = defaultdict(list)
    for entity in shelf.account.entities:
        if entity.id in stories and _has_name(entity):
            for key in _block_keys(entity):
                blocks[stories[entity.id], FAMILY.get(entity.kind, entity.kind), key].append(entity)
    seen: set[tuple[str, str]] = set()
    for (story, _, _), block in blocks.items():
        for first, second in combinations(block, 2) if len(block) <= CROWD else ():
            reason = None if (first.id, second.id) in seen else _alike(first, second)
            seen.add((first.id, second.id))
            if reason:
                yield _twins(first, second, reason, story, shelf)


def _has_name(entity: Entity) -> bool:
    """Whether it is called by a name: "Sea Guard" is one, "Seven people" only begins a sentence."""
    first, *rest = entity.name.split()
    return any(word[0].isupper() for word in rest) or (first[0].isupper() and not is_ordinary(first.lower()))


def _block_keys(entity: Entity) -> list[str]:
    words = [word for word in name_words(entity.name) if len(word) > 2]
    return list(dict.fromkeys([*words, *(f"sound {sound_key(word)}" for word in words)]))


def _alike(first: Entity, second: Entity) -> Reason | None:
    one, other = (" ".join(name_words(each.name)) for each in (first, second))
    weight = min(1.0, 0.6 + 0.1 * log2(min(len(first.mentions), len(second.mentions))))
    shown = f"“{first.name}” and “{second.name}”"
    if one == other:
        return Reason(f"Two are called “{first.name}”, and were kept apart", 0.4 * weight)
    if fuzz.ratio(one, other) >= ALIKE:
        return Reason(f"{shown} are spelt nearly alike", 0.55 * weight)
    parts, others = set(one.split()), set(other.split())
    if first.kind != "place" and (parts < others or others < parts):
        return Reason(f"{shown}: one name is part of the other", 0.4 * weight)
    return None


def _twins(first: Entity, second: Entity, reason: Reason, story: str, shelf: Shelf) -> Item:
    return Item(
        topic="names",
        kind="entity",
        target=first.id,
        title=first.name,
        detail=detail_of(first),
        other_title=second.name,
        other_detail=detail_of(second),
        story=story,
        reasons=(reason,),
        score=score_of((reason,)),
        citations=few(first.mentions, shelf),
        offers=("merge", "split", "note"),
        other=second.id,
        other_citations=few(second.mentions, shelf),
    )


def detail_of(entity: Entity) -> str:
    """ "person · spokesman · 5 mentions", "place · Zhambyl, Kazakhstan · 2 mentions"."""
    where = (entity.place.admin1, entity.place.country) if entity.place else ()
    known = entity.roles[0].title if entity.roles else ", ".join(part for part in where if part)
    return " · ".join((entity.kind, *((known,) if known else ()), say_count(len(entity.mentions), "mention")))


def joined_names(shelf: Shelf) -> Iterator[Item]:
    """One entity with names that have little in common."""
    stories = {key: story.id for story in shelf.account.stories for key in story.entities}
    for entity in shelf.account.entities:
        odd = [alias for alias in entity.aliases if _is_odd(entity, alias)] if entity.id in stories else []
        if odd and _has_name(entity):
            shown = ", ".join(f"“{alias}”" for alias in odd[:3])
            reasons = (Reason(f"“{entity.name}” was also taken for {shown}: is it the same?", 0.35),)
            yield Item(
                topic="name",
                kind="entity",
                target=entity.id,
                title=entity.name,
                detail=detail_of(entity),
                story=stories[entity.id],
                reasons=reasons,
                score=score_of(reasons),
                citations=_of_both(entity, odd, shelf),
                offers=("confirm", "split", "rename", "note"),
                pieces=pieces_of(entity, shelf),
            )


def _is_odd(entity: Entity, alias: str) -> bool:
    """Whether an alias shares neither words, spelling nor initials with the name; what is no name is no alias."""
    names = [name for name in (entity.name, *entity.aliases) if name != alias]
    if not alias[:1].isupper() or any(is_acronym(name) for name in (alias, entity.name)):
        return False
    short = fold(alias)
    return all(fuzz.token_set_ratio(short, fold(name)) < UNLIKE and short not in initials_of(name) for name in names)


def _of_both(entity: Entity, odd: list[str], shelf: Shelf) -> tuple[Citation, ...]:
    """A mention by the name, and one by an odd alias."""
    words = {each: shelf.account.shown(each) for each in entity.mentions}
    found = [next((each for each, shown in words.items() if shown == name), None) for name in (entity.name, *odd[:2])]
    return tuple(dict.fromkeys(each for each in found if each)) or few(entity.mentions, shelf)


def pieces_of(entity: Entity, shelf: Shelf) -> tuple[Piece, ...]:
    """The mentions by the words they are made in, the most frequent first."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for each in entity.mentions:
        found[" ".join(shelf.account.shown(each).split())].append(each)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Piece(words, tuple(spans)) for words, spans in ranked[:MOST_PIECES])


def doubtful_places(shelf: Shelf) -> Iterator[Item]:
    """Places of which another of the same name may be meant, or that nobody knows though something happened there."""
    stories = {key: story.id for story in shelf.account.stories for key in story.entities}
    sure: dict[str, float] = {}
    for place in shelf.account.places:
        if place.entity and place.use == "literal":
            sure[place.entity] = max(sure.get(place.entity, 0.0), place.confidence)
    used = {event.place for event in shelf.account.events if event.place}
    for entity in shelf.account.entities:
        if entity.id not in stories or entity.id not in sure:
            continue
        reason = _unsure(entity, sure[entity.id], entity.id in used)
        if reason:
            yield Item(
                topic="place",
                kind="entity",
                target=entity.id,
                title=entity.name,
                detail=detail_of(entity),
                story=stories[entity.id],
                reasons=(reason,),
                score=score_of((reason,)),
                citations=few(entity.mentions, shelf),
                offers=("confirm", "re-place", "rename", "note"),
            )


def _unsure(entity: Entity, sure: float, used: bool) -> Reason | None:
    weight = 1.0 if used else 0.6
    if entity.place is None:
        return Reason("Events happened there, and the gazetteer does not know it", 0.3) if used else None
    if sure >= SURE:
        return None
    if len(candidates(entity.name)) < 2:
        return Reason(f"Where it lies was taken from what is told around it ({sure:.0%} sure)", (1 - sure) * weight)
    where = ", ".join(part for part in (entity.place.admin1, entity.place.country) if part) or "where it was put"
    return Reason(f"It may be another place of this name (the one in {where} is {sure:.0%} sure)", (1 - sure) * weight)
