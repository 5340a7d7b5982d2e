"""The manifest of the reading model: what its files must be, and what the numbers that come out of the graph mean."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.errors import ModelError

MANIFEST = "manifest.json"
FORMAT = "reportedly-encoder/2"
GRAPH, PAIRS, TOKENIZER = "encoder.onnx", "pairs.npz", "tokenizer.json"
FILES = (GRAPH, PAIRS, TOKENIZER)
LABELS = ("upos", "morph", "deprel", "mentions", "names", "names_conflict", "attribution")
REINSTALL = "Install reportedly again (pip install --force-reinstall reportedly), or give the folder of a whole model."
TRAIN = "Train and export the model again with this version of the project (make train), or install the matching one."


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model says of itself.

    ``version`` is the manifest's, else the head of the graph's SHA-256: another graph gives other readings.
    ``labels`` maps each head to its labels in the order of the graph's outputs; ``window`` is the most word pieces in a
    window of sentences; ``disabled`` names the optimisations of onnxruntime that slow this graph down.
    """

    version: str
    window: int
    labels: dict[str, tuple[str, ...]]
    disabled: tuple[str, ...]


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the model in a folder, once its files are found to be those that it names.

    Raises:
        ModelError: a file is missing or damaged, or the model is of another format.
    """
    content = _parsed(folder / MANIFEST)
    if content.get("format") != FORMAT:
        found = content.get("format", "none")
        raise ModelError(str(folder / MANIFEST), f"the format is {found}, this version reads {FORMAT}", TRAIN)
    for name in FILES:
        _check_file(folder / name, content.get("files", {}).get(name))
    return _understood(folder / MANIFEST, content)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(str(path), "the reading model is not there", REINSTALL) from None
    except ValueError as error:
        raise ModelError(str(path), f"not valid JSON ({error})", REINSTALL) from None
    if not isinstance(content, dict):
        raise ModelError(str(path), "not a JSON object", REINSTALL)
    return content


def _check_file(path: Path, wanted: object) -> None:
    """Compare a file with the SHA-256 that the manifest gives for it."""
    if not isinstance(wanted, str):
        raise ModelError(str(path.parent / MANIFEST), f"it names no SHA-256 for {path.name}", TRAIN)
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise ModelError(str(path), "the file is missing", REINSTALL) from None
    if found != wanted:
        problem = f"its SHA-256 is {found[:12]}…, the manifest says {wanted[:12]}…"
        raise ModelError(str(path), problem, REINSTALL)


def _understood(path: Path, content: dict[str, Any]) -> Manifest:
    labels = content.get("labels")
    if not isinstance(labels, dict) or not all(_is_list_of_names(labels.get(name)) for name in LABELS):
        raise ModelError(str(path), f"labels must list names for each of {', '.join(LABELS)}", TRAIN)
    if not {"root", "dep"} <= set(labels["deprel"]) or labels["mentions"][0] != "O":
        raise ModelError(str(path), "deprel must have 'root' and 'dep', and mentions must begin with 'O'", TRAIN)
    window = content.get("window")
    if not isinstance(window, int) or not 8 <= window <= 512:
        raise ModelError(str(path), f"window must be a number from 8 to 512, not {window!r}", TRAIN)
    disabled = content.get("runtime", {}).get("disabled_optimizers", [])
    return Manifest(
        version=str(content.get("version") or content["files"][GRAPH][:12]),
        window=window,
        labels={name: tuple(labels[name]) for name in LABELS},
        disabled=tuple(map(str, disabled)),
    )


def _is_list_of_names(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)
