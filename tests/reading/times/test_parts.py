"""The parts that the makers build on: numbers, periods of the calendar, the tense of a clause."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.sentences import find_sentences
from reportedly.reading.times.days import easter_of
from reportedly.reading.times.lengths import duration
from reportedly.reading.times.numerals import number_of
from reportedly.reading.times.periods import Unit, add_months, containing, day_of
from reportedly.reading.times.tense import Direction, direction, quoted_tokens, side


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("7", 7), ("1,000", 1000), ("2 1/2", 2.5), ("twenty - four", 24), ("twenty four", 24), ("two hundred", 200),
        ("a hundred", 100), ("three hundred and five", 305), ("two thousand", 2000), ("a couple of", 2),
        ("two and a half", 2.5), ("1.5", 1.5), ("several", None), ("a few", None),
    ],
)  # fmt: skip
def test_numbers(phrase: str, number: float | None) -> None:
    assert number_of(phrase) == number


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (4, "MONTH", "P4M"), (24, "H", "PT24H"), (None, "D", "PXD"), (None, "H", "PXH"), (None, "M", "PTXM"),
        (2.5, "Y", "P2Y6M"), (1.5, "M", "PT1M30S"), (0.5, "H", "PT30M"), (2, "E", "P20Y"), (1, "F", "P2W"),
        (1.5, "W", "P1.5W"), (None, "E", "PXE"), (3, "Q", "P3Q"),
    ],
)  # fmt: skip
def test_durations(count: float | None, unit: str, value: str) -> None:
    assert duration(count, unit) == value


@pytest.mark.parametrize(
    ("unit", "day", "value", "first", "last"),
    [
        ("day", "2017-10-14", "2017-10-14", "2017-10-14", "2017-10-14"),
        ("week", "2017-10-14", "2017-W41", "2017-10-09", "2017-10-15"),
        ("week", "2016-01-02", "2015-W53", "2015-12-28", "2016-01-03"),
        ("weekend", "2017-10-11", "2017-W41-WE", "2017-10-14", "2017-10-15"),
        ("month", "2016-02-10", "2016-02", "2016-02-01", "2016-02-29"),
        ("quarter", "2017-10-14", "2017-Q4", "2017-10-01", "2017-12-31"),
        ("season", "2018-01-20", "2017-WI", "2017-12-01", "2018-02-28"),
        ("half", "2017-10-14", "2017-H2", "2017-07-01", "2017-12-31"),
        ("decade", "1997-05-05", "199", "1990-01-01", "1999-12-31"),
        ("century", "1997-05-05", "19", "1900-01-01", "1999-12-31"),
    ],
)
def test_periods(unit: Unit, day: str, value: str, first: str, last: str) -> None:
    period = containing(unit, date.fromisoformat(day))
    assert (period.value, period.first.isoformat(), period.last.isoformat()) == (value, first, last)


UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade"])


@given(UNITS, st.dates(date(3000, 1, 1), date(7000, 1, 1)), st.integers(-200, 200))
def test_a_shift_there_and_back_is_no_shift(unit: Unit, day: date, count: int) -> None:
    period = containing(unit, day)
    there = period.shifted(count)
    assert there is not None
    assert there.shifted(-count) == period
    assert there.first <= there.last


@given(UNITS.filter(lambda unit: unit != "weekend"), st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_a_period_holds_the_day_it_is_made_from_and_the_next_follows_on(unit: Unit, day: date) -> None:
    period = containing(unit, day)
    after = period.shifted(1)
    assert period.first <= day <= period.last
    assert after is not None
    assert (after.first - period.last).days == 1


def test_days_that_the_calendar_has_not() -> None:
    assert day_of(2015, 2, 29) is None
    assert day_of(2015, 13, 1) is None
    assert add_months(date(2015, 1, 31), 1) == date(2015, 2, 28)
    assert add_months(date.max, 1) is None


EASTERS = ["1943-04-25", "1954-04-18", "2000-04-23", "2008-03-23", "2016-03-27", "2024-03-31", "2038-04-25"]


@pytest.mark.parametrize("day", EASTERS)
def test_easter(day: str) -> None:
    assert easter_of(int(day[:4])).isoformat() == day


CLAUSES = [
    ("The bank closed Monday", -2),
    ("The bank will close Monday", 2),
    ("The bank would close Monday", 2),
    ("The bank may have closed Monday", -2),
    ("The bank was to be closed Monday", 2),
    ("The bank is set to close Monday", 2),
    ("The troops that set out Monday", -2),
    ("The offer had been due to expire Monday", -2),
    ("The offer is due to expire Monday", 2),
    ("The bank has been shut since Monday", -2),
    ("The bank by Monday", 2),
    ("The guests may come as early as Monday", 2),
    ("Monday the guests will come", 2),
    ("Monday the guests came", -2),
    ("The hundred guests of Monday", 0),
    ("Monday", 0),
    # A name in -ed is no verb.
    ("She would fly to the United Emirates Monday", 2),
    # Some verbs only lean.
    ("The clerk could call Monday", 1),
    ("Neither could be found Monday", -2),
    ("A vigil planned for Monday", 1),
    ("A vigil is planned for Monday", 2),
    ("The two sides meet Monday", 1),
    ("The two sides did not meet Monday", -2),
    ("The two sides refused to meet Monday", -2),
    ("The firm agreed to sell the yard Monday", 1),
    ("The case is heard on Monday", 1),
    # A verb of speech right before says when it was said.
    ("The mayor promised Monday", -2),
    ("Snow is predicted Monday", 2),
    # Limits.
    ("The road stays shut until at least Monday", 2),
    ("The judge gave him until Monday", -1),
    ("They asked for the work to be finished by Monday", 1),
    ("The work was finished by Monday", -2),
    ("Until Monday they had no boat", -2),
    ("Until Monday the road is shut", 2),
]


@pytest.mark.parametrize(("way", "back", "ahead", "chosen"), [
    (2, 1, 6, 1), (-2, 6, 1, -1), (1, 1, 6, -1), (1, 3, 4, 1), (-1, 5, 2, -1), (-1, 6, 1, 1), (0, 3, 4, -1),
    (0, 10, 2, 1),
])  # fmt: skip
def test_a_leaning_is_weighed_against_the_distances(way: Direction, back: int, ahead: int, chosen: int) -> None:
    assert side(way, back, ahead) == chosen


@pytest.mark.parametrize(("text", "way"), CLAUSES)
def test_which_way_a_clause_looks(text: str, way: int) -> None:
    (sentence,) = find_sentences(text)
    at = [token.text for token in sentence.tokens].index("Monday")
    assert direction(sentence.tokens, at, at + 1) == way


def test_tokens_inside_a_quotation() -> None:
    (sentence,) = find_sentences('He “will come” and "may stay" here')
    inside = sorted(quoted_tokens(sentence.tokens))
    assert [sentence.tokens[index].text for index in inside] == ["will", "come", "may", "stay"]
