"""The manifest: files that do not belong together are refused, with a remedy."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.reading.encoder.models import LABELS, write_manifest

from reportedly.errors import ModelError
from reportedly.reading.encoder import Encoder
from reportedly.reading.encoder.manifest import read_manifest


@pytest.fixture
def copied(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "model"))


def test_a_whole_model_is_accepted(folder: Path) -> None:
    manifest = read_manifest(folder)
    assert manifest.window == 32
    assert manifest.labels["mentions"] == ("O", "person", "place")
    assert manifest.disabled == ("SkipLayerNormFusion",)


@pytest.mark.parametrize("name", ["manifest.json", "encoder.onnx", "pairs.npz", "tokenizer.json"])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}: .*(missing|not there)\. .*nstall"):
        Encoder.load(copied)


@pytest.mark.parametrize("name", ["encoder.onnx", "pairs.npz", "tokenizer.json"])
def test_a_changed_file_is_refused(copied: Path, name: str) -> None:
    with (copied / name).open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match=rf"{name}: its SHA-256 is .* the manifest says"):
        Encoder.load(copied)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"format": "reportedly-encoder/9"}, "the format is reportedly-encoder/9"),
        ({"window": 4000}, "window must be a number from 8 to 512, not 4000"),
        ({"window": None}, "window must be"),
        ({"labels": {}}, "labels must list names"),
        ({"labels": LABELS | {"names": []}}, "labels must list names"),
        ({"labels": LABELS | {"deprel": ["dep", "nsubj"]}}, "'root' and 'dep'"),
        ({"labels": LABELS | {"names": ["O", "B-x", "I-x"]}}, "names has 5 columns, the manifest has 3 labels"),
        ({"files": {}}, "no SHA-256 for encoder.onnx"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(copied: Path, changes: dict[str, Any], problem: str) -> None:
    write_manifest(copied, **changes)
    with pytest.raises(ModelError, match=problem):
        Encoder.load(copied)


@pytest.mark.parametrize("text", ["", "{", "[]"])
def test_a_broken_manifest_is_refused(copied: Path, text: str) -> None:
    (copied / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"manifest\.json: not "):
        Encoder.load(copied)


@pytest.mark.parametrize("name", ["encoder.onnx", "pairs.npz"])
def test_a_file_of_another_kind_is_refused(copied: Path, name: str) -> None:
    (copied / name).write_bytes(b"something else")
    write_manifest(copied)
    with pytest.raises(ModelError, match=name):
        Encoder.load(copied)
