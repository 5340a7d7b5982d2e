"""The table behind the casualties (``data/figures_casualties.toml``), shaped for fast look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from reportedly.data import load_table, word_set
from reportedly.errors import TableError
from reportedly.reading.figures.lexicon import Phrases

TABLE = "figures_casualties.toml"
Harm = Literal["killed", "hurt", "hit"]
"""What happened to a person; ``hit`` (shot, struck) leaves open whether they lived."""
HARMS: tuple[Harm, ...] = ("killed", "hurt", "hit")


@dataclass(frozen=True, slots=True)
class Casualties:
    """Words that tell of harm, each with the harm, by the part they play; then small classes of words, each explained
    in the table.
    """

    done: Mapping[str, Harm]
    does: Mapping[str, Harm]
    state: Mapping[str, Harm]
    nouns: Mapping[str, Harm]
    before: Mapping[str, Harm]
    phrases: Phrases
    background: tuple[str, ...]
    manifold: Mapping[str, int]
    male: frozenset[str]
    female: frozenset[str]
    living: frozenset[str]
    deceased: frozenset[str]
    impersonal: frozenset[str]
    negation: frozenset[str]
    open: frozenset[str]
    onward: frozenset[str]
    fresh: frozenset[str]
    links: frozenset[str]
    ends: frozenset[str]
    acting: frozenset[str]
    circumstance: frozenset[str]
    object: frozenset[str]
    subjects: frozenset[str]
    fatal: frozenset[str]
    relatives: frozenset[str]
    posts: frozenset[str]
    deaths: frozenset[str]
    roles: Mapping[str, str]
    worn: frozenset[str]
    kin: frozenset[str]
    trials: frozenset[str]


@cache
def casualties() -> Casualties:
    """The words of harm.

    Raises:
        TableError: a section is missing, or a word tells two harms in one part.
    """
    return Casualties(
        done=_inverted("done"),
        does=_inverted("does"),
        state=_inverted("state"),
        nouns=_inverted("nouns"),
        before=_inverted("before"),
        phrases=_phrases(),
        background=tuple(_section("background")["phrases"]),
        manifold=_section("manifold"),
        male=word_set("mentions/heads.toml", "male") | word_set("names.toml", "male_given"),
        female=word_set("mentions/heads.toml", "female") | word_set("names.toml", "female_given"),
        living=_words("living"),
        deceased=_words("deceased"),
        impersonal=_words("impersonal"),
        negation=_words("negation"),
        open=_words("open"),
        onward=_words("onward"),
        fresh=_words("fresh"),
        links=_words("links"),
        ends=_words("ends"),
        acting=_words("acting"),
        circumstance=_words("circumstance"),
        object=_words("object"),
        subjects=_words("subjects"),
        fatal=_words("fatal"),
        relatives=_words("relatives"),
        posts=_words("posts"),
        deaths=_words("deaths"),
        worn=_words("worn"),
        kin=_words("kin"),
        trials=_words("trials"),
        roles={word: role for role, words in _section("roles").items() for word in words},
    )


def _section(name: str) -> dict[str, Any]:
    section = load_table(TABLE).get(name)
    if not isinstance(section, dict):
        raise TableError(TABLE, f"section [{name}] is missing")
    return section


def _words(name: str) -> frozenset[str]:
    return frozenset(_section(name)["words"])


def _inverted(part: str) -> Mapping[str, Harm]:
    found: dict[str, Harm] = {}
    for harm in HARMS:
        for word in _section(part).get(harm, ()):
            if found.setdefault(word, harm) != harm:
                raise TableError(TABLE, f"[{part}] {word} is both {found[word]} and {harm}")
    return found


def _phrases() -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meaning, phrases in _section("phrases").items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, meaning))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}
