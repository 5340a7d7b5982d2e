"""Clusters: mentions that are joined into chains, with what is known of each chain while it grows."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.reading import Chain, Kind, Mention


class Clusters:
    """A union of mention indexes; the root of a cluster is its earliest mention."""

    __slots__ = ("_parents",)

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def root(self, index: int) -> int:
        """The earliest mention of the cluster that the mention belongs to."""
        while self._parents[index] != index:
            self._parents[index] = self._parents[self._parents[index]]
            index = self._parents[index]
        return index

    def join(self, first: int, second: int) -> None:
        """Makes one cluster of the two mentions' clusters."""
        left, right = self.root(first), self.root(second)
        if left != right:
            self._parents[max(left, right)] = min(left, right)

    def members(self) -> dict[int, list[int]]:
        """The mentions of each cluster in order, by its root."""
        found: dict[int, list[int]] = {}
        for index in range(len(self._parents)):
            found.setdefault(self.root(index), []).append(index)
        return found


def chains_of(clusters: Clusters, mentions: Sequence[Mention], text: str) -> tuple[tuple[int, ...], tuple[Chain, ...]]:
    """For each mention the number of its chain, and the chains in order of their first mention."""
    numbers = [-1] * len(mentions)
    chains: list[Chain] = []
    for members in clusters.members().values():
        for index in members:
            numbers[index] = len(chains)
        chains.append(Chain(best_name(members, mentions, text), best_kind(members, mentions), tuple(members)))
    return tuple(numbers), tuple(chains)


def best_name(members: Sequence[int], mentions: Sequence[Mention], text: str) -> str:
    """The longest proper name (mixed case before capitals only), else the longest description, else the pronoun."""
    if len(members) == 1:
        mention = mentions[members[0]]
        return mention.name or " ".join(text[mention.start : mention.end].split())
    names = [name for index in members if (name := mentions[index].name)]
    if names:
        return min(names, key=lambda name: (name.isupper(), -len(name)))
    described = [
        text[mentions[index].start : mentions[index].end] for index in members if mentions[index].form == "nominal"
    ]
    shown = described or [text[mentions[index].start : mentions[index].end] for index in members]
    return " ".join(max(shown, key=len).split())


def best_kind(members: Sequence[int], mentions: Sequence[Mention]) -> Kind:
    """The kind of most names in the chain, else of most descriptions; "other" only where nothing else is said."""
    if len(members) == 1:
        return mentions[members[0]].kind
    for form in ("name", "nominal", "pronoun"):
        kinds = [
            mentions[index].kind
            for index in members
            if mentions[index].form == form and mentions[index].kind != "other"
        ]
        if kinds:
            return max(kinds, key=kinds.count)
    return "other"
