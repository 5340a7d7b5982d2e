"""What an archive keeps, and how it is opened."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.account.account import Account, BriefSentence, Citation, CurrentValue, Series, SeriesPoint, Story
from reportedly.account.growing import Growth
from reportedly.account.part import Part
from reportedly.archive import Archive, database
from reportedly.archive.accounts import rows_of
from reportedly.errors import ArchiveError, NotFoundError
from reportedly.reading.reading import Figure, Mention, Reading, Role
from reportedly.report import Report, Span, report_id

Dump = Callable[[Path], dict[str, list[tuple[object, ...]]]]
NOTHING_GREW = Growth(frozenset(), {}, (), frozenset(), (), {}, {}, frozenset())
CONTENT = b" date 2024-03-03 Two met.\xff"


def a_report(
    text: str = "Two met.", path: str = "story/a.txt", outlet: str | None = "The Post", **facts: str
) -> Report:
    """A report with its right id."""
    return Report(
        id=report_id(text, outlet, date(2024, 3, 3), None),
        path=path,
        text=text,
        sha256=hashlib.sha256(CONTENT).hexdigest(),
        outlet=outlet,
        published=date(2024, 3, 3),
        dated_by="header",
        **facts,
    )


def a_reading(report: Report, reader: str = "1") -> Reading:
    """A reading with a bit of everything that is hard to store."""
    role = Role("envoy", None, 0, 3)
    mention = Mention(0, 3, "person", "nominal", Span(0, 3), 0, roles=(role,), plural=True)
    figure = Figure(0, 3, 0, 2.0, None, 2.5, True, False, "count", "envoys", as_of_earliest=date(2024, 3, 3))
    empty = dict.fromkeys(("quotes", "chains", "times", "places", "claims", "events"), ())
    return Reading(report.id, reader, (Span(0, 8),), (0,), mentions=(mention,), figures=(figure,), **empty)


def an_account(report: Report) -> Account:
    """An account with nested things, days, and unknowns."""
    cited = Citation(report.id, 0, 3)
    point = SeriesPoint(date(2024, 3, 3), 2.0, None, 2.5, "f1", "o1", report.id)
    now = CurrentValue(2.0, None, 2.5, None)
    series = Series("n1", "envoys", "met", "envoys", None, None, "count", (point,), now, False, "s1")
    return Account(
        series=(series,),
        stories=(Story("s1", "Two met", date(2024, 3, 3), None, (report.id,), ()),),
        brief=tuple(BriefSentence("s1", "lead", f"Sentence {n}.", (cited,)) for n in range(12)),
        texts={report.id: report.text},
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive.open(path) as opened:
        yield opened


def add(archive: Archive, report: Report, location: str = "/news/a.txt") -> str:
    return archive.add(report, CONTENT, location, a_reading(report))


def test_a_report_comes_back_as_it_was_with_its_untouched_bytes(archive: Archive) -> None:
    report = a_report("Caf\u00e9 \U0001f600 \u200f met.\n", title="Two", url="https://example.org/a?b=1", language="en")
    assert add(archive, report) == "added"
    assert archive.reports() == (report,)
    assert archive.original(report) == CONTENT
    location, taken_at = archive.location(report)
    assert location == "/news/a.txt"
    assert timedelta(0) <= datetime.now(UTC) - taken_at < timedelta(minutes=5)


def test_an_undated_report_without_facts_comes_back(archive: Archive) -> None:
    report = Report("r0123456789", "a.txt", "Two met.", hashlib.sha256(CONTENT).hexdigest())
    add(archive, report)
    assert archive.reports() == (report,)


def test_a_reading_comes_back_as_it_was(archive: Archive) -> None:
    report = a_report()
    add(archive, report)
    assert archive.readings("1") == {report.id: a_reading(report)}
    assert archive.readings("2") == {}
    assert archive.ids_not_read_by("1") == frozenset()
    assert archive.ids_not_read_by("2") == {report.id}


def test_a_newer_reading_takes_the_place_of_an_older(archive: Archive) -> None:
    report = a_report()
    add(archive, report)
    archive.renew(a_reading(report, "2"))
    assert archive.readings("2") == {report.id: a_reading(report, "2")}


def test_a_reading_that_cannot_be_decoded_is_not_there(archive: Archive, path: Path) -> None:
    add(archive, a_report())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE reading SET body = X'7B7D'")
    assert archive.readings("1") == {}


def test_adding_again_changes_nothing(archive: Archive, path: Path, dump: Dump) -> None:
    report = a_report()
    add(archive, report)
    before = dump(path)
    assert add(archive, report, "/elsewhere/b.txt") == "known"
    assert dump(path) == before


def test_mended_facts_take_the_place_of_the_former(archive: Archive) -> None:
    former, mended = a_report(outlet=None), a_report(outlet="The Post")
    add(archive, former)
    assert add(archive, mended) == "replaced"
    assert archive.reports() == (mended,)
    assert list(archive.readings("1")) == [mended.id]


def test_the_same_bytes_in_two_places_are_two_reports_of_one_original(archive: Archive, path: Path, dump: Dump) -> None:
    assert add(archive, a_report(outlet="The Post"), "/post/a.txt") == "added"
    assert add(archive, a_report(outlet="The Mail"), "/mail/a.txt") == "added"
    assert len(archive.reports()) == 2
    assert len(dump(path)["original"]) == 1


def test_an_addition_that_fails_leaves_nothing(archive: Archive, path: Path, dump: Dump) -> None:
    before = dump(path)
    with pytest.raises(ArchiveError):
        archive.add(a_report(), CONTENT, None, a_reading(a_report()))  # type: ignore[arg-type]
    assert dump(path) == before


def test_a_damaged_original_is_noticed(archive: Archive, path: Path) -> None:
    report = a_report()
    add(archive, report)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE original SET content = X'00'")
    with pytest.raises(ArchiveError, match="damaged"):
        archive.original(report)


def test_reports_stand_in_order_of_days_then_paths(archive: Archive) -> None:
    rows = [("c", date(2024, 3, 1)), ("b", None), ("a", date(2024, 3, 2)), ("d", date(2024, 3, 1))]
    for name, day in rows:
        sha = hashlib.sha256(CONTENT).hexdigest()
        report = Report(report_id(name, None, day, None), name, name, sha, published=day)
        archive.add(report, CONTENT, f"/{name}", a_reading(report))
    assert [report.path for report in archive.reports()] == ["c", "d", "a", "b"]


@pytest.mark.parametrize("name", ["story/a.txt", "a.txt", "ID", "ID[:4]", " a.txt "])
def test_a_report_is_found_by_path_file_name_or_the_beginning_of_its_id(archive: Archive, name: str) -> None:
    report = a_report()
    add(archive, report)
    add(archive, a_report("Three met.", "story/aa.txt"), "/news/aa.txt")
    assert archive.report(name.replace("ID", report.id).replace(f"{report.id}[:4]", report.id[:6])) == report


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("ab.txt", "Did you mean story/a.txt, old/c.txt, story/c.txt"),
        ("zzzz.pdf", "holds, among others: old/c.txt, story/a.txt"),
        ("c.txt", "can mean 2 reports"),
        ("", "holds, among others"),
        ("r", "There is no report 'r'"),
    ],
)
def test_a_report_that_is_not_there_is_answered_with_those_that_are(archive: Archive, name: str, proposal: str) -> None:
    for number, path in enumerate(["story/a.txt", "story/c.txt", "old/c.txt"]):
        add(archive, a_report(f"{number} met.", path), path)
    with pytest.raises(NotFoundError, match=proposal):
        archive.report(name)


def test_an_empty_archive_says_so(archive: Archive) -> None:
    with pytest.raises(NotFoundError, match="holds no reports yet"):
        archive.report("a.txt")
    assert archive.account() == Account()
    assert not archive.is_current()


def store(archive: Archive, account: Account, *settled: Report, fingerprint: str | None = None) -> bool:
    """Store an account of one story as what came of some reports."""
    rank = (date(2024, 3, 3), 2, -8, "r1")
    part = Part(account, (rank,), (), ())
    growth = replace(NOTHING_GREW, stories={part.story: ()})
    waits = [report.id for report in settled]
    return archive.store(growth, (), rows_of(part), waits, fingerprint or archive.fingerprint())


def test_an_account_comes_back_as_it_was(archive: Archive) -> None:
    report = a_report()
    add(archive, report)
    account = an_account(report)
    assert store(archive, account, report)
    assert archive.account() == account
    assert archive.story_account("s1") == account
    assert archive.story_account("s2") is None
    assert archive.is_current()


def test_a_stored_story_is_replaced_whole(archive: Archive) -> None:
    report = a_report()
    add(archive, report)
    store(archive, an_account(report), report)
    assert store(archive, replace(an_account(report), brief=(), series=()))
    assert archive.account().brief == ()
    assert archive.account().series == ()


def test_an_account_is_not_current_after_reports_or_readings_change(archive: Archive) -> None:
    report, other = a_report(), a_report("Three met.")
    add(archive, report)
    store(archive, an_account(report), report)
    assert archive.is_current()
    archive.renew(a_reading(report, "2"))
    assert not archive.is_current()
    assert archive.waiting(9) == (report.id,)
    store(archive, an_account(report), report)
    assert archive.is_current()
    add(archive, other, "/news/b.txt")
    assert not archive.is_current()
    assert archive.waiting(9) == (other.id,)


def test_reports_wait_until_they_are_settled_some_at_a_time(archive: Archive) -> None:
    reports = [a_report(), a_report("Three met."), a_report("Four met.")]
    for number, report in enumerate(reports):
        add(archive, report, f"/news/{number}.txt")
    assert set(archive.waiting(9)) == {report.id for report in reports}
    assert len(archive.waiting(2)) == 2
    assert store(archive, an_account(reports[0]), *reports[:2])
    assert archive.waiting(9) == (reports[2].id,)
    assert not archive.is_current()
    assert store(archive, an_account(reports[0]), reports[2])
    assert archive.is_current()


def test_an_account_of_what_the_archive_no_longer_is_is_not_stored(archive: Archive) -> None:
    report = a_report()
    add(archive, report)
    former = archive.fingerprint()
    add(archive, a_report("Three met."), "/news/b.txt")
    assert not store(archive, an_account(report), report, fingerprint=former)
    assert archive.account() == Account()
    assert report.id in archive.waiting(9)


def test_what_identifies_the_reports_does_not_depend_on_their_order(tmp_path: Path) -> None:
    reports = [a_report(f"{number} met.") for number in range(4)]
    marks = set()
    for turn in (reports, reports[::-1]):
        with Archive.open(tmp_path / f"{len(marks)}-{turn[0].id}.db") as archive:
            for report in turn:
                add(archive, report, f"/{report.id}.txt")
            marks.add(archive.fingerprint())
    assert len(marks) == 1


def test_an_account_of_another_form_is_an_error_with_a_remedy(archive: Archive, path: Path) -> None:
    report = a_report()
    add(archive, report)
    store(archive, an_account(report), report)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE chapter SET body = X'7B7D'")
    with pytest.raises(ArchiveError, match="damaged or of another version"):
        archive.account()


def test_an_archive_is_one_file_when_it_is_closed(path: Path) -> None:
    with Archive.open(path) as archive:
        add(archive, a_report())
    assert [entry.name for entry in path.parent.iterdir()] == ["story.db"]
    with Archive.open(f"sqlite:///{path}", create=False) as archive:
        assert len(archive.reports()) == 1


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "#1.db", "\u0142\u00f3d\u017a.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Archive.open(tmp_path / name) as archive:
        add(archive, a_report())
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_an_archive_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Archive.open(":memory:") as archive:
        add(archive, a_report())
        assert len(archive.reports()) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_an_archive(path: Path) -> None:
    path.touch()
    with Archive.open(path) as archive:
        assert archive.reports() == ()


def write_bytes(path: Path) -> None:
    path.write_bytes(b"Two envoys met in Lima. " * 100)


def write_other_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE album (title TEXT)")


def write_newer(path: Path) -> None:
    Archive.open(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE schema_version SET version_num = '9999'")


def write_damaged(path: Path) -> None:
    Archive.open(path).close()
    content = path.read_bytes()
    path.write_bytes(content[:200] + b"\xff" * 4000 + content[4200:])


@pytest.mark.parametrize(
    ("prepare", "problem"),
    [
        (write_bytes, "not an archive"),
        (write_other_tables, "not an archive"),
        (write_newer, "a newer Reportedly made it"),
        (write_damaged, "damaged"),
        (Path.mkdir, "this is a folder"),
    ],
)
def test_what_is_no_archive_is_refused_and_left_as_it_is(
    path: Path, prepare: Callable[[Path], None], problem: str
) -> None:
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ArchiveError, match=problem):
        Archive.open(path)
    assert before == (path.read_bytes() if path.is_file() else None)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("nowhere/story.db", "Check that the folder"),
        ("postgresql://localhost/story", "only archives in SQLite files"),
        ("", "needs a file name"),
        ("a\0b", "needs a file name"),
    ],
)
def test_a_place_that_cannot_hold_an_archive_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    where = name if "://" in name or not name or "\0" in name else tmp_path / name
    with pytest.raises(ArchiveError, match=problem):
        Archive.open(where)


def test_a_missing_archive_is_not_made_by_a_reader(path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive.open(path, create=False)
    assert not path.exists()


def test_an_archive_that_another_program_holds_is_an_error_after_a_wait(
    archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.close()
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(path)) as other, Archive.open(path) as waiting:
        other.execute("BEGIN IMMEDIATE")
        assert waiting.reports() == ()
        with pytest.raises(ArchiveError, match="another program"):
            add(waiting, a_report())
        other.rollback()
    assert add(archive, a_report()) == "added"


def test_a_read_only_archive_is_an_error_with_a_remedy(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    monkeypatch.setattr(database, "_prepare", deny)
    with Archive.open(archive.path) as opened, pytest.raises(ArchiveError, match=r"is read-only\. Make the file"):
        add(opened, a_report())


def test_alembic_is_loaded_only_to_migrate(path: Path) -> None:
    Archive.open(path).close()
    code = (
        "import sys; import reportedly; assert 'sqlalchemy' not in sys.modules and 'msgspec' not in sys.modules;"
        "from reportedly.archive import Archive; Archive.open(sys.argv[1]).close(); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
