"""Questions to an archive, and words that are looked for in it, by index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.archive import Archive, asking
from reportedly.server.pages.paging import Window
from reportedly.server.pages.search import ReportHit, search, search_reports, words_of
from reportedly.telling.ask import Asker

TOLD = {
    "Lota": "Seven miners died when a shaft caved in at Lota on Monday, said Ivo Marn, the mayor of Lota.",
    "Tarsa": "The ferry Northern Star ran aground off Tarsa in fog. Twelve passengers were hurt, the Sea Guard said.",
    "Orno": "The bridge at Orno will shut for repairs, said Ada Lund, a spokeswoman for the roads office.",
    "Velmo": "A storm tore the roof from the market hall of Velmo on Sunday and threw stalls into the canal.",
    "Lenz": "The autumn fair in Lenz closed on Wednesday. Bakers had sold 900 loaves, the guild said.",
    "Karsk": "Police arrested Tom Berg in Karsk on Friday over a blaze in a block of flats that killed 4 tenants.",
}
QUESTIONS = [
    "How many miners died in Lota?",
    "How many passengers were hurt off Tarsa?",
    "Who said that the bridge at Orno will shut?",
    "When did a storm tear the roof from the market hall of Velmo?",
    "How many loaves were sold in Lenz?",
    "Who was arrested in Karsk?",
    "What happened in Karsk?",
    "Who is Ada Lund?",
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Six stories of two reports."""
    folder = tmp_path_factory.mktemp("towns")
    for number, (town, text) in enumerate(TOLD.items()):
        for place in range(2):
            day = date(2024, 1, 1) + timedelta(days=60 * number + place)
            told = f"{text} This is sheet {place}." if place else text
            (folder / f"{town}{place}.txt").write_text(f"Outlet: {town} Post\nDate: {day}\n\n{told}")
    with Archive.open(folder / "towns.db") as opened:
        pipeline.ingest(folder, opened)
        yield opened


@pytest.mark.parametrize("question", QUESTIONS)
def test_few_reports_are_all_looked_at_and_answer_as_the_whole_account_does(archive: Archive, question: str) -> None:
    assert archive.ask(question)[0] == Asker(archive.account()).ask(question)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_index_finds_what_the_whole_account_answers(
    archive: Archive, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FEW", 0)
    monkeypatch.setattr(asking, "CHOSEN", 4)
    answer, account = archive.ask(question)
    assert answer.text == Asker(archive.account()).ask(question).text
    assert len(account.stories) <= asking.STORIES


def test_an_answer_from_one_story_is_of_that_story(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "FEW", 0)
    story = next(each for each in archive.account().stories if "fair" in each.title)
    answer, account = archive.ask("How many loaves were sold?", story.id)
    assert [each.id for each in account.stories] == [story.id]
    assert {citation.report for each in answer.sentences for citation in each.citations} <= set(story.reports)
    assert answer.is_found


@pytest.mark.parametrize("question", ["Who is Nobody Known?", "", "?", "How many whales sang in Lota?", '" OR a*'])
def test_what_no_report_says_has_no_answer(archive: Archive, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "FEW", 0)
    assert not archive.ask(question)[0].is_found


@pytest.mark.parametrize(
    "query", ["Orno", "orno bridge", "Mar", "police ten", "storm Sunday", "Orno Post", "ORNO", "nowhere", "", 'x" *']
)
def test_a_search_by_index_finds_what_a_scan_finds(archive: Archive, query: str) -> None:
    account = archive.account()
    looked_for = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in words_of(query)]

    def fits(text: str) -> bool:
        return bool(looked_for) and all(pattern.search(text) for pattern in looked_for)

    found = search(archive, query, None, {})
    assert {hit.report for hit in hits(archive, query)} == {
        report.id for report in account.reports if fits(f"{report.title}\n{report.outlet}\n{account.texts[report.id]}")
    }
    assert {(hit.report, hit.span.start) for hit in found.claims} == {
        (claim.report, claim.start)
        for claim in account.claims
        if claim.source.start is not None and fits(f"{claim.source.name}\n{claim.text}")
    }
    assert {hit.id for hit in found.names} == {
        entity.id for entity in account.entities if any(map(fits, (entity.name, *entity.aliases)))
    }


def hits(archive: Archive, query: str, story: str | None = None) -> list[ReportHit]:
    """Every report that is found, a page after the other."""
    pages = [search_reports(archive, query, story, {}, Window(skip, 2)) for skip in range(0, 40, 2)]
    found = [hit for page in pages for hit in page.reports]
    assert {page.total for page in pages} == {len(found)}
    return found


def test_reports_are_found_newest_first_and_in_one_story_where_it_is_asked_for(archive: Archive) -> None:
    found = hits(archive, "said")
    days = [hit.published for hit in found if hit.published]
    assert days == sorted(days, reverse=True)
    assert len({hit.report for hit in found}) == len(found) > 2
    story = found[0].story.id
    assert hits(archive, "said", story) == [hit for hit in found if hit.story.id == story]


def test_a_report_that_was_replaced_is_found_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text("Three miners died in Lota.")
    with Archive.open(tmp_path / "a.db") as archive:
        pipeline.ingest(folder, archive)
        (former,) = archive.reports()
        (folder / "reports.csv").write_text("file,published,outlet\na.txt,2024-03-02,Mended Post\n")
        assert pipeline.ingest(folder, archive).replaced
        (now,) = archive.reports()
        assert now.id != former.id
        assert [hit.report for hit in hits(archive, "miners")] == [now.id]
        assert [hit.report for hit in hits(archive, "mended")] == [now.id]
