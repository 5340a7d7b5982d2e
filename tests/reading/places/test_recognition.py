"""Which words name places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.places import find_places
from reportedly.reading.reading import Mention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report, Span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighting went on in Mosul and near Tikrit.", ["Mosul", "Tikrit"]),
        ("The ship left the Suez Canal for Rotterdam.", ["Suez Canal", "Rotterdam"]),
        ("CAIRO (Reuters) - Divers went down on Monday.", ["CAIRO"]),
        ("SAN FRANCISCO — The fire was out by noon.", ["SAN FRANCISCO"]),
        ("He was born in Paradise, California.", ["Paradise", "California"]),
        ("She flew from Albany, N.Y., to Miami.", ["Albany", "N.Y.", "Miami"]),
        ("Troops entered the town of al-Bab in Syria.", ["al-Bab", "Syria"]),
        ("Ann Lee, 18, of Regina, was hurt.", ["Regina"]),
        ("Chicago Mayor Ann Lee spoke.", ["Chicago"]),
        ("Northern Syria was quiet.", ["Syria"]),
        ("They crossed the Bay of Bengal by boat.", ["Bay of Bengal"]),
        ("Winds hit Trinidad and Tobago on Friday.", ["Trinidad and Tobago"]),
        ("The U.S. and the UK sent planes.", ["U.S.", "UK"]),
        ("Losing Palmyra would be a blow to Damascus.", ["Palmyra", "Damascus"]),
        ("Damascus residents fled to Lebanon.", ["Damascus", "Lebanon"]),
        ("ST. LOUIS, Mo. -- Two men were held.", ["ST. LOUIS", "Mo."]),
        ("Divers from Laos and the Philippines came.", ["Laos", "Philippines"]),
        ("He was held in Kansas City, Kan., on Friday.", ["Kansas City", "Kan."]),
        ("The B.C. government paid.", ["B.C."]),
        ("Ships met at Rostov-on-Don in Russia.", ["Rostov-on-Don", "Russia"]),
        ("Ann Lee, D-Moorpark, and Bo Lee, 41, Regina, spoke.", ["Moorpark", "Regina"]),
    ],
)
def test_places_are_found(places, text: str, names: list[str]) -> None:
    assert [shown for shown, _ in places(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The Suez Canal Authority said tugs had come.",
        "She teaches at the University of Chicago.",
        "A Chicago Police Department van stood outside.",
        "“We are moving,” said Mustafa Bali. Bali said that few were left.",
        "Paris Hilton smiled.",
        "President Jordan resigned.",
        "Mr. Lincoln and Mrs. Houston argued.",
        "Much of it is gone. But nobody knows why. Most men left.",
        "Central bankers met. Reading is fun. Nice work, they said.",
        "On Monday, March 3, the General met the Captain.",
        "Officials say Police closed the Road. Many were Young or Best.",
        "Egyptian and French divers met Arab officials.",
        "OR, ME, IN and OK are words here. HI, he said.",
        "The FBI and the EPA looked into SAM and NOV reports.",
        "Union leaders and Liberal voters stayed home. Hope is not lost.",
        "Victoria said no. Georgia Stevens sang. Georgia smiled.",
        "Deal or no deal, Imperial or Mobile, Orange or Normal: words.",
        "St. Patrick's Day was loud.",
        "The Central Bank of Ireland and the Bank of England said nothing.",
        "Interested in Weather? Skip in Skip to see Weather news.",
        "Justice must be done. Trust nobody. Home is best. Police came.",
    ],
)
def test_ordinary_capitals_people_and_organisations_are_no_places(places, text: str) -> None:
    assert [shown for shown, _ in places(text)] == []


@pytest.mark.parametrize(
    ("text", "shown", "near", "precision"),
    [
        ("The boys were found in the Khao Tiem cave in Chiang Rai.", "Khao Tiem", "Thailand", 2),
        ("Ten people fled the Brelliso camp. Aid came from Gaziantep in Turkey.", "Brelliso", "Turkey", 2),
        ("Lava reached the Vorrak valley in northern Iceland.", "Vorrak", "Iceland", 6),
        ("He is in Hartford Hospital. Help came from New Haven, Connecticut.", "Hartford Hospital", "United States", 2),
    ],
)  # fmt: skip
def test_unknown_sites_lie_near_what_contains_them(places, text: str, shown: str, near: str, precision: int) -> None:
    place = dict(places(text))[shown]
    assert place.location is not None
    assert (place.location.feature, place.location.country, place.location.precision) == ("site", near, precision)
    assert place.confidence < 0.5


def test_an_unknown_site_without_any_place_has_no_location(places) -> None:
    [(shown, place)] = places("Water rose in the Khao Tiem cave.")
    assert (shown, place.location, place.confidence) == ("Khao Tiem", None, 0.0)


def test_a_mention_of_the_same_span_is_pointed_to_and_a_person_is_no_place() -> None:
    text = "They met in Sydney. Sydney was late."
    report, sentences = Report("r0", "test", text, ""), find_sentences(text)
    place = Mention(12, 18, "place", "name", Span(12, 18), 0, "Sydney")
    person = Mention(20, 26, "person", "name", Span(20, 26), 1, "Sydney")
    assert [(found.start, found.mention) for found in find_places(report, sentences, (place, person))] == [(12, 0)]


WORDS = st.sampled_from(
    [
        "Mosul",
        "in",
        "Paris",
        ",",
        "Texas",
        ".",
        "al",
        "-",
        "Bab",
        "St.",
        "\n\n",
        "of",
        "U.S.",
        "’s",
        "'",
        "cave",
        "Camp",
        "\u0301",
        "\0",
        "ß",
        "İ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
    )
)
def test_any_text_gives_places_in_order_inside_it(places, text: str) -> None:
    found = places(text)
    assert all(shown.strip() == shown and shown for shown, _ in found)
    assert [place.end for _, place in found][:-1] <= [place.start for _, place in found][1:]
    assert all(
        0.0 <= place.confidence <= 1.0 and (place.location is None or 1 <= place.location.precision <= 7)
        for _, place in found
    )


def test_a_long_text_of_names_is_read(places) -> None:
    assert len(places("Mosul, Paris, Texas and Springfield met in Iraq. " * 500)) >= 1500


def test_the_same_text_gives_the_same_places(places) -> None:
    text = "From Springfield to Paris, Texas, and on to Georgia; Iraqi forces in Mosul and Tikrit."
    assert places(text) == places(text)
