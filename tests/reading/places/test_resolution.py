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


NAMES = [
    # Arabic
    ("Soulimaniyah", "Iraq"), ("Sulaimaniya", "Iraq"), ("Mayadeen", "Syria"), ("al-Mayadin", "Syria"),
    ("Raqqah", "Syria"),
    ("ar-Raqqa", "Syria"), ("Deir ez-Zor", "Syria"), ("Deir al-Zour", "Syria"), ("Dayr az-Zawr", "Syria"),
    ("Idleb", "Syria"),
    ("Kirkouk", "Iraq"), ("Fallouja", "Iraq"), ("al-Falluja", "Iraq"), ("Tel Afar", "Iraq"), ("Samarra", "Iraq"),
    ("Nasiriya", "Iraq"),
    ("an-Nasiriyah", "Iraq"), ("Hodeida", "Yemen"), ("al-Hudaydah", "Yemen"), ("Taiz", "Yemen"),
    ("Sanaa", "Yemen"), ("Misurata", "Libya"),
    ("Benghazi", "Libya"), ("Tobruq", "Libya"), ("Khan Younis", "Palestine"), ("Khan Yunus", "Palestine"),
    ("Rafah", "Palestine"),
    ("Jenin", "Palestine"), ("Nabatiyeh", "Lebanon"), ("Tyre", "Lebanon"), ("Ismailiya", "Egypt"),
    ("Port Saïd", "Egypt"),
    ("El Fasher", "Sudan"), ("Omdurman", "Sudan"),
    # Russian, Ukrainian
    ("Kyiv", "Ukraine"), ("Kiev", "Ukraine"), ("Kharkov", "Ukraine"), ("Harkiv", "Ukraine"),
    ("Bakhmout", "Ukraine"), ("Odesa", "Ukraine"),
    ("Zaporizhia", "Ukraine"), ("Severodonetsk", "Ukraine"), ("Sieverodonetsk", "Ukraine"),
    ("Dnipropetrovsk", "Ukraine"),
    ("Nizhniy Novgorod", "Russia"), ("Ekaterinburg", "Russia"), ("Saint Petersburg", "Russia"), ("Groznyy", "Russia"),
    # Chinese, Japanese, Korean, Burmese, Thai
    ("Peking", "China"), ("Chungking", "China"), ("Urumchi", "China"), ("Ürümqi", "China"), ("Xian", "China"),
    ("Canton", "China"),
    ("Ōsaka", "Japan"), ("Pusan", "South Korea"), ("Rangoon", "Myanmar"), ("Chiengmai", "Thailand"),
    # Ethiopia, Somalia, Afghanistan, Iran, India, Pakistan
    ("Mekele", "Ethiopia"), ("Axum", "Ethiopia"), ("Adigrat", "Ethiopia"), ("Mogadiscio", "Somalia"),
    ("Kismayo", "Somalia"),
    ("Qandahar", "Afghanistan"), ("Kunduz", "Afghanistan"), ("Jalalabad", "Afghanistan"), ("Esfahan", "Iran"),
    ("Mashad", "Iran"),
    ("Calcutta", "India"), ("Bombay", "India"), ("Quetta", "Pakistan"),
    # Latin letters with marks
    ("Bogota", "Colombia"), ("Medellín", "Colombia"), ("Cucuta", "Colombia"), ("Malaga", "Spain"),
    ("Sao Paulo", "Brazil"),
    ("Merida", "Mexico"), ("Köln", "Germany"), ("Zurich", "Switzerland"), ("Lodz", "Poland"), ("Malmo", "Sweden"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "country"), NAMES)
def test_transliterated_names_lie_in_the_right_country(places, name: str, country: str) -> None:
    location = dict(places(f"Aid reached the city of {name}, {country}, on Friday.")).get(name)
    assert location is not None
    assert location.location is not None
    assert location.location.country == country


def test_given_spans_are_resolved_whatever_they_are() -> None:
    text = "Egyptian divers and Bali met Xqzt."
    spans = [Span(0, 8), Span(20, 24), Span(29, 33)]
    found = resolve_spans(Report("r0", "test", text, ""), find_sentences(text), spans)
    assert [place.location and place.location.country for place in found] == ["Egypt", "Indonesia", None]
