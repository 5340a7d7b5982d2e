"""Shares of a whole: "10% of the city", "a fifth of the homes", "half of", "one in three"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.lexicon import Unit, nouns, numerals, relations
from reportedly.reading.figures.numbers import HYPHENS, read_number, word
from reportedly.reading.figures.quantities import Quantity, with_bounds
from reportedly.reading.figures.units import UnitSpan
from reportedly.reading.reading import Token

PERCENT = Unit("percent", "share")
WHOLES = frozenset({"the", "its", "their", "his", "her", "our", "all", "those", "these", "them", "what"})

BEFORE_WHOLES = WHOLES | {
    "a",
    "an",
    "roughly",
    "about",
    "some",
    "estimated",
    "more",
    "than",
    "nearly",
    "over",
    "around",
}


def read_fraction(tokens: Sequence[Token], index: int) -> Quantity | None:
    """The share in per cent that starts at a token; None where none does."""
    found = _ratio(tokens, index) or _parts(tokens, index)
    if found is None:
        return None
    value, last = found
    plain = Quantity(index, last, index, value, value, value, style="words", unit=UnitSpan(last, last, PERCENT))
    return with_bounds(tokens, plain)


def _ratio(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """ "one in three", "nine out of ten"."""
    part = read_number(tokens, index)
    if part is None or part.style == "vague":
        return None
    at = part.last
    if word(tokens, at) == "out" and word(tokens, at + 1) == "of":
        at += 2
    elif word(tokens, at) in {"in", "of"} and word(tokens, index) == "one" and word(tokens, at) == "in":
        at += 1
    else:
        return None
    whole = read_number(tokens, at) if at < len(tokens) else None
    if whole is None or whole.style == "vague" or not 0 < part.value < whole.value <= 1000:
        return None
    if whole.value > 10 and whole.value % 10:
        return None
    return round(100 * part.value / whole.value, 4), whole.last


def _parts(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """ "a fifth of", "two-thirds of", "three quarters of", "half of", "half the city"."""
    table = numerals()
    lower = word(tokens, index)
    if lower == "half":
        return _half(tokens, index)
    count = 1.0 if lower in {"a", "an"} else float(table.words.get(lower, 0))
    at = index + 1 + (word(tokens, index + 1) in HYPHENS)
    value = table.parts.get(word(tokens, at))
    if not 0 < count < 10 or value is None or (word(tokens, at + 1) != "of" and not word(tokens, at).endswith("s")):
        return None
    if (
        word(tokens, at + 1) not in {"of", "majority", "the", ",", ".", "say", "said", "are", "were", "have"}
        or count * value >= 100
    ):
        return None
    return round(count * value, 2), at + 1


def _half(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """ "half of the homes", "half the city", "more than half"; not "the second half of the match", "half an hour",
    "half-brother".
    """
    following, before = word(tokens, index + 1), word(tokens, index - 1)
    if (
        before in {"first", "second", "other", "latter", "better", "a", "and", "top", "bottom", "-", "one"}
        or following in HYPHENS
    ):
        return None
    if (
        following in WHOLES
        or (following == "of" and word(tokens, index + 2) not in {"a", "an"})
        or before in {"than", "nearly", "almost", "about", "by", "over"}
    ):
        return (50.0, index + 1) if following not in {"a", "an", "dozen"} else None
    return None


def share_of(tokens: Sequence[Token], last: int) -> tuple[str | None, int]:
    """The whole that a share is a share of, as printed in lower case ("the city"), and where it ends; (None,
    ``last``) without one.
    """
    at = last + 1 if word(tokens, last) == "of" else last
    if at == last and word(tokens, at) not in WHOLES:
        return None, last
    end = start = at
    while word(tokens, end) in BEFORE_WHOLES or word(tokens, end)[:1].isdigit():
        end += 1
    stop = nouns().stop
    limit = end + 5
    while (
        end < min(len(tokens), limit)
        and _names(tokens[end].lower, stop)
        and not _is_predicate(tokens[end], end > start)
    ):
        end += 1
    if end == start:
        return None, last
    return " ".join(token.lower for token in tokens[start:end]).replace(" 's", "'s"), end


def _names(lower: str, stop: frozenset[str]) -> bool:
    """Whether a word can belong to the name of the whole; the genitive in "the world's trade" does."""
    return lower == "'s" or (lower[0].isalpha() and lower not in stop)


def _is_predicate(token: Token, moved: bool) -> bool:
    if not moved or token.lemma == token.lower:
        return False
    return token.lower.endswith("ed") or token.lemma in relations().subject
