"""Whether a figure counts the same thing as the figures of a series: one test for each sort of figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import cos, hypot, radians

from reportedly.account.account import EntityPlace
from reportedly.account.series.scope import Counted, Scope, Sort, factor_of, names_its_noun, scope_of

SAME = 0.05
"""Relative difference below which two values are the same ("400 metres", "1,300 feet")."""
GROWTH = 1.5
"""How much larger than the last value the size of a population may be: "seven tugs", then "eight", then "ten"."""
TOWN = 3
"""UCDP's where_precision up to which a place is a town."""
SCENE = 1.0
"""Degrees (about 110 km) within which two towns may belong to one scene."""
DRIFT = timedelta(days=1)
"""How far apart the beginnings may lie that two clocks tell: "nine days" and "10 days" run from one day."""

Test = Callable[[Sequence[Counted], Counted, Scope], bool]


def joins(group: Sequence[Counted], item: Counted, scope: Scope) -> bool:
    """Whether the figure counts what the figures of the group count; all are of one block (sort, measure,
    population, part).
    """
    return TESTS[scope.sort](group, item, scope)


def same_value(first: Counted, second: Counted) -> bool:
    """Whether two figures give one value, whatever their units: ranges that share a part, or numbers that are
    nearly equal.
    """
    if (one_range := _range(first)) and (other_range := _range(second)):
        return max(one_range[0], other_range[0]) <= min(one_range[1], other_range[1])
    one, other = _best(first), _best(second)
    return one == other or abs(one - other) <= SAME * max(abs(one), abs(other))


def _range(item: Counted) -> tuple[float, float] | None:
    """The range of a figure that gives two ends ("two to four days")."""
    figure, factor = item.figure, factor_of(item.figure.unit)
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return None
    return figure.low * factor, figure.high * factor


def _best(item: Counted) -> float:
    return item.figure.best * factor_of(item.figure.unit)


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


def _counts(group: Sequence[Counted], item: Counted, scope: Scope) -> bool:
    """Counts of one population at one place move freely: the dead, the waiting, the rescued."""
    if not all(_narrowed_alike(scope_of(other), scope) and not _far_apart(other.where, item.where) for other in group):
        return False
    if any(_listed_apart(other, item) for other in group):
        return False
    return names_its_noun(item.figure) or any(same_value(other, item) for other in group)


def _listed_apart(first: Counted, second: Counted) -> bool:
    """Whether one report counts both for two events: a list of earlier attacks is no series."""
    same_report = (
        first.figure.report == second.figure.report and first.figure.as_of_latest == second.figure.as_of_latest
    )
    events = first.event and second.event and first.event != second.event
    small, large = sorted((_best(first), _best(second)))
    return bool(same_report and events and large > GROWTH * small)


def _narrowed_alike(first: Scope, second: Scope) -> bool:
    """Whether the words that narrow both are the same, or one says more of the same: "Thai divers", "Thai Navy
    divers".
    """
    one, other = first.narrowed, second.narrowed
    return one == other or bool(one and other and (one <= other or other <= one))


def _far_apart(first: EntityPlace | None, second: EntityPlace | None) -> bool:
    """Whether two figures are told for two towns: places of a country or a region hold many, and places nearby are
    often one scene.
    """
    if first is None or second is None or max(first.precision, second.precision) > TOWN:
        return False
    east = (first.longitude - second.longitude) * cos(radians(first.latitude))
    return hypot(first.latitude - second.latitude, east) > SCENE


def _sizes(group: Sequence[Counted], item: Counted, scope: Scope) -> bool:
    """Of a bare population nothing tells "12 boys" from "four boys" of them but the number: equal, or grown a
    little.
    """
    if not all(_narrowed_alike(scope_of(other), scope) for other in group):
        return False
    last = group[-1]
    grown = _best(last) < _best(item) <= GROWTH * _best(last)
    return bool(scope.narrowed) or grown or any(same_value(other, item) for other in group)


def _measures(group: Sequence[Counted], item: Counted, scope: Scope) -> bool:
    """Measures of one thing; where a figure does not say whose it is, the same value."""
    for other in group:
        if other.belongs and item.belongs:
            return other.belongs == item.belongs
    return any(same_value(other, item) and _same_width(other, item) for other in group)


def _same_width(first: Counted, second: Counted) -> bool:
    """A range ("aged 11 to 16") is of many, a number ("aged 13") of one."""
    return (first.figure.low == first.figure.high) == (second.figure.low == second.figure.high)


def _clocks(group: Sequence[Counted], item: Counted, scope: Scope) -> bool:
    """Times gone by that run from about one day: "two days" on the 25th and "nine days" on the 2nd."""
    began = _began(item)
    return any(
        abs(began - other_began) <= DRIFT if began and (other_began := _began(other)) else same_value(other, item)
        for other in group
    )


def _began(item: Counted) -> date | None:
    """The day from which a clock runs, as its figure tells it; None where that is too vague."""
    days = _best(item)
    day = item.figure.as_of_latest or item.published
    return day - timedelta(days=round(days)) if day and days < 4000 else None


def _shares(group: Sequence[Counted], item: Counted, scope: Scope) -> bool:
    """Shares of one whole, told by a word in common; where the whole is not said, the same value."""
    return all(
        bool(wholes[0] & wholes[1]) if all(wholes := (_whole(other), _whole(item))) else same_value(other, item)
        for other in group
    )


def _whole(item: Counted) -> frozenset[str]:
    """The words for the whole of a share: "global trade" and "the world's trade" have one in common."""
    return frozenset(word for word in (item.figure.share_of or "").lower().split() if len(word) > 3)


def _money(group: Sequence[Counted], item: Counted, scope: Scope) -> bool:
    """Sums of which the same is said, of one order of size: an estimate of damage moves, but seldom tenfold."""
    last = group[-1]
    small, large = sorted((_best(last), _best(item)))
    return large <= GROWTH * small and all(_agree(other.belongs, item.belongs) for other in group)


TESTS: Mapping[Sort, Test] = {
    "count": _counts, "size": _sizes, "measure": _measures, "clock": _clocks, "share": _shares, "money": _money,
}
