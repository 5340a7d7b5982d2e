"""The dictionary of English words: what is an ordinary word, what is written with a capital, and dictionary forms.

The word list is simplemma's (MIT), which was made from Wiktionary and other open lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache


@cache
def _entries() -> Mapping[str, str]:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    entries: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary("en")
    return entries


@lru_cache(maxsize=65536)
def is_ordinary(lower: str) -> bool:
    """Whether the word stands in the dictionary in lower case and not with a capital ("ship", not "mark" or "syrian")."""
    entries = _entries()
    return lower in entries and lower.capitalize() not in entries


@lru_cache(maxsize=65536)
def is_known(lower: str) -> bool:
    """Whether the word stands in the dictionary in either case."""
    entries = _entries()
    return lower in entries or lower.capitalize() in entries
