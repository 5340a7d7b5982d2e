"""Profiles of many reports joined into entities: one pass per reason, the surest first.

Each pass sorts the growing clusters into blocks (same name, same initials, same surname …) and compares only within a
block, so that the work grows with the number of profiles, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.account.account import Entity
from reportedly.account.bonds import Bond, bind
from reportedly.account.entities.cluster import Cluster, may_be_one
from reportedly.account.entities.initials import with_initials
from reportedly.account.entities.passes import PASSES, Keys, Test
from reportedly.account.entities.profiles import Profile
from reportedly.account.entities.shortening import with_directions, with_short_bodies, with_short_names, within_reports
from reportedly.account.entities.staff import with_people
from reportedly.account.entities.states import with_states


@dataclass(frozen=True, slots=True)
class Directory:
    """The entities of a story, and which of them each mention and each place of each report means.

    ``of_mention`` and ``of_place`` map a report id and an index into its reading's tuple to an entity id. ``named``
    are the ids of entities that have a proper name.
    """

    entities: Mapping[str, Entity]
    of_mention: Mapping[tuple[str, int], str]
    of_place: Mapping[tuple[str, int], str]
    named: frozenset[str]


def join_entities(profiles: Sequence[Profile], bonds: Sequence[Bond] = ()) -> Directory:
    """The entities behind the profiles of one story.

    Args:
        profiles: those of the earliest report first.
        bonds: what people decided to be one or two.
    """
    clusters = within_reports([Cluster([profile]) for profile in profiles])
    for keys, test in PASSES:
        clusters = _joined(clusters, keys, test)
    clusters = with_directions(with_initials(clusters))
    clusters = with_states(with_people(with_short_bodies(with_short_names(clusters))))
    clusters = _bound(clusters, bonds)
    entities = {cluster.id: cluster.entity() for cluster in clusters}
    members = [(cluster.id, profile) for cluster in clusters for profile in cluster.profiles]
    return Directory(
        entities=entities,
        of_mention={(profile.report, number): key for key, profile in members for number in profile.mentions},
        of_place={(profile.report, number): key for key, profile in members for number in profile.places},
        named=frozenset(cluster.id for cluster in clusters if cluster.names),
    )


def _bound(clusters: Sequence[Cluster], bonds: Sequence[Bond]) -> list[Cluster]:
    """The clusters as people decided."""
    if not bonds:
        return list(clusters)
    groups = bind([cluster.profiles for cluster in clusters], bonds, lambda profile: profile.spans)
    return [Cluster(group) for group in groups]


def _joined(clusters: Sequence[Cluster], keys: Keys, test: Test) -> list[Cluster]:
    """The clusters after one pass: those of a block that pass the test become one."""
    blocks: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in dict.fromkeys(keys(cluster)):
            blocks[key].append(cluster)
    for block in blocks.values():
        _join_block(block, test)
    return [cluster for cluster in clusters if cluster.profiles]


def _join_block(block: Sequence[Cluster], test: Test) -> None:
    """Each cluster of a block goes to the first earlier one that it may join."""
    homes: dict[int, Cluster] = {}
    for cluster in block:
        home = cluster.home
        for target in list(homes.values()):
            if target is not home and test(target, home) and may_be_one(target, home):
                target.take(home)
                homes.pop(id(home), None)
                home = target
        homes[id(home)] = home
