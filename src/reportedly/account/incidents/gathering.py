"""Reports of one story gathered into the incidents that they tell of.

In the order of their days each report is weighed against the incidents found so far, and joins the one that it agrees
with best, where it agrees with any; else it is the first of another. A later report changes nothing of what earlier
ones were joined to.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.account.incidents.likeness import agreement
from reportedly.account.incidents.sighting import Sighting

FEWEST = 3
"""Of so many reports one must tell of a deed and its toll."""
KEPT = 6
"""How many of the first reports of an incident, and how many of the last, another one is weighed against."""


def gather_incidents(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """The incidents of a story, each with what its reports tell.

    Reports of which fewer than a third tell of a deed and of somebody killed or hurt are about something else, and tell
    that by the way; they are in no incident.

    Args:
        sightings: of one story, in canonical order.
    """
    groups: list[list[Sighting]] = []
    for sighting in sightings:
        fits = [(_fit(group, sighting), -number) for number, group in enumerate(groups)]
        best = max(fits, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(sighting)
        else:
            groups.append([sighting])
    return [group for group in groups if sum(map(tells, group)) * FEWEST >= len(group)]


def tells(sighting: Sighting) -> bool:
    """Whether the report tells of a deed that killed or hurt, and of whom."""
    return sighting.killed is not None and sighting.kind is not None


def _fit(group: Sequence[Sighting], sighting: Sighting) -> float:
    """How well a report agrees with an incident: the mean over its reports, and the best of them."""
    compared = group if len(group) <= 2 * KEPT else (*group[:KEPT], *group[-KEPT:])
    found = [agreement(other, sighting) for other in compared]
    return (sum(found) / len(found) + max(found)) / 2
