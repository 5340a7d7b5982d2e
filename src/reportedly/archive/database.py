"""The one place that knows which database an archive is in: opening, locking, and what its errors mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import QueuePool, StaticPool

from reportedly.errors import ArchiveError

SQLITE = "sqlite:///"
MEMORY = Path(":memory:")
WAIT_SECONDS = 30
"""How long one process waits while another writes."""


def file_of(path_or_url: str | Path) -> Path:
    """The file that a path or an ``sqlite:///`` URL names.

    Raises:
        ArchiveError: it is a URL of something else.
    """
    name = str(path_or_url)
    if name.startswith(SQLITE):
        name = name.removeprefix(SQLITE)
    elif "://" in name:
        raise ArchiveError(f"{name}: only archives in SQLite files can be opened. Give the path of a file.")
    if not name or "\0" in name:
        raise ArchiveError("An archive needs a file name. Give the path of a file.")
    return Path(name)


def connect(path: Path, *, create: bool) -> Engine:
    """An engine for the file; nothing is opened before the first connection."""
    mode = "memory" if path == MEMORY else "rwc" if create else "rw"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)

    # One connection stays open: each time that the last one closes, SQLite writes its whole log back.
    engine = create_engine("sqlite://", creator=open_file, poolclass=StaticPool if path == MEMORY else QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    """A commit survives a kill; after a loss of power the last ones may be gone: they are read again then."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    """Writers take the lock at once: one that first reads and then writes could fail without waiting."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers read while somebody writes; the file remembers it."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Say what an error of the database means and what to do.

    Raises:
        ArchiveError: instead of what the database raised.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise ArchiveError(f"{path}: {_meaning(error, path)}") from error


def _meaning(error: Exception, path: Path) -> str:
    cause = str(error.orig if isinstance(error, DatabaseError) else error)
    for sign, meaning in MEANINGS.items():
        if sign in cause:
            return meaning.format(folder=path.parent)
    return f"the database failed ({cause}). Check the disk; the original reports can be read into a new archive."


MEANINGS = {
    "file is not a database": "this file is not an archive. Give the path of another file.",
    "malformed": "this archive is damaged. Read the original reports into a new one.",
    "locked": f"another program has been writing to it for {WAIT_SECONDS} seconds. Wait for it, then try again.",
    "readonly": "it is read-only. Make the file and its folder writable, or copy it to a folder that is.",
    "unable to open": "it cannot be opened. Check that the folder {folder} exists and that you may write in it.",
    "full": "the disk is full. Make room, then run the same command again: it goes on where it stopped.",
    "disk I/O error": "the disk failed. Check it, then run the same command again: it goes on where it stopped.",
}
