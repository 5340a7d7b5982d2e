"""Which place of a name is meant."""

from __future__ import annotations

import pytest

from reportedly.reading.places import resolve_spans
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report, Span


@pytest.mark.parametrize(
    ("text", "shown", "country", "admin1", "feature"),
    [
        ("The fire began near Paradise, California.", "Paradise", "United States", "California", "city"),
        ("They moved to Paris, Texas, in May.", "Paris", "United States", "Texas", "city"),
        ("They moved to Paris in May.", "Paris", "France", "Île-de-France", "city"),
        ("Talks in Tbilisi ended. Georgia and Armenia signed.", "Georgia", "Georgia", None, "country"),
        ("Storms hit Atlanta and Macon. Georgia was flooded.", "Georgia", "United States", "Georgia", "admin1"),
        ("The president left Washington for Brussels.", "Washington", "United States", "District of Columbia", "city"),
        ("Fires burned near Spokane in Washington state.", "Washington", "United States", "Washington", "admin1"),
        ("Mayors of London, Windsor and Hamilton met in Ontario.", "London", "Canada", "Ontario", "city"),
        ("He spoke in London.", "London", "United Kingdom", "England", "city"),
        ("The northern Iraqi city of Mosul fell.", "Mosul", "Iraq", "Nineveh Province", "city"),
        ("The quake struck Aleppo province in Syria.", "Aleppo", "Syria", "Aleppo Governorate", "admin1"),
        ("Ships wait in the Red Sea.", "Red Sea", None, None, "sea"),
        ("Ships wait in the Suez Canal.", "Suez Canal", "Egypt", None, "water"),
        ("Birmingham, Alabama, was quiet.", "Birmingham", "United States", "Alabama", "city"),
        ("Police in Birmingham and Dudley in England came.", "Birmingham", "United Kingdom", "England", "city"),
        ("Deputies in Clark County, Nevada, closed a road.", "Clark County", "United States", "Nevada", "admin2"),
    ],
)  # fmt: skip
def test_context_tells_which(
    places, text: str, shown: str, country: str | None, admin1: str | None, feature: str
) -> None:
    location = dict(places(text))[shown].location
    assert location is not None
    assert (location.country, location.admin1, location.feature) == (country, admin1, feature)


@pytest.mark.parametrize(
    ("text", "shown", "precision"),
    [
        ("He is in Kabul.", "Kabul", 1),
        ("He is in Cook County, Illinois.", "Cook County", 3),
        ("He is in Idlib province in Syria.", "Idlib", 4),
        ("He is on the Danube.", "Danube", 5),
        ("He is in Peru.", "Peru", 6),
        ("He is on the Pacific Ocean.", "Pacific Ocean", 7),
    ],
)
def test_precision_is_that_of_ucdp(places, text: str, shown: str, precision: int) -> None:
    location = dict(places(text))[shown].location
    assert location is not None
    assert location.precision == precision


@pytest.mark.parametrize(
    ("text", "shown", "country"),
    [
        ("Egyptian divers and Bali met.", "Egyptian", "Egypt"),
        ("Egyptian divers and Bali met.", "Bali", "Indonesia"),
        ("They crossed the Xqzt River near Tikrit.", "Xqzt River", "Iraq"),
        ("They crossed the Xqzt River.", "Xqzt River", None),
    ],
)
def test_given_spans_are_resolved_whatever_they_are(text: str, shown: str, country: str | None) -> None:
    start = text.index(shown)
    tikrit = text.find("Tikrit")
    spans = [Span(start, start + len(shown)), *([Span(tikrit, tikrit + 6)] if tikrit >= 0 else [])]
    found = resolve_spans(Report("r0", "test", text, ""), find_sentences(text), spans)
    assert found[0].location is None if country is None else found[0].location.country == country  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "shown", "admin1"),
    [
        ("Girls from Cooke, Grayson and Love counties rode in Gainesville, Texas.", "Grayson", "Texas"),
        ("The Clark Co. sheriff in Nevada closed a road.", "Clark Co.", "Nevada"),
        ("He was seen in Thackerville, Okla., on Friday.", "Thackerville", "Oklahoma"),
        ("Sen. Ann Lee, D-Moorpark, spoke.", "Moorpark", "California"),
    ],
)
def test_districts_small_towns_and_seats_are_found(places, text: str, shown: str, admin1: str) -> None:
    location = dict(places(text))[shown].location
    assert location is not None
    assert location.admin1 == admin1
