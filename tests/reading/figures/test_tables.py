"""The tables behind the figures say what they must, and a wrong one is refused."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.figures import lexicon

TABLES = (
    "figures.toml",
    "figures_casualties.toml",
    "figures_nouns.toml",
    "figures_relations.toml",
    "figures_grammar.toml",
)


def strings(value: Any) -> list[str]:
    """Every string in a table, keys left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [each for inner in value.values() for each in strings(inner)]
    return [each for inner in value for each in strings(inner)] if isinstance(value, list) else []


def lists(value: Any) -> list[list[str]]:
    """Every list of words in a table."""
    if isinstance(value, list):
        return [value]
    return [each for inner in value.values() for each in lists(inner)] if isinstance(value, dict) else []


@pytest.mark.parametrize("name", TABLES)
def test_words_are_lower_case_and_without_loose_spaces(name: str) -> None:
    words = strings(load_table(name))
    assert words
    assert [word for word in words if word != word.lower() or word != " ".join(word.split())] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_list_repeats_a_word(name: str) -> None:
    assert [row for row in lists(load_table(name)) if len(set(row)) != len(row)] == []


@pytest.mark.parametrize("load", ["numerals", "measures", "lookalikes", "nouns", "relations", "grammar"])
def test_each_lexicon_loads(load: str) -> None:
    assert getattr(lexicon, load)()


def test_bounds_have_one_of_the_five_meanings() -> None:
    phrases = lexicon.numerals().before
    assert {meaning for rows in phrases.values() for _, meaning in rows} == set(lexicon.BOUNDS)


def test_longer_phrases_come_first() -> None:
    for rows in lexicon.numerals().before.values():
        lengths = [len(words) for words, _ in rows]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("load", "table", "problem"),
    [
        ("nouns", {"people": ["guard"], "ships": ["guard"]}, "guard is both people and ships"),
        ("relations", {"object": {"killed": ["burn"], "burned": ["burn"]}}, "burn is both killed and burned"),
        ("measures", {"units": {"metres": ["length"]}}, "unit metres needs a kind and at least one word"),
        ("grammar", {"words": {"be": ["is"]}}, "exactly the classes"),
        ("numerals", {}, "section [words] is missing"),
        ("numerals", {"words": {"one": "1"}, "scales": {}}, "[words] must give whole numbers"),
    ],
)
def test_a_wrong_table_is_refused(monkeypatch, load: str, table: dict[str, Any], problem: str) -> None:
    empty = {name: [] for name in lexicon.CLASSES}
    monkeypatch.setattr(lexicon, "load_table", lambda _: {**empty, **table})
    with pytest.raises(TableError) as caught:
        getattr(lexicon, load).__wrapped__()
    assert problem in str(caught.value)
