"""The dictionary of English words: what is an ordinary word, what is written with a capital, and dictionary forms.

The word list is simplemma's (MIT), which was made from Wiktionary and other open lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any


@cache
def _factory() -> Any:
    """One factory for all, so that the word list is held in memory once."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory()


@cache
def _entries() -> Mapping[str, str]:
    entries: Mapping[str, str] = _factory().get_dictionary("en")
    return entries


@cache
def lemmatizer() -> Any:
    """The lemmatizer over the same word list; ``lemmatize(word, lang="en")`` gives a dictionary form."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_factory()))


@lru_cache(maxsize=65536)
def is_ordinary(lower: str) -> bool:
    """Whether the word stands in the dictionary in lower case and not with a capital.

    "ship" does; "mark" and "syrian" also stand with a capital.
    """
    entries = _entries()
    return lower in entries and lower.capitalize() not in entries


@lru_cache(maxsize=65536)
def is_known(lower: str) -> bool:
    """Whether the word stands in the dictionary in either case."""
    entries = _entries()
    return lower in entries or lower.capitalize() in entries
