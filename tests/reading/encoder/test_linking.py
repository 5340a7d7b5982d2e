"""Attributions: stretches over a report, linked to their cues by the pair scorer."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.reading.encoded import Attributed, Part, Stretch
from reportedly.reading.encoder.decoding import scheme_of
from reportedly.reading.encoder.linking import Stretches, find_stretches, laid_out, link
from reportedly.reading.pairs import HALF, PairScorer

SCHEME = scheme_of(["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"])
ROWS = 33
PLAIN = PairScorer(
    np.zeros(HALF, np.float32), -0.5, np.zeros((ROWS, HALF), np.float32), np.array([0, 2, 18, 25, 29], np.int64)
)
"""A scorer that looks at nothing but the product of the two rows, less one half."""


def rows(words: dict[int, int], count: int) -> np.ndarray:
    """A row for each word, with a 1 at the place given for it: equal places multiply to 1."""
    table = np.zeros((count, 2 * HALF), np.float32)
    for word, place in words.items():
        table[word, HALF + place] = 1.0
    return table


def test_a_content_may_run_over_the_end_of_a_sentence() -> None:
    scores = np.full((6, 7), -9.0)
    scores[range(6), [1, 3, 5, 6, 6, 0]] = 9.0
    found = find_stretches(scores, SCHEME)
    assert found == Stretches(cues=[(1, 2)], sources=[(0, 1)], contents=[(2, 5)])
    assert laid_out(found, [0, 3, 6]) == (
        Stretch("cue", (Part(0, 1, 2),)),
        Stretch("source", (Part(0, 0, 1),)),
        Stretch("content", (Part(0, 2, 3), Part(1, 0, 2))),
    )


def test_a_content_falls_apart_only_where_the_model_is_sure_of_it() -> None:
    scores = np.full((4, 7), -9.0)
    scores[range(4), [3, 5, 0, 6]] = 9.0
    scores[2, 6] = 8.8  # hardly less sure that the content goes on than that it pauses
    assert find_stretches(scores, SCHEME).contents == [(1, 4)]
    scores[2, 6], scores[3, 5] = -9.0, 12.0
    assert find_stretches(scores, SCHEME).contents == [(1, 2), (3, 4)]


def test_each_content_goes_to_one_cue_and_a_source_may_serve_two() -> None:
    found = Stretches(cues=[(1, 2), (5, 6)], sources=[(0, 1)], contents=[(2, 4), (4, 5), (6, 8)])
    left = rows({1: 0, 5: 1}, 8)
    right = rows({2: 0, 3: 0, 4: 1, 6: 0, 7: 0}, 8)
    right[0, HALF : HALF + 2] = 1.0
    linked = link(found, left, right, np.zeros(8, np.int64), PLAIN)
    assert linked == [Attributed(0, 2, (3, 5)), Attributed(1, 2, (4,))]


def test_a_span_whose_best_cue_is_unlikely_still_gets_it() -> None:
    found = Stretches(cues=[(1, 2)], sources=[(0, 1)], contents=[(2, 4)])
    nothing = np.zeros((4, 2 * HALF), np.float32)
    assert link(found, nothing, nothing, np.zeros(4, np.int64), PLAIN) == [Attributed(0, 1, (2,))]


@pytest.mark.parametrize(("gap", "source", "contents"), [(0, 1, (2,)), (1, 1, (2,)), (2, None, (2,)), (4, None, ())])
def test_far_sentences_are_not_linked(gap: int, source: int | None, contents: tuple[int, ...]) -> None:
    found = Stretches(cues=[(0, 1)], sources=[(1, 2)], contents=[(2, 3)])
    ones = rows({0: 0, 1: 0, 2: 0}, 3)
    assert link(found, ones, ones, np.array([0, gap, gap]), PLAIN) == [Attributed(0, source, contents)]


def test_without_a_cue_nothing_is_attributed() -> None:
    found = Stretches(cues=[], sources=[(0, 1)], contents=[(1, 2)])
    table = np.ones((2, 2 * HALF), np.float32)
    assert link(found, table, table, np.zeros(2, np.int64), PLAIN) == []
