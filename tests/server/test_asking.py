"""Questions to all stories: each sentence says which story it comes from, and cites reports by their numbers there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.server.conftest import client_of
from tests.server.test_api import cited, got

import reportedly
from reportedly.archive import Archive, asking
from reportedly.server.app import build_app

REPORTS = {
    "flood/one.txt": (
        "Outlet: Harbour Post\nPublished: 2024-05-02\n\nNine people were killed when a river flooded Lota on "
        "Wednesday, police said. Maria Orno, the mayor of Lota, said that 40 houses were destroyed."
    ),
    "flood/two.txt": (
        "Outlet: Valley Wire\nPublished: 2024-05-03\n\nEleven people were killed in the flood in Lota, police said on "
        "Friday. Maria Orno said that 60 houses were destroyed."
    ),
    "fire/one.txt": (
        "Outlet: North Courier\nPublished: 2021-01-08\n\nTwo firefighters were hurt when a warehouse burned down in "
        "Tampa on Thursday, the fire service said. Jack Senn, the owner, denied that anyone had been inside."
    ),
}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, static: Path) -> Iterator[TestClient]:
    """A desk over an archive of two stories."""
    folder = tmp_path_factory.mktemp("two")
    for name, content in REPORTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    with Archive.open(folder / "two.db") as archive:
        reportedly.ingest(folder, archive)
        yield client_of(build_app(archive, static))


def asked(desk: TestClient, question: str) -> Any:
    answer = desk.get("/api/ask", params={"q": question})
    assert answer.status_code == 200, answer.text
    return answer.json()


def titled(desk: TestClient, word: str) -> Any:
    (story,) = [each for each in got(desk, "/api/stories")["stories"] if word in f"{each['title']} {each['lead']}"]
    return story


@pytest.mark.parametrize(
    ("question", "story"), [("What did Maria Orno say?", "Lota"), ("What did Jack Senn say?", "Tampa")]
)
@pytest.mark.parametrize("few", [60, 0])
def test_an_answer_names_the_story_that_it_comes_from(
    two: TestClient, question: str, story: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FEW", few)
    answer, meant = asked(two, question), titled(two, story)
    assert answer["lines"]
    assert answer["stories"] == [{key: meant[key] for key in ("id", "title", "first", "last", "reports")}]
    assert all(line["stories"] == [meant["id"]] for line in answer["lines"])
    numbers = {each["id"]: each["number"] for each in got(two, f"/api/stories/{meant['id']}/reports")["reports"]}
    assert cited(answer)
    assert all(numbers[each["report"]] == each["number"] for each in cited(answer))


def test_what_no_story_tells_has_no_answer(two: TestClient) -> None:
    answer = asked(two, "Who won the cup final in Oslo?")
    assert (answer["lines"], answer["stories"]) == ([], [])


def test_examples_name_somebody_or_a_place_and_have_an_answer(two: TestClient) -> None:
    questions = got(two, "/api/questions")["questions"]
    assert questions
    assert all(asked(two, question)["lines"] for question in questions)
    assert not any(question.startswith("How many") for question in questions)


def test_accounts_are_decoded_once_for_many_questions(two: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = asked(two, "What did Maria Orno say?")
    monkeypatch.setattr(Archive, "account_of", None)
    assert asked(two, "What did Maria Orno say?") == first
    assert asked(two, "How many houses were destroyed in Lota?")["lines"]
