"""Seasons, quarters and halves of a year: "last fall", "that autumn", "the third quarter of 2015", "the year-earlier
quarter".
"""

from __future__ import annotations

from datetime import date

from reportedly.reading.times.grammar import Match
from reportedly.reading.times.meaning import Meaning, Setting, aside, dated, unanchored
from reportedly.reading.times.numerals import ordinal_of
from reportedly.reading.times.periods import SEASON_MONTH, Period, containing, year_of
from reportedly.reading.times.units import edge_of, sign_of, year_told
from reportedly.reading.times.words import load_words

Slots = dict[str, str]


def make_season(match: Match, setting: Setting) -> Meaning | None:
    """A season of the year told, else the last, this or the next."""
    slots, published = match.slots, setting.published
    name = str(load_words().find(slots["season"], "SEASON", "FALL"))
    edge = edge_of(slots)
    year = year_told(slots, setting)
    if year:
        return dated(Period("season", date(year, SEASON_MONTH[name], 1)), edge)
    if published is None:
        return unanchored("season", edge, f"XXXX-{name}")
    chosen = _likeliest_season(slots, setting, published, SEASON_MONTH[name])
    return dated(chosen, edge) if chosen else None


def make_told_season(match: Match, setting: Setting) -> Meaning | None:
    """A season after what was told: "that autumn", "the following spring"."""
    told = setting.telling.last("period")
    base = told.first if told else setting.published
    name = str(load_words().find(match.slots["season"], "SEASON", "FALL"))
    if base is None:
        return unanchored("season", None, f"XXXX-{name}")
    way = sign_of(match.slots.get("told", "that"))
    seasons = [Period("season", date(base.year + shift, SEASON_MONTH[name], 1)) for shift in (-1, 0, 1)]
    if way > 0:
        last = min(told.last if told else base, date(base.year, 11, 30))
        return dated(next(season for season in seasons if season.first > last))
    return dated(seasons[1 + way])


def _likeliest_season(slots: Slots, setting: Setting, published: date, month: int) -> Period | None:
    """The season meant: "last fall" is over, "next fall" has not begun; "the fall" alone may be the one that runs."""
    years = [published.year + shift for shift in (-1, 0, 1) if 1 <= published.year + shift < 9999]
    seasons = [Period("season", date(year, month, 1)) for year in years]
    which = sign_of(slots["which"]) if "which" in slots else None
    way = which if which is not None else (setting.direction() or -1)
    if way < 0:
        chosen = [season for season in seasons if (season.last if which else season.first) <= published][-1:]
    elif way > 0:
        chosen = [season for season in seasons if (season.first if which else season.last) > published][:1]
    else:
        chosen = [season for season in seasons if season.first.year == published.year]
    return chosen[0] if chosen else None


def make_quarter(match: Match, setting: Setting) -> Meaning | None:
    """A quarter: by number, or "the latest quarter", "the year-earlier quarter" after the one that was told last."""
    slots, published = match.slots, setting.published
    number = ordinal_of(slots["nth"]) if "nth" in slots else None
    if number is not None and not 1 <= number <= 4:
        return None
    if number and "year" in slots:
        return dated(Period("quarter", date(int(slots["year"]), 3 * number - 2, 1)))
    told = setting.telling.last("quarter")
    if number is None and "year" in slots:
        year = int(slots["year"])
        meant = dated(Period("quarter", date(year, told.first.month, 1)) if told else year_of(year))
        return aside(meant) if told and year < told.first.year else meant
    if published is None:
        return unanchored("quarter", None, f"XXXX-Q{number or 'X'}")
    this = containing("quarter", published)
    if number is None:
        return _latest_quarter(told, this, match.given.get("yearback", 0))
    if "whichyear" in slots:
        return dated(Period("quarter", date(published.year + sign_of(slots["whichyear"]), 3 * number - 2, 1)))
    back = (this.first.month // 3 + 1 - number) % 4
    found = this.shifted(4 - back if setting.direction() > 0 and back > 1 else -back)
    return dated(found) if found else None


def _latest_quarter(told: Period | None, this: Period, years_back: int) -> Meaning:
    """The quarter that results are about: the one told, if it is over, else the last; what it is compared with is not
    told.
    """
    latest = told if told and told.first < this.first else this.shifted(-1) or this
    return aside(dated(latest.shifted(-4 * years_back) or latest)) if years_back else dated(latest)


def make_half(match: Match, setting: Setting) -> Meaning | None:
    """Half of a year."""
    slots, published = match.slots, setting.published
    month = 1 if slots["half"] == "first" else 7
    if "year" not in slots and published is None:
        return unanchored("half", None, f"XXXX-H{1 if month == 1 else 2}")
    year = int(slots["year"]) if "year" in slots else (published.year if published else 1)
    year += sign_of(slots["whichyear"]) if "whichyear" in slots else 0
    return dated(Period("half", date(year, month, 1)))
