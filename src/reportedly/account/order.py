"""The order in which everything is reckoned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from reportedly.account.origins.credits import Credited, credited_agency, is_its_own
from reportedly.report import Report

Rank = tuple[date, int, int, str]
"""Day of publication (undated: the last day there is), how near to an agency, minus the length, id; the least first."""


def canonical(reports: Sequence[Report], readings: Mapping[str, Credited]) -> list[Report]:
    """The reports in the order in which everything is reckoned: by day, undated last; agency copy first of a day.

    A report that is given twice stands once.
    """
    once = {report.id: report for report in reports}
    return sorted(once.values(), key=lambda report: rank_of(report, readings.get(report.id)))


def rank_of(report: Report, reading: Credited | None) -> Rank:
    """Of one day, an agency's own print comes first, then who credits one, then the longer text: a passage is taken
    from the fuller story.
    """
    agency = credited_agency(report, reading)
    nearness = 2 if agency is None else 1 - is_its_own(report, agency)
    return report.published or date.max, nearness, -len(report.text), report.id
