"""Clock times and parts of a day: "9.45pm", "18:15 local time (15:15 GMT)", "that evening", "overnight"."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.reading.times.grammar import Match
from reportedly.reading.times.meaning import Meaning, Setting, timed
from reportedly.reading.times.numerals import number_of
from reportedly.reading.times.periods import Period, containing
from reportedly.reading.times.units import edge_of, sign_of
from reportedly.reading.times.words import load_words

Slots = dict[str, str]
DAWN = "07:00"
"""Before this hour a night belongs to the day after: "last night, around 2 a.m."."""
SUMMER_ZONES = frozenset({"et", "ct", "pt", "eastern", "central", "mountain", "pacific"})
"""Zone names that follow the season: an hour more from the second Sunday of March to the first of November (US law
since 2007)."""


def clock_of(slots: Slots) -> str | None:
    """Hours and minutes, "21:45"; None where there is no such hour ("17 p.m.")."""
    if "highpoint" in slots:
        return str(load_words().values["HIGHPOINT"][slots["highpoint"]])
    hour_key, _, rest = _with_colon(slots["clock"]).partition(":")
    hour = int(number_of(hour_key) or 0)
    minutes = rest[:2] or "00"
    if "past" in slots:
        minutes = "30" if slots["past"] == "half" else "15"
    if "before" in slots:
        hour, minutes = (hour - 1) % 12 or 12, "45"
    half = load_words().number("AMPM", slots["ampm"]) if "ampm" in slots else _half(slots, hour)
    if hour > 24 or minutes > "59":
        return None
    if half is not None and hour > 12:
        return f"{hour:02}:{minutes}" if hour < 24 else None
    if half is not None:
        hour = hour % 12 + half
    return f"{hour:02}:{minutes}"


def _with_colon(figures: str) -> str:
    """ "9.45" and the military "0945" as "9:45"."""
    if len(figures) == 4 and figures.isdigit():
        return f"{figures[:2]}:{figures[2:]}"
    return figures.replace(".", ":")


def _half(slots: Slots, hour: int) -> int | None:
    """The half of the day that a part of it implies: "4 in the morning", "9:45 on Tuesday evening"."""
    part = load_words().find(slots["part"], "PART", "TWILIGHT") if "part" in slots else None
    if part is None:
        return None
    return 12 if part in ("AF", "EV") or (part == "NI" and hour >= 6) else 0


def zone_of(slots: Slots, day: date | None) -> str:
    """The offset from Greenwich as ISO 8601 writes it: "Z", "-04:00"; empty for local time."""
    if "zone" not in slots:
        return ""
    hours = load_words().find(slots["zone"], "ZONE", "LONGZONE")
    assert isinstance(hours, int)
    if slots["zone"] in SUMMER_ZONES and day and _is_summer(day):
        hours += 1
    return f"{'-' if hours < 0 else '+'}{abs(hours):02}:00" if hours else "Z"


def _is_summer(day: date) -> bool:
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    start = march + timedelta(days=(7 - march.isoweekday()) % 7)
    return start <= day < november + timedelta(days=(7 - november.isoweekday()) % 7)


def make_clock(match: Match, setting: Setting) -> Meaning | None:
    """A clock time on the day that the sentence names, else the day told last, else that of publication."""
    clock = clock_of(match.slots)
    day = beside(setting)
    if clock and day and day == setting.telling.last("night") and clock < DAWN:
        day = day.shifted(1)
    return timed(day, clock + zone_of(match.slots, day.first if day else None), edge_of(match.slots)) if clock else None


def make_part(match: Match, setting: Setting) -> Meaning | None:
    """A part of a day: of today ("this morning"), of the night before, of the day told last ("that evening")."""
    slots, published = match.slots, setting.published
    part = match.given.get("part") or str(load_words().find(slots["part"], "PART", "TWILIGHT"))
    today = containing("day", published) if published else None
    if match.given.get("near"):
        day = beside(setting)
    elif match.given.get("told") or "told" in slots:
        base = setting.telling.last("day") or today
        told = slots.get("told") or match.given.get("told", "that")
        day = base.shifted(sign_of(told)) if base else None
    else:
        day = today.shifted(-match.given.get("back", 0)) if today else None
    return timed(day, part, edge_of(slots))


def make_overnight(match: Match, setting: Setting) -> Meaning | None:
    """ "overnight": the night just told, else the one before the day that the sentence names, else before today."""
    night = setting.telling.last("night")
    if night:
        return timed(night, "NI")
    day = setting.near or (containing("day", setting.published) if setting.published else None)
    return timed(day.shifted(-1) if day else None, "NI")


def beside(setting: Setting) -> Period | None:
    """The day that a time without a day belongs to."""
    published = None if setting.telling.narrative else setting.published
    today = containing("day", published) if published else None
    return setting.near or setting.telling.last("day", within=1) or today
