"""Lengths of time and what repeats: "four months", "10 to 20 hours", "an 18-day ordeal", "every Tuesday", "daily"."""

from __future__ import annotations

from reportedly.reading.times.grammar import Match
from reportedly.reading.times.meaning import Meaning, Setting
from reportedly.reading.times.numerals import number_of
from reportedly.reading.times.words import load_words

Slots = dict[str, str]
CLOCK_UNITS = frozenset({"S", "M", "H"})
ONES = ("DAY1", "WEEK1", "MONTH1", "QUARTER1", "YEAR1", "DECADE1", "CENTURY1", "HOUR1", "MINUTE1")
MANY = ("DAYS", "WEEKS", "MONTHS", "QUARTERS", "YEARS", "DECADES", "CENTURIES", "HOURS", "MINUTES", "SECONDS")
LARGER = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y")}
"""Units that ISO 8601 has no letter for, in units that it has."""
SMALLER = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S")}
"""What halves of a unit are counted in."""


def make_length(match: Match, setting: Setting) -> Meaning | None:
    """A DURATION."""
    slots = match.slots
    unit = unit_letter(slots["unit"])
    mod = "APPROX" if "orso" in slots else bound_of(slots)
    return Meaning("DURATION", duration(_count(slots), unit), mod)


def make_range(match: Match, setting: Setting) -> Meaning | None:
    """A DURATION between two lengths, in ISO 8601's notation for intervals: "P2D/P4D"."""
    slots = match.slots
    unit = unit_letter(slots["unit"])
    value = f"{duration(number_of(slots['number']), unit)}/{duration(number_of(slots['most']), unit)}"
    return Meaning("DURATION", value, bound_of(slots))


def _count(slots: Slots) -> float | None:
    """How many units; None = not told ("several", "weeks of fighting")."""
    half = 0.5 if "half" in slots else 0.0
    if "number" in slots:
        number = number_of(slots["number"])
        return None if number is None else number + half
    if half:
        return half
    return 1.0 if load_words().find(slots["unit"], *ONES) else None


def unit_letter(key: str) -> str:
    """The letter of a unit: S M H D W F(ortnight) MONTH Q Y (decad)E C(entury)."""
    found = load_words().find(key, *ONES, *MANY)
    return "S" if found is None else str(found)


def bound_of(slots: Slots) -> str | None:
    """The modifier that words such as "more than" give."""
    return load_words().bounds.get(slots["bound"]) if "bound" in slots else None


def duration(count: float | None, unit: str) -> str:
    """The ISO 8601 value; X for an unknown number: "P4M", "PT24H", "PXD", "P2Y6M"."""
    letter = "M" if unit == "MONTH" else unit
    clock = "T" if unit in CLOCK_UNITS else ""
    if count is None:
        return f"PX{letter}" if not clock else f"P{'' if letter == 'H' else 'T'}X{letter}"
    if unit in LARGER:
        times, letter = LARGER[unit]
        count *= times
    whole = int(count)
    if count == whole:
        return f"P{clock}{whole}{letter}"
    if unit in SMALLER:
        parts, smaller = SMALLER[unit]
        head = f"{whole}{letter}" if whole else ""
        return f"P{clock}{head}{round((count - whole) * parts)}{smaller}"
    return f"P{clock}{count:g}{letter}"


def make_every(match: Match, setting: Setting) -> Meaning | None:
    """A SET of weekdays, months, seasons or parts of days: "every Tuesday" is XXXX-WXX-2, "each July" XXXX-07."""
    slots, words = match.slots, load_words()
    if "month" in slots:
        return Meaning("SET", f"XXXX-{words.find(slots['month'], 'MONTH', 'SHORTMONTH', 'MAYMONTH'):02}")
    if "season" in slots:
        return Meaning("SET", f"XXXX-{words.find(slots['season'], 'SEASON', 'FALL')}")
    weekday = words.find(slots.get("weekday") or slots.get("manydays", ""), "WEEKDAY", "MANYDAYS")
    value = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
    part = words.find(slots["part"], "PART", "MANYPARTS") if "part" in slots else None
    return Meaning("SET", f"{value}T{part}" if part else value)


def make_regular(match: Match, setting: Setting) -> Meaning | None:
    """A SET by its period: "daily", "each month", "every two weeks", "every other day"."""
    slots = match.slots
    if "regular" in slots:
        return Meaning("SET", str(load_words().values["REGULAR"][slots["regular"]]))
    count = number_of(slots["number"]) if "number" in slots else 2.0 if "other" in slots else 1.0
    return Meaning("SET", duration(count, unit_letter(slots["unit"])))


def make_ref(match: Match, setting: Setting) -> Meaning | None:
    """A vague reference to the past, the present or the future."""
    return Meaning("DATE", str(match.given["value"]))
