"""The ages of single persons: "17-year-old", "6-month-old", "Dana Okoro, 24," and "(24)"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.ages import OLDEST
from reportedly.reading.figures.lexicon import numerals
from reportedly.reading.figures.numbers import HYPHENS, word
from reportedly.reading.reading import Token

YEARS = {"year": 1.0, "month": 1 / 12, "week": 1 / 52, "day": 1 / 365}
AFTER = frozenset(
    {",", ".", ";", ")", "and", "of", "", "was", "is", "dies", "died", "shot", "killed", "in", "from", "with"}
)
"""What may follow an age in apposition."""


def years_ending(tokens: Sequence[Token], end: int) -> tuple[int, float] | None:
    """ "17-year-old" that ends before a token: where it begins, and the age in years."""
    parts = [at for at in range(end - 1, max(-1, end - 6), -1) if tokens[at].lower not in HYPHENS][:3]
    if len(parts) < 3 or parts[0] != end - 1:
        return None
    scale, value = YEARS.get(word(tokens, parts[1]).rstrip("s")), _number(tokens, parts[2])
    return None if scale is None or value is None else (parts[2], round(value * scale, 2))


def age_after(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    """ ", 24," or "(24)" or ", aged 24" after a person: the age, and the token after it."""
    digits = word(tokens, at + 1)
    if word(tokens, at) in {",", "("} and digits.isdecimal() and len(digits) < 4 and word(tokens, at + 2) in AFTER:
        age = float(digits)
        return (age, at + 2 + (word(tokens, at + 2) in {",", ")"})) if age <= OLDEST else (None, at)
    if word(tokens, at) == "," and word(tokens, at + 1) in {"age", "aged"}:
        value = _number(tokens, at + 2)
        return (value, at + 3) if value is not None else (None, at)
    return None, at


def _number(tokens: Sequence[Token], at: int) -> float | None:
    lower = word(tokens, at)
    if lower.isdecimal() and len(lower) < 4 and int(lower) <= OLDEST:
        return float(lower)
    return float(numerals().words[lower]) if lower in numerals().words else None
