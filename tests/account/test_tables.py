"""The tables of the account say what its rooms expect."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from reportedly.account.names import name_key
from reportedly.account.scope import is_generic, population_of
from reportedly.account.vectors import weight_of
from reportedly.data import load_table, word_set
from reportedly.reading.events.ontology import ontology

LISTS = {
    "account/names.toml": [
        "leading",
        "trailing",
        "small",
        "particles",
        "female",
        "male",
        "completing",
        "ground",
        "people",
        "she",
        "he",
        "generations",
        "ties",
        "body_nouns",
        "parts",
        "directions",
        "after_people",
    ],
    "account/sides.toml": ["bodies", "before", "own", "fillers"],
    "account/origins.toml": ["speaks_for", "affiliation", "nobody"],
    "account/causes.toml": [
        "after",
        "ruled_out",
        "before",
        "not_alone",
        "mishaps",
        "breaks",
        "clause",
        "empty",
        "edges",
        "families",
        "types",
    ],
    "account/charges.toml": [
        "deny",
        "rebuff",
        "sharp",
        "charges",
        "responsibility",
        "nouns",
        "bench",
        "refused",
    ],
    "account/control.toml": ["holder_first", "place_first", "presence", "whole", "part", "ours", "grounds"],
}


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, keys in LISTS.items() for key in keys])
def test_a_list_holds_words_once(table: str, key: str) -> None:
    assert word_set(table, key)


def aliases() -> Iterator[tuple[str, str]]:
    table = load_table("account/names.toml")
    for body in (*table["agencies"], *table["bodies"]):
        yield from ((alias, body["name"]) for alias in body["aliases"])


def test_every_alias_leads_to_its_body_and_to_no_other() -> None:
    assert [(alias, name) for alias, name in aliases() if name_key(alias) != name_key(name)] == []


@pytest.mark.parametrize("key", ["holder_first", "place_first", "presence"])
def test_patterns_of_control_are_regular_expressions(key: str) -> None:
    for pattern in load_table("account/control.toml")[key]:
        assert re.compile(pattern)


def test_causes_are_asked_for_types_and_families_of_the_ontology() -> None:
    assert word_set("account/causes.toml", "families") <= set(ontology().families)
    assert word_set("account/causes.toml", "types") <= set(ontology().types)


def test_weights_of_words_fall_with_their_frequency_and_unlisted_words_weigh_most() -> None:
    bands = [band["weight"] for band in load_table("account/telling.toml")["band"]]
    assert bands == sorted(bands)
    assert weight_of("velmo") == load_table("account/telling.toml")["rare"] > bands[-1]
    assert weight_of("x") == 0


def test_units_have_a_kind_and_a_positive_factor() -> None:
    for row in load_table("account/measures.toml")["units"].values():
        assert row["kind"]
        assert row["factor"] > 0


@pytest.mark.parametrize(
    ("noun", "population"), [("boys", "children"), ("militants", "fighters"), ("vessels", "ships"), ("goats", "goat")]
)
def test_populations_by_any_of_their_nouns(noun: str, population: str) -> None:
    assert population_of(noun) == population


def test_a_man_may_be_anybody_and_a_coach_is_one() -> None:
    assert is_generic("man")
    assert not is_generic("coach")


def test_patterns_of_what_can_be_undone_compile_and_name_the_people() -> None:
    patterns = load_table("account/undone.toml")["patterns"]
    assert "whom" in re.compile(patterns["everybody"]).groupindex
    assert re.compile(patterns["nobody"]).groups == 0


def test_states_are_regular_expressions_in_pairs_and_sides_do_not_match_alike() -> None:
    for pair in load_table("account/states.toml")["pair"]:
        for side in ("one", "other"):
            assert re.compile("|".join(pair[side]))
        assert set(pair["one"]).isdisjoint(pair["other"])


def test_a_kind_of_craft_and_a_rank_have_one_name_for_each_of_their_names() -> None:
    table = load_table("account/identity.toml")
    for key in ("ranks", "grades", "craft"):
        names = [name for row in table[key].values() for name in row]
        assert len(names) == len(set(names))


def test_collectives_are_holders_and_words_for_numbers_that_stay_are_no_moving_measures() -> None:
    assert "strikers" in word_set("account/names.toml", "collective") & word_set("account/control.toml", "holders")
    assert word_set("account/measures.toml", "fixed").isdisjoint(word_set("account/measures.toml", "moving"))


def test_short_first_names_stand_once_in_a_row() -> None:
    rows = load_table("account/given_names.toml")["same"]
    assert all(len(row) == len(set(row)) > 1 for row in rows)
    assert all(name == name.lower() for row in rows for name in row)
