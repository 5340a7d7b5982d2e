"""The phrase around a head word, by the parse: what a mention spans."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

OUTSIDE = frozenset({
    "case", "mark", "cc", "conj", "punct", "parataxis", "nsubj", "csubj", "cop", "aux", "expl", "advcl", "discourse",
    "vocative", "dislocated", "orphan", "reparandum", "list",
})  # fmt: skip
"""Dependents of a head word that do not belong to its phrase: "in the town" (case), "he is a doctor" (nsubj, cop)."""


def phrases(heads: Sequence[int], relations: Sequence[str]) -> list[tuple[int, int]]:
    """For every word of a sentence the half-open range of words that its phrase covers.

    ``heads`` count from 1, 0 is the root, and form a tree.
    """
    size = len(heads)
    first, last = list(range(size)), list(range(1, size + 1))
    for word in _leaves_first(heads):
        head = heads[word] - 1
        if head >= 0 and not _is_outside(relations[word]):
            if first[word] < first[head]:
                first[head] = first[word]
            if last[word] > last[head]:
                last[head] = last[word]
    return list(zip(first, last, strict=True))


@cache
def _is_outside(relation: str) -> bool:
    """Whether words in a relation ("nsubj:pass") do not belong to the phrase of their head."""
    return relation.split(":", 1)[0] in OUTSIDE


def _leaves_first(heads: Sequence[int]) -> list[int]:
    """The words in an order in which each comes before its head."""
    waiting = [0] * (len(heads) + 1)
    for head in heads:
        waiting[head] += 1
    order = [word for word in range(len(heads)) if not waiting[word + 1]]
    for word in order:
        head = heads[word]
        waiting[head] -= 1
        if head and not waiting[head]:
            order.append(head - 1)
    return order
