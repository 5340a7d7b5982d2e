"""Writes the shipped files.

`python -m training.encoder.export --run FOLDER --config FILE --data FOLDER --start FOLDER --to FOLDER`

The graph (`training.encoder.graph`) takes windows of word pieces and gives every task's rows. Weights of all matrix
products are int8 per output channel (activations are quantised at work, evened out by `training.encoder.smoothing`),
the rows of word pieces int8 per row.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import shutil
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from reportedly.reading.encoder.manifest import FORMAT
from reportedly.reading.pairs import HALF
from reportedly.reading.pieces import WINDOW, WordPieces
from training.encoder import corpus
from training.encoder.card import write_card
from training.encoder.graph import Graph, write_graph
from training.encoder.network import Reading, Shape
from training.encoder.settings import Settings, read_settings
from training.encoder.smoothing import smooth

PACKAGES = ("torch", "onnx", "onnxruntime", "tokenizers", "numpy", "safetensors")


@dataclass(frozen=True, slots=True)
class Trained:
    """A finished run: the model, its label lists by task, its report."""

    model: Reading
    tasks: dict[str, list[str]]
    report: dict[str, Any]


def load_run(folder: Path) -> Trained:
    """The result of `training.encoder.train` in its run folder."""
    saved = torch.load(folder / "model.pt", weights_only=True)
    model = Reading(Shape(**saved["shape"]))
    model.load_state_dict(saved["model"])
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Trained(model.eval(), saved["tasks"], report)


def quantise(source: Path, target: Path) -> None:
    """Weights of matrix products to int8 by output channel."""
    quantize_dynamic(
        str(source), str(target), op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    onnx.checker.check_model(str(target))


def pair_arrays(model: Reading) -> dict[str, np.ndarray[Any, np.dtype[Any]]]:
    """The arrays of pairs.npz."""
    arrays = {}
    for name, pairs in (("link", model.link), ("coref", model.coreference)):
        arrays[f"{name}.v"] = pairs.vector.detach().numpy()
        arrays[f"{name}.bias"] = pairs.bias.detach().numpy()
        arrays[f"{name}.E"] = pairs.table.weight.detach().numpy()
        arrays[f"{name}.offsets"] = pairs.get_buffer("offsets").numpy()
    return arrays


def parts_of(report: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The reports of a run and of those that it went on from."""
    return [report, *parts_of(report.get("before"))] if report else []


def manifest_of(trained: Trained, settings: Settings, config: Path, data: Path, folder: Path) -> dict[str, Any]:
    """What the loader checks and the card tells."""
    tasks = trained.tasks
    labels = {task: tasks[task] for task in ("upos", "morph", "mentions", "attribution")}
    labels["deprel"] = tasks["deprels"]
    labels["names"] = tasks["names." + settings.main_names]
    labels["names_conflict"] = tasks["names." + settings.conflict_names]
    files = ("encoder.onnx", "pairs.npz", "tokenizer.json")
    return {
        "format": FORMAT,
        "configuration": config.stem,
        "window": WINDOW,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files},
        "labels": labels,
        "dimensions": {"hidden": trained.model.shape.hidden, "layers": trained.model.shape.layers, "pair": 2 * HALF},
        "data": [
            {"set": s.name, "title": s.origin, "licence": s.licence, "files": corpus.digests(s, data)}
            for s in corpus.chosen(list(settings.share))
        ],
        "seed": settings.seed,
        "config_sha256": hashlib.sha256(config.read_bytes()).hexdigest(),
        "training": {key: sum(part[key] for part in parts_of(trained.report)) for key in ("steps", "seconds")},
        "held_out": trained.report["held_out"],
        "scores": {},
        "versions": {name: version(name) for name in PACKAGES} | {"python": platform.python_version()},
        "runtime": {"disabled_optimizers": ["SkipLayerNormFusion"]},
    }


def export(
    trained: Trained, settings: Settings, config: Path, data: Path, start: Path, folder: Path, scores: dict[str, Path]
) -> None:
    """Writes all files of the model into `folder`. `scores` are files of figures, of this model and of others."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = Graph(trained.model, settings.main_names, settings.conflict_names).eval()
    smooth(graph, WordPieces(start / "tokenizer.json"))
    with TemporaryDirectory() as scratch:
        write_graph(graph, Path(scratch) / "full.onnx")
        quantise(Path(scratch) / "full.onnx", folder / "encoder.onnx")
    np.savez(folder / "pairs.npz", **cast(Any, pair_arrays(trained.model)))
    shutil.copyfile(start / "tokenizer.json", folder / "tokenizer.json")
    manifest = manifest_of(trained, settings, config, data, folder)
    manifest["scores"] = {name: json.loads(path.read_text(encoding="utf-8")) for name, path in scores.items()}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    write_card(manifest, folder / "MODEL_CARD.md")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Export a trained reading model.")
    for name in ("run", "config", "data", "start", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--scores", type=Path, help="JSON of the evals' figures, for the manifest and the card")
    parser.add_argument("--beside", type=Path, help="the same of another configuration; the file is named after it")
    parser.add_argument("--full", type=Path, help="also write the graph in full precision here, for comparison")
    given = parser.parse_args()
    settings = read_settings(given.config)
    if given.full:
        trained = load_run(given.run)
        write_graph(Graph(trained.model, settings.main_names, settings.conflict_names, small=False), given.full)
    named = ((given.config, given.scores), (given.beside, given.beside))
    scores = {name.stem: path for name, path in named if path}
    export(load_run(given.run), settings, given.config, given.data, given.start, given.to, scores)


if __name__ == "__main__":
    main()
