"""The steps from one schema to the next."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from reportedly.archive import Archive, database
from reportedly.archive.migrations import knows, scripts
from reportedly.archive.schema import HEAD, VERSION_TABLE, tables


def is_no_index(name: str | None, kind: str, _parents: object) -> bool:
    """The full-text index is made by the database's own statements."""
    return kind != "table" or not (name or "").startswith("search")


def test_the_program_knows_its_newest_step() -> None:
    assert scripts().get_heads() == [HEAD]
    assert knows(HEAD)
    assert not knows("9999")


def test_the_steps_lead_to_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    Archive.open(tmp_path / "story.db").close()
    engine = database.connect(tmp_path / "story.db", create=False)
    with engine.connect() as connection:
        opts = {"version_table": VERSION_TABLE, "compare_type": True, "include_name": is_no_index}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, tables) == []
        assert context.get_current_revision() == HEAD
    engine.dispose()
