"""Coreference: each mention joins its best earlier one."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.reading.encoder.chaining import BACK, ChainScorer, find_chains
from reportedly.reading.pairs import HALF, Candidate, PairScorer, candidate

SIZES = (64, 8, 8, 6, 3, 3, 2, 36)
OFFSETS = np.concatenate([[0], np.cumsum(SIZES)[:-1]]).astype(np.int64)
PLAIN = ChainScorer.of(PairScorer(np.zeros(HALF, np.float32), -0.5, np.zeros((sum(SIZES), HALF), np.float32), OFFSETS))


def mention(number: int) -> Candidate:
    return candidate(number, 0, 0, 1, ["town"], "NOUN", "Number=Sing", 1)


def rows(places: list[int]) -> np.ndarray:
    table = np.zeros((len(places), 2 * HALF), np.float32)
    table[range(len(places)), [HALF + place for place in places]] = 1.0
    return table


def test_rows_added_up_beforehand_give_the_same_scores() -> None:
    random = np.random.default_rng(4)
    table = random.normal(size=(sum(SIZES), HALF)).astype(np.float32)
    scorer = PairScorer(random.normal(size=HALF).astype(np.float32), 0.3, table, OFFSETS)
    left, right = random.normal(size=(2, 9, 2 * HALF)).astype(np.float32)
    pairs = np.array([(i, j) for j in range(9) for i in range(j)])
    features = random.integers(0, SIZES, size=(len(pairs), len(SIZES)))
    features[:, 3] = features[:, 7] % 6
    wanted = scorer.score(left[pairs[:, 0]], right[pairs[:, 1]], features)
    assert ChainScorer.of(scorer).score(left, right, pairs, features) == pytest.approx(wanted, rel=1e-4, abs=1e-4)


def test_mentions_with_equal_rows_form_chains() -> None:
    table = rows([0, 1, 0, 2, 1])
    found = find_chains([mention(number) for number in range(5)], table, table, PLAIN)
    assert found == (((0, 0), (2, 0)), ((1, 0), (4, 0)), ((3, 0),))


def test_of_equal_scores_the_nearest_antecedent_is_taken() -> None:
    left, right = rows([0, 1, 0]), rows([3, 4, 0])
    left[1] = left[0]
    found = find_chains([mention(number) for number in range(3)], left, right, PLAIN)
    assert found == (((0, 0),), ((1, 0), (2, 0)))


def test_antecedents_are_looked_for_so_far_back_and_no_farther() -> None:
    count = BACK + 1
    near, far = [0, *range(1, count - 1), 0], [0, *range(1, count), 0]
    wide = np.zeros((count + 1, 2 * HALF), np.float32)
    for places, joined in ((near, True), (far, False)):
        table = wide[: len(places)].copy()
        table[:, HALF] = [place == 0 for place in places]
        found = find_chains([mention(number) for number in range(len(places))], table, table, PLAIN)
        assert (len(found[0]) == 2) is joined


def test_no_mentions_no_chains() -> None:
    assert find_chains([], np.zeros((0, 128), np.float32), np.zeros((0, 128), np.float32), PLAIN) == ()
