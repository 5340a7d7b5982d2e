"""The value of a series that holds now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from reportedly.account.account import CurrentValue, SeriesPoint
from reportedly.account.scope import Counted, growing, is_vague, scope_of

IN_HEAD = 2
"""What an origin counts that tells a value at the head of a report, beside one that tells it further down."""
ENOUGH = 2
"""What must stand behind a value that falls below earlier ones, for it to take their place."""

Told = tuple[Counted, SeriesPoint]


def current_value(ordered: Sequence[Counted], points: Sequence[SeriesPoint]) -> CurrentValue:
    """The value of the last day, that which most origins tell, at the heads of their reports rather than by the way.

    A count that can only grow does not fall because one report tells a smaller one by the way; and "dozens" tells less
    than a number.

    Args:
        ordered: the figures, in the order of their days.
        points: of each of them.
    """
    told = list(zip(ordered, points, strict=True))
    last = told[-1][1]
    if scope_of(ordered[0]).sort == "count":
        last = _best_placed([each for each in told if not is_vague(each[0].figure)] or told)
    return CurrentValue(last.low, last.high, last.best, last.as_of)


def _best_placed(told: Sequence[Told]) -> SeriesPoint:
    days: defaultdict[date | None, list[Told]] = defaultdict(list)
    for each in told:
        days[each[1].as_of].append(each)
    grows = scope_of(told[0][0]).measure in growing()
    for day in reversed(list(days)):
        point, weight = _weightiest(days[day], grows)
        before = [other for _, other in told if other.as_of and day and other.as_of < day]
        if not grows or weight >= ENOUGH or all(other.best <= point.best for other in before):
            return point
    return told[-1][1]


def _weightiest(told: Sequence[Told], grows: bool) -> tuple[SeriesPoint, int]:
    """The point of one day whose value has most behind it, and how much that is; among equals the larger one of a count
    that grows, else the one told last.
    """
    votes: defaultdict[float, dict[str, int]] = defaultdict(dict)
    for item, point in told:
        known = votes[point.best].get(point.origin, 0)
        votes[point.best][point.origin] = max(known, IN_HEAD if item.in_head else 1)
    weights = {value: sum(each.values()) for value, each in votes.items()}
    ranked = [(weights[point.best], point.best if grows else 0.0, number) for number, (_, point) in enumerate(told)]
    weight, _, number = max(ranked)
    return told[number][1], weight
