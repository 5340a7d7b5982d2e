"""The functions that rules name by ``make``."""

from __future__ import annotations

from reportedly.reading.times import clocks, days, lengths, seasons, units
from reportedly.reading.times.grammar import Match
from reportedly.reading.times.meaning import Maker, Meaning, Setting


def make_nothing(match: Match, setting: Setting) -> Meaning | None:
    """No time at all: the rule only keeps others away ("a 25-year-old coach")."""
    return None


MAKERS: dict[str, Maker] = {
    "clock": clocks.make_clock,
    "overnight": clocks.make_overnight,
    "part": clocks.make_part,
    "beside_day": days.make_beside_day,
    "day": days.make_day,
    "day_range": days.make_day_range,
    "days": days.make_days,
    "fixed": days.make_fixed,
    "holiday": days.make_holiday,
    "told_date": days.make_told_date,
    "told_weekday": days.make_told_weekday,
    "every": lengths.make_every,
    "length": lengths.make_length,
    "range": lengths.make_range,
    "ref": lengths.make_ref,
    "regular": lengths.make_regular,
    "century": units.make_century,
    "decade": units.make_decade,
    "era": units.make_era,
    "half": seasons.make_half,
    "month": units.make_month,
    "quarter": seasons.make_quarter,
    "season": seasons.make_season,
    "shift": units.make_shift,
    "spelt_year": units.make_spelt_year,
    "told": units.make_told,
    "told_season": seasons.make_told_season,
    "unit": units.make_unit,
    "week_of": days.make_week_of,
    "weekend": units.make_weekend,
    "week_in": units.make_week_in,
    "year_range": units.make_year_range,
    "year": units.make_year,
    "nothing": make_nothing,
}
FLOATING = frozenset({"clock", "overnight"})
"""Makers of times that take their day from elsewhere in the sentence."""
