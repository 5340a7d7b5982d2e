"""How days, numbers and lists are put into words."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.telling.wording import (
    as_sentence,
    say_count,
    say_day,
    say_days,
    say_list,
    say_number,
    say_value,
    shorten,
)


def test_day() -> None:
    assert say_day(date(2024, 3, 5)) == "5 March 2024"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2024, 3, 5), date(2024, 3, 5), "5 March 2024"),
        (date(2024, 3, 5), date(2024, 3, 9), "5–9 March 2024"),
        (date(2024, 2, 28), date(2024, 3, 3), "28 February – 3 March 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 December 2023 – 2 January 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2023, 12, 1), date(2023, 12, 31), "December 2023"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
    ],
)
def test_days(earliest: date, latest: date, words: str) -> None:
    assert say_days(earliest, latest) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (7, "7"),
        (1200, "1,200"),
        (3.5, "3.5"),
        (9e9, "9 billion"),
        (2.5e6, "2.5 million"),
        (1234567, "1,234,567"),
        (0, "0"),
    ],
)
def test_number(number: float, words: str) -> None:
    assert say_number(number) == words


@pytest.mark.parametrize(
    ("low", "high", "best", "exclusive", "approximate", "words"),
    [
        (7, 7, 7, False, False, "7"),
        (3, None, 3, False, False, "at least 3"),
        (1000, None, 1000, True, False, "more than 1,000"),
        (None, 12, 12, False, False, "up to 12"),
        (None, 12, 12, True, False, "fewer than 12"),
        (300, 400, 350, False, False, "300 to 400"),
        (100, 100, 100, False, True, "about 100"),
        (None, None, 5, False, True, "about 5"),
    ],
)
def test_value(
    low: float | None, high: float | None, best: float, exclusive: bool, approximate: bool, words: str
) -> None:
    assert say_value(low, high, best, exclusive, approximate) == words


def test_list_and_count() -> None:
    assert say_list(["a"]) == "a"
    assert say_list(["a", "b", "c"]) == "a, b and c"
    assert (say_count(1, "report"), say_count(12, "report")) == ("1 report", "12 reports")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("the road is closed", "The road is closed."),
        ("  the road\n is closed, ", "The road is closed."),
        ("“It is over.”", "“It is over.”"),
        ("", ""),
    ],
)
def test_sentence(words: str, sentence: str) -> None:
    assert as_sentence(words) == sentence


def test_shorten_cuts_between_words() -> None:
    assert shorten("one two three four", 12) == "one two …"
    assert shorten("one two", 12) == "one two"
