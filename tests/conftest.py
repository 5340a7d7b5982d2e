"""Fixtures for all tests."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold data and answer keys; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("REPORTEDLY_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"needs the gold data folder, which is not at {folder}")
    return folder


@pytest.fixture
def dump() -> Callable[[Path], dict[str, list[tuple[object, ...]]]]:
    """Everything that an archive's tables hold, sorted, without the times at which it was written.

    Of the full-text index, how it is laid out depends on the order in which it was filled; its words do not.
    """

    def _dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
        with closing(sqlite3.connect(path)) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            tables = {}
            for name in sorted({name for name in names if not name.startswith("search")} | {"search_count"}):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
                columns = [column for column in columns if not column.endswith("_at")]
                tables[name] = sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {name}"), key=repr)
        return tables

    return _dump
