"""Titles: whom a role stands for: "the senator" after "Sen. Uma Lund"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportedly.data import load_table
from reportedly.reading.coreference.clusters import Clusters
from reportedly.reading.coreference.context import Place
from reportedly.reading.reading import Mention

LONG: Mapping[str, str] = load_table("mentions/shortened.toml")["long"]
"""Titles written out, by their short forms."""
LONGEST_TITLE = 4
"""Words of a description that may be somebody's title ("the Norwegian deputy prime minister")."""
WINDOW = 400
"""How many mentions back any description may look; it bounds the time that odd texts take."""


def titles_of(mentions: Sequence[Mention], clusters: Clusters) -> dict[int, frozenset[str]]:
    """For each mention of somebody by name the words of all titles that the report gives to that name, written out.

    "Sen. Uma Lund of Ohio … Lund" has "senator" and "ohio" for both.
    """
    words: dict[int, set[str]] = {}
    for index, mention in enumerate(mentions):
        if mention.form == "name" and mention.kind == "person":
            own = words.setdefault(clusters.root(index), set())
            for role in mention.roles:
                titles = f"{role.title} {role.of or ''}".lower().split()
                own.update(LONG.get(word, word) for word in titles)
    return {
        index: frozenset(words[root])
        for index, mention in enumerate(mentions)
        if mention.form == "name" and mention.kind == "person" and words[root := clusters.root(index)]
    }


def join_titled(
    mentions: Sequence[Mention],
    places: Sequence[Place],
    titled: Mapping[int, frozenset[str]],
    clusters: Clusters,
    join: Callable[[int, int], None],
) -> None:
    """Joins "the director" with the only one in the report who was said to be one."""
    for index, mention in enumerate(mentions):
        if mention.form != "nominal" or mention.plural or mention.kind != "person":
            continue
        words = places[index].words if places[index].article == "the" else _own_words(index, mentions, places)
        holder = _holder(index, words, titled) if words else None
        if holder is None:
            continue
        if len({clusters.root(other) for other, title in titled.items() if words <= title}) == 1:
            join(holder, index)


def of_role(
    index: int, mentions: Sequence[Mention], places: Sequence[Place], titled: Mapping[int, frozenset[str]]
) -> int | None:
    """As in "the spokesman", "the governor", "the Ohio senator": whoever was said to be one, and was named last."""
    return _holder(index, places[index].words, titled) if mentions[index].kind == "person" else None


def _holder(index: int, words: frozenset[str], titled: Mapping[int, frozenset[str]]) -> int | None:
    if len(words) > LONGEST_TITLE:
        return None
    before = range(index - 1, max(-1, index - 1 - WINDOW), -1)
    return next((other for other in before if other in titled and words <= titled[other]), None)


def _own_words(index: int, mentions: Sequence[Mention], places: Sequence[Place]) -> frozenset[str]:
    """The words of "Norway's president" without those of the name that it opens with; none where it opens with none."""
    mention, after = mentions[index], mentions[index + 1 : index + 2]
    if not after or after[0].form != "name" or after[0].start != mention.start or after[0].kind != "place":
        return frozenset()
    words = places[index].words
    return words - places[index + 1].words - {"'s"} if "'s" in words else frozenset()
