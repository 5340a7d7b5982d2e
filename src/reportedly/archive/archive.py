"""An archive: reports with their untouched originals, what each says, and the account of all of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal, Self

import msgspec
from sqlalchemy import Connection, Engine, RowMapping, delete, insert, inspect, select, text, update

from reportedly.account.account import Account, Decision
from reportedly.archive import accounts, database
from reportedly.archive.history import add_decision, decisions_in
from reportedly.archive.lookup import find_one
from reportedly.archive.schema import (
    HEAD,
    MARK,
    VERSION_TABLE,
    account_item,
    custody,
    decision,
    meta,
    original,
    past_account,
    reading,
    report,
)
from reportedly.errors import ArchiveError
from reportedly.reading.reading import Reading
from reportedly.report import Report

Addition = Literal["added", "replaced", "known"]
FINGERPRINT = "account"
_decoder = msgspec.json.Decoder(Reading)
_past_decoder = msgspec.json.Decoder(Account)


class Archive:
    """One archive file, open. Use it as a context manager, or call ``close``.

    Every method that writes is one transaction: after a kill at any point the archive holds all of it or nothing.
    Methods raise ``ArchiveError`` where the database fails.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path_or_url: str | Path, *, create: bool = True) -> Self:
        """Open the archive in a file (``":memory:"`` keeps it in memory), making or migrating it where needed.

        Raises:
            ArchiveError: it is not an archive, a newer program made it, it is a folder, locked or not writable, or
                it is not there and ``create`` is False.
        """
        path = database.file_of(path_or_url)
        if os.path.isdir(path):
            raise ArchiveError(f"{path}: this is a folder. Give the path of a file, for example {path / 'story.db'}.")
        if not create and not os.path.exists(path):
            raise ArchiveError(f"{path}: there is no archive. Check the path, or read reports into it first.")
        archive = cls(path, database.connect(path, create=create))
        with database.explained(path):
            archive._settle_schema()
        return archive

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, item: Report, content: bytes, location: str, read: Reading) -> Addition:
        """Keep a report with its original bytes, where they were (``location``, absolute), and its reading.

        A report that is already there stays as it is ("known"). One from the same place and the same bytes, but with
        other facts (its folder's sidecar was mended), takes the place of the former ("replaced").
        """
        with self._writing() as connection:
            if connection.scalar(select(report.c.id).where(report.c.id == item.id)):
                return "known"
            former = _former(connection, item, location)
            if former:
                connection.execute(delete(report).where(report.c.id == former))
            elif not connection.scalar(select(original.c.sha256).where(original.c.sha256 == item.sha256)):
                connection.execute(insert(original).values(sha256=item.sha256, content=content))
            connection.execute(insert(report).values(_row_of(item)))
            taken = {"report": item.id, "location": location, "retrieved_at": datetime.now(UTC)}
            connection.execute(insert(custody).values(taken))
            connection.execute(insert(reading).values(_reading_row(read)))
        return "replaced" if former else "added"

    def renew(self, read: Reading) -> None:
        """Put a newer reading in the place of a stored one."""
        with self._writing() as connection:
            connection.execute(update(reading).where(reading.c.report == read.report).values(_reading_row(read)))

    def ids(self) -> frozenset[str]:
        """The ids of all reports."""
        with self._reading() as connection:
            return frozenset(connection.scalars(select(report.c.id)))

    def ids_not_read_by(self, reader: str) -> frozenset[str]:
        """The ids of reports whose stored reading another version of the reader made."""
        joined = select(report.c.id).outerjoin(reading, reading.c.report == report.c.id)
        with self._reading() as connection:
            return frozenset(connection.scalars(joined.where(reading.c.reader.is_distinct_from(reader))))

    def reports(self, only: Collection[str] | None = None) -> tuple[Report, ...]:
        """All reports (or those whose ids ``only`` names), by day of publication (undated ones last), then by path."""
        chosen = select(report) if only is None else select(report).where(report.c.id.in_(only))
        with self._reading() as connection:
            found = [_report_of(row) for row in connection.execute(chosen).mappings()]
        return tuple(sorted(found, key=lambda item: (item.published is None, str(item.published), item.path, item.id)))

    def report(self, name: str) -> Report:
        """The report with that id, beginning of an id, path, or file name.

        Raises:
            NotFoundError: there is none, or more than one; names those that come close.
        """
        with self._reading() as connection:
            paths = {row.id: row.path for row in connection.execute(select(report.c.id, report.c.path))}
            chosen = select(report).where(report.c.id == find_one(name, paths))
            return _report_of(connection.execute(chosen).mappings().one())

    def original(self, item: Report) -> bytes:
        """The untouched bytes that a report was made from.

        Raises:
            ArchiveError: they no longer fit their hash.
        """
        with self._reading() as connection:
            content = connection.scalar(select(original.c.content).where(original.c.sha256 == item.sha256)) or b""
        if hashlib.sha256(content).hexdigest() != item.sha256:
            raise ArchiveError(f"{self.path}: the original of {item.path} is damaged. Read it into a new archive.")
        return bytes(content)

    def location(self, item: Report) -> tuple[str, datetime]:
        """Where a report's original was taken from, and when (UTC)."""
        with self._reading() as connection:
            row = connection.execute(select(custody).where(custody.c.report == item.id)).one()
        return row.location, row.retrieved_at.replace(tzinfo=UTC)

    def readings(self, reader: str | None = None, only: Collection[str] | None = None) -> dict[str, Reading]:
        """Readings by report id: those that this version of the reader made (None: any) and that can be decoded.

        ``only`` names the reports that are wanted; None = all.
        """
        chosen = select(reading.c.report, reading.c.body).order_by(reading.c.report)
        if reader is not None:
            chosen = chosen.where(reading.c.reader == reader)
        if only is not None:
            chosen = chosen.where(reading.c.report.in_(only))
        with self._reading() as connection:
            rows = connection.execute(chosen).all()
        return {row.report: decoded for row in rows if (decoded := _decoded(row.body))}

    def store_account(self, account: Account, fingerprint: str) -> bool:
        """Put an account in the place of the stored one, if the archive still is what it was reckoned from.

        False, with nothing written, where another process has changed the reports meanwhile.
        """
        rows = accounts.rows_of(account)
        with self._writing() as connection:
            if _fingerprint(connection) != fingerprint:
                return False
            connection.execute(delete(account_item))
            connection.execute(delete(past_account))
            if rows:
                connection.execute(insert(account_item), rows)
            _put_meta(connection, FINGERPRINT, fingerprint)
        return True

    def account(self) -> Account:
        """The stored account with the reports' texts; an empty one where none was stored yet.

        Raises:
            ArchiveError: it is damaged, or a version that wrote it in another way stored it.
        """
        with self._reading() as connection:
            chosen = select(account_item.c.kind, account_item.c.body)
            ordered = chosen.order_by(account_item.c.kind, account_item.c.position)
            rows = [(row.kind, row.body) for row in connection.execute(ordered)]
            texts = {row.id: row.text for row in connection.execute(select(report.c.id, report.c.text))}
        try:
            return accounts.account_of(rows, texts)
        except msgspec.MsgspecError as error:
            problem = f"the stored account is damaged or of another version ({error})"
            raise ArchiveError(f"{self.path}: {problem}. Read reports into it again, or into a new one.") from error

    def account_mark(self) -> str:
        """What identifies the stored account: it changes whenever another one is stored; empty before the first."""
        with self._reading() as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.key == FINGERPRINT)) or ""

    def decide(self, made: Decision) -> Decision:
        """Add a decision to the history; what is given back bears the time under which it is kept.

        The stored account is that of before until it is reckoned anew.
        """
        with self._writing() as connection:
            return add_decision(connection, made)

    def decisions(self) -> tuple[Decision, ...]:
        """The whole history of decisions in order of time, undone ones and undoings among them.

        Raises:
            ArchiveError: it is damaged.
        """
        try:
            with self._reading() as connection:
                return decisions_in(connection)
        except msgspec.MsgspecError as error:
            raise ArchiveError(
                f"{self.path}: the decisions are damaged ({error}). Restore a copy of the file."
            ) from error

    def past_account(self, day: date) -> Account | None:
        """The account that was kept for a past day, None where none was, or the archive has changed since."""
        chosen = select(past_account.c.body).where(past_account.c.day == day)
        with self._reading() as connection:
            body = connection.scalar(chosen.where(past_account.c.fingerprint == _fingerprint(connection)))
            texts = {row.id: row.text for row in connection.execute(select(report.c.id, report.c.text))} if body else {}
        try:
            account = _past_decoder.decode(body) if body else None
        except msgspec.MsgspecError:
            return None
        return replace(account, texts={entry.id: texts[entry.id] for entry in account.reports}) if account else None

    def keep_past_account(self, account: Account, day: date, fingerprint: str) -> None:
        """Keep the account as it stood on a day, for the next time that it is asked for.

        Nothing is kept where the reports have changed meanwhile.
        """
        body = msgspec.json.encode(replace(account, texts={}))
        with self._writing() as connection:
            if _fingerprint(connection) == fingerprint:
                connection.execute(delete(past_account).where(past_account.c.day == day))
                connection.execute(insert(past_account).values(day=day, fingerprint=fingerprint, body=body))

    def fingerprint(self) -> str:
        """What identifies the reports, readings and decisions that an account is reckoned from, and how it is."""
        with self._reading() as connection:
            return _fingerprint(connection)

    def is_current(self) -> bool:
        """Whether the stored account is that of the reports, readings and decisions that are there now."""
        with self._reading() as connection:
            stored = connection.scalar(select(meta.c.value).where(meta.c.key == FINGERPRINT))
            return stored == _fingerprint(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with database.explained(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with database.explained(self.path), self._engine.execution_options(writes=True).begin() as connection:
            yield connection

    def _settle_schema(self) -> None:
        """Leave the file at the newest schema, or raise without having touched it."""
        with self._engine.connect() as connection:
            found = _schema_version(connection, self.path)
        if found == HEAD:
            return
        from reportedly.archive.migrations import knows, migrate  # Alembic is heavy, and rarely needed

        if found and not knows(found):
            problem = f"a newer Reportedly made it (schema {found}, this one knows {HEAD})"
            raise ArchiveError(f"{self.path}: {problem}. Install the newest: pip install --upgrade reportedly.")
        database.use_write_ahead_log(self._engine)
        with self._engine.execution_options(writes=True).begin() as connection:
            if _schema_version(connection, self.path) != HEAD:
                migrate(connection)
                _put_meta(connection, "format", MARK)
                _put_meta(connection, "created_by", f"reportedly {version('reportedly')}")


def _schema_version(connection: Connection, path: Path) -> str | None:
    """The schema version of an archive, None for an empty file.

    Raises:
        ArchiveError: the database holds somebody else's tables.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if VERSION_TABLE not in names or meta.name not in names:
        raise ArchiveError(f"{path}: this database is not an archive of Reportedly. Give the path of another file.")
    found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return str(found)


def _put_meta(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))


def _former(connection: Connection, item: Report, location: str) -> str | None:
    """The report that was made from the same bytes in the same place, with other facts."""
    same = select(report.c.id).join(custody, custody.c.report == report.c.id)
    return connection.scalar(same.where(report.c.sha256 == item.sha256, custody.c.location == location))


def _row_of(item: Report) -> dict[str, Any]:
    return {name: getattr(item, name) for name in report.c.keys()}  # noqa: SIM118 (a column collection, no dict)


def _report_of(row: RowMapping) -> Report:
    return Report(**{str(name): value for name, value in row.items()})


def _reading_row(read: Reading) -> dict[str, Any]:
    return {"report": read.report, "reader": read.reader, "body": msgspec.json.encode(read)}


def _decoded(body: bytes) -> Reading | None:
    try:
        return _decoder.decode(body)
    except msgspec.MsgspecError:
        return None


def _fingerprint(connection: Connection) -> str:
    chosen: Sequence[Any] = connection.execute(
        select(report.c.id, reading.c.reader).outerjoin(reading, reading.c.report == report.c.id).order_by(report.c.id)
    ).all()
    decided = connection.scalars(select(decision.c.id).order_by(decision.c.made, decision.c.id))
    lines = [accounts.form(), *(f"{row.id} {row.reader}" for row in chosen), *decided]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
