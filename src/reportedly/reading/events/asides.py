"""Events that a sentence tells by the way, and the phrase that does: "… freed 21 of [the girls abducted in 2014]".

What the tree hangs on a noun or on another verb, as a relative, participial or adverbial clause, or as a noun that
carries no statement of its own, only tells which one is meant, or what else was so. A participle that tells what came
of it ("…, killing two") goes on with the statement.
"""

from __future__ import annotations

from reportedly.reading.events.matches import Found
from reportedly.reading.events.tree import Tree

LONGEST = 40
"""Words of the longest phrase that is shown for itself; of a longer one only the clause is."""
TOPICS = frozenset({"root", "nsubj"})
"""Where a noun is what its sentence is about: "The collapse happened at night"."""
EDGES = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "PART"})


def aside_of(tree: Tree, found: Found) -> tuple[int, int] | None:
    """The tokens ``[first, end)`` of the phrase that tells an event by the way; None where the sentence is about it."""
    top = tree.top(found.first, found.last + 1) if found.frame == "nouns" and not found.is_carried else found.anchor
    for at in (top, *tree.above(top)):
        if tree.plain[at] == "acl" and tree.heads[at] >= 0:
            return _trimmed(tree, _subtree(tree, tree.heads[at])) or _trimmed(tree, _subtree(tree, at))
        if tree.plain[at] == "advcl" and not _is_outcome(tree, at):
            return _trimmed(tree, _subtree(tree, at))
        if at == top and found.frame == "nouns" and not found.is_carried and tree.plain[at] not in TOPICS:
            return _trimmed(tree, _subtree(tree, at))
    return None


def _is_outcome(tree: Tree, verb: int) -> bool:
    return tree.words[verb].endswith("ing") and not tree.mark(verb) and tree.kid(verb, "aux") is None


def _subtree(tree: Tree, word: int) -> list[int]:
    found, waiting = [], [word]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(tree.children[at])
    return found


def _trimmed(tree: Tree, words: list[int]) -> tuple[int, int] | None:
    """The range of a subtree without marks and prepositions at its edges; None where it is too long."""
    first, last = min(words), max(words)
    while first < last and tree.upos[first] in EDGES:
        first += 1
    while last > first and tree.upos[last] in EDGES:
        last -= 1
    return (first, last + 1) if last - first < LONGEST else None
