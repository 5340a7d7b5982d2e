"""Fit the classifier of kinds on PLV and write its weights.

``python -m training.events.train --data FOLDER --to FILE``

``FOLDER`` holds ``data/events/plv-train.tsv``; the reading model must be installed, since its parse and its sentence
vectors are what the classifier sees. The same data and model always give the same file. Cross-validated scores are
measured by ``python -m evals.events``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from reportedly.reading.events.kinds import FORMAT, Kinds
from training.events.plv import examples_of, read_rows
from training.events.regression import Settings, fit


def write(kinds: Kinds, path: Path) -> None:
    """Write weights as arrays of half precision."""
    np.savez_compressed(
        path,
        format=np.array(FORMAT),
        labels=np.array(kinds.labels),
        traits=np.array("\n".join(kinds.rows)),
        weights=kinds.weights.astype(np.float16),
        bias=kinds.bias.astype(np.float32),
        scale=np.array(kinds.scale, dtype=np.float32),
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    examples = examples_of(read_rows(options.data))
    write(fit(examples, Settings()), options.to)
    sys.stdout.write(f"{len(examples)} examples, {options.to.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
