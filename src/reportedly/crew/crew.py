"""Several processes that read reports and reckon stories, and this one among them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import wait
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from typing import Self, TypeVar

from reportedly.account.outline import Outline
from reportedly.archive.accounts import Row
from reportedly.crew.hand import Hand, Task
from reportedly.crew.jobs import Job, Read, ToRead, ToReckon, Unread, Want, do, message_of, read_in, rows_in
from reportedly.crew.process import CrewError, JobError
from reportedly.crew.worker import told
from reportedly.reading.reader import Reader
from reportedly.report import Report

ENOUGH = 24
"""Reports from which on several processes pay for their start, where nobody says how many there shall be."""
ENOUGH_TO_RECKON = 150
"""Reports of the stories behind the first from which on a process is started only to reckon."""
MOST = 16
"""So many processes give as much as the one that stores what they read can take."""
AHEAD = 4
"""So many reports for each process are taken before the first of them is read: no process waits, few lie in memory."""
LONG = 50_000
"""Characters of a report from which on this process leaves it to others: one that takes all memory must not end it."""
MOMENT = 1.0
"""Seconds after which this process looks whether those that it waits for are still there."""
QUOTA = Path("/sys/fs/cgroup/cpu.max")

Item = TypeVar("Item")
Story = tuple[Outline, Mapping[str, bytes]]
"""A story, with the readings of its reports as JSON by report id."""
Outcome = Read | Unread | None
"""What became of an item: None where it holds no report."""


def processes_here() -> int:
    """How many cores this process may use: those it is bound to, or fewer where its container has less time."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(bound, _granted(), MOST))


def _granted() -> int:
    """The whole cores' worth of time that a Linux container has."""
    try:
        quota, period = QUOTA.read_text(encoding="ascii").split()
        return max(1, int(quota) // int(period))
    except (OSError, ValueError):  # no Linux, no container, or "max": all that there is
        return MOST


class Crew:
    """Reads reports and reckons stories, in order. Use it as a context manager: what it started ends with it.

    ``processes``: how many work at once, this one among them; None = one where there is little to do, else one for
    each core.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.reader = Reader()
        self._asked = processes
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._hands: list[Hand] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes, be it in the middle of a report: they keep nothing that could be lost."""
        for hand in self._hands:
            hand.dismiss()
            self._tasks.put(None)
        for hand in self._hands:
            hand.join()

    def read(
        self, items: Iterable[Item], report_of: Callable[[Item], Report | None], want: Want = "reading"
    ) -> Iterator[tuple[Item, Outcome]]:
        """Each item with what its report says, in order, whoever reads it.

        Items whose ``report_of`` is None pass through. Items are taken a few ahead of what is given back, in the
        caller's thread.
        """
        coming = ((item, report_of(item)) for item in items)
        first, processes = list[tuple[Item, Report | None]](), self._asked
        if processes is None:
            first, enough = _until(coming, lambda pair: pair[1] is not None, ENOUGH)
            processes = processes_here() if enough else 1
        tasks = ((item, self._to_read(report, want) if report else None) for item, report in chain(first, coming))
        for item, task in self._done(tasks, processes):
            yield item, _outcome(task) if task else None

    def reckon(self, stories: Iterable[Story]) -> Iterator[list[Row]]:
        """The rows of each story, in order, whoever reckons it; best given the largest first.

        A story that another process could not reckon is reckoned here once more.

        Raises:
            Exception: what reckoning a story raises.
        """
        coming = iter(stories)
        first, _ = _until(coming, lambda _: 1, 1)
        worth = 1 if self._hands or (self._asked or 1) > 1 else ENOUGH_TO_RECKON
        others, enough = _until(coming, lambda story: len(story[0].reports), worth)
        processes = (self._asked or processes_here()) if enough else 1
        tasks = ((None, self._task(ToReckon(*story))) for story in chain(first, others, coming))
        yield from (_rows(task) for _, task in self._done(tasks, processes) if task)

    def _to_read(self, report: Report, want: Want) -> Task:
        return self._task(ToRead(report, want), is_heavy=len(report.text) > LONG)

    def _task(self, job: Job, *, is_heavy: bool = False) -> Task:
        try:
            message = message_of(job)
        except UnicodeError:  # half a character
            message = None
        return Task(message, lambda: do(job, self.reader), is_heavy=is_heavy)

    def _done(self, coming: Iterable[tuple[Item, Task | None]], processes: int) -> Iterator[tuple[Item, Task | None]]:
        """Each item when its task is done, in order; those without one pass through."""
        while len(self._hands) < processes - 1:
            self._hands.append(Hand(self._tasks, self.reader.version))
        ahead = AHEAD * processes if processes > 1 else 0
        waiting: deque[tuple[Item, Task | None]] = deque()
        for item, task in coming:
            waiting.append((item, task))
            if task and task.message is not None and processes > 1:
                self._tasks.put(task)
            if len(waiting) > ahead:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _first(self, waiting: deque[tuple[Item, Task | None]]) -> tuple[Item, Task | None]:
        """The first item that waits, when its task is done; meanwhile the last of the others are done here."""
        item, task = waiting[0]
        while task and not task.done.done():
            if mine := self._claimed(each for _, each in reversed(waiting)):
                mine.do_here()
            else:
                wait([task.done], MOMENT)
        waiting.popleft()
        return item, task

    def _claimed(self, tasks: Iterable[Task | None]) -> Task | None:
        """The first of some tasks that nobody has begun and that may be done here."""
        alone = not any(hand.is_alive for hand in self._hands)
        mine = (task for task in tasks if task and (alone or not task.is_heavy or task.message is None))
        return next((task for task in mine if task.claim()), None)


def _outcome(task: Task) -> Read | Unread:
    """What a report says; why not, where reading failed: one report must never cost the others."""
    try:
        return read_in(_answer(task))
    except JobError as error:
        return Unread(str(error))
    except Exception as error:  # noqa: BLE001
        return Unread(told(error))


def _answer(task: Task) -> bytes:
    """The answer to a task that is done, or that nobody did and that is done now."""
    try:
        return task.done.result()
    except CrewError:
        return task.here()


def _rows(task: Task) -> list[Row]:
    """The rows of a story that is reckoned; where another process failed, it is reckoned here."""
    try:
        return rows_in(_answer(task))
    except JobError:
        return rows_in(task.here())


def _until(items: Iterator[Item], weight: Callable[[Item], int], enough: int) -> tuple[list[Item], bool]:
    """The first items that weigh enough together, and whether there are so many."""
    taken: list[Item] = []
    total = 0
    for item in items:
        taken.append(item)
        total += weight(item)
        if total >= enough:
            return taken, True
    return taken, False
