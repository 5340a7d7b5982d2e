"""Which thing of an account some words tell of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from reportedly.account.account import Citation, ClaimEntry, Disagreement, Entity, Event, FigureEntry, Series, Target

Words = frozenset[Citation]
Held = Sequence[tuple[str, Words]]
"""Things by their ids, with the words that tell of them."""


def holder_of(words: Collection[Citation], things: Held) -> str | None:
    """The thing that holds most of the words, the first among equals; None where none holds any."""
    counted = [(len(held.intersection(words)), key) for key, held in things]
    most = max((count for count, _ in counted), default=0)
    return next(key for count, key in counted if count == most) if most else None


def words_of_entities(entities: Iterable[Entity]) -> Held:
    """Entities with their mentions."""
    return [(each.id, frozenset(each.mentions)) for each in entities]


def words_of_events(events: Iterable[Event]) -> Held:
    """Events with the spans of their tellings."""
    return [
        (each.id, frozenset(Citation(telling.report, telling.start, telling.end) for telling in each.mentions))
        for each in events
    ]


def words_of_series(series: Iterable[Series], figures: Mapping[str, FigureEntry]) -> Held:
    """Series with the spans of their figures."""
    return [(each.id, frozenset(span_of(figures[point.figure]) for point in each.points)) for each in series]


def span_of(item: ClaimEntry | FigureEntry) -> Citation:
    """Where a claim or a figure stands."""
    return Citation(item.report, item.start, item.end)


def sort_of(found: Disagreement) -> str:
    """What tells disagreements of the same words apart."""
    return f"{found.kind} superseded" if found.status == "superseded" else found.kind


def words_of_disagreement(
    found: Disagreement, claims: Mapping[str, ClaimEntry], figures: Mapping[str, FigureEntry]
) -> Words:
    """The words of both sides."""
    own = [span_of(claims[key]) for key in found.claims if key in claims]
    return frozenset((*own, *(span_of(figures[key]) for key in found.figures if key in figures)))


def tells_of(
    words: Words,
    target: Target | None,
    found: Disagreement,
    claims: Mapping[str, ClaimEntry],
    figures: Mapping[str, FigureEntry],
) -> bool:
    """Whether a disagreement is the one that was decided on: it gives no value, and has no side, that was not known."""
    own = words_of_disagreement(found, claims, figures)
    if target is None or target.sort != sort_of(found) or own.isdisjoint(words):
        return False
    if not found.figures:
        return own <= words
    known = {each.best for each in figures.values() if span_of(each) in words}
    return {figures[key].best for key in found.figures if key in figures} <= known
