"""Profiles of many reports joined into entities: one pass per reason, the surest first.

Each pass sorts the growing clusters into blocks (same name, same initials, same surname …) and compares only within a block, so that the work
grows with the number of profiles, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.account.account import Entity
from reportedly.account.entities.cluster import Cluster, may_be_one
from reportedly.account.entities.likeness import (
    abbreviates,
    any_pair,
    completes,
    same_person_name,
    share_title,
    spelt_alike,
)
from reportedly.account.entities.profiles import Profile
from reportedly.account.names import is_acronym, initials_of, name_key, name_words, person_words, place_sound, sound_key

Test = Callable[[Cluster, Cluster], bool]
Keys = Callable[[Cluster], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Directory:
    """The entities of a story, and which of them each mention and each place of each report means.

    ``of_mention`` and ``of_place`` map a report id and an index into its reading's tuple to an entity id.
    """

    entities: Mapping[str, Entity]
    of_mention: Mapping[tuple[str, int], str]
    of_place: Mapping[tuple[str, int], str]


def join_entities(profiles: Sequence[Profile]) -> Directory:
    """The entities behind the profiles of one story.

    Args:
        profiles: those of the earliest report first.
    """
    clusters = [Cluster([profile]) for profile in profiles]
    for keys, test in PASSES:
        clusters = _joined(clusters, keys, test)
    clusters = _with_short_names(clusters)
    entities = {cluster.id: cluster.entity() for cluster in clusters}
    members = [(cluster.id, profile) for cluster in clusters for profile in cluster.profiles]
    return Directory(
        entities=entities,
        of_mention={(profile.report, number): key for key, profile in members for number in profile.mentions},
        of_place={(profile.report, number): key for key, profile in members for number in profile.places},
    )


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
    for place, cluster in enumerate(block):
        home = cluster.home
        for earlier in block[:place]:
            target = earlier.home
            if target is not home and test(target, home) and may_be_one(target, home):
                target.take(home)
                home = target


def _name_keys(cluster: Cluster) -> Iterable[str]:
    for name in cluster.names:
        yield name_key(name)
    if not cluster.names and any(letter.isupper() for letter in cluster.description):
        yield "described " + name_key(cluster.description)


def _same_name(first: Cluster, second: Cluster) -> bool:
    """Equal names of one kind; across kinds only where the name is long enough to be no chance: "Ever Given" the person and the ship."""
    if first.family == second.family:
        return True
    keys = {name_key(name) for name in first.names} & {name_key(name) for name in second.names}
    return any(" " in key for key in keys) or "person" not in {first.family, second.family}


def _initial_keys(cluster: Cluster) -> Iterable[str]:
    for name in cluster.names:
        if is_acronym(name):
            yield name.replace(".", "").casefold()
        else:
            yield from initials_of(name)


def _same_initials(first: Cluster, second: Cluster) -> bool:
    if "person" in {first.family, second.family}:
        return False
    return any(abbreviates(*pair) or abbreviates(*pair[::-1]) for pair in any_pair(first.names, second.names))


def _first_word(cluster: Cluster) -> Iterable[str]:
    return (name_words(name)[0] for name in cluster.names) if cluster.family in {"body", "thing"} else ()


def _completed(first: Cluster, second: Cluster) -> bool:
    return any(completes(*pair) or completes(*pair[::-1]) for pair in any_pair(first.names, second.names))


def _surname(cluster: Cluster) -> Iterable[str]:
    return (words[-1] for words in cluster.full_names)


def _same_surname(first: Cluster, second: Cluster) -> bool:
    return any(same_person_name(*pair) for pair in any_pair(first.names, second.names))


def _first_sound(cluster: Cluster) -> Iterable[str]:
    return (sound_key(words[0]) for words in cluster.full_names)


def _transliterated(first: Cluster, second: Cluster) -> bool:
    shared = share_title(first.titles, second.titles)
    return any(spelt_alike(*pair, shared) for pair in any_pair(first.names, second.names))


def _place_keys(cluster: Cluster) -> Iterable[str]:
    if cluster.family != "place":
        return
    if cluster.location and cluster.location.geonames_id is not None:
        yield f"geonames {cluster.location.geonames_id}"
    for name in cluster.names:
        yield place_sound(name)


def _same_place(first: Cluster, second: Cluster) -> bool:
    """Places of one sound, or one entry of the gazetteer; ``may_be_one`` keeps two of a name apart that lie far from each other."""
    return first.family == second.family == "place"


PASSES: tuple[tuple[Keys, Test], ...] = (
    (_name_keys, _same_name),
    (_place_keys, _same_place),
    (_initial_keys, _same_initials),
    (_first_word, _completed),
    (_surname, _same_surname),
    (_first_sound, _transliterated),
)


def _with_short_names(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Persons known by one name ("Bali", "Narongsak") join the only person of the story whose full name holds it."""
    holders: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in {words[end] for words in cluster.full_names for end in (0, -1)}:
            holders[word].append(cluster)
    for cluster in clusters:
        if cluster.family != "person" or cluster.full_names or not cluster.names:
            continue
        words = {person_words(name)[-1] for name in cluster.names}
        found = [holder for word in sorted(words) for holder in holders[word]]
        targets = list(dict.fromkeys(id(holder) for holder in found))
        if len(targets) == 1 and may_be_one(found[0], cluster) and _titles_agree(found[0], cluster):
            found[0].take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _titles_agree(first: Cluster, second: Cluster) -> bool:
    return not first.titles or not second.titles or share_title(first.titles, second.titles)
