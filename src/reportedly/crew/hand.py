"""Who does the tasks of a crew: a hand is a thread with a process that does what it is given."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue

from reportedly.crew.process import CrewError, JobError, Process

HELD = 2
"""So many tasks are with a process, which then need not wait for the next one until this process has a moment."""
TRIES = 2
"""A process may be killed for what another one needed; a task over which it dies twice has killed it."""


class Task:
    """Something to be done by whoever claims it first: a hand that sends its message on, or the caller.

    Attributes:
        message: for a process; None where it cannot be sent.
        here: does it in this process.
        is_heavy: may take so much memory that its process dies of it, which then should not be this one.
        done: the answer; or why there is none.
    """

    def __init__(self, message: bytes | None, here: Callable[[], bytes], *, is_heavy: bool = False) -> None:
        self.message, self.here, self.is_heavy = message, here, is_heavy
        self.done: Future[bytes] = Future()
        self.deaths = 0
        self._claim = threading.Lock()

    def claim(self) -> bool:
        """Whether it is left to who asks, who is the first that does."""
        return self._claim.acquire(blocking=False)

    def do_here(self) -> None:
        """Do it in this process; a fault is kept for who looks at the answer."""
        try:
            self.done.set_result(self.here())
        except Exception as error:  # noqa: BLE001
            self.done.set_exception(error)


class Hand:
    """A thread that starts a process, and then takes tasks and has them done by it."""

    def __init__(self, tasks: SimpleQueue[Task | None], version: str) -> None:
        self.processes: list[Process] = []
        self._tasks, self._version = tasks, version
        self._process: Process | None = None
        self._held: deque[Task] = deque()
        self._sent = 0
        self._is_dismissed = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="reportedly-hand", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether it takes tasks, or has one."""
        return self._thread.is_alive()

    def dismiss(self) -> None:
        """End its process at once, be it in the middle of a task; it ends when ``None`` is its next one."""
        with self._lock:
            self._is_dismissed = True
            for process in self.processes:
                process.kill()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()
        for process in self.processes:
            process.close()

    def _serve(self) -> None:
        try:
            self._process = self._started()  # before a task is taken, which somebody else can do meanwhile
            while self._take():
                self._have_one_done()
        except CrewError:
            pass
        finally:  # whatever happened, somebody may wait for what it has
            for task in self._held:
                task.done.set_exception(CrewError("it is left to the caller"))

    def _take(self) -> bool:
        """Hold a task, and more where they wait; False where there will be none."""
        while len(self._held) < HELD:
            try:
                task = self._tasks.get(block=not self._held)
            except Empty:
                break
            if task is None:
                return False
            if task.claim():
                self._held.append(task)
        return True

    def _have_one_done(self) -> None:
        """Have the first task done.

        Raises:
            CrewError: there is no process, and none can be started.
        """
        process = self._process = self._process or self._started()
        try:
            for task in list(self._held)[self._sent :]:
                process.send(task.message or b"")
                self._sent += 1
            self._held[0].done.set_result(process.answer())
        except JobError as error:
            self._held[0].done.set_exception(error)
        except EOFError:
            self._process, self._sent = None, 0
            self._held[0].deaths += 1
            if self._held[0].deaths < TRIES:
                return
            self._held.popleft().done.set_exception(JobError(process.fate()))
            return
        self._held.popleft()
        self._sent -= 1

    def _started(self) -> Process:
        """A new process.

        Raises:
            CrewError: it does not start.
        """
        with self._lock:
            if self._is_dismissed:
                raise CrewError("the crew has ended")
            process = Process()
            self.processes.append(process)
        process.greet(self._version)
        return process
