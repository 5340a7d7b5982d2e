"""Reports of games: there an attack, a rout and a collapse are moves, and not what the same words tell elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.events.grammar import listed
from reportedly.reading.events.matches import Found
from reportedly.reading.reading import Sentence
from reportedly.records import replace

SHARE = 0.025
"""From this share of words of games among all on a report is one of a game; other reports, those of an attack on a
stadium among them, stay below it.
"""
FEWEST = 6


def is_of_games(sentences: Sequence[Sentence]) -> bool:
    """Whether a report is about a game, a team or a season."""
    words = listed("games", "words")
    told = sum([token.lower in words for sentence in sentences for token in sentence.tokens])
    return told >= FEWEST and told >= SHARE * sum(len(sentence.tokens) for sentence in sentences)


def settle_game(found: Found) -> Found | None:
    """An event of a report of games: a move told by a verb has no type ("the Hawks [attacked]"), one told by a noun is
    no event of its own ("a late [collapse]").
    """
    if found.type not in listed("games", "types"):
        return found
    return None if found.frame in {"nouns", "states"} else replace(found, type="other")
