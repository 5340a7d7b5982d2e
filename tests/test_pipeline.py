"""The stages joined: reports in, archive and account up to date."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import msgspec
import pytest

import reportedly
from reportedly import pipeline, telling
from reportedly.account.part import Part
from reportedly.archive import Archive
from reportedly.errors import IntakeError
from reportedly.export.json import write_json
from reportedly.pipeline import ingest, read, read_with_summary
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.report import Report

Dump = Callable[[Path], dict[str, list[tuple[object, ...]]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story of three reports, one of them undated, with a duplicate, a refusal, a warning and a file left out."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(" date 2024-03-01 Three miners died in Lota on Friday, the mayor said.")
    (folder / "b.txt").write_text("Outlet: The Post\nDate: 2024-02-31\n\nFive miners died in Lota, police said.")
    record = '{"text": "Six died.", "date": "2024-03-03"}'
    (folder / "c.jsonl").write_text(f"{record}\nbroken\n{record}\n")
    (folder / "notes.md").write_text("Do not read this.")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


def test_what_a_run_did_is_counted_and_named(folder: Path, path: Path) -> None:
    with Archive.open(path) as archive:
        summary = ingest(folder, archive)
        assert len(archive.reports()) == 3
        assert archive.is_current()
    shown = f"{folder}/"
    assert [place.removeprefix(shown) for place in summary.added] == ["a.txt", "b.txt", "c.jsonl:1"]
    assert [place.removeprefix(shown) for place in summary.undated] == ["b.txt"]
    assert [notice.place.removeprefix(shown) for notice in summary.notices] == ["c.jsonl:2", "c.jsonl:3", "b.txt"]
    assert [notice.severity for notice in summary.notices] == ["refused", "duplicate", "warning"]
    assert [entry.place.removeprefix(shown) for entry in summary.left_out] == ["notes.md"]
    assert (summary.total, summary.reckoned) == (3, True)
    assert summary.in_words().startswith("3 reports: 3 new, 1 without a day of publication, 1 refused")
    assert json.loads(msgspec.json.encode(summary))["refused"][0]["place"].endswith("c.jsonl:2")


def test_a_second_run_adds_nothing_and_writes_nothing(folder: Path, path: Path, dump: Dump) -> None:
    with Archive.open(path) as archive:
        ingest([folder], archive)
    before, content = dump(path), path.read_bytes()
    with Archive.open(path) as archive:
        summary = ingest([folder], archive)
    assert dump(path) == before
    assert path.read_bytes() == content
    assert (len(summary.already_there), summary.added, summary.reckoned) == (3, (), False)


def test_the_archive_does_not_depend_on_the_order_in_which_reports_came(
    folder: Path, tmp_path: Path, dump: Dump
) -> None:
    files = sorted(folder.iterdir())
    with Archive.open(tmp_path / "one.db") as one, Archive.open(tmp_path / "two.db") as two:
        ingest(folder, one)
        for file in reversed([*files[:3]]):
            ingest(file, two)
    assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")


def test_new_reports_join_the_account(folder: Path, path: Path) -> None:
    with Archive.open(path) as archive:
        ingest(folder, archive)
        (folder / "d.txt").write_text(" date 2024-03-04 Seven miners died in Lota, police said on Monday.")
        summary = ingest(folder, archive)
        assert summary.added == (f"{folder}/d.txt",)
        assert summary.reckoned
        assert len(archive.account().texts) == 4


def test_mended_facts_take_the_place_of_the_former(folder: Path, path: Path, dump: Dump) -> None:
    with Archive.open(path) as archive:
        ingest(folder, archive)
        (folder / "reports.csv").write_text("file,published\nb.txt,2024-03-02")
        summary = ingest(folder, archive)
        assert summary.replaced == (f"{folder}/b.txt",)
        assert len(archive.reports()) == 3
    afresh = path.with_name("afresh.db")
    with Archive.open(afresh) as archive:
        ingest(folder, archive)
    assert dump(path) == dump(afresh)


@pytest.mark.parametrize("fault", [ValueError("no sentence"), RecursionError("deep"), ZeroDivisionError()])
def test_a_report_that_cannot_be_read_costs_no_other(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    read_really = Reader.read

    def read_or_fail(reader: Reader, report: Report) -> Reading:
        if report.path.endswith("b.txt"):
            raise fault
        return read_really(reader, report)

    monkeypatch.setattr(Reader, "read", read_or_fail)
    with Archive.open(path) as archive:
        summary = ingest(folder, archive)
        assert len(archive.reports()) == 2
        monkeypatch.undo()
        mended = ingest(folder, archive)
    (notice,) = [notice for notice in summary.refused if notice.place.endswith("b.txt")]
    assert type(fault).__name__ in notice.problem
    assert mended.added == (f"{folder}/b.txt",)


def test_readings_of_an_older_reader_are_made_anew(
    folder: Path, path: Path, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(path) as archive:
        monkeypatch.setattr(Reader, "version", "0")
        ingest(folder, archive)
        monkeypatch.undo()
        summary = ingest(folder, archive)
        assert len(summary.read_again) == 3
        assert summary.reckoned
        assert not ingest(folder, archive).reckoned
    afresh = path.with_name("afresh.db")
    with Archive.open(afresh) as archive:
        ingest(folder, archive)
    assert dump(path) == dump(afresh)


def test_a_stored_report_that_a_newer_reader_cannot_read_is_named_and_kept(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Reader, report: Report) -> Reading:
        raise ValueError(report.id)

    with Archive.open(path) as archive:
        ingest(folder / "a.txt", archive)
        monkeypatch.setattr(Reader, "version", "2")
        monkeypatch.setattr(Reader, "read", fail)
        for _ in range(2):
            summary = ingest([], archive)
            assert [notice.place for notice in summary.refused] == [f"{folder}/a.txt"]
        assert len(archive.reports()) == 1
        assert archive.is_current()


def test_a_reading_that_cannot_be_decoded_is_made_anew(folder: Path, path: Path, dump: Dump) -> None:
    with Archive.open(path) as archive:
        ingest(folder, archive)
    before = dump(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE reading SET body = X'7B7D'")
        connection.execute("DELETE FROM meta WHERE key = 'account'")
    with Archive.open(path) as archive:
        assert len(ingest(folder, archive).read_again) == 3
    assert dump(path) == before


def test_an_account_that_a_killed_run_left_behind_is_mended(folder: Path, path: Path, dump: Dump) -> None:
    with Archive.open(path) as archive:
        ingest(folder, archive)
        before = dump(path)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM chapter")
            connection.execute("UPDATE meta SET value = 'former' WHERE key = 'account'")
        assert ingest([], archive).reckoned
    assert dump(path) == before


def test_reports_that_another_process_adds_meanwhile_are_reckoned_too(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_really, others = telling.tell_part, iter([folder / "c.jsonl", folder / "b.txt"])

    def tell_slowly(part: Part) -> Part:
        if other := next(others, None):
            with Archive.open(path) as second:
                ingest(other, second)
        return tell_really(part)

    monkeypatch.setattr(telling, "tell_part", tell_slowly)
    with Archive.open(path) as archive:
        ingest(folder / "a.txt", archive)
        assert len(archive.reports()) == 3
        assert archive.is_current()
        assert len(archive.account().reports) == 3


def test_two_processes_may_read_into_one_archive(tmp_path: Path, dump: Dump) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    for number in range(12):
        text = f" date 2024-03-{number + 1:02} {number + 2} miners died in Lota, police said."
        (folder / f"{number:02}.txt").write_text(text)
    code = "import sys; from reportedly import Archive, ingest; ingest(sys.argv[2:], Archive.open(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(tmp_path / "both.db"), str(folder)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(process.communicate()[1], process.returncode) for process in both] == [("", 0)] * 2
    with Archive.open(tmp_path / "alone.db") as archive:
        ingest(folder, archive)
    assert dump(tmp_path / "both.db") == dump(tmp_path / "alone.db")


def test_several_processes_leave_the_same_archive(tmp_path: Path, folder: Path, dump: Dump) -> None:
    (folder / "again.txt").write_bytes((folder / "a.txt").read_bytes())
    (folder / "empty.txt").write_text(" ")
    (folder / "photo.jpg").write_bytes(b"x")
    for number in range(9):
        (folder / f"m{number}.txt").write_text(f" date 2024-03-04 On the third day {number + 12} miners left Lota.")
    summaries = []
    for processes in (1, 2):
        with Archive.open(tmp_path / f"{processes}.db") as archive:
            ingest(folder / "b.txt", archive)
            summaries.append(ingest(folder, archive, processes=processes))
    assert summaries[0] == summaries[1]
    assert summaries[0].already_there
    assert summaries[0].refused
    assert dump(tmp_path / "1.db") == dump(tmp_path / "2.db")


def test_several_processes_give_the_same_account_to_the_byte(tmp_path: Path, folder: Path) -> None:
    for number in range(9):
        (folder / f"m{number}.txt").write_text(f" date 2024-03-04 On the third day {number + 12} miners left Lota.")
        (folder / f"n{number}.txt").write_text(f"The ferry {'xyz'[number % 3] * 4}a sank off Tarsa; {number} drowned.")
    exports = set()
    for processes in (1, 2, 3):
        with Archive.open(tmp_path / f"{processes}.db") as archive:
            assert ingest(folder, archive, processes=processes).reckoned
            assert len(archive.stories()) > 2
            exports |= {exported(archive.account()), exported(read(folder, processes=processes))}
    assert len(exports) == 1


def test_reports_of_which_nothing_could_be_held_are_gathered_all_the_same(
    tmp_path: Path, folder: Path, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (10_000_000, 3000, 0):
        monkeypatch.setattr(pipeline, "ROOM", room)
        with Archive.open(tmp_path / f"{room}.db") as archive:
            ingest(folder, archive)
            assert archive.is_current()
    assert dump(tmp_path / "0.db") == dump(tmp_path / "3000.db") == dump(tmp_path / "10000000.db")


def exported(account: reportedly.Account) -> str:
    """The account as JSON."""
    file = io.StringIO()
    write_json(account, file)
    return file.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signal of Ctrl-C as POSIX does")
def test_a_run_that_is_stopped_keeps_what_was_read_and_the_next_one_finishes_it(tmp_path: Path, dump: Dump) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f" date 2024-03-04 {number + 12} miners left Lota, police said. " * 15)
    heeds = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # background jobs may not
    program = f"{heeds}; from reportedly.cli.main import main; main()"
    command = [sys.executable, "-c", program, "read", str(folder), "--processes", "2", "--archive"]
    stopped = tmp_path / "stopped.db"
    with subprocess.Popen([*command, str(stopped)], stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        while not _count(stopped):
            assert run.poll() is None
            time.sleep(0.01)
        os.killpg(run.pid, signal.SIGINT)
        _, told = run.communicate(timeout=60)
    assert (told.strip(), run.returncode) == ("Stopped.", 130)
    kept = _count(stopped)
    assert 0 < kept < 40
    with Archive.open(stopped) as archive:
        assert len(ingest(folder, archive).added) == 40 - kept
    with Archive.open(tmp_path / "whole.db") as archive:
        ingest(folder, archive)
    assert dump(stopped) == dump(tmp_path / "whole.db")


def _count(path: Path) -> int:
    """How many reports an archive holds; none where it is only being made."""
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM report").fetchone()[0])
    return 0


def test_progress_is_told_in_files(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    read(folder, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_reading_in_memory_gives_the_same_account_and_writes_nothing(folder: Path, path: Path) -> None:
    before = sorted(folder.parent.rglob("*"))
    account, summary = read_with_summary([folder])
    assert sorted(folder.parent.rglob("*")) == before
    with Archive.open(path) as archive:
        assert ingest([folder], archive).added == summary.added
        assert archive.account() == account == read(folder)
        assert archive.account().texts == account.texts


@pytest.mark.parametrize(
    ("paths", "problem"),
    [("nowhere", "no such file"), ([], "there is no report here"), (["notes"], "there is no report here")],
)
def test_reading_nothing_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: str | list[str], problem: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    with pytest.raises(IntakeError, match=problem):
        read(paths)


def test_seeds_keep_the_offsets_of_their_texts(shared: Path) -> None:
    account = reportedly.read(shared / "seeds")
    assert len(account.texts) == 2
    for file in (shared / "seeds").glob("*.txt"):
        assert file.read_text().split(" ", 3)[3] in account.texts.values()
