"""The review in the desk: the queue in pages, decisions kept and undone, nothing taken from another site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import client_of
from tests.server.test_api import cited, got, schema_of

from reportedly.archive import Archive
from reportedly.server.app import build_app


@pytest.fixture
def desk(tmp_path: Path, example: Path, static: Path) -> Iterator[TestClient]:
    """A desk over a copy of the example story, in which one may decide."""
    shutil.copy(example, tmp_path / "copy.db")
    with Archive.open(tmp_path / "copy.db", create=False) as archive:
        yield client_of(build_app(archive, static))


@pytest.fixture
def story(desk: TestClient) -> str:
    return str(desk.get("/api/stories").json()["stories"][0]["id"])


def queue(desk: TestClient, story: str, **query: int) -> Any:
    answer = desk.get(f"/api/stories/{story}/review", params=query)
    assert answer.status_code == 200, answer.text
    jsonschema.validate(answer.json(), schema_of("/api/stories/{story}/review"))
    return answer.json()


def decide(desk: TestClient, **body: Any) -> Any:
    answer = desk.post("/api/decisions", json={"author": "Ada", "reason": "seen", **body})
    assert answer.status_code == 200, answer.text
    assert desk.post("/api/account").json()["reckoned"]
    return answer.json()


def test_the_queue_comes_in_pages_with_words_in_context(desk: TestClient, story: str) -> None:
    whole = queue(desk, story, limit=100)
    assert whole["total"] == len(whole["items"]) > 5
    first, second = queue(desk, story, limit=3), queue(desk, story, offset=3, limit=3)
    assert [each["id"] for each in first["items"] + second["items"]] == [each["id"] for each in whole["items"][:6]]
    for item in whole["items"]:
        assert item["reasons"]
        assert item["offers"][-1] == "note"
        assert any(piece["cited"] for quote in item["quotes"] for piece in quote["pieces"])
        assert (item["other"] is None) == (not item["other_quotes"])
    assert cited(whole)
    assert queue(desk, story, offset=1000)["items"] == []


def test_a_decision_is_kept_obeyed_listed_and_undone(desk: TestClient, story: str) -> None:
    before = queue(desk, story, limit=100)
    item = next(each for each in before["items"] if each["topic"] == "disagreement")
    line = decide(desk, kind="reject", target=item["target"])
    assert line["said"].startswith("reject disagreement")
    after = queue(desk, story, limit=100)
    assert item["id"] not in [each["id"] for each in after["items"]]
    ids = [each["id"] for each in got(desk, f"/api/stories/{story}/disagreements")["disputes"]]
    assert item["target"] not in ids
    answer = desk.post(f"/api/decisions/{line['id']}/undo", json={"author": "Bea"})
    assert answer.status_code == 200, answer.text
    desk.post("/api/account")
    assert queue(desk, story, limit=100) == before
    page = got(desk, f"/api/stories/{story}/decisions")
    jsonschema.validate(page, schema_of("/api/stories/{story}/decisions"))
    assert [(each["kind"], each["author"], each["state"]) for each in page["decisions"]] == [
        ("undo", "Bea", "in_force"),
        ("reject", "Ada", "undone"),
    ]


def test_the_brief_says_who_dated_an_event(desk: TestClient, story: str) -> None:
    item = next(each for each in queue(desk, story, limit=100)["items"] if each["topic"] == "event")
    decide(desk, kind="re-date", target=item["target"], earliest="2024-03-06", latest="2024-03-06")
    brief = got(desk, f"/api/stories/{story}")["brief"]
    assert {line["decided"] for part in brief for line in part["lines"]} <= {"", *_dated()}
    assert "re-date event" in got(desk, f"/api/stories/{story}/decisions")["decisions"][0]["said"]


def _dated() -> set[str]:
    from datetime import UTC, datetime

    from reportedly.telling.wording import say_day

    return {f"dated by Ada ({say_day(datetime.now(UTC).date())})"}


@pytest.mark.parametrize(
    ("body", "code", "problem"),
    [
        ({"kind": "reject", "target": "v:none", "author": "Ada", "reason": "x"}, 404, "nothing of the id"),
        ({"kind": "reject", "target": "STORY", "author": "Ada", "reason": "x"}, 422, "cannot reject a story"),
        ({"kind": "note", "target": "STORY", "author": " ", "text": "x"}, 422, "needs its author"),
        ({"kind": "rename", "target": "STORY", "author": "Ada", "text": "New"}, 422, "needs its reason"),
        ({"kind": "erase", "target": "STORY", "author": "Ada"}, 422, "not understood"),
        ({"kind": "note", "target": "STORY", "author": "A" * 101, "text": "x"}, 422, "not understood"),
        ({"kind": "note", "target": "STORY", "author": "Ada", "text": "x" * 2001}, 422, "not understood"),
        ({"target": "STORY"}, 422, "not understood"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(
    desk: TestClient, story: str, body: dict[str, str], code: int, problem: str
) -> None:
    answer = desk.post("/api/decisions", json={**body, "target": body["target"].replace("STORY", story)})
    assert answer.status_code == code
    assert problem in answer.json()["problem"]
    assert answer.json()["remedy"]


@pytest.mark.parametrize("form", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_of_another_site_decides_nothing(desk: TestClient, story: str, form: str) -> None:
    body = f'{{"kind": "note", "target": "{story}", "author": "Eve", "text": "x"}}'
    answer = desk.post("/api/decisions", content=body, headers={"Content-Type": form})
    assert answer.status_code == 422
    answer = desk.post("/api/decisions", content=body, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert got(desk, f"/api/stories/{story}/decisions")["decisions"] == []


def test_a_decision_is_small(desk: TestClient) -> None:
    answer = desk.post("/api/decisions", content=b" " * 200_000, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert "too large" in answer.json()["problem"]


def test_without_the_token_nobody_decides(example: Path, static: Path) -> None:
    with Archive.open(example, create=False) as archive:
        guarded = client_of(build_app(archive, static, token="correct-horse"))
        assert guarded.post("/api/decisions", json={"kind": "note"}).status_code == 401
        assert guarded.post("/api/decisions/k:1/undo", json={"author": "Eve"}).status_code == 401


def test_undoing_what_is_not_there(desk: TestClient) -> None:
    assert desk.post("/api/decisions/k:none/undo", json={"author": "Ada"}).status_code == 404


def test_a_decision_is_looked_for_in_its_own_story_alone(
    desk: TestClient, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = queue(desk, story)["items"][0]
    monkeypatch.setattr(Archive, "account", None)
    made = decide(desk, kind="note", target=item["target"], story=story, text="Ask them again.")
    assert made["author"] == "Ada"
    elsewhere = {"kind": "note", "target": item["target"], "story": "y:none", "author": "Ada", "text": "Nobody there."}
    assert desk.post("/api/decisions", json=elsewhere).status_code == 404
