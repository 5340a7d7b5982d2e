"""Written days of publication: a day in a header, a sidecar, a JSON field, or in a report's own dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from reportedly.data import load_table

TABLE = "intake.toml"
YEARS = range(1600, 2200)
"""Newspapers exist since 1605; days outside are slips of a program ("0001-01-01") and would overflow day arithmetic."""
TIME = r"(?:\s*[T,|@–—-]?\s*(?:at\s+)?\d{1,2}[:.h]\d{2}[^\n]{0,40}|\s*Z|\s*[+-]\d{2}:?\d{2}|T\d{4,6}Z?)?"
HEAD_LINES = 5
HEAD_WIDTH = 240


def parse_day(written: str) -> date:
    """The day that a written date or date-time tells, as printed (zones move nothing).

    Raises:
        ValueError: it is no day of the calendar, tells no day, or can be two days ("03/04/2024"); says why.
    """
    match = _whole().match(written.strip())
    if match is None:
        raise ValueError(f"'{written.strip()[:40]}' tells no day")
    return _day_of(match)


def find_dateline(text: str) -> date | None:
    """The day that the head of a report tells of itself: a day on a line of its own, in a by-line, or in a dateline.

    A weekday, or a day without a year, is none; nor is a date inside a sentence.
    """
    for line in _head(text):
        for pattern in (_own_line(), _byline(), _dateline()):
            match = pattern.match(line)
            if match and _is_place(match.groupdict().get("place")):
                try:
                    return _day_of(match)
                except ValueError:
                    continue
    return None


def _head(text: str) -> Iterator[str]:
    """The first lines that hold something, cut to what a dateline can need."""
    lines = (line.strip() for line in text[: HEAD_LINES * 1000].split("\n"))
    yield from [line[:HEAD_WIDTH] for line in lines if line][:HEAD_LINES]


def _day_of(match: re.Match[str]) -> date:
    parts = {name: value for name, value in match.groupdict().items() if value}
    year = int(next(value for name, value in parts.items() if name.startswith("y")))
    if year not in YEARS:
        raise ValueError(f"{year} is not the year of a news report")
    month, day = _month_and_day(parts)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{year}-{month:02}-{day:02} is not a day of the calendar") from None


def _month_and_day(parts: dict[str, str]) -> tuple[int, int]:
    if "month" in parts or "month2" in parts:
        name = parts.get("month") or parts["month2"]
        return int(load_table(TABLE)["months"][name.lower()]), int(parts.get("day") or parts["day2"])
    if "m" in parts or "m2" in parts:
        return int(parts.get("m") or parts["m2"]), int(parts.get("d") or parts["d2"])
    first, second = int(parts["a"]), int(parts["b"])
    if first <= 12 and second <= 12 and first != second:
        raise ValueError(f"{first:02}/{second:02} of that year can mean two days")
    return (second, first) if second <= 12 else (first, second)


@cache
def _day() -> str:
    """The pattern of a day with its year; its groups tell which of the written forms it is."""
    months = "|".join(sorted(load_table(TABLE)["months"], key=len, reverse=True))
    weekdays = "|".join(sorted(_words("weekdays"), key=len, reverse=True))
    return (
        rf"(?:(?:{weekdays})\b\.?,?\s+)?"
        r"(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"
        r"|(?P<y2>\d{4})(?P<m2>\d{2})(?P<d2>\d{2})(?!\d)"
        rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{months})\b\.?,?[\s-]+(?P<y3>\d{{4}})(?!\d)"
        rf"|(?P<month2>{months})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})(?!\d)"
        r"|(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y5>\d{4})(?!\d))"
    )


def _words(key: str) -> frozenset[str]:
    """A list of the table ``[dateline]`` as a set."""
    return frozenset(load_table(TABLE)["dateline"][key])


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"{_day()}{TIME}$", re.IGNORECASE | re.ASCII)


@cache
def _own_line() -> re.Pattern[str]:
    """'25 Jun 2018', 'Published: Monday, 3 March 2024 10:15 GMT'."""
    labels = "|".join(sorted(_words("labels"), key=len, reverse=True))
    return re.compile(rf"(?:(?:{labels})\b\s*:?\s*(?:on\s+)?)?{_day()}{TIME}\.?$", re.IGNORECASE | re.ASCII)


@cache
def _byline() -> re.Pattern[str]:
    """'By AGENCY 2019/05/14 18:20', 'Jane Doe | March 3, 2024'."""
    writer = r"(?:By\s[^\n\d]{1,80}?[\s,|•·–—-]|[^\n\d]{2,80}?[|•·])"
    return re.compile(rf"{writer}\s*{_day()}{TIME}$", re.IGNORECASE | re.ASCII)


@cache
def _dateline() -> re.Pattern[str]:
    """'LONDON, March 3, 2024 (Agency) —', 'GENEVA (Agency) - 3 March 2024 -', 'Lima, 2024-03-03:'."""
    agency = r"\([^()\n]{1,40}\)|/[^/\n]{1,40}/"
    return re.compile(
        rf"(?P<place>[^\W\d_][^\n\d!?;:\"“]{{1,60}}?)[\s,(–—-]+{_day()}\)?,?\s*(?:{agency})?\s*(?:—|–|-|:|\|)",
        re.IGNORECASE,
    )


def _is_place(words: str | None) -> bool:
    """Whether the words before a dateline's day can be a place's name: capitals, and nothing that opens a sentence."""
    if words is None:
        return True
    names = re.findall(r"[^\W\d_]+", words)
    if not names or names[0].lower() in _words("openers") | _words("weekdays"):
        return False
    return all(not name[0].islower() or name in _words("particles") for name in names)
