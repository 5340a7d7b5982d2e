"""``reports.csv``: what a folder's keeper says about the reports in it. Its facts win over those in the files."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reportedly.data import load_table
from reportedly.errors import IntakeError
from reportedly.intake.decoding import TEXT_LIMIT, decode
from reportedly.intake.facts import Facts, make_facts
from reportedly.intake.files import SIDECAR, SourceFile, read_bytes, shown
from reportedly.intake.notices import Notice, refusal, warning

TABLE = "intake.toml"
COLUMNS = "file, outlet, published, title, url, language"
SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one file, and the line that tells them (``reports.csv:4``)."""

    place: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The rows of a sidecar by file (as a path relative to its folder), and what is wrong with it."""

    rows: dict[str, Row] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def read_sidecar(folder: Path) -> Sidecar:
    """The sidecar of a folder; an empty one where there is none or it cannot be read (then a notice says so)."""
    path = folder / SIDECAR
    if not os.path.isfile(path):
        return Sidecar()
    place = shown(path)
    try:
        content = read_bytes(SourceFile(path, place, named=False, folders=()), TEXT_LIMIT, "Split the folder")
        return _table(_lines(decode(content, place), place), folder, place)
    except IntakeError as error:
        return Sidecar(notices=(refusal(error),))


def _lines(text: str, place: str) -> list[tuple[int, list[str]]]:
    """The rows that hold something, with their line numbers; the separator is what the first line has most of."""
    first = text.split("\n", 1)[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=max(SEPARATORS, key=first.count))
    try:
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise IntakeError(f"{place}:{reader.line_num}", f"this is not valid CSV ({error})", "Mend the line") from None


def _table(lines: list[tuple[int, list[str]]], folder: Path, place: str) -> Sidecar:
    if not lines:
        return Sidecar()
    columns = [cell.strip().lower() for cell in lines[0][1]]
    if "file" not in columns:
        raise IntakeError(place, "its first line names no column 'file'", f"The columns are: {COLUMNS}")
    notices = list(_unknown_columns(columns, place))
    rows: dict[str, Row] = {}
    for number, cells in lines[1:]:
        name, row = _row(columns, cells, f"{place}:{number}")
        if name in rows:
            remedy = "The first row was taken; take this one away"
            notices.append(warning(row.place, f"it names '{name}' again", remedy))
        elif not name or not os.path.exists(folder / name):
            problem = f"it names '{name}', which is not in this folder" if name else "it names no file"
            notices.append(warning(row.place, problem, "Mend the name or take the row away"))
        else:
            rows[name] = row
    return Sidecar(rows, tuple(notices))


def _unknown_columns(columns: Iterable[str], place: str) -> Iterable[Notice]:
    table = load_table(TABLE)
    known = {"file", *table["headers"], *table["header"]["ignored"]}
    for column in columns:
        if column not in known:
            yield warning(place, f"its column '{column}' is not known", f"It was left out; the columns are: {COLUMNS}")


def _row(columns: list[str], cells: list[str], place: str) -> tuple[str, Row]:
    headers = load_table(TABLE)["headers"]
    cell = dict(zip(columns, (value.strip() for value in cells), strict=False))
    values: dict[str, str] = {}
    for column, value in cell.items():
        if column in headers and value:
            values.setdefault(headers[column], value)
    name = cell.get("file", "").replace("\\", "/")
    return str(PurePosixPath(name)) if name else "", Row(place, make_facts(values))
