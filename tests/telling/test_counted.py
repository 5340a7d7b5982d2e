"""The figures of a story in sentences: one line for each label, the parts of a whole, and who gives a value."""

from __future__ import annotations

from datetime import date

import pytest

import reportedly
from reportedly.account.account import Account
from reportedly.account.reckon import reckon
from reportedly.report import Report, report_id
from reportedly.telling import tell
from reportedly.telling.crediting import source_of
from reportedly.telling.shelf import Shelf


def told(*texts: str) -> Account:
    """The account of some texts, each published a day after the one before by another outlet, as one story."""
    reports = []
    for number, text in enumerate(texts):
        published = date(2024, 5, 3 + number // 3)
        outlet = f"Outlet {number}"
        reports.append(Report(report_id(text, outlet, published, None), f"{number}.txt", text, "0", outlet, published))
    reader = reportedly.Reader()
    return tell(reckon(reports, {each.id: reader.read(each) for each in reports}, as_one=True))


SINKING = (
    "Twelve people were killed when a tour boat sank off Larnow on Friday, the coast guard said. The dead were 10 "
    "Norwegian tourists and two skippers. The company's boats carried 40,000 passengers last year.",
    "A tour boat sank off Larnow on Friday and killed 12 people. The ten Norwegian tourists who died came from Bergen. "
    "The two skippers were killed too. It is the worst sinking since 2001, when 31 people drowned.",
)


@pytest.fixture(scope="module")
def sinking() -> list[str]:
    return [row.sentence for row in told(*SINKING).brief if row.section == "figures"]


def test_the_parts_that_add_up_to_a_whole_are_told_with_it(sinking: list[str]) -> None:
    (line,) = [each for each in sinking if each.startswith("People killed")]
    assert line.endswith("; of them 10 Norwegian tourists and 2 skippers.")


def test_no_other_year_and_no_passengers_of_a_year_are_told(sinking: list[str]) -> None:
    assert not [line for line in sinking if "31" in line or "40,000" in line]


def test_the_incident_has_the_toll_of_all(sinking: list[str]) -> None:
    assert any(line.startswith("Sinking") and "twelve killed" in line for line in sinking)


def test_an_order_of_size_is_told_in_its_own_word() -> None:
    account = told(
        "Dozens of people were injured when a stand collapsed in Larnow on Friday, police said.",
        "Dozens of people were injured in Larnow on Friday when a stand collapsed, witnesses said.",
    )
    lines = [row.sentence for row in account.brief if row.section == "figures"]
    assert any(line.startswith("People injured: dozens") for line in lines)
    assert not any("24 injured" in line or ": 24" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Police said 12 people were killed in Larnow on Friday.", "Police"),
        ("A photograph shows 12 people who were killed in Larnow on Friday.", None),
        ("His study says 12 people were killed in Larnow on Friday.", None),
    ],
)
def test_a_source_is_a_person_a_body_or_a_document(words: str, source: str | None) -> None:
    account = told(words)
    shelf = Shelf(account)
    claims = [shelf.claims[each.source_claim] for each in account.figures if each.source_claim]
    assert {source_of(claim, shelf) for claim in claims} <= {source}
