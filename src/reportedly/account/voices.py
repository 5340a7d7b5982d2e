"""How the account names who says something, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import ClaimEntry
from reportedly.report import Report

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Voices:
    """The reports and claims of a story, for saying who said what on which day."""

    reports: Mapping[str, Report]
    claims: Mapping[str, ClaimEntry]

    def speaker(self, claim: str | None, report: str) -> str:
        """The source's name; for the outlet's own words the outlet, or its file where nobody knows the outlet."""
        entry = self.claims.get(claim or "")
        if entry and entry.source.name:
            return entry.source.name
        known = self.reports[report]
        return known.outlet or known.path.rpartition("/")[2] or report

    def on_day(self, report: str, day: date | None = None, begins: bool = True) -> str:
        """ "On 17 October": the day for which it is said or on which it was printed; else "In an undated report".

        ``begins`` is whether it opens a sentence.
        """
        shown = day or self.reports[report].published
        words = f"On {spoken(shown)}" if shown else "In an undated report"
        return words if begins else words[0].lower() + words[1:]


def spoken(day: date) -> str:
    """A day as a reader says it: "17 October"; the year is told by the story."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def clipped(text: str, limit: int = 110) -> str:
    """The beginning of a text in one line and in quotation marks, cut at a word."""
    line = " ".join(text.split()).strip("“”\"'‘’ ,;")
    return f"“{line}”" if len(line) <= limit else f"“{line[:limit].rpartition(' ')[0]} …”"
