"""One process that does one job after another."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from reportedly.crew import worker
from reportedly.crew.pipes import receive, send

PATIENCE = 10
"""Seconds in which a process that has closed its pipe must have ended."""


class CrewError(Exception):
    """A job must be done here: no process can be started, or it cannot be sent to one."""


class JobError(Exception):
    """A process could not do a job, or died of it; says how in words."""


class Process:
    """A process and its pipes; what is sent to it is answered in order."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            CrewError: it does not start.
        """
        if getattr(sys, "frozen", False) or not _is_python(sys.executable):
            raise CrewError("there is no Python to start: it is part of another program")
        command = [sys.executable, "-P", "-c", worker.START, *map(str, sys.path)]
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            raise CrewError(worker.told(error)) from error

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

    def send(self, message: bytes) -> None:
        """Send it a job.

        Raises:
            EOFError: the process has ended.
        """
        try:
            send(self._input, message)
        except OSError as error:
            raise EOFError from error

    def answer(self) -> bytes:
        """Its answer to the first job that is not answered.

        Raises:
            EOFError: the process has ended.
            JobError: it could not do it.
        """
        answer = receive(self._output)
        if answer[:1] != worker.DONE:
            raise JobError(answer[1:].decode())
        return answer[1:]

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
