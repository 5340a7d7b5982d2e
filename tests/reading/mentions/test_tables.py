"""The tables of names, titles and head nouns hold what the rules take for granted."""

from __future__ import annotations

import pytest

from reportedly.data import load_table, word_set

LOWER = [
    (f"mentions/{table}.toml", key)
    for table in ("names", "known", "titles", "heads", "phrases", "evidence", "pronouns", "addressees")
    for key in load_table(f"mentions/{table}.toml")
]


@pytest.mark.parametrize(("table", "key"), LOWER)
def test_every_list_is_in_lower_case_without_repeats(table: str, key: str) -> None:
    assert all(word == word.lower() == word.strip() for word in word_set(table, key))


def test_given_names_are_single_capitalised_words() -> None:
    assert all(name[0].isupper() and " " not in name for name in word_set("names.toml", "given"))


def test_no_name_stands_in_two_rows_of_aliases() -> None:
    names = [name for row in load_table("aliases.toml")["same"] for name in row]
    assert len(names) == len(set(names))


def test_rows_of_hypernyms_hold_single_words() -> None:
    assert all(word.isalpha() or "-" in word for row in load_table("hypernyms.toml")["same"] for word in row)


def test_names_of_women_and_of_men_are_given_names_and_none_is_both() -> None:
    women, men = word_set("names.toml", "female_given"), word_set("names.toml", "male_given")
    assert women | men <= word_set("names.toml", "given")
    assert not women & men


def test_shortened_titles_and_what_they_stand_for_are_titles() -> None:
    known = word_set("mentions/titles.toml", "cores")
    assert all(
        {short, long} <= known | {"doctor"} for short, long in load_table("mentions/shortened.toml")["long"].items()
    )
