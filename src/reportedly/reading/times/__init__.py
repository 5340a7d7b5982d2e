"""Time expressions (TIMEX3) with the days that they can mean."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Sentence, TimeExpression
from reportedly.report import Report


def find_times(report: Report, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of a report in order, anchored to its publication date."""
    return ()
