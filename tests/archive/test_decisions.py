"""Decisions in an archive: added, never changed, obeyed by every later run, and part of what an account rests on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.account.account import Account, ClaimEntry, Decision
from reportedly.account.decisions import Wish
from reportedly.archive import Archive
from reportedly.errors import ArchiveError
from reportedly.export.json import pieces

REPORTS = {
    "a.txt": "Outlet: The Post\nDate: 2024-03-01\n\nThree miners died in Lota on Friday, the mayor said.\n",
    "b.txt": "Outlet: The Echo\nDate: 2024-03-02\n\nFive miners died in Lota on Friday, police said.\n",
}
NOW = datetime(2024, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def archive(tmp_path: Path, folder: Path) -> Archive:
    opened = Archive.open(tmp_path / "story.db")
    pipeline.ingest(folder, opened)
    return opened


def carrying(account: Account, words: str) -> ClaimEntry | None:
    return next((each for each in account.claims if words in each.text), None)


def reject(archive: Archive, words: str) -> Decision:
    claim = carrying(archive.account(), words)
    assert claim
    made = pipeline.decide(archive, Wish("reject", claim.id), "Ada", "misread")
    pipeline.settle(archive)
    return made


def test_a_decision_makes_the_stored_account_old_until_it_is_reckoned(archive: Archive) -> None:
    with archive:
        claim = carrying(archive.account(), "Five miners")
        assert claim
        pipeline.decide(archive, Wish("reject", claim.id), "Ada", "misread")
        assert not archive.is_current()
        assert carrying(archive.account(), "Five miners")
        assert pipeline.settle(archive).reckoned
        assert archive.is_current()
        assert carrying(archive.account(), "Five miners") is None


def test_the_history_is_that_of_the_whole_account(archive: Archive) -> None:
    with archive:
        assert archive.history() == ()
        made = reject(archive, "Five miners")
        assert archive.history() == archive.account().decisions
        pipeline.undo(archive, made.id, "Ada", "it was right")
        pipeline.settle(archive)
        assert [each.kind for each in archive.history()] == ["reject", "undo"]
        assert archive.history() == archive.account().decisions


def test_a_re_run_overwrites_nothing(archive: Archive, folder: Path) -> None:
    with archive:
        made = reject(archive, "Five miners")
        (folder / "c.txt").write_text("Outlet: Wire\nDate: 2024-03-03\n\nThe mine in Lota is shut, its owner said.\n")
        pipeline.ingest(folder, archive)
        assert carrying(archive.account(), "Five miners") is None
        for reading in archive.readings().values():
            archive.renew(replace(reading, reader="of another version"))
        assert pipeline.ingest(folder, archive).read_again
        account = archive.account()
        assert carrying(account, "Five miners") is None
        assert [(each.id, each.state, each.author, each.reason) for each in account.decisions] == [
            (made.id, "in_force", "Ada", "misread")
        ]


def test_past_days_obey_decisions_too(archive: Archive) -> None:
    with archive:
        day = date(2024, 3, 2)
        assert carrying(pipeline.account_as_of(archive, day), "Three miners")
        reject(archive, "Three miners")
        assert carrying(pipeline.account_as_of(archive, day), "Three miners") is None
        reports = [each.id for each in archive.reports()]
        assert carrying(pipeline.story_as_of(archive, reports, date(2024, 3, 1)), "Three miners") is None


def test_what_is_undone_is_there_again_and_both_stay_in_the_history(archive: Archive) -> None:
    with archive:
        made = reject(archive, "Five miners")
        undone = pipeline.undo(archive, made.id[:6], "Bea", "it was right")
        pipeline.settle(archive)
        account = archive.account()
        assert carrying(account, "Five miners")
        assert [(each.kind, each.state, each.undone_by) for each in account.decisions] == [
            ("reject", "undone", undone.id),
            ("undo", "in_force", None),
        ]


def test_a_mended_day_leaves_the_decision_in_force(archive: Archive, folder: Path) -> None:
    with archive:
        reject(archive, "Five miners")
        (folder / "reports.csv").write_text("file,published\nb.txt,2024-03-04")
        assert pipeline.ingest(folder, archive).replaced
        account = archive.account()
        assert carrying(account, "Five miners") is None
        assert account.decisions[0].state == "in_force"


def test_decisions_go_out_with_the_account(archive: Archive) -> None:
    with archive:
        made = reject(archive, "Five miners")
        told = json.loads("".join(pieces(archive.account())))
        (row,) = told["decisions"]
        assert (row["id"], row["kind"], row["author"], row["state"]) == (made.id, "reject", "Ada", "in_force")
        assert row["target"]["anchors"][0]["words"].startswith("Five miners died")


def test_times_only_grow_even_when_the_clock_goes_back(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "new.db") as archive:
        first = archive.decide(Decision("k:1", "note", None, None, "Ada", NOW, ""))
        second = archive.decide(Decision("k:0", "note", None, None, "Ada", NOW - timedelta(days=1), ""))
        assert second.made > first.made
        assert [each.id for each in archive.decisions()] == ["k:1", "k:0"]
        assert archive.decisions()[0] == first


@pytest.mark.parametrize("change", ["DELETE FROM decision", "UPDATE decision SET author = 'Eve'"])
def test_the_file_itself_refuses_to_change_a_decision(tmp_path: Path, change: str) -> None:
    path = tmp_path / "new.db"
    with Archive.open(path) as archive:
        archive.decide(Decision("k:1", "note", None, None, "Ada", NOW, ""))
    with closing(sqlite3.connect(path)) as file, pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        file.execute(change)


def test_damaged_decisions_are_named(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Archive.open(path).close()
    row = "INSERT INTO decision VALUES ('k:1', '2024-03-05 12:00:00', 'Ada', 'note', NULL, '', '{broken', NULL)"
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(row)
    with Archive.open(path) as archive, pytest.raises(ArchiveError, match="the decisions are damaged"):
        archive.decisions()


def test_an_archive_of_before_gets_the_table(tmp_path: Path, make_older: Callable[[Path], None]) -> None:
    path = tmp_path / "old.db"
    make_older(path)
    with Archive.open(path) as archive:
        assert archive.decisions() == ()


@pytest.fixture
def make_older() -> Callable[[Path], None]:
    """Makes an archive with the tables of the step before."""
    from reportedly.archive import database
    from reportedly.archive.migrations import migrate

    def make(path: Path) -> None:
        engine = database.connect(path, create=True)
        with engine.begin() as connection:
            migrate(connection, "0002")
        engine.dispose()

    return make
