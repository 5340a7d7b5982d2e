"""The first page: every story of the archive on a line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account, ReportEntry, Story


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
    """The stories, those with the newest reports first. ``current`` = every report of the archive is in the account."""

    archive: str
    current: bool
    reports: int
    stories: tuple[StoryLine, ...]


def story_list(account: Account, archive: str, *, current: bool) -> StoryList:
    """The list of all stories of an account."""
    reports: defaultdict[str, list[ReportEntry]] = defaultdict(list)
    for report in account.reports:
        reports[report.story].append(report)
    disputed = Counter(found.story for found in account.disagreements if found.status == "open")
    leads = {sentence.story: sentence.sentence for sentence in reversed(account.brief) if sentence.section == "lead"}
    lines = [_line(story, reports[story.id], disputed[story.id], leads.get(story.id)) for story in account.stories]
    lines.sort(key=lambda line: (line.last or date.min, line.reports), reverse=True)
    return StoryList(archive, current, len(account.reports), tuple(lines))


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
        activity=days_of(reports),
        lead=lead,
    )


def days_of(reports: Iterable[ReportEntry]) -> tuple[DayCount, ...]:
    """The days on which reports were published, in order."""
    counted = Counter(report.published for report in reports if report.published)
    return tuple(DayCount(day, count) for day, count in sorted(counted.items()))
