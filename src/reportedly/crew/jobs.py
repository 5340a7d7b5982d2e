"""What a crew does, in whichever process: a message in, an answer out, both MessagePack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from reportedly.account.outline import Outline
from reportedly.account.trait import Trait, trait_of
from reportedly.archive.accounts import Row, rows_of
from reportedly.archive.collecting import uncollected
from reportedly.archive.entry import Entry, entry_of
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading, Relay
from reportedly.reading.written import Written, reading_in, write
from reportedly.report import Report

Want = Literal["reading", "trait", "entry"]
"""What is wanted of a report: its reading; also what it is gathered by; also what it is found by."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a report has no reading, in words that go on after "it could not be read"."""

    problem: str


@dataclass(frozen=True, slots=True)
class Gist:
    """What a report is gathered, compared and found by, so that it need not be read again for that."""

    credits: tuple[Relay, ...]
    trait: Trait
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Read:
    """What a report says, with its gist (MessagePack; None where it is not wanted)."""

    reading: Written
    gist: bytes | None


@dataclass(frozen=True, slots=True)
class ToRead:
    """The job to read a report; the answer is a ``Read``."""

    report: Report
    want: Want


@dataclass(frozen=True, slots=True)
class ToReckon:
    """The job to reckon and tell a story, given its readings as JSON by report id; the answer are its rows.

    A report whose reading was written in another way says nothing.
    """

    outline: Outline
    bodies: Mapping[str, bytes]


Job = ToRead | ToReckon


def message_of(job: Job) -> bytes:
    """A job as a message.

    Raises:
        UnicodeError: there is half a character in a text.
    """
    return MARKS[type(job)] + msgspec.msgpack.encode(job)


def job_in(message: bytes) -> Job:
    """The job of a message."""
    job: Job = _decoders[message[:1]].decode(message[1:])
    return job


def do(job: Job, reader: Reader) -> bytes:
    """Do a job; its answer."""
    return msgspec.msgpack.encode(_read(job, reader) if isinstance(job, ToRead) else _reckoned(job))


def read_in(answer: bytes) -> Read:
    """What a report says, from an answer."""
    return _read_decoder.decode(answer)


def rows_in(answer: bytes) -> list[Row]:
    """The rows of a story, from an answer."""
    return _rows_decoder.decode(answer)


def gist_of(gist: bytes) -> Gist:
    """A gist, from its bytes."""
    return _gist_decoder.decode(gist)


def _read(job: ToRead, reader: Reader) -> Read:
    reading = reader.read(job.report)
    return Read(write(reading), None if job.want == "reading" else msgspec.msgpack.encode(_gist(job, reading)))


def _gist(job: ToRead, reading: Reading) -> Gist:
    entry = entry_of(job.report) if job.want == "entry" else None
    return Gist(reading.credits, trait_of(job.report, reading), entry)


def _reckoned(job: ToReckon) -> list[Row]:
    from reportedly.account.reckon import reckon_part
    from reportedly.telling import tell_part

    with uncollected():
        readings = {key: found for key, body in job.bodies.items() if (found := reading_in(body))}
        return rows_of(tell_part(reckon_part(job.outline, readings)))


MARKS: dict[type[Job], bytes] = {ToRead: b"r", ToReckon: b"s"}
_decoders = {mark: msgspec.msgpack.Decoder(kind) for kind, mark in MARKS.items()}
_read_decoder = msgspec.msgpack.Decoder(Read)
_rows_decoder = msgspec.msgpack.Decoder(list[Row])
_gist_decoder = msgspec.msgpack.Decoder(Gist)
