"""What a process of a crew runs: jobs in, answers out, through its pipes.

First it tells the version of its reader; then, for each job, ``+`` and the answer, or ``-`` and why there is none.
Jobs are taken while another is done, so that whoever sends one never waits for it to be taken.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO

from reportedly.crew.jobs import do, job_in
from reportedly.crew.pipes import receive, send
from reportedly.reading.reader import Reader

START = """
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.path[:] = sys.argv[1:]
from reportedly.crew.worker import work
work()
"""
"""Ctrl-C is for the process that started this one: it ends what it started."""
DONE, FAILED = b"+", b"-"


def told(error: BaseException) -> str:
    """A fault in words: "ValueError: no sentence"."""
    return f"{type(error).__name__}: {error}"


def work() -> None:
    """Do jobs until there are no more."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer
    jobs: SimpleQueue[bytes] = SimpleQueue()
    reader = Reader()
    Thread(target=_take, args=(sys.stdin.buffer, jobs), daemon=True).start()
    with suppress(BrokenPipeError):
        send(output, reader.version.encode())
        while True:
            send(output, _answer(jobs.get(), reader))
    os._exit(0)


def _take(given: IO[bytes], jobs: SimpleQueue[bytes]) -> None:
    """Take what is sent; the process ends with whoever sends."""
    with suppress(EOFError):
        while True:
            jobs.put(receive(given))
    os._exit(0)


def _answer(message: bytes, reader: Reader) -> bytes:
    try:
        return DONE + do(job_in(message), reader)
    except Exception as error:  # noqa: BLE001
        return FAILED + told(error).encode()
