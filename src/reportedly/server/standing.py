"""The accounts of an archive's stories as they stand now and on each day, kept in memory while they hold."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from datetime import date
from threading import Lock
from typing import Any, TypeVar

from reportedly.account.account import Account
from reportedly.archive import Archive
from reportedly.errors import NotFoundError
from reportedly.pipeline import story_as_of
from reportedly.telling.ask import Answer, Asker
from reportedly.telling.review import Item, review

KEPT = 64
"""Stories, days and lists that are kept; one is a few megabytes at most."""

Made = TypeVar("Made")


class Standing:
    """Answers from one archive. It is safe to use from several threads.

    Only what is asked for is decoded: a large archive's first page must not wait for the account of every story. What
    takes long (the account of a past day) is made once, and holds up nobody who asks for something else.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._lock = Lock()
        self._mark: str | None = None
        self._kept: OrderedDict[Hashable, _Slot] = OrderedDict()

    def story(self, story: str) -> Account:
        """The part of the account that belongs to one story.

        Raises:
            NotFoundError: there is no such story.
        """
        found = self._once(("story", story), lambda: self.archive.story_account(story))
        if found is None:
            raise NotFoundError(f"There is no story {story!r} in this archive. Go back to the list of stories.")
        return found

    def story_as_of(self, story: str, day: date | None) -> Account:
        """The story's account as it stood on the evening of a day, by what was published until then; None = now.

        Raises:
            NotFoundError: there is no such story.
        """
        whole = self.story(story)
        if (last := last_day(whole, day)) is None:
            return whole
        reports = [report.id for report in whole.reports if report.published and report.published <= last]
        if not reports:
            return Account()
        return self._once(("past", story, last), lambda: story_as_of(self.archive, reports, last))

    def asker(self, story: str, day: date | None) -> Asker:
        """Who answers questions about a story as it stood on a day (None = now), laid out once.

        Raises:
            NotFoundError: there is no such story.
        """
        part = self.story_as_of(story, day)
        return self._once(("asker", story, last_day(self.story(story), day)), lambda: Asker(part))

    def ask(self, question: str) -> tuple[Answer, Account]:
        """The answer of all stories to a question, and the account of those in which it was looked for."""
        return self.archive.ask(question, None, self._account_of)

    def _account_of(self, stories: Collection[str]) -> Account:
        return self._once(("stories", tuple(stories)), lambda: self.archive.account_of(stories))

    def queue(self, story: str) -> tuple[Item, ...]:
        """What is to be reviewed of a story.

        Raises:
            NotFoundError: there is no such story.
        """
        part = self.story(story)
        return self._once(("queue", story), lambda: review(part))

    def story_of(self, report: str) -> str:
        """The story that a report belongs to.

        Raises:
            NotFoundError: there is no such report, or it is not in the account yet.
        """
        if found := self.archive.story_of(report):
            return found
        raise NotFoundError(f"There is no report {report!r} in the account. Go back to the list of stories.")

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made once for a key as long as the stored account is the same."""
        return self._once(("page", key), make)

    def _once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        with self._lock:
            self._renew()
            slot = self._kept.setdefault(key, _Slot())
            self._kept.move_to_end(key)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        made: Made = slot.get(make)
        return made

    def _renew(self) -> None:
        mark = self.archive.account_mark()
        if mark != self._mark:
            self._kept.clear()
            self._mark = mark


class _Slot:
    """Something that is made when it is first asked for; whoever asks meanwhile waits for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: list[Any] = []

    def get(self, make: Callable[[], Any]) -> Any:
        with self._lock:
            if not self._made:
                self._made.append(make())
            return self._made[0]


def last_day(whole: Account, day: date | None) -> date | None:
    """The last day of publication up to ``day``, or ``day`` before the first; None where nothing is left out."""
    days = sorted({report.published for report in whole.reports if report.published})
    known = [each for each in days if day is None or each <= day]
    if day is None or (len(known) == len(days) and all(report.published for report in whole.reports)):
        return None
    return known[-1] if known else day
