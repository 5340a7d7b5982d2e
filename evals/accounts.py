"""Whole accounts against the answer keys of real stories: the scores of ``check_story.py``, story by story.

Usage: python -m evals.accounts [--data FOLDER] [--errors] [--json]
FOLDER holds ``check_story.py``, ``seeds/`` and ``stories/*/``, each with reports and a ``key.json``.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import reportedly
from evals import shared
from reportedly.export.json import write_json

DATA = "."
FILES = ("check_story.py", "seeds/*", "stories/*/*")
LOWER_IS_BETTER = "entities that mix two actors (lower is better)"


def measure(data: Path) -> dict[str, float]:
    """Every measure of every story as ``story.measure``, between 0 and 1; a share to be kept low is turned around."""
    scores: dict[str, float] = {}
    for story in story_folders(data):
        for row in score_story(data, story)[0]:
            if row["score"] is not None:
                scores[f"{story.name}.{_name(row['measure'])}"] = _value(row)
    return scores


def story_folders(data: Path) -> list[Path]:
    """The folders that hold a story with its key."""
    return sorted(key.parent for key in [*data.glob("seeds/key.json"), *data.glob("stories/*/key.json")])


def score_story(data: Path, folder: Path) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    """The rows of the scorer for one story, and what was missed."""
    scorer = _scorer(data / "check_story.py")
    story = scorer.Story(exported(folder), folder)
    return scorer.score(story), story.misses


def exported(folder: Path) -> dict[str, Any]:
    """The account of a folder as anyone gets it: read, written as JSON, parsed again."""
    text = io.StringIO()
    write_json(reportedly.read(folder), text)
    account: dict[str, Any] = json.loads(text.getvalue())
    return account


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_story", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is not there: give the folder with --data.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _name(measure: str) -> str:
    return "entities unmixed" if measure == LOWER_IS_BETTER else measure


def _value(row: dict[str, Any]) -> float:
    score = float(row["score"])
    return round(1 - score, 3) if row["measure"] == LOWER_IS_BETTER else score


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=shared())
    arguments.add_argument("--errors", action="store_true", help="list what was missed")
    arguments.add_argument("--json", action="store_true")
    given = arguments.parse_args()
    if given.json:
        print(json.dumps(measure(given.data), indent=1))
        return
    for folder in story_folders(given.data):
        rows, misses = score_story(given.data, folder)
        print(f"\n{folder.name}")
        for row in rows:
            shown = "-" if row["score"] is None else f"{row['score']:.3f}"
            print(f"  {row['measure']:<48} {row['found']:>4}/{row['gold']:<4} {shown:>6}  {row['note']}")
        if given.errors:
            for miss in misses:
                print("    missed:", *miss)


if __name__ == "__main__":
    main()
