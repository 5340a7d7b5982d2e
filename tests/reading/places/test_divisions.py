"""Parts of a place told by the points of the compass belong to the place that the text named before."""

from __future__ import annotations

import pytest

from reportedly.reading.places import find_places
from reportedly.reading.reading import Location
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

CASES = [
    ("Floods hit Sudan on Monday. Twelve people died in the country's east.", "the country's east", "east of Sudan"),
    (
        "Storms hit Poland. In the south of the country three bridges fell.",
        "the south of the country",
        "south of Poland",
    ),
    ("Sudanese officials counted the dead in the country’s far north.", "the country’s far north", "north of Sudan"),
    ("Troops entered Mosul. Fighting went on in the west of the city.", "the west of the city", "west of Mosul"),
    ("Rain fell on Lyon. The country's south-west stayed dry.", "The country's south-west", "south-west of France"),
]


def _division(text: str) -> tuple[str, Location] | None:
    found = [
        place
        for place in find_places(Report("r", "r", text, ""), find_sentences(text), ())
        if place.location and place.location.feature == "part"
    ]
    return (text[found[0].start : found[0].end], found[0].location) if found and found[0].location else None


@pytest.mark.parametrize(("text", "shown", "name"), CASES)
def test_a_part_is_named_after_the_place_before_it(text: str, shown: str, name: str) -> None:
    found = _division(text)
    assert found is not None
    assert (found[0], found[1].name) == (shown, name)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died in the country's east.",  # nobody named a country
        "Storms hit Poland. The country's north station was closed.",  # a building
        "He drove east of the city of Lyon.",  # a way, no part
    ],
)
def test_what_is_no_part_is_left_out(text: str) -> None:
    assert _division(text) is None


def test_a_part_lies_on_its_side_of_the_whole() -> None:
    east = _division("Floods hit Sudan. Many fled the country's east.")
    west = _division("Floods hit Sudan. Many fled the country's west.")
    assert east is not None
    assert west is not None
    assert east[1].longitude > 32 > west[1].longitude
    assert (east[1].precision, east[1].country, east[1].geonames_id) == (5, "Sudan", None)


def test_a_part_of_a_town_lies_at_the_town() -> None:
    found = _division("Troops entered Mosul. Fighting went on in the west of the city.")
    assert found is not None
    assert found[1].precision == 2
    assert found[1].latitude == pytest.approx(36.3, abs=0.2)
