"""Initials and the names that they stand for, where no report of the story says both beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.account.entities.cluster import Cluster, may_be_one
from reportedly.account.entities.likeness import abbreviates
from reportedly.account.names import initials_of, is_acronym


def with_initials(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Clusters known by initials join the only cluster of their kind whose name has them: of two, the one of which the
    same reports tell.
    """
    written: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for letters in dict.fromkeys(letters for name in cluster.names for letters in initials_of(name)):
            written[letters].append(cluster)
    for cluster in clusters:
        found = list(dict.fromkeys(_candidates(cluster.home, written)))
        near = [other for other in found if other.reports & cluster.reports] if len(found) > 1 else found
        if cluster.profiles and len(near) == 1:
            near[0].take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _candidates(cluster: Cluster, written: Mapping[str, Sequence[Cluster]]) -> Iterator[Cluster]:
    for name in cluster.names:
        for other in written.get(_letters(name), ()) if is_acronym(name) else ():
            longer = other.home
            if longer is not cluster and _are_of_a_kind(cluster, longer) and may_be_one(longer, cluster):
                yield from [longer] if any(abbreviates(name, long) for long in longer.names) else ()


def _letters(name: str) -> str:
    return name.replace(".", "").casefold()


def _are_of_a_kind(first: Cluster, second: Cluster) -> bool:
    """Whether both are bodies, or both places …; a thing may be a body whose kind was not seen. Persons have no
    initials here.
    """
    families = {first.family, second.family}
    return "person" not in families and (len(families) == 1 or families == {"body", "thing"})
