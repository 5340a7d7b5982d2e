"""The reports of a story, each with its number and the origin that stands behind it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account
from reportedly.account.headlines import is_byline
from reportedly.server.pages.citing import file_of
from reportedly.server.pages.paging import Counted, Window, counted, holds
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import shorten

LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report with its number; ``name`` is its title or else its first words, ``copy_of`` the number of the report
    that it repeats, ``why`` says what showed its origin.
    """

    id: str
    number: int
    name: str
    outlet: str | None
    published: date | None
    origin: str
    origin_name: str
    why: str
    copy_of: int | None
    characters: int
    file: str


@dataclass(frozen=True, slots=True)
class ReportList:
    """A page of the reports in order of their numbers; ``found`` fit the choice, of ``total``.

    ``origins`` and ``outlets`` are what reports can be chosen by.
    """

    total: int
    found: int
    origins: tuple[Counted, ...]
    outlets: tuple[Counted, ...]
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which reports are wanted: of an origin, of an outlet, none that repeats another; whose name, outlet, origin or
    file hold all of the words. None and "" = any.
    """

    origin: str | None = None
    outlet: str | None = None
    words: str = ""
    originals: bool = False

    def fits(self, line: ReportLine) -> bool:
        """Whether a report is one of them."""
        return (
            (self.origin is None or line.origin_name == self.origin)
            and (self.outlet is None or line.outlet == self.outlet)
            and (not self.originals or line.copy_of is None)
            and holds(self.words)((line.name, line.outlet, line.origin_name, line.file))
        )


def report_list(lines: Sequence[ReportLine], choice: Choice, window: Window) -> ReportList:
    """A page of the reports that fit a choice."""
    found = [line for line in lines if choice.fits(line)]
    return ReportList(
        total=len(lines),
        found=len(found),
        origins=counted(line.origin_name for line in lines),
        outlets=counted(line.outlet for line in lines if line.outlet),
        reports=window.of(found),
    )


def report_lines(account: Account, only: Container[str] | None = None) -> tuple[ReportLine, ...]:
    """The reports of a story's account (or those whose ids ``only`` holds) in order of their numbers."""
    numbers = Shelf(account).number_in_story
    origins = {origin.id: origin for origin in account.origins}
    return tuple(
        ReportLine(
            id=report.id,
            number=numbers[report.id],
            name=name_of(report.title, account.texts[report.id]),
            outlet=report.outlet,
            published=report.published,
            origin=report.origin,
            origin_name=origins[report.origin].name if report.origin in origins else report.origin,
            why=origins[report.origin].reason if report.origin in origins else "",
            copy_of=numbers.get(report.copy_of or ""),
            characters=report.characters,
            file=file_of(report),
        )
        for report in account.reports
        if only is None or report.id in only
    )


def name_of(title: str | None, text: str) -> str:
    """The title of a report, or the first words of one that has none, behind the name of who wrote it."""
    lines = [line for line in text.split("\n", 8) if line.strip()] or [""]
    telling = next((line for line in lines if not is_byline(line)), lines[0])
    return title or shorten(telling.strip(), LONGEST_NAME)
