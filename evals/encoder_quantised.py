"""What quantising the reading model costs: every score of the installed model less that of an fp32 model.

    python -m evals.encoder_quantised --beside FOLDER [--model FOLDER] [--data FOLDER] [--json]

``--beside`` is the folder of a whole model (graph, pair scorers, tokenizer, manifest) whose graph is fp32; ``--data``
the folder that holds ``syntax``, ``names``, ``attribution`` and ``certainty``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from evals import (
    encoder_attribution,
    encoder_certainty,
    encoder_coreference,
    encoder_mentions,
    encoder_names,
    encoder_parse,
    shared,
)
from evals.command import Examine
from reportedly.reading.encoder import Encoder

EVALS: dict[str, tuple[str, Examine]] = {
    "parse": ("syntax", encoder_parse.examine),
    "names": ("names", encoder_names.examine),
    "mentions": ("syntax", encoder_mentions.examine),
    "attribution": ("attribution", encoder_attribution.examine),
    "certainty": ("certainty", encoder_certainty.examine),
    "coreference": ("syntax", encoder_coreference.examine),
}


def compare(data: Path, model: Encoder, beside: Encoder) -> dict[str, tuple[float, float]]:
    """Each score as (the model, the other model)."""
    found: dict[str, tuple[float, float]] = {}
    for name, (folder, examine) in EVALS.items():
        ours, theirs = (examine(data / folder, encoder).scores for encoder in (model, beside))
        found |= {f"{name}.{key}": (value, theirs[key]) for key, value in ours.items()}
    return found


def main() -> None:
    """Print every score of both models and their difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / "data")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--beside", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = compare(given.data, Encoder.load(given.model), Encoder.load(given.beside))
    if given.json:
        print(json.dumps(found))
        return
    for name, (ours, theirs) in found.items():
        print(f"{name:44} {ours:7.4f} {theirs:7.4f} {ours - theirs:+8.4f}")


if __name__ == "__main__":
    main()
