"""What the classifier of kinds looks at in an event: its words and those around it in the tree, as strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.reading.encoded import Floats
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.matches import Found
from reportedly.reading.events.ontology import ontology
from reportedly.reading.events.tree import Tree
from reportedly.reading.reading import Mode

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})
BELOW = frozenset(
    {
        "obj",
        "iobj",
        "xcomp",
        "ccomp",
        "advcl",
        "obl",
        "nmod",
        "acl",
        "amod",
        "compound",
        "aux",
        "advmod",
        "nsubj",
        "conj",
    }
)
LARGEST = 30


FAINT = {"near": 0.35, "relation": 0.3, "below": 0.5, "deep": 0.5, "above": 0.5, "case": 0.5}
"""How much a trait counts by its sort, beside 1 for the others: words that merely stand near say less."""


@lru_cache(maxsize=65536)
def strength(trait: str) -> float:
    """How much a trait counts."""
    return FAINT.get(trait.partition("=")[0], 1.0)


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells the kind of one event: traits of its words, and the vector of its sentence."""

    words: tuple[str, ...]
    vector: Floats


def traits_of(layout: Layout, tree: Tree, found: Found, mode: Mode) -> tuple[str, ...]:
    """The traits of an event told in a mode, each once, in a fixed order.

    Words of names are left out: who acts says nothing of what is done, and weights must not learn it.
    """
    return tuple(dict.fromkeys(_traits(layout, tree, found, mode)))


def _traits(layout: Layout, tree: Tree, found: Found, mode: Mode) -> Iterator[str]:
    root = ontology().plover_root(found.type, mode) if found.type != "other" else None
    yield f"type={found.type}"
    yield f"root={root}"
    yield f"mode={mode}"
    yield f"root={root},mode={mode}"
    yield f"frame={found.frame}"
    yield from (f"word={word}" for word in found.words)
    yield f"carrier={_key(layout, tree, found.anchor)}"
    heads = dict.fromkeys((found.anchor, tree.top(found.first, found.last + 1)))
    for head in heads:
        yield from _around(layout, tree, head)


def _around(layout: Layout, tree: Tree, head: int) -> Iterator[str]:
    for kid in tree.children[head]:
        if tree.plain[kid] in BELOW:
            key, case = _key(layout, tree, kid), tree.case(kid)
            yield f"{tree.plain[kid]}={key}"
            yield f"below={key}"
            if case:
                yield f"{case}={key}"
                yield f"case={case}"
            for deep in tree.kids(kid, "obj", "xcomp", "nmod", "amod", "compound", "obl", "ccomp"):
                yield f"deep={_key(layout, tree, deep)}"
    parent = tree.heads[head]
    if parent >= 0:
        yield f"above={_key(layout, tree, parent)}"
        yield f"relation={tree.plain[head]}"
    near = range(max(0, head - LARGEST), min(len(layout), head + LARGEST))
    for word in near:
        if tree.upos[word] in CONTENT - {"PROPN"}:
            yield f"near={layout.keys[word]}"


def _key(layout: Layout, tree: Tree, word: int) -> str:
    """A word as the weights know it; names and numbers by their sort alone."""
    return f"<{tree.upos[word]}>" if tree.upos[word] in {"PROPN", "NUM"} else layout.keys[word]
