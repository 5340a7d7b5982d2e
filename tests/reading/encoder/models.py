"""A whole model with random weights, small enough to be made in a test: graph, pair scorers, tokenizer, manifest."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

HIDDEN, ROW = 16, 128
LABELS = {
    "upos": ["NOUN", "VERB", "PUNCT", "PROPN"],
    "morph": ["_", "Number=Sing", "Number=Plur"],
    "deprel": ["root", "dep", "nsubj", "obj", "punct", "conj"],
    "mentions": ["O", "person", "place"],
    "names": ["O", "B-Person", "I-Person", "B-Location", "I-Location"],
    "names_conflict": ["O", "B-Weapon", "I-Weapon"],
    "attribution": ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"],
}
LINEAR = {
    "mentions": 3, "names": 5, "names_conflict": 3, "attribution": 7, "certainty": 2,
    "link_left": ROW, "link_right": ROW, "coref_left": ROW, "coref_right": ROW,
}  # fmt: skip
LINK_ROWS, COREFERENCE_ROWS = (2, 16, 7, 4, 4), (64, 8, 8, 6, 3, 3, 2, 36)


def write_model(folder: Path, seed: int = 3, **changes: Any) -> Path:
    """Write all files of a model; ``changes`` replace fields of its manifest."""
    random = np.random.default_rng(seed)
    size = _write_tokenizer(folder / "tokenizer.json")
    onnx.save(_graph(random, size), str(folder / "encoder.onnx"))
    np.savez(folder / "pairs.npz", **_scorer(random, "link", LINK_ROWS), **_scorer(random, "coref", COREFERENCE_ROWS))
    write_manifest(folder, **changes)
    return folder


def write_manifest(folder: Path, **changes: Any) -> None:
    """Write the manifest of the files that lie in a folder."""
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("encoder.onnx", "pairs.npz", "tokenizer.json")
    }
    content = {
        "format": "reportedly-encoder/2", "version": "test", "window": 32, "files": files, "labels": LABELS,
        "runtime": {"disabled_optimizers": ["SkipLayerNormFusion"]},
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(content | changes), encoding="utf-8")


def _write_tokenizer(path: Path) -> int:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,'-"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{letter}" for letter in letters)]
    vocabulary = {piece: at for at, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(path))
    return len(pieces)


def _scorer(random: np.random.Generator, name: str, sizes: tuple[int, ...]) -> dict[str, Any]:
    return {
        f"{name}.v": random.normal(size=64).astype(np.float32),
        f"{name}.bias": np.float32(0.1),
        f"{name}.E": random.normal(size=(sum(sizes), 64)).astype(np.float32),
        f"{name}.offsets": np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64),
    }


def _graph(random: np.random.Generator, vocabulary: int) -> onnx.ModelProto:
    """Each word is the mean of its first piece's row and the mean row of its window: context, in its plainest form."""
    weights = {"table": random.normal(size=(vocabulary, HIDDEN)), "root": random.normal(size=(HIDDEN, 1))}
    weights |= {f"{name}_weight": random.normal(size=(HIDDEN, width)) for name, width in LINEAR.items()}
    weights |= {f"{name}_weight": random.normal(size=(HIDDEN, len(LABELS[name]))) for name in ("upos", "morph")}
    weights["vectors_weight"] = random.normal(size=(HIDDEN, 384))
    constants = [numpy_helper.from_array(value.astype(np.float32), name) for name, value in weights.items()]
    constants += [
        numpy_helper.from_array(np.array(value, dtype=np.int64), name)
        for name, value in {
            "flat": [-1], "axis1": [1], "axis2": [2], "zero": 0, "one": 1, "three": [3], "relations": 5, "second": 1,
            "tail": [HIDDEN], "triple": [3],
        }.items()
    ]  # fmt: skip
    constants += [numpy_helper.from_array(np.array(-1e4, dtype=np.float32), "never")]
    node = helper.make_node
    nodes = [
        node("Gather", ["table", "pieces"], ["looked"]),
        node("ReduceMean", ["looked", "axis1"], ["context"], keepdims=1),
        node("Add", ["looked", "context"], ["placed"]),
        node("Concat", ["flat", "tail"], ["flat_shape"], axis=0),
        node("Reshape", ["placed", "flat_shape"], ["laid"]),
        node("Gather", ["laid", "words"], ["rows"]),
        node("Shape", ["words"], ["word_shape"]),
        node("Gather", ["word_shape", "second"], ["width"]),
        node("Range", ["zero", "width", "one"], ["columns"]),
        node("Unsqueeze", ["lengths", "axis1"], ["long"]),
        node("Less", ["columns", "long"], ["inside"]),
        node("Unsqueeze", ["inside", "axis1"], ["inside_columns"]),
        node("Transpose", ["rows"], ["turned"], perm=[0, 2, 1]),
        node("MatMul", ["rows", "turned"], ["among"]),
        node("Where", ["inside_columns", "among", "never"], ["masked"]),
        node("MatMul", ["rows", "root"], ["from_root"]),
        node("Concat", ["from_root", "masked"], ["arcs"], axis=2),
        node("Reshape", ["inside", "flat"], ["laid_inside"]),
        node("Reshape", ["rows", "flat_shape"], ["laid_rows"]),
        node("Compress", ["laid_rows", "laid_inside"], ["word_rows"], axis=0),
        node("TopK", ["arcs", "three"], ["best", "padded_order"], axis=2),
        node("Concat", ["flat", "triple"], ["triple_shape"], axis=0),
        node("Reshape", ["padded_order", "triple_shape"], ["laid_order"]),
        node("Compress", ["laid_order", "laid_inside"], ["order"], axis=0),
        node("Cast", ["order"], ["candidates"], to=TensorProto.INT32),
        node("Mod", ["order", "relations"], ["shifted"]),
        node("Add", ["shifted", "one"], ["relation"]),
        node("Equal", ["order", "zero"], ["is_root"]),
        node("Where", ["is_root", "zero", "relation"], ["labels_long"]),
        node("Cast", ["labels_long"], ["labels"], to=TensorProto.INT32),
        node("ReduceMean", ["rows", "axis1"], ["summed"], keepdims=0),
        node("MatMul", ["summed", "vectors_weight"], ["vectors"]),
    ]
    for name in ("upos", "morph"):
        nodes += [
            node("MatMul", ["word_rows", f"{name}_weight"], [f"{name}_scores"]),
            node("ArgMax", [f"{name}_scores"], [f"{name}_long"], axis=1, keepdims=0),
            node("Cast", [f"{name}_long"], [name], to=TensorProto.INT32),
        ]
    nodes += [node("MatMul", ["word_rows", f"{name}_weight"], [name]) for name in LINEAR]
    graph = helper.make_graph(nodes, "tiny", _inputs(), _outputs(), constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
    model.ir_version = 9
    return model


def _inputs() -> list[Any]:
    shapes = {"pieces": ["B", "T"], "shapes": ["B", "T"], "words": ["S", "W"], "lengths": ["S"]}
    return [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name, shape in shapes.items()]


def _outputs() -> list[Any]:
    whole = {"upos": ["K"], "morph": ["K"], "candidates": ["K", 3], "labels": ["K", 3]}
    real = {"arcs": ["S", "W", "H"], "vectors": ["S", 384]}
    real |= {name: ["K", width] for name, width in LINEAR.items()}
    found = [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name, shape in whole.items()]
    return found + [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in real.items()]
