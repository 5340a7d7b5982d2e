"""Weeks, months, years and longer: "last week", "early June", "the late 1970s", "a year earlier"."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.reading.times.grammar import Match
from reportedly.reading.times.lengths import CLOCK_UNITS, LARGER, bound_of, make_length, unit_letter
from reportedly.reading.times.meaning import MEMORY, Meaning, Setting, aside, dated, unanchored
from reportedly.reading.times.numerals import number_of, ordinal_of, year_number
from reportedly.reading.times.periods import Unit, containing, month_of, year_of
from reportedly.reading.times.tense import side
from reportedly.reading.times.words import load_words

Slots = dict[str, str]
UNITS: dict[str, Unit] = {
    "D": "day", "W": "week", "F": "week", "MONTH": "month", "Q": "quarter", "Y": "year", "E": "decade", "C": "century",
}  # fmt: skip


def edge_of(slots: Slots) -> str | None:
    """START, MID, END, BEFORE or AFTER where the slots tell an edge."""
    for slot in ("edge", "partedge"):
        found = load_words().find(slots[slot], "EDGE", "BORDER") if slot in slots else None
        if found:
            return str(found)
    return None


def sign_of(key: str) -> int:
    """-1 for "last", 0 for "this", 1 for "next" and their like."""
    found = load_words().find(key, "WHICH", "TOLD", "GONE")
    return found if isinstance(found, int) else -1


def month_number(slots: Slots) -> int:
    """The month that the slots tell, 1 to 12."""
    if "monthnumber" in slots:
        return int(slots["monthnumber"])
    found = load_words().find(slots["month"], "MONTH", "SHORTMONTH", "MAYMONTH")
    assert isinstance(found, int)
    return found


def year_told(slots: Slots, setting: Setting) -> int | None:
    """The year that the slots name ("1944", "'44") or point back to ("of that year"); None where they do neither."""
    if "year" in slots:
        return year_number(slots["year"])
    if "shortyear" in slots:
        return full_year(int(slots["shortyear"]), setting.published)
    told = setting.telling.last("period")
    if "toldyear" in slots and told:
        return told.first.year + sign_of(slots["toldyear"])
    return None


def full_year(short: int, published: date | None) -> int:
    """A year of two figures: in the century that the report's own day allows ("'44" in 2019 is 1944)."""
    now = published.year if published else 2000
    start = now // 100 * 100 + short
    return start - 100 if start > now else start


def unit_in(match: Match) -> Unit:
    """The calendar unit that the rule or its words name."""
    key = str(match.given.get("unit") or match.slots["unit"])
    if key in UNITS:
        return UNITS[key]
    return UNITS[unit_letter(key)]


def make_month(match: Match, setting: Setting) -> Meaning | None:
    """A month of the year told, else the likeliest: the last for a clause that looks back, the next for one that looks
    ahead.
    """
    slots, published = match.slots, setting.published
    month, edge = month_number(slots), edge_of(slots)
    year = year_told(slots, setting)
    if year:
        return dated(month_of(year, month), edge)
    if published is None:
        return unanchored("month", edge, f"XXXX-{month:02}")
    if "whichyear" in slots:
        return dated(month_of(published.year + sign_of(slots["whichyear"]), month), edge)
    return dated(month_of(_year_of_month(slots, setting, published, month), month), edge, published)


def make_week_in(match: Match, setting: Setting) -> Meaning | None:
    """A week by its place in a month, "the first week of May": the month, with its edge and the week's days."""
    key = match.slots["nth"]
    number = 5 if key in ("last", "final") else ordinal_of(key)
    month = make_month(match, setting)
    if month is None or not 1 <= number <= 5:
        return None
    edge = "START" if number == 1 else "MID" if number < 4 else "END"
    if month.period is None:
        return Meaning("DATE", month.value, edge)
    first, last = month.period.first, month.period.last
    start = last - timedelta(days=6) if number == 5 else first + timedelta(days=7 * (number - 1))
    return Meaning("DATE", month.value, edge, start, start + timedelta(days=6), month.period)


def _year_of_month(slots: Slots, setting: Setting, published: date, month: int) -> int:
    ahead = month - published.month
    if "which" in slots:
        way = sign_of(slots["which"])
        return published.year + (0 if way == 0 else -1 if way < 0 <= ahead else 1 if ahead <= 0 < way else 0)
    if ahead == 0:
        return published.year
    way = side(setting.direction(), -ahead % 12, ahead % 12)
    return published.year + (-1 if way < 0 < ahead else 1 if ahead < 0 < way else 0)


def make_year(match: Match, setting: Setting) -> Meaning | None:
    """A year in figures."""
    edge = edge_of(match.slots)
    year = year_told(match.slots, setting)
    assert year is not None
    meaning = dated(year_of(year), edge)
    mod = match.given.get("mod")
    return Meaning("DATE", meaning.value, str(mod), period=meaning.period) if mod else meaning


def make_era(match: Match, setting: Setting) -> Meaning | None:
    """A year with its era: "AD 79"; "44 BC", which TIMEX3 writes as BC0044 and which lies before all days here."""
    year = int(match.slots["year"].replace(",", ""))
    if not 1 <= year <= 9998:
        return None
    if load_words().find(match.slots["era"], "BEFOREERA"):
        return Meaning("DATE", f"BC{year:04}")
    return dated(year_of(year))


def make_year_range(match: Match, setting: Setting) -> Meaning | None:
    """Years from one to another, "2010-2015", "1989-90": the interval, in ISO 8601's notation."""
    slots = match.slots
    first = int(slots["from"])
    last = int(slots["year"]) if "year" in slots else first // 100 * 100 + int(slots["shortyear"])
    if len(slots.get("shortyear", "00")) != 2 or not first < last:
        return dated(year_of(first))
    return Meaning("DATE", f"{first}/{last}", None, date(first, 1, 1), date(last, 12, 31), year_of(last))


def make_spelt_year(match: Match, setting: Setting) -> Meaning | None:
    """A year in words: "nineteen seventy-nine", "the year two thousand"."""
    return dated(year_of(year_number(match.slots["words"])))


def make_decade(match: Match, setting: Setting) -> Meaning | None:
    """A decade; two figures mean the century that the report's own day allows ("the '90s")."""
    slots = match.slots
    if "year" in slots:
        start = int(slots["year"])
    else:
        word = slots.get("decadeword")
        short = load_words().number("DECADEWORD", word) * 10 if word else int(slots["shortyear"])
        start = full_year(short, setting.published)
    return dated(containing("decade", date(start, 1, 1)), edge_of(slots)) if start % 10 == 0 else None


def make_century(match: Match, setting: Setting) -> Meaning | None:
    """A century by its number."""
    number = ordinal_of(match.slots["nth"])
    if not 1 <= number <= 30:
        return None
    return dated(containing("century", date((number - 1) * 100 or 1, 1, 1)), edge_of(match.slots))


def make_unit(match: Match, setting: Setting) -> Meaning | None:
    """A week, month, year … counted from the publication: "last week", "earlier this month", "the end of the year"."""
    unit = unit_in(match)
    edge = edge_of(match.slots) or edge_key(match)
    if setting.published is None:
        return unanchored(unit, edge)
    which = match.slots.get("which") or match.given.get("which", "this")
    period = containing(unit, setting.published).shifted(sign_of(which))
    return dated(period, edge, setting.published) if period else None


def edge_key(match: Match) -> str | None:
    """The edge, or other modifier, that the rule itself gives."""
    found = match.given.get("edge") or match.given.get("mod")
    return str(found) if found else None


def make_told(match: Match, setting: Setting) -> Meaning | None:
    """What refers back: "that year", "the same month", "the following day": counted from what was told last.

    "The next day they marched" has no day where nothing was told before.
    """
    unit = unit_in(match)
    told = setting.telling.last("day") if unit == "day" else setting.telling.last("period")
    way = sign_of(match.slots.get("told") or match.given.get("told", "that"))
    base = told.first if told else setting.published
    if base is None or (told is None and way > 0 > setting.direction()):
        return unanchored(unit)
    period = containing(unit, base).shifted(way)
    return dated(period, edge_of(match.slots)) if period else None


def make_weekend(match: Match, setting: Setting) -> Meaning | None:
    """A weekend by its ISO week: the last one for a clause that looks back."""
    if setting.published is None:
        return unanchored("weekend")
    this = containing("weekend", setting.published)
    if "which" in match.slots:
        shift = sign_of(match.slots["which"])
    else:
        shift = -1 if setting.direction() <= 0 and setting.published < this.first else 0
    found = this.shifted(shift)
    return dated(found) if found else None


def make_shift(match: Match, setting: Setting) -> Meaning | None:
    """So many units before or after publication ("two days ago") or the time told last ("two days later")."""
    slots = match.slots
    number = match.given.get("number") or number_of(slots.get("number", "a"))
    if "unit" in slots and unit_letter(slots["unit"]) in CLOCK_UNITS:
        return make_length(match, setting)
    unit = unit_in(match)
    base = _base(match, setting, unit)
    if number is None:
        return make_length(match, setting)
    if base is None:
        return unanchored(unit)
    quarter = setting.telling.last("quarter", MEMORY) if unit == "year" and match.given["sign"] < 0 else None
    if quarter and number == 1:
        return aside(_with_bound(dated(quarter.shifted(-4) or quarter), slots))
    times, _ = LARGER.get(unit_letter(slots.get("unit", "year")), (1, ""))
    return _shifted(base, unit, times * int(number) * match.given["sign"], slots)


def _shifted(base: date, unit: Unit, count: int, slots: Slots) -> Meaning:
    counted: Unit = "year" if unit in ("decade", "century") else unit
    period = containing(counted, base).shifted(count)
    if period is None:
        return Meaning("DATE", "PAST_REF" if count < 0 else "FUTURE_REF")
    return _with_bound(dated(period), slots)


def _with_bound(meaning: Meaning, slots: Slots) -> Meaning:
    mod = bound_of(slots)
    return Meaning("DATE", meaning.value, "APPROX" if mod else None, meaning.earliest, meaning.latest, meaning.period)


def _base(match: Match, setting: Setting, unit: Unit) -> date | None:
    """The day to count from; None for "a week later" where nothing was told before."""
    if not match.given.get("told"):
        return setting.published
    told = setting.telling.last("day") if unit in ("day", "week") else setting.telling.last("period")
    return told.first if told else None if match.given["sign"] > 0 else setting.published
