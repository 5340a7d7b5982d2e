"""Stretches of time that date a statement and count nothing ("in the past two days"), and the ordinals that do
count ("its third day").
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.figures.lexicon import lookalikes
from reportedly.reading.figures.numbers import word
from reportedly.reading.figures.quantities import Quantity
from reportedly.reading.figures.units import UnitSpan, unit_after
from reportedly.reading.reading import Token

ORDINALS = {
    "second": 2.0,
    "third": 3.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
    "11th": 11.0,
    "12th": 12.0,
    "4th": 4.0,
    "eleventh": 11.0,
    "twelfth": 12.0,
    "2nd": 2.0,
    "3rd": 3.0,
    "5th": 5.0,
    "6th": 6.0,
    "7th": 7.0,
    "8th": 8.0,
    "9th": 9.0,
    "10th": 10.0,
}
MODALS = frozenset({"will", "would", "could", "may", "might", "can", "should", "to"})
ENTERING = frozenset({"into", "entered", "enters", "entering", "enter", "in", "for"})


def is_window(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a duration only says when ("the last three years", "two days ago", "a year earlier")."""
    if quantity.unit is None or quantity.unit.unit.kind != "duration":
        return False
    if word(tokens, quantity.last) in {"ago", "earlier", "later", "before", "prior"}:
        return True
    at = quantity.number - 1
    if word(tokens, at) == "last" and word(tokens, at - 1) in MODALS:
        return False
    return word(tokens, at) in lookalikes().windows or (
        quantity.first < quantity.number and word(tokens, quantity.first) in {"last", "first"}
    )


def read_ordinal(tokens: Sequence[Token], index: int) -> Quantity | None:
    """ "went into its third day", "entered a second week": as many have begun."""
    value = ORDINALS.get(tokens[index].lower)
    if (
        value is None
        or word(tokens, index - 1) not in {"its", "their", "a", "his", "her"}
        or word(tokens, index - 2) not in ENTERING
    ):
        return None
    if word(tokens, index - 1) == "a" and word(tokens, index - 2) == "in":
        return None
    unit = unit_after(tokens, index + 1)
    if unit is None or unit.unit.kind != "duration" or unit.first != index + 1:
        return None
    return Quantity(
        index, unit.last, index, value, value, value, style="ordinal", unit=UnitSpan(unit.first, unit.last, unit.unit)
    )
