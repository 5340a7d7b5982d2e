"""When two names may be one: the tests, each for one reason."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from math import cos, hypot, radians

from rapidfuzz.fuzz import ratio

from reportedly.account.names import (
    TABLE,
    common_words,
    full_words,
    given_names,
    initials_of,
    is_acronym,
    name_key,
    name_words,
    person_words,
    singular,
    sound_key,
)
from reportedly.data import word_set
from reportedly.reading.reading import Location

SAME_SOUND = 90.0
"""Likeness (0-100) of two surnames' sounds from which they are one spelling, given equal first names."""
NEAR_SOUND = 70.0
"""The same where the two also share a title."""
LONG = 8
"""Letters of a surname from which ``LONG_SOUND`` is enough: long surnames are seldom alike by chance."""
LONG_SOUND = 80.0
EQUAL = 100.0
FIRST_SOUND = 85.0
"""Likeness of first names' sounds from which they are one spelling, given equal surnames: "Arpakorn", "Apakorn"."""
LONG_FIRST = 6
"""Letters of a first name below which that says nothing: "Anna", "Anne"."""
LONG_END = 4
"""Letters of a last word that may stand for a whole name."""
NO_ROWS: frozenset[int] = frozenset()
NEAR = 0.25
"""Degrees within which two entries of the gazetteer may be one place (a town and its district)."""


def same_given(first: str, second: str) -> bool:
    """Whether two first names may be one: equal in sound, or one the other's initial or short form ("Jon",
    "Jonathan"; "Bill", "William").
    """
    if first == second or sound_key(first) == sound_key(second):
        return True
    if not given_names().get(first, NO_ROWS).isdisjoint(given_names().get(second, NO_ROWS)):
        return True
    short, long = sorted((first, second), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


def same_person_name(first: str, second: str) -> bool:
    """Whether two full names are one person's: the same surname, first names that agree ("Abdel al-Sisi", "Abdel
    Fattah al-Sisi").
    """
    one, other = person_words(first), person_words(second)
    if is_cut(first, second) or is_cut(second, first):
        return True
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    return same_given(one[0], other[0]) or set(one) <= set(other) or set(other) <= set(one)


def is_cut(short: str, long: str) -> bool:
    """Whether a full name ends at the other's hyphen: "Han Jae" of "Han Jae-ok"."""
    return len(person_words(short)) > 1 and long.startswith(f"{short}-")


def spelt_alike(first: str, second: str, shared_title: bool) -> bool:
    """Whether two full names are transliterations of one: equal in sound in one word, alike in the others."""
    one, other = person_words(first), person_words(second)
    if len(one) != len(other) or len(one) < 2:
        return False
    likeness = [ratio(sound_key(a), sound_key(b)) for a, b in zip(one, other, strict=True)]
    if likeness[0] < EQUAL:
        return (
            min(likeness[1:]) == EQUAL and likeness[0] >= FIRST_SOUND and min(len(one[0]), len(other[0])) >= LONG_FIRST
        )
    worst = min(likeness[1:])
    long = min(len(one[-1]), len(other[-1])) >= LONG
    return worst >= SAME_SOUND or (long and worst >= LONG_SOUND) or (shared_title and worst >= NEAR_SOUND)


def completes(short: str, long: str, table: str = "completing") -> bool:
    """Whether the longer name only adds a word that makes nothing else of it: "Acme" and "Acme Holdings"; ``table``
    lists such words.
    """
    few, many = name_words(short), name_words(long)
    alike = tuple(map(singular, many[: len(few)])) == tuple(map(singular, few))
    if not 0 < len(few) < len(many) or not alike or (len(few) == 1 and few[0] in common_words()):
        return False
    return all(word in word_set(TABLE, table) for word in many[len(few) :])


def shortens(long: str, short: str) -> bool:
    """Whether the shorter name leaves out words of the longer one before a last word that tells: "SEALs" of "Thai
    Navy SEALs".
    """
    few, many = _singular_words(short), _singular_words(long)
    if not 0 < len(few) < len(many) or few[-1] != many[-1] or len(few[-1]) < LONG_END:
        return False
    left = iter(many)
    return _tells(few[-1]) and all(word in left for word in few)


def ends(long: str, short: str) -> bool:
    """Whether the longer name ends in the words of the shorter one: "canal authority", "Velmo Canal Authority"."""
    few, many = _singular_words(short), _singular_words(long)
    return 0 < len(few) < len(many) and many[-len(few) :] == few


def extends(long: str, short: str) -> bool:
    """Whether the longer name goes on from the shorter one without becoming another's: "Velmo Kisen" of "Velmo",
    "League of Orno" of "League", "Treasury Department" of "Treasury"; but not "Orno League Youth Council" of "Orno
    League".
    """
    few, many = _singular_words(short), _singular_words(long)
    if not 0 < len(few) < len(many) or many[: len(few)] != few or (len(few) == 1 and few[0] in common_words()):
        return False
    added = many[len(few) :]
    if added[0] in word_set(TABLE, "small") or completes(short, long):
        return True
    others = word_set(TABLE, "parts") | (word_set(TABLE, "body_nouns") if len(added) > 1 else frozenset())
    return others.isdisjoint(added)


def one_body_name(first: str, second: str) -> bool:
    """Whether two names that one report takes for one may be one body's: one says less of the other, or its
    initials.
    """
    if name_key(first) == name_key(second) or _strong_words(first) == _strong_words(second):
        return True
    pairs = ((first, second), (second, first))
    return any(ends(*pair) or extends(*pair) or _is_letters_of(*pair) for pair in pairs)


def _is_letters_of(long: str, short: str) -> bool:
    """Whether the shorter name may be initials of the longer one, whatever words they skip."""
    return is_acronym(short) and name_key(short)[:1] in {word[0] for word in name_words(long)}


def _singular_words(name: str) -> tuple[str, ...]:
    return tuple(map(singular, full_words(name)))


def _strong_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _singular_words(name) if word not in word_set(TABLE, "small"))


def _tells(word: str) -> bool:
    """Whether a word tells one body from others: no word of everyday English, no noun that many names end in."""
    return word not in common_words() and word not in word_set(TABLE, "body_nouns")


def abbreviates(short: str, long: str) -> bool:
    """Whether one name is the initials of the other: "SDF" of "Syrian Democratic Forces". Well-known initials ("EU")
    are of their own body only.
    """
    if not is_acronym(short):
        return False
    letters = short.replace(".", "").casefold()
    return name_key(short) in {letters, name_key(long)} and letters in initials_of(long)


def share_title(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether two people bear a title in common, by its last word ("deputy governor", "governor")."""
    return bool(
        {title.rpartition(" ")[2].casefold() for title in first}
        & {title.rpartition(" ")[2].casefold() for title in second}
    )


def same_spot(first: Location | None, second: Location | None) -> bool | None:
    """Whether two places of the gazetteer are one; None where either is not known there."""
    if first is None or second is None:
        return None
    if first.geonames_id is not None and first.geonames_id == second.geonames_id:
        return True
    east = (first.longitude - second.longitude) * cos(radians(first.latitude))
    return hypot(first.latitude - second.latitude, east) <= NEAR


def any_pair(first: Iterable[str], second: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Every pair of a name of the one and a name of the other."""
    return product(first, second)
