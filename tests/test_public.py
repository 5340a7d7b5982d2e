"""The public face: what it exports, and that it costs nothing until it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import reportedly

HEAVY = ("alembic", "sqlalchemy", "rich", "simplemma", "msgspec", "rapidfuzz", "sqlite3", "fastapi", "uvicorn")


def loaded_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in run.stdout.splitlines()[-1].split()}


def test_exports() -> None:
    assert reportedly.__all__ == ["Account", "Archive", "Reader", "Report", "ReportedlyError", "Span", "ingest", "read"]
    for name in reportedly.__all__:
        assert getattr(reportedly, name).__name__ == name


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = reportedly.write


@pytest.mark.parametrize("statement", ["import reportedly", "import reportedly.cli.main"])
def test_nothing_heavy_is_imported_before_it_is_needed(statement: str) -> None:
    assert loaded_after(statement).isdisjoint(HEAVY)


def test_reading_does_not_load_the_archive() -> None:
    loaded = loaded_after(
        "import reportedly\nreportedly.Reader().read(reportedly.Report('r1', 'p', 'It rained.', '0'))"
    )
    assert loaded.isdisjoint({"alembic", "sqlalchemy", "rich"})
