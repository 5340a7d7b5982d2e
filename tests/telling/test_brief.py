"""The brief and the timeline of small stories, from the words of reports to the sentences that are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import reportedly
from reportedly.account.account import Account, BriefSentence
from reportedly.account.reckon import reckon
from reportedly.report import Report, report_id
from reportedly.telling import tell
from reportedly.telling.brief import tell_brief
from reportedly.telling.check import unsupported
from reportedly.telling.shelf import Shelf


def a_report(text: str, outlet: str, day: int) -> Report:
    published = date(2024, 5, day)
    return Report(report_id(text, outlet, published, None), f"{outlet}.txt", text, "0", outlet, published)


FERRY = (
    a_report(
        "The ferry Orla ran aground near Bergen on Monday, the coast guard said. At least 12 passengers were injured. "
        "“The hull is damaged,” said Ingrid Vik, a spokeswoman for the coast guard.",
        "The Fjord Post",
        7,
    ),
    a_report(
        "Fifteen passengers were injured when the ferry Orla ran aground near Bergen on Monday, police said on "
        "Wednesday. The operator denied that the captain had been asleep. The ferry is expected to be towed to Bergen "
        "next week.",
        "Bergen Radio",
        8,
    ),
)


def told(*reports: Report) -> Account:
    reader = reportedly.Reader()
    return tell(reckon(reports, {report.id: reader.read(report) for report in reports}))


@pytest.fixture(scope="module")
def ferry() -> Account:
    return told(*FERRY)


def section(account: Account, name: str) -> list[str]:
    return [row.sentence for row in account.brief if row.section == name]


def test_the_lead_tells_the_event_that_most_reports_tell(ferry: Account) -> None:
    assert "6 May 2024" in section(ferry, "lead")[0]
    assert "ran aground" in section(ferry, "lead")[0]


def test_who_says_what_names_the_source_with_its_role(ferry: Account) -> None:
    said = "7 May 2024: “The hull is damaged,” said Ingrid Vik, a spokeswoman for the coast guard."
    assert said in section(ferry, "claims")


def test_a_denial_is_told_as_one(ferry: Account) -> None:
    assert any("denied that the captain had been asleep" in line for line in section(ferry, "claims"))


def test_a_figure_moves(ferry: Account) -> None:
    assert any("at least 12" in line and "15" in line for line in section(ferry, "figures"))


def test_what_is_expected_is_not_told_as_having_happened(ferry: Account) -> None:
    assert not any("towed" in line for line in section(ferry, "happened") + section(ferry, "lead"))
    assert any(line.startswith("Expected: ") and "towed" in line for line in section(ferry, "unconfirmed"))
    assert not any("towed" in entry.headline for entry in ferry.timeline)


def test_every_sentence_passes_the_citation_check(ferry: Account) -> None:
    shelf = Shelf(ferry)
    assert ferry.brief
    assert [row.sentence for row in ferry.brief if unsupported(row.sentence, row.citations, shelf)] == []


def test_a_sentence_whose_number_is_not_cited_is_dropped(ferry: Account) -> None:
    figures = tuple(replace(figure, low=99, high=99, best=99) for figure in ferry.figures)
    points = tuple(
        replace(row, points=tuple(replace(point, low=98, high=98, best=98) for point in row.points))
        for row in ferry.series
    )
    brief = tell_brief(replace(ferry, figures=figures, series=points))
    assert not any("98" in row.sentence for row in brief)


def test_timeline_is_in_order_of_days_and_cites(ferry: Account) -> None:
    days = [entry.date_earliest for entry in ferry.timeline]
    assert days == sorted(days)
    assert all(entry.citations and ferry.shown(entry.citations[0]) for entry in ferry.timeline)


def test_undated_reports_are_told_without_days() -> None:
    text = "The ferry Orla ran aground near Bergen on Monday, the coast guard said."
    account = told(Report("r1", "a.txt", text, "0"))
    assert account.timeline == ()
    assert any("ran aground" in row.sentence for row in account.brief)


def test_nothing_is_told_of_nothing() -> None:
    assert told().brief == ()
    assert told(Report("r1", "a.txt", "", "0")).brief == ()


def test_page_furniture_is_not_told() -> None:
    caption = "STAGE EXIT CROWD HOTEL MAP Site of the attack on Monday."
    text = f"{caption}\n\nGunmen killed six people in Bamako on Monday."
    brief: tuple[BriefSentence, ...] = told(a_report(text, "The Post", 7)).brief
    assert not any("STAGE" in row.sentence for row in brief)
    assert any("killed six people" in row.sentence for row in brief)
