"""Words in capitals amid running text: other headlines and buttons of a page, whose capitals tell nothing."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.dictionary import is_ordinary
from reportedly.reading.mentions.lexicon import COUNTRIES, DATE_WORDS, FUNCTION, KNOWN_KINDS
from reportedly.reading.reading import Token

LEAST = 2
"""Ordinary words in capitals that make a stretch a shout ("SHARE THIS"); "BBC NEWS" and "NEW YORK" have one."""
JOINTS = frozenset({"'s", "'", "-", "!", "?", ",", ":", "…", "&"})


def shouted_words(tokens: Sequence[Token]) -> frozenset[int]:
    """The indexes of tokens that lie in stretches of capitals with ordinary words ("gift PSYCH OUT Jobseeker …")."""
    found: set[int] = set()
    if sum(token.text.isupper() for token in tokens) < LEAST:
        return frozenset()
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and (_is_loud(tokens[last]) or (last > first and tokens[last].lower in JOINTS)):
            last += 1
        if last > first and _is_shout(tokens[first:last]):
            found.update(range(first, last))
        first = max(last, first + 1)
    return frozenset(found)


def _is_loud(token: Token) -> bool:
    return token.text.isupper() and token.text[0].isalpha()


def _is_shout(stretch: Sequence[Token]) -> bool:
    """Whether enough words of the stretch are ones that lower case would have: no name of a country, no known name."""
    shown = " ".join(token.lower for token in stretch)
    if shown in COUNTRIES or shown in KNOWN_KINDS:
        return False
    plain = [token for token in stretch if _is_plain(token)]
    return len(plain) >= LEAST


def _is_plain(token: Token) -> bool:
    """ "US" and "IT" are acronyms as often as words, "MAY" is a month."""
    return (
        len(token.text) > 2 and (is_ordinary(token.lower) or token.lower in FUNCTION) and token.lower not in DATE_WORDS
    )
