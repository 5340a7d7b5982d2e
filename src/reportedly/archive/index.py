"""What questions and searches find reports by: their sentences with their terms, and the full-text index.

A report is in the full-text index where its sentences are kept, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select

from reportedly.archive import search
from reportedly.archive.ledger import number_of, pieces
from reportedly.archive.rows import report_of
from reportedly.archive.schema import line, report
from reportedly.report import Report
from reportedly.telling.ask.bench import terms_in
from reportedly.telling.ask.passages import Line, lines_of

Entry = tuple[str, str, tuple[Line, ...], frozenset[str]]
"""The id of a report, its words as they are printed, its sentences, and all its terms."""


def entry_of(item: Report) -> Entry:
    """What a report is found by."""
    lines = lines_of(item.text)
    terms = {term for _, _, some in lines for term in some} | terms_in(item.title or "")
    return item.id, f"{item.title or ''}\n{item.outlet or ''}\n{item.text}", lines, frozenset(terms)


def take_in(connection: Connection, entries: Iterable[Entry]) -> None:
    """Let some reports be found; those that already are stay as they are."""
    given = {entry[0]: entry for entry in entries}
    for key in _kept(connection, given):
        del given[key]
    rows = [{"report": key, "body": msgspec.msgpack.encode(lines)} for key, _, lines, _ in given.values()]
    if rows:
        connection.execute(insert(line), rows)
        search.put(connection, map(_row, given.values()))


def let_go(connection: Connection, reports: Collection[str]) -> None:
    """Let some reports, whose texts are still there, be found no more."""
    kept = _kept(connection, reports)
    for piece in pieces(kept):
        found = connection.execute(select(report).where(report.c.id.in_(piece))).mappings()
        search.drop(connection, [_row(entry_of(report_of(row))) for row in found])
        connection.execute(delete(line).where(line.c.report.in_(piece)))


def _row(entry: Entry) -> search.Row:
    key, words, _, terms = entry
    return number_of(key), words, terms


def _kept(connection: Connection, reports: Collection[str]) -> set[str]:
    return {
        key
        for piece in pieces(reports)
        for key in connection.scalars(select(line.c.report).where(line.c.report.in_(piece)))
    }
