"""The first page: every story of the archive on a line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from reportedly.account.account import Account, ReportEntry, Story
from reportedly.server.pages.paging import Window, holds


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many reports were published on a day."""

    day: date
    reports: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story with what an editor looks for first; ``lead`` is the first sentence of its brief."""

    id: str
    title: str
    first: date | None
    last: date | None
    reports: int
    undated: int
    outlets: int
    origins: int
    open_disagreements: int
    activity: tuple[DayCount, ...]
    lead: str | None


@dataclass(frozen=True, slots=True)
class StoryList:
    """A page of the stories, those with the newest reports first; ``total`` = how many there are, ``found`` = how many
    hold the words asked for. ``current`` = every report of the archive is in the account.
    """

    archive: str
    current: bool
    reports: int
    total: int
    found: int
    stories: tuple[StoryLine, ...]


def story_list(lines: Sequence[StoryLine], archive: str, words: str, window: Window, *, current: bool) -> StoryList:
    """A page of the stories whose title or lead hold all of the words."""
    fits = holds(words)
    found = [line for line in lines if fits((line.title, line.lead))]
    reports = sum(line.reports for line in lines)
    return StoryList(archive, current, reports, len(lines), len(found), window.of(found))


def story_lines(account: Account) -> tuple[StoryLine, ...]:
    """Every story of an account, the newest first."""
    reports: defaultdict[str, list[ReportEntry]] = defaultdict(list)
    for report in account.reports:
        reports[report.story].append(report)
    disputed = Counter(found.story for found in account.disagreements if found.status == "open")
    leads = {sentence.story: sentence.sentence for sentence in reversed(account.brief) if sentence.section == "lead"}
    lines = [_line(story, reports[story.id], disputed[story.id], leads.get(story.id)) for story in account.stories]
    lines.sort(key=lambda line: (line.last or date.min, line.reports), reverse=True)
    return tuple(lines)


def _line(story: Story, reports: list[ReportEntry], disputed: int, lead: str | None) -> StoryLine:
    return StoryLine(
        id=story.id,
        title=story.title,
        first=story.first,
        last=story.last,
        reports=len(reports),
        undated=sum(report.published is None for report in reports),
        outlets=len({report.outlet for report in reports if report.outlet}),
        origins=len({report.origin for report in reports}),
        open_disagreements=disputed,
        activity=in_steps(days_of(reports)),
        lead=lead,
    )


def in_steps(days: Sequence[DayCount], most: int = 60) -> tuple[DayCount, ...]:
    """The same counts in at most so many equal steps of days, each named by its first: enough for a small drawing."""
    if not days or (span := (days[-1].day - days[0].day).days + 1) <= most:
        return tuple(days)
    step = ceil(span / most)
    counts = Counter[date]()
    for each in days:
        counts[each.day - timedelta((each.day - days[0].day).days % step)] += each.reports
    return tuple(DayCount(day, count) for day, count in sorted(counts.items()))


def days_of(reports: Iterable[ReportEntry]) -> tuple[DayCount, ...]:
    """The days on which reports were published, in order."""
    counted = Counter(report.published for report in reports if report.published)
    return tuple(DayCount(day, count) for day, count in sorted(counted.items()))
