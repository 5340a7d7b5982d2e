"""What the accused answer, how a name is spelled, which sentence is told twice: in the words of reports."""

from __future__ import annotations

import pytest
from tests.account.test_contradictions import reasons

CHARGED = "Prosecutors charged Ivo Marn with arson after the fire at the Tarsa depot. "
BOMBED = "The Red Orchard has claimed responsibility for the blast in Tarsa. "


def test_a_plea_is_told_with_the_charge() -> None:
    (found,) = reasons(CHARGED + "Ivo Marn pleaded not guilty to arson in court on Tuesday.", kind="responsibility")
    assert found.status == "within_report"
    assert "Ivo Marn pleads not guilty to arson" in found.reason
    assert "arson" in found.reason.partition(";")[0]


def test_who_pleads_guilty_later_takes_the_plea_back() -> None:
    texts = (
        CHARGED + "Ivo Marn pleaded not guilty to arson in court on Tuesday.",
        "Ivo Marn pleaded guilty to arson in court on Thursday.",
    )
    (found,) = reasons(*texts, kind="responsibility", days=(0, 2))
    assert found.status == "superseded"


@pytest.mark.parametrize(
    "text",
    [
        "The police accused Ada Lund of theft. Ivo Marn pleaded not guilty to piracy in another court.",
        "Ivo Marn said that innocent people had been hurt.",
    ],
    ids=["to something else", "innocent people"],
)
def test_what_answers_no_charge(text: str) -> None:
    assert reasons(text, kind="responsibility") == []


def test_charges_that_somebody_calls_false() -> None:
    text = CHARGED + "Ada Lund, head of the dockers' union, said the charges were false."
    (found,) = reasons(text, kind="denial")
    assert found.reason.endswith("Ada Lund says “the charges were false”.")


def test_a_deed_that_one_body_claims_and_for_which_another_sees_no_proof() -> None:
    text = BOMBED + "The federal police said there was no evidence of any link to extremist groups."
    (found,) = reasons(text, kind="responsibility")
    assert "claims responsibility for the blast in Tarsa" in found.reason
    assert "no evidence of any link" in found.reason


def test_a_denial_that_follows_an_accusation_at_once_answers_it() -> None:
    text = "The harbour union accused Tarsa Shipping of dumping oil in the bay. The company denied the report."
    (found,) = reasons(text, kind="denial")
    assert "accuses Tarsa Shipping of dumping oil" in found.reason


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Isaiah Lund", "Isiah Lund", 1),
        ("Aniaya Marn", "Anaiya Marn", 1),
        ("Mohamed Lund", "Mohammed Lund", 0),
        ("Marco Lund", "Maria Lund", 0),
        ("Isaiah Lund", "Isaiah Lund", 0),
    ],
    ids=["a letter more", "letters that change places", "a doubled letter", "another name", "one spelling"],
)
def test_two_spellings_of_one_name(first: str, second: str, count: int) -> None:
    texts = (f"The fisherman {first} was rescued near Tarsa.", f"The fisherman {second} was rescued near Tarsa.")
    found = [each for each in reasons(*texts, kind="identity") if each.reason.startswith("Spelling")]
    assert len(found) == count
    assert all(first in each.reason and second in each.reason for each in found)


def test_a_sentence_told_twice_with_two_years() -> None:
    texts = (
        "The crane was built at the Orla yard in Bergen and came to the port of Tarsa in 2014.",
        "Built at the Orla yard in Bergen, the crane was brought to the port of Tarsa in 2015.",
    )
    (found,) = reasons(*texts, kind="date")
    assert "in 2014" in found.reason
    assert "in 2015" in found.reason


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The crane came to the port of Tarsa in 2014.", "The lighthouse keeper of Bergen retired in 2015."),
        (
            "The crane was built at the Orla yard in Bergen and came to the port of Tarsa in 2014.",
            "The crane built at the Orla yard in Bergen is expected at the port of Tarsa in 2015.",
        ),
    ],
    ids=["another thing", "what is to come"],
)
def test_sentences_that_tell_two_things(first: str, second: str) -> None:
    assert reasons(first, second, kind="date") == []


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("Four people died in the blast, the police said.", "Three people died in the blast, a doctor said.", "open"),
        (
            "Initial reports said that four people died in the blast.",
            "Three people died in the blast, a doctor said.",
            "superseded",
        ),
        (
            "Four people died in the attack, including the gunman, the police said.",
            "Three people died in the attack, a doctor said.",
            "scope",
        ),
    ],
    ids=["two counts", "a former count", "with and without whoever did it"],
)
def test_what_the_clash_of_two_tolls_comes_to(first: str, second: str, status: str) -> None:
    (found,) = reasons(first, second, kind="figure")
    assert found.status == status
