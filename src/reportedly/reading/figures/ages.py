"""Ages that no word names: "Saman Kunan, 38, once of …", "John Smith (41)", "aged between 11 and 16", "in his 30s"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.figures.lexicon import lookalikes, nouns
from reportedly.reading.figures.numbers import word
from reportedly.reading.figures.quantities import Quantity
from reportedly.reading.reading import Token

OLDEST = 115
AFTER_AGE = frozenset({",", ".", ";", "and", ")", "", "—", "–", "-"})
AGED = frozenset({"aged", "age", "ages", "age:"})
PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years over the tokens ``[first, last)``."""

    first: int
    last: int
    low: float
    high: float
    approximate: bool = False


def read_age(tokens: Sequence[Token], index: int) -> Age | None:
    """The unnamed age at a token of digits; None where there is none."""
    text = tokens[index].lower
    if not text[0].isdigit():
        return None
    return _in_apposition(tokens, index) or _in_brackets(tokens, index) or _decade(tokens, index)


def _in_apposition(tokens: Sequence[Token], index: int) -> Age | None:
    """A name or a person, a comma, a number, and a mark after it ("Ali Hassan, 38, of Basra", "their sons, 4 and
    6,").
    """
    if word(tokens, index - 1) != "," or word(tokens, index + 1) not in AFTER_AGE:
        return None
    return _age_of(tokens, index, index - 2)


def _in_brackets(tokens: Sequence[Token], index: int) -> Age | None:
    if word(tokens, index - 1) != "(" or word(tokens, index + 1) not in {")", ","}:
        return None
    return _age_of(tokens, index, index - 2)


def _age_of(tokens: Sequence[Token], index: int, name: int) -> Age | None:
    age = years_at(tokens, index)
    if (
        age is None
        or name < 0
        or not (_is_name(tokens[name].text) or nouns().classes.get(tokens[name].lemma) == "people")
    ):
        return None
    return age


def years_at(tokens: Sequence[Token], index: int) -> Age | None:
    """The number at a token as an age, where it can be one."""
    text = tokens[index].lower
    if not (text.isascii() and text.isdecimal()) or len(text) > 3 or not 0 < int(text) <= OLDEST:
        return None
    return Age(index, index + 1, float(text), float(text))


def continues_ages(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number goes on with a list of ages: the 6 and the 9 of "aged 4, 6 and 9"."""
    return word(tokens, index - 1) in {",", "and"} and word(tokens, index + 1) in AFTER_AGE


def _is_name(shown: str) -> bool:
    """Whether a word can end a person's name: a capital, no month or weekday, no shouted headline."""
    lower = shown.lower()
    if not shown[0].isupper() or len(shown) < 2 or (shown.isupper() and len(shown) > 4):
        return False
    if lower in lookalikes().months or lower.endswith("day"):
        return False
    return shown[-1].isalpha() or lower in {"jr.", "sr."}


def _decade(tokens: Sequence[Token], index: int) -> Age | None:
    """ "in his 30s", "a woman in her late 40s"."""
    text, suffix = tokens[index].lower, word(tokens, index + 1)
    apart = suffix == "'" and word(tokens, index + 2) == "s"  # "20's"
    suffix = "'s" if apart else suffix
    if suffix not in {"s", "'s"} or not text.isdecimal() or int(text) % 10 or not 10 <= int(text) <= 90:
        return None
    part = word(tokens, index - 1) if word(tokens, index - 1) in PARTS else word(tokens, index - 2)
    back = index
    while back > 0 and word(tokens, back - 1) in {*PARTS, "-"}:
        back -= 1
    if word(tokens, back - 1) not in {"his", "her", "their"}:
        return None
    low, high = PARTS.get(part, (0, 9))
    return Age(back, index + 2 + apart, float(int(text) + low), float(int(text) + high), approximate=True)


def is_aged(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether "aged" or "at the age of" stands before the quantity ("aged 11 to 16", "ages 5, 7 and 9")."""
    before = word(tokens, quantity.first - 1)
    if before == "of":
        return word(tokens, quantity.first - 2) in {"age", "ages"}
    if before in {"from", "between"}:
        before = word(tokens, quantity.first - 2)
    return before in AGED and quantity.best <= OLDEST
