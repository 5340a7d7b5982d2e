"""Names that are written alike settle their type together."""

from __future__ import annotations

import numpy as np

from reportedly.reading.encoder.decoding import scheme_of
from reportedly.reading.encoder.voting import lend, vote

LABELS = ["O", "B-Location", "I-Location", "B-Person", "I-Person"]
SCHEME = scheme_of(LABELS)


def scores(*rows: tuple[str, float]) -> np.ndarray:
    table = np.zeros((len(rows), len(LABELS)))
    for at, (label, score) in enumerate(rows):
        table[at, LABELS.index(label)] = score
    return table


def test_the_surest_settle_it() -> None:
    words = ["Marla", "spoke", "in", "MARLA", "and", "Marla"]
    names = [(0, 1, "Person"), (3, 4, "Location"), (5, 6, "Location")]
    table = scores(("B-Person", 2), ("O", 5), ("O", 5), ("B-Location", 9), ("O", 5), ("B-Location", 9))
    assert [kind for *_, kind in vote(names, words, table, SCHEME)] == ["Location"] * 3


def test_other_names_keep_their_type_and_place() -> None:
    names = [(0, 1, "Person"), (1, 2, "Location")]
    table = scores(("B-Person", 9), ("B-Location", 9))
    assert vote(names, ["Ayla", "Izmit"], table, SCHEME) == names
    assert vote([], ["Ayla"], table[:1], SCHEME) == []


def test_the_same_word_elsewhere_lends_its_type_to_a_description_and_a_pronoun_lends_none() -> None:
    shares = np.array([[0.45, 0.55], [0.9, 0.1], [0.1, 0.9], [0.45, 0.55], [0.9, 0.1]])
    types = lend(shares, ["militants", "militants", "town", None, None]).argmax(axis=1)
    assert types.tolist() == [0, 0, 1, 1, 0]
    assert lend(shares[:0], []).shape == (0, 2)
