"""The table behind the casualties (``data/figures_casualties.toml``), shaped for fast look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.data import load_table, word_set
from reportedly.errors import TableError

TABLE = "figures_casualties.toml"
Harm = Literal["killed", "hurt", "hit"]
"""What happened to a person; ``hit`` (shot, struck) leaves open whether they lived."""
HARMS: tuple[Harm, ...] = ("killed", "hurt", "hit")
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Casualties:
    """Words that tell of harm, each with the harm, by the part they play."""

    done: Mapping[str, Harm]
    does: Mapping[str, Harm]
    state: Mapping[str, Harm]
    nouns: Mapping[str, Harm]
    before: Mapping[str, Harm]
    phrases: Phrases
    living: frozenset[str]
    deceased: frozenset[str]
    impersonal: frozenset[str]
    negation: frozenset[str]
    open: frozenset[str]
    onward: frozenset[str]
    fresh: frozenset[str]
    manifold: Mapping[str, int]
    links: frozenset[str]
    background: tuple[str, ...]
    male: frozenset[str]
    female: frozenset[str]


@cache
def casualties() -> Casualties:
    """The words of harm.

    Raises:
        TableError: a section is missing, or a word tells two harms in one part.
    """
    table = load_table(TABLE)
    missing = set(Casualties.__slots__) - {"male", "female", *table}
    if missing:
        raise TableError(TABLE, f"section [{min(missing)}] is missing")
    lists = ("deceased", "impersonal", "negation", "open", "onward", "fresh", "living", "links")
    return Casualties(
        **{part: _inverted(part) for part in ("done", "does", "state", "nouns", "before")},
        **{name: frozenset(table[name]["words"]) for name in lists},
        phrases=_phrases(),
        manifold=table["manifold"],
        background=tuple(table["background"]["phrases"]),
        male=word_set("mentions/heads.toml", "male") | word_set("names.toml", "male_given"),
        female=word_set("mentions/heads.toml", "female") | word_set("names.toml", "female_given"),
    )


def _inverted(part: str) -> Mapping[str, Harm]:
    found: dict[str, Harm] = {}
    for harm in HARMS:
        for word in load_table(TABLE)[part].get(harm, ()):
            if found.setdefault(word, harm) != harm:
                raise TableError(TABLE, f"[{part}] {word} is both {found[word]} and {harm}")
    return found


def _phrases() -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meaning, phrases in load_table(TABLE)["phrases"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, meaning))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}
