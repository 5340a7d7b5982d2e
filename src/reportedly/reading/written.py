"""A reading as it is kept, and sent from one process to another."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from reportedly.reading.reading import Reading, Relay

_whole = msgspec.json.Decoder(Reading)


@dataclass(frozen=True, slots=True)
class Written:
    """A reading as JSON (``body``), with the id of its report and the version of the reader that made it."""

    report: str
    reader: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Credits:
    """Of a reading, whom its report credits."""

    credits: tuple[Relay, ...] = ()


_credits = msgspec.json.Decoder(Credits)


def write(reading: Reading) -> Written:
    """A reading as JSON."""
    return Written(reading.report, reading.reader, msgspec.json.encode(reading))


def reading_in(body: bytes) -> Reading | None:
    """The reading in some JSON; None where it was written in another way."""
    try:
        return _whole.decode(body)
    except msgspec.MsgspecError:
        return None


def credits_in(body: bytes) -> Credits | None:
    """Whom the report of a reading credits, without the rest of it; None where it was written in another way."""
    try:
        return _credits.decode(body)
    except msgspec.MsgspecError:
        return None
