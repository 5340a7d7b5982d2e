"""Accuracy of figures: against answer keys of stories, and against a registry of shootings.

    python -m evals.figures [--data FOLDER] [--errors N] [--json]

``story.*``: figures in the keys (``seeds/key.json``, ``stories/*/key.json``) that were found, that have the right
values, the right relation
(where the key's is one of ours); ``story.precision`` is reported figures that the key lists (keys are not complete).
``gva.*``: how often the toll of a report has the registry's number of killed, and of injured, on a fixed sample of
reports of shootings, whatever their text; ``*_patterns`` are those of a few regular expressions in the same run, and
``silent`` is the share of reports without any word of harm (page furniture), which no reader can get right but by
luck. Reports and registry differ, as when a victim dies later. Held = incidents held back by name.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from evals import shared
from evals.gold.shootings import read_plainly, read_shootings, speaks_of_harm
from reportedly.reading.figures import find_figures
from reportedly.reading.linking import link_figures
from reportedly.reading.mentions import find_mentions
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Figure, Toll
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report

DATA = "."
FILES = ("data/coreference/gva/*", "seeds/*", "stories/*/*")

SAME = {
    "expected": {"expected", "duration"},
    "elapsed": {"elapsed", "duration"},
    "rescued": {"rescued", "exited"},
    "exited": {"exited", "rescued"},
    "waiting": {"waiting", "held up"},
    "held up": {"held up", "waiting"},
    "aboard": {"aboard"},
    "uncleared": {"uncleared"},
    "trapped": {"trapped"},
}
OURS = frozenset(
    {
        "age",
        "rescued",
        "elapsed",
        "waiting",
        "deployed",
        "length",
        "expected",
        "remaining",
        "distance",
        "found",
        "missing",
        "exited",
        "killed",
        "weight",
        "aboard",
        "trapped",
        "surrendered",
        "speed",
        "lost",
        "hospitalised",
        "uncleared",
        "escaped",
        "claimed",
        "depth",
        "duration",
        "held up",
        "dredged",
        "carried",
    }
)


def read(text: str, published: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text, with the real stages before them."""
    report = Report("r", "-", text, "-", published=published)
    sentences = find_sentences(text)
    times = find_times(report, sentences)
    figures = find_figures(report, sentences, times, find_mentions(report, sentences, times))
    return link_figures(report, sentences, figures, (), times, ())


def story_scores(folders: list[Path], errors: list[str]) -> dict[str, float]:
    """Found, right, relation and precision over the keys of some stories."""
    gold = found = right = related = told = reported = used = dated = days = 0
    for folder in folders:
        key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*.txt")):
            text = file.read_text(encoding="utf-8")
            figures = read(text, _published(text))
            wanted = [row for row in key["figures"] if row["file"] == file.name]
            hit: set[int] = set()
            for row in wanted:
                near = _located(text, row["phrase"], figures)
                hit.update(near)
                best = next(
                    (figures[i] for i in near if (figures[i].low, figures[i].high) == (row["low"], row["high"])), None
                )
                best = best or (figures[near[0]] if near else None)
                gold += 1
                found += best is not None
                good = best is not None and _is_right(best, row)
                right += good
                if not good:
                    errors.append(
                        f"{file.name}: {row['phrase']!r} {row['low']}..{row['high']}: read {_shown(text, best)}"
                    )
                if best is not None and row["as_of"]:
                    dated += 1
                    on = _holds_on(best, date.fromisoformat(row["as_of"]))
                    days += on
                    if not on:
                        seen = f"{best.as_of_earliest}..{best.as_of_latest}"
                        errors.append(f"{file.name}: {row['phrase']!r} as of {row['as_of']}: read {seen}")
                if best is not None and row["relation"] in OURS:
                    told += 1
                    same = best.relation in SAME.get(row["relation"], {row["relation"]})
                    related += same
                    if not same:
                        errors.append(
                            f"{file.name}: {row['phrase']!r} relation {row['relation']}: read {best.relation}"
                        )
            reported += len(figures)
            used += len(hit)
            errors += [
                f"{file.name}: not in key: {_shown(text, figures[i])}" for i in range(len(figures)) if i not in hit
            ]
    return {
        "story.found": _share(found, gold),
        "story.right": _share(right, gold),
        "story.relation": _share(related, told),
        "story.as_of": _share(days, dated),
        "story.precision": _share(used, reported),
    }


def _published(text: str) -> date | None:
    head = text.split(maxsplit=2)
    return date.fromisoformat(head[1]) if len(head) > 1 and head[0] == "date" else None


def _located(text: str, phrase: str, figures: tuple[Figure, ...]) -> list[int]:
    at = text.find(phrase)
    return [index for index, figure in enumerate(figures) if figure.start < at + len(phrase) and at < figure.end]


def _is_right(figure: Figure, row: dict[str, Any]) -> bool:
    return (figure.low, figure.high) == (row["low"], row["high"]) or (
        row["approximate"] and figure.best in (row["low"], row["high"])
    )


def _holds_on(figure: Figure, day: date) -> bool:
    """Whether the as-of days of a figure hold a day, and are no more than a week."""
    first, last = figure.as_of_earliest, figure.as_of_latest
    return first is not None and last is not None and first <= day <= last and (last - first).days < 8


def _shown(text: str, figure: Figure | None) -> str:
    if figure is None:
        return "nothing"
    shown = text[figure.start : figure.end]
    return f"{shown!r} {figure.low}..{figure.high} {figure.unit} {figure.counted!r} {figure.relation}"


def toll_scores(data: Path, errors: list[str]) -> dict[str, float]:
    """How often the killed and the injured that a report tells are those of the registry, beside a few patterns."""
    right: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for shooting in read_shootings(data / "data" / "coreference" / "gva"):
        toll = Reader().read(Report("r", "-", shooting.text, "-", published=shooting.published)).toll or Toll(0, 0)
        plain, gold = read_plainly(shooting.text), (shooting.killed, shooting.injured)
        size[shooting.half] += 1
        right[f"{shooting.half}.killed"] += toll.killed == gold[0]
        right[f"{shooting.half}.injured"] += toll.injured == gold[1]
        right[f"{shooting.half}.killed_patterns"] += plain[0] == gold[0]
        right[f"{shooting.half}.injured_patterns"] += plain[1] == gold[1]
        right[f"{shooting.half}.silent"] += not speaks_of_harm(shooting.text)
        if (toll.killed, toll.injured) != gold and shooting.half == "dev":
            errors.append(f"{shooting.name}: registry {gold}, read {toll.killed, toll.injured}")
    return {f"gva.{name}": _share(count, size[name.split(".")[0]]) for name, count in right.items()}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def measure(data: Path, errors: list[str] | None = None) -> dict[str, float]:
    """All scores by name, between 0 and 1.

    Raises:
        FileNotFoundError: the keys or the registry are not below ``data``.
    """
    listed: list[str] = [] if errors is None else errors
    folders = [data / "seeds", *sorted(path for path in (data / "stories").iterdir() if (path / "key.json").exists())]
    return {**story_scores(folders, listed), **toll_scores(data, listed)}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared(), help="the folder that holds seeds, stories and data")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to list")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    errors: list[str] = []
    try:
        scores = measure(args.data, errors)
    except FileNotFoundError as missing:
        raise SystemExit(f"no gold data: {missing}. Give its folder with --data.") from None
    if args.json:
        print(json.dumps(scores, indent=1))
    else:
        for name, score in scores.items():
            print(f"{name:<24} {score:6.3f}")
    for error in errors[: args.errors]:
        print(" ", error)


if __name__ == "__main__":
    main()
