"""Triggers in a sentence: which words tell of an event, of which type, with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Protocol

from reportedly.reading.events.grammar import (
    ADVERB,
    BASE,
    BE,
    DETERMINER,
    DO,
    GERUND,
    MARK,
    MODAL,
    NUMBER,
    PAST,
    word_list,
)
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.lexicon import GAP, NONE, Pattern, lexicon
from reportedly.reading.events.matches import Found, Match

LONGEST_GAP = 6
LONGEST_FILLER = 2
CURRENCIES = frozenset("$€£¥₹")


class Syntax(Protocol):
    """How the participants of a trigger are told: by the parse, or by positions alone."""

    def read(self, match: Match) -> Found | None:
        """The event that a match tells; None where the words do not stand as its frame asks for."""

    def untyped(self, at: int) -> Iterator[Found]:
        """The event of a verb that no pattern fits, if it tells one."""


def find_triggers(layout: Layout, syntax: Syntax) -> Iterator[Found]:
    """The events that the sentence tells, in order of their triggers; no word belongs to two.

    A word of a time expression tells of none ("on 3 [March]"). A light verb ("[began] their assault") gives way to
    the noun that it carries.
    """
    present = frozenset(layout.keys).union(token.lower for token in layout.tokens)
    taken = set() if present.isdisjoint(_idioms()) else set(idiom_tokens(layout))
    events: list[Found] = []
    known = lexicon().patterns
    for at, (key, token) in enumerate(zip(layout.keys, layout.tokens, strict=True)):
        if at in taken or layout.dated[at]:
            continue
        patterns = _patterns_of(key, token.lower, known)
        found = _best_of(patterns, layout, syntax, at, present) if patterns else None
        if found is not None:
            taken.update(found[1].at)
        if found is not None and found[0].type != NONE:
            events.append(found[0])
        elif layout.verbal[at]:
            events.extend(syntax.untyped(at))
    light = {found.anchor for found in events if found.is_carried}
    return (found for found in events if not (found.first in light and found.first == found.last))


def idiom_tokens(layout: Layout) -> Iterator[int]:
    """The tokens of phrases whose words tell of no event ("a great [deal] of")."""
    lowered = tuple(token.lower for token in layout.tokens)
    idioms = _idioms()
    for at in [at for at, word in enumerate(lowered) if word in idioms]:
        for words in idioms[lowered[at]]:
            if lowered[at : at + len(words)] == words:
                yield from range(at, at + len(words))


@cache
def _idioms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Idioms by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(word_list("idioms")):
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _best_of(
    patterns: tuple[Pattern, ...], layout: Layout, syntax: Syntax, at: int, present: frozenset[str]
) -> tuple[Found, Match] | None:
    """The first of the patterns of the word at ``at`` whose words and constraints fit, the most specific first.

    ``present`` are the words of the sentence: most patterns fall away for want of one.
    """
    for pattern in patterns:
        if len(pattern.words) > 1 and not present.issuperset(pattern.needed):
            continue
        if not _fits_frame(layout, at, pattern):
            continue
        match = _match(layout, at, pattern)
        found = syntax.read(match) if match is not None else None
        if match is not None and found is not None:
            return found, match
    return None


def _patterns_of(key: str, lower: str, known: Mapping[str, tuple[Pattern, ...]]) -> tuple[Pattern, ...]:
    """The patterns that begin with a word, by its dictionary form and then as it is written."""
    found = known.get(key, ())
    return found if key == lower else found + known.get(lower, ())


def _match(layout: Layout, at: int, pattern: Pattern) -> Match | None:
    """Lay the words of a pattern on the tokens from ``at``."""
    indexes = [at]
    room = LONGEST_FILLER
    for word in pattern.words[1:]:
        if word == GAP:
            room = LONGEST_GAP
            continue
        index = _find_word(layout, indexes[-1] + 1, word, room)
        if index is None or (pattern.frame == "nouns" and layout.verbal[index]):
            return None
        indexes.append(index)
        room = LONGEST_FILLER
    return Match(pattern, tuple(indexes))


def _fits_frame(layout: Layout, at: int, pattern: Pattern) -> bool:
    if pattern.frame == "nouns":
        if layout.has(at, BASE) and layout.has(_before(layout, at), MODAL | DO):
            return False
        inflected = layout.has(at, GERUND | PAST) and not layout.has(at, BASE)
        return not layout.verbal[at] and (not inflected or layout.tokens[at].lower == pattern.words[0])
    if pattern.frame == "states":
        return True
    return layout.verbal[at] or (pattern.words[0] == "be" and layout.has(at, BE))


def _before(layout: Layout, at: int) -> int:
    """The word before, adverbs and negations left out ("will [not] deal with it" has no noun "deal")."""
    before = at - 1
    while layout.has(before, ADVERB) and not layout.has(before, DETERMINER):
        before -= 1
    return before


def _find_word(layout: Layout, start: int, word: str, room: int) -> int | None:
    """The next token spelled so, within ``room`` tokens; a short room holds only articles, adverbs and numbers."""
    for index in range(start, min(len(layout), start + room + 1)):
        if layout.keys[index] == word or layout.tokens[index].lower == word:
            return index
        if layout.has(index, MARK) and layout.tokens[index].text not in CURRENCIES:
            return None
        if room == LONGEST_GAP and layout.word(index) == "that":
            return None
        if room == LONGEST_FILLER and not layout.has(index, DETERMINER | ADVERB | NUMBER):
            return None
    return None
