"""An archive: reports with their untouched originals, what each says, and the account of all of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, inspect, select, text, update

from reportedly.account.account import Account, Decision
from reportedly.account.growing import Growth
from reportedly.archive import accounts, database, parts, search, settling, statements
from reportedly.archive.entry import Entry
from reportedly.archive.heads import Head
from reportedly.archive.history import add_decision, decisions_in
from reportedly.archive.ledger import StoredLedger
from reportedly.archive.lookup import find_one
from reportedly.archive.rows import reading_row, report_of, row_of
from reportedly.archive.schema import (
    HEAD,
    MARK,
    VERSION_TABLE,
    custody,
    gathered,
    meta,
    original,
    past_account,
    reading,
    report,
    waiting,
)
from reportedly.errors import ArchiveError
from reportedly.reading.reading import Reading
from reportedly.reading.written import Written, reading_in
from reportedly.report import Report

if TYPE_CHECKING:
    from reportedly.telling.ask import Answer

Addition = Literal["added", "replaced", "known"]
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

    def add(self, item: Report, content: bytes, location: str, read: Reading | Written) -> Addition:
        """Keep a report with its original bytes, where they were (``location``, absolute), and its reading.

        A report that is already there stays as it is ("known"). One from the same place and the same bytes, but with
        other facts (its folder's sidecar was mended), takes the place of the former ("replaced").
        """
        with self._writing() as connection:
            if connection.scalar(statements.IS_THERE, {"key": item.id}):
                return "known"
            former = None
            if connection.scalar(statements.HAS_ORIGINAL, {"key": item.sha256}):
                former = connection.scalar(statements.FORMER, {"key": item.sha256, "location": location})
            else:
                connection.execute(statements.ADD_ORIGINAL, {"sha256": item.sha256, "content": content})
            if former:
                settling.let_go(connection, former)
            connection.execute(statements.ADD_REPORT, row_of(item))
            taken = {"report": item.id, "location": location, "retrieved_at": datetime.now(UTC)}
            connection.execute(statements.ADD_CUSTODY, taken)
            connection.execute(statements.ADD_READING, reading_row(read))
            settling.changed(connection, item.id, (item.id, read.reader))
        return "replaced" if former else "added"

    def renew(self, read: Reading | Written) -> None:
        """Put a newer reading in the place of a stored one."""
        with self._writing() as connection:
            former = connection.scalar(select(reading.c.reader).where(reading.c.report == read.report))
            connection.execute(update(reading).where(reading.c.report == read.report).values(reading_row(read)))
            settling.changed(connection, read.report, (read.report, former or ""), (read.report, read.reader))

    def has(self, key: str) -> bool:
        """Whether a report of that id is there."""
        with self._reading() as connection:
            return connection.scalar(statements.IS_THERE, {"key": key}) is not None

    def ids(self) -> frozenset[str]:
        """The ids of all reports."""
        with self._reading() as connection:
            return frozenset(connection.scalars(select(report.c.id)))

    def ids_not_read_by(self, reader: str) -> frozenset[str]:
        """The ids of reports whose stored reading another version of the reader made."""
        with self._reading() as connection:
            older = connection.scalars(select(reading.c.report).where(reading.c.reader < reader)).all()
            newer = connection.scalars(select(reading.c.report).where(reading.c.reader > reader)).all()
        return frozenset(older) | frozenset(newer)

    def reports(self, only: Collection[str] | None = None) -> tuple[Report, ...]:
        """All reports (or those whose ids ``only`` names), by day of publication (undated ones last), then by path."""
        chosen = select(report) if only is None else select(report).where(report.c.id.in_(only))
        with self._reading() as connection:
            found = [report_of(row) for row in connection.execute(chosen).mappings()]
        return tuple(sorted(found, key=lambda item: (item.published is None, str(item.published), item.path, item.id)))

    def report(self, name: str) -> Report:
        """The report with that id, beginning of an id, path, or file name.

        Raises:
            NotFoundError: there is none, or more than one; names those that come close.
        """
        with self._reading() as connection:
            paths = {row.id: row.path for row in connection.execute(select(report.c.id, report.c.path))}
            chosen = select(report).where(report.c.id == find_one(name, paths))
            return report_of(connection.execute(chosen).mappings().one())

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
        bodies = self.bodies(reader, only)
        return {report: found for report, body in bodies.items() if (found := reading_in(body))}

    def bodies(self, reader: str | None = None, only: Collection[str] | None = None) -> dict[str, bytes]:
        """Readings as ``readings`` gives them, as JSON that may not be decodable."""
        chosen = select(reading.c.report, reading.c.body).order_by(reading.c.report)
        if reader is not None:
            chosen = chosen.where(reading.c.reader == reader)
        if only is not None:
            chosen = chosen.where(reading.c.report.in_(only))
        with self._reading() as connection:
            return {row.report: row.body for row in connection.execute(chosen)}

    def waiting(self, most: int) -> tuple[str, ...]:
        """Ids of reports that came, went or were read anew since the account was reckoned, the earliest day first."""
        with self._reading() as connection:
            return settling.waits(connection, most)

    def let_wait(self, reports: Collection[str]) -> None:
        """Let those of some reports that the account holds wait to be gathered anew."""
        held = self.gathered(reports)
        with self._writing() as connection:
            for key in sorted(held):
                settling.changed(connection, key)

    def let_all_wait(self) -> None:
        """Forget the account and all that was derived for it; every report waits to be gathered."""
        with self._writing() as connection:
            settling.let_all_wait(connection)

    @contextmanager
    def ledger(self, reader: str) -> Iterator[StoredLedger]:
        """What is known of the gathered reports, as it is at one moment; readings are those of a reader's version."""
        with self._reading() as connection:
            yield StoredLedger(connection, reader)

    def gathered(self, reports: Collection[str]) -> frozenset[str]:
        """Those of some reports that the account holds."""
        with self._reading() as connection:
            return frozenset(StoredLedger(connection, "").standings(reports))

    def store(
        self,
        growth: Growth,
        came: Iterable[tuple[Report, Entry]],
        reckoned: Sequence[accounts.Row],
        settled: Collection[str],
        fingerprint: str,
    ) -> bool:
        """Write what a growth found for the reports that came, and the rows of the stories that were reckoned anew.

        ``settled`` reports wait no more.

        False, with nothing written, where another process has changed the reports meanwhile.
        """
        with self._writing() as connection:
            if settling.fingerprint(connection) != fingerprint:
                return False
            settling.write(connection, growth, came, reckoned, settled)
        return True

    def account(self) -> Account:
        """The stored account with the reports' texts; an empty one where none was stored yet.

        Raises:
            ArchiveError: it is damaged, or a version that wrote it in another way stored it.
        """
        with self._decoding(), self._reading() as connection:
            return parts.whole(connection)

    def account_about(self, *ids: str) -> Account:
        """The stored account of the stories in which the things of some ids stand; the whole where an id tells none.

        Raises:
            ArchiveError: as ``account``.
        """
        with self._decoding(), self._reading() as connection:
            return parts.account_about(connection, ids)

    def history(self) -> tuple[Decision, ...]:
        """All decisions in order of time, each with what the stored account made of it.

        Raises:
            ArchiveError: as ``account``.
        """
        with self._decoding(), self._reading() as connection:
            return parts.history(connection)

    def undated(self) -> int:
        """How many reports have no day of publication."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(report).where(report.c.published.is_(None))) or 0

    def account_list(self) -> Account:
        """Of the stored account the stories and reports; no texts.

        Raises:
            ArchiveError: as ``account``.
        """
        with self._decoding(), self._reading() as connection:
            return parts.listed(connection)

    def heads(self) -> list[Head]:
        """The heads of all stories, in no order; no account is decoded for them.

        Raises:
            ArchiveError: as ``account``.
        """
        with self._decoding(), self._reading() as connection:
            return parts.heads_of(connection)

    def story_account(self, story: str) -> Account | None:
        """The stored account of one story with its texts, as if there were no others; None where there is none.

        Raises:
            ArchiveError: as ``account``.
        """
        found = self.account_of([story])
        return found if found.stories else None

    def account_of(self, stories: Collection[str]) -> Account:
        """The stored account of some stories with their texts, as if there were no others.

        Raises:
            ArchiveError: as ``account``.
        """
        with self._decoding(), self._reading() as connection:
            return parts.account_of(connection, stories)

    def ask(
        self,
        question: str,
        story: str | None = None,
        account_of: Callable[[Collection[str]], Account] | None = None,
    ) -> tuple[Answer, Account]:
        """The answer to a question in English, and the account of the stories in which it was looked for.

        ``account_of`` gives that account, where somebody keeps it at hand; None = it is decoded.

        Raises:
            ArchiveError: as ``account``.
        """
        from reportedly.archive.asking import ask

        with self._decoding(), self._reading() as connection:
            return ask(connection, question, story, account_of or self.account_of)

    def text(self, name: str) -> str | None:
        """The text of the report with that id, None where there is none."""
        with self._reading() as connection:
            return connection.scalar(select(report.c.text).where(report.c.id == name))

    def with_words(
        self, words: Iterable[str], skip: int, most: int, story: str | None = None
    ) -> tuple[int, dict[str, str]]:
        """How many reports of one story (None = of all) hold every word, or one that begins so; and ``most`` of them
        behind the first ``skip``, each with its story, the newest first.
        """
        with self._reading() as connection:
            total, found = search.with_words(connection, words, skip, most, story)
        return total, dict(found)

    def excerpt(self, found: Mapping[str, str]) -> Account:
        """Of the account what a search shows of some reports, given with their stories.

        It has claims of these reports, and names and lists of reports of their stories.

        Raises:
            ArchiveError: as ``account``.
        """
        with self._decoding(), self._reading() as connection:
            return parts.excerpt(connection, found)

    def has_account(self) -> bool:
        """Whether an account of some reports is stored."""
        with self._reading() as connection:
            return connection.scalar(select(gathered.c.report).limit(1)) is not None

    def stories(self) -> list[str]:
        """The ids of all stories of the account, in order."""
        with self._reading() as connection:
            return list(connection.scalars(select(gathered.c.story).distinct().order_by(gathered.c.story)))

    def story_of(self, name: str) -> str | None:
        """The story that an id means: its own, or that of the report which it was once named after; None for none.

        A story bears the id of its earliest report. Where an earlier one joins it, or it is joined to an older story,
        its former id leads to where that report stands now.
        """
        chosen = select(gathered.c.story).where(gathered.c.report == name.removeprefix("y:"))
        with self._reading() as connection:
            return connection.scalar(chosen)

    def account_mark(self) -> str:
        """What identifies the stored account: it changes whenever another one is stored; empty before the first."""
        with self._reading() as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.key == settling.FINGERPRINT)) or ""

    def decide(self, made: Decision) -> Decision:
        """Add a decision to the history; what is given back bears the time under which it is kept.

        The stored account is that of before until it is reckoned anew.
        """
        with self._writing() as connection:
            written = add_decision(connection, made)
            settling.decided(connection, written)
            return written

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
            body = connection.scalar(chosen.where(past_account.c.fingerprint == settling.fingerprint(connection)))
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
            if settling.fingerprint(connection) == fingerprint:
                connection.execute(delete(past_account).where(past_account.c.day == day))
                connection.execute(insert(past_account).values(day=day, fingerprint=fingerprint, body=body))

    def fingerprint(self) -> str:
        """What identifies the reports, readings and decisions that an account is reckoned from, and how it is."""
        with self._reading() as connection:
            return settling.fingerprint(connection)

    def is_current(self) -> bool:
        """Whether the stored account is that of the reports, readings and decisions that are there now."""
        with self._reading() as connection:
            stored = settling.get_meta(connection, settling.FINGERPRINT)
            waits = connection.scalar(select(waiting.c.report).limit(1))
            return not waits and stored == settling.fingerprint(connection)

    def is_of_this_form(self) -> bool:
        """Whether what is stored of the account was reckoned and written as this version does it, and is whole."""
        with self._reading() as connection:
            kept, stored = (
                settling.get_meta(connection, settling.FORM),
                settling.get_meta(connection, settling.FINGERPRINT),
            )
            waits = connection.scalar(select(waiting.c.report).limit(1))
            return kept == accounts.form() and (waits is not None or stored == settling.fingerprint(connection))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with database.explained(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _decoding(self) -> Iterator[None]:
        """Say of an account that cannot be decoded what it is and what to do."""
        try:
            yield
        except msgspec.MsgspecError as error:
            problem = f"the stored account is damaged or of another version ({error})"
            raise ArchiveError(f"{self.path}: {problem}. Read reports into it again, or into a new one.") from error

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
                settling.put_meta(connection, "format", MARK)
                settling.put_meta(connection, "created_by", f"reportedly {version('reportedly')}")


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
