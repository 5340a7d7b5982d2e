"""Reports and readings as rows, and back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping

from reportedly.archive.schema import report
from reportedly.reading.reading import Reading
from reportedly.reading.written import Written, write
from reportedly.report import Report


def row_of(item: Report) -> dict[str, Any]:
    """A report as a row."""
    return {name: getattr(item, name) for name in report.c.keys()}  # noqa: SIM118 (a column collection, no dict)


def report_of(row: RowMapping) -> Report:
    """The report of a row."""
    return Report(**{str(name): value for name, value in row.items()})


def reading_row(read: Reading | Written) -> dict[str, Any]:
    """A reading as a row."""
    written = read if isinstance(read, Written) else write(read)
    return {"report": written.report, "reader": written.reader, "body": written.body}
