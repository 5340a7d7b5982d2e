"""The phrase around a head word."""

from __future__ import annotations

import pytest

from reportedly.reading.encoder.phrases import phrases

SENTENCES = [
    # in the old town near the river
    ([4, 4, 4, 0, 7, 7, 4], ["case", "det", "amod", "root", "case", "det", "nmod"], 3, (1, 7)),
    ([4, 4, 4, 0, 7, 7, 4], ["case", "det", "amod", "root", "case", "det", "nmod"], 6, (5, 7)),
    # She was the mayor
    ([4, 4, 4, 0], ["nsubj", "cop", "det", "root"], 3, (2, 4)),
    # soldiers and their families fled
    ([5, 4, 4, 1, 0], ["nsubj", "cc", "nmod:poss", "conj", "root"], 0, (0, 1)),
    ([5, 4, 4, 1, 0], ["nsubj", "cc", "nmod:poss", "conj", "root"], 3, (2, 4)),
    # troops who had fled
    ([0, 4, 4, 1], ["root", "nsubj", "aux", "acl:relcl"], 0, (0, 4)),
]


@pytest.mark.parametrize(("heads", "relations", "word", "span"), SENTENCES)
def test_a_phrase_has_its_own_dependents_only(
    heads: list[int], relations: list[str], word: int, span: tuple[int, int]
) -> None:
    assert phrases(heads, relations)[word] == span
