"""What a report is gathered and compared by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.account.order import Rank, rank_of
from reportedly.account.origins import Credited, sample_of
from reportedly.account.stories import Vector, vector_of
from reportedly.report import Report


@dataclass(frozen=True, slots=True)
class Trait:
    """It depends on the report and its reading alone."""

    rank: Rank
    published: date | None
    vector: Vector
    sample: frozenset[int]


def trait_of(report: Report, reading: Credited | None) -> Trait:
    """What a report is gathered and compared by."""
    return Trait(rank_of(report, reading), report.published, vector_of(report), sample_of(report.text))
