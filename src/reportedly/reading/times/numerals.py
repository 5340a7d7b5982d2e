"""Numbers in words and figures, as far as they count units of time."""

from __future__ import annotations

from reportedly.reading.times.words import load_words

PAIRS = {"a couple of": 2.0, "a couple": 2.0, "couple of": 2.0, "a": 1.0, "an": 1.0}


def number_of(phrase: str) -> float | None:
    """The number that a phrase of keys names ("twenty - four", "2 1/2", "a couple of"); None for a vague one
    ("several").
    """
    if phrase in PAIRS:
        return PAIRS[phrase]
    parts = phrase.replace(" and a half", " 1/2").replace(" and ", " ").replace("-", " ").split()
    values = [value_of(part) for part in parts]
    total = 0.0
    for value in values:
        if value is None:
            return None
        total = (total or 1) * value if value in (100, 1000) and value > total else total + value
    return total


def value_of(key: str) -> float | None:
    """The value of one word or figure of a number; None where it has none."""
    if key in PAIRS:
        return PAIRS[key]
    if key[0].isdigit():
        return _figure(key)
    found = load_words().find(key, "ONES", "TEENS", "TENS", "GREAT", "ORDINAL")
    return float(found) if isinstance(found, int) else None


def _figure(key: str) -> float | None:
    plain = key.rstrip("stndrh").replace(",", "")
    if "/" in plain:
        over, _, under = plain.partition("/")
        return int(over) / int(under)
    return float(plain)


def ordinal_of(key: str) -> int:
    """The rank that an ordinal names ("third", "23rd", "twenty - first"), or a quarter's letter ("q3")."""
    return int(number_of(key.removeprefix("q")) or 0)


def year_number(phrase: str) -> int:
    """A year in figures or words ("1994", "nineteen ninety - four", "two thousand and six")."""
    century, _, rest = phrase.partition(" ")
    if phrase.isdigit():
        return int(phrase)
    if century == "two":
        return int(number_of(phrase) or 2000)
    return 100 * int(number_of(century) or 0) + int(number_of(rest) or 0)
