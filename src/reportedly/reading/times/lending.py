"""A year told once for two dates: "from 3 May to 8 June 2016", "between November and March 2016"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Token
from reportedly.reading.times.grammar import Match
from reportedly.reading.times.numerals import year_number
from reportedly.reading.times.units import month_number
from reportedly.records import replace

JOINERS = frozenset({"to", "and", "or", "until", "till", "through", "-", "–", "—", ","})
"""What may stand between two dates of which only the second has a year."""
OWN = frozenset({"year", "shortyear", "which", "whichyear", "toldyear"})
"""Slots that give a date a year of its own."""


def lend_years(tokens: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """The matches, each date without a year joined to one that has it."""
    lent = list(matches)
    for index in range(len(lent) - 2, -1, -1):
        match, after = lent[index], lent[index + 1]
        if _may_borrow(match) and "year" in after.slots and _has_month(after) and _joined(tokens, match, after):
            year = year_number(after.slots["year"]) - (month_number(match.slots) > month_number(after.slots))
            lent[index] = replace(match, slots={**match.slots, "year": str(year)})
    return lent


def _has_month(match: Match) -> bool:
    return match.make in ("day", "month", "day_range") and ("month" in match.slots or "monthnumber" in match.slots)


def _may_borrow(match: Match) -> bool:
    return _has_month(match) and not OWN & match.slots.keys()


def _joined(tokens: Sequence[Token], match: Match, after: Match) -> bool:
    between = tokens[match.end : after.start]
    return 0 < len(between) <= 2 and all(token.lower in JOINERS for token in between)
