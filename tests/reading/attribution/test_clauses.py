"""Coordinated clauses of one statement are statements of their own; coordinated nouns are not."""

from __future__ import annotations

import pytest

from reportedly.reading.reader import Reader
from reportedly.report import Report


def contents(text: str) -> list[str]:
    claims = Reader().read(Report("r1", "a.txt", text, "0")).claims
    return [text[claim.start : claim.end] for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said that the road was open and the army had left.", ["that the road was open", "the army had left"]),
        (
            "She said that the road was open and that the army had left.",
            ["that the road was open", "that the army had left"],
        ),
        ("She said that the hikers and their guide were safe.", ["that the hikers and their guide were safe"]),
        (
            "Police said they believe the hikers and their guide were trapped.",
            ["they believe the hikers and their guide were trapped"],
        ),
    ],
)
def test_clauses_are_divided_and_nouns_are_not(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
