"""The account of an archive as it stands now, and the part of each story on each day, kept in memory while it holds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Lock

from reportedly.account.account import Account
from reportedly.archive import Archive
from reportedly.errors import NotFoundError
from reportedly.pipeline import story_as_of
from reportedly.telling.review import Item, review

KEPT = 32
"""Stories and days that are kept; one is a few megabytes at most."""

Key = tuple[str, date | None]


class Standing:
    """Answers from one archive. It is safe to use from several threads."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._lock = Lock()
        self._mark: str | None = None
        self._account = Account()
        self._parts: OrderedDict[Key, Account] = OrderedDict()
        self._queues: dict[str, tuple[Item, ...]] = {}

    def account(self) -> Account:
        """The whole account; decoded again only where another one has been stored meanwhile.

        Raises:
            ArchiveError: it is damaged.
        """
        with self._lock:
            self._renew()
            return self._account

    def story(self, story: str) -> Account:
        """The part of the account that belongs to one story.

        Raises:
            NotFoundError: there is no such story.
        """
        with self._lock:
            self._renew()
            return self._kept((story, None), lambda: part_of(self._account, story))

    def story_as_of(self, story: str, day: date | None) -> Account:
        """The story's account as it stood on the evening of a day, by what was published until then; None = now.

        Raises:
            NotFoundError: there is no such story.
        """
        whole = self.story(story)
        days = sorted({report.published for report in whole.reports if report.published})
        known = [each for each in days if day is None or each <= day]
        if day is None or (len(known) == len(days) and all(report.published for report in whole.reports)):
            return whole
        if not known:
            return Account()
        with self._lock:
            reports = [report.id for report in whole.reports]
            return self._kept((story, known[-1]), lambda: story_as_of(self.archive, reports, known[-1]))

    def queue(self, story: str) -> tuple[Item, ...]:
        """What is to be reviewed of a story.

        Raises:
            NotFoundError: there is no such story.
        """
        part = self.story(story)
        with self._lock:
            if story not in self._queues:
                self._queues[story] = review(part)
            return self._queues[story]

    def story_of(self, report: str) -> str:
        """The story that a report belongs to.

        Raises:
            NotFoundError: there is no such report, or it is not in the account yet.
        """
        for entry in self.account().reports:
            if entry.id == report:
                return entry.story
        raise NotFoundError(f"There is no report {report!r} in the account. Go back to the list of stories.")

    def _renew(self) -> None:
        mark = self.archive.account_mark()
        if mark != self._mark:
            self._account, self._mark = self.archive.account(), mark
            self._parts.clear()
            self._queues.clear()

    def _kept(self, key: Key, make: Callable[[], Account]) -> Account:
        if key not in self._parts:
            self._parts[key] = make()
            if len(self._parts) > KEPT:
                self._parts.popitem(last=False)
        self._parts.move_to_end(key)
        return self._parts[key]


def part_of(account: Account, wanted: str) -> Account:
    """The rows of an account that belong to one story.

    Raises:
        NotFoundError: there is no such story.
    """
    story = next((story for story in account.stories if story.id == wanted), None)
    if story is None:
        raise NotFoundError(f"There is no story {wanted!r} in this archive. Go back to the list of stories.")
    reports, entities = set(story.reports), set(story.entities)
    claims = tuple(row for row in account.claims if row.report in reports)
    own = {claim.id for claim in claims}
    return replace(
        account,
        stories=(story,),
        reports=tuple(row for row in account.reports if row.id in reports),
        entities=tuple(row for row in account.entities if row.id in entities),
        claims=claims,
        figures=tuple(row for row in account.figures if row.report in reports),
        times=tuple(row for row in account.times if row.report in reports),
        places=tuple(row for row in account.places if row.report in reports),
        events=tuple(row for row in account.events if row.story == wanted),
        series=tuple(row for row in account.series if row.story == wanted),
        disagreements=tuple(row for row in account.disagreements if row.story == wanted),
        timeline=tuple(row for row in account.timeline if row.story == wanted),
        brief=tuple(row for row in account.brief if row.story == wanted),
        decisions=tuple(row for row in account.decisions if row.story in {wanted, None}),
        holdings=tuple(row for row in account.holdings if own.intersection(row.claims)),
    )
