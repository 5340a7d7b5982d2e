"""The graph of the reading model, run by onnxruntime.

It gives one row for each word of a batch, sentence after sentence: positions of the best labels (``upos``, ``morph``),
the three best heads (0 the root, else word + 1) with the best label of each (``candidates``, ``labels``), scores of
labels (``mentions``, ``names``, ``names_conflict``, ``attribution``), two ratings (``certainty``), and rows of 128 for
the pair scorers (``link_left`` and the like). ``arcs`` are the scores [sentences, words, words + 1] of all heads,
``vectors`` the unit rows [sentences, 384] of sentences.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import numpy.typing as npt
import onnxruntime

from reportedly.errors import ModelError
from reportedly.reading.encoder.manifest import TRAIN, Manifest
from reportedly.reading.pieces import Batch

INPUTS = frozenset({"pieces", "shapes", "words", "lengths"})
OUTPUTS = (
    "upos", "morph", "arcs", "candidates", "labels", "mentions", "names", "names_conflict", "attribution", "certainty",
    "link_left", "link_right", "coref_left", "coref_right", "vectors",
)  # fmt: skip
EXACT = "session.x64quantprecision"
"""Products of 8-bit numbers are added up without overflow. Processors without VNNI would else cut off large sums, and
read the same report otherwise than others do."""
SIZED = ("mentions", "names", "names_conflict", "attribution")
"""Outputs whose last axis is as long as the list of labels of the same name."""

Array = npt.NDArray[Any]


class Graph:
    """A session that may be used by several threads at once, and that a forked process opens anew for itself."""

    def __init__(self, path: Path, manifest: Manifest, threads: int) -> None:
        """Open and check the graph.

        Raises:
            ModelError: onnxruntime cannot read it, or it is not the graph that the manifest describes.
        """
        self._path, self._manifest, self._threads = path, manifest, threads
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._session = self._open()
        _check(path, self._session, manifest)

    def run(self, batch: Batch) -> dict[str, Array]:
        """The outputs for one batch, by name."""
        given = {
            "pieces": batch.pieces,
            "shapes": batch.shapes,
            "words": batch.words,
            "lengths": batch.lengths,
        }
        return dict(zip(OUTPUTS, self._current().run(OUTPUTS, given), strict=True))

    def _current(self) -> Any:
        """The session of this process: threads of a session do not survive a fork."""
        if self._process != os.getpid():
            with self._lock:
                if self._process != os.getpid():
                    self._session, self._process = self._open(), os.getpid()
        return self._session

    def _open(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_session_config_entry(EXACT, "1")
        try:
            return onnxruntime.InferenceSession(
                str(self._path),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=list(self._manifest.disabled),
            )
        except Exception as error:
            raise ModelError(str(self._path), f"onnxruntime cannot open it ({error})", TRAIN) from error


def _check(path: Path, session: Any, manifest: Manifest) -> None:
    """Compare the names and the widths of the graph with what the manifest and this version expect."""
    inputs = {each.name for each in session.get_inputs()}
    shapes = {each.name: each.shape for each in session.get_outputs()}
    if missing := sorted((INPUTS ^ inputs) | (set(OUTPUTS) - shapes.keys())):
        raise ModelError(str(path), f"its inputs or outputs differ from what is read: {', '.join(missing)}", TRAIN)
    for name in SIZED:
        width, wanted = shapes[name][-1], len(manifest.labels[name])
        if isinstance(width, int) and width != wanted:
            raise ModelError(str(path), f"{name} has {width} columns, the manifest has {wanted} labels", TRAIN)
