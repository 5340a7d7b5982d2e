"""Calendar periods: a day, a week, a month … a century, with their TIMEX3 values and their days.

Weeks are ISO 8601 weeks. Winter is December to February and belongs to the year in which it starts.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reportedly.records import quicken

Unit = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]
MONTHS_IN: dict[Unit, int] = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
DAYS_IN: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_MONTH = {name: month for month, name in SEASONS.items()}
UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "season": "XXXX-XX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
"""The value of a period in an undated report."""


@quicken
@dataclass(frozen=True, slots=True)
class Period:
    """A period of the calendar that starts on ``first``."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "weekend":
            return self.first + timedelta(days=1)
        after = self.shifted(1)
        return after.first - timedelta(days=1) if after else date.max

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        year, month = self.first.year, self.first.month
        match self.unit:
            case "day":
                return self.first.isoformat()
            case "week" | "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return f"{year:04}-{month:02}"
            case "quarter" | "half":
                return f"{year:04}-{self.unit[0].upper()}{(month - 1) // MONTHS_IN[self.unit] + 1}"
            case "season":
                return f"{year:04}-{SEASONS[month]}"
            case "year":
                return f"{year:04}"
            case "decade":
                return f"{year:04}"[:3]
            case "century":
                return f"{year:04}"[:2]

    def shifted(self, count: int) -> Period | None:
        """The period that lies ``count`` of its kind later (earlier where negative); None beyond years 1 to 9999."""
        if self.unit in DAYS_IN:
            first = add_days(self.first, count * DAYS_IN[self.unit])
        else:
            first = add_months(self.first, count * MONTHS_IN[self.unit])
        return Period(self.unit, first) if first else None


def containing(unit: Unit, day: date) -> Period:
    """The period of that kind in which a day lies (the weekend of the ISO week)."""
    first = day
    if unit in ("week", "weekend"):
        first = add_days(day, -day.weekday()) or day
        if unit == "weekend":
            first = add_days(first, 5) or first
    elif unit == "season":
        first = add_months(day.replace(day=1), -(day.month % 3)) or date(1, 3, 1)
    elif unit in ("month", "quarter", "half"):
        length = MONTHS_IN[unit]
        first = date(day.year, (day.month - 1) // length * length + 1, 1)
    elif unit in ("year", "decade", "century"):
        length = MONTHS_IN[unit] // 12
        first = date(max(day.year // length * length, 1), 1, 1)
    return Period(unit, first)


def month_of(year: int, month: int) -> Period:
    """A month."""
    return Period("month", date(year, month, 1))


def year_of(year: int) -> Period:
    """A year."""
    return Period("year", date(year, 1, 1))


def day_of(year: int, month: int, day: int) -> Period | None:
    """A day; None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12) or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Period("day", date(year, month, day))


def add_days(day: date, count: int) -> date | None:
    """A day so many days later; None beyond the calendar."""
    number = day.toordinal() + count
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def add_months(day: date, count: int) -> date | None:
    """The same day so many months later, or the month's last where it is shorter; None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def part_of(period: Period, mod: str | None) -> tuple[date, date]:
    """The days that an edge leaves of a period: "early June" 1 to 10, "mid-June" 11 to 20, "late June" the rest.

    Longer periods are cut at thirds of their months ("mid-2014" is May to August), weeks at thirds of their days.
    """
    if mod not in ("START", "MID", "END") or period.unit == "day":
        return period.first, period.last
    cuts = _cuts(period)
    if mod == "START":
        return period.first, cuts[0] - timedelta(days=1)
    return (cuts[0], cuts[1] - timedelta(days=1)) if mod == "MID" else (cuts[1], period.last)


def _cuts(period: Period) -> tuple[date, date]:
    if period.unit == "month":
        return period.first + timedelta(days=10), period.first + timedelta(days=20)
    if period.unit in DAYS_IN:
        return period.first + timedelta(days=2), period.first + timedelta(days=4)
    third = MONTHS_IN[period.unit] // 3
    return add_months(period.first, third) or period.last, add_months(period.first, 2 * third) or period.last
