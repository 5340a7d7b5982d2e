"""Dates in figures that can be read in two ways."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.reading.times.order import date_order
from reportedly.report import Report

APRIL, MARCH = "2021-04-03", "2021-03-04"
BOTH = "The claim was filed on 3/4/2021."


def read(text: str = BOTH, published: date | None = date(2021, 8, 20), language: str = "en", **facts: str) -> list[str]:
    report = Report("r1", "test", text, "", published=published, language=language, **facts)  # type: ignore[arg-type]
    return [time.value for time in find_times(report, find_sentences(text))]


OUTLETS = [
    ("The New York Times", MARCH),
    ("CNN", MARCH),
    ("the guardian", APRIL),
    ("BBC News", APRIL),
    ("Rappler", MARCH),
    ("gazette.example.ph", MARCH),
    ("gazette.example.in", APRIL),
    ("alerts.example.gov", MARCH),
]


@pytest.mark.parametrize(("outlet", "value"), OUTLETS)
def test_the_country_of_the_outlet_decides(outlet: str, value: str) -> None:
    assert read(outlet=outlet) == [value]


@pytest.mark.parametrize(("url", "value"), [
    ("https://www.example.co.uk/story/1", APRIL), ("https://edition.example.us/1", MARCH), ("http://[broken", APRIL),
])  # fmt: skip
def test_the_address_tells_the_country(url: str, value: str) -> None:
    assert read(url=url) == [value]


def test_the_declared_order_comes_first() -> None:
    assert read(language="en-US", outlet="BBC News") == [MARCH]
    assert read(language="en-GB", outlet="CNN") == [APRIL]


def test_another_date_of_the_text_comes_before_the_country() -> None:
    assert read(f"{BOTH} It was heard on 25/4/2021.", outlet="CNN") == [APRIL, "2021-04-25"]
    assert read(f"{BOTH} It was heard on 4/25/2021.", outlet="BBC News") == [MARCH, "2021-04-25"]


def test_dates_that_disagree_tell_nothing() -> None:
    assert date_order(Report("r1", "test", "", ""), ["25/4/2021", "4/25/2021"]) is None


def test_where_nothing_tells_the_day_nearer_to_publication_is_meant() -> None:
    assert read() == [APRIL]
    assert read(published=date(2021, 3, 10)) == [MARCH]
    assert read(language="en-CA") == [APRIL]
    assert read(published=None) == [APRIL]


def test_a_date_that_can_be_read_in_one_way_only_is_read_so() -> None:
    assert read("It was filed on 25/3/2021.", outlet="CNN") == ["2021-03-25"]
