"""Weights fitted so that the right candidates weigh most."""

from __future__ import annotations

import pytest
from training.incidents.softmax import Example, fit


def test_a_sign_that_the_right_candidates_have_weighs_most() -> None:
    examples = [
        Example(({"told": 1.0, "late": 1.0}, {"late": 1.0}), 0),
        Example(({"late": 1.0}, {"told": 1.0}, {}), 1),
        Example(({}, {"told": 1.0, "late": 1.0}), 1),
    ]
    weights = fit(examples, ("told", "late", "never"), ridge=1.0)
    assert weights["told"] > 0.5
    assert weights["told"] > weights["late"]
    assert weights["never"] == pytest.approx(0.0)


def test_a_heavier_ridge_gives_smaller_weights_and_the_same_examples_the_same_ones() -> None:
    examples = [Example(({"told": 1.0}, {}), 0)] * 4
    light, heavy = (fit(examples, ("told",), ridge)["told"] for ridge in (0.5, 5.0))
    assert light > heavy > 0
    assert fit(examples, ("told",), 0.5)["told"] == light


def test_where_half_is_right_the_weight_is_that_of_the_odds() -> None:
    examples = [Example(({"told": 1.0}, {}), 0)] * 3 + [Example(({"told": 1.0}, {}), 1)]
    assert fit(examples, ("told",), 1e-6)["told"] == pytest.approx(1.0986, abs=1e-3)  # the logarithm of three
