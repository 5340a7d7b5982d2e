"""Days without a year in undated reports take it from the story."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.account.anchoring import anchored
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.report import Report

DATED = [
    Report("a", "a", "The dam broke.", "", published=date(2018, 6, 6)),
    Report("b", "b", "The dam broke.", "", published=date(2018, 6, 20)),
]


def _read(text: str, dated: list[Report] = DATED) -> tuple[Reading, Reading]:
    """A report's reading alone, and in its story."""
    report = Report("u", "u", text, "")
    alone = Reader(None).read(report)
    return alone, anchored([*dated, report], {"u": alone})["u"]


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("The dam broke on 5 June.", "2018-06-05", (date(2018, 6, 5), date(2018, 6, 5))),
        ("Rain had fallen all through May.", "2018-05", (date(2018, 5, 1), date(2018, 5, 31))),
    ],
)
def test_a_day_takes_the_year_that_the_story_tells(text: str, value: str, days: tuple[date, date]) -> None:
    alone, inside = _read(text)
    assert alone.times[0].earliest is None
    assert (inside.times[0].value, (inside.times[0].earliest, inside.times[0].latest)) == (value, days)


@pytest.mark.parametrize("text", ["The mine had opened on 3 February.", "Yesterday it rained.", "It opened in 1998."])
def test_what_the_story_does_not_reach_stays_as_it_was(text: str) -> None:
    alone, inside = _read(text)
    assert inside == alone


def test_nothing_is_said_where_no_report_has_a_day_or_two_years_fit() -> None:
    long = [DATED[0], Report("c", "c", "It went on.", "", published=date(2020, 6, 20))]
    assert _read("The dam broke on 5 June.", [])[1].times[0].earliest is None
    assert _read("The dam broke on 5 June.", long)[1].times[0].earliest is None


def test_a_leap_day_is_of_a_leap_year_only() -> None:
    reports = [Report("a", "a", "Snow.", "", published=date(2019, 3, 1))]
    assert _read("Snow fell on 29 February.", reports)[1].times[0].earliest is None


def test_an_event_happens_on_the_day_of_its_sentence() -> None:
    alone, inside = _read("On 6 June, rescuers found twelve people.")
    assert alone.events[0].earliest is None
    event = inside.events[0]
    assert (event.earliest, event.latest, event.date_precision) == (date(2018, 6, 6), date(2018, 6, 6), 1)
