"""The classifier of kinds: what its file must hold, and when its word is heard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reportedly.errors import ModelError
from reportedly.reading.events.kinds import FORMAT, Kinds, installed_kinds, load_kinds, settle_type
from reportedly.reading.events.traits import Traits, strength

ZERO = np.zeros(384, dtype=np.float32)


def parts(**changes: Any) -> dict[str, Any]:
    whole = {
        "format": FORMAT,
        "labels": np.array(["AID", "REJECT"]),
        "traits": "word=help\nword=spurn",
        "weights": np.zeros((386, 2), dtype=np.float16),
        "bias": np.zeros(2, dtype=np.float32),
        "scale": 0.5,
    }
    return {**whole, **changes}


def saved(folder: Path, **changes: Any) -> Path:
    path = folder / "kinds.npz"
    np.savez(path, **{name: np.asarray(part) for name, part in parts(**changes).items() if part is not None})
    return path


def knowing(word: str, label: str, weight: float = 20.0) -> Kinds:
    """A classifier that knows one word."""
    labels = ("AID", "REJECT")
    weights = np.zeros((385, 2), dtype=np.float32)
    weights[0, labels.index(label)] = weight
    return Kinds(labels, {f"word={word}": 0}, weights, np.zeros(2, dtype=np.float32), 0.5)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    known = load_kinds(saved(tmp_path))
    assert known.labels == ("AID", "REJECT")
    assert known.probabilities(Traits(("word=help",), ZERO)).tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"format": "reportedly/events/0"}, "of the format"),
        ({"scale": None}, "lacks scale"),
        ({"labels": np.array(["AID", "DANCE"])}, "do not fit together"),
        ({"bias": np.zeros(3, dtype=np.float32)}, "do not fit together"),
        ({"weights": np.full((386, 2), np.nan, dtype=np.float16)}, "do not fit together"),
        ({"labels": np.array([{}, {}], dtype=object)}, "damaged"),
    ],
)
def test_a_faulty_file_is_refused(tmp_path: Path, changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(ModelError, match=problem):
        load_kinds(saved(tmp_path, **changes))


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kinds.npz"
    path.write_bytes(b"no archive")
    with pytest.raises(ModelError, match="damaged"):
        load_kinds(path)


def test_the_installed_one_is_whole() -> None:
    known = installed_kinds()
    assert known is not None
    assert len(known.labels) == 15
    assert known.weights.shape == (len(known.rows) + 384, 15)


@pytest.mark.parametrize(
    ("type_id", "label", "settled"),
    [
        ("other", "REJECT", "rejection"),  # no pattern fits
        ("support", "REJECT", "rejection"),  # a word of politics that is surely something else
        ("rejection", "REJECT", "rejection"),
        ("vote", "REJECT", "rejection"),  # of a type without a root
        ("storm", "REJECT", "storm"),  # PLOVER has no word for it
    ],
)
def test_when_its_word_is_heard(type_id: str, label: str, settled: str) -> None:
    assert settle_type(type_id, "asserted", Traits(("word=spurn",), ZERO), knowing("spurn", label)) == settled


def test_an_unsure_word_is_not_heard() -> None:
    assert settle_type("other", "asserted", Traits(("word=spurn",), ZERO), knowing("spurn", "REJECT", 0.5)) == "other"


def test_a_type_whose_root_the_mode_changes_is_not_given() -> None:
    traits = Traits(("word=spurn",), ZERO)
    assert settle_type("other", "planned", traits, knowing("spurn", "AID")) == "other"


def test_words_that_merely_stand_near_count_for_less() -> None:
    assert strength("near=help") < strength("below=help") < strength("word=help")
