"""Weights of days and lines, the digest, and which sentences can stand by themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import reportedly
from reportedly.account.account import Account
from reportedly.account.reckon import reckon
from reportedly.report import Report, report_id
from reportedly.telling import tell
from reportedly.telling.check import unsupported
from reportedly.telling.digest import tell_digest
from reportedly.telling.sentences import spans_of_sentences, stands_alone
from reportedly.telling.shelf import Shelf
from reportedly.telling.timeline import tell_weightiest
from reportedly.telling.weights import Dated, Subject, weigh_days


def a_report(text: str, outlet: str, day: int) -> Report:
    published = date(2024, 5, day)
    return Report(report_id(text, outlet, published, None), f"{outlet}.txt", text, "0", outlet, published)


DAM = (
    a_report(
        "The dam above Tarsa burst on Monday and water flooded the lower town. Police said four people drowned in the "
        "flood. The town council met on 2 May to plan a summer fair.",
        "The Tarsa Post",
        7,
    ),
    a_report(
        "Engineers closed the second gate of the dam above Tarsa on Wednesday. The dam burst on Monday after heavy "
        "rain, and water flooded the lower town of Tarsa within an hour.",
        "Radio Orla",
        9,
    ),
    a_report(
        "Six people drowned when the dam above Tarsa burst on 6 May, Governor Ada Lund said on Friday. The flood "
        "ruined 300 houses in the lower town.",
        "Lund Wire",
        10,
    ),
)


@pytest.fixture(scope="module")
def dam() -> Account:
    reader = reportedly.Reader()
    return tell(reckon(DAM, {report.id: reader.read(report) for report in DAM}, as_one=True))


def test_the_weightiest_day_is_the_one_that_reports_keep_coming_back_to(dam: Account) -> None:
    (entry,) = tell_digest(dam.stories[0], Shelf(dam), 1, 1)
    assert entry.date_earliest == date(2024, 5, 6)
    assert "dam" in entry.headline


def test_a_digest_keeps_to_its_size_in_order_of_days_and_cites_its_sentences(dam: Account) -> None:
    entries = tell_digest(dam.stories[0], Shelf(dam), 2, 2)
    days = [entry.date_earliest for entry in entries]
    assert days == sorted(days)
    assert len(set(days)) == 2
    assert max(days.count(day) for day in days) <= 2
    for entry in entries:
        assert dam.shown(entry.citations[0]) == entry.headline


def test_a_digest_tells_wanted_days_alone(dam: Account) -> None:
    entries = tell_digest(dam.stories[0], Shelf(dam), 5, 1, wanted=lambda day: day > date(2024, 5, 7))
    assert entries
    assert all(entry.date_earliest > date(2024, 5, 7) for entry in entries)


BURST, VISIT = date(2024, 5, 6), date(2024, 5, 20)
SUBJECT = Subject({"dam": 3, "burst": 2, "minister": 1}, 9, {"dam": 1.0})


def named(day: date, *after: int) -> list[Dated]:
    """Sentences that name a day, by how many days after it each was printed."""
    return [Dated(day, ["dam"], day + timedelta(days=days)) for days in after]


@pytest.mark.parametrize(("part", "first"), [(1.0, VISIT), (0.5, VISIT), (0.1, BURST)])
def test_the_fewer_days_are_told_the_more_it_counts_that_one_is_still_looked_back_at(part: float, first: date) -> None:
    told = [*named(BURST, 0, 8, 30), *named(VISIT, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1)]
    weights = weigh_days(told, SUBJECT, part)
    assert max(weights, key=lambda day: weights[day]) == first


def test_days_of_publication_have_one_voice_each_in_looking_back() -> None:
    one_report, three = named(BURST, 9, 9, 9), named(VISIT, 9, 12, 15)
    weights = weigh_days([*one_report, *three], SUBJECT, 0.0)
    assert weights[VISIT] > weights[BURST]


def test_a_day_is_told_by_what_is_still_said_of_it_later() -> None:
    then = [
        f"The dam above Tarsa held a concert for {number} guests of Ada Lund on Monday, said {name}."
        for number, name in ((90, "a singer"), (80, "a drummer"))
    ]
    later = "The dam above Tarsa burst on 6 May and flooded the lower town, {} said."
    reports = [a_report(line, f"Paper {number}", 6) for number, line in enumerate(then)]
    reports += [a_report(later.format(who), who, 9 + number) for number, who in enumerate(("police", "Ivo Marn"))]
    reader = reportedly.Reader(None)
    account = reckon(reports, {report.id: reader.read(report) for report in reports}, as_one=True)
    (entry,) = tell_digest(account.stories[0], Shelf(account), 1, 1)
    assert "burst on 6 May" in entry.headline


def test_a_day_is_told_by_what_happened_rather_than_by_what_has_been_so_since() -> None:
    lines = (
        "The road below the dam of Tarsa has been under water since Monday.",
        "The dam of Tarsa burst on Monday and put the road below it under water.",
    )
    reports = [a_report(line, f"Paper {number}", 9) for number, line in enumerate(lines)]
    reader = reportedly.Reader(None)
    account = reckon(reports, {report.id: reader.read(report) for report in reports}, as_one=True)
    (entry,) = tell_digest(account.stories[0], Shelf(account), 1, 1)
    assert "burst" in entry.headline


def test_of_sentences_that_tell_the_same_a_short_one_is_told() -> None:
    lines = (
        "The dam above Tarsa burst on Monday and water flooded the lower town.",
        "Water flooded the lower town when the dam above Tarsa burst on Monday.",
        "On Monday the dam above Tarsa burst, so that the lower town was all under water, as had been said again and "
        "again and by one and all that it would be if nothing were to be done about it by then.",
    )
    reports = [a_report(line, f"Paper {number}", 6) for number, line in enumerate(lines)]
    reader = reportedly.Reader(None)
    account = reckon(reports, {report.id: reader.read(report) for report in reports}, as_one=True)
    (entry,) = tell_digest(account.stories[0], Shelf(account), 1, 1)
    assert len(entry.headline.split()) < 20


def test_the_weightiest_lines_are_some_of_the_timeline_in_its_order(dam: Account) -> None:
    told = tell_weightiest(dam.timeline, Shelf(dam), 2)
    assert len(told) == 2
    assert [entry for entry in dam.timeline if entry in told] == list(told)
    assert all(entry.weight > 0 for entry in told)


def test_what_is_told_by_the_way_weighs_less_than_what_the_story_is_about(dam: Account) -> None:
    entries = tell_digest(dam.stories[0], Shelf(dam), 10, 1)
    weight = {entry.date_earliest: entry.weight for entry in entries}
    assert weight[date(2024, 5, 6)] > weight.get(date(2024, 5, 2), 0.0)


def test_every_sentence_of_the_brief_stands_on_its_citations(dam: Account) -> None:
    shelf = Shelf(dam)
    assert dam.brief
    assert [row.sentence for row in dam.brief if unsupported(row.sentence, row.citations, shelf)] == []


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Police said four people drowned in the flood.", True),
        ("“We lost everything,” said Ada Lund, a baker in Tarsa.", True),
        ("He said four people drowned in the flood.", False),
        ("But police said that four people had drowned.", False),
        ("An inquiry.", False),
        ("and four people drowned in the flood.", False),
        ("“We lost everything, said Ada Lund of Tarsa.", False),
    ],
)
def test_which_sentences_stand_alone(line: str, alone: bool) -> None:
    assert stands_alone(line) is alone


def test_abbreviations_and_initials_end_no_sentence() -> None:
    report = a_report("Col. Ivo Marn met J. Lund of the U.S. Navy on Monday. They left at noon.", "Post", 7)
    reader = reportedly.Reader(None)
    account = reckon([report], {report.id: reader.read(report)})
    spans = spans_of_sentences(report.id, Shelf(account))
    assert [account.shown(span) for span in spans] == [
        "Col. Ivo Marn met J. Lund of the U.S. Navy on Monday.",
        "They left at noon.",
    ]
