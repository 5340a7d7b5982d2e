"""Written days of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.days import YEARS, find_dateline, parse_day

MARCH_3 = date(2024, 3, 3)


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-03",
        "  2024-03-03 ",
        "2024-3-3",
        "2024/03/03",
        "2024.03.03",
        "20240303",
        "20240303T101500Z",
        "2024-03-03Z",
        "2024-03-03T23:30:00",
        "2024-03-03T23:30:00+02:00",
        "2024-03-03T00:10:00.000-11:00",
        "2024-03-03 23:30:00",
        "2024/03/03 23:30",
        "3 March 2024",
        "03 Mar 2024",
        "3rd of March, 2024",
        "3 MARCH 2024",
        "3-Mar-2024",
        "Sunday 3 March 2024",
        "Sun, 3 Mar 2024 10:15:00 GMT",
        "March 3, 2024",
        "March 3rd, 2024",
        "Mar. 3, 2024",
        "Sunday, March 3, 2024 at 10:15 a.m. EST",
        "03.03.2024",
        "3/3/2024",
    ],
)
def test_a_day_is_read_as_printed(written: str) -> None:
    assert parse_day(written) == MARCH_3


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("25.03.2021", date(2021, 3, 25)),
        ("03/25/2021", date(2021, 3, 25)),
        ("1 Sept 1939", date(1939, 9, 1)),
        ("29 February 2024", date(2024, 2, 29)),
    ],
)
def test_day_and_month_in_figures_are_read_where_only_one_order_is_possible(written: str, expected: date) -> None:
    assert parse_day(written) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2024-02-31", "not a day of the calendar"),
        ("2023-02-29", "not a day of the calendar"),
        ("2024-13-01", "not a day of the calendar"),
        ("31.31.2024", "not a day of the calendar"),
        ("03/04/2024", "can mean two days"),
        ("1.2.2024", "can mean two days"),
        ("0001-01-01", "not the year of a news report"),
        ("9999-12-31", "not the year of a news report"),
        ("Tuesday", "tells no day"),
        ("March 2024", "tells no day"),
        ("3 March", "tells no day"),
        ("2024", "tells no day"),
        ("3 Brumaire 2024", "tells no day"),
        ("2024-03-03 and more", "tells no day"),
        ("1709424000", "tells no day"),
        ("yesterday", "tells no day"),
        ("", "tells no day"),
        ("٢٠٢٤-٠٣-٠٣", "tells no day"),
    ],
)
def test_what_tells_no_day_says_why(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_day(written)


@pytest.mark.parametrize(
    "head",
    [
        "LONDON, March 3, 2024 (Agency) — The river rose again.",
        "LONDON, March 3, 2024 /Newswire/ -- The river rose again.",
        "GENEVA/LIMA, 3 March 2024 – Two envoys met.",
        "Port of Spain, 3 March 2024: Two envoys met.",
        "Kyiv, Ukraine (3 March 2024) — Two envoys met.",
        "LIMA (Agency) — March 3, 2024 — Two envoys met.",
        "RIO DE JANEIRO, Sunday, March 3, 2024 - Two envoys met.",
        "3 Mar 2024\n\nTwo envoys met.",
        "The envoys meet\n\nSunday, 3 March 2024\n\nTwo envoys met.",
        "The envoys meet\nPublished: March 3, 2024 10:15 GMT\nTwo envoys met.",
        "By NEWSROOM 2024/03/03 23:30\n\nTwo envoys met.",
        "The envoys meet\n\nBy Ada Kowalska, March 3, 2024\n\nTwo envoys met.",
        "Ada Kowalska | 3 March 2024\nTwo envoys met.",
    ],
)
def test_a_report_may_tell_its_own_day(head: str) -> None:
    assert find_dateline(head) == MARCH_3


@pytest.mark.parametrize(
    "head",
    [
        "",
        "LONDON (Agency) — The river rose on Sunday.",
        "LONDON, March 3 (Agency) — The river rose again.",
        "LONDON, Sunday — The river rose again.",
        "On Sunday, March 3, 2024 - a day that nobody will forget - the river rose.",
        "In London, March 3, 2024 - a day of rain - brought a flood.",
        "The river had risen by March 3, 2024 - a day of rain.",
        "The town was flooded on 3 March 2024.",
        "LONDON, February 31, 2024 (Agency) — The river rose again.",
        "LONDON, 03/04/2024 (Agency) — The river rose again.",
        "One.\nTwo.\nThree.\nFour.\nFive.\n3 March 2024\n",
    ],
)
def test_a_weekday_or_a_day_in_a_sentence_dates_no_report(head: str) -> None:
    assert find_dateline(head) is None


DAYS = st.dates(date(YEARS.start, 1, 1), date(YEARS.stop - 1, 12, 31))


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"]))
def test_every_day_written_year_first_comes_back(day: date, form: str) -> None:
    assert parse_day(day.strftime(form)) == day


@given(st.text())
def test_no_text_breaks_the_search_for_a_day(text: str) -> None:
    assert find_dateline(text) is None or isinstance(find_dateline(text), date)
