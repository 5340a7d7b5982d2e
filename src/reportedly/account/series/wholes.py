"""Which of a report's counts tells how many in all, and which only a part of them.

A report that begins with twelve dead and later tells of two pilots who were killed gives one toll, not two; nor is the
toll of a war, told by the way, that of the attack at its head.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from reportedly.account.occasions import OWN
from reportedly.account.scope import Counted, Part, Scope, growing, is_vague, scope_of

SAME = 0.05
"""Relative difference below which two counts are one."""
BEYOND = 3
"""How many times the count at the head of its report another one must be to count something larger."""
COUNTRY = 6
"""UCDP's where_precision of a whole country."""
LISTED = 3
"""Places of which a report tells one count each, or countries of which a story does, for all of them to be parts of
something larger.
"""

Told = tuple[Counted, Scope]


def with_standing(counted: Sequence[Counted]) -> list[Counted]:
    """The figures in the same order, those that tell no whole marked as such, and parts of it with their places."""
    counted = _of_one_event(counted)
    scopes = [(item, scope_of(item)) for item in counted]
    together: defaultdict[tuple[object, ...], list[Told]] = defaultdict(list)
    for item, scope in scopes:
        if scope.measure in growing() and scope.sort == "count" and scope.part == "whole":
            together[item.figure.report, scope.measure, scope.population, scope.narrowed, scope.occasion].append(
                (item, scope)
            )
    apart = _places_apart(together.values())
    within = {
        item.order: item.place_name
        for item, scope in scopes
        if item.place_name and (scope.measure, scope.population, item.place) in apart and scope.occasion == OWN
    }
    standing = {
        item.order: word
        for told in together.values()
        for item, word in _of_report([each for each in told if each[0].order not in within])
    }
    return [
        replace(item, standing=standing.get(item.order, item.standing), within=within.get(item.order))
        for item in counted
    ]


def _of_one_event(counted: Sequence[Counted]) -> list[Counted]:
    """The figures, those of one event and one value with the occasion that most of them have: "on that occasion two
    women died" is of the year that other reports name.
    """
    occasions: defaultdict[tuple[str, str | None, float], Counter[str]] = defaultdict(Counter)
    for item in counted:
        if item.event is not None:
            occasions[item.event, item.figure.relation, item.figure.best][item.occasion] += 1
    found = {key: words.most_common(1)[0][0] for key, words in occasions.items()}
    return [
        replace(item, occasion=found[item.event, item.figure.relation, item.figure.best])
        if item.event is not None and item.occasion == OWN
        else item
        for item in counted
    ]


def _of_report(told: Sequence[Told]) -> Iterable[tuple[Counted, Part]]:
    """The counts of one report and one fate that are not its own toll, with what they are."""
    if not told or told[0][1].occasion != OWN or told[0][1].population != "people":
        return
    exact = [item for item, _ in told if not is_vague(item.figure)]
    heads = [item.figure.best for item in exact if item.in_head]
    whole = max(heads or [item.figure.best for item in exact], default=0.0)
    for item in exact:
        if whole and item.figure.best < (1 - SAME) * whole and not _is_earlier(item, told):
            yield item, "lesser"
        elif heads and not item.in_head and item.figure.best > BEYOND * whole:
            yield item, "beyond"


def _is_earlier(item: Counted, told: Sequence[Told]) -> bool:
    """Whether a smaller count is one of a day before, or somebody else's: a toll that has risen, or is disputed."""
    others = [other for other, _ in told if other.figure.best > item.figure.best]
    credited = item.figure.source_claim is not None
    return all(
        (other.figure.as_of_latest != item.figure.as_of_latest) or (credited and other.origin != item.origin)
        for other in others
    )


def _places_apart(reports: Iterable[Sequence[Told]]) -> frozenset[tuple[str, str, str | None]]:
    """The places of which reports tell a part: "91 have died, 80 of them in Mexico"; by measure and population.

    A place that as many reports tell the whole of is where the event happened.
    """
    votes: Counter[tuple[str, str, str | None]] = Counter()
    told_of = list(reports)
    everywhere = len({place for told in told_of for place in _countries(told)}) >= LISTED
    wholes = _without_place(told_of)
    for told in told_of:
        most = max(item.figure.best for item, _ in told)
        listed = len({item.place for item, _ in told if item.place_name}) >= LISTED
        for item, scope in told:
            if item.place_name and not is_vague(item.figure):
                larger = wholes[scope.measure, scope.population] if everywhere or listed else most
                is_part = item.figure.best < (1 - SAME) * larger
                votes[scope.measure, scope.population, item.place] += 1 if is_part else -1
    return frozenset(key for key, count in votes.items() if count > 0)


def _without_place(reports: Iterable[Sequence[Told]]) -> Mapping[tuple[str, str], float]:
    """The largest number that is told of no place in particular, by measure and population."""
    most: defaultdict[tuple[str, str], float] = defaultdict(float)
    for item, scope in chain.from_iterable(reports):
        if item.place_name is None and scope.occasion == OWN and not is_vague(item.figure):
            most[scope.measure, scope.population] = max(most[scope.measure, scope.population], item.figure.best)
    return most


def _countries(told: Iterable[Told]) -> Iterable[str]:
    """The countries of which counts of one fate are told, those of people of any sort."""
    for item, scope in told:
        if item.place_name and item.where and item.where.precision == COUNTRY and scope.population == "people":
            yield item.place_name
