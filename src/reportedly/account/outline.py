"""A story before it is reckoned: which reports tell it, and where each comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.account.account import Decision
from reportedly.account.origins import ReportOrigin
from reportedly.report import Report


@dataclass(frozen=True, slots=True)
class Outline:
    """All that the account of one story rests on beside the readings of its reports.

    Attributes:
        reports: of the story, in canonical order; not empty.
        origins: of these reports, by id.
        copies: from one of them to the report that it repeats.
        decisions: those in force, of all stories, in order of time.
    """

    reports: tuple[Report, ...]
    origins: Mapping[str, ReportOrigin]
    copies: Mapping[str, str]
    decisions: tuple[Decision, ...] = ()
