"""Names as the world's news spells them, and words that are no names."""

from __future__ import annotations

import pytest

from reportedly.reading.dictionary import _entries, is_ordinary

NAMES = [
    # Arabic
    ("Soulimaniyah", "Iraq"), ("Sulaimaniya", "Iraq"), ("Mayadeen", "Syria"), ("al-Mayadin", "Syria"),
    ("Raqqah", "Syria"), ("ar-Raqqa", "Syria"), ("Deir ez-Zor", "Syria"), ("Deir al-Zour", "Syria"),
    ("Dayr az-Zawr", "Syria"), ("Idleb", "Syria"), ("Hasakeh", "Syria"), ("Qamishly", "Syria"), ("Lattakia", "Syria"),
    ("Tartous", "Syria"), ("Daraa", "Syria"), ("Deraa", "Syria"), ("Palmyra", "Syria"), ("Azaz", "Syria"),
    ("Manbij", "Syria"), ("Membij", "Syria"), ("Kirkouk", "Iraq"), ("Fallouja", "Iraq"), ("al-Falluja", "Iraq"),
    ("Tel Afar", "Iraq"), ("Samarra", "Iraq"), ("Nasiriya", "Iraq"), ("an-Nasiriyah", "Iraq"), ("Ramadi", "Iraq"),
    ("Baqouba", "Iraq"), ("Tikreet", "Iraq"), ("Irbil", "Iraq"), ("Dohuk", "Iraq"), ("Hodeida", "Yemen"),
    ("al-Hudaydah", "Yemen"), ("Taiz", "Yemen"), ("Sanaa", "Yemen"), ("Mukalla", "Yemen"), ("Misurata", "Libya"),
    ("Benghazi", "Libya"), ("Tobruq", "Libya"), ("Sirte", "Libya"), ("Surt", "Libya"), ("Derna", "Libya"),
    ("Ajdabiyah", "Libya"), ("Sebha", "Libya"), ("Khan Younis", "Palestine"), ("Khan Yunus", "Palestine"),
    ("Rafah", "Palestine"), ("Jenin", "Palestine"), ("Jabaliya", "Palestine"), ("Beit Lahia", "Palestine"),
    ("Nabatiyeh", "Lebanon"), ("Tyre", "Lebanon"), ("Sidon", "Lebanon"), ("Saida", "Lebanon"),
    ("Ismailiya", "Egypt"), ("Port Saïd", "Egypt"), ("Assiut", "Egypt"), ("Mansourah", "Egypt"),
    ("El Fasher", "Sudan"), ("Omdurman", "Sudan"), ("El Obeid", "Sudan"), ("Marrakesh", "Morocco"), ("Fes", "Morocco"),
    # Russian, Ukrainian
    ("Kyiv", "Ukraine"), ("Kiev", "Ukraine"), ("Kharkov", "Ukraine"), ("Harkiv", "Ukraine"), ("Bakhmout", "Ukraine"),
    ("Odesa", "Ukraine"), ("Zaporizhia", "Ukraine"), ("Severodonetsk", "Ukraine"), ("Sieverodonetsk", "Ukraine"),
    ("Dnipropetrovsk", "Ukraine"), ("Mykolaiv", "Ukraine"), ("Nikolayev", "Ukraine"), ("Lvov", "Ukraine"),
    ("Chernigov", "Ukraine"), ("Slaviansk", "Ukraine"), ("Kremenchug", "Ukraine"), ("Nizhniy Novgorod", "Russia"),
    ("Ekaterinburg", "Russia"), ("Saint Petersburg", "Russia"), ("Groznyy", "Russia"), ("Rostov-on-Don", "Russia"),
    ("Makhachkala", "Russia"), ("Briansk", "Russia"),
    # Chinese, Japanese, Korean, Burmese, Thai, Vietnamese, Indonesian
    ("Peking", "China"), ("Chungking", "China"), ("Urumchi", "China"), ("Ürümqi", "China"), ("Xian", "China"),
    ("Canton", "China"), ("Tsingtao", "China"), ("Nanking", "China"), ("Kashgar", "China"), ("Hohhot", "China"),
    ("Ōsaka", "Japan"), ("Pusan", "South Korea"), ("Inchon", "South Korea"), ("Rangoon", "Myanmar"),
    ("Sittwe", "Myanmar"), ("Chiengmai", "Thailand"), ("Saigon", "Vietnam"), ("Danang", "Vietnam"),
    ("Djakarta", "Indonesia"), ("Katmandu", "Nepal"), ("Thimpu", "Bhutan"),
    # Amharic, Somali, Tigrinya
    ("Mekele", "Ethiopia"), ("Axum", "Ethiopia"), ("Adigrat", "Ethiopia"), ("Addis Abeba", "Ethiopia"),
    ("Gonder", "Ethiopia"), ("Gondar", "Ethiopia"), ("Dessie", "Ethiopia"), ("Dese", "Ethiopia"),
    ("Hawassa", "Ethiopia"), ("Awasa", "Ethiopia"), ("Jima", "Ethiopia"), ("Nazareth", "Ethiopia"),
    ("Asmera", "Eritrea"), ("Mogadiscio", "Somalia"), ("Kismayo", "Somalia"), ("Hargeisa", "Somalia"),
    ("Baidoa", "Somalia"),
    # Dari, Persian, Hindi, Bengali, Urdu
    ("Qandahar", "Afghanistan"), ("Kunduz", "Afghanistan"), ("Jalalabad", "Afghanistan"),
    ("Mazar-e-Sharif", "Afghanistan"), ("Lashkargah", "Afghanistan"), ("Esfahan", "Iran"), ("Mashad", "Iran"),
    ("Calcutta", "India"), ("Bombay", "India"), ("Madras", "India"), ("Benares", "India"), ("Quetta", "Pakistan"),
    ("Dacca", "Bangladesh"), ("Chittagong", "Bangladesh"),
    # Latin letters with marks
    ("Bogota", "Colombia"), ("Medellín", "Colombia"), ("Cucuta", "Colombia"), ("Malaga", "Spain"),
    ("Saragossa", "Spain"), ("Cadiz", "Spain"), ("Sao Paulo", "Brazil"), ("Belem", "Brazil"), ("Merida", "Mexico"),
    ("Cancun", "Mexico"), ("Asuncion", "Paraguay"), ("Cordoba", "Argentina"), ("Köln", "Germany"),
    ("Dusseldorf", "Germany"), ("Zurich", "Switzerland"), ("Lodz", "Poland"), ("Gdansk", "Poland"),
    ("Timisoara", "Romania"), ("Malmo", "Sweden"), ("Tromso", "Norway"), ("Diyarbakir", "Turkey"),
    ("Sanliurfa", "Turkey"), ("Salonica", "Greece"),
]  # fmt: skip


def ordinary_words(count: int) -> list[str]:
    """So many ordinary words of four to nine letters, spread evenly over the dictionary."""
    words = sorted(word for word in _entries() if 4 <= len(word) <= 9 and word.isascii() and word.islower())
    ordinary = [word for word in words if is_ordinary(word)]
    return ordinary[:: len(ordinary) // count][:count]


def country_of(places, name: str, country: str) -> str | None:
    place = dict(places(f"Aid reached the city of {name}, {country}, on Friday.")).get(name)
    return place.location.country if place is not None and place.location is not None else None


def test_nine_of_ten_transliterated_names_lie_in_the_right_country(places) -> None:
    assert len(set(NAMES)) >= 150
    wrong = [(name, country) for name, country in NAMES if country_of(places, name, country) != country]
    assert len(wrong) <= len(NAMES) // 10, wrong


@pytest.mark.parametrize("sentence", ["{} came first.", "We saw the {} there.", "They spoke of {} again."])
def test_two_thousand_ordinary_words_are_no_places(places, sentence: str) -> None:
    words = ordinary_words(2000)
    hits = [word for word in words if places(sentence.format(word.capitalize()))]
    assert len(hits) <= 5, hits
