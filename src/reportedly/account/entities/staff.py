"""People who act as their body: its militants, its officials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.account.entities.cluster import Cluster
from reportedly.account.names import TABLE, name_words
from reportedly.data import word_set


def with_people(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The people of a body join it: "Acme militants", and "the militants" where only one body of the story is
    described so.
    """
    bodies: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        is_body = cluster.family in {"body", "thing"} and cluster.kind != "nationality"
        for name in cluster.names if is_body else ():
            bodies[" ".join(name_words(name))].append(cluster)
    described: defaultdict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in clusters:
        for words in _people_words(cluster):
            for body in bodies.get(" ".join(words[:-1]), ())[:1] if cluster.profiles else ():
                body.take(cluster)
                described[words[-1]][id(body)] = body
    for cluster in clusters:
        words = next(_people_words(cluster), ())
        if len(words) == 1 and cluster.profiles[0].definite and len(described[words[0]]) == 1:
            next(iter(described[words[0]].values())).take(cluster)
    return [cluster for cluster in clusters if cluster.profiles]


def _people_words(cluster: Cluster) -> Iterator[tuple[str, ...]]:
    """The words of each description that ends in a word for a body's people ("Acme militants"); none for anything
    else.
    """
    if cluster.names or not cluster.profiles or cluster.family == "place":
        return
    told = [text for profile in cluster.profiles for text in (profile.description, *profile.descriptions)]
    for text in dict.fromkeys(told):
        words = name_words(text)
        plain = cluster.kind == "vehicle" and text.rpartition(" ")[2].islower()
        staff = len(words) > 1 and words[-1] in word_set(TABLE, "staff")
        if words and "and" not in words and (plain or staff or words[-1] in word_set(TABLE, "people")):
            yield words
