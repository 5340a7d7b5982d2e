"""Countries by the words for them and for what is theirs: "Syria", "Syrian", "the Syrians"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportedly.account.names import name_words
from reportedly.data import load_table

TABLE = "places_countries.toml"
LONGEST = 5
"""Words in the longest word for a country that is looked for."""


def leading_country(words: Sequence[str]) -> tuple[str, int] | None:
    """The country's code and how many of the folded words name it, where they begin with a country or what is its:
    ("south", "korean", "army") gives ("KR", 2).
    """
    for count in range(min(LONGEST, len(words)), 0, -1):
        if code := _codes().get(" ".join(words[:count])):
            return code, count
    return None


def country_called(name: str) -> str | None:
    """The code of the country that a name is one of: "DPRK", "Côte d'Ivoire"; None for its people and what is its."""
    return _called().get(" ".join(name_words(name)))


def name_of(code: str) -> str:
    """The English short name of a country, by its code."""
    return next(_words_for(_countries()[code]))


def adjective_of(code: str) -> str:
    """The word for what is a country's, by its code; the country's name where there is none."""
    name, *adjectives = _words_for(_countries()[code], ("adjectives",))
    return adjectives[0] if adjectives else name


@cache
def _codes() -> Mapping[str, str]:
    """From the folded words for each country, its people and what is its to its code; the first one keeps it."""
    found: dict[str, str] = {}
    for code, country in _countries().items():
        for word in _words_for(country):
            found.setdefault(" ".join(name_words(word)), code)
    return found


def _words_for(
    country: Mapping[str, object], kinds: Sequence[str] = ("aliases", "adjectives", "people")
) -> Iterator[str]:
    yield str(country["name"])
    for kind in kinds:
        words = country.get(kind)
        yield from (str(word) for word in words) if isinstance(words, list) else ()


@cache
def _called() -> Mapping[str, str]:
    """From the folded names of each country to its code."""
    found: dict[str, str] = {}
    for code, country in _countries().items():
        for name in _words_for(country, ("aliases",)):
            found.setdefault(" ".join(name_words(name)), code)
    return found


@cache
def _countries() -> Mapping[str, dict[str, object]]:
    table: Mapping[str, dict[str, object]] = load_table(TABLE)["countries"]
    return table
