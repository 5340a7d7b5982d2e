"""What waits until the account is brought up to date, and the one transaction that does it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.account.account import Decision
from reportedly.account.decisions.addressing import anchors_in
from reportedly.account.growing import Growth
from reportedly.archive import accounts, index, ledger, search, statements
from reportedly.archive.entry import Entry
from reportedly.archive.history import decisions_in
from reportedly.archive.ledger import StoredLedger, pieces
from reportedly.archive.marks import NOTHING, turned
from reportedly.archive.schema import (
    chapter,
    gathered,
    likeness,
    line,
    overlap,
    past_account,
    reading,
    report,
    sampled,
    telling_word,
    waiting,
)
from reportedly.report import Report

FINGERPRINT, FORM, REPORTS = "account", "account_form", "reports"
"""Under which the mark of the stored account, how it is written, and the mark of all reports are kept."""
DERIVED = (gathered, telling_word, likeness, sampled, overlap, line, chapter, past_account)
"""Tables that can be made anew from reports and readings."""


def waits(connection: Connection, most: int) -> tuple[str, ...]:
    """Ids of reports that wait, the earliest day first, undated ones last."""
    chosen = select(waiting.c.report).outerjoin(report, report.c.id == waiting.c.report)
    ordered = chosen.order_by(report.c.published.is_(None), report.c.published, waiting.c.report)
    return tuple(connection.scalars(ordered.limit(most)))


def let_all_wait(connection: Connection) -> None:
    """Forget the account and all that was derived for it; every report waits to be gathered."""
    for table in DERIVED:
        connection.execute(delete(table))
    search.clear(connection)
    connection.execute(delete(waiting))
    connection.execute(insert(waiting).from_select(["report"], select(report.c.id)))
    put_meta(connection, FINGERPRINT, "")
    put_meta(connection, FORM, accounts.form())


def write(
    connection: Connection,
    growth: Growth,
    came: Iterable[tuple[Report, Entry]],
    rows: Sequence[accounts.Row],
    settled: Collection[str],
) -> None:
    """Write what a growth found.

    Args:
        connection: in a transaction that writes.
        growth: what changed.
        came: the reports that came, each with what it is found by.
        rows: the chapters of the stories that were reckoned anew.
        settled: reports that wait no more.
    """
    ledger.write(connection, growth)
    index.let_go(connection, growth.gone - growth.came.keys())
    index.take_in(connection, came)
    for piece in pieces(growth.former | growth.stories.keys()):
        connection.execute(delete(chapter).where(chapter.c.story.in_(piece)))
    for piece in pieces(settled):
        connection.execute(delete(waiting).where(waiting.c.report.in_(piece)))
    if rows:
        names = ("story", "kind", "report", "body")
        connection.execute(insert(chapter), [dict(zip(names, row, strict=True)) for row in rows])
    connection.execute(delete(past_account))
    put_meta(connection, FORM, accounts.form())
    put_meta(connection, FINGERPRINT, fingerprint(connection))


def put_meta(connection: Connection, key: str, value: str) -> None:
    """Keep something under a key."""
    connection.execute(statements.PUT_META, {"key": key, "value": value})


def get_meta(connection: Connection, key: str) -> str | None:
    """What is kept under a key; None for nothing."""
    return connection.scalar(statements.GET_META, {"key": key})


def let_go(connection: Connection, key: str) -> None:
    """Take a report out; what the account holds of it goes when the account is settled."""
    reader = connection.scalar(select(reading.c.reader).where(reading.c.report == key))
    index.let_go(connection, [key])
    connection.execute(delete(report).where(report.c.id == key))
    changed(connection, key, (key, reader or ""))


def decided(connection: Connection, made: Decision) -> None:
    """Let the reports of a decision wait, or of the decision that it undoes: their stories are reckoned anew."""
    known = {each.id: each for each in decisions_in(connection)}
    meant = known[made.id]
    while meant.undoes in known:
        meant = known[meant.undoes]
    held = StoredLedger(connection, "").standings([anchor.report for anchor in anchors_in(meant)])
    for key in sorted(held):
        changed(connection, key)
    changed(connection, None, (made.id, "decision"))


def changed(connection: Connection, key: str | None, *items: tuple[str, str]) -> None:
    """Let a report (None: none) wait to be gathered anew, and turn the mark of all by what came and went."""
    if key is not None:
        connection.execute(statements.LET_WAIT, {"key": key})
    put_meta(connection, REPORTS, turned(get_meta(connection, REPORTS) or NOTHING, items))


def fingerprint(connection: Connection) -> str:
    """From the mark of all reports, how many of them wait, and how accounts are written."""
    waits = connection.scalar(select(func.count()).select_from(waiting))
    lines = [accounts.form(), get_meta(connection, REPORTS) or NOTHING, str(waits)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
