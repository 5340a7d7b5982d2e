"""Who bears a role by the parse: "the coalition spokesman, Col. | Ryan Dillon", "Ann Lee, by then a minister"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.mentions.parts import Part
from reportedly.reading.mentions.trees import Tree

BEARING = frozenset({"appos", "nmod:desc"})


SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def subjects_by_parse(tree: Tree) -> frozenset[int]:
    """The words that are subjects: "While Berg slept, the | engineer | told police …" says nothing of Berg."""
    return frozenset(word for word, relation in enumerate(tree.relations) if relation in SUBJECTS)


def bearers_by_parse(tree: Tree, parts: Sequence[tuple[int, Part]]) -> dict[int, int]:
    """For the head word of each description that is set beside a name, the number of that name's part."""
    opened = {part.last: part.first for _, part in parts if part.label == "title" and part.bears}
    names = {
        tree.top(opened.get(part.first, part.first), part.last): number
        for number, part in parts
        if part.label == "name"
    }
    found: dict[int, int] = {}
    for word, relation in enumerate(tree.relations):
        if relation not in BEARING:
            continue
        governor = tree.heads[word]
        if word in names and governor not in names:
            found.setdefault(governor, names[word])
        elif governor in names and word not in names:
            found.setdefault(word, names[governor])
    return found
