"""Whether a figure counts the same thing as the figures of a series: one test for each sort of figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from math import cos, hypot, radians

from reportedly.account.account import EntityPlace
from reportedly.account.scope import Counted, Scope, Sort, factor_of, growing, is_vague, names_its_noun

SAME = 0.05
"""Relative difference below which two values are the same ("400 metres", "1,300 feet")."""
GROWTH = 1.5
"""How much larger than the last value the size of a population may be: "seven tugs", then "eight", then "ten"."""
SHORT = 0.5
"""Part of the last value below which a count that can only grow counts something else."""
TOWN = 3
"""UCDP's where_precision up to which a place is a town."""
SCENE = 1.0
"""Degrees (about 110 km) within which two towns may belong to one scene."""
DRIFT = timedelta(days=1)
"""How far apart the beginnings may lie that two clocks tell: "nine days" and "10 days" run from one day."""


class Group:
    """The figures of one growing series.

    ``distinct`` holds one of each kind of figure, so that the time to compare does not grow with how often a value is
    repeated.
    """

    def __init__(self, item: Counted, scope: Scope) -> None:
        self.items: list[Counted] = []
        self.distinct: dict[tuple[object, ...], tuple[Counted, Scope]] = {}
        self.of_report: dict[tuple[str, date | None], list[Counted]] = {}
        self.narrowed: set[frozenset[str]] = set()
        self.take(item, scope)

    def take(self, item: Counted, scope: Scope) -> None:
        """Add a figure."""
        figure = item.figure
        began = _began(item) if scope.sort == "clock" else None
        key = (figure.low, figure.high, figure.best, figure.unit, figure.share_of, item.belongs, item.where, began)
        self.distinct.setdefault(key, (item, scope))
        self.items.append(item)
        self.narrowed.add(scope.narrowed)
        self.of_report.setdefault((figure.report, figure.as_of_latest), []).append(item)

    @property
    def last(self) -> Counted:
        """The figure that joined last: that of the latest day."""
        return self.items[-1]

    def kinds(self) -> Iterator[Counted]:
        """One figure of each kind."""
        return (item for item, _ in self.distinct.values())

    def has_value_of(self, item: Counted) -> bool:
        """Whether one of its figures gives the same value."""
        return any(same_value(other, item) for other in self.kinds())


Test = Callable[[Group, Counted, Scope], bool]


def joins(group: Group, item: Counted, scope: Scope) -> bool:
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


def _counts(group: Group, item: Counted, scope: Scope) -> bool:
    """Counts of one population at one place move freely: the dead, the waiting, the rescued."""
    if not all(_narrowed_alike(narrowed, scope.narrowed) for narrowed in group.narrowed):
        return False
    if any(_far_apart(other.where, item.where) for other in group.kinds()) or _falls_short(group, item, scope):
        return False
    together = group.of_report.get((item.figure.report, item.figure.as_of_latest), ())
    if any(_listed_apart(other, item) for other in together):
        return False
    toll = scope.measure in growing() and scope.population == "people"
    return toll or names_its_noun(item.figure) or group.has_value_of(item)


def _falls_short(group: Group, item: Counted, scope: Scope) -> bool:
    """Whether a count that can only grow would fall to a small part: "one body" after "eight dead" is another count."""
    return scope.measure in growing() and not is_vague(item.figure) and _best(item) < SHORT * _best(group.last)


def _listed_apart(first: Counted, second: Counted) -> bool:
    """Whether one report counts both, on one day, for two events: a list of earlier attacks is no series."""
    events = first.event and second.event and first.event != second.event
    small, large = sorted((_best(first), _best(second)))
    return bool(events and large > GROWTH * small)


def _narrowed_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words that narrow both are the same, or one says more of the same: "Thai divers", "Thai Navy
    divers".
    """
    return one == other or bool(one and other and (one <= other or other <= one))


def _far_apart(first: EntityPlace | None, second: EntityPlace | None) -> bool:
    """Whether two figures are told for two towns: places of a country or a region hold many, and places nearby are
    often one scene.
    """
    if first is None or second is None or max(first.precision, second.precision) > TOWN:
        return False
    east = (first.longitude - second.longitude) * cos(radians(first.latitude))
    return hypot(first.latitude - second.latitude, east) > SCENE


def _sizes(group: Group, item: Counted, scope: Scope) -> bool:
    """Of a bare population nothing tells "12 boys" from "four boys" of them but the number: equal, grown a little, or
    said to take the place of the other ("38 miners, not 41").
    """
    if not all(_narrowed_alike(narrowed, scope.narrowed) for narrowed in group.narrowed):
        return False
    grown = _best(group.last) < _best(item) <= GROWTH * _best(group.last)
    return bool(scope.narrowed) or grown or group.has_value_of(item) or _replaces(group, item)


def _replaces(group: Group, item: Counted) -> bool:
    """Whether one says of the other that it does not hold."""
    values = {_best(other) for other in group.kinds()}
    return item.instead_of in values or any(other.instead_of == _best(item) for other in group.kinds())


def _measures(group: Group, item: Counted, scope: Scope) -> bool:
    """Measures of one thing; where a figure does not say whose it is, the same value."""
    if item.belongs:
        known = next((other.belongs for other in group.kinds() if other.belongs), None)
        if known:
            return known == item.belongs
    return any(same_value(other, item) and _same_width(other, item) for other in group.kinds())


def _same_width(first: Counted, second: Counted) -> bool:
    """A range ("aged 11 to 16") is of many, a number ("aged 13") of one."""
    return (first.figure.low == first.figure.high) == (second.figure.low == second.figure.high)


def _clocks(group: Group, item: Counted, scope: Scope) -> bool:
    """Times gone by that run from about one day: "two days" on the 25th and "nine days" on the 2nd."""
    began = _began(item)
    return any(
        abs(began - other_began) <= DRIFT if began and (other_began := _began(other)) else same_value(other, item)
        for other in group.kinds()
    )


def _began(item: Counted) -> date | None:
    """The day from which a clock runs, as its figure tells it; None where that is too vague."""
    days = _best(item)
    day = item.figure.as_of_latest or item.published
    return day - timedelta(days=round(days)) if day and days < 4000 else None


def _shares(group: Group, item: Counted, scope: Scope) -> bool:
    """Shares of one whole, told by a word in common; where the whole is not said, the same value."""
    return all(
        bool(wholes[0] & wholes[1]) if all(wholes := (_whole(other), _whole(item))) else same_value(other, item)
        for other in group.kinds()
    )


def _whole(item: Counted) -> frozenset[str]:
    """The words for the whole of a share: "global trade" and "the world's trade" have one in common."""
    return frozenset(word for word in (item.figure.share_of or "").lower().split() if len(word) > 3)


def _money(group: Group, item: Counted, scope: Scope) -> bool:
    """Sums of which the same is said, of one order of size: an estimate of damage moves, but seldom tenfold."""
    small, large = sorted((_best(group.last), _best(item)))
    return large <= GROWTH * small and all(_agree(other.belongs, item.belongs) for other in group.kinds())


TESTS: Mapping[Sort, Test] = {
    "count": _counts,
    "size": _sizes,
    "measure": _measures,
    "clock": _clocks,
    "share": _shares,
    "money": _money,
}
