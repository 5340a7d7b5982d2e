"""The account as it stood on a day: the account of what was published by then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly.archive import Archive
from reportedly.errors import IntakeError
from reportedly.pipeline import account_as_of, changes_since, ingest, read

TEXTS = {
    1: "Three miners died in Lota on Friday, the mayor said.",
    3: "Five miners died in Lota, police said on Sunday. Two men were arrested.",
    6: "Police said on Wednesday that six miners died in Lota on Friday. The mayor resigned.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("past")
    for day, text in TEXTS.items():
        (folder / f"{day}.txt").write_text(f"Outlet: The Post\nDate: 2024-03-0{day}\n\n{text}")
    (folder / "undated.txt").write_text("Nobody knows when nine miners died in Lota.")
    return folder


@pytest.fixture(scope="module")
def archive(folder: Path) -> Archive:
    archive = Archive.open(folder.parent / f"{folder.name}.db")
    ingest(folder, archive)
    return archive


@pytest.mark.parametrize(
    ("day", "days"), [(1, [1]), (2, [1]), (3, [1, 3]), (5, [1, 3]), (6, [1, 3, 6]), (9, [1, 3, 6])]
)
def test_it_is_the_account_of_the_reports_published_by_then(
    archive: Archive, folder: Path, tmp_path: Path, day: int, days: list[int]
) -> None:
    past = account_as_of(archive, date(2024, 3, day))
    assert past == read([folder / f"{each}.txt" for each in days])
    assert past == read(folder, as_of=date(2024, 3, day))
    assert past.texts.keys() == {report.id for report in past.reports}
    assert all(report.published is not None for report in past.reports)


def test_before_the_first_report_there_is_none(archive: Archive) -> None:
    assert account_as_of(archive, date(2024, 2, 1)).reports == ()


def test_the_last_day_of_a_dated_archive_is_the_account(folder: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "dated.db") as archive:
        ingest([folder / f"{day}.txt" for day in TEXTS], archive)
        assert account_as_of(archive, date(2024, 3, 6)) == archive.account()


def test_it_is_reckoned_once(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    first = account_as_of(archive, date(2024, 3, 4))
    monkeypatch.setattr("reportedly.pipeline.reckon", lambda *_: pytest.fail("reckoned again"))
    assert account_as_of(archive, date(2024, 3, 4)) == first
    assert account_as_of(archive, date(2024, 3, 5)) == first
    assert account_as_of(archive, date(2024, 3, 5)).texts == first.texts


def test_it_is_reckoned_anew_after_a_new_report(folder: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "grows.db") as archive:
        ingest(folder / "1.txt", archive)
        ingest(folder / "6.txt", archive)
        assert len(account_as_of(archive, date(2024, 3, 4)).reports) == 1
        ingest(folder / "3.txt", archive)
        assert len(account_as_of(archive, date(2024, 3, 4)).reports) == 2


def test_changes_since_a_day(archive: Archive) -> None:
    account, changes = changes_since(archive, date(2024, 3, 2), date(2024, 3, 4))
    assert len(account.reports) == 2
    told = " ".join(change.sentence for change in changes)
    assert "arrested" in told
    assert "resigned" not in told


def test_reading_nothing_is_still_an_error(tmp_path: Path) -> None:
    with pytest.raises(IntakeError):
        read(tmp_path, as_of=date(2024, 3, 4))
