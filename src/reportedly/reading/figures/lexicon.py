"""The tables behind the figures (``data/figures*.toml``), shaped for fast look-up and checked when they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.reading import Token

NUMBERS, NOUNS, RELATIONS = "figures.toml", "figures_nouns.toml", "figures_relations.toml"
GRAMMAR = "figures_grammar.toml"
CLASSES = ("people", "ships", "vehicles", "aircraft", "buildings", "households", "animals", "votes", "shots")
BOUNDS = ("least", "more", "most", "less", "about")
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by one of their words (the first or the last): the words and what they mean, longest first."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its name and its kind ("length", "money", "share", "duration", …)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Numerals:
    """Words that make numbers, and words around numbers."""

    words: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    vague: Mapping[str, int]
    parts: Mapping[str, float]
    before: Phrases
    after: Phrases
    spanned: frozenset[str]
    skipped: frozenset[str]
    starts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measures:
    """Units by the first word of their names, signs of money, and dimensions ("long", "deep")."""

    units: Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]
    currency: Mapping[str, str]
    dimensions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """Words that show that a number is no quantity."""

    labels: frozenset[str]
    emergency: frozenset[str]
    dispatch: frozenset[str]
    streets: frozenset[str]
    months: frozenset[str]
    clock: frozenset[str]
    before_year: frozenset[str]
    windows: frozenset[str]
    idle_one: frozenset[str]
    before_pronoun_one: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nouns:
    """Counted nouns: class by lemma, plurals with another form, words that end the noun phrase."""

    classes: Mapping[str, str]
    plurals: Mapping[str, str]
    states: frozenset[str]
    stop: frozenset[str]
    zero: frozenset[str]
    idle: frozenset[str]
    harms: frozenset[str]
    tolls: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations by the lemma that gives them, by the part it plays; phrases by their first (``after``) or last
    (``before``) word.
    """

    object: Mapping[str, str]
    subject: Mapping[str, str]
    adjective: Mapping[str, str]
    noun: Mapping[str, str]
    toll: Mapping[str, str]
    value: frozenset[str]
    after: Phrases
    before: Phrases


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small classes of words, each named and explained in ``figures_grammar.toml``; ``money`` gives relations by
    lemma.
    """

    be: frozenset[str]
    auxiliary: frozenset[str]
    breaks: frozenset[str]
    wrongly: frozenset[str]
    object_starts: frozenset[str]
    passed: frozenset[str]
    reflexive: frozenset[str]
    joints: frozenset[str]
    linking: frozenset[str]
    wishes: frozenset[str]
    conveying: frozenset[str]
    hospitals: frozenset[str]
    companions: frozenset[str]
    change: frozenset[str]
    expected: frozenset[str]
    lasted: frozenset[str]
    elapsed_before: frozenset[str]
    elapsed_after: frozenset[str]
    sentenced: frozenset[str]
    jail: frozenset[str]
    lasting: frozenset[str]
    headline: frozenset[str]
    fillers: frozenset[str]
    ambiguous_units: frozenset[str]
    priced: frozenset[str]
    people_relations: frozenset[str]
    not_personal: frozenset[str]
    personal_endings: tuple[str, ...]
    money: Mapping[str, str]
    irregular: Mapping[str, str]


@cache
def grammar() -> Grammar:
    """The small classes of words.

    Raises:
        TableError: a class is missing, or is none that is used.
    """
    words = dict(_section(GRAMMAR, "words"))
    endings = tuple(words.pop("personal_endings", ()))
    if set(words) != set(Grammar.__slots__) - {"personal_endings", "money", "irregular"}:
        raise TableError(GRAMMAR, "[words] must hold exactly the classes that the reader uses")
    irregular = _section(GRAMMAR, "irregular")
    sets = {name: frozenset(row) for name, row in words.items()}
    return Grammar(**sets, personal_endings=endings, money=_inverted("money", GRAMMAR), irregular=irregular)


@cache
def numerals() -> Numerals:
    """Number words and bounds.

    Raises:
        TableError: the table lacks a section or holds a word of the wrong kind.
    """
    words, scales = _numbers("words"), _numbers("scales")
    vague, parts = _numbers("vague"), _section(NUMBERS, "parts")
    determiners = _section(NUMBERS, "determiners")
    first = {phrase.split()[0] for phrase in vague}
    return Numerals(
        words=words,
        scales=scales,
        short_scales=_numbers("short_scales"),
        vague=vague,
        parts=parts,
        before=_phrases(NUMBERS, "before", last=True),
        after=_phrases(NUMBERS, "after", last=False),
        spanned=frozenset(determiners["spanned"]),
        skipped=frozenset(determiners["skipped"]),
        starts=frozenset(words)
        | first
        | {"a", "an", "half", "no", "nobody", "none", "hundred", "thousand", "million", "dozen"},
    )


@cache
def measures() -> Measures:
    """Units of measure and of money.

    Raises:
        TableError: a unit has no kind or no words, or two units share a name.
    """
    units: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for name, row in _section(NUMBERS, "units").items():
        if not isinstance(row, list) or len(row) < 2:
            raise TableError(NUMBERS, f"unit {name} needs a kind and at least one word")
        for phrase in row[1:]:
            words = tuple(phrase.split())
            units.setdefault(words[0], []).append((words, Unit(name, row[0])))
    ordered = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in units.items()}
    return Measures(ordered, _section(NUMBERS, "currency"), _section(NUMBERS, "dimensions"))


@cache
def lookalikes() -> Lookalikes:
    """Words beside numbers that count nothing."""
    section = _section(NUMBERS, "lookalikes")
    return Lookalikes(**{name: frozenset(section[name]) for name in Lookalikes.__slots__})


@cache
def nouns() -> Nouns:
    """Counted nouns and their units.

    Raises:
        TableError: a noun stands in two classes.
    """
    table = load_table(NOUNS)
    classes: dict[str, str] = {}
    for name in CLASSES:
        for noun in table[name]:
            if classes.setdefault(noun, name) != name:
                raise TableError(NOUNS, f"{noun} is both {classes[noun]} and {name}")
    return Nouns(
        classes=classes,
        plurals=table["plurals"],
        states=frozenset(table["states"]["words"]),
        stop=frozenset(table["stop"]["words"]),
        zero=frozenset(table["zero"]["words"]),
        idle=frozenset(table["idle"]["words"]),
        harms=frozenset(table["harms"]["words"]),
        tolls=frozenset(table["tolls"]["words"]),
    )


@cache
def relations() -> Relations:
    """What governing words say of the things counted.

    Raises:
        TableError: a word gives two relations in one part.
    """
    return Relations(
        object=_inverted("object"),
        subject=_inverted("subject"),
        adjective=_inverted("adjective"),
        noun=_inverted("noun"),
        toll=_inverted("toll"),
        value=frozenset(_section(RELATIONS, "value")["verbs"]),
        after=_phrases(RELATIONS, "after", last=False),
        before=_phrases(RELATIONS, "before", last=True),
    )


def verb_of(token: Token) -> str:
    """The dictionary form of a word as a verb: "shot" is a noun to a dictionary, and here "shoot"."""
    return grammar().irregular.get(token.lower, token.lemma)


def _section(table: str, name: str) -> dict[str, Any]:
    section = load_table(table).get(name)
    if not isinstance(section, dict):
        raise TableError(table, f"section [{name}] is missing")
    return section


def _numbers(name: str) -> Mapping[str, int]:
    section = _section(NUMBERS, name)
    if not all(isinstance(value, int) for value in section.values()):
        raise TableError(NUMBERS, f"[{name}] must give whole numbers")
    return section


def _phrases(table: str, name: str, *, last: bool) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meaning, phrases in _section(table, name).items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[-1] if last else words[0], []).append((words, meaning))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


def _inverted(name: str, table: str = RELATIONS) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for relation, words in _section(table, name).items():
        for word in words:
            if found.setdefault(word, relation) != relation:
                raise TableError(table, f"[{name}] {word} is both {found[word]} and {relation}")
    return found
