"""The steps from one schema to the next."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert

from reportedly import pipeline
from reportedly.archive import Archive, database
from reportedly.archive.migrations import knows, migrate, scripts
from reportedly.archive.rows import reading_row, row_of
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


def test_reports_of_an_older_archive_wait_and_are_gathered_and_found(tmp_path: Path) -> None:
    folder, path = tmp_path / "story", tmp_path / "old.db"
    folder.mkdir()
    (folder / "a.txt").write_text(" date 2024-03-01 Three miners died in Lota on Friday, the mayor said.")
    with Archive.open(tmp_path / "new.db") as archive:
        pipeline.ingest(folder, archive)
        expected, (report,) = archive.account(), archive.reports()
        (reading,) = archive.readings().values()
    engine = database.connect(path, create=True)
    with engine.begin() as connection:
        migrate(connection, "0003_decisions")
        for table, row in (
            (tables.tables["original"], {"sha256": report.sha256, "content": b"x"}),
            (tables.tables["report"], row_of(report)),
            (tables.tables["reading"], reading_row(reading)),
        ):
            connection.execute(insert(table), row)
        connection.exec_driver_sql("INSERT INTO meta VALUES ('account', 'of before')")
        connection.exec_driver_sql("INSERT INTO account_item VALUES ('stories', 0, 'y:1', NULL, X'7B7D')")
    engine.dispose()
    with Archive.open(path) as archive:
        assert archive.waiting(9) == (report.id,)
        assert not archive.is_current()
        assert pipeline.settle(archive).reckoned
        assert archive.is_current()
        assert archive.account() == expected
        answer, _ = archive.ask("How many miners died in Lota?")
        assert "Three" in answer.text or "3" in answer.text
