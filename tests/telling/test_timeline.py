"""Lines of the timeline: what a sentence is about, what it names by the way, and what weighs least."""

from __future__ import annotations

from datetime import date

import pytest

import reportedly
from reportedly.account.account import Account, TimelineEntry
from reportedly.account.reckon import reckon
from reportedly.report import Report, report_id
from reportedly.telling import tell
from reportedly.telling.brief import telling_claims
from reportedly.telling.nearness import Nearness
from reportedly.telling.sentences import is_headline, leans
from reportedly.telling.shelf import Shelf
from reportedly.telling.timeline import is_by_the_way


def a_report(text: str, outlet: str, day: int) -> Report:
    published = date(2024, 5, day)
    return Report(report_id(text, outlet, published, None), f"{outlet}.txt", text, "0", outlet, published)


def told(*reports: Report) -> Account:
    reader = reportedly.Reader()
    return tell(reckon(reports, {report.id: reader.read(report) for report in reports}))


FREED = a_report(
    "Rebels freed 12 miners who had been kidnapped near Dornau in March 2022, police said on Tuesday.", "Dornau Post", 7
)


def line_of(account: Account, words: str) -> TimelineEntry:
    return next(entry for entry in account.timeline if words in entry.headline)


def test_an_event_that_is_named_by_the_way_has_its_own_line_and_day() -> None:
    account = told(FREED)
    freed, taken = line_of(account, "Rebels freed"), line_of(account, "12 miners who had been kidnapped")
    by_headline = {entry.headline: entry for entry in account.timeline}
    assert len(by_headline) == 2
    assert freed.date_latest.year == 2024
    assert (taken.date_earliest, taken.date_latest) == (date(2022, 3, 1), date(2022, 3, 31))
    assert not taken.headline.startswith("Rebels freed")


def test_the_phrase_of_an_aside_is_cited_word_for_word() -> None:
    account = told(FREED)
    taken = line_of(account, "12 miners who had been kidnapped")
    first = taken.citations[0]
    assert (
        account.texts[first.report][first.start : first.end]
        == "12 miners who had been kidnapped near Dornau in March 2022"
    )


def test_an_aside_of_the_same_day_stays_in_its_sentence() -> None:
    account = told(a_report("Two people died when a bridge collapsed near Dornau on Monday, police said.", "Post", 7))
    shelf = Shelf(account)
    assert not any(is_by_the_way(event, told, shelf) for event in account.events for told in event.mentions)
    assert len(account.timeline) == 1


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Ferry Runs Aground Off Lota After Engine Fails", True),
        ("21 Miners Kidnapped By Rebels Have Been Freed", True),
        ("The ferry ran aground off Lota after its engine failed", False),
        ("Ann Lee met Bo Marn in Lota", False),
    ],
)
def test_titles_are_known_by_their_capitals(line: str, is_title: bool) -> None:
    assert is_headline(line) is is_title


@pytest.mark.parametrize(
    "line",
    ["The 21 were freed at dawn.", "Four other people survived that crash.", "On that occasion two drivers died."],
)
def test_what_points_back_leans(line: str) -> None:
    assert leans(line)


def test_an_event_is_told_with_the_number_that_holds() -> None:
    account = told(
        a_report("Five people were killed when a tram overturned in Dornau on Monday, police said.", "Post", 6),
        a_report("Seven people were killed when a tram overturned in Dornau on Monday, police said.", "Radio", 6),
    )
    assert [entry.headline.split()[0] for entry in account.timeline] == ["Seven"]


def test_statements_near_to_the_story_are_told_first() -> None:
    account = told(
        a_report(
            "A tram overturned in Dornau on Monday and killed seven people, police said. Ada Lund, the mayor, said "
            "she liked the music that was played at her wedding in the mountains. Lund said the tram that overturned "
            "in Dornau had been too fast.",
            "Post",
            6,
        )
    )
    shelf = Shelf(account)
    near = Nearness(shelf)
    claims = [claim for claim in account.claims if claim.source.name == "Ada Lund"]
    assert len(claims) == 2
    tram, music = (next(claim for claim in claims if word in claim.text) for word in ("tram", "music"))
    assert near.of(music) < near.of(tram) <= 1
    assert telling_claims([music, tram], near)
