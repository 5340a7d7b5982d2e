"""The figures: one chart for each series, with every value, who gave it, and for which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.account.account import Account, Series, SeriesPoint
from reportedly.server.pages.citing import Cited, cite
from reportedly.telling.phrasing import source_name
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import say_value


@dataclass(frozen=True, slots=True)
class Value:
    """One value: ``low``/``high`` None = no bound on that side; ``words`` says it as the brief does.

    ``as_of`` is the day for which it holds, ``printed`` what stands in the report, ``source`` None for the outlet.
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
    """The series of a story, those with the most different values first."""

    charts: tuple[Chart, ...]


def figures(account: Account) -> Figures:
    """The figures of a story."""
    shelf = Shelf(account)
    names = {origin.id: origin.name for origin in account.origins}
    disputed = {
        shelf.figures[key].series
        for found in account.disagreements
        if found.status == "open"
        for key in found.figures
        if key in shelf.figures
    }
    charts = [_chart(series, shelf, names, disputed) for series in account.series]
    charts.sort(key=lambda chart: (-len({value.words for value in chart.values}), -len(chart.values)))
    return Figures(tuple(charts))


def _chart(series: Series, shelf: Shelf, names: dict[str, str], disputed: set[str | None]) -> Chart:
    now = series.current
    values = tuple(_value(point, shelf, names) for point in series.points if point.figure in shelf.figures)
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
        citations=cite(shelf.cite_figure(figure)[:1], shelf),
    )
