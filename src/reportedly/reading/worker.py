"""What a process of a crew runs: reports in, readings out, through its pipes.

Each message is its length (eight bytes, the largest first) and its bytes. First comes the version of the reader; then,
for each report (MessagePack), ``+`` and the reading (MessagePack), or ``-`` and why there is none.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO

import msgspec

from reportedly.reading.reader import Reader
from reportedly.report import Report

START = """
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.path[:] = sys.argv[1:]
from reportedly.reading.worker import work
work()
"""
"""Ctrl-C is for the process that started this one: it ends what it started."""
READ, UNREAD = b"+", b"-"
SIZE = 8


def send(pipe: IO[bytes], message: bytes) -> None:
    """Send one message.

    Raises:
        OSError: the other end is closed.
    """
    pipe.write(len(message).to_bytes(SIZE, "big") + message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """The next message.

    Raises:
        EOFError: the other end is closed, maybe in the middle of a message.
    """
    size = int.from_bytes(_taken(pipe, SIZE), "big")
    return _taken(pipe, size)


def _taken(pipe: IO[bytes], size: int) -> bytes:
    taken = pipe.read(size)
    if len(taken) < size:
        raise EOFError
    return taken


def told(error: Exception) -> str:
    """A fault of reading in words: "ValueError: no sentence"."""
    return f"{type(error).__name__}: {error}"


def work() -> None:
    """Read reports until there are no more."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer
    with suppress(EOFError, BrokenPipeError):
        _answer(Reader(), sys.stdin.buffer, output)
    os._exit(0)


def _answer(reader: Reader, given: IO[bytes], output: IO[bytes]) -> None:
    send(output, reader.version.encode())
    while True:
        report = msgspec.msgpack.decode(receive(given), type=Report)
        try:
            answer = READ + msgspec.msgpack.encode(reader.read(report))
        except Exception as error:  # noqa: BLE001
            answer = UNREAD + told(error).encode()
        send(output, answer)
