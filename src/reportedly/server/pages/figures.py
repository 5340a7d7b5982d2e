"""The figures: one chart for each series, with every value, who gave it, and for which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.account.account import Account, Series, SeriesPoint
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.paging import Window, bounded, holds
from reportedly.telling.counted import GRAVE
from reportedly.telling.phrasing import source_name
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_value

MOST_CITED, MOST_VALUES = 4, 250


@dataclass(frozen=True, slots=True)
class Value:
    """One value: ``low``/``high`` None = no bound on that side; ``words`` says it as the brief does.

    ``as_of`` is the day for which it holds, ``printed`` what stands in the report, ``source`` None for the outlet.
    The same value of one source for one day is one, however many reports carry it: ``reports`` counts them, and
    ``citations`` lead to the first.
    """

    as_of: date | None
    published: date | None
    low: float | None
    high: float | None
    best: float
    words: str
    printed: str
    origin: str
    source: str | None
    outlet: str | None
    reports: int
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A series: what is counted, its values by the day for which they hold, and the current one in words."""

    id: str
    label: str
    unit: str
    place: str | None
    revised: bool
    disputed: bool
    current: str
    current_as_of: date | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A page of the series of a story: those that move first, and of them those of people struck by its own event.

    ``found`` fit the choice, of ``total``; the first ``moving`` of them have more than one value.
    """

    total: int
    found: int
    moving: int
    charts: tuple[Chart, ...]


def charts_of(account: Account) -> tuple[Chart, ...]:
    """Every series of a story."""
    shelf = Shelf(account)
    names = {origin.id: origin.name for origin in account.origins}
    disputed = {
        shelf.figures[key].series
        for found in account.disagreements
        if found.status == "open"
        for key in found.figures
        if key in shelf.figures
    }
    drawn = [(series, _chart(series, shelf, names, disputed)) for series in account.series]
    drawn.sort(key=lambda each: _rank(each[0], each[1], shelf))
    return tuple(chart for _, chart in drawn)


def _rank(series: Series, chart: Chart, shelf: Shelf) -> tuple[bool, bool, bool, int, int]:
    relations = {shelf.figures[point.figure].relation for point in series.points if point.figure in shelf.figures}
    different = _different(chart)
    return (different < 2, series.occasion is not None, relations.isdisjoint(GRAVE), -different, -len(chart.values))


def figures(charts: Sequence[Chart], series: str | None, words: str, window: Window) -> Figures:
    """A page of the charts that hold all of the words (``series`` = only this one); fewer than asked for where they
    have many values.
    """
    fits = holds(words)
    found = [chart for chart in charts if (series is None or chart.id == series) and fits(_texts(chart))]
    moving = sum(_different(chart) > 1 for chart in found)
    shown = bounded(window.of(found), lambda chart: len(chart.values), MOST_VALUES)
    return Figures(len(charts), len(found), moving, shown)


def _different(chart: Chart) -> int:
    return len({value.words for value in chart.values})


def _texts(chart: Chart) -> Iterator[str | None]:
    yield from (chart.label, chart.unit, chart.place)
    for value in chart.values:
        yield from (value.source, value.origin, value.outlet, value.printed)


def _chart(series: Series, shelf: Shelf, names: dict[str, str], disputed: set[str | None]) -> Chart:
    now = series.current
    values = _once(_value(point, shelf, names) for point in series.points if point.figure in shelf.figures)
    same = [value.words for value in values if (value.low, value.high, value.best) == (now.low, now.high, now.best)]
    place = shelf.entities.get(series.place or "")
    return Chart(
        id=series.id,
        label=series.label,
        unit=series.unit,
        place=place.name if place else None,
        revised=series.revised,
        disputed=series.id in disputed,
        current=same[-1] if same else say_value(now.low, now.high, now.best),
        current_as_of=now.as_of,
        values=values,
    )


def _once(values: Iterable[Value]) -> tuple[Value, ...]:
    """The values in their order, those that one source gives again for the same day joined to the first."""
    found: dict[tuple[object, ...], Value] = {}
    for value in values:
        key = (value.as_of, value.words, value.origin, value.source or value.outlet)
        first = found.get(key)
        found[key] = replace(first, reports=first.reports + 1, citations=_more(first, value)) if first else value
    return tuple(found.values())


def _more(first: Value, again: Value) -> tuple[Cited, ...]:
    known = {cited.report for cited in first.citations}
    return (*first.citations, *(each for each in again.citations if each.report not in known))[:MOST_CITED]


def _value(point: SeriesPoint, shelf: Shelf, names: dict[str, str]) -> Value:
    figure = shelf.figures[point.figure]
    claim = shelf.claims.get(figure.source_claim or "")
    report = shelf.reports[point.report]
    return Value(
        as_of=point.as_of,
        published=report.published,
        low=point.low,
        high=point.high,
        best=point.best,
        words=say_value(point.low, point.high, point.best, figure.exclusive, figure.approximate),
        printed=" ".join(figure.text.split()),
        origin=names.get(point.origin, point.origin),
        source=source_name(claim, shelf) if claim else None,
        outlet=report.outlet,
        reports=1,
        citations=cite(shelf.cite_figure(figure)[:1], shelf),
    )
