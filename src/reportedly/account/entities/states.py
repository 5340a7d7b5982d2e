"""The bodies of a state, as reports describe them: "government troops", "the Velmian army".

One body of one state is one across reports, however it is described; its army, its troops and its government stay
apart, and each is told to be its country's by a role ("army of Velmia"). Where the words tell no country ("government
troops"), it is the one in which most places of the report lie.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.account.countries import country_called
from reportedly.account.entities.cluster import Cluster, may_be_one
from reportedly.account.sides import TABLE, StateWords, state_words
from reportedly.data import load_table

NEARLY_ALL = 0.6
"""Share of a report's places that lie in the country which "government troops" are taken to be of."""


def with_states(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters after those that are one body of one state were joined; each of them knows its state."""
    told = {id(cluster): words for cluster in clusters if (words := _words_of(cluster))}
    countries = _countries(clusters)
    owners = _owners(told.values())
    bodies: defaultdict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        words = told.get(id(cluster))
        country = words and (words.country or _meant(words, countries.get(cluster.profiles[0].report), owners))
        if words and country:
            cluster.state = replace(words, country=country)
            bodies[country, _body(words)].append(cluster)
    for alike in bodies.values():
        home = alike[0]
        for cluster in alike[1:]:
            if may_be_one(home, cluster):
                home.take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _words_of(cluster: Cluster) -> StateWords | None:
    """What the names of a cluster tell of a state's body, or its description where it has none."""
    if cluster.family != "body":
        return None
    found = [words for text in (cluster.names or (cluster.description,)) if (words := state_words(text))]
    return next((words for words in found if words.country), found[0] if found else None)


def _owners(told: Iterable[StateWords]) -> dict[str, set[str]]:
    """The countries of whose bodies of each sort the reports tell in so many words."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for words in told:
        if words.country:
            owners[_body(words)].add(words.country)
    return owners


def _meant(words: StateWords, around: str | None, owners: Mapping[str, set[str]]) -> str | None:
    """The country that "government troops" are of: the one around; of "the army", only if it is the one country of
    whose army the story tells.
    """
    return around if not words.bare or owners.get(_body(words)) == {around} else None


def _body(words: StateWords) -> str:
    name = next((name for name, alike in load_table(TABLE)["one"].items() if words.body in alike), words.body)
    return f"pro {name}" if words.pro else name


def _countries(clusters: Iterable[Cluster]) -> dict[str, str]:
    """The country of each report in which nearly all of its places lie."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for cluster in clusters:
        for profile in cluster.profiles:
            if profile.family == "place" and profile.location and profile.location.country:
                found[profile.report][profile.location.country] += len(profile.spans)
    best = {report: counts.most_common(1)[0] for report, counts in found.items()}
    return {
        report: code
        for report, (name, count) in best.items()
        if count >= NEARLY_ALL * found[report].total() and (code := country_called(name))
    }
