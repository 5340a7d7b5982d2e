"""Who did what to whom, where, when, in which mode."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Chain, Claim, EventMention, Figure, Mention, PlaceMention, Sentence, TimeExpression
from reportedly.report import Report


def find_events(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
) -> tuple[EventMention, ...]:
    """The event mentions of a report in order."""
    return ()
