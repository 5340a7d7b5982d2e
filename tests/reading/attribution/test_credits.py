"""Credits: the agencies and outlets that a report names as where it comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.attribution import find_credits
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report


def credits_of(text: str) -> list[tuple[str, str]]:
    report = Report("r", "report.txt", text, "")
    found = find_credits(report, find_sentences(text))
    assert all(text[relay.start : relay.end] == relay.name for relay in found)
    return [(relay.name, relay.kind) for relay in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CAIRO (Reuters) - The canal is open.", [("Reuters", "agency")]),
        ("TOLVA, Norway (AP) — The dam broke.", [("AP", "agency")]),
        ("BANGKOK (REUTERS, AFP) - Rain stopped the search.", [("REUTERS", "agency"), ("AFP", "agency")]),
        ("By REUTERS\n\nThe canal is open.", [("REUTERS", "agency")]),
        ("The canal is open. (Reuters)", [("Reuters", "agency")]),
        ("The canal is open. — AFP", [("AFP", "agency")]),
        ("The canal is open.\n\nSource: Tolva Times and agencies", [("Tolva Times", "outlet"), ("agencies", "agency")]),
        ("(Reuters) - The canal is open.", [("Reuters", "agency")]),
    ],
)
def test_credits_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert credits_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The canal is open.",
        "By Ann Lee\n\nThe canal is open.",
        "Ann Lee in Geneva contributed to this report.",
        "The minister told Reuters that the canal was open.",
        "The group (the largest) left.",
        "",
    ],
)
def test_people_told_agencies_and_asides_are_no_credits(text: str) -> None:
    assert credits_of(text) == []


@given(st.text(alphabet="aA (),-—\n:.RB", max_size=120))
def test_credits_lie_in_the_text(text: str) -> None:
    assert all(name in text for name, _ in credits_of(text))
