"""Trees: which rows of heads are trees, and the best tree where they are none."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.encoder.trees import are_trees, best_tree


@pytest.mark.parametrize(
    ("heads", "is_tree"),
    [
        ([0], True),
        ([2, 0], True),
        ([0, 1, 2, 3], True),
        ([2, 1, 0], False),  # the first two turn in a circle
        ([0, 0], False),  # two roots
        ([2, 1], False),  # no root
        ([1, 0], False),  # a word that is its own head
    ],
)
def test_a_tree_has_one_root_and_no_circle(heads: list[int], is_tree: bool) -> None:
    padded = np.array([heads + [7] * (8 - len(heads))])
    assert are_trees(padded, np.array([len(heads)])).tolist() == [is_tree]


def test_rows_are_judged_apart() -> None:
    heads = np.array([[2, 0, 0], [2, 1, 0], [2, 3, 0]])
    assert are_trees(heads, np.array([2, 3, 3])).tolist() == [True, False, True]


def test_a_circle_is_broken_where_it_costs_least() -> None:
    scores = np.full((3, 4), -5.0)
    scores[0, 2], scores[1, 1] = 9.0, 9.0  # words 1 and 2 want each other
    scores[2, 0] = 4.0  # word 3 is the root
    scores[0, 3], scores[1, 3] = 1.0, 3.0
    assert best_tree(scores) == [2, 3, 0]


def test_there_is_one_root_even_where_two_score_better() -> None:
    scores = np.array([[10.0, -9.0, 0.0], [10.0, 1.0, -9.0]])
    assert best_tree(scores) == [0, 1]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(-30, 30), min_size=n * (n + 1), max_size=n * (n + 1))))
def test_no_other_tree_scores_better(numbers: list[int]) -> None:
    size = next(n for n in range(1, 5) if n * (n + 1) == len(numbers))
    scores = np.array(numbers, dtype=np.float64).reshape(size, size + 1)
    found = best_tree(scores)
    lengths = np.array([size])
    assert are_trees(np.array([found]), lengths).all()
    trees = [heads for heads in product(range(size + 1), repeat=size) if are_trees(np.array([heads]), lengths).all()]
    best = max(sum(scores[word, head] for word, head in enumerate(heads)) for heads in trees)
    assert sum(scores[word, head] for word, head in enumerate(found)) == best


@settings(max_examples=30, deadline=None)
@given(st.integers(5, 40), st.integers(0, 2**32 - 1))
def test_long_rows_give_trees(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    assert are_trees(np.array([best_tree(scores)]), np.array([size])).all()
