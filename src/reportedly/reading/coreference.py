"""Which mentions of a report refer to the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Chain, Mention, Quote, Sentence
from reportedly.report import Report


def resolve_mentions(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention], quotes: Sequence[Quote]
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions with their ``chain`` set, and the chains."""
    return tuple(mentions), ()
