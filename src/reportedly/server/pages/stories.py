"""The first page: every story of the archive on a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from reportedly.account.account import ReportEntry
from reportedly.archive.heads import Head
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


def story_lines(heads: Iterable[Head]) -> tuple[StoryLine, ...]:
    """Every story, the newest first."""
    ordered = sorted(heads, key=lambda head: head.id)
    ordered.sort(key=lambda head: (head.last or date.min, head.reports), reverse=True)
    return tuple(map(_line, ordered))


def _line(head: Head) -> StoryLine:
    return StoryLine(
        id=head.id,
        title=head.title,
        first=head.first,
        last=head.last,
        reports=head.reports,
        undated=head.undated,
        outlets=head.outlets,
        origins=head.origins,
        open_disagreements=head.open_disagreements,
        activity=in_steps([DayCount(day, count) for day, count in head.days]),
        lead=head.lead,
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
