"""Profiles of many reports joined into entities: one pass per reason, the surest first.

Each pass sorts the growing clusters into blocks (same name, same initials, same surname …) and compares only within a
block, so that the work grows with the number of profiles, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.account.account import Entity
from reportedly.account.bonds import Bond, bind
from reportedly.account.entities.cluster import Cluster, may_be_one
from reportedly.account.entities.likeness import (
    abbreviates,
    any_pair,
    completes,
    same_person_name,
    share_title,
    shortens,
    spelt_alike,
)
from reportedly.account.entities.profiles import Profile
from reportedly.account.names import (
    TABLE,
    fold,
    initials_of,
    is_acronym,
    name_key,
    name_words,
    person_words,
    place_sound,
    singular,
    sound_key,
)
from reportedly.data import word_set
from reportedly.reading.figures.lexicon import numerals

Test = Callable[[Cluster, Cluster], bool]
Keys = Callable[[Cluster], Iterable[str]]


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
    clusters = [Cluster([profile]) for profile in profiles]
    for keys, test in PASSES:
        clusters = _joined(clusters, keys, test)
    clusters = _bound(_with_people(_with_short_bodies(_with_short_names(clusters))), bonds)
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


def _name_keys(cluster: Cluster) -> Iterable[str]:
    for name in cluster.names:
        yield name_key(name)
        if cluster.family == "body":
            yield "body " + " ".join(map(singular, name_words(name)))
    if not cluster.names and fold(cluster.description) in word_set(TABLE, "collective"):
        yield "collective " + fold(cluster.description)
    if not cluster.names and any(letter.isupper() for letter in cluster.description):
        yield "described " + name_key(cluster.description)


def _same_name(first: Cluster, second: Cluster) -> bool:
    """Equal names of one kind; across kinds only where the name is long enough to be no chance: "Ever Given" the
    person and the ship.
    """
    if first.family == second.family:
        return True
    keys = {name_key(name) for name in first.names} & {name_key(name) for name in second.names}
    people = [cluster for cluster in (first, second) if cluster.family == "person"]
    return any(" " in key for key in keys) or not any(cluster.titles or cluster.genders for cluster in people)


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
    return (name_words(name)[0] for name in cluster.names)


def _completed(first: Cluster, second: Cluster) -> bool:
    if first.family == second.family == "person" or "place" in {first.family, second.family}:
        table = "ground" if first.family == second.family else ""
    else:
        table = "completing"
    return bool(table) and any(
        completes(*pair, table) or completes(*pair[::-1], table) for pair in any_pair(first.names, second.names)
    )


def _surname(cluster: Cluster) -> Iterable[str]:
    return (words[-1] for words in cluster.full_names)


def _same_surname(first: Cluster, second: Cluster) -> bool:
    return any(same_person_name(*pair) for pair in any_pair(first.names, second.names))


def _sounds(cluster: Cluster) -> Iterable[str]:
    return (sound_key(words[end]) for words in cluster.full_names for end in (0, -1))


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
    """Places of one sound, or one entry of the gazetteer; ``may_be_one`` keeps two of a name apart that lie far
    from each other.
    """
    return first.family == second.family == "place"


def _facility_keys(cluster: Cluster) -> Iterable[str]:
    """A facility by its capitalised words and the noun that it is: "Velmo copper mine", "the Velmo mine"."""
    if not _is_facility(cluster):
        return
    for name in cluster.names or (cluster.description,):
        words = [word for word in name.partition(" of ")[0].split() if word[:1].islower()]
        told = sorted(fold(word) for word in name.split() if word[:1].isupper())
        if words and told:
            yield " ".join((*told, words[-1]))


def _same_facility(first: Cluster, second: Cluster) -> bool:
    return _is_facility(first) and _is_facility(second)


def _is_facility(cluster: Cluster) -> bool:
    return cluster.family == "place" and any(profile.kind == "facility" for profile in cluster.profiles)


PASSES: tuple[tuple[Keys, Test], ...] = (
    (_name_keys, _same_name),
    (_place_keys, _same_place),
    (_facility_keys, _same_facility),
    (_initial_keys, _same_initials),
    (_first_word, _completed),
    (_surname, _same_surname),
    (_sounds, _transliterated),
)


def _with_short_names(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Persons known by one name ("Bali", "Narongsak") join the only person of the story whose full name holds it."""
    holders: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in {words[end] for words in cluster.full_names for end in (0, -1)}:
            holders[word].append(cluster)
    for cluster in clusters:
        if not (cluster.family == "person" or cluster.kind == "other") or cluster.full_names or not cluster.names:
            continue
        if cluster.kind == "other" and any(len(name_words(name)) > 1 for name in cluster.names):
            continue
        words = {person_words(name)[-1] for name in cluster.names}
        found = [holder for word in sorted(words) for holder in holders[word]]
        targets = list(dict.fromkeys(id(holder) for holder in found))
        if len(targets) == 1 and may_be_one(found[0], cluster) and _titles_agree(found[0], cluster):
            found[0].take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _titles_agree(first: Cluster, second: Cluster) -> bool:
    return not first.titles or not second.titles or share_title(first.titles, second.titles)


def _with_short_bodies(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Bodies called by the end of their name ("the SEALs") join the only body of the story whose name ends so."""
    holders: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for word in dict.fromkeys(singular(name_words(name)[-1]) for name in cluster.names):
            if cluster.family == "body":
                holders[word].append(cluster)
    for cluster in sorted(clusters, key=lambda cluster: -max((len(name.split()) for name in cluster.names), default=0)):
        for name in list(cluster.names) if cluster.family == "body" else ():
            longer = [holder.home for holder in holders[singular(name_words(name)[-1])] if not _is_counted(holder)]
            fitting = {
                id(c): c for c in longer if c is not cluster.home and any(shortens(long, name) for long in c.names)
            }
            if len(fitting) == 1 and cluster.profiles and may_be_one(target := next(iter(fitting.values())), cluster):
                target.take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _is_counted(cluster: Cluster) -> bool:
    """Whether its only name begins with a number: "Four Rangers" are some of a body, not a body."""
    return all(name_words(name)[0] in numerals().words for name in cluster.names)


def _with_people(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The people of a body join it: "Acme militants", and "the militants" where only one body of the story is
    described so.
    """
    bodies: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in cluster.names if cluster.family in {"body", "thing"} else ():
            bodies[" ".join(name_words(name))].append(cluster)
    described: defaultdict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in clusters:
        words = _people_words(cluster)
        for body in bodies.get(" ".join(words[:-1]), ())[:1] if words else ():
            body.take(cluster)
            described[words[-1]][id(body)] = body
    for cluster in clusters:
        words = _people_words(cluster)
        if len(words) == 1 and cluster.profiles[0].definite and len(described[words[0]]) == 1:
            next(iter(described[words[0]].values())).take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _people_words(cluster: Cluster) -> tuple[str, ...]:
    """The words of a description that ends in a word for a body's people ("Acme militants"); () for anything else."""
    if cluster.names or not cluster.profiles or cluster.family == "place":
        return ()
    words = name_words(cluster.description)
    plain = cluster.kind == "vehicle" and cluster.description.rpartition(" ")[2].islower()
    staff = len(words) > 1 and words[-1] in word_set(TABLE, "staff")
    return words if words and (plain or staff or words[-1] in word_set(TABLE, "people")) else ()
