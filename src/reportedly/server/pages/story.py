"""A story: its head, its brief with numbered citations, and the reports that the numbers lead to."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from reportedly.account.account import Account, BriefSentence
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.reports import ReportLine, report_lines
from reportedly.server.pages.stories import DayCount, days_of
from reportedly.telling.decided import say_decided
from reportedly.telling.shelf import Shelf

MOST_CITED = 6
"""Reports that a sentence leads to; how many support it is told beside them."""
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
    """A story as it stood on ``as_of`` (None = with every report). ``days`` and ``undated`` are of all its reports,
    ``cited`` are those that the brief leads to.
    """

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
    cited: tuple[ReportLine, ...]
    brief: tuple[BriefPart, ...]


def story_page(whole: Account, account: Account, as_of: date | None, before: Account | None = None) -> StoryPage:
    """The page of a story, ``account`` being the part of ``whole`` that was known by ``as_of``.

    ``account`` may be empty: on a day before the first report there is a title and nothing else. ``before`` is what
    was known the evening before, None where nothing is to be called new.
    """
    story = whole.stories[0]
    told = account.stories[0] if account.stories else None
    brief = _brief(account, Shelf(account), {each.sentence for each in before.brief} if before else None)
    cited = {each.report for part in brief for line in part.lines for each in line.citations}
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
        cited=report_lines(account, cited),
        brief=brief,
    )


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
