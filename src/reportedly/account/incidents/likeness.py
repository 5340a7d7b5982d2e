"""What speaks for two reports' telling of one incident, and what against it."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, hypot, log, radians
from typing import Final

from reportedly.account.incidents.sighting import Sighting, Spot
from reportedly.account.incidents.signs import weights_of

APART = 30.0
"""Kilometres beyond which two towns are two."""
DEGREE = 111.0
"""Kilometres in a degree of latitude."""
MANY = 4
"""A count from here on is seldom the same by chance: that of five dead, not that of one."""
LONG_AFTER = 20
"""Days after which what is told with a day of its own is most likely something else."""
UNDATED = 3.0
"""The logarithm of the days between two reports of which one has no day of publication."""
SIGNS: Final = (
    "one victim", "other victims", "victim named", "one person", "persons", "one surname", "one age hurt",
    "other ages hurt", "one age", "ages", "one site", "near", "far", "one day", "next day", "other day", "far day",
    "one toll", "one large count", "other count of killed", "other count of injured", "killed or not", "no toll",
    "other kind", "prior", "days between",
)  # fmt: skip


def agreement(first: Sighting, second: Sighting) -> float:
    """What speaks for one incident less what speaks against it; above 0 it is more likely one than two."""
    weights = weights_of("weights", SIGNS)
    told = sum(weights[sign] for sign in signs(first, second))
    return weights["prior"] + told + weights["days between"] * _between(first, second)


def signs(first: Sighting, second: Sighting) -> Iterator[str]:
    """The signs for and against, by name; all but the prior and the days between the two reports."""
    yield from _of_people(first, second)
    yield from _of_ages(first, second)
    yield from _of_places(first, second)
    yield from _of_days(first, second)
    yield from _of_outcome(first, second)


def _of_people(first: Sighting, second: Sighting) -> Iterator[str]:
    persons = len(first.people & second.people)
    if first.victims & second.victims:
        yield "one victim"
    else:
        if first.victims and second.victims:
            yield "other victims"
        if first.victims & second.surnames or second.victims & first.surnames:
            yield "victim named"
        if persons:
            yield "one person"
        elif first.surnames & second.surnames:
            yield "one surname"
    if persons > 1:
        yield "persons"


def _of_ages(first: Sighting, second: Sighting) -> Iterator[str]:
    shared = len(first.ages & second.ages)
    if first.hurt_ages & second.hurt_ages:
        yield "one age hurt"
    else:
        if first.hurt_ages and second.hurt_ages:
            yield "other ages hurt"
        if shared:
            yield "one age"
    if shared > 1:
        yield "ages"


def _of_places(first: Sighting, second: Sighting) -> Iterator[str]:
    if first.sites & second.sites:
        yield "one site"
    if first.spots and second.spots:
        yield "near" if _are_near(first, second) else "far"


def _are_near(first: Sighting, second: Sighting) -> bool:
    if not set(first.spots).isdisjoint(second.spots):
        return True
    return any(kilometres(one, other) < APART for one in first.spots for other in second.spots)


def kilometres(one: Spot, other: Spot) -> float:
    """The distance of two places, close enough for towns next to one another."""
    return DEGREE * hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0])))


def _of_days(first: Sighting, second: Sighting) -> Iterator[str]:
    if first.day is None or second.day is None:
        return
    apart = abs((first.day - second.day).days)
    yield ("one day", "next day")[apart] if apart < 2 else "other day"
    if apart >= LONG_AFTER:
        yield "far day"


def _of_outcome(first: Sighting, second: Sighting) -> Iterator[str]:
    if first.kind and second.kind and first.kind != second.kind:
        yield "other kind"
    if first.killed is None or first.injured is None or second.killed is None or second.injured is None:
        yield "no toll"
        return
    if first.killed != second.killed:
        yield "other count of killed"
    if first.injured != second.injured:
        yield "other count of injured"
    if (first.killed, first.injured) == (second.killed, second.injured):
        yield "one toll"
    if (first.killed == second.killed >= MANY) or (first.injured == second.injured >= MANY):
        yield "one large count"
    if (first.killed == 0) != (second.killed == 0):
        yield "killed or not"


def _between(first: Sighting, second: Sighting) -> float:
    if first.published is None or second.published is None:
        return UNDATED
    return log(1 + abs((first.published - second.published).days))
