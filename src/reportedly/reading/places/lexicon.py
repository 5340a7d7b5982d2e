"""The words of ``data/places*.toml`` and of the shared name tables, in the form in which this room asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.data import load_table, word_set
from reportedly.errors import TableError
from reportedly.reading.places.spelling import fold

WORDS, COUNTRIES, FEATURES, REGIONS = (
    "places.toml",
    "places_countries.toml",
    "places_features.toml",
    "places_regions.toml",
)
LISTS = (
    "inside",
    "towards",
    "ranks",
    "directions",
    "personal",
    "sites",
    "leading_sites",
    "locals",
    "entering",
    "seated",
    "common",
    "elsewhere",
)
GENERIC = frozenset({"elementary", "regional"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists (lower case), and what points to a country.

    ``ordinary`` words only a sentence's start writes with a capital; ``plain`` ones may stand there before a place;
    ``generic``
    ones make no name of a site by themselves. ``sought`` gives the feature that a word of rank asks for ("province":
    "admin1"). ``elsewhere`` are
    folded names of towns that mean something else in news. ``demonyms`` gives the country's code for a folded word
    ("egyptian": "EG"), ``peoples`` the name of the place for any such word ("texan": "texas", "arab": ""),
    ``countries`` the English short name by code. ``shorts`` are
    the folded short forms of regions; ``precisions`` is UCDP's where_precision of the named features of our table.
    """

    inside: frozenset[str]
    towards: frozenset[str]
    ranks: frozenset[str]
    directions: frozenset[str]
    personal: frozenset[str]
    sites: frozenset[str]
    leading_sites: frozenset[str]
    locals: frozenset[str]
    entering: frozenset[str]
    seated: frozenset[str]
    common: frozenset[str]
    elsewhere: frozenset[str]
    ordinary: frozenset[str]
    plain: frozenset[str]
    generic: frozenset[str]
    sought: dict[str, str]
    given: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    joining: frozenset[str]
    dates: frozenset[str]
    never: frozenset[str]
    demonyms: dict[str, str]
    peoples: dict[str, str]
    countries: dict[str, str]
    shorts: frozenset[str]
    precisions: dict[str, int]


@cache
def lexicon() -> Lexicon:
    """The tables, read once per process.

    Raises:
        TableError: a table lacks a list or repeats a word.
    """
    countries: dict[str, Any] = load_table(COUNTRIES)["countries"]
    regions: dict[str, Any] = load_table(REGIONS)["regions"]
    features: dict[str, Any] = load_table(FEATURES)["features"]
    given = load_table("names.toml").get("given")
    if not isinstance(given, list):
        raise TableError("names.toml", "given must be a list of names")
    demonyms = {word: code for code, row in countries.items() for word in people_of(row)}
    lists = {key: word_set(WORDS, key) for key in LISTS}
    function = word_set("mentions/phrases.toml", "function") | word_set("mentions/phrases.toml", "determiners")
    organisations = word_set("mentions/names.toml", "organisation_heads")
    never = word_set("mentions/names.toml", "not_names")
    ordinary = lists["common"] | function
    return Lexicon(
        **lists,
        ordinary=ordinary,
        plain=ordinary | lists["inside"] | lists["towards"] | lists["ranks"],
        generic=ordinary | lists["sites"] | organisations | never | GENERIC,
        sought=dict(load_table(WORDS)["sought"]),
        given=frozenset(name.lower() for name in given),
        titles=frozenset(title.rstrip(".") for title in word_set("mentions/titles.toml", "cores")),
        organisations=organisations,
        joining=organisations | word_set("mentions/names.toml", "joining_heads"),
        dates=word_set("mentions/names.toml", "date_words"),
        never=never,
        demonyms=demonyms,
        peoples={fold(word): "" for word in word_set(FEATURES, "peoples")}
        | _peoples(regions, features)
        | {word: fold(countries[code]["name"]) for word, code in demonyms.items()},
        countries={code: row["name"] for code, row in countries.items()},
        shorts=frozenset(fold(short) for row in regions.values() for short in row["short"]),
        precisions={
            fold(row["name"]): row["precision"] for rows in features.values() for row in rows if "precision" in row
        },
    )


def people_of(row: dict[str, Any]) -> list[str]:
    """The folded adjectives and nouns of a row's people, with a plural where English adds one ("Iraqis", not
    "Chineses"); no name of the place itself, as "Laos" and "Philippines" are.
    """
    words = [fold(word) for key in ("adjectives", "people") for word in row.get(key, ())]
    plurals = [fold(word) + "s" for word in row.get("adjectives", ()) if not word.endswith(("ese", "ish", "ch", "s"))]
    own = {fold(name) for name in (row.get("name", ""), *row.get("aliases", ()))}
    return [word for word in (*words, *plurals) if word not in own]


def _peoples(regions: dict[str, Any], features: dict[str, Any]) -> dict[str, str]:
    """The folded name of the region or feature for the words of its people ("Texan", "African")."""
    peoples = {word: fold(row["name"]) for rows in features.values() for row in rows for word in people_of(row)}
    return peoples | {word: fold(key.partition(".")[2]) for key, row in regions.items() for word in people_of(row)}
