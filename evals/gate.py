"""The gate: every eval against its floors in ``baseline.json``. A floor is raised when it is beaten, never lowered;
for the noise between machines a score may lie a little below it (``SLACK``).

Usage: python -m evals.gate [NAME ...] [--raise] [--jobs N]

``--raise`` writes better scores into the file as new floors. A floor goes down only by hand, in a change that says why.
Evals whose data is not on this machine are left out and named, and so are those of the reading model where none is
installed; other data than a floor was measured on fails.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import re
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import ROOT, shared
from reportedly.data import path_of

BASELINE = ROOT / "evals" / "baseline.json"
EVALS = (
    "accounts",
    "attribution",
    "coreference",
    "events",
    "figures",
    "incidents",
    "joining",
    "names",
    "places",
    "sentences",
    "source_links",
    "stories",
    "times",
)
MODEL_EVALS = (
    "encoder_attribution",
    "encoder_certainty",
    "encoder_coreference",
    "encoder_mentions",
    "encoder_names",
    "encoder_parse",
    "encoder_steadiness",
)
"""Evals of the reading model; they run, and have floors, only where one is installed."""
MODEL = path_of("model") / "manifest.json"
SHOWN_ONLY = re.compile(r"(_p|_r|silent|_patterns|(strict|relaxed)_(precision|recall))$")
"""Scores that trade against one another, whose F1 is held instead."""
SLACK = 0.005
"""What a score may lie below its floor: the processors of two machines round the last digits of the reading model
differently, which turns a close decision now and then. The floor itself stays as high as it was ever measured.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one eval gave: its scores, the fingerprint of its data, the seconds it took; ``skipped`` says
    why there is none.
    """

    name: str
    scores: dict[str, float]
    fingerprint: str
    seconds: float
    skipped: str | None = None


def run(name: str) -> Outcome:
    """Measure one eval on the shared data."""
    if name in MODEL_EVALS and not MODEL.is_file():
        return Outcome(name, {}, "", 0.0, "no reading model is installed; make train makes one")
    module = importlib.import_module(f"evals.{name}")
    folder = (shared() / module.DATA).resolve()
    if not folder.is_dir() or not any(folder.iterdir()):
        return Outcome(name, {}, "", 0.0, f"its data is not at {folder}")
    started = time.perf_counter()
    scores = {key: round(float(value), 4) for key, value in sorted(module.measure(folder).items())}
    print_of_data = fingerprint(folder, getattr(module, "FILES", ("**/*",)))
    return Outcome(name, scores, print_of_data, time.perf_counter() - started)


def fingerprint(folder: Path, patterns: Sequence[str] = ("**/*",)) -> str:
    """A short hash of the names and sizes of the files in a folder that fit one of the patterns."""
    digest = hashlib.sha256()
    for path in sorted({each for pattern in patterns for each in folder.glob(pattern) if each.is_file()}):
        digest.update(f"{path.relative_to(folder)}:{path.stat().st_size}\n".encode())
    return digest.hexdigest()[:12]


def failures(outcome: Outcome, floors: dict[str, Any]) -> list[str]:
    """The floors of one eval that its scores do not reach, each as a line."""
    if outcome.skipped:
        return []
    known = floors.get(outcome.name, {"data": outcome.fingerprint, "floors": {}})
    if known["data"] != outcome.fingerprint:
        return [f"{outcome.name}: the data differs from what the floors were measured on; measure anew with --raise"]
    return [
        f"{outcome.name}: {key} is {outcome.scores.get(key, 'gone')}, the floor is {floor}"
        for key, floor in known["floors"].items()
        if outcome.scores.get(key, -1.0) < floor - SLACK
    ]


def raised(outcome: Outcome, floors: dict[str, Any]) -> dict[str, Any]:
    """The floors of one eval after it: the better of the old one and the new score."""
    old = floors.get(outcome.name, {})
    kept = old.get("floors", {}) if old.get("data") == outcome.fingerprint else {}
    return {
        "data": outcome.fingerprint,
        "floors": {
            key: max(score, kept.get(key, score)) for key, score in outcome.scores.items() if not SHOWN_ONLY.search(key)
        },
    }


def _print(outcome: Outcome, floors: dict[str, Any]) -> None:
    if outcome.skipped:
        print(f"{outcome.name}: left out, {outcome.skipped}")
        return
    print(f"{outcome.name} ({outcome.seconds:.1f} s)")
    known = floors.get(outcome.name, {}).get("floors", {})
    for key, score in outcome.scores.items():
        floor = f"floor {known[key]:.3f}" if key in known else "no floor yet"
        print(f"  {key:<56} {score:.3f}  {floor}")


def main() -> None:
    """Run the evals, print every score beside its floor, and exit with 1 if one falls short."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument(
        "names", nargs="*", metavar="NAME", help=f"any of: {', '.join((*EVALS, *MODEL_EVALS))} (default: all)"
    )
    arguments.add_argument(
        "--raise", dest="raise_floors", action="store_true", help="write better scores as new floors"
    )
    arguments.add_argument("--jobs", type=int, default=2, help="evals at a time")
    given = arguments.parse_args()
    floors: dict[str, Any] = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    names = given.names or [*EVALS, *MODEL_EVALS]
    with ProcessPoolExecutor(max_workers=given.jobs) as pool:
        outcomes = list(pool.map(run, names))
    for outcome in outcomes:
        _print(outcome, floors)
    short = [line for outcome in outcomes for line in failures(outcome, floors)]
    if given.raise_floors:
        floors |= {outcome.name: raised(outcome, floors) for outcome in outcomes if not outcome.skipped}
        BASELINE.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    for line in short:
        print("BELOW:", line)
    measured = sum(len(outcome.scores) for outcome in outcomes)
    print(f"floors: {measured} scores measured, {len(short)} below their floor")
    if short and not given.raise_floors:
        sys.exit(1)


if __name__ == "__main__":
    main()
