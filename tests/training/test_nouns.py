"""The table of nouns, from a small lexicon and treebank of our own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from training.nouns.build import read_classes, weigh

from reportedly.reading.encoder.nouns import STEPS

ARTIFACT, PERSON = 6, 18
FILES = {
    "data.noun": "  1 a licence\n00000001 06 n 01 pier 0 000 | a thing\n00000002 18 n 01 clerk 0 000 | somebody\n",
    "index.noun": "pier n 1 0 1 1 00000001\nclerk n 2 0 2 1 00000002 00000001\nold_clerk n 1 0 1 0 00000002\n",
    "noun.exc": "clerken clerk\n",
    "cntlist.rev": "clerk%1:18:00:: 1 3\nclerk%2:41:00:: 1 9\n",
}  # fmt: skip


@pytest.fixture
def classes(tmp_path: Path) -> dict[str, dict[int, float]]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return read_classes(tmp_path)


def test_senses_share_by_their_counts_and_order(classes: dict[str, dict[int, float]]) -> None:
    assert classes["pier"] == {ARTIFACT: 1.0}
    assert classes["clerk"] == pytest.approx({PERSON: 3.5 / 3.75, ARTIFACT: 0.25 / 3.75})
    assert classes["clerken"] == classes["clerk"]
    assert "old_clerk" not in classes


def test_a_noun_has_what_its_class_has_and_more_of_what_it_was_seen_as(classes: dict[str, dict[int, float]]) -> None:
    seen = {"piers": np.array([0.0, 9.0]), "clerks": np.array([30.0, 1.0])}
    words, ratios = weigh(classes, seen, ["person", "object"])
    table = dict(zip(words, ratios.astype(float) / STEPS, strict=True))
    assert table["pier"][1] > 0 > table["pier"][0]
    assert table["clerk"][0] > 0 > table["clerk"][1]
    assert words == sorted(words)
