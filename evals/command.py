"""The command line that the evals of the reading model share."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals import shared
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder


@dataclass(frozen=True, slots=True)
class Findings:
    """Named scores, and the errors behind them as readable lines."""

    scores: dict[str, float]
    errors: list[str]


Examine = Callable[[Path, Encoder], Findings]


def run(description: str, data: str, examine: Examine) -> None:
    """Print the scores of one eval, and errors where they are asked for."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / data, help="folder with the gold data")
    parser.add_argument("--model", type=Path, help="folder of another model (default: the installed one)")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to show, spread evenly")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.data.is_dir():
        raise SystemExit(f"{options.data} is missing; give the folder of the gold data with --data")
    findings = examine(options.data, Encoder.load(options.model) if options.model else installed_encoder())
    if options.json:
        print(json.dumps(findings.scores))
        return
    for name, value in findings.scores.items():
        print(f"{name:40} {value:7.4f}")
    for line in findings.errors[:: max(1, len(findings.errors) // max(1, options.errors))][: options.errors]:
        print(line)
