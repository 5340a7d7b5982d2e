"""Names as keys: what is folded away, and what is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.account.names import (
    agency_names,
    common_words,
    initials_of,
    is_acronym,
    name_key,
    name_words,
    person_words,
    place_sound,
    slug,
    sound_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Authority", "Harbour Authority’s"),
        ("Velmo Shipping Ltd.", "Velmo Shipping"),
        ("MV Northern Star", "the Northern Star"),
        ("AP", "The Associated Press"),
        ("U.N.", "United Nations"),
        ("Isis", "Islamic State"),
        ("José Núñez", "Jose Nunez"),
        ("Sheriff Dana Holt", "Dana Holt"),
    ],
)
def test_names_that_differ_only_in_form_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Authority", "Port Authority"),
        ("Velmo", "Velmo Shipping"),
        ("Islamic State", "Islamic Front"),
        ("AP", "AFP"),
    ],
)
def test_names_that_differ_have_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Karim", "Qarim"), ("Tarqah", "Tarka"), ("Boonsri", "Bunsri"), ("Sayyed", "Saied"), ("Mohammad", "Muhamad")],
)
def test_transliterations_of_one_sound_have_one_sound_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


def test_the_article_of_a_place_makes_no_sound() -> None:
    assert place_sound("Ar-Tarqah") == place_sound("Tarka")


def test_particles_and_initials_are_no_words_of_a_person() -> None:
    assert person_words("Omar F. al-Tarsi") == ("omar", "tarsi")


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Northern Salvage Group", ("nsg",)), ("Bureau of Sea Safety", ("bss", "boss")), ("Velmo", ())],
)
def test_initials_with_and_without_small_words(name: str, initials: tuple[str, ...]) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize(
    ("name", "expected"), [("NSG", True), ("U.N.", True), ("Nsg", False), ("A", False), ("ABCDEFGHI", False)]
)
def test_an_acronym_is_made_of_two_to_eight_capitals(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected


def test_agencies_are_known_by_the_key_of_their_name() -> None:
    assert agency_names()[name_key("AFP")] == "Agence France-Presse"


def test_everyday_words_are_common_and_names_are_not() -> None:
    assert "water" in common_words()
    assert "velmo" not in common_words()


@given(st.text(max_size=60))
def test_any_text_has_a_key_and_a_slug_that_an_id_can_hold(text: str) -> None:
    assert isinstance(name_key(text), str)
    assert slug(text)
    assert not slug(text).startswith("-")
    assert all(part for part in name_words(text))
