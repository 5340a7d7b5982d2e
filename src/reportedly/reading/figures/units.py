"""Units of measure and of money beside a number: "400m", "200,000-ton", "$9 billion", "5 million euros", "12 per cent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.figures.lexicon import Unit, measures
from reportedly.reading.figures.numbers import HYPHENS, touches, word
from reportedly.reading.reading import Token

AMBIGUOUS = frozenset({"m", "c", "f", "mi", "ha", "nm", "pc", "min", "sec", "won", "rand", "second", "points", "degrees", "stories", "story", "floors", "pounds"})
"""Words that are units only right after digits ("400m", "102 m") or where nothing counted follows them."""


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit over the tokens ``[first, last)``; ``hyphenated`` where it modifies a noun ("200,000-ton ship")."""

    first: int
    last: int
    unit: Unit
    hyphenated: bool = False


def unit_after(tokens: Sequence[Token], index: int) -> UnitSpan | None:
    """The unit that starts at a token, through a hyphen, an adjective of time or "of" ("billions of dollars", "two more days")."""
    at = index
    hyphenated = word(tokens, at) in HYPHENS and touches(tokens, at)
    at += hyphenated
    if not hyphenated:
        at = _past_fillers(tokens, at)
    rows = measures().units.get(word(tokens, at), ())
    for words, unit in rows:
        if all(word(tokens, at + offset) == each for offset, each in enumerate(words)) and _fits(tokens, at, len(words), unit):
            hyphenated = hyphenated or word(tokens, at + len(words)) in HYPHENS
            return UnitSpan(at, at + len(words), unit, hyphenated)
    return None


def _past_fillers(tokens: Sequence[Token], index: int) -> int:
    """ "two more days", "12 additional days", "billions of dollars", "20 million US dollars"."""
    at = index
    while word(tokens, at) in {"more", "additional", "extra", "further", "of", "us", "u.s.", "full", "straight", "consecutive", "long", "whole", "solid", "australian", "canadian", "or"} and at < index + 3:
        at += 1
    return at


def _fits(tokens: Sequence[Token], at: int, length: int, unit: Unit) -> bool:
    """Whether an ambiguous unit word is one here: "m" needs a digit before it, "second" is mostly an ordinal."""
    first = tokens[at].lower
    if first not in AMBIGUOUS:
        return True
    if first == "second":
        return word(tokens, at - 1) in HYPHENS
    if first == "won":
        return tokens[at - 1].lower in {"million", "billion", "trillion"}
    if first in {"stories", "floors"}:
        return True
    return first in {"points", "degrees", "pounds", "story"} or (word(tokens, at - 1)[:1].isdigit() and word(tokens, at + length) not in {"'s"})


def currency_before(tokens: Sequence[Token], index: int) -> UnitSpan | None:
    """The sign of money right before a number: "$", "US$", "£", "Rs"."""
    name = measures().currency.get(word(tokens, index - 1))
    if name is None:
        return None
    country = index - 2 if touches(tokens, index - 1) and word(tokens, index - 2) in {"us", "u.s.", "a", "c", "nz", "hk", "s", "au"} else index - 1
    return UnitSpan(country, index, Unit(name, "money"))
