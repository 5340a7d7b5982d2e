"""The reasons for which clusters become one: each with the blocks within which it is looked for, and its test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz.fuzz import ratio

from reportedly.account.countries import country_called, leading_country
from reportedly.account.entities.cluster import Cluster
from reportedly.account.entities.likeness import (
    any_pair,
    completes,
    same_person_name,
    same_spot,
    share_title,
    spelt_alike,
)
from reportedly.account.names import (
    TABLE,
    fold,
    full_words,
    name_key,
    name_words,
    person_words,
    place_sound,
    singular,
    sound_key,
)
from reportedly.data import word_set

VOWELS = re.compile(r"[aeiou]")
LEAST_CONSONANTS = 4
"""Consonants of a place's name from which two spellings with the same ones are no chance."""
ONE_PLACE = 80.0
"""Likeness (0-100) of the sounds of such names from which they are one."""

Test = Callable[[Cluster, Cluster], bool]
Keys = Callable[[Cluster], Iterable[str]]


def _name_keys(cluster: Cluster) -> Iterable[str]:
    for name in cluster.names:
        if name in cluster.short or (cluster.full_names and len(person_words(name)) < 2):
            continue
        yield name_key(name)
        if cluster.family == "body":
            yield "body " + " ".join(map(singular, full_words(name)))
            yield from _of_country(full_words(name))
    if not cluster.names and fold(cluster.description) in word_set(TABLE, "collective"):
        yield "collective " + fold(cluster.description)
    if not cluster.names and any(letter.isupper() for letter in cluster.description):
        yield "described " + name_key(cluster.description)


def _of_country(words: Sequence[str]) -> Iterable[str]:
    """A body by its country, whichever word for it stands at the head: "Chile Tide Office", "Chilean Tide Office"."""
    country = leading_country(words)
    if country and country[1] < len(words):
        yield " ".join((f"body of {country[0]}", *map(singular, words[country[1] :])))


def _country_keys(cluster: Cluster) -> Iterable[str]:
    """A country by any of its names, whatever it was taken for: "DPRK" the body and North Korea the place."""
    if cluster.family != "person" and cluster.kind != "nationality":
        yield from (code for name in cluster.names if (code := country_called(name)))


def _any(first: Cluster, second: Cluster) -> bool:
    return True


def _same_name(first: Cluster, second: Cluster) -> bool:
    """Equal names of one kind; across kinds only where the name is long enough to be no chance: "Ever Given" the
    person and the ship.
    """
    if first.family == second.family:
        return True
    keys = {name_key(name) for name in first.names} & {name_key(name) for name in second.names}
    people = [cluster for cluster in (first, second) if cluster.family == "person"]
    return any(" " in key for key in keys) or not any(cluster.titles or cluster.genders for cluster in people)


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


def _first_name(cluster: Cluster) -> Iterable[str]:
    return (words[0] for words in cluster.full_names)


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


def _skeletons(cluster: Cluster) -> Iterable[str]:
    """A place by the consonants of its name: transliterations differ in vowels ("Nebi Tarsil", "Nabi Tarsel")."""
    for name in cluster.names if cluster.family == "place" else ():
        sound = place_sound(name)
        bare = VOWELS.sub("", sound)
        if len(bare) >= LEAST_CONSONANTS:
            yield f"{sound.count(' ')} {bare}"


def _spelt_as_one(first: Cluster, second: Cluster) -> bool:
    """Whether two places whose names have the same consonants are one: vowels differ little, and the gazetteer does not
    know both as two.
    """
    if same_spot(first.location, second.location) is False:
        return False
    pairs = any_pair(map(place_sound, first.names), map(place_sound, second.names))
    return any(ratio(*pair) >= ONE_PLACE for pair in pairs)


PASSES: tuple[tuple[Keys, Test], ...] = (
    (_name_keys, _same_name),
    (_country_keys, _any),
    (_place_keys, _same_place),
    (_facility_keys, _same_facility),
    (_skeletons, _spelt_as_one),
    (_first_word, _completed),
    (_surname, _same_surname),
    (_first_name, _same_surname),
    (_sounds, _transliterated),
)
