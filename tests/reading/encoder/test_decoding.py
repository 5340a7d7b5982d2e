"""BIO decoding: the best sequence that is allowed."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.encoder.decoding import best_labels, best_path, scheme_of, spans_of

LABELS = ("O", "B-x", "I-x", "B-y", "I-y")
SCHEME = scheme_of(LABELS)


def is_allowed(path: tuple[int, ...]) -> bool:
    before = 0
    for label in path:
        if LABELS[label].startswith("I-") and LABELS[before][2:] != LABELS[label][2:]:
            return False
        before = label
    return True


def numbers(rows: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(-20, 20), min_size=rows * 5, max_size=rows * 5)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(numbers))
def test_no_allowed_sequence_scores_better(flat: list[int]) -> None:
    scores = np.array(flat, dtype=np.float64).reshape(-1, 5)
    found = best_path(scores, SCHEME)
    paths = [path for path in product(range(5), repeat=len(scores)) if is_allowed(path)]
    assert is_allowed(tuple(found))
    assert sum(scores[range(len(found)), found]) == max(sum(scores[range(len(path)), path]) for path in paths)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 12).flatmap(numbers), min_size=1, max_size=4))
def test_rows_laid_end_to_end_give_what_each_gives_alone(rows: list[list[int]]) -> None:
    tables = [np.array(row, dtype=np.float64).reshape(-1, 5) for row in rows]
    firsts = np.cumsum([0, *map(len, tables)])
    found = best_labels(np.concatenate(tables), firsts[:-1], SCHEME)
    for first, table in zip(firsts.tolist(), tables, strict=False):
        together, alone = found[first : first + len(table)].tolist(), best_path(table, SCHEME)
        assert is_allowed(tuple(together))
        assert sum(table[range(len(table)), together]) == sum(table[range(len(table)), alone])


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([0, 0], []),
        ([1, 2, 0], [(0, 2, "x")]),
        ([1, 1], [(0, 1, "x"), (1, 2, "x")]),
        ([1, 3, 4], [(0, 1, "x"), (1, 3, "y")]),
        ([2, 4], [(0, 1, "x"), (1, 2, "y")]),
    ],
)
def test_spans_of_labels(labels: list[int], spans: list[tuple[int, int, str]]) -> None:
    assert spans_of(labels, SCHEME) == spans


def test_nothing_gives_nothing() -> None:
    assert best_path(np.zeros((0, 5)), SCHEME) == []
    assert best_labels(np.zeros((0, 5)), np.zeros(0, np.int64), SCHEME).tolist() == []
