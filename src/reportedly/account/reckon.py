"""The order of the steps from readings to the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.account.account import Account
from reportedly.reading.reading import Reading
from reportedly.report import Report


def reckon(reports: Sequence[Report], readings: Mapping[str, Reading]) -> Account:
    """The account of all reports, story by story; the order in which reports are given does not matter.

    ``readings`` maps report ids to readings. Timeline and brief are told later, in ``telling``.
    """
    return Account(texts={report.id: report.text for report in reports})
