"""Figures of one scope grouped into series, ordered, with the value that holds now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from reportedly.account.account import Citation, Series, SeriesPoint
from reportedly.account.bonds import Bond, bind
from reportedly.account.scope import Counted, Scope, factor_of, growing, names_its_noun, scope_of
from reportedly.account.series.current import current_value
from reportedly.account.series.joining import SAME, Group, joins, same_value
from reportedly.account.series.labels import label_of
from reportedly.account.series.wholes import with_standing

NEAR = timedelta(days=1)
STATIC = frozenset({"size", "missing", "lost"})
"""Measures that may merely describe a population: "12 missing boys", "the 12 boys"."""
UNTOLD = frozenset({None, "unharmed"})
"""What is said of people who were counted before."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """The series of a story, and the series of each figure by figure id."""

    series: tuple[Series, ...]
    of_figure: dict[str, str]


def group_figures(counted: Sequence[Counted], story: str, bonds: Sequence[Bond] = ()) -> Grouped:
    """The series that the figures of one story make; every figure belongs to exactly one.

    Args:
        counted: in canonical order, those of the earliest report first.
        story: the id of the story.
        bonds: what people decided to be one or two.
    """
    blocks: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    for item in sorted(with_standing(counted), key=_when):
        scope = scope_of(item)
        groups = blocks[scope.sort, scope.measure, scope.population, scope.part, scope.occasion]
        home = next((group for group in _own_first(groups, item) if joins(group, item, scope)), None)
        if home is None:
            groups.append(Group(item, scope))
        else:
            home.take(item, scope)
    joined = _described_alike(_with_bare([group for groups in blocks.values() for group in groups]))
    found = sorted(bind(joined, bonds, _spans), key=_first)
    series = tuple(_series(group, story) for group in found)
    return Grouped(
        series, {item.figure.id: line.id for line, group in zip(series, found, strict=True) for item in group}
    )


def _own_first(groups: Sequence[Group], item: Counted) -> Sequence[Group]:
    """The groups of a measure with those of its owner before those that do not say whose they are."""
    if item.belongs is None:
        return groups
    return sorted(groups, key=lambda group: all(other.belongs != item.belongs for other in group.kinds()))


def _with_bare(groups: Sequence[Group]) -> list[list[Counted]]:
    """Groups of which nothing is said ("eight boys", "four" of them) joined to the only count that gives the same
    numbers for the same days ("eight of the 12 boys were rescued"); rather to a count of all than of those added.
    """
    counts: defaultdict[tuple[float, str], dict[int, Group]] = defaultdict(dict)
    for group in groups:
        if scope_of(group.items[0]).measure in growing():
            for item in group.kinds():
                counts[item.figure.best, item.figure.unit][id(group)] = group
    kept = []
    for group in groups:
        first = group.items[0]
        fitting = [] if not _is_bare(group) else list(counts[first.figure.best, first.figure.unit].values())
        fitting = [other for other in fitting if _tells_of(other, group)]
        fitting = [other for other in fitting if scope_of(other.items[0]).part == "whole"] or fitting
        if len(fitting) == 1:
            fitting[0].items += group.items
        else:
            kept.append(group)
    return [group.items for group in kept]


def _is_bare(group: Group) -> bool:
    """Whether nothing is said of those counted but how they are: "the four", "the four were safe"."""
    return all(item.figure.relation in UNTOLD and not item.part_of for item in group.items)


def _tells_of(count: Group, bare: Group) -> bool:
    """Whether each bare figure has one of the count's value, for a day next to its own, and names no other people."""
    population = scope_of(count.items[0]).population
    return all(
        (scope_of(item).population == population or not names_its_noun(item.figure))
        and any(same_value(other, item) and _near(other, item) for other in count.items)
        for item in bare.items
    )


def _near(first: Counted, second: Counted) -> bool:
    one, other = first.figure.as_of_latest, second.figure.as_of_latest
    return bool(one and other and abs(one - other) <= NEAR)


def _described_alike(groups: Sequence[list[Counted]]) -> list[list[Counted]]:
    """Groups in order of their first figure, those joined that describe one population of one size in other words."""
    joined: list[list[Counted]] = []
    described: defaultdict[tuple[object, ...], list[list[Counted]]] = defaultdict(list)
    for group in sorted(groups, key=_first):
        scope = scope_of(group[0])
        alike = described[scope.population, scope.narrowed, scope.part] if _describes(scope) else []
        home = next((other for other in alike if _one_size(other, group)), None)
        if home is None:
            joined.append(group)
            alike.append(group)
        else:
            home.extend(group)
    return joined


def _describes(scope: Scope) -> bool:
    return scope.measure in STATIC and scope.sort in {"size", "count"}


def _spans(item: Counted) -> tuple[Citation, ...]:
    return (Citation(item.figure.report, item.figure.start, item.figure.end),)


def _first(group: Sequence[Counted]) -> int:
    return min(item.order for item in group)


def _one_size(first: Sequence[Counted], second: Sequence[Counted]) -> bool:
    """Whether two groups say different things of a population, and everywhere the same number."""
    differ = scope_of(first[0]).measure != scope_of(second[0]).measure
    return differ and all(same_value(one, other) for one in _values(first) for other in _values(second))


def _values(group: Sequence[Counted]) -> list[Counted]:
    """One figure of each value."""
    figures = [(item, item.figure) for item in group]
    return list({(figure.low, figure.high, figure.best, figure.unit): item for item, figure in figures}.values())


def _series(group: Sequence[Counted], story: str) -> Series:
    ordered = sorted(group, key=_when)
    first = min(group, key=lambda item: item.order).figure
    founder = min(group, key=lambda item: (item.figure.relation is None, item.order))
    scope = scope_of(founder)
    points = tuple(_point(item, first.unit) for item in ordered)
    return Series(
        id=f"s:{first.id}",
        label=label_of(group, founder, scope),
        measure=scope.measure,
        population=scope.population,
        occasion=scope.occasion or None,
        place=_commonest(item.place for item in group),
        event=_commonest(item.event for item in group),
        unit=first.unit,
        points=points,
        current=current_value(ordered, points),
        revised=_is_revised(points),
        story=story,
    )


def _commonest(ids: Iterable[str | None]) -> str | None:
    """The id that most figures give; the first among equals, None where none gives one."""
    return next((found for found, _ in Counter(item for item in ids if item).most_common(1)), None)


def _when(item: Counted) -> tuple[date, date, int]:
    """As-of time first, then publication: of two values for one day, the one published last is the later."""
    as_of = item.figure.as_of_latest or item.published or date.min
    return as_of, item.published or date.min, item.order


def _point(item: Counted, unit: str) -> SeriesPoint:
    figure = item.figure
    factor = factor_of(figure.unit) / factor_of(unit)
    low, high, best = (
        None if value is None else _converted(value, factor) for value in (figure.low, figure.high, figure.best)
    )
    return SeriesPoint(
        as_of=figure.as_of_latest or item.published,
        low=low,
        high=high,
        best=best or 0.0,
        figure=figure.id,
        origin=item.origin,
        report=figure.report,
    )


def _converted(value: float, factor: float) -> float:
    return value if factor == 1 else round(value * factor, 2)


def _is_revised(points: Sequence[SeriesPoint]) -> bool:
    """Whether a later value replaced an earlier one that it does not agree with."""
    return any(_differ(one, other) for one, other in pairwise(points) if one.as_of != other.as_of)


def _differ(first: SeriesPoint, second: SeriesPoint) -> bool:
    return abs(first.best - second.best) > SAME * max(abs(first.best), abs(second.best)) * (first.best != second.best)
