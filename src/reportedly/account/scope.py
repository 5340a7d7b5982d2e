"""What a figure counts: the measure, the population and what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from reportedly.account.account import EntityPlace, FigureEntry
from reportedly.account.occasions import OWN
from reportedly.data import load_table, word_set
from reportedly.errors import TableError
from reportedly.reading.sentences import lemma_of
from reportedly.records import quicken

TABLE = "account/measures.toml"
UNITS = "figures.toml"
"""The units of measure that figures are read in; every other unit is a thing that is counted."""
PERSONS = "mentions/heads.toml"
"""Where the nouns for persons stand."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LINK = re.compile(r"\b(?:of|in|on|at|from|for|who|that|which|with|to|by|and)\b")
WITH = re.compile(r"\band (?:their |his |her )?(famil|relative|dependant|dependent|child|wi[fv]e)")
BOUND = re.compile(r"\bmore than\b|\bno more\b")
VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|several|many)\b", re.IGNORECASE)
Part = Literal["whole", "increment", "lesser", "beyond"]
Sort = Literal["count", "size", "measure", "clock", "share", "money"]


@quicken
@dataclass(frozen=True, slots=True)
class Scope:
    """What two figures must share to stand in one series.

    ``sort`` is the sort of figure, on which the rest depends: a *count* of what something was done to or that does
    something; the *size* of a population of which nothing is said; a *measure* of something (its length, its age); a
    *clock* (time gone by
    since something happened); a *share*; *money*. ``measure`` is what is said ("killed", "length"), ``population``
    whom it is said of
    ("fighters"), ``narrowed`` the words that narrow it ("foreign"), ``part`` tells whether it counts all or what was
    added, a part of what its report tells in all (*lesser*), or something larger (*beyond*), ``occasion`` what it is
    told of where that is not the story's own event ("in 1953", "a year").
    """

    sort: Sort
    measure: str
    population: str
    narrowed: frozenset[str]
    part: Part
    occasion: str = OWN


@quicken
@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what its report and claim tell about it: what a series needs to know and nothing else.

    ``where`` is the place of the gazetteer that the figure is told for. ``belongs`` is whose measure it is, where
    that is known: an entity id, or a description that the reports share ("coach"), and ``whose`` the words for it.
    ``part_of`` is true for the larger number in "four of the 12 boys", ``instead_of`` is the value that the report says
    this one takes the place of ("38, not 41"), ``occasion`` what it is told of, as ``occasions`` gives it. ``in_head``
    tells whether it stands in the first sentences of its report. ``standing`` and ``within`` are found from the counts
    around it: whether it tells a whole, and the place of which alone it tells.
    """

    figure: FigureEntry
    published: date | None
    origin: str
    place: str | None
    where: EntityPlace | None
    event: str | None
    order: int
    belongs: str | None = None
    whose: str | None = None
    part_of: bool = False
    instead_of: float | None = None
    occasion: str = OWN
    in_head: bool = False
    standing: Part = "whole"
    place_name: str | None = None
    within: str | None = None


def scope_of(counted: Counted) -> Scope:
    """The scope of a figure, from its unit, its relation and the words for what it counts."""
    figure = counted.figure
    sort = _sort(figure)
    if sort in {"measure", "clock", "money"}:
        return Scope(sort, _unit_kind(figure, sort), "", frozenset(), "whole")
    if sort == "share":
        return Scope(sort, (figure.relation or "share").replace("_", " "), "", frozenset(), "whole")
    head, before = _noun_phrase(figure.counted)
    within = frozenset() if counted.within is None else frozenset({f"in {counted.within}"})
    added = "increment" if _adds(figure, before) else counted.standing
    population = _lookup("populations").get(head, head)
    measure = "size" if counted.part_of else _measure(figure, head)
    return Scope(
        sort="size" if sort == "count" and measure == "size" else sort,
        measure=measure,
        population=population,
        narrowed=_narrowed(figure, head, before) | within,
        part="whole" if measure == "remaining" else added,
        occasion=OWN if measure == "size" else counted.occasion,
    )


def _narrowed(figure: FigureEntry, head: str, before: set[str]) -> frozenset[str]:
    """The words that narrow or widen the population: "foreign divers", "extremists and their families"; a noun for a
    corps narrows by itself: "navy seals" are "seal divers".
    """
    narrowing = frozenset(map(lemma_of, before - _words("neutral") - _words("increment"))) - {head}
    narrowing |= {head} & _words("corps")
    widened = WITH.search(figure.text.lower()) or WITH.search(figure.counted)
    return narrowing | {f"with {widened.group(1)}"} if widened else narrowing


def population_of(noun: str) -> str:
    """The population that a noun names: "boys" and "children" are one."""
    lemma = lemma_of(noun)
    return _lookup("populations").get(lemma, lemma)


def is_generic(noun: str) -> bool:
    """Whether a noun can mean anybody, so that two reports need not mean the same by it: "man", "victim", "driver"."""
    return lemma_of(noun) in _words("generic")


def is_person(noun: str) -> bool:
    """Whether a noun, or the name of a population, means people."""
    words = {noun, *(lemma_of(word) for word in noun.split()[-1:])}
    known = word_set(PERSONS, "person") | word_set(PERSONS, "female") | word_set(PERSONS, "male")
    return not words.isdisjoint(known | _words_of_people())


def growing() -> frozenset[str]:
    """Measures of counts that can only grow."""
    return frozenset(load_table(TABLE)["growing"]["measures"])


def counts_things(figure: FigureEntry) -> bool:
    """Whether a figure counts people or things, rather than measures something or tells a price or a share."""
    return _sort(figure) == "count"


def names_its_noun(figure: FigureEntry) -> bool:
    """Whether the figure says what it counts; "all 13" leaves that to what went before."""
    text = figure.text.lower()
    return any(word in text for word in figure.counted.split())


def is_vague(figure: FigureEntry) -> bool:
    """Whether a figure only gives an order of size ("dozens of people"), which any larger number agrees with."""
    return figure.low is not None and figure.high is None and bool(VAGUE.search(figure.text))


@cache
def _currencies() -> frozenset[str]:
    return frozenset(load_table(UNITS)["currency"].values())


def _sort(figure: FigureEntry) -> Sort:
    units = load_table(UNITS)  # "pounds" are money and weight
    if figure.unit == "percent":
        return "share"
    if figure.unit in _currencies() and figure.relation != "weight":
        return "money"
    if figure.unit not in units["units"]:
        return "count"
    bounded = figure.low is not None
    return "clock" if bounded and figure.relation in _words("clock") else "measure"


def _unit_kind(figure: FigureEntry, sort: Sort) -> str:
    """What of something is measured: its length in feet or metres is one measure, the age of people apart from the
    age of ships.
    """
    if sort == "clock":
        return "elapsed"
    unit = _units().get(figure.unit)
    return f"{figure.relation or ''} {unit[0] if unit else figure.unit}".strip()


def _adds(figure: FigureEntry, before: set[str]) -> bool:
    """Whether it counts what was added ("four more boys", "the last 61 ships", "three other people"); "more than
    20" does not.
    """
    words = set(WORD.findall(BOUND.sub("", figure.text.lower()))) | before
    others = figure.unit == "people" and bool(words & {"other", "others"})
    return others or bool(words & _words("increment"))


def _measure(figure: FigureEntry, head: str) -> str:
    relation = (figure.relation or ("size" if head else figure.unit)).replace("_", " ")
    return _lookup("measures").get(relation, relation)


def _noun_phrase(counted: str) -> tuple[str, set[str]]:
    """The head of a counted noun phrase as a lemma, and the words before it: "foreign divers in the cave" gives
    diver, foreign.
    """
    link = LINK.search(counted, 1)
    words = WORD.findall(counted[: link.start()] if link else counted) or WORD.findall(counted)
    if not words:
        return "", set()
    pair = " ".join(lemma_of(word) for word in words[-2:])
    if pair in _lookup("populations"):
        return pair, set(words[:-2])
    return lemma_of(words[-1]), set(words[:-1])


@cache
def _lookup(section: str) -> Mapping[str, str]:
    """From each word of a section to the name it is listed under.

    Raises:
        TableError: a word stands under two names.
    """
    found: dict[str, str] = {}
    for name, words in load_table(TABLE)[section].items():
        for word in words:
            if word in found:
                raise TableError(TABLE, f"{word} stands under {found[word]} and {name} of [{section}]")
            found[word] = name
    return found


@cache
def _words_of_people() -> frozenset[str]:
    """The names of the populations that are of people."""
    populations, persons = load_table(TABLE)["populations"], word_set(PERSONS, "person")
    return frozenset(name for name, words in populations.items() if not persons.isdisjoint(words))


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load_table(TABLE)[section]["words"])


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    return {unit: (row["kind"], row["factor"]) for unit, row in load_table(TABLE)["units"].items()}


def factor_of(unit: str) -> float:
    """What turns a value of that unit into one of its kind's base unit; 1 for units that are not converted."""
    return _units().get(unit, ("", 1.0))[1]
