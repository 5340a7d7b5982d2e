"""Incidents: reports of one shooting joined, and how many it killed and hurt, beside a registry (Gun Violence Archive).

    python -m evals.incidents [--data FOLDER] [--tolls N] [--errors N] [--json]

``pairs_f1``: of all pairs of reports of one part, those that the stories of the account join and those that the
registry does. ``killed`` and ``injured``: the part of ``N`` incidents whose toll, settled over the tolls that their
reports tell, is the registry's. Incidents are in the part that a hash of their names says: weights and limits of the
stories were fitted on ``dev``; ``held`` was looked at only through its scores. Tolls need every report of an incident
read, so they are told of a fixed sample of the incidents that have two reports or more.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path

from evals import shared
from evals.gold.shootings import Told, half_of, read_told
from reportedly.account.stories import gather_stories
from reportedly.reading.reader import Reader
from reportedly.report import Report

DATA = "data/coreference/gva"
PARTS = ("dev", "held")
TOLLS = 60
"""Incidents of each part whose tolls are told."""


def pairs(labels: Iterable[Hashable]) -> int:
    """How many pairs bear the same label."""
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


def pairwise(gold: Mapping[str, str], said: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of reports."""
    both = pairs((gold[key], said[key]) for key in said)
    found, wanted = pairs(said.values()), pairs(gold[key] for key in said)
    return both / max(1, found), both / max(1, wanted), 2 * both / max(1, found + wanted)


def gather(reports: Sequence[Report]) -> dict[str, str]:
    """The story of each report, named by its first report."""
    ordered = sorted(reports, key=lambda report: (report.published, report.id))
    return {report: story.reports[0] for story in gather_stories(ordered, {}) for report in story.reports}


def settled(values: Sequence[int]) -> int:
    """The value that most reports give, the earliest among equals; 0 where none gives one.

    What follows weeks later, of a trial or a vigil, often tells of one victim only, so that the newest is not the best.
    """
    counted = Counter(values)
    return max(values, key=lambda value: (counted[value], -values.index(value)), default=0)


def tolls(told: Sequence[Told], limit: int, reader: Reader) -> tuple[dict[str, float], list[str]]:
    """The part of the incidents whose settled toll is the registry's, by outcome; and those that are not, as lines."""
    incidents: defaultdict[str, list[Told]] = defaultdict(list)
    for each in told:
        incidents[each.incident].append(each)
    chosen = [group for _, group in sorted(incidents.items()) if len(group) > 1][:limit]
    right: Counter[str] = Counter()
    errors = []
    for group in chosen:
        group.sort(key=lambda each: (each.report.published, each.report.id))
        read = [(each.report, reader.read(each.report).toll) for each in group]
        heard = [toll for _, toll in read if toll]
        for outcome, ours, theirs in (
            ("killed", settled([toll.killed for toll in heard]), group[0].killed),
            ("injured", settled([toll.injured for toll in heard]), group[0].injured),
        ):
            right[outcome] += ours == theirs
            if ours != theirs:
                said = [(str(report.published), toll and (toll.killed, toll.injured)) for report, toll in read]
                errors.append(f"{outcome} {ours} for {theirs}: {group[0].report.title} {said}")
    return {outcome: right[outcome] / max(1, len(chosen)) for outcome in ("killed", "injured")}, errors


def examine(data: Path, limit: int) -> tuple[dict[str, float], list[str]]:
    """The scores of both parts, and the errors of ``dev``."""
    told = list(read_told(data))
    reader, scores, errors = Reader(), dict[str, float](), list[str]()
    for part in PARTS:
        some = [each for each in told if half_of(each.incident) == part]
        gold = {each.report.id: each.incident for each in some}
        precision, recall, f1 = pairwise(gold, gather([each.report for each in some]))
        scores |= {f"{part}.pairs_precision": precision, f"{part}.pairs_recall": recall, f"{part}.pairs_f1": f1}
        found, wrong = tolls([each for each in some if each.killed is not None], limit, reader)
        scores |= {f"{part}.{outcome}": value for outcome, value in found.items()}
        errors += wrong if part == "dev" else []
    return scores, errors


def measure(data: Path) -> dict[str, float]:
    """The scores of both parts, between 0 and 1."""
    return examine(data, TOLLS)[0]


def main() -> None:
    """Print the scores, and wrong tolls of the part that may be looked at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--tolls", type=int, default=TOLLS, help="incidents of each part whose tolls are told")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.data.is_dir():
        raise SystemExit(f"{options.data} is missing; give the folder of the gold data with --data")
    scores, errors = examine(options.data, options.tolls)
    if options.json:
        print(json.dumps(scores, indent=1))
        return
    for name, value in scores.items():
        print(f"{name:24} {value:6.3f}")
    print(*errors[: options.errors], sep="\n")


if __name__ == "__main__":
    main()
