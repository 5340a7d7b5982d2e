"""Reports handed over in the browser: kept like any other, bounded, and inert whatever they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from reportedly.archive import Archive
from reportedly.server import uploads
from reportedly.server.uploads import plain_name

GOOD = b"Outlet: Harbour Post\nPublished: 2024-05-02\n\nTwo people died when a ferry sank on Wednesday, police said.\n"
BYTES = {"Content-Type": "application/octet-stream"}


def hand_over(desk: TestClient, name: str, content: bytes) -> Any:
    answer = desk.post("/api/reports", params={"name": name}, content=content, headers=BYTES)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_report_is_kept_and_told_after_the_account_is_brought_up_to_date(empty: TestClient) -> None:
    told = hand_over(empty, "ferry.txt", GOOD)
    assert (told["outcome"], told["added"], told["undated"], told["remarks"]) == ("added", 1, 0, [])
    before = empty.get("/api/stories").json()
    assert (before["current"], before["stories"]) == (False, [])
    assert empty.post("/api/account").json() == {"reckoned": True, "read_again": 0}
    after = empty.get("/api/stories").json()
    assert after["current"]
    assert [story["reports"] for story in after["stories"]] == [1]


def test_the_original_is_kept_with_where_it_came_from(empty: TestClient, tmp_path: Path) -> None:
    hand_over(empty, "C:\\Users\\ann\\ferry.txt", GOOD)
    with Archive.open(tmp_path / "new.db") as archive:
        (report,) = archive.reports()
        assert report.path == "ferry.txt"
        assert report.outlet == "Harbour Post"
        assert archive.original(report) == GOOD
        assert archive.location(report)[0] == "handed over in the desk: ferry.txt"


def test_the_same_report_twice_is_one(empty: TestClient) -> None:
    assert hand_over(empty, "ferry.txt", GOOD)["outcome"] == "added"
    assert hand_over(empty, "again.txt", GOOD)["outcome"] == "known"


def test_many_reports_in_one_file(empty: TestClient) -> None:
    lines = b'{"maintext": "A bridge fell.", "date_publish": "2024-05-01"}\n{"maintext": "It was old."}\n'
    told = hand_over(empty, "wire.jsonl", lines)
    assert (told["added"], told["undated"]) == (2, 1)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", ""),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", ""),
        ("noise.txt", b"\x00\x01\x02" * 100, "no text"),
        ("broken.jsonl", b'{"maintext": "A br', ""),
    ],
)
def test_what_is_no_report_is_refused_with_the_reason(empty: TestClient, name: str, content: bytes, words: str) -> None:
    told = hand_over(empty, name, content)
    assert told["outcome"] in {"refused", "nothing"}
    assert words in told["remarks"][0]["problem"]
    assert told["remarks"][0]["remedy"]


def test_uploads_are_bounded(empty: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LIMIT", 100)
    answer = empty.post("/api/reports", params={"name": "long.txt"}, content=b"x" * 101, headers=BYTES)
    assert answer.status_code == 422
    assert answer.json()["remedy"]
    streamed = (b"x" * 10 for _ in range(20))
    assert empty.post("/api/reports", params={"name": "l.txt"}, content=streamed, headers=BYTES).status_code == 422


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])
def test_a_form_of_another_site_is_not_taken(empty: TestClient, kind: str) -> None:
    answer = empty.post("/api/reports", params={"name": "a.txt"}, content=GOOD, headers={"Content-Type": kind})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\a.txt", "a.txt"),
        ("a\u202etxt.exe\x00\n.txt", "atxt.exe.txt"),
        ("x" * 500 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_only_the_last_part_of_a_name_is_kept(given: str, kept: str) -> None:
    assert plain_name(given) == kept


@pytest.mark.parametrize("name", ["", "..", "/", "\x00", "."])
def test_a_name_of_nothing_is_refused(empty: TestClient, name: str) -> None:
    answer = empty.post("/api/reports", params={"name": name}, content=GOOD, headers=BYTES)
    assert answer.status_code == 422
