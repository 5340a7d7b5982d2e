"""The gazetteer file: what is in it, and that it is what the build makes."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from reportedly.data import load_table, path_of
from reportedly.errors import TableError
from reportedly.reading.places.gazetteer import BEARINGS, FILE, RECORD, Gazetteer, gazetteer
from reportedly.reading.places.lexicon import COUNTRIES, FEATURES, REGIONS, lexicon
from reportedly.reading.places.spelling import fold, sound


def test_it_is_small_and_holds_the_world() -> None:
    assert path_of(FILE).stat().st_size <= 15_000_000
    assert 235_000 < len(gazetteer()) < 260_000
    assert set(gazetteer().header["features"]) >= {
        "country",
        "admin1",
        "admin2",
        "city",
        "capital",
        "river",
        "sea",
        "water",
        "island",
    }


@pytest.mark.parametrize(
    ("name", "number", "country", "admin1", "feature"),
    [
        ("Mosul", 99072, "IQ", "Nineveh Province", "city"),
        ("Cairo", 360630, "EG", "Cairo Governorate", "capital"),
        ("Berlin", 2950159, "DE", "Berlin", "capital"),
        ("Texas", 4736286, "US", "Texas", "admin1"),
        ("Egypt", 357994, "EG", "", "country"),
        ("Avoyelles Parish", None, "US", "Louisiana", "admin2"),
        ("Lore City", None, "US", "Ohio", "city"),
        ("Danube", None, "", "", "river"),
    ],
)
def test_a_chief_name_comes_first_with_its_facts(
    name: str, number: int | None, country: str, admin1: str, feature: str
) -> None:
    found = next(place for place in gazetteer().named(fold(name)) if place.feature == feature)
    assert (found.geonames_id, found.country, found.admin1, found.bearing) == (number, country, admin1, "name")


def test_places_of_one_name_come_with_chief_names_first() -> None:
    bearings = [place.bearing for place in gazetteer().named("london")]
    assert bearings == sorted(bearings, key=BEARINGS.index)
    assert gazetteer().named("no such place anywhere") == ()


def test_every_country_and_feature_of_the_tables_is_in_it() -> None:
    countries = load_table(COUNTRIES)["countries"]
    for code, row in countries.items():
        for name in (row["name"], *row.get("aliases", ())):
            assert any(
                place.country == code and place.feature == "country" for place in gazetteer().named(fold(name))
            ), name
    for rows in load_table(FEATURES)["features"].values():
        for row in rows:
            assert gazetteer().named(fold(row["name"])), row["name"]


def test_the_tables_state_points_on_earth_and_known_countries() -> None:
    rows = [row for group in load_table(FEATURES)["features"].values() for row in group]
    rows += [*load_table(COUNTRIES)["countries"].values(), *load_table(REGIONS)["regions"].values()]
    assert all(-90 <= row["at"][0] <= 90 and -180 <= row["at"][1] <= 180 for row in rows)
    assert all(code in load_table(COUNTRIES)["countries"] for row in rows for code in row.get("in", ()))
    assert all(key.partition(".")[0] in lexicon().countries for key in load_table(REGIONS)["regions"])


def test_regions_of_the_table_are_regions_of_the_gazetteer() -> None:
    known = {
        f"{place.country}.{place.name}" for place in map(gazetteer().place, range(8000)) if place.feature == "admin1"
    }
    assert set(load_table(REGIONS)["regions"]) <= known


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "ST. ETIENNE"), ("Łódź", "Lodz"), ("Sana‘a", "Sanaa"), ("Ft. Worth", "Fort Worth"),
        ("U.S.", "US"),
        ("İzmir", "Izmir"), ("Bab el-Mandeb", "Bab el Mandeb"), ("Mt Fuji", "Mount Fuji"), ("København", "Kobenhavn"),
    ],
)  # fmt: skip
def test_folded_names_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al Mayadin", "Mayadeen"), ("Ar Raqqah", "Raqqa"), ("Sulaymaniyah", "Soulimaniyah"),
        ("Dayr az Zawr", "Deir ez-Zor"),
        ("Kharkiv", "Harkiv"), ("Djankoi", "Dzhankoy"), ("Aksum", "Axum"), ("Qandahar", "Kandahar"),
    ],
)  # fmt: skip
def test_transliterations_meet_by_sound(one: str, other: str) -> None:
    assert sound(fold(one)) == sound(fold(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Aleppo", "Alexandria"), ("Homs", "Hama"), ("Minsk", "Pinsk"), ("Basra", "Bursa")]
)
def test_different_names_do_not_meet(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert sound(fold(one)) != sound(fold(other))


def test_a_missing_or_foreign_file_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="missing"):
        Gazetteer(tmp_path / "none.bin")
    (tmp_path / "other.bin").write_bytes(b"something else")
    with pytest.raises(TableError, match="not a gazetteer"):
        Gazetteer(tmp_path / "other.bin")


def test_it_opens_in_less_than_a_tenth_of_a_second_of_the_processor() -> None:
    started = time.process_time()
    assert Gazetteer(path_of(FILE)).named("mosul")
    assert time.process_time() - started < 0.1


def test_the_sections_fit_together() -> None:
    sections = gazetteer().header["sections"]
    assert sections["records"][1] == len(gazetteer()) * RECORD.size
    assert sections["offsets"][1] == (len(gazetteer()) + 1) * 4
    assert all(start % 8 == 0 for start, _ in sections.values())
    assert json.dumps(gazetteer().header)
