"""Place names resolved to places of the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Mention, PlaceMention, Sentence
from reportedly.report import Report


def find_places(report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[PlaceMention, ...]:
    """The place names of a report in order, resolved by context."""
    return ()
