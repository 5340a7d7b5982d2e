"""What questions and searches find reports by: their sentences with their terms, and the full-text index.

A report is in the full-text index where its sentences are kept, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, insert, select

from reportedly.archive import search
from reportedly.archive.entry import Entry, entry_of
from reportedly.archive.ledger import number_of, pieces
from reportedly.archive.rows import report_of
from reportedly.archive.schema import line, report
from reportedly.report import Report


def take_in(connection: Connection, entries: Iterable[tuple[Report, Entry]]) -> None:
    """Let some reports be found; those that already are stay as they are."""
    given = {item.id: (item, entry) for item, entry in entries}
    for key in _kept(connection, given):
        del given[key]
    rows = [{"report": key, "body": entry.lines} for key, (_, entry) in given.items()]
    if rows:
        connection.execute(insert(line), rows)
        search.put(connection, [_row(*each) for each in given.values()])


def let_go(connection: Connection, reports: Collection[str]) -> None:
    """Let some reports, whose texts are still there, be found no more."""
    kept = _kept(connection, reports)
    for piece in pieces(kept):
        found = connection.execute(select(report).where(report.c.id.in_(piece))).mappings()
        search.drop(connection, [_row(item, entry_of(item)) for item in map(report_of, found)])
        connection.execute(delete(line).where(line.c.report.in_(piece)))


def _row(item: Report, entry: Entry) -> search.Row:
    return number_of(item.id), f"{item.title or ''}\n{item.outlet or ''}\n{item.text}", entry.terms


def _kept(connection: Connection, reports: Collection[str]) -> set[str]:
    return {
        key
        for piece in pieces(reports)
        for key in connection.scalars(select(line.c.report).where(line.c.report.in_(piece)))
    }
