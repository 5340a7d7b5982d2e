"""Whether a text tells of another time than that of its publication, so that its days count from what it told last.

"In 1788 the harvest failed. The next year bread ran out. In October …" is history in a report of any date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.reading.reading import Token
from reportedly.reading.times.grammar import Match
from reportedly.reading.times.tense import Direction

LONG_AGO = 10
"""How many years before publication a year must lie to be another time."""
BEHIND = 8
"""How many tokens before a time a "had" may stand."""
DEICTIC = ("dayword", "weekday", "whichweek", "whichyear")
"""Slots of what is counted from the day of publication, unless a date stands with it."""


def is_narrative(matches: Iterable[Match], published: date | None) -> bool:
    """Whether the text opens with a year long ago, names no later one, and counts nothing from its publication."""
    years: list[int] = []
    for match in matches:
        if _is_deictic(match):
            return False
        year = match.slots.get("year", "")
        if year.isdigit():
            years.append(int(year))
        elif not years and match.make in ("month", "day"):
            return False
    return bool(years) and (published is None or max(years) < published.year - LONG_AGO)


def _is_deictic(match: Match) -> bool:
    if match.make in ("day", "days", "told_weekday") and "day" not in match.slots:
        return any(slot in match.slots for slot in DEICTIC)
    return match.make in ("part", "unit", "weekend") and not ({"told", "near"} & {*match.slots, *match.given})


def look_on(tokens: Sequence[Token], start: int, end: int) -> Direction:
    """Which way a narrative goes at tokens ``[start, end)``: on, or back beside a "had" ("He had fled in May")."""
    return -2 if any(token.lower == "had" for token in tokens[max(start - BEHIND, 0) : end + 3]) else 2
