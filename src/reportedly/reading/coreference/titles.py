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
        if mention.form != "nominal" or mention.plural or places[index].article != "the":
            continue
        holder = of_role(index, mentions, places, titled)
        if holder is None:
            continue
        words = places[index].words
        if len({clusters.root(other) for other, title in titled.items() if words <= title}) == 1:
            join(holder, index)


def of_role(
    index: int, mentions: Sequence[Mention], places: Sequence[Place], titled: Mapping[int, frozenset[str]]
) -> int | None:
    """As in "the spokesman", "the governor", "the Ohio senator": whoever was said to be one, and was named last."""
    place = places[index]
    if mentions[index].kind != "person" or len(place.words) > LONGEST_TITLE:
        return None
    before = range(index - 1, max(-1, index - 1 - WINDOW), -1)
    return next((other for other in before if other in titled and place.words <= titled[other]), None)
