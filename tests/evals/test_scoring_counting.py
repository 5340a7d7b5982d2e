"""Counts, correlation, spans and ratings on cases counted by hand."""

from __future__ import annotations

import pytest
from evals.encoder_certainty import rate
from evals.scoring.counting import Tally, pearson
from evals.scoring.spans import score_spans, untyped


def test_a_tally() -> None:
    tally = Tally()
    tally.add(1, 2, 4)
    assert (tally.precision, tally.recall) == (0.5, 0.25)
    assert tally.f1 == pytest.approx(1 / 3)
    assert Tally().precision == Tally().recall == Tally().f1 == 0.0


@pytest.mark.parametrize(
    ("left", "right", "r"),
    [
        ([1, 2, 3], [2, 4, 6], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        ([1, 2, 3, 4], [1, 3, 2, 4], 0.8),
        ([1, 1], [1, 2], 0.0),
    ],
)
def test_correlation(left: list[float], right: list[float], r: float) -> None:
    assert pearson(left, right) == pytest.approx(r)


def test_spans_need_their_kind() -> None:
    gold, ours = [[(0, 2, "Person")], [(1, 2, "Misc")]], [[(0, 2, "Location")], [(1, 2, "Misc"), (3, 4, "Person")]]
    assert score_spans(gold, ours).f1 == pytest.approx(2 / 5)
    assert score_spans(map(untyped, gold), map(untyped, ours)).f1 == pytest.approx(4 / 5)
    assert score_spans(gold, ours, frozenset({"Misc"})).f1 == 1.0


def test_ratings_below_one_are_not_factual() -> None:
    scores = rate([3.0, 0.5, -2.0, 1.0], [2.0, 0.9, -0.5, -1.5])
    assert scores["not_factual"] == pytest.approx(2 * 2 / (3 + 2))
    assert scores["denied"] == pytest.approx(2 * 1 / (2 + 1))
