"""Reading one number from words or digits: "1,000", "2.5 million", "twenty-five", "two dozen", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.figures.lexicon import numerals
from reportedly.reading.reading import Token
from reportedly.records import quicken, replace

Style = Literal["digits", "words", "vague", "article"]
DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?\Z", re.ASCII)
FRACTION = re.compile(r"([1-9]\d?)/([1-9]\d?)\Z", re.ASCII)
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
HYPHENS = frozenset({"-", "–", "‑"})
DASHES = frozenset({"-", "–", "—", "‑"})
LARGEST = 1e18


@quicken
@dataclass(frozen=True, slots=True)
class Number:
    """A number in the token range ``[first, last)``. ``scale`` is the multiplier it was written with (1 = none).

    A vague number ("dozens") has ``value`` as its lowest reading and no upper bound.
    """

    first: int
    last: int
    value: float
    style: Style
    scale: float = 1.0


def read_number(tokens: Sequence[Token], index: int) -> Number | None:
    """The longest number that starts at a token; None where none does."""
    lower = tokens[index].lower
    if lower[0].isdigit() or lower in GLYPHS:
        return _digits(tokens, index)
    if lower not in numerals().starts:
        return None
    return _vague(tokens, index) or _half(tokens, index) or _article(tokens, index) or _words(tokens, index)


def word(tokens: Sequence[Token], index: int) -> str:
    """The lower-case word at an index, "" beyond either end."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at an index follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


def _digits(tokens: Sequence[Token], index: int) -> Number | None:
    text = tokens[index].lower
    if text in GLYPHS:
        return Number(index, index + 1, GLYPHS[text], "digits")
    if not DIGITS.match(text) or len(text) > 24:
        return None
    number = Number(index, index + 1, float(text.replace(",", "")), "digits")
    return _scaled(tokens, _with_fraction(tokens, number))


def _with_fraction(tokens: Sequence[Token], number: Number) -> Number:
    """Joins "2 1/2" and "2½" to one number."""
    text = word(tokens, number.last)
    found = FRACTION.match(text)
    if text in GLYPHS and touches(tokens, number.last):
        return replace(number, last=number.last + 1, value=number.value + GLYPHS[text])
    if found and int(found[1]) < int(found[2]):
        return replace(number, last=number.last + 1, value=number.value + int(found[1]) / int(found[2]))
    return number


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """Takes in scale words: "2.5 million", "440 million", "two hundred thousand", "3bn"."""
    scales, short = numerals().scales, numerals().short_scales
    while number.last < len(tokens):
        at = number.last + (word(tokens, number.last) in HYPHENS and word(tokens, number.last + 1) in scales)
        name = word(tokens, at)
        if name in scales and not _is_score(tokens, at):
            factor = scales[name]
        elif name in short and name != "m" and touches(tokens, at) and number.style == "digits" and number.scale == 1:
            factor = short[name]
        else:
            break
        if abs(number.value * factor) > LARGEST:
            break
        number = replace(number, last=at + 1, value=number.value * factor, scale=number.scale * factor)
    return number


def _is_score(tokens: Sequence[Token], index: int) -> bool:
    """Whether "score" is the noun ("a 20 score"), not twenty ("three score years")."""
    return word(tokens, index) == "score" and word(tokens, index - 1) not in {"a", "two", "three", "four"}


def _words(tokens: Sequence[Token], index: int) -> Number | None:
    """Spelled numbers: "twenty-five", "two hundred and fifty thousand", "two and a half million"."""
    start = _below_thousand(tokens, index)
    if start is None:
        return None
    halved = _with_half(tokens, start)
    number = _scaled(tokens, start) if halved is start else halved
    while number.scale >= 1000 and (rest := _below_thousand(tokens, _after_and(tokens, number.last))):
        scaled = _scaled(tokens, rest)
        if scaled.value >= number.scale or rest.value == 0:
            break
        number = replace(number, last=scaled.last, value=number.value + scaled.value, scale=scaled.scale)
    return number


def _below_thousand(tokens: Sequence[Token], index: int) -> Number | None:
    """ "twenty-five", "two hundred", "three hundred and five"."""
    number = _below_hundred(tokens, index)
    if number is None or word(tokens, number.last) != "hundred":
        return number
    hundreds = replace(number, last=number.last + 1, value=number.value * 100)
    rest = _below_hundred(tokens, _after_and(tokens, hundreds.last))
    if rest is None or rest.value == 0:
        return hundreds
    return replace(hundreds, last=rest.last, value=hundreds.value + rest.value)


def _after_and(tokens: Sequence[Token], index: int) -> int:
    return index + (word(tokens, index) == "and")


def _below_hundred(tokens: Sequence[Token], index: int) -> Number | None:
    words = numerals().words
    value = words.get(word(tokens, index))
    if value is None:
        return None
    at = index + 1 + (word(tokens, index + 1) in HYPHENS)
    unit = words.get(word(tokens, at), 0)
    if value >= 20 and 0 < unit < 10:
        return Number(index, at + 1, float(value + unit), "words")
    return Number(index, index + 1, float(value), "words")


def _with_half(tokens: Sequence[Token], number: Number) -> Number:
    """ "two and a half", "one-and-a-half", then a scale: "two and a half million"."""
    at = [
        position
        for position in range(number.last, min(number.last + 6, len(tokens)))
        if tokens[position].lower not in HYPHENS
    ]
    if number.scale != 1 or [tokens[position].lower for position in at[:3]] != ["and", "a", "half"]:
        return number
    return _scaled(tokens, replace(number, last=at[2] + 1, value=number.value + 0.5))


def _half(tokens: Sequence[Token], index: int) -> Number | None:
    """ "half a million", "half a dozen", "half-dozen"; "half an hour" is half of one."""
    at = index + (word(tokens, index) in {"a", "one"})
    if word(tokens, at) != "half":
        return None
    at += 1 + (word(tokens, at + 1) in HYPHENS)
    at += word(tokens, at) in {"a", "an"}
    scale = numerals().scales.get(word(tokens, at))
    if scale is None:
        return None
    return Number(index, at + 1, scale / 2, "words", float(scale))


def _article(tokens: Sequence[Token], index: int) -> Number | None:
    """ "a dozen", "a hundred", "a million and a half"."""
    if word(tokens, index) != "a" or word(tokens, index + 1) not in numerals().scales:
        return None
    number = _scaled(tokens, Number(index, index + 1, 1.0, "words"))
    return None if number.last == index + 1 else _with_half(tokens, replace(number, scale=1.0))


def _vague(tokens: Sequence[Token], index: int) -> Number | None:
    """ "dozens", "several hundred", "a couple of thousand", "tens of thousands", "hundreds of thousands"."""
    vague, scales = numerals().vague, numerals().scales
    at = index + 1
    value = vague.get(f"{word(tokens, index)} {word(tokens, at)}")
    if value is not None:
        at += 1
        if word(tokens, at) == "of" and word(tokens, at + 1) in scales:
            at += 1
    else:
        value = vague.get(word(tokens, index))
    if value is None:
        return None
    scale = scales.get(word(tokens, at))
    if scale is not None:
        return Number(index, at + 1, float(value * scale), "vague", scale)
    plural = vague.get(word(tokens, at + 1), 0) if word(tokens, at) == "of" else 0
    if plural >= 100:
        return Number(index, at + 2, float(value * plural / 2), "vague", plural / 2)
    return None if word(tokens, index) == "tens" else Number(index, at, float(value), "vague", float(value))
