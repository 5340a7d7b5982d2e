"""What reports are compared by when they are gathered into stories: their words, and whom they name.

A vector is made of a report alone. The weights are a table, not counts of the collection, so that what one report adds
changes nothing between others. They are whole numbers: sums of them are the same in whatever order they are made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from math import log, sqrt

from reportedly.data import load_table, word_set
from reportedly.errors import TableError
from reportedly.reading.sentences import lemma_of
from reportedly.report import Report

TABLE = "account/telling.toml"
NAMES = "names.toml"
DAYS = "account/names.toml"
LEADING = 4000
"""Characters of a report that are compared: news says first what it is about."""
TELLING = 40
"""Heaviest words per report that lead to others that may be alike."""
NAME_WEIGHT = 2.0
"""How much more a word tells that the report writes with a capital only: it is mostly a name."""
PERSONS = 0.234
"""What a person whom both name in full adds to the cosine of two reports."""
AGES = 0.13
"""What an age that both give adds: "a 17-year-old"."""
FEW = 2
"""Persons (and ages) of a report up to which each counts in full; what the many of a long list add is as much."""
KNOWN_SURNAME = 2.0
"""A word that weighs no more than this is nobody's surname."""
UNIT = 1 << 24
"""The length that the words of a vector have together."""
TOKEN = re.compile(r"[^\W\d_]+|\d+|[.!?\n]")
DIGITS = 2
"""An age has two digits; of children of one a report tells too often for it to say which."""

Vector = Mapping[str, int]


def vector_of(report: Report) -> Vector:
    """The words of a report with their weights, which have the length ``UNIT``; persons and ages come on top."""
    body = TOKEN.findall(report.text[:LEADING])
    small = {token for token in body if token.islower()}
    names, plain = Counter[str](), Counter[str]()
    for token, times in Counter(body).items():
        _count(token, times, token[0].isupper() and token.lower() not in small, names, plain)
    for token in TOKEN.findall(report.title or ""):
        _count(token, 1, False, names, plain)
    weights = _weights_of(names, plain)
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    found = {word: round(UNIT * weight / length) for word, weight in sorted(weights.items())}
    return {**found, **_marks("person", PERSONS, _persons(body)), **_marks("age", AGES, _ages(body))}


def telling_of(vector: Vector) -> Vector:
    """The heaviest words of a report, by which others are found that may be alike; an age alone leads to nobody."""
    words = [word for word in vector if " " not in word]
    return {word: vector[word] for word in sorted(words, key=lambda word: (-vector[word], word))[:TELLING]}


def inner(first: Vector, second: Vector) -> int:
    """The inner product of two vectors."""
    return sum([first[word] * second[word] for word in first.keys() & second.keys()])


def likeness(first: Vector, second: Vector) -> float:
    """The cosine of the words of two reports, and what persons and ages in common add to it."""
    return inner(first, second) / UNIT**2


def weight_of(lemma: str) -> float:
    """How telling a word is; 0 for words that stand in every text, and for single letters."""
    return 0.0 if len(lemma) < 2 else _weights().get(lemma, _rare())


@cache
def _weights() -> dict[str, float]:
    """The table of word weights.

    Raises:
        TableError: a word stands in two bands.
    """
    weights: dict[str, float] = {}
    for band in load_table(TABLE)["band"]:
        for word in band["words"]:
            if word in weights:
                raise TableError(TABLE, f"{word} stands in two bands")
            weights[word] = float(band["weight"])
    return weights


@cache
def _rare() -> float:
    return float(load_table(TABLE)["rare"])


def _following(tokens: list[str]) -> Iterator[tuple[str, str]]:
    """Each token after the one before it."""
    return zip([".", *tokens], tokens, strict=False)


def _count(token: str, times: int, is_name: bool, names: Counter[str], plain: Counter[str]) -> None:
    lower = token.lower()
    if not lower.isalpha():
        return
    if is_name and lower not in word_set(DAYS, "calendar"):
        names[lower] += times
    else:
        plain[lemma_of(lower)] += times


def _weights_of(names: Counter[str], plain: Counter[str]) -> dict[str, float]:
    """The weight of each word by how often it is told (a logarithm) and how telling it is."""
    weights = dict[str, float]()
    for counts, factor in ((names, NAME_WEIGHT), (plain, 1.0)):
        for word, count in counts.items():
            weights[word] = weights.get(word, 0.0) + factor * (1 + log(count)) * weight_of(word)
    return {word: weight for word, weight in weights.items() if weight}


def _persons(tokens: list[str]) -> set[str]:
    """Persons who are named in full, by a known given name and a surname that is no common word of the news."""
    return {
        f"{before} {token}".lower()
        for before, token in _following(tokens)
        if before.lower() in _given() and token[0].isupper() and before[0].isupper() and _is_surname(token.lower())
    }


def _is_surname(word: str) -> bool:
    return len(word) > 2 and weight_of(word) > KNOWN_SURNAME and word not in word_set(DAYS, "calendar")


@cache
def _given() -> frozenset[str]:
    lists = ("given", "female_given", "male_given")
    return frozenset(name.lower() for key in lists for name in word_set(NAMES, key))


def _ages(tokens: list[str]) -> set[str]:
    """Ages of people: "17-year-old", "Ann Ode, 34, said"."""
    return {
        token
        for (before, token), after in zip(_following(tokens), [*tokens[1:], "."], strict=False)
        if token.isdigit() and len(token) == DIGITS and (after.lower() == "year" or before.istitle())
    }


def _marks(kind: str, worth: float, found: set[str]) -> dict[str, int]:
    """What a report shares beside its words; ``worth`` is what one in common adds to the likeness."""
    each = round(UNIT * sqrt(worth * min(1.0, FEW / max(1, len(found)))))
    return {f"{kind} {name}": each for name in sorted(found)}
