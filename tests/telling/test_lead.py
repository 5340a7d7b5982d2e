"""The lead: sentences that stand alone, in the order main event, toll, what came last, what is disputed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import reportedly
from reportedly.account.account import Account
from reportedly.account.names import with_article
from reportedly.account.reckon import reckon
from reportedly.report import Report, report_id
from reportedly.telling import tell
from reportedly.telling.brief import DAY
from reportedly.telling.check import unsupported
from reportedly.telling.counted import current_of
from reportedly.telling.phrasing import article_of
from reportedly.telling.sentences import is_fragment, is_quotation, leans, opens_unnamed
from reportedly.telling.shelf import Shelf


def a_report(text: str, outlet: str, day: int) -> Report:
    published = date(2024, 5, day)
    return Report(report_id(text, outlet, published, None), f"{outlet}.txt", text, "0", outlet, published)


BRIDGE = (
    a_report(
        "At least four people were killed when the Tolma bridge collapsed near Dornau on Monday, police said. The "
        "collapse happened at about 6:20 a.m., according to the Transport Ministry.",
        "Dornau Post",
        7,
    ),
    a_report(
        "The number of dead in the collapse of the Tolma bridge has risen to nine, the Dornau fire service said on "
        "Thursday. Divers also found the other two drivers, the fire service said. The collapse happened at about "
        "6:20 a.m. on Monday.",
        "Valley Radio",
        9,
    ),
    a_report(
        "Eight people died in the collapse of the Tolma bridge, the Dornau fire service said on Saturday. One man had "
        "been counted twice. Divers also found the other two drivers, the Transport Ministry said.",
        "The Lowland Ledger",
        11,
    ),
    a_report(
        "Police arrested an engineer of the Transport Ministry in Dornau on Monday, prosecutors said. "
        "Ada Lund, a spokeswoman for the Transport Ministry, denied that the bridge had "
        "been closed too late.",
        "Dornau Post",
        13,
    ),
)


def told(*reports: Report) -> Account:
    reader = reportedly.Reader()
    return tell(reckon(reports, {report.id: reader.read(report) for report in reports}))


@pytest.fixture(scope="module")
def bridge() -> Account:
    return told(*BRIDGE)


def lead(account: Account) -> list[str]:
    return [row.sentence for row in account.brief if row.section == "lead"]


@pytest.mark.parametrize(
    "line",
    [
        "Divers also found the bodies of two drivers.",
        "Divers found the other two men.",
        "They were taken to Dornau.",
        "There was no warning, police said.",
        "Another man was found on Sunday.",
        "Meanwhile, the road stayed closed.",
        "The remaining miners were brought up.",
        "Two of them were hurt.",
        "The mayor resigned, too.",
    ],
)
def test_a_line_leans_that_points_at_one_before_it(line: str) -> None:
    assert leans(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Tolma bridge collapsed on Monday.",
        "Police said that they had searched the bridge.",
        "The firm ran not only the mine but also the railway.",
        "Two of the six drivers were found.",
        "The bridge was too old to be mended.",
        "A truck struck another truck near Dornau.",
    ],
)
def test_a_line_does_not_lean_that_says_what_it_speaks_of(line: str) -> None:
    assert not leans(line)


@pytest.mark.parametrize(
    ("line", "unnamed"),
    [
        ("The collapse happened at about noon, the Transport Ministry said.", True),
        ("The boy fell into a well.", True),
        ("The owner of the Tolma bridge apologised.", False),
        ("The Tolma bridge collapsed.", False),
        ("A bridge collapsed near Dornau.", False),
    ],
)
def test_an_opening_takes_for_granted_what_it_does_not_name(line: str, unnamed: bool) -> None:
    assert opens_unnamed(line) is unnamed


@pytest.mark.parametrize(
    ("line", "cut_off"),
    [
        ("The ferry has been stuck in the canal since (Ada Lund).", True),
        ("The ferry was pulled free by two tugs and the", True),
        ("The ferry was pulled free by two tugs (Ada Lund).", False),
        ("The search for the drivers goes on.", False),
    ],
)
def test_a_line_that_was_cut_off_is_a_fragment(line: str, cut_off: bool) -> None:
    assert is_fragment(line) is cut_off


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("“The bridge was never closed,” said Ada Lund.", True),
        ("“Never closed” was the bridge, said Ada Lund.", False),
        ("The bridge “was never closed to anybody”, said Ada Lund.", False),
    ],
)
def test_a_quotation_is_what_somebody_says_and_not_what_happened(line: str, quoted: bool) -> None:
    assert is_quotation(line) is quoted


def test_the_lead_begins_with_the_main_event(bridge: Account) -> None:
    assert lead(bridge)[0].startswith("6 May 2024: At least four people were killed when the Tolma bridge collapsed")


def test_no_line_of_the_lead_leans_on_another(bridge: Account) -> None:
    assert not any(leans(DAY.sub("", line)) for line in lead(bridge))


def test_the_lead_gives_the_toll_that_holds_now_and_the_one_before(bridge: Account) -> None:
    toll = next(line for line in lead(bridge) if line.startswith("People killed"))
    assert toll.startswith("People killed: 8 (")
    assert toll.endswith("on 11 May 2024, after 9 on 9 May 2024.")


def test_the_lead_gives_what_came_last(bridge: Account) -> None:
    assert any(line.startswith("13 May 2024: Police arrested an engineer") for line in lead(bridge))


def test_what_came_last_is_no_former_toll(bridge: Account) -> None:
    assert not any("risen to nine" in line for line in lead(bridge))


def test_a_toll_that_one_report_tells_by_the_way_is_no_part_of_the_lead() -> None:
    texts = (
        "The mayor of Dornau resigned on Monday. The council will choose another one in June. The mayor had been in "
        "office since 2019. The mayor gave no reason. A flood killed 12 people in Dornau in 2021.",
        "The mayor of Dornau resigned on Monday, the council said. The council meets on Friday.",
    )
    account = told(a_report(texts[0], "Dornau Post", 7), a_report(texts[1], "Valley Radio", 8))
    assert not any("12" in line for line in lead(account))


def test_a_story_whose_main_event_came_last_tells_how_it_began() -> None:
    account = told(
        a_report("Two hikers went missing on Mount Orla near Dornau on Monday, police said.", "Dornau Post", 7),
        a_report("Two missing hikers were rescued alive from Mount Orla on Friday, police said.", "Valley Radio", 10),
        a_report("Rescuers found two hikers alive on Mount Orla on Friday, police said.", "The Lowland Ledger", 11),
    )
    days = [line.split(":")[0] for line in lead(account)]
    assert "6 May 2024" in days
    assert "10 May 2024" in days


def test_a_dispute_is_told_as_a_part_of_its_sentence() -> None:
    account = told(
        a_report("Rebels hold the town of Dornau, said Ada Lund, a spokeswoman for the rebels.", "Dornau Post", 7),
        a_report("The army denied that rebels hold the town of Dornau.", "Valley Radio", 7),
    )
    disputed = [line for line in lead(account) if line.startswith("Disputed: ")]
    assert [line[10].islower() for line in disputed] == [True]


def test_prose_tells_nothing_twice(bridge: Account) -> None:
    prose = [DAY.sub("", row.sentence) for row in bridge.brief if row.section in {"lead", "happened", "claims"}]
    assert len(set(prose)) == len(prose)
    assert sum("happened at about 6:20" in line for line in prose) <= 1


def test_every_sentence_is_supported_and_told_the_same_again(bridge: Account) -> None:
    shelf = Shelf(bridge)
    assert [row.sentence for row in bridge.brief if unsupported(row.sentence, row.citations, shelf)] == []
    assert tell(replace(bridge, brief=(), timeline=())).brief == bridge.brief


def test_a_current_value_cites_itself_and_the_one_before(bridge: Account) -> None:
    series = next(row for row in bridge.series if row.label == "people killed")
    sentence, citations = current_of(series, Shelf(bridge))
    assert len({citation.report for citation in citations}) == 2
    assert unsupported(sentence, citations, Shelf(bridge)) == ()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("railway station of Dornau", "the railway station of Dornau"),
        ("the airport", "the airport"),
        ("Dornau", "Dornau"),
    ],
)
def test_a_description_has_an_article_and_a_name_none(name: str, shown: str) -> None:
    assert with_article(name) == shown


def test_a_source_has_the_article_that_reports_print(bridge: Account) -> None:
    ministry = next(entity for entity in bridge.entities if entity.name == "Transport Ministry")
    assert article_of(ministry, Shelf(bridge)) == "the"
