"""Units of measure and of money beside a number: "400m", "200,000-ton", "$9 billion", "5 million euros", "12 per
cent".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.figures.lexicon import Unit, grammar, measures
from reportedly.reading.figures.numbers import HYPHENS, touches, word
from reportedly.reading.reading import Token

STERLING = Unit("pounds", "money")
"""What "a 440 million-pound project" costs; "a 440 million-pound vessel" weighs them."""


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit over the tokens ``[first, last)``; ``hyphenated`` where it modifies a noun ("200,000-ton ship")."""

    first: int
    last: int
    unit: Unit
    hyphenated: bool = False


def unit_after(tokens: Sequence[Token], index: int) -> UnitSpan | None:
    """The unit that starts at a token, through a hyphen, an adjective of time or "of" ("billions of dollars", "two
    more days").
    """
    at = index
    hyphenated = word(tokens, at) in HYPHENS and touches(tokens, at)
    at += hyphenated
    if not hyphenated:
        at = _past_fillers(tokens, at)
    rows = measures().units.get(word(tokens, at), ())
    for words, unit in rows:
        if all(word(tokens, at + offset) == each for offset, each in enumerate(words)) and _fits(
            tokens, at, len(words), unit
        ):
            hyphenated = hyphenated or word(tokens, at + len(words)) in HYPHENS
            if words == ("pound",) and word(tokens, at + len(words)) in grammar().priced:
                unit = STERLING
            return UnitSpan(at, at + len(words), unit, hyphenated)
    return None


def _past_fillers(tokens: Sequence[Token], index: int) -> int:
    """ "two more days", "12 additional days", "billions of dollars", "20 million US dollars"."""
    at = index
    while word(tokens, at) in grammar().fillers and at < index + 3:
        at += 1
    return at


def _fits(tokens: Sequence[Token], at: int, length: int, unit: Unit) -> bool:
    """Whether an ambiguous unit word is one here: "m" needs a digit before it, "second" is mostly an ordinal."""
    first = tokens[at].lower
    if first not in grammar().ambiguous_units:
        return True
    if first == "second":
        return word(tokens, at - 1) in HYPHENS
    if first == "won":
        return tokens[at - 1].lower in {"million", "billion", "trillion"}
    if first in {"stories", "floors"}:
        return True
    return first in {"points", "degrees", "pounds", "story"} or (
        word(tokens, at - 1)[:1].isdigit() and word(tokens, at + length) not in {"'s"}
    )


def magnitude_before(tokens: Sequence[Token], index: int) -> UnitSpan | None:
    """ "a magnitude 7.8 quake", "a magnitude of 7.8": the strength of an earthquake named before its number."""
    at = index - 1 - (word(tokens, index - 1) in {"of", "-"})
    if word(tokens, at) != "magnitude" or ("." not in tokens[index].text and len(tokens[index].text) > 1):
        return None
    return UnitSpan(index, index, Unit("magnitude", "strength"))


def currency_before(tokens: Sequence[Token], index: int) -> UnitSpan | None:
    """The sign of money right before a number: "$", "US$", "£", "Rs"."""
    name = measures().currency.get(word(tokens, index - 1))
    if name is None:
        return None
    country = (
        index - 2
        if touches(tokens, index - 1) and word(tokens, index - 2) in {"us", "u.s.", "a", "c", "nz", "hk", "s", "au"}
        else index - 1
    )
    return UnitSpan(country, index, Unit(name, "money"))
