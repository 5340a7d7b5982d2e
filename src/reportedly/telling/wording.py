"""How days, numbers and lists are put into words. British order of dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say_day(day: date) -> str:
    """ "5 March 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_days(earliest: date, latest: date) -> str:
    """A closed interval of days: "5 March 2024", "5–9 March 2024", "March 2024", "28 February – 3 March 2024"."""
    if earliest == latest:
        return say_day(earliest)
    if _is_whole_year(earliest, latest):
        return str(earliest.year)
    if _is_whole_month(earliest, latest):
        return f"{MONTHS[earliest.month - 1]} {earliest.year}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}–{say_day(latest)}"
    start = f"{earliest.day} {MONTHS[earliest.month - 1]}"
    return f"{start if earliest.year == latest.year else say_day(earliest)} – {say_day(latest)}"


def _is_whole_year(earliest: date, latest: date) -> bool:
    return earliest.year == latest.year and (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31)


def _is_whole_month(earliest: date, latest: date) -> bool:
    following = date(latest.year + latest.month // 12, latest.month % 12 + 1, 1)
    return (
        (earliest.year, earliest.month) == (latest.year, latest.month)
        and earliest.day == 1
        and (following - latest).days == 1
    )


def say_number(number: float) -> str:
    """ "1,200", "3.5", "9 billion" (from a million on, where that is exact to two places)."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size and round(number / size, 2) == number / size:
            return f"{_plain(number / size)} {word}"
    return _plain(number)


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


def say_value(
    low: float | None, high: float | None, best: float, exclusive: bool = False, approximate: bool = False
) -> str:
    """A value with its bounds: "at least 3", "more than 1,000", "up to 12", "300 to 400", "about 100", "7"."""
    if low is not None and high is not None:
        shown = say_number(low) if low == high else f"{say_number(low)} to {say_number(high)}"
        return f"about {shown}" if approximate else shown
    if low is not None:
        return f"{'more than' if exclusive else 'at least'} {say_number(low)}"
    if high is not None:
        return f"{'fewer than' if exclusive else 'up to'} {say_number(high)}"
    return f"about {say_number(best)}"


def say_list(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def say_few(count: int) -> str:
    """A small number in words: "four"; from 13 on in figures."""
    return NUMERALS[count] if count < len(NUMERALS) else str(count)


def say_count(count: int, noun: str) -> str:
    """ "1 report", "12 reports"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def as_sentence(words: str) -> str:
    """The words on one line, with a capital first and a full stop last."""
    line = " ".join(words.split()).rstrip(" ,;:–—-")
    if not line:
        return line
    line = line[0].upper() + line[1:]
    return line if line[-1] in ".!?…" or line[-2:] in {'."', ".”", '!"', "!”", '?"', "?”"} else line + "."


def shorten(words: str, most: int) -> str:
    """At most ``most`` characters, cut between words and marked with an ellipsis."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:–—-") + " …"
