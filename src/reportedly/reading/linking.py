"""The last step of reading: figures to the claims that carry them and to the days for which they hold."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Claim, Figure, PlaceMention, Sentence, TimeExpression
from reportedly.report import Report


def link_figures(
    report: Report,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    claims: Sequence[Claim],
    times: Sequence[TimeExpression],
    places: Sequence[PlaceMention],
) -> tuple[Figure, ...]:
    """The figures with ``claim``, ``place``, ``as_of_earliest`` and ``as_of_latest`` set."""
    return tuple(figures)
