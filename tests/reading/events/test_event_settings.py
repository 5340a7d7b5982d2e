"""When and where: the clause, then the sentence, then the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from reportedly.reading.events.settings import precision_of
from reportedly.reading.reader import Reader
from reportedly.report import Report

TUESDAY, THURSDAY = date(2021, 5, 4), date(2021, 5, 6)
AROUND_PUBLICATION = (date(2021, 5, 6), date(2021, 5, 7), 2)


def days(event: Any) -> tuple[date | None, date | None, int]:
    return event.earliest, event.latest, event.date_precision


def test_a_time_of_the_clause(tell: Callable[[str], Any]) -> None:
    told = tell(
        "[The ship|vehicle] sank on {Tuesday=2021-05-04} after [crews|group] left [it|vehicle] on {Monday=2021-05-03}."
    )
    assert days(told.one("sinking")) == (TUESDAY, TUESDAY, 1)


def test_each_clause_has_its_own(tell: Callable[[str], Any]) -> None:
    told = tell(
        "[Rebels|group] took [Orno|place] on {Tuesday=2021-05-04} and [the army|group] fled on {Thursday=2021-05-06}."
    )
    assert days(told.one("displacement")) == (THURSDAY, THURSDAY, 1)


def test_since_gives_the_first_day(tell: Callable[[str], Any]) -> None:
    told = tell("[The boys|person] have been trapped since {Tuesday=2021-05-04..2021-05-07}.")
    assert days(told.one("entrapment")) == (TUESDAY, TUESDAY, 1)


@pytest.mark.parametrize(
    ("marked", "type_id", "expected"),
    [
        # What ends a state is not the day of an event.
        (
            "[The union|group] signed an agreement on {Tuesday=2021-05-04}, under which [the mine|place] stays closed"
            " until {June=2021-06-01..2021-06-30}.",
            "agreement",
            (TUESDAY, TUESDAY, 1),
        ),
        ("[The road|place] is closed until {June=2021-06-01..2021-06-30}.", "closure", AROUND_PUBLICATION),
        (
            "[A judge|person] jailed [the clerk|person] pending a first hearing on {June 3=2021-06-03}.",
            "arrest",
            AROUND_PUBLICATION,
        ),
        # A relative clause dates what it tells, not what it hangs on.
        (
            "[Police|group] arrested [a man|person] who was convicted in {1998=1998-01-01..1998-12-31}.",
            "arrest",
            AROUND_PUBLICATION,
        ),
        (
            "[Police|group] arrested [a man|person] who was convicted in {1998=1998-01-01..1998-12-31}.",
            "conviction",
            (date(1998, 1, 1), date(1998, 12, 31), 5),
        ),
        ("The blaze that killed [two men|person] on {Tuesday=2021-05-04} is out.", "fire", (TUESDAY, TUESDAY, 1)),
        (
            "[The army|group] freed [the girls|person] abducted in {April=2021-04-01..2021-04-30}.",
            "release",
            AROUND_PUBLICATION,
        ),
        (
            "[The firm|organisation] announced that [it|organisation] will close in {June=2021-06-01..2021-06-30}.",
            "announcement",
            AROUND_PUBLICATION,
        ),
        # A superlative looks back; "when" goes back with it.
        (
            "The blaze is the worst since {1959=1959-01-01..1959-12-31}, when [20 people|person] died.",
            "fire",
            AROUND_PUBLICATION,
        ),
        (
            "The blaze is the worst since {1959=1959-01-01..1959-12-31}, when [20 people|person] died.",
            "death",
            (date(1959, 1, 1), date(1959, 12, 31), 5),
        ),
        # The day of the event goes before the beginning of a state.
        (
            "[Troops|group] closed since {March=2021-03-01..2021-03-31} to visitors [the bridge|facility], which"
            " collapsed on {Tuesday=2021-05-04}.",
            "collapse",
            (TUESDAY, TUESDAY, 1),
        ),
        ("[The girl|person] was not found until {Tuesday=2021-05-04}.", "found", (TUESDAY, TUESDAY, 1)),
    ],
)
def test_a_time_dates_only_what_it_governs(
    tell: Callable[[str], Any], marked: str, type_id: str, expected: tuple[date, date, int]
) -> None:
    assert days(tell(marked).one(type_id)) == expected


def test_a_long_stretch_since_stays_whole(tell: Callable[[str], Any]) -> None:
    told = tell("[Gunmen|group] have killed [thousands|person] since {2009=2009-01-01..2009-12-31}.")
    assert days(told.one("killing")) == (date(2009, 1, 1), date(2009, 12, 31), 5)


def test_a_duration_dates_nothing(tell: Callable[[str], Any]) -> None:
    told = tell("[Rebels|group] took [Orno|place] after {four months=duration} of fighting.")
    assert days(told.one("territory_taken")) == (date(2021, 5, 6), date(2021, 5, 7), 2)


def test_a_month_is_a_month(tell: Callable[[str], Any]) -> None:
    told = tell("[Rebels|group] took [Orno|place] in {April=2021-04-01..2021-04-30}.")
    assert days(told.one("territory_taken")) == (date(2021, 4, 1), date(2021, 4, 30), 4)


def test_without_a_time_it_is_about_publication_day(tell: Callable[[str], Any]) -> None:
    assert days(tell("[Rebels|group] took [Orno|place].").events[0]) == (date(2021, 5, 6), date(2021, 5, 7), 2)


def test_the_narrative_goes_on_from_the_last_date_of_the_paragraph(tell: Callable[[str], Any]) -> None:
    told = tell("[Rebels|group] took [Orno|place] on {Tuesday=2021-05-04}. [The army|group] fled.")
    assert days(told.one("displacement")) == (TUESDAY, TUESDAY, 2)


def test_but_not_from_a_decade(tell: Callable[[str], Any]) -> None:
    told = tell("[Rebels|group] took [Orno|place] in {the 1970s=1970-01-01..1979-12-31}. [The army|group] fled.")
    assert days(told.one("displacement")) == AROUND_PUBLICATION


def test_but_not_into_the_next_paragraph(tell: Callable[[str], Any]) -> None:
    told = tell("[Rebels|group] took [Orno|place] on {Tuesday=2021-05-04}.\n\n[The army|group] fled.")
    assert days(told.one("displacement")) == (date(2021, 5, 6), date(2021, 5, 7), 2)


@pytest.mark.parametrize("marked", ["[Rebels|group] had taken [Orno|place].", "[Rebels|group] will take [Orno|place]."])
def test_background_and_future_get_no_day_of_publication(tell: Callable[[str], Any], marked: str) -> None:
    assert days(tell(marked).events[0]) == (None, None, 5)


def test_a_month_name_is_no_march(tell: Callable[[str], Any]) -> None:
    assert [event.type for event in tell("[The ship|vehicle] sank on {3 March=2021-03-03}.").events] == ["sinking"]


@pytest.mark.parametrize(("length", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5)])
def test_date_precision_follows_ucdp(length: int, precision: int) -> None:
    first = date(2021, 1, 1)
    assert precision_of(first, date.fromordinal(first.toordinal() + length - 1)) == precision


def test_the_place_of_the_clause(tell: Callable[[str], Any]) -> None:
    told = tell("[The ship|vehicle] sank near [Orno|place] after [it|vehicle] left [Velmo|place].")
    assert told.place(told.one("sinking")) == "Orno"


def test_else_the_place_most_spoken_of(tell: Callable[[str], Any]) -> None:
    told = tell("[Orno|place] was calm. [Velmo|place] lies near [Velmo|place].\n\n[The ship|vehicle] sank.")
    assert told.place(told.one("sinking")) == "Orno"


def test_a_place_in_a_name_is_no_place(tell: Callable[[str], Any]) -> None:
    told = tell("[Orno|place] was calm. [The Velmo Front|group] surrendered.")
    assert told.place(told.one("surrender")) == "Orno"


def test_the_present_perfect_has_no_day_of_long_ago() -> None:
    """The years are those of the kidnapping, whatever word the tree hangs them on."""
    text = "Rebels have freed 21 of the girls kidnapped two years ago."
    report = Report(id="r1", path="a", text=text, sha256="0", published=date(2021, 5, 7))
    events = {event.type: event for event in Reader().read(report).events}
    assert (events["release"].earliest or date.min).year == 2021
    assert (events["abduction"].earliest or date.max).year == 2019
    aside = events["abduction"].aside
    assert aside is not None
    assert text[aside.start : aside.end] == "the girls kidnapped two years ago"
    assert events["release"].aside is None
