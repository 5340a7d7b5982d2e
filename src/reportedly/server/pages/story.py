"""A story: its head, its brief with numbered citations, and the reports that the numbers stand for."""

from __future__ import annotations

from collections.abc import Container, Set
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath

from reportedly.account.account import Account, BriefSentence, ReportEntry
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.stories import DayCount, days_of
from reportedly.telling.decided import say_decided
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import shorten

LONGEST_NAME, MOST_CITED = 90, 12
HEADINGS = {
    "lead": "In short",
    "happened": "What happened",
    "claims": "Who says what",
    "figures": "The figures",
    "holdings": "Who held what",
    "disputed": "What is disputed",
    "unconfirmed": "What is not confirmed",
    "changes": "What was revised",
}


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
class BriefLine:
    """A sentence of the brief with what supports it; ``new`` = it was not told so on the evening before, ``decided``
    says what of it somebody decided.

    ``reports`` counts the reports that support it, ``citations`` lead to the first of them.
    """

    sentence: str
    new: bool
    reports: int
    citations: tuple[Cited, ...]
    decided: str


@dataclass(frozen=True, slots=True)
class BriefPart:
    """A section of the brief."""

    section: str
    heading: str
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much each page of the story holds."""

    timeline: int
    series: int
    claims: int
    disagreements: int
    open_disagreements: int
    holdings: int
    entities: int
    reports: int


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story as it stood on ``as_of`` (None = with every report). ``days`` and ``undated`` are of all its reports."""

    id: str
    title: str
    first: date | None
    last: date | None
    as_of: date | None
    days: tuple[DayCount, ...]
    undated: int
    outlets: int
    origins: int
    counts: Counts
    reports: tuple[ReportLine, ...]
    brief: tuple[BriefPart, ...]


def story_page(whole: Account, account: Account, as_of: date | None, before: Account | None = None) -> StoryPage:
    """The page of a story, ``account`` being the part of ``whole`` that was known by ``as_of``.

    ``account`` may be empty: on a day before the first report there is a title and nothing else. ``before`` is what
    was known the evening before, None where nothing is to be called new.
    """
    story = whole.stories[0]
    told = account.stories[0] if account.stories else None
    shelf = Shelf(account)
    return StoryPage(
        id=story.id,
        title=told.title if told else story.title,
        first=told.first if told else None,
        last=told.last if told else None,
        as_of=as_of,
        days=days_of(whole.reports),
        undated=sum(report.published is None for report in whole.reports),
        outlets=len({report.outlet for report in account.reports if report.outlet}),
        origins=len({report.origin for report in account.reports}),
        counts=_counts(account),
        reports=report_lines(account, shelf),
        brief=_brief(account, shelf, {each.sentence for each in before.brief} if before else None),
    )


def report_lines(account: Account, shelf: Shelf, only: Container[str] | None = None) -> tuple[ReportLine, ...]:
    """The reports of an account (or those whose ids ``only`` holds) in order of their numbers."""
    origins = {origin.id: origin for origin in account.origins}
    return tuple(
        ReportLine(
            id=report.id,
            number=shelf.number_of_report[report.id],
            name=name_of(report, account),
            outlet=report.outlet,
            published=report.published,
            origin=report.origin,
            origin_name=origins[report.origin].name if report.origin in origins else report.origin,
            why=origins[report.origin].reason if report.origin in origins else "",
            copy_of=shelf.number_of_report.get(report.copy_of or ""),
            characters=report.characters,
            file=file_of(report),
        )
        for report in account.reports
        if only is None or report.id in only
    )


def name_of(report: ReportEntry, account: Account) -> str:
    """The title of a report, or the first words of one that has none."""
    return report.title or shorten(account.texts[report.id].strip().split("\n", 1)[0], LONGEST_NAME)


def file_of(report: ReportEntry) -> str:
    """The name of the file that a report came from, without its folders."""
    return PurePosixPath(report.path).name


def _counts(account: Account) -> Counts:
    return Counts(
        timeline=len(account.timeline),
        series=len(account.series),
        claims=sum(claim.source.start is not None for claim in account.claims),
        disagreements=len(account.disagreements),
        open_disagreements=sum(found.status == "open" for found in account.disagreements),
        holdings=len(account.holdings),
        entities=len(account.entities),
        reports=len(account.reports),
    )


def _brief(account: Account, shelf: Shelf, told: Set[str] | None) -> tuple[BriefPart, ...]:
    """The brief by section; ``told`` are the sentences of the evening before, None = not asked."""
    return tuple(
        BriefPart(
            section,
            HEADINGS.get(section, section),
            tuple(_brief_line(each, shelf, told) for each in sentences),
        )
        for section, sentences in groupby(account.brief, key=lambda sentence: sentence.section)
    )


def _brief_line(each: BriefSentence, shelf: Shelf, told: Set[str] | None) -> BriefLine:
    cited = cite(each.citations, shelf)
    return BriefLine(
        sentence=each.sentence,
        new=told is not None and each.sentence not in told,
        reports=len(cited),
        citations=cited[:MOST_CITED],
        decided=say_decided(each.decided, shelf.account),
    )
