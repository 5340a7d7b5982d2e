"""Numbers with their bounds and ranges: "at least 300", "between 11 and 16", "$12-14 million", "two to four", "50
or so".

The three values follow UCDP's low, best and high (GED codebook 23.1); an open side is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.figures.lexicon import Phrases, grammar, numerals
from reportedly.reading.figures.numbers import DASHES, Number, read_number, touches, word
from reportedly.reading.figures.units import UnitSpan, currency_before, magnitude_before, unit_after
from reportedly.reading.reading import Token
from reportedly.records import quicken, replace

REACH = 5
"""How many words between a bound and its number are looked through ("at least another two of the …")."""


@quicken
@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity over the tokens ``[first, last)``; ``number`` is where its last number begins.

    ``unit`` is the measure that it is given in, None where it counts things.
    """

    first: int
    last: int
    number: int
    low: float | None
    high: float | None
    best: float
    exclusive: bool = False
    approximate: bool = False
    style: str = "digits"
    unit: UnitSpan | None = None
    spanned: frozenset[str] = frozenset()


def read_quantity(tokens: Sequence[Token], index: int) -> Quantity | None:
    """The quantity whose first number starts at a token: number, range, unit and bounds; None where no number
    starts.
    """
    number = read_number(tokens, index)
    if number is None:
        return _measured_article(tokens, index)
    currency = currency_before(tokens, index)
    first = currency.first if currency else index
    number = _millions(tokens, number, money=currency is not None)
    unit = currency or unit_after(tokens, number.last)
    plain = Quantity(
        first,
        number.last,
        index,
        number.value,
        _top(number),
        number.value,
        style=number.style,
        approximate=number.style == "vague",
    )
    ranged = _range(tokens, plain, number, unit)
    unit = ranged.unit or currency or unit_after(tokens, ranged.last) or magnitude_before(tokens, index)
    whole = replace(ranged, unit=unit, last=max(ranged.last, unit.last) if unit else ranged.last)
    return with_bounds(tokens, whole)


def with_bounds(tokens: Sequence[Token], plain: Quantity) -> Quantity:
    """The quantity with the bounds and determiners that stand around it."""
    return _bounded_after(tokens, _bounded_before(tokens, plain))


def _top(number: Number) -> float | None:
    return None if number.style == "vague" else number.value


def _millions(tokens: Sequence[Token], number: Number, *, money: bool) -> Number:
    """ "£3m" and "3m people" are millions; "400m long" is metres."""
    if (
        number.scale != 1
        or word(tokens, number.last) != "m"
        or not touches(tokens, number.last)
        or number.style != "digits"
    ):
        return number
    following = word(tokens, number.last + 1)
    if (
        money
        or (following.endswith("s") and following.isalpha() and len(following) > 3)
        or following in {"people", "children", "women", "men"}
    ):
        return replace(number, last=number.last + 1, value=number.value * 1e6, scale=1e6)
    return number


def _measured_article(tokens: Sequence[Token], index: int) -> Quantity | None:
    """ "almost a week", "around a kilometre", "half an hour", "an hour and a half": an article that measures, only
    with a bound.
    """
    half = tokens[index].lower == "half"
    at = index + half
    if word(tokens, at) not in {"a", "an"}:
        return None
    unit = unit_after(tokens, at + 1)
    if unit is None or unit.hyphenated or unit.unit.kind == "step":
        return None
    value = 0.5 if half else 1.0
    last = unit.last
    if [word(tokens, last + step) for step in range(3)] == ["and", "a", "half"]:
        value, last = value + 0.5, last + 3
    plain = Quantity(index, last, index, value, value, value, style="article", unit=unit)
    bounded = with_bounds(tokens, plain)
    return bounded if half or value > 1 or bounded != plain else None


def _range(tokens: Sequence[Token], plain: Quantity, number: Number, unit: UnitSpan | None) -> Quantity:
    """Takes in the second number of a range; gives ``plain`` back where there is none."""
    at = unit.last if unit and unit.last > number.last else number.last
    joint = word(tokens, at)
    if joint not in DASHES and joint not in {"to", "or", "and"}:
        return plain
    start = _past_currency(tokens, at + 1)
    second = read_number(tokens, start) if start < len(tokens) else None
    if second is None or second.style == "vague" or number.style == "vague":
        return plain
    second = _millions(tokens, second, money=unit is not None and unit.unit.kind == "money")
    low = _shared_scale(number, second)
    if not _joins(tokens, plain, joint, low, second, at):
        return plain
    first = plain.first - (joint == "and" or word(tokens, plain.first - 1) in {"between", "from"})
    joined = replace(
        plain, first=max(first, 0), last=second.last, low=low, high=second.value, best=(low + second.value) / 2
    )
    later = unit_after(tokens, second.last)
    if not _same_measure(tokens, unit, later, start):
        return plain
    return replace(
        joined,
        unit=unit if unit and (unit.unit.kind == "money" or later is None) and unit.first < number.first else later,
    )


def _same_measure(tokens: Sequence[Token], unit: UnitSpan | None, later: UnitSpan | None, start: int) -> bool:
    """Whether both ends are given in one unit: "fell 5 percent to $12" is no range."""
    if unit is None:
        return currency_before(tokens, start) is None
    if unit.unit.kind == "money":
        return later is None or later.unit.kind == "money"
    return currency_before(tokens, start) is None and (later is None or later.unit == unit.unit)


def _past_currency(tokens: Sequence[Token], index: int) -> int:
    """ "$12 million to $14 million": the sign may be said again."""
    for length in (1, 2):
        span = currency_before(tokens, index + length)
        if span and span.first == index:
            return index + length
    return index


def _shared_scale(number: Number, second: Number) -> float:
    """ "$12-14 million", "300 to 400 thousand": the first number takes the scale of the second."""
    if number.scale == 1 and second.scale > 1 and number.value < second.value / second.scale:
        return number.value * second.scale
    return number.value


def _joins(tokens: Sequence[Token], plain: Quantity, joint: str, low: float, second: Number, at: int) -> bool:
    """Whether two numbers are the ends of one range, given the word between them."""
    if low >= second.value:
        return False
    if joint == "and":
        return word(tokens, plain.first - 1) == "between"
    if joint == "or":
        return second.value <= low * 2 + 1
    if joint == "to" and word(tokens, plain.first - 1) == "by":
        return not _changes(tokens, plain.first)  # "rose by 12 to 42"
    if joint == "to":
        return word(tokens, plain.first - 1) != "from" or not _changes(tokens, plain.first)
    return not (
        word(tokens, second.last) in DASHES
        and touches(tokens, second.last + 1)
        and word(tokens, second.last + 1)[:1].isdigit()
    )


def _changes(tokens: Sequence[Token], index: int) -> bool:
    """Whether "from A to B" tells a change ("rose from 10 to 15"), which is two values and no range."""
    return any(
        token.lemma in grammar().change or token.lower in grammar().change
        for token in tokens[max(0, index - 7) : index]
    )


def _bounded_before(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """Takes in the bounds and determiners on the left, nearest first."""
    seen: set[str] = set()
    at, first = quantity.first, quantity.first
    for _ in range(REACH):
        bound = phrase_ending(numerals().before, tokens, at)
        if bound:
            at, first = at - len(bound[0]), at - len(bound[0])
            quantity = _apply(quantity, bound[1])
        elif word(tokens, at - 1) in numerals().spanned and tokens[at - 1].lower not in seen:
            at, first = at - 1, at - 1
            seen.add(tokens[at].lower)
        elif word(tokens, at - 1) in numerals().skipped and quantity.style != "article":
            at -= 1
        else:
            break
    return replace(quantity, first=first, spanned=frozenset(seen))


def _bounded_after(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """Takes in a bound on the right: "50 or more", "20 hours or so", "100+"."""
    bound = phrase_starting(numerals().after, tokens, quantity.last)
    if bound is None:
        return quantity
    return replace(_apply(quantity, bound[1]), last=quantity.last + len(bound[0]))


def _apply(quantity: Quantity, bound: str) -> Quantity:
    """The quantity under a bound: "least" opens the high side, "most" the low side."""
    low, high = quantity.low, quantity.high
    if bound == "about":
        return replace(quantity, approximate=True)
    exclusive = quantity.exclusive or bound in {"more", "less"}
    if bound in {"least", "more"}:
        return replace(quantity, high=None, best=low if low is not None else quantity.best, exclusive=exclusive)
    return replace(quantity, low=None, best=high if high is not None else quantity.best, exclusive=exclusive)


def phrase_ending(phrases: Phrases, tokens: Sequence[Token], end: int) -> tuple[tuple[str, ...], str] | None:
    """The longest phrase that ends right before token ``end``."""
    for words, meaning in phrases.get(word(tokens, end - 1), ()):
        start = end - len(words)
        if start >= 0 and all(tokens[start + offset].lower == each for offset, each in enumerate(words)):
            return words, meaning
    return None


def phrase_starting(phrases: Phrases, tokens: Sequence[Token], start: int) -> tuple[tuple[str, ...], str] | None:
    """The longest phrase that starts at token ``start``."""
    for words, meaning in phrases.get(word(tokens, start), ()):
        if all(word(tokens, start + offset) == each for offset, each in enumerate(words)):
            return words, meaning
    return None
