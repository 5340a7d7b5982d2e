"""Reports and readings as rows, and back."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import RowMapping

from reportedly.archive.schema import report
from reportedly.reading.reading import Reading
from reportedly.report import Report

_decoder = msgspec.json.Decoder(Reading)


def row_of(item: Report) -> dict[str, Any]:
    """A report as a row."""
    return {name: getattr(item, name) for name in report.c.keys()}  # noqa: SIM118 (a column collection, no dict)


def report_of(row: RowMapping) -> Report:
    """The report of a row."""
    return Report(**{str(name): value for name, value in row.items()})


def reading_row(read: Reading) -> dict[str, Any]:
    """A reading as a row."""
    return {"report": read.report, "reader": read.reader, "body": msgspec.json.encode(read)}


def decoded(body: bytes) -> Reading | None:
    """The reading of a row; None where it was written in another way."""
    try:
        return _decoder.decode(body)
    except msgspec.MsgspecError:
        return None
