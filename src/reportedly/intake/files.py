"""The files that paths lead to, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.data import load_table
from reportedly.errors import IntakeError
from reportedly.intake.decoding import TEXT_LIMIT
from reportedly.intake.notices import LeftOut, Notice, refusal

TABLE = "intake.toml"
SIDECAR = "reports.csv"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: where it is, how it is shown, and whether somebody asked for it by name.

    ``folders`` are its own folder and those above it, as far as they belong to what was asked for.
    """

    path: Path
    place: str
    named: bool
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on the way down; device and inode tell a folder that links lead back to."""

    path: Path
    device: int
    inode: int


Entry = SourceFile | Notice | LeftOut


def shown(path: Path) -> str:
    """The path as text that can be printed and stored, whatever bytes the file system holds."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def find_files(paths: Sequence[str | Path]) -> Iterator[Entry]:
    """The files below the paths, each once, folders in sorted order and without hidden files."""
    seen: set[str] = set()
    for given in paths:
        if not str(given):
            yield refusal(IntakeError("''", "this path is empty", "Name a file or a folder"))
            continue
        for entry in _below(Path(given), ()):
            if isinstance(entry, SourceFile):
                real = os.path.realpath(entry.path)
                if real in seen:
                    continue
                seen.add(real)
            yield entry


def _below(path: Path, above: tuple[Folder, ...]) -> Iterator[Entry]:
    """What a path leads to; ``above`` are the folders through which it was reached."""
    place = shown(path)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield refusal(_no_access(place, path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _in_folder(Folder(path, status.st_dev, status.st_ino), above)
    elif not stat.S_ISREG(status.st_mode):
        yield refusal(IntakeError(place, "this is no regular file", "Save what it gives to a file, and name that"))
    elif not above or path.suffix.lower() in load_table(TABLE)["formats"]:
        folders = tuple(folder.path for folder in reversed(above)) or (path.parent,)
        yield SourceFile(path, place, named=not above, folders=folders)
    elif path.name != SIDECAR:
        yield LeftOut(place, f"files named *{path.suffix} are not read" if path.suffix else "its name has no ending")


def _in_folder(folder: Folder, above: tuple[Folder, ...]) -> Iterator[Entry]:
    place = shown(folder.path)
    if any((folder.device, folder.inode) == (other.device, other.inode) for other in above):
        yield refusal(IntakeError(place, "this folder leads back to a folder above it", "Take the link away"))
        return
    try:
        entries = sorted(entry for entry in folder.path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield refusal(_no_access(place, folder.path, error))
        return
    for entry in entries:
        yield from _below(entry, (*above, folder))


def _no_access(place: str, path: Path, error: OSError | ValueError) -> IntakeError:
    if os.path.islink(path):  # unlike Path.is_symlink, it never raises
        return IntakeError(place, "this link leads nowhere, or round in a circle", "Mend the link or take it away")
    if isinstance(error, FileNotFoundError):
        return IntakeError(place, "there is no such file or folder", "Check the path")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return IntakeError(place, f"it cannot be read ({reason})", "Check its permissions, or leave it out")


def read_bytes(file: SourceFile, limit: int, remedy: str) -> bytes:
    """The bytes of a file.

    Raises:
        IntakeError: it cannot be read, or has more bytes than ``limit`` (then it is not read).
    """
    try:
        with file.path.open("rb") as stream:
            content = stream.read(limit + 1) if os.fstat(stream.fileno()).st_size <= limit else None
    except OSError as error:
        raise _no_access(file.place, file.path, error) from None
    if content is None or len(content) > limit:
        raise IntakeError(file.place, f"it is larger than {limit // 1_000_000} MB", remedy)
    return content


def read_lines(file: SourceFile) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a file, numbered from 1, one in memory at a time; None for one that is longer than a text may be.

    Raises:
        IntakeError: it cannot be read.
    """
    try:
        with file.path.open("rb") as stream:
            number = 0
            while line := stream.readline(TEXT_LIMIT + 1):
                number += 1
                if len(line) <= TEXT_LIMIT:
                    yield number, line
                    continue
                yield number, None
                while line and not line.endswith(b"\n"):
                    line = stream.readline(TEXT_LIMIT + 1)
    except OSError as error:
        raise _no_access(file.place, file.path, error) from None
