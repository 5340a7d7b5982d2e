"""What nouns refer to, told without their context."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import ModelError
from reportedly.reading.encoder.nouns import FORMAT, installed_nouns, load_nouns, singulars

TYPES = ("abstract", "event", "organization", "person", "place")


@pytest.mark.parametrize(
    ("noun", "rather", "than"),
    [
        ("Soldiers", "person", "abstract"),
        ("women", "person", "place"),
        ("attack", "event", "place"),
        ("villages", "place", "abstract"),
        ("ministries", "organization", "event"),
        ("idea", "abstract", "place"),
    ],
)
def test_a_noun_is_rather_this_than_that(noun: str, rather: str, than: str) -> None:
    (row,) = installed_nouns(TYPES).factors([noun])
    assert row[TYPES.index(rather)] > 1.0 > row[TYPES.index(than)]


def test_strangers_and_labels_that_the_table_lacks_are_left_alone() -> None:
    assert (installed_nouns(TYPES).factors(["zzyzzyva", None]) == 1.0).all()
    assert installed_nouns((*TYPES, "vessel")).factors(["attack"])[0, -1] == 1.0


def test_a_plural_may_come_from_several_singulars() -> None:
    assert list(singulars("Ministries")) == ["ministries", "ministry", "ministrie"]
    assert "box" in list(singulars("boxes"))


@pytest.mark.parametrize(
    ("arrays", "complaint"),
    [
        ({"format": np.array("other/1")}, "its format is other/1"),
        ({"format": np.array(FORMAT)}, "does not hold the table of nouns"),
        (
            {
                "format": np.array(FORMAT),
                "types": np.array(["place"]),
                "words": np.array("town\nvillage"),
                "ratios": np.zeros((1, 1), np.int8),
            },
            "do not fit",
        ),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, arrays: dict[str, np.ndarray], complaint: str) -> None:  # type: ignore[type-arg]
    np.savez(tmp_path / "nouns.npz", **arrays)
    with pytest.raises(ModelError, match=complaint):
        load_nouns(tmp_path / "nouns.npz", TYPES)


def test_a_missing_table_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nouns\.npz"):
        load_nouns(tmp_path / "nouns.npz", TYPES)
