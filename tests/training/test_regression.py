"""The fit of the classifier of kinds on small sets whose answer is known."""

from __future__ import annotations

import numpy as np
from training.events.regression import Example, Settings, fit

from reportedly.reading.events.traits import Traits

ZERO = np.zeros(4, dtype=np.float32)
EXAMPLES = [Example(("word=help", "near=the"), ZERO, "AID"), Example(("word=spurn", "near=the"), ZERO, "REJECT")] * 3


def test_it_learns_which_word_tells() -> None:
    known = fit(EXAMPLES, Settings())
    assert known.labels == ("AID", "REJECT")
    assert known.probabilities(Traits(("word=spurn",), ZERO))[1] > 0.9


def test_words_met_once_are_not_learned() -> None:
    known = fit([*EXAMPLES, Example(("word=rare",), ZERO, "AID")], Settings())
    assert "word=rare" not in known.rows


def test_the_same_examples_give_the_same_weights() -> None:
    first, second = fit(EXAMPLES, Settings()), fit(EXAMPLES, Settings())
    assert np.array_equal(first.weights, second.weights)


def test_vectors_tell_where_words_do_not() -> None:
    vectors = np.eye(4, dtype=np.float32)
    examples = [Example(("near=the",), vectors[0], "AID"), Example(("near=the",), vectors[1], "REJECT")] * 3
    known = fit(examples, Settings())
    assert known.probabilities(Traits(("near=the",), vectors[1]))[1] > 0.9
