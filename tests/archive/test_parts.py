"""Parts of a stored account: one story is told as the whole account tells it, whatever else the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import reportedly
from reportedly.account.account import Account
from reportedly.archive import Archive, parts
from reportedly.archive.heads import head_of

REPORTS = {
    "ferry.txt": (
        "Outlet: Harbour Post\nPublished: 2024-05-02\n\nTwo people died when a ferry sank off Bergen on Wednesday, "
        "police said. The owner denied that the ferry was overloaded."
    ),
    "again.txt": (
        "Outlet: Valley Wire\nPublished: 2024-05-03\n\nThree people died when a ferry sank off Bergen on Wednesday, "
        "police said on Friday. Rebels held the harbour of Bergen, a spokesman said."
    ),
    "vote.txt": (
        "Outlet: North Courier\nPublished: 2021-01-08\n\nParliament in Lima passed a budget of 12 million soles, the "
        "minister of finance said. He expects 40 schools to be built."
    ),
}
OF_STORY = ("reports", "events", "series", "disagreements", "timeline", "brief")
OF_REPORT = ("claims", "figures", "times", "places")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parts")
    for name, content in REPORTS.items():
        (folder / name).write_text(content, encoding="utf-8")
    with Archive.open(folder / "story.db") as archive:
        reportedly.ingest(folder, archive)
    return folder / "story.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive.open(path, create=False) as opened:
        yield opened


def hold(archive: Archive, whole: Account) -> None:
    """Every story read alone holds exactly its rows of the whole account, in their order."""
    for story in whole.stories:
        part = archive.story_account(story.id)
        assert part is not None
        assert part.stories == (story,)
        for kind in OF_STORY:
            assert getattr(part, kind) == tuple(row for row in getattr(whole, kind) if row.story == story.id)
        for kind in OF_REPORT:
            assert getattr(part, kind) == tuple(row for row in getattr(whole, kind) if row.report in story.reports)
        own = {claim.id for claim in part.claims}
        assert part.holdings == tuple(row for row in whole.holdings if own & set(row.claims))
        assert part.entities == tuple(row for row in whole.entities if row.id in story.entities)
        assert {row.origin for row in (*part.reports, *part.claims)} == {origin.id for origin in part.origins}
        assert part.texts == {report: whole.texts[report] for report in story.reports}


def test_a_story_alone_is_what_the_whole_account_tells_of_it(archive: Archive) -> None:
    whole = archive.account()
    assert len(whole.stories) == 2
    hold(archive, whole)
    assert archive.story_account("y:none") is None


def test_a_head_says_of_each_story_what_its_account_does(archive: Archive) -> None:
    heads = {head.id: head for head in archive.heads()}
    assert heads.keys() == {story.id for story in archive.account().stories}
    for key, head in heads.items():
        part = archive.story_account(key)
        assert part is not None
        assert head == head_of(part)
    ferry = next(head for head in heads.values() if head.reports == 2)
    assert (ferry.first, ferry.last) == (date(2024, 5, 2), date(2024, 5, 3))
    assert ferry.days == ((date(2024, 5, 2), 1), (date(2024, 5, 3), 1))
    assert (ferry.outlets, ferry.undated) == (2, 0)
    assert ferry.lead


def test_heads_are_read_without_any_account(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "parts_of", None)
    assert len(archive.heads()) == 2


def test_the_list_is_the_stories_and_reports(archive: Archive) -> None:
    whole, listed = archive.account(), archive.account_list()
    assert (listed.stories, listed.reports) == (whole.stories, whole.reports)
    assert (listed.brief, listed.claims, listed.texts) == ((), (), {})


def test_an_id_leads_to_the_account_of_its_story(archive: Archive) -> None:
    whole = archive.account()
    for kind in ("entities", "events", "claims", "figures", "series", "disagreements", "stories"):
        for row in getattr(whole, kind):
            about = archive.account_about(row.id)
            assert row in getattr(about, kind), f"{kind}: {row.id}"
            assert len(about.stories) == 1
    ferry, vote = whole.stories[-1].id, whole.stories[0].id
    assert len(archive.account_about(ferry, vote).stories) == 2
    assert archive.account_about("e:none") == whole


def test_a_report_is_found_without_the_account(archive: Archive) -> None:
    entry = archive.account().reports[0]
    assert archive.story_of(entry.id) == entry.story
    assert archive.text(entry.id) == archive.account().texts[entry.id]
    assert (archive.story_of("none"), archive.text("none")) == (None, None)
