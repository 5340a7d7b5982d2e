"""Figures that count the same thing, and those that do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reportedly.account.account import EntityPlace, FigureEntry, Series
from reportedly.account.replacing import replaced_value
from reportedly.account.scope import Counted, scope_of
from reportedly.account.series import group_figures

DAY = date(2031, 5, 14)


def figure(
    number: int,
    text: str,
    low: float | None,
    counted: str,
    relation: str | None,
    *,
    day: int = 0,
    published: int | None = None,
    high: float | None = -1,
    unit: str = "people",
    report: str | None = None,
    share_of: str | None = None,
    **more: object,
) -> Counted:
    """A figure as of ``day`` days after the first, published then unless told otherwise."""
    as_of = DAY + timedelta(days=day)
    top = low if high == -1 else high
    best = low if low is not None else top
    assert best is not None
    timeless = relation in {"length", "age", "weight"}
    entry = FigureEntry(
        id=f"r{number}.f0",
        report=report or f"r{number}",
        start=0,
        end=len(text),
        text=text,
        low=low,
        high=top,
        best=best,
        exclusive=False,
        approximate=False,
        unit=unit,
        counted=counted,
        relation=relation,
        share_of=share_of,
        about_entity=None,
        source_claim=f"r{number}.c0",
        as_of_earliest=None if timeless else as_of,
        as_of_latest=None if timeless else as_of,
        series=None,
    )
    known = {"place": None, "where": None, "event": None} | more
    told = DAY + timedelta(days=day if published is None else published)
    return Counted(figure=entry, published=told, origin="o:1", order=number, **known)  # type: ignore[arg-type]


def grouped(*counted: Counted) -> list[Series]:
    return list(group_figures(counted, "y:r0").series)


ONE = [
    (figure(0, "12 people", 12, "people", "killed"), figure(1, "at least 15 dead", 15, "dead", "killed", day=1)),
    (
        figure(0, "300 to 400 militants", 300, "militants", "remaining", high=400),
        figure(1, "about 100 rebels", 100, "rebels", "remaining", day=3),
    ),
    (
        figure(0, "150 ships", 150, "ships", "waiting", unit="ships"),
        figure(1, "276 vessels", 276, "vessels", "held_up", day=2, unit="ships"),
    ),
    (figure(0, "12 boys", 12, "boys", None), figure(1, "12 missing boys", 12, "missing boys", "missing", day=1)),
    (
        figure(0, "seven tugs", 7, "tugs", None, unit="ships"),
        figure(1, "eight tug boats", 8, "tug boats", "working", day=1, unit="ships"),
    ),
    (
        figure(0, "400 metres", 400, "metres", "length", unit="metres"),
        figure(1, "1,300-foot", 1300, "feet", "length", unit="feet"),
    ),
    (
        figure(0, "two days", 2, "days", "elapsed", unit="days", day=2),
        figure(1, "nine days", 9, "days", "elapsed", unit="days", day=9),
    ),
    (
        figure(0, "12%", 12, "percent", "share", unit="percent"),
        figure(1, "12% of trade", 12, "trade", "share", unit="percent", share_of="trade"),
    ),
    (
        figure(0, "37", 37, "years", "age", unit="years", belongs="e:x"),
        figure(1, "38", 38, "years", "age", unit="years", belongs="e:x"),
    ),
    (
        figure(0, "40 Thai divers", 40, "thai divers", None),
        figure(1, "five Thai Navy divers", 5, "thai navy divers", None),
    ),
    (
        figure(0, "2 to 4 days", 2, "days", "expected", high=4, unit="days"),
        figure(1, "3 or 4 days", 3, "days", "expected", high=4, unit="days"),
    ),
]
TWO = [
    (figure(0, "12 people", 12, "people", "killed"), figure(1, "12 people", 12, "people", "injured")),
    (figure(0, "12 people", 12, "people", "killed"), figure(1, "five Sri Lankans", 5, "sri lankans", "killed")),
    (figure(0, "12 boys", 12, "boys", None), figure(1, "four boys", 4, "boys", None)),
    (figure(0, "12 boys", 12, "boys", None), figure(1, "all 13", 13, "people", "found")),
    (figure(0, "eight boys", 8, "boys", "rescued"), figure(1, "four more boys", 4, "boys", "rescued")),
    (
        figure(0, "100 militants", 100, "militants", "surrendered"),
        figure(1, "275 militants and their families", 275, "militants", "surrendered"),
    ),
    (
        figure(0, "2 metres", 2, "metres", "distance", unit="metres"),
        figure(1, "102 metres", 102, "metres", "distance", unit="metres"),
    ),
    (
        figure(0, "two days", 2, "days", "elapsed", unit="days", day=2),
        figure(1, "two days", 2, "days", "elapsed", unit="days", day=9),
    ),
    (
        figure(0, "37", 37, "years", "age", unit="years", belongs="e:x"),
        figure(1, "37", 37, "years", "age", unit="years", belongs="e:y"),
    ),
    (
        figure(0, "from 11 to 16", 11, "years", "age", high=16, unit="years"),
        figure(1, "13", 13, "years", "age", unit="years"),
    ),
    (
        figure(0, "$2 billion", 2e9, "dollars", "lost", unit="dollars"),
        figure(1, "$14 million", 14e6, "dollars", "lost", unit="dollars"),
    ),
    (
        figure(0, "10%", 10, "city", "uncleared", unit="percent", share_of="city"),
        figure(1, "10%", 10, "x", "share", unit="percent", share_of="trade"),
    ),
    (
        figure(0, "32 people", 32, "people", "killed", report="r", event="v:1"),
        figure(1, "13 people", 13, "people", "killed", report="r", event="v:2"),
    ),
]


@pytest.mark.parametrize("pair", ONE, ids=[" = ".join(item.figure.text for item in pair) for pair in ONE])
def test_figures_of_one_thing(pair: tuple[Counted, Counted]) -> None:
    assert len(grouped(*pair)) == 1


@pytest.mark.parametrize("pair", TWO, ids=[" ≠ ".join(item.figure.text for item in pair) for pair in TWO])
def test_figures_of_two_things(pair: tuple[Counted, Counted]) -> None:
    assert len(grouped(*pair)) == 2


def test_the_dead_of_two_distant_towns_are_two_counts() -> None:
    here, there = (EntityPlace(n, 10.0 * n, 20, "XX", None, 1) for n in (1, 2))
    some = [
        figure(0, "12 people", 12, "people", "killed", where=here),
        figure(1, "15 people", 15, "people", "killed", where=there),
    ]
    assert len(grouped(*some)) == 2


def test_the_whole_behind_a_part_is_a_population() -> None:
    part = figure(0, "four", 4, "boys", "rescued")
    whole = figure(1, "12 boys", 12, "boys", "rescued", part_of=True)
    assert (scope_of(part).measure, scope_of(whole).measure) == ("rescued", "size")


def test_a_series_is_in_order_of_the_day_it_holds_for_not_of_publication() -> None:
    early = figure(0, "300 militants", 300, "militants", "remaining", day=0, published=5)
    late = figure(1, "100 militants", 100, "militants", "remaining", day=3, published=3)
    (line,) = grouped(early, late)
    assert [point.best for point in line.points] == [300, 100]
    assert (line.current.best, line.current.as_of) == (100, DAY + timedelta(days=3))
    assert line.revised


def test_of_two_values_for_one_day_the_one_published_last_is_current() -> None:
    first = figure(0, "12 people", 12, "people", "killed", day=0, published=0)
    second = figure(1, "15 people", 15, "people", "killed", day=0, published=2)
    (line,) = grouped(second, first)
    assert line.current.best == 15
    assert not line.revised


def test_measures_are_shown_in_the_unit_of_the_first() -> None:
    (line,) = grouped(*ONE[5])
    assert line.unit == "metres"
    assert [round(point.best) for point in line.points] == [400, 396]


def test_every_figure_has_exactly_one_series_and_ids_come_from_first_figures() -> None:
    counted = [item for pair in ONE[:3] for item in pair]
    renumbered = [
        figure(n, c.figure.text, c.figure.low, c.figure.counted, c.figure.relation) for n, c in enumerate(counted)
    ]
    found = group_figures(renumbered, "y:r0")
    assert set(found.of_figure) == {item.figure.id for item in renumbered}
    assert {line.id for line in found.series} == set(found.of_figure.values())
    assert all(line.id.removeprefix("s:") in found.of_figure for line in found.series)


@pytest.mark.parametrize(
    ("item", "label"),
    [
        (figure(0, "12 people", 12, "people", "killed"), "people killed"),
        (figure(0, "37", 37, "years", "age", unit="years", belongs="e:x", whose="Ivo Marn"), "age of Ivo Marn"),
        (figure(0, "400 metres", 400, "metres", "length", unit="metres"), "length in metres"),
        (figure(0, "12 dead", 12, "dead", "killed"), "people killed"),
        (figure(0, "12 deaths", 12, "deaths", "killed"), "people killed"),
        (figure(0, "no arrests", 0, "arrests", "arrested"), "people arrested"),
        (figure(0, "two US citizens", 2, "us citizens", "killed"), "US citizens killed"),
        (figure(0, "Six Miners Found", 6, "miners", "found"), "miners found"),
        (figure(0, "$40", 40, "dollars", "price", unit="dollars"), "price in dollars"),
        (figure(0, "4%", 4, "percent", "share", unit="percent", share_of="world trade"), "share of world trade"),
    ],
)
def test_labels(item: Counted, label: str) -> None:
    assert grouped(item)[0].label == label


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("38 miners were below, not 41, the firm said.", 41),
        ("38 miners were below, down from forty.", 40),
        ("38 miners were below. Not 41 of them spoke.", None),
        ("38 miners were below, not 41% of all.", None),
        ("38 miners were below, not many.", None),
    ],
)
def test_the_value_that_another_takes_the_place_of(text: str, value: float | None) -> None:
    entry = figure(0, "38 miners", 38, "miners", None).figure
    assert replaced_value(text, entry) == value


def test_a_lower_number_that_replaces_another_is_of_its_series() -> None:
    first = figure(0, "41 miners", 41, "miners", "trapped")
    lower = figure(1, "38 miners", 38, "miners", None, published=3)
    assert len(grouped(first, lower)) == 2
    assert len(grouped(first, replace(lower, instead_of=41.0))) == 1


def test_bare_numbers_join_the_only_count_that_gives_them_for_the_day() -> None:
    rescued = figure(0, "eight of the 12 boys", 8, "boys", "rescued")
    assert len(grouped(rescued, figure(1, "eight boys", 8, "boys", None))) == 1
    assert len(grouped(rescued, figure(1, "eight", 8, "people", None, day=1))) == 1
    assert len(grouped(rescued, figure(1, "eight boys", 8, "boys", None, day=5))) == 2
    assert len(grouped(rescued, figure(1, "eight tugs", 8, "tugs", None))) == 2


def test_a_toll_goes_on_where_its_head_is_left_out_but_one_body_is_no_toll() -> None:
    toll = [figure(0, "six people", 6, "people", "killed"), figure(1, "eight", 8, "people", "killed", day=1)]
    assert len(grouped(*toll)) == 1
    assert len(grouped(*toll, figure(2, "one body", 1, "body", "killed", day=2))) == 2


def test_counts_of_another_year_are_no_part_of_the_storys_own() -> None:
    now = figure(0, "12 people", 12, "people", "killed")
    then = figure(1, "31 people", 31, "people", "killed", day=1, occasion="in 2001")
    first, second = grouped(now, then)
    assert (first.label, first.occasion) == ("people killed", None)
    assert (second.label, second.occasion) == ("people killed in 2001", "in 2001")


def test_a_part_that_a_report_tells_is_not_its_toll() -> None:
    whole = figure(0, "twelve people", 12, "people", "killed", in_head=True)
    part = figure(1, "two bodies", 2, "bodies", "killed", report="r0")
    war = figure(2, "6,000 people", 6000, "people", "killed", report="r0")
    assert [line.current.best for line in grouped(whole, part, war)] == [12, 2, 6000]


def test_the_dead_of_one_country_are_told_apart_from_all_the_dead() -> None:
    def land(name: str, number: int) -> dict[str, object]:
        return {"place": f"e:{name}", "place_name": name, "where": EntityPlace(number, number, 0.0, name, None, 6)}

    every = [
        figure(0, "91 people", 91, "people", "killed"),
        figure(1, "80 deaths", 80, "deaths", "killed", report="r0", **land("Orland", 10)),
        figure(2, "nine people", 9, "people", "killed", report="r0", **land("Vell", 40)),
        figure(3, "95 people", 95, "people", "killed", day=1),
        figure(4, "82 deaths", 82, "deaths", "killed", day=1, report="r3", **land("Orland", 10)),
    ]
    assert {line.label: line.current.best for line in grouped(*every)} == {
        "people killed": 95,
        "people killed in Orland": 82,
        "people killed in Vell": 9,
    }


def test_the_current_value_is_that_of_most_origins_at_the_heads_of_reports() -> None:
    heads = [figure(at, "12 people", 12, "people", "killed", in_head=True) for at in range(2)]
    by_the_way = figure(2, "nine people", 9, "people", "killed", day=1)
    assert grouped(*heads, by_the_way)[0].current.best == 12
    revised = replace(by_the_way, in_head=True)
    assert grouped(*heads, revised)[0].current.best == 9


def test_an_order_of_size_neither_parts_a_series_nor_holds_against_a_number() -> None:
    number = figure(0, "59 people", 59, "people", "killed", in_head=True)
    dozens = figure(1, "dozens of people", 24, "people", "killed", high=None, day=1, in_head=True)
    (line,) = grouped(number, dozens)
    assert line.current.best == 59


@pytest.mark.parametrize(
    ("item", "label"),
    [
        (figure(0, "10 dead Americans", 10, "dead americans", "killed"), "Americans killed"),
        (figure(0, "18 individuals", 18, "individuals", "arrested"), "people arrested"),
        (figure(0, "20 children ages", 20, "children ages", "killed"), "children killed"),
        (figure(0, "dozens of casualties", 24, "casualties", "casualties", high=None), "people killed or injured"),
    ],
)
def test_labels_say_what_became_of_whom(item: Counted, label: str) -> None:
    assert grouped(item)[0].label == label
