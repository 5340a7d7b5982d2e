"""Numbers that state no quantity: dates, clock times, years, names ("Flight 370"), addresses, telephone numbers,
list marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reportedly.reading.figures.lexicon import grammar, lookalikes, measures, numerals
from reportedly.reading.figures.numbers import DASHES, HYPHENS, touches, word
from reportedly.reading.figures.quantities import Quantity
from reportedly.reading.reading import Token

Lookalike = Literal[
    "telephone",
    "list mark",
    "clock",
    "date",
    "year",
    "label",
    "address",
    "score",
    "name",
    "place in a row",
    "pronoun",
]
CAPITALS = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZ")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z", re.ASCII)
PLAIN = re.compile(r"\d+\Z", re.ASCII)


def is_lookalike(tokens: Sequence[Token], quantity: Quantity, counts: bool) -> bool:
    """Whether the number of a quantity only looks like one. ``counts`` = a counted noun or a unit follows it."""
    return lookalike(tokens, quantity, counts) is not None


def lookalike(tokens: Sequence[Token], quantity: Quantity, counts: bool) -> Lookalike | None:
    """What the number of a quantity is where it is none: a date, a clock time, a label ("Flight 370"), …"""
    index = quantity.number
    if quantity.style == "article":
        return None
    if word(tokens, index) == "one":
        return "pronoun" if _is_idle_one(tokens, index, quantity) else None
    bounded = quantity.first < index and quantity.low != quantity.high
    if _is_telephone(tokens, index) or _is_emergency(tokens, index, counts):
        return "telephone"
    if _is_list_mark(tokens, index):
        return "list mark"
    if _is_clock(tokens, quantity, counts):
        return "clock"
    if _is_date(tokens, index, counts):
        return "date"
    if not bounded and _is_year(tokens, index, quantity, counts):
        return "year"
    if _is_labelled(tokens, index, counts or bounded):
        return "label"
    return _of_place_or_word(tokens, quantity, counts)


def _of_place_or_word(tokens: Sequence[Token], quantity: Quantity, counts: bool) -> Lookalike | None:
    """An address, a score, a part of a word ("K9"), or a place in a row ("image 8 of 8")."""
    if _is_address(tokens, quantity):
        return "address"
    if _is_score(tokens, quantity.number, quantity.last):
        return "score"
    if _is_glued(tokens, quantity.number, quantity.last):
        return "name"
    row = not counts and word(tokens, quantity.last) == "of" and word(tokens, quantity.last + 1)[:1].isdigit()
    return "place in a row" if row else None


def _is_idle_one(tokens: Sequence[Token], index: int, quantity: Quantity) -> bool:
    """ "one of the", "no one", "one day", "the new one": "one" that counts nothing."""
    table = lookalikes()
    following = word(tokens, quantity.last)
    if quantity.unit and quantity.unit.unit.kind == "duration":
        return quantity.first == index and word(tokens, index - 1) not in grammar().lasting
    if quantity.unit or quantity.last > index + 1:
        return False
    return (
        following in table.idle_one
        or following == "of"
        or not following[:1].isalpha()
        or word(tokens, index - 1) in table.before_pronoun_one
    )


def _is_telephone(tokens: Sequence[Token], index: int) -> bool:
    """Three groups of digits joined by hyphens, or an area code in brackets."""
    if word(tokens, index - 1) == "(" and word(tokens, index + 1) == ")" and len(word(tokens, index)) == 3:
        return word(tokens, index + 2)[:1].isdigit()
    left = touches(tokens, index) and word(tokens, index - 1) in DASHES and word(tokens, index - 2)[-1:].isdigit()
    right = word(tokens, index + 1) in DASHES and touches(tokens, index + 2) and word(tokens, index + 2)[:1].isdigit()
    if left and right:
        return True
    further = word(tokens, index + 3) in DASHES and touches(tokens, index + 4) and word(tokens, index + 4)[:1].isdigit()
    return (
        (right and (further or (len(word(tokens, index + 2)) == 4 and len(word(tokens, index)) == 3)))
        or (left and word(tokens, index - 3) in DASHES | {")"})
        or (left and len(word(tokens, index)) == 4 and len(word(tokens, index - 2)) == 3)
    )


def _is_emergency(tokens: Sequence[Token], index: int, counts: bool) -> bool:
    """ "called 911", "the 911 dispatchers"."""
    table = lookalikes()
    return word(tokens, index) in table.emergency and (not counts or word(tokens, index + 1) in table.dispatch)


def _is_list_mark(tokens: Sequence[Token], index: int) -> bool:
    """ "1. Do not …", "2) …" at the head of a sentence, and "#3"."""
    return (
        (index == 0 and word(tokens, 1) in {".", ")", ":"})
        or word(tokens, index - 1) == "#"
        or (index == 1 and word(tokens, 0) == "(" and word(tokens, 2) == ")")
    )


def _is_clock(tokens: Sequence[Token], quantity: Quantity, counts: bool) -> bool:
    table = lookalikes()
    if word(tokens, quantity.last) in table.clock:
        return True
    return (
        not counts
        and quantity.best <= 12
        and word(tokens, quantity.first - 1) == "at"
        and word(tokens, quantity.last) in {",", ".", "on", "in", "and", ""}
    )


def _is_date(tokens: Sequence[Token], index: int, counts: bool) -> bool:
    """ "14 October", "Oct. 14", "October 14-15"; "may" and "march" only with a capital."""
    months = lookalikes().months
    if not word(tokens, index)[:1].isdigit():
        return False
    if len(word(tokens, index)) > 2:
        return False
    before, after = index - 1, index + 1
    if word(tokens, before) in DASHES | {"and", "to", "&"} and word(tokens, before - 1)[:1].isdigit() and not counts:
        before -= 2
    if word(tokens, after) in DASHES | {"and", "to", "&"} and word(tokens, after + 1)[:1].isdigit():
        after += 2
    return any(
        0 <= at < len(tokens) and tokens[at].lower in months and tokens[at].text[0].isupper() for at in (before, after)
    )


def _is_year(tokens: Sequence[Token], index: int, quantity: Quantity, counts: bool) -> bool:
    """A bare four-digit year, unless it counts a plural or stands before a unit ("2000 soldiers", "1,999 people")."""
    text = word(tokens, index)
    if not YEAR.match(text) or (quantity.last != index + 1 and quantity.unit is not None):
        return False
    table = lookalikes()
    return not counts or word(tokens, index - 1) in table.before_year | table.months or int(text) % 50 != 0


def _is_labelled(tokens: Sequence[Token], index: int, counts: bool) -> bool:
    """ "Flight 370", "Covid-19", "Group of 20", "Resolution 2254", and other numbers right after a name."""
    table = lookalikes()
    before = index - 1
    joined = word(tokens, before) in HYPHENS and touches(tokens, index)
    before -= joined
    if before < 0:
        return False
    lower, shown = tokens[before].lower, tokens[before].text
    if (
        lower == "of"
        and word(tokens, before - 1) in {"group", "class", "summer", "team"}
        and tokens[before - 1].text[0].isupper()
    ):
        return True
    if joined and not shown[0].isdigit() and lower not in {"mid", "pre", "post"}:
        return lower not in numerals().words and lower not in numerals().scales
    if shown in CAPITALS and before > 0 and not joined:
        return True
    if lower in table.months or not shown[0].isalpha():
        return False
    if lower in table.labels and not (counts and len(lower) > 2 and not shown[0].isupper()):
        return not (counts and _is_word_of_time(lower))
    named = shown[0].isupper() and before > 0 and lower not in numerals().words and not _is_word_of_time(lower)
    return named and not counts and tokens[before].lower not in _sentence_words()


def _is_word_of_time(lower: str) -> bool:
    return lower.endswith("day") or lower in {"overnight", "today"}


def _sentence_words() -> frozenset[str]:
    """Capitalised words that are no names, as in headlines ("Blast Kills 12", "At Least 12")."""
    return numerals().skipped | numerals().spanned | grammar().headline


def _is_address(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "6740 N. Clark St.", "200 block of Oak Avenue": digits, then capitalised words that end in a kind of street."""
    table, at = lookalikes(), quantity.last
    if word(tokens, at) == "block" or (word(tokens, at) in HYPHENS and word(tokens, at + 1) == "block"):
        return True
    if not PLAIN.match(word(tokens, quantity.number)) and not word(tokens, at - 1)[:1].isdigit():
        return False
    for step in range(5):
        if at + step >= len(tokens) or not (tokens[at + step].text[0].isupper() or tokens[at + step].text[0].isdigit()):
            return False
        if word(tokens, at + step) in table.streets and step:
            return True
    return False


def _is_score(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "won 3-1", "a 50-32-1 record": bare numbers joined by hyphens that are no range."""
    right = (
        word(tokens, last) in HYPHENS
        and touches(tokens, last)
        and touches(tokens, last + 1)
        and word(tokens, last + 1)[:1].isdigit()
    )
    left = word(tokens, index - 1) in HYPHENS and touches(tokens, index) and word(tokens, index - 2)[-1:].isdigit()
    return right or left


def _is_glued(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "K9", "X1.6", "5Multiple": digits that are part of a word."""
    if not word(tokens, index)[0].isdigit():
        return False
    left = (
        touches(tokens, index)
        and word(tokens, index - 1).isalpha()
        and word(tokens, index - 1) not in measures().currency
    )
    return left or (last == index + 1 and touches(tokens, last) and word(tokens, last).isalpha())
