"""Coreference inside a report: each mention joins its best earlier mention, or opens a chain of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.pairs import (
    COREFERENCE_SIZES,
    HALF,
    Candidate,
    Columns,
    PairScorer,
    columns_of,
    coreference_features,
)

Array = npt.NDArray[Any]
BACK = 100
"""How many mentions back an antecedent is looked for."""
BLOCK = 128
"""How many mentions are looked at together."""
SHARE = 2048
"""How many pairs are scored at once: few enough that their rows stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class ChainScorer:
    """A trained pair scorer with the rows of its eight features added up beforehand to those of two.

    ``places`` belongs to features 0, 1 and 2, ``likeness`` to 7 (which contains 3), 4, 5 and 6. It gives the
    scores that ``PairScorer.score`` gives, in a third of the time. Sums of products go without the threads of a linear
    algebra library: they would wait for one another where several processes read at once.
    """

    scorer: PairScorer
    places: Array
    likeness: Array

    @classmethod
    def of(cls, scorer: PairScorer) -> ChainScorer:
        """From the trained scorer of coreference."""
        kinds, sentences, mentions, alike, types, numbers, nested, crossed = (
            scorer.table[offset : offset + size]
            for offset, size in zip(scorer.offsets.tolist(), COREFERENCE_SIZES, strict=True)
        )
        distances = (sentences[:, None] + mentions).reshape(-1, HALF)
        likeness = crossed + np.tile(alike, (len(crossed) // len(alike), 1))
        for rows in (types, numbers, nested):
            likeness = (likeness[:, None] + rows).reshape(-1, HALF)
        return cls(scorer, (kinds[:, None] + distances).reshape(-1, HALF), likeness)

    def score(self, left: Array, right: Array, pairs: Array, features: Array) -> Array:
        """Scores [n] of ``pairs`` [n, 2] of rows of ``left`` and ``right``."""
        sizes = COREFERENCE_SIZES
        place = (features[:, 0] * sizes[1] + features[:, 1]) * sizes[2] + features[:, 2]
        likeness = features[:, 7]
        for feature in (4, 5, 6):
            likeness = likeness * sizes[feature] + features[:, feature]
        shares = (slice(first, first + SHARE) for first in range(0, len(pairs), SHARE))
        return np.concatenate(
            [self._scored(left, right, pairs[share], place[share], likeness[share]) for share in shares]
        )

    def _scored(self, left: Array, right: Array, pairs: Array, place: Array, likeness: Array) -> Array:
        earlier, later = left.take(pairs[:, 0], axis=0), right.take(pairs[:, 1], axis=0)
        hidden = self.places.take(place, axis=0)
        hidden += self.likeness.take(likeness, axis=0)
        hidden += earlier[:, :HALF]
        hidden += later[:, :HALF]
        np.maximum(hidden, 0.0, out=hidden)
        products = np.einsum("nh,nh->n", earlier[:, HALF:], later[:, HALF:])
        scores: Array = np.einsum("nh,h->n", hidden, self.scorer.vector) + products + np.float32(self.scorer.bias)
        return scores


def find_chains(
    candidates: Sequence[Candidate], left: Array, right: Array, scorer: ChainScorer
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Chains of (sentence, head word), in order of their first mention; every candidate stands in exactly one.

    ``candidates`` stand in order of the text; ``left`` and ``right`` are the graph's rows at their head words.
    """
    chain_of: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for mention, antecedent in zip(candidates, _antecedents(candidates, left, right, scorer), strict=True):
        if antecedent is None:
            chain_of.append(len(chains))
            chains.append([])
        else:
            chain_of.append(chain_of[antecedent])
        chains[chain_of[-1]].append((mention.sentence, mention.head))
    return tuple(map(tuple, chains))


def _antecedents(candidates: Sequence[Candidate], left: Array, right: Array, scorer: ChainScorer) -> list[int | None]:
    """For each candidate the earlier one with the best score above 0, the nearest of equals."""
    columns = columns_of(candidates)
    found: list[int | None] = []
    for first in range(0, len(candidates), BLOCK):
        found += _block(columns, left, right, range(first, min(first + BLOCK, len(candidates))), scorer)
    return found


def _block(columns: Columns, left: Array, right: Array, block: range, scorer: ChainScorer) -> list[int | None]:
    """The same for a few of the candidates."""
    later = np.arange(block.start, block.stop)
    earlier = later[:, None] - np.arange(1, BACK + 1)
    row, step = np.nonzero(earlier >= 0)
    table = np.full(earlier.shape, -np.inf, dtype=np.float32)
    if len(row):
        pairs = np.stack([earlier[row, step], later[row]]).T
        table[row, step] = scorer.score(left, right, pairs, coreference_features(columns, pairs))
    best = table.argmax(axis=1)
    likely = table[np.arange(len(later)), best] > 0
    return [
        int(number - 1 - back) if is_likely else None
        for number, back, is_likely in zip(later, best, likely, strict=True)
    ]
