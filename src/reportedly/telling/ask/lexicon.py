"""Which words of a question and of a report mean the same, from ``data/ask.toml`` and the words that tell of events."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from reportedly.data import load_table
from reportedly.reading.events.lexicon import lexicon as event_words

TABLE = "ask.toml"
MOST_TYPES = 2
"""A word that tells of more types of events than these ("take") is too vague to stand for others."""
MOST_WORDS = 40
"""Nor does a type that so many words tell of ("attack") make them alike."""


def table() -> dict[str, Any]:
    """The whole table."""
    return load_table(TABLE)


@cache
def empty_words() -> frozenset[str]:
    """Words that say nothing about what is asked."""
    return frozenset(table()["empty"])


@cache
def words_for(name: str) -> frozenset[str]:
    """The words under a name of ``[words]``, or a list at the top."""
    found = table()["words"].get(name) or table()[name]
    return frozenset(found)


@cache
def _alike() -> dict[str, frozenset[str]]:
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for group in [*table()["same"]["groups"], *load_table("hypernyms.toml")["same"], *_by_event()]:
        for word in group:
            joined[word].update(group)
    return {word: frozenset(others - {word}) for word, others in joined.items()}


def _by_event() -> list[set[str]]:
    """Words that alone tell of one type of event: "detain" and "arrest"."""
    types: defaultdict[str, set[str]] = defaultdict(set)
    for patterns in event_words().patterns.values():
        for pattern in patterns:
            if len(pattern.needed) == 1:
                types[pattern.needed[0]].add(pattern.type)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for word, told in types.items():
        for each in told if len(told) <= MOST_TYPES else ():
            words[each].add(word)
    return [group for group in words.values() if len(group) <= MOST_WORDS]


def alike(lemma: str) -> frozenset[str]:
    """Other words that answer a question with this one, by dictionary form."""
    return _alike().get(lemma, frozenset()) | frozenset(table()["means"].get(lemma, ()))
