"""From the graph's outputs for batches to one row of arrays for each sentence of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoder.decoding import Scheme, best_labels
from reportedly.reading.encoder.trees import are_trees, best_tree
from reportedly.reading.pieces import Batch

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
        parts = [part for part in batch.parts if part.end - part.start != part.keep_end - part.keep_start]
        cut.update(part.sentence for part in parts)
        if parts:
            fields = _kept(fields, batch)
        for name in KEPT:
            pieces[name].append(fields[name])
        vectors += [(part.sentence, vector) for part, vector in zip(batch.parts, found["vectors"], strict=True)]
    joined = {name: np.concatenate(each) if each else np.zeros(0, np.int64) for name, each in pieces.items()}
    _mend(joined, lengths, cut, rules)
    return joined, _joined_vectors(vectors, len(lengths))


def _decoded(found: dict[str, Array], lengths: Array, rules: Rules) -> dict[str, Array]:
    firsts = np.cumsum(lengths) - lengths
    decoded = dict(found)
    decoded["heads"], decoded["relations"] = _trees(found, lengths, firsts, rules)
    decoded["names_scores"] = found["names"]
    for name, scheme in (("names", rules.names), ("names_conflict", rules.conflict)):
        decoded[name] = best_labels(found[name], firsts, scheme)
    return decoded


def _trees(found: dict[str, Array], lengths: Array, firsts: Array, rules: Rules) -> tuple[Array, Array]:
    """Heads and relations: the best candidate of each word, or the best tree where these make none."""
    heads = found["candidates"][:, 0].astype(np.int64)
    relations = found["labels"][:, 0].astype(np.int64)
    width = int(found["arcs"].shape[1])
    table = np.zeros((len(lengths), width), dtype=np.int64)
    table[np.arange(width) < lengths[:, None]] = heads
    for row in np.flatnonzero(~are_trees(table, lengths)).tolist():
        size, first = int(lengths[row]), int(firsts[row])
        tree = best_tree(found["arcs"][row, :size, : size + 1])
        for word, head in enumerate(tree, start=first):
            if head != heads[word]:
                relations[word] = _relation(found, word, head, rules)
                heads[word] = head
    return heads, relations


def _relation(found: dict[str, Array], word: int, head: int, rules: Rules) -> int:
    """The relation that the graph gives for a head among its three best; else the best head's, but never the root's."""
    places = np.flatnonzero(found["candidates"][word] == head)
    if places.size:
        return int(found["labels"][word, places[0]])
    if head == 0:
        return rules.root
    first = int(found["labels"][word, 0])
    return first if first != rules.root else rules.dependent


def _kept(fields: dict[str, Array], batch: Batch) -> dict[str, Array]:
    """The words that are read from each part, with their heads counted in the whole sentence."""
    rows: list[Array] = []
    heads = fields["heads"].copy()
    first = 0
    for part, length in zip(batch.parts, batch.lengths.tolist(), strict=True):
        taken = slice(first + part.keep_start - part.start, first + part.keep_end - part.start)
        moved = np.where(heads[taken] > 0, heads[taken] + part.start, 0)
        outside = (moved <= part.keep_start) | (moved > part.keep_end)
        heads[taken] = np.where(outside, 0, moved)
        rows.append(np.arange(taken.start, taken.stop))
        first += length
    chosen = np.concatenate(rows)
    return {name: (heads if name == "heads" else fields[name])[chosen] for name in KEPT}


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
