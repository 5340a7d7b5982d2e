"""Reports handed over by a browser: one file in a request, bounded, kept like any other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Literal

from starlette.requests import Request

from reportedly.archive import Archive
from reportedly.errors import ServingError
from reportedly.intake.files import SourceFile
from reportedly.pipeline import keep
from reportedly.tally import Summary

LIMIT = 25 * 2**20
"""The most bytes of one file."""
LONGEST_NAME = 200
Outcome = Literal["added", "replaced", "known", "refused", "nothing"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person should know about a file."""

    place: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Upload:
    """What became of one file: how many reports of it are new, mended or already there, and what is odd about it.

    ``undated`` counts those without a day of publication.
    """

    name: str
    outcome: Outcome
    added: int
    replaced: int
    known: int
    undated: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Whether the account had to be made anew, and how many stored reports were read again."""

    reckoned: bool
    read_again: int


async def body_of(request: Request) -> bytes:
    """The bytes of a request, no more of them taken in than are allowed.

    Raises:
        ServingError: it is too large.
    """
    pieces, size = list[bytes](), 0
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > LIMIT:
        raise _too_large()
    async for piece in request.stream():
        size += len(piece)
        if size > LIMIT:
            raise _too_large()
        pieces.append(piece)
    return b"".join(pieces)


def take_upload(archive: Archive, name: str, content: bytes) -> Upload:
    """Keep the reports of a file. The account is not made anew: that comes once, after the last file."""
    plain = plain_name(name)
    with TemporaryDirectory(prefix="reportedly-") as folder:
        path = Path(folder) / f"upload{PurePosixPath(plain).suffix}"
        path.write_bytes(content)
        file = SourceFile(path, plain, named=True, folders=(path.parent,))
        return _told(plain, keep(file, f"handed over in the desk: {plain}", archive))


def plain_name(name: str) -> str:
    """The last part of a file's name, without what no file name should hold.

    Raises:
        ServingError: nothing is left of it.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(letter for letter in last if letter.isprintable()).strip()[-LONGEST_NAME:]
    if not plain.strip("."):
        raise ServingError("The file has no name", "Give it one that ends in .txt or .jsonl")
    return plain


def _told(name: str, summary: Summary) -> Upload:
    counts = (len(summary.added), len(summary.replaced), len(summary.already_there))
    outcomes: tuple[Outcome, ...] = ("added", "replaced", "known")
    none: Outcome = "refused" if summary.refused else "nothing"
    return Upload(
        name=name,
        outcome=next((outcome for outcome, count in zip(outcomes, counts, strict=True) if count), none),
        added=counts[0],
        replaced=counts[1],
        known=counts[2],
        undated=len(summary.undated),
        remarks=tuple(Remark(note.place, note.problem, note.remedy) for note in summary.notices)
        + tuple(Remark(each.place, each.reason, "It was left out") for each in summary.left_out),
    )


def _too_large() -> ServingError:
    return ServingError(
        f"The file has more than {LIMIT // 2**20} megabytes",
        "Split it, or read it with `reportedly read FILE --archive …`",
    )
