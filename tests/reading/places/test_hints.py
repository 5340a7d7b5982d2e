"""Places that a text hints at without saying that anything is there."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "shown", "country"),
    [
        ("Egyptian divers came.", "Egyptian", "Egypt"),
        ("Two Iraqis and a Briton were freed.", "Iraqis", "Iraq"),
        ("Two Iraqis and a Briton were freed.", "Briton", "United Kingdom"),
        ("The South African team lost.", "South African", "South Africa"),
        ("A New Zealander won.", "New Zealander", "New Zealand"),
        ("The Sri Lankan navy sent boats.", "Sri Lankan", "Sri Lanka"),
        ("Many Texans voted early.", "Texans", "United States"),
        ("Ontarians and a New Yorker met.", "Ontarians", "Canada"),
    ],
)
def test_a_people_hints_at_its_place(hints, text: str, shown: str, country: str) -> None:
    place = dict(hints(text))[shown]
    assert place.use == "people"
    assert place.location is not None
    assert place.location.country == country


@pytest.mark.parametrize(
    ("text", "shown", "region"),
    [
        ("The Suez Canal Authority said tugs had come.", "Suez Canal", None),
        ("She teaches at the University of Chicago.", "Chicago", "Illinois"),
        ("A Chicago Police Department van stood outside.", "Chicago", "Illinois"),
        ("The Texas Highway Patrol closed the road.", "Texas", "Texas"),
        ("Clark County Fire Chief Ann Lee said that Nevada was dry.", "Clark County", "Nevada"),
        ("The N.Y. Transit Authority raised fares.", "N.Y.", "New York"),
    ],
)
def test_a_place_inside_a_name_is_a_hint(hints, text: str, shown: str, region: str | None) -> None:
    place = dict(hints(text)).get(shown)
    assert place is not None
    assert place.use == "inside"
    assert place.location is not None
    assert place.location.admin1 == region


@pytest.mark.parametrize(
    "text",
    [
        "The American Red Cross sent blankets.",
        "St. Patrick's Day was loud.",
        "Mr. Lincoln and Mrs. Houston argued.",
        "Ms. Hill thanked the Mayor.",
        "Paris Hilton smiled.",
        "Circuit Court Judge Thomas B. Hoover spoke.",
        "Judge Chuck Blair spoke.",
        "Arab and Kurdish officials met.",
    ],
)
def test_persons_saints_and_peoples_of_no_country_are_no_hints(hints, text: str) -> None:
    assert [shown for shown, place in hints(text) if place.use == "inside" or shown in ("Arab", "Kurdish")] == []


def test_what_a_literal_place_covers_is_no_hint(mentioned) -> None:
    text = "Egyptian divers reached the Suez Canal, said the Suez Canal Authority."
    assert [(shown, place.use) for shown, place in mentioned(text)] == [
        ("Egyptian", "people"),
        ("Suez Canal", "literal"),
        ("Suez Canal", "inside"),
    ]


def test_a_hint_points_to_no_mention_of_a_body(mentioned) -> None:
    assert all(place.mention is None for _, place in mentioned("The Suez Canal Authority spoke."))
