"""From the graph's outputs for batches to one row of arrays for each sentence of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoder.decoding import Scheme, best_labels
from reportedly.reading.encoder.trees import are_trees, best_tree
from reportedly.reading.pieces import Batch, Part

Array = npt.NDArray[Any]
KEPT = (
    "upos", "morph", "heads", "relations", "mentions", "names", "names_scores", "names_conflict", "attribution",
    "certainty", "link_left", "link_right", "coref_left", "coref_right",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """What decoding must know of the labels: the schemes of the name heads, and two positions among the relations."""

    names: Scheme
    conflict: Scheme
    root: int
    dependent: int


def sentence_rows(
    outputs: Iterable[tuple[Batch, dict[str, Array]]], lengths: Sequence[int], rules: Rules
) -> tuple[dict[str, Array], npt.NDArray[np.float32]]:
    """Fields [words, …] of all words of a report laid end to end, and the vectors [sentences, 384].

    ``lengths`` are the words of each sentence. ``heads`` count from 1 inside a sentence, 0 is the root; ``relations``,
    ``upos``, ``morph``, ``names`` and ``names_conflict`` are positions of labels; ``names_scores`` and the rest are
    the graph's own numbers.
    """
    pieces: dict[str, list[Array]] = {name: [] for name in KEPT}
    vectors: list[tuple[int, Array]] = []
    cut: set[int] = set()
    for batch, found in outputs:
        fields = _decoded(found, batch.lengths, rules)
        for row, part in enumerate(batch.parts):
            _take(pieces, fields, row, part)
            vectors.append((part.sentence, found["vectors"][row]))
            if part.end - part.start != part.keep_end - part.keep_start:
                cut.add(part.sentence)
    joined = {name: np.concatenate(each) if each else np.zeros(0, np.int64) for name, each in pieces.items()}
    _mend(joined, lengths, cut, rules)
    return joined, _joined_vectors(vectors, len(lengths))


def _decoded(found: dict[str, Array], lengths: Array, rules: Rules) -> dict[str, Array]:
    heads, relations = _trees(found, lengths, rules)
    decoded = dict(found)
    decoded["heads"], decoded["relations"], decoded["names_scores"] = heads, relations, found["names"]
    for name, scheme in (("names", rules.names), ("names_conflict", rules.conflict)):
        decoded[name] = best_labels(found[name], lengths, scheme)
    return decoded


def _trees(found: dict[str, Array], lengths: Array, rules: Rules) -> tuple[Array, Array]:
    """Heads and relations: the best candidate of each word, or the best tree where these make none."""
    heads = found["candidates"][..., 0].astype(np.int64)
    relations = found["labels"][..., 0].astype(np.int64)
    for row in np.flatnonzero(~are_trees(heads, lengths)).tolist():
        size = int(lengths[row])
        tree = best_tree(found["arcs"][row, :size, : size + 1])
        heads[row, :size] = tree
        for word, head in enumerate(tree):
            relations[row, word] = _relation(found, row, word, head, rules)
    return heads, relations


def _relation(found: dict[str, Array], row: int, word: int, head: int, rules: Rules) -> int:
    """The relation that the graph gives for a head among its three best; else the best head's, but never the root's."""
    places = np.flatnonzero(found["candidates"][row, word] == head)
    if places.size:
        return int(found["labels"][row, word, places[0]])
    if head == 0:
        return rules.root
    first = int(found["labels"][row, word, 0])
    return first if first != rules.root else rules.dependent


def _take(pieces: dict[str, list[Array]], fields: dict[str, Array], row: int, part: Part) -> None:
    """Add the words of a part that are read from it."""
    first, last = part.keep_start - part.start, part.keep_end - part.start
    for name in KEPT:
        taken = fields[name][row, first:last]
        if name == "heads" and part.start:
            taken = np.where(taken > 0, taken + part.start, 0)
        if name == "heads" and part.end - part.start != part.keep_end - part.keep_start:
            outside = (taken <= part.keep_start) | (taken > part.keep_end)
            taken = np.where(outside, 0, taken)
        pieces[name].append(taken)


def _mend(joined: dict[str, Array], lengths: Sequence[int], cut: set[int], rules: Rules) -> None:
    """One tree for each sentence that was read in parts: the first root stays, the others depend on it."""
    if not cut:
        return
    starts = np.concatenate([[0], np.cumsum(lengths)])
    for sentence in cut:
        first, last = starts[sentence], starts[sentence + 1]
        roots = np.flatnonzero(joined["heads"][first:last] == 0) + first
        joined["relations"][roots[0]] = rules.root
        joined["heads"][roots[1:]] = roots[0] - first + 1
        joined["relations"][roots[1:]] = rules.dependent


def _joined_vectors(found: Sequence[tuple[int, Array]], count: int) -> npt.NDArray[np.float32]:
    """A unit vector for each sentence, the mean of its parts'; zeros for a sentence without words."""
    vectors = np.zeros((count, found[0][1].shape[-1] if found else 0), dtype=np.float32)
    for sentence, vector in found:
        vectors[sentence] += vector
    lengths = np.sqrt(np.square(vectors).sum(axis=1, keepdims=True))
    vectors /= np.maximum(lengths, np.float32(1e-9))
    return vectors
