"""A crew: several processes that read reports, each with a reader of its own.

The processes are plain programs that are spoken to through their pipes (see ``worker.py``). What Python has for this
(``multiprocessing``) runs the caller's program once more in every process, which a script that reads at its top level
does not survive.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, Self, TypeVar

import msgspec

from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.reading.worker import READ, START, receive, send, told
from reportedly.report import Report

ENOUGH = 24
"""Reports from which on several processes pay for their start, where nobody says how many there shall be."""
MOST = 16
"""So many processes give as much as the one that stores what they read can take."""
AHEAD = 3
"""So many reports for each process are taken before the first of them is read: no process waits, few lie in memory."""
TRIES = 2
"""A process may be killed for what another one needed; who dies twice over one report dies of it."""
PATIENCE = 10
"""Seconds in which a process that has closed its pipe must have ended."""
QUOTA = Path("/sys/fs/cgroup/cpu.max")

Item = TypeVar("Item")
_decoder = msgspec.msgpack.Decoder(Reading)


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a report has no reading, in words that go on after "it could not be read"."""

    problem: str


Outcome = Reading | Unread | None
"""What became of an item: None where it holds no report."""


class CrewError(Exception):
    """A report must be read here: no process can be started, or it cannot be sent to one."""


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
    """Reads reports in order. Use it as a context manager: what it started ends with it.

    ``processes``: how many read at once; None = one where there are few reports, else one for each core.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.reader = Reader()
        self._asked = processes
        self._threads: ThreadPoolExecutor | None = None
        self._free: queue.SimpleQueue[_Process] = queue.SimpleQueue()
        self._started: list[_Process] = []
        self._lock = threading.Lock()
        self._closed: CrewError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes, be it in the middle of a report: they keep nothing that could be lost."""
        with self._lock:
            self._closed = CrewError("the crew has ended")
        for process in self._started:
            process.kill()
        if self._threads:
            self._threads.shutdown(cancel_futures=True)
        for process in self._started:
            process.close()

    def read(self, items: Iterable[Item], report_of: Callable[[Item], Report | None]) -> Iterator[tuple[Item, Outcome]]:
        """Each item with the reading of its report, in order, whoever reads it.

        Items whose ``report_of`` is None pass through. Items are taken a few ahead of what is given back, in the
        caller's thread.
        """
        coming = iter(items)
        processes = self._asked
        if processes is None:
            first, enough = _until_enough(coming, report_of)
            processes, coming = processes_here() if enough else 1, chain(first, coming)
        if processes > 1:
            yield from self._read_ahead(coming, report_of, processes)
        else:
            yield from ((item, self._read_here(report_of(item))) for item in coming)

    def _read_here(self, report: Report | None) -> Outcome:
        """What a report says; why not, where reading failed: one report must never cost the others."""
        if report is None:
            return None
        try:
            return self.reader.read(report)
        except Exception as error:  # noqa: BLE001
            return Unread(told(error))

    def _read_ahead(
        self, items: Iterable[Item], report_of: Callable[[Item], Report | None], processes: int
    ) -> Iterator[tuple[Item, Outcome]]:
        self._threads = self._threads or ThreadPoolExecutor(processes)
        waiting: deque[tuple[Item, Report | None, Future[Outcome] | None]] = deque()
        for item in items:
            report = report_of(item)
            waiting.append((item, report, self._threads.submit(self._read_there, report) if report else None))
            if len(waiting) > AHEAD * processes:
                yield self._done(*waiting.popleft())
        while waiting:
            yield self._done(*waiting.popleft())

    def _done(self, item: Item, report: Report | None, future: Future[Outcome] | None) -> tuple[Item, Outcome]:
        try:
            return item, future.result() if future else None
        except CrewError:
            return item, self._read_here(report)

    def _read_there(self, report: Report) -> Outcome:
        """What a report says, read by a process that is free; this runs in a thread that waits for it.

        Raises:
            CrewError: there is none, and none can be started; or the report cannot be sent (half a character in it).
        """
        try:
            message = msgspec.msgpack.encode(report)
        except UnicodeError as error:
            raise CrewError(told(error)) from error
        problem = ""
        for _ in range(TRIES):
            process = self._process()
            try:
                outcome = process.read(message)
            except EOFError:
                problem = process.fate()
            else:
                self._free.put(process)
                return outcome
        return Unread(problem)

    def _process(self) -> _Process:
        """One that is free, else a new one: there are as many threads as there may be processes."""
        with suppress(queue.Empty):
            return self._free.get_nowait()
        with self._lock:
            if self._closed:
                raise self._closed
            process = _Process()
            self._started.append(process)
        try:
            process.greet(self.reader.version)
        except CrewError as error:
            self._closed = error  # the next one would not start either
            raise
        return process


class _Process:
    """One process that reads one report after another."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            CrewError: it does not start.
        """
        if getattr(sys, "frozen", False) or not _is_python(sys.executable):
            raise CrewError("there is no Python to start: it is part of another program")
        command = [sys.executable, "-P", "-c", START, *map(str, sys.path)]
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            raise CrewError(told(error)) from error

    def greet(self, version: str) -> None:
        """Wait until it is ready.

        Raises:
            CrewError: it has ended, or reads by another version than this process.
        """
        try:
            found = receive(self._output).decode()
        except EOFError as error:
            raise CrewError(self.fate()) from error
        if found != version:
            raise CrewError(f"it reads by version {found}")

    def read(self, message: bytes) -> Reading | Unread:
        """What the report in a message says.

        Raises:
            EOFError: the process has ended.
        """
        try:
            send(self._input, message)
        except OSError as error:
            raise EOFError from error
        answer = receive(self._output)
        return _decoder.decode(answer[1:]) if answer[:1] == READ else Unread(answer[1:].decode())

    def fate(self) -> str:
        """How it ended, in words; what has stopped to answer is ended here."""
        try:
            code = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        how = f"by signal {-code}" if code < 0 else f"with code {code}"
        return f"the process that read it ended {how}, as happens where memory runs short"

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def close(self) -> None:
        """Let go of what is left of it."""
        self._process.wait()
        with suppress(OSError):  # something was on its way to it
            self._input.close()
        self._output.close()

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout


def _is_python(executable: str | None) -> bool:
    """Whether a program is an interpreter, and not one that has Python inside, which might start anything."""
    return Path(executable or "").stem.lower().startswith(("python", "pypy"))


def _until_enough(items: Iterator[Item], report_of: Callable[[Item], Report | None]) -> tuple[list[Item], bool]:
    """The first items up to so many reports that several processes pay, and whether there are so many."""
    taken: list[Item] = []
    reports = 0
    for item in items:
        taken.append(item)
        reports += report_of(item) is not None
        if reports >= ENOUGH:
            return taken, True
    return taken, False
