"""Days: full dates, dates without a year, weekdays, today and yesterday, days with names, days told before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from reportedly.reading.times.clocks import clock_of, zone_of
from reportedly.reading.times.grammar import Match
from reportedly.reading.times.meaning import MEMORY, Meaning, Setting, dated, timed, unanchored
from reportedly.reading.times.numerals import ordinal_of
from reportedly.reading.times.order import Order
from reportedly.reading.times.periods import Period, containing, day_of
from reportedly.reading.times.tense import AGAINST, side
from reportedly.reading.times.units import edge_of, month_number, sign_of, year_told
from reportedly.reading.times.words import load_words

Slots = dict[str, str]


def make_day(match: Match, setting: Setting) -> Meaning | None:
    """A day, with a part of it or a clock time where one is told: "early on Monday", "9.45pm on Tuesday evening"."""
    slots = match.slots
    day = day_in(slots, setting)
    if day is None:
        return _unknown_day(slots, match) if setting.published is None else None
    part = match.given.get("part") or part_in(slots)
    edge = edge_of(slots)
    if "clock" in slots or "highpoint" in slots:
        clock = clock_of(slots)
        return timed(day, clock + zone_of(slots, day.first), edge) if clock else None
    return timed(day, part, edge) if part else dated(day, edge)


def _unknown_day(slots: Slots, match: Match) -> Meaning | None:
    """A day of an undated report: what is known of it stands, the rest is X."""
    words = load_words()
    value = "XXXX-XX-XX"
    if "day" in slots and "month" in slots:
        value = f"XXXX-{month_number(slots):02}-{ordinal_of(slots['day']):02}"
    elif "weekday" in slots:
        value = f"XXXX-WXX-{words.find(slots['weekday'], 'WEEKDAY', 'SHORTDAY')}"
    elif "dayword" not in slots:
        return None
    clock = clock_of(slots) if "clock" in slots or "highpoint" in slots else None
    part = clock or match.given.get("part") or part_in(slots)
    if part:
        return Meaning("TIME", f"{value}T{part}")
    return unanchored("day", edge_of(slots), value)


def part_in(slots: Slots) -> str | None:
    """The part of the day that is told ("EV"), None where none is."""
    key = slots.get("part")
    found = load_words().find(key, "PART", "MANYPARTS", "TWILIGHT") if key else None
    return str(found) if found else None


def day_in(slots: Slots, setting: Setting) -> Period | None:
    """The day that the slots tell; None where the calendar has none such or nothing anchors it."""
    if "ymd" in slots:
        year, month, day = (int(part) for part in slots["ymd"].replace(".", "/").split("/"))
        return day_of(year, month, day)
    if "dmy" in slots:
        return _numeric(slots["dmy"], setting.published, setting.telling.order)
    if "day" in slots:
        return _calendar_day(slots, setting)
    if setting.published is None:
        return None
    if "dayword" in slots:
        shift = load_words().number("DAYWORD", slots["dayword"])
        return containing("day", setting.spoken or setting.published).shifted(shift)
    return _weekday(slots, setting, setting.published)


def _numeric(figures: str, published: date | None, order: Order | None) -> Period | None:
    """ "25/3/2021" or "3/25/2021": where both are dates, as ``order`` says, else the one nearer to publication.

    Undated and without order the day comes first.
    """
    first, second, year = (int(part) for part in figures.replace(".", "/").split("/"))
    if year < 100:
        year += 2000 if published is None or year <= published.year % 100 + 10 else 1900
    day_first, month_first = day_of(year, second, first), day_of(year, first, second)
    readings = [day for day in (day_first, month_first) if day]
    if not readings:
        return None
    if order and len(readings) == 2:
        return day_first if order == "day" else month_first
    return min(readings, key=lambda day: abs((day.first - published).days)) if published else readings[0]


def _calendar_day(slots: Slots, setting: Setting) -> Period | None:
    month, day = month_number(slots), ordinal_of(slots["day"])
    told = year_told(slots, setting)
    if told:
        return day_of(told, month, day)
    if setting.published is None:
        return None
    year = setting.published.year
    if "whichyear" in slots:
        return day_of(year + sign_of(slots["whichyear"]), month, day)
    around = [found for found in (day_of(year + shift, month, day) for shift in (-1, 0, 1)) if found]
    if "weekday" in slots:
        number = load_words().find(slots["weekday"], "WEEKDAY", "SHORTDAY")
        around = [found for found in around if found.first.isoweekday() == number] or around
    way = sign_of(slots["which"]) if "which" in slots else None
    return _likeliest(around, setting, way)


def _likeliest(days: Iterable[Period], setting: Setting, told: int | None = None) -> Period | None:
    """The day nearest to publication; a day on the side to which the clause does not look counts as so much farther."""
    published = setting.published
    assert published is not None
    way = told or setting.direction()

    def distance(day: Period) -> int:
        gap = (day.first - published).days
        return abs(gap) * (1 if not gap or way == 0 or (gap > 0) == (way > 0) else AGAINST)

    return min(days, key=distance, default=None)


def _weekday(slots: Slots, setting: Setting, published: date) -> Period:
    """The day of that name: the last one for a clause that looks back, else the next; a report's own day is today."""
    number = load_words().find(slots["weekday"], "WEEKDAY", "SHORTDAY")
    assert isinstance(number, int)
    back = (published.isoweekday() - number) % 7
    which = slots.get("which", "this")
    if "whichweek" in slots:
        monday = containing("week", published).shifted(sign_of(slots["whichweek"]))
        first = (monday.first if monday else published) + timedelta(days=number - 1)
        return Period("day", first)
    if sign_of(which) < 0:
        return Period("day", published - timedelta(days=back or 7))
    if sign_of(which) > 0:
        return Period("day", published + timedelta(days=(7 - back) % 7 or 7))
    way = setting.direction() or (2 if "which" in slots else -2)
    return Period("day", published + timedelta(days=(7 - back) % 7 if side(way, back, 7 - back) > 0 else -back))


def make_beside_day(match: Match, setting: Setting) -> Meaning | None:
    """The day before or after another: "the day before yesterday", "the day after Christmas"."""
    other = make_holiday(match, setting) if "holiday" in match.slots else make_day(match, setting)
    if other is None or other.period is None:
        return other and unanchored("day")
    day = containing("day", other.period.first).shifted(match.given["sign"])
    return dated(day) if day else None


def make_days(match: Match, setting: Setting) -> Meaning | None:
    """Two days in a row taken together, "on Sunday and Monday": the interval, in ISO 8601's notation."""
    first = day_in(match.slots, setting)
    second = first.shifted(1) if first else None
    if first is None or second is None:
        return unanchored("day") if setting.published is None else None
    return Meaning("DATE", f"{first.value}/{second.value}", None, first.first, second.first, second)


def make_day_range(match: Match, setting: Setting) -> Meaning | None:
    """Days of one month from one to another, "12-15 June": the interval, in ISO 8601's notation."""
    last = day_in(match.slots, setting)
    if last is None:
        return unanchored("month", None, f"XXXX-{month_number(match.slots):02}") if setting.published is None else None
    first = day_of(last.first.year, last.first.month, ordinal_of(match.slots["from"]))
    if first is None or first.first >= last.first:
        return dated(last)
    return Meaning("DATE", f"{first.value}/{last.value}", None, first.first, last.first, last)


def make_fixed(match: Match, setting: Setting) -> Meaning | None:
    """A day that the rule itself gives: "the September 11 attacks"."""
    return dated(Period("day", match.given["day"]))


def make_week_of(match: Match, setting: Setting) -> Meaning | None:
    """A week by one of its days, "the week of March 6": the ISO week in which that day lies."""
    day = day_in(match.slots, setting)
    return dated(containing("week", day.first)) if day else unanchored("week")


def make_told_weekday(match: Match, setting: Setting) -> Meaning | None:
    """A weekday after what was told, "the following Tuesday": the first of that name after the last day told."""
    base = setting.telling.last("day") or (containing("day", setting.published) if setting.published else None)
    number = load_words().number("WEEKDAY", match.slots["weekday"])
    if base is None:
        return unanchored("day", None, f"XXXX-WXX-{number}")
    if sign_of(match.slots["told"]) < 0:
        back = (base.first.isoweekday() - number) % 7 or 7
        return dated(base.shifted(-back) or base)
    return dated(base.shifted((number - base.first.isoweekday()) % 7 or 7) or base)


def make_told_date(match: Match, setting: Setting) -> Meaning | None:
    """A day by its number alone, "on the 14th": of the month told, else the nearest on the side of the clause."""
    slots = match.slots
    number = ordinal_of(slots["day"])
    told = setting.telling.last("period", MEMORY)
    if told and told.unit in ("day", "month"):
        return _in_part(day_of(told.first.year, told.first.month, number), slots)
    if setting.published is None:
        return unanchored("day", None, f"XXXX-XX-{number:02}")
    months = [containing("month", setting.published).shifted(shift) for shift in (-1, 0, 1)]
    days = [day_of(month.first.year, month.first.month, number) for month in months if month]
    return _in_part(_likeliest([day for day in days if day], setting), slots)


def _in_part(day: Period | None, slots: Slots) -> Meaning | None:
    """A day, or the part of it that the slots tell."""
    part, edge = part_in(slots), edge_of(slots)
    if day is None:
        return None
    return timed(day, part, edge) if part else dated(day, edge)


def make_holiday(match: Match, setting: Setting) -> Meaning | None:
    """A day with a name, in the year told or the likeliest one."""
    slots = match.slots
    if setting.published is None and "year" not in slots:
        return unanchored("day")
    year = int(slots["year"]) if "year" in slots else setting.published.year if setting.published else 1
    if "year" in slots or "whichyear" in slots:
        told = _holiday(slots, year + (sign_of(slots["whichyear"]) if "whichyear" in slots else 0))
        return dated(told) if told else None
    found = [day for day in (_holiday(slots, year + shift) for shift in (-1, 0, 1)) if day]
    published = setting.published
    assert published is not None
    which = sign_of(slots["which"]) if "which" in slots else 0
    if which:
        side = [day for day in found if (day.first > published) == (which > 0) and day.first != published]
        chosen = min(side, key=lambda day: abs((day.first - published).days), default=None)
    else:
        chosen = _likeliest(found, setting)
    return dated(chosen) if chosen else None


def _holiday(slots: Slots, year: int) -> Period | None:
    """The day of that name in a year."""
    key = slots["holiday"]
    eve = "eve" in slots
    if not 1600 <= year <= 9998:
        return None
    if key in ("easter", "good"):
        shift = -2 if key == "good" else 1 if "easterday" in slots and slots["easterday"] == "monday" else 0
        return containing("day", easter_of(year)).shifted(shift)
    if key == "new":
        return day_of(year, 12, 31) if eve else day_of(year, 1, 1)
    rule = load_words().find(key, "HOLIDAY", "HOLIDAYHEAD")
    assert isinstance(rule, list)
    day = day_of(year, rule[0], rule[1]) if len(rule) == 2 else _nth_weekday(year, *rule)
    return day.shifted(-1) if day and eve else day


def _nth_weekday(year: int, month: int, weekday: int, rank: int) -> Period | None:
    """The first, second … (or last, -1) of a weekday in a month."""
    whole = containing("month", date(year, month, 1))
    if rank < 0:
        return Period("day", whole.last - timedelta(days=(whole.last.isoweekday() - weekday) % 7))
    return Period("day", whole.first + timedelta(days=(weekday - whole.first.isoweekday()) % 7 + 7 * (rank - 1)))


def easter_of(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lead = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * lead) // 433
    month = (h + lead - 7 * m + 90) // 25
    return date(year, month, (h + lead - 7 * m + 33 * month + 19) % 32)
