"""Saying in the account what was decided: each decision with what it is about now, each row with its decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.account.account import (
    Citation,
    ClaimEntry,
    Decision,
    Disagreement,
    Entity,
    Event,
    FigureEntry,
    Series,
    Story,
    TargetKind,
)
from reportedly.account.decisions.holding import (
    Held,
    holder_of,
    span_of,
    tells_of,
    words_of_entities,
    words_of_events,
    words_of_series,
)
from reportedly.account.decisions.rulings import Rulings

Row = TypeVar("Row", Entity, Event, ClaimEntry, FigureEntry, Series, Disagreement, Story)
Decided = Mapping[str, tuple[str, ...]]
"""From the id of a row to the ids of the decisions behind it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a story that decisions can be about."""

    story: Story
    entities: Sequence[Entity]
    events: Sequence[Event]
    claims: Sequence[ClaimEntry]
    figures: Sequence[FigureEntry]
    series: Sequence[Series]
    disagreements: Sequence[Disagreement]


def concerned(rulings: Rulings, rows: Rows) -> tuple[Decision, ...]:
    """The decisions of a story, each with the ids of the rows that it is about as they are now."""
    if not rulings.decisions:
        return ()
    claims, figures = {each.id: each for each in rows.claims}, {each.id: each for each in rows.figures}
    held: dict[TargetKind, Held] = {
        "entity": words_of_entities(rows.entities),
        "event": words_of_events(rows.events),
        "series": words_of_series(rows.series, figures),
        "claim": [(each.id, frozenset((span_of(each),))) for each in rows.claims],
        "figure": [(each.id, frozenset((span_of(each),))) for each in rows.figures],
        "story": [(rows.story.id, frozenset(Citation(report, 0, 0) for report in rows.story.reports))],
    }

    def keys(decision: Decision) -> Iterable[str | None]:
        if decision.target and decision.target.kind == "disagreement":
            words = rulings.words(decision)
            found = (d for d in rows.disagreements if tells_of(words, decision.target, d, claims, figures))
            return [each.id for each in found]
        kind = decision.target.kind if decision.target else "story"
        first = holder_of(rulings.words(decision), held[kind])
        other = decision.value.other if decision.value else None
        return [first, holder_of(rulings.others(decision), held[other.kind])] if other else [first]

    return tuple(
        replace(each, story=rows.story.id, concerns=tuple(dict.fromkeys(key for key in keys(each) if key)))
        for each in rulings.decisions
        if each.kind == "reject" or any(keys(each))
    )


def decided_by(decisions: Sequence[Decision]) -> Decided:
    """The decisions behind each row."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for decision in decisions:
        for key in decision.concerns:
            found[key].append(decision.id)
    return {key: tuple(ids) for key, ids in found.items()}


def marked(rows: Iterable[Row], decided: Decided) -> tuple[Row, ...]:
    """The rows with the decisions behind them."""
    return tuple(replace(row, decided=decided[row.id]) if row.id in decided else row for row in rows)
