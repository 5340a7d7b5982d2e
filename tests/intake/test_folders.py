"""Paths, folders, links, duplicates, and the sidecar."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reportedly.intake.notices import LeftOut, Notice
from reportedly.intake.settling import Taken
from reportedly.intake.taking import take_in

Write = Callable[[str, str | bytes], Path]


def taken(*paths: Path) -> list[Taken]:
    """The reports below the paths."""
    return [entry for entry in take_in(paths) if isinstance(entry, Taken)]


def notices(*paths: Path) -> list[Notice]:
    """What intake says about the paths, warnings of reports included."""
    entries = list(take_in(paths))
    found = [entry for entry in entries if isinstance(entry, Notice)]
    return found + [warning for entry in entries if isinstance(entry, Taken) for warning in entry.warnings]


def test_folders_are_walked_in_sorted_order(write: Write, tmp_path: Path) -> None:
    for name in ("c.txt", "b/z.txt", "b/a.txt", "a.text", "b/.x/y.txt", ".d.txt"):
        write(name, f"Report {name}")
    paths = [Path(entry.report.path).relative_to(tmp_path).as_posix() for entry in taken(tmp_path)]
    assert paths == ["a.text", "b/a.txt", "b/z.txt", "c.txt"]


def test_a_path_is_shown_as_it_was_given(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("story/a.txt", "Two met.")
    monkeypatch.chdir(tmp_path)
    (entry,) = taken(Path("./story/"))
    assert entry.report.path == "story/a.txt"
    assert entry.location == os.path.realpath(tmp_path / "story" / "a.txt")


def test_a_file_that_several_paths_lead_to_is_taken_once(write: Write, tmp_path: Path) -> None:
    path = write("a.txt", "Two met.")
    (tmp_path / "b.txt").symlink_to(path)
    assert list(map(type, take_in([path, tmp_path, path]))) == [Taken]


def test_the_same_report_in_two_places_is_a_duplicate(write: Write, tmp_path: Path) -> None:
    first = write("a.txt", "Two met.")
    write("b.txt", "Two met.")
    write("c.jsonl", '{"text": "Two met."}')
    found = notices(tmp_path)
    told = [(notice.severity, Path(notice.place).name) for notice in found]
    assert told == [("duplicate", "b.txt"), ("duplicate", "c.jsonl:1")]
    assert all(str(first) in notice.problem for notice in found)


@pytest.mark.parametrize("name", ["nowhere", "nowhere.txt", "a\0b", pytest.param("x" * 5000, id="long"), ""])
def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path, name: str) -> None:
    (notice,) = take_in([str(tmp_path / name) if name else ""])
    assert isinstance(notice, Notice)
    assert notice.severity == "refused"
    assert notice.remedy


def test_links_to_nothing_and_round_in_circles_are_refused(write: Write, tmp_path: Path) -> None:
    write("sub/a.txt", "Two met.")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    found = {Path(notice.place).name: notice.problem for notice in notices(tmp_path)}
    assert set(found) == {"broken.txt", "circle.txt", "up"}
    assert "leads nowhere" in found["broken.txt"]
    assert "leads back" in found["up"]
    assert len(taken(tmp_path)) == 1


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (notice,) = notices(tmp_path)
    assert "no regular file" in notice.problem


def test_a_file_that_may_not_be_read_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", "Two met.")

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    (notice,) = notices(path)
    assert (notice.severity, notice.place) == ("refused", str(path))
    assert "Permission denied" in notice.problem
    assert "permissions" in notice.remedy


def test_a_folder_that_may_not_be_listed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", deny)
    (notice,) = notices(tmp_path)
    assert (notice.severity, notice.place) == ("refused", str(tmp_path))


def test_a_name_that_is_no_unicode_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Two met.")
    (entry,) = taken(tmp_path)
    assert entry.report.path.endswith("caf\\xe9.txt")
    entry.report.path.encode()


SIDECAR = "file,outlet,published,url\na.txt,The Post,2024-03-03,https://example.org/a\n"


def test_the_facts_of_a_sidecar_win(write: Write, tmp_path: Path) -> None:
    write("reports.csv", SIDECAR)
    path = write("a.txt", "Outlet: Other\nDate: 2020-01-01\nTitle: Two meet\n\nTwo met.")
    for given in (tmp_path, path):
        (entry,) = take_in([given])
        assert isinstance(entry, Taken)
        assert (entry.report.outlet, entry.report.published) == ("The Post", date(2024, 3, 3))
        assert (entry.report.dated_by, entry.report.title) == ("sidecar", "Two meet")


@pytest.mark.parametrize(
    "content",
    [
        SIDECAR.replace(",", ";"),
        SIDECAR.replace(",", "\t"),
        "\ufeff" + SIDECAR.replace("\n", "\r\n"),
        "Published, FILE ,Outlet\n2024-03-03,./a.txt,The Post\n\n",
        'file,outlet,published\na.txt,"The Post",2024-03-03',
    ],
)
def test_sidecars_of_common_spreadsheets_are_read(write: Write, tmp_path: Path, content: str) -> None:
    write("reports.csv", content)
    write("a.txt", "Two met.")
    (entry,) = take_in([tmp_path])
    assert isinstance(entry, Taken)
    assert (entry.report.outlet, entry.report.published, entry.warnings) == ("The Post", date(2024, 3, 3), ())


def test_a_sidecar_may_speak_about_folders_below_it_but_the_nearest_wins(write: Write, tmp_path: Path) -> None:
    write("reports.csv", "file,outlet\nsub/a.txt,Far\nsub/b.txt,Far")
    write("sub/reports.csv", "file,outlet\na.txt,Near")
    write("sub/a.txt", "One came.")
    write("sub/b.txt", "Two came.")
    assert [entry.report.outlet for entry in taken(tmp_path)] == ["Near", "Far"]


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        ("file,outlet\nb.txt,The Post", "'b.txt', which is not in this folder", ":2"),
        ("file,outlet\n,The Post", "names no file", ":2"),
        ("file,outlet\na.txt,X\na.txt,Y", "again", ":3"),
        ("file,published\na.txt,2024-02-31", "not a day of the calendar", ":2"),
        ("file,published\n\na.txt,03/04/2024", "can mean two days", ":3"),
        ("file,outlte\na.txt,X", "column 'outlte' is not known", ""),
        ("name,outlet\na.txt,X", "no column 'file'", ""),
        ("file,outlet\na.txt,\0", "NUL", ""),
        ("file,outlet\n" + "x" * 200_000, "not valid CSV", ":2"),
    ],
)
def test_an_odd_sidecar_is_named_by_line_and_the_report_is_kept(
    write: Write, tmp_path: Path, content: str, problem: str, line: str
) -> None:
    place = str(write("reports.csv", content)) + line
    write("a.txt", "Two met.")
    write("c.txt", "Three met.")
    (notice,) = notices(tmp_path)
    assert notice.place == place
    assert problem in notice.problem
    assert notice.remedy
    assert len(taken(tmp_path)) == 2


def test_after_a_wrong_day_the_next_teller_is_asked(write: Write, tmp_path: Path) -> None:
    write("reports.csv", "file,published\na.txt,2024-02-31\nb.txt,soon")
    write("a.txt", " date 2024-03-01 Two met.")
    write("b.txt", "Date: never\n\nLIMA, 3 March 2024 - Two met.")
    told = [(entry.report.published, entry.report.dated_by, len(entry.warnings)) for entry in taken(tmp_path)]
    assert told == [(date(2024, 3, 1), "header", 1), (date(2024, 3, 3), "dateline", 2)]


def test_the_sidecar_and_other_files_are_no_reports(write: Write, tmp_path: Path) -> None:
    write("reports.csv", "file\n")
    write("notes.csv", "a,b")
    assert [Path(entry.place).name for entry in take_in([tmp_path]) if isinstance(entry, LeftOut)] == ["notes.csv"]


def test_real_stories_are_taken_whole(shared: Path) -> None:
    for folder in sorted((shared / "stories").iterdir()):
        entries = list(take_in([folder]))
        assert [Path(entry.place).name for entry in entries if not isinstance(entry, Taken)] == ["key.json"]
        assert all(entry.report.dated_by == "sidecar" for entry in entries if isinstance(entry, Taken))
