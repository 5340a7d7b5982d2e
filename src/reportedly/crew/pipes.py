"""Messages through pipes: the length of each (eight bytes, the largest first), then its bytes."""

from __future__ import annotations

from typing import IO

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
