"""The value that a figure takes the place of, where its report names it."""

from __future__ import annotations

import re
from functools import cache

from reportedly.account.account import FigureEntry
from reportedly.data import load_table
from reportedly.reading.figures.lexicon import numerals

TABLE = "account/measures.toml"
REACH = 90
"""Characters after a figure within which its report may name the value that it replaces."""


def replaced_value(text: str, figure: FigureEntry) -> float | None:
    """The value that the report says this one takes the place of: "38 miners, not 41", "down from 41"."""
    sentence = text[figure.end : figure.end + REACH].partition(". ")[0].partition("\n")[0]
    match = _replacing().search(sentence)
    if match is None:
        return None
    said = match.group(1).lower()
    value = numerals().words.get(said)
    return float(said.replace(",", "")) if value is None else float(value)


@cache
def _replacing() -> re.Pattern[str]:
    links = "|".join(map(re.escape, load_table(TABLE)["replacing"]["words"]))
    numbers = "|".join(sorted(numerals().words, key=len, reverse=True))
    number = rf"(?:the )?(?:(?:earlier|previous|initial) )?(?:figure of )?(\d[\d,]*|{numbers})"
    return re.compile(rf"\b(?:{links}) {number}\b(?! of\b)(?![-\d.,]*%)", re.IGNORECASE)
