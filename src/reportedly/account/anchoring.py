"""Undated reports take the year of their days from the story: "5 June" in a story told in June 2018 is of that year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.reading.reading import EventMention, Reading, TimeExpression
from reportedly.report import Report

BEFORE = timedelta(days=60)
"""How long before its first report a story's days may lie."""
AFTER = timedelta(days=14)
YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(T.+)?")
"""A value with a month, or a month and a day, whose year nobody told."""
DAY, MONTH = 1, 4
"""UCDP's date_precision of a day and of a month."""


def anchored(reports: Sequence[Report], readings: Mapping[str, Reading]) -> Mapping[str, Reading]:
    """The readings by report, those of undated reports with years for their days as far as the story tells them.

    A day gets the year that puts it between `BEFORE` the story's first dated report and `AFTER` its last; where no
    year or more than one does, it stays open. What happens in a sentence with one such day happens on it.
    """
    dated = [report.published for report in reports if report.published]
    undated = [report.id for report in reports if report.published is None and report.id in readings]
    if not dated or not undated:
        return readings
    first, last = min(dated) - BEFORE, max(dated) + AFTER
    return {**readings, **{report: _anchored(readings[report], first, last) for report in undated}}


def _anchored(reading: Reading, first: date, last: date) -> Reading:
    times = tuple(_dated(time, first, last) for time in reading.times)
    if times == reading.times:
        return reading
    told: dict[int, list[int]] = {}
    for number, time in enumerate(times):
        if time.earliest is not None:
            told.setdefault(time.sentence, []).append(number)
    events = tuple(_happening(event, times, told.get(event.sentence, ())) for event in reading.events)
    return replace(reading, times=times, events=events)


def _dated(time: TimeExpression, first: date, last: date) -> TimeExpression:
    """The expression with its year, if one and only one fits."""
    found = YEARLESS.fullmatch(time.value)
    if found is None or time.earliest is not None:
        return time
    month, day = int(found[1]), int(found[2]) if found[2] else None
    periods = [period for year in range(first.year, last.year + 1) if (period := _period(year, month, day))]
    fitting = [period for period in periods if period[0] <= last and first <= period[1]]
    if len(fitting) != 1:
        return time
    earliest, latest = fitting[0]
    value = f"{earliest.year:04}{time.value.removeprefix('XXXX')}"
    return replace(time, value=value, earliest=earliest, latest=latest)


def _period(year: int, month: int, day: int | None) -> tuple[date, date] | None:
    """The closed interval of a day or a month; None where the calendar has none such."""
    try:
        if day is not None:
            return date(year, month, day), date(year, month, day)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None


def _happening(event: EventMention, times: Sequence[TimeExpression], told: Sequence[int]) -> EventMention:
    if event.earliest is not None or len(told) != 1:
        return event
    time = times[told[0]]
    precision = DAY if time.earliest == time.latest else MONTH
    return replace(event, time=told[0], earliest=time.earliest, latest=time.latest, date_precision=precision)
