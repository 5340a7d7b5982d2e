"""When two predicates say the same by one root: "explode" and "explosion", "arrive" and "arrival"."""

from __future__ import annotations

from functools import lru_cache

from reportedly.reading.sentences import lemma_of

ENDINGS = (
    "ization", "isation", "ation", "ition", "ision", "sion", "tion", "ment", "ance", "ence", "ing", "ery", "ure", "ion",
    "al", "er", "or", "ee", "th", "de", "te", "ze", "se", "e",
)  # fmt: skip
"""Endings that make a noun of a verb, and those that a verb loses before them, the longest first."""
LEAST = 4
"""Letters that two words of one root begin with, at least; shorter words are of one root only where they are equal."""


@lru_cache(maxsize=65536)
def root_of(predicate: str) -> str:
    """The root of the word that tells: of "run aground" that of "run", of "explosion" "explo"."""
    word = lemma_of((predicate.split() or [""])[0])
    ending = next((each for each in ENDINGS if word.endswith(each) and len(word) - len(each) >= LEAST), "")
    return word.removesuffix(ending)


@lru_cache(maxsize=65536)
def block_of(predicate: str) -> str:
    """What all predicates of one root have in common: its first letters."""
    return root_of(predicate)[:LEAST]


@lru_cache(maxsize=65536)
def same_root(first: str, second: str) -> bool:
    """Whether two predicates are of one root; several words must be the same but for their endings.

    What is left of a word without its ending may lack a letter of the other: "elec(tion)", "elect". A whole word may
    not: a partner is no part.
    """
    if first == second:
        return True
    if len(first.split()) > 1 and len(second.split()) > 1:
        return first.split()[1:] == second.split()[1:] and same_root(first.split()[0], second.split()[0])
    whole, other = sorted((first, second), key=lambda predicate: len(root_of(predicate)))
    short, long = root_of(whole), root_of(other)
    if short == long:
        return bool(short)
    return short != lemma_of(whole) and len(short) >= LEAST and long.startswith(short) and len(long) == len(short) + 1
