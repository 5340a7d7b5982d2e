"""Gathering reports into stories, on the Giveme5W1H clusters: B³ (Bagga and Baldwin 1998) over all articles.

Tuned on the clusters with even numbers; those with odd numbers were looked at only through their scores.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from evals import shared
from reportedly.account.origins import find_copies, find_overlaps
from reportedly.account.stories import gather_stories
from reportedly.report import Report

DATA = "data/stories"

Labels = Mapping[str, str]


def load(data: Path) -> tuple[list[Report], dict[str, str]]:
    """The articles as reports in canonical order, and the cluster of each by report id."""
    rows = [json.loads(line) for line in (data / "clusters.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = [
        Report(
            id=row["id"],
            path=row["url"],
            text=row["text"] or "",
            sha256="",
            outlet=row["outlet"],
            published=date.fromisoformat(row["date"][:10]),
            title=row["title"],
        )
        for row in rows
    ]
    return sorted(reports, key=lambda report: (report.published, report.id)), {
        row["id"]: str(row["cluster"]) for row in rows
    }


def gather(reports: Sequence[Report]) -> dict[str, str]:
    """The story of each report, named by its first report."""
    copies = {copy.report: copy.original for copy in find_copies(find_overlaps(reports)).values()}
    return {report: story.reports[0] for story in gather_stories(reports, copies) for report in story.reports}


def b_cubed(gold: Labels, said: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1: for each report, how much of its story is of its cluster, and the other way round."""
    both = Counter((gold[key], said[key]) for key in gold)
    golds, saids = Counter(gold.values()), Counter(said[key] for key in gold)
    precision = sum(count * count / saids[story] for (_, story), count in both.items()) / len(gold)
    recall = sum(count * count / golds[cluster] for (cluster, _), count in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure(data: Path) -> dict[str, float]:
    """B³ of the even clusters (tuned on), the odd ones (held back) and all, each gathered by itself."""
    reports, gold = load(data)
    scores: dict[str, float] = {}
    for part, wanted in (("dev", {0}), ("test", {1}), ("all", {0, 1})):
        some = [report for report in reports if int(gold[report.id]) % 2 in wanted]
        precision, recall, f1 = b_cubed({report.id: gold[report.id] for report in some}, gather(some))
        scores |= {f"{part}.b3_precision": precision, f"{part}.b3_recall": recall, f"{part}.b3_f1": f1}
    return scores


def errors(data: Path, limit: int) -> list[str]:
    """Even clusters that were split, and stories that mix two of them."""
    reports, gold = load(data)
    some = [report for report in reports if int(gold[report.id]) % 2 == 0]
    said = gather(some)
    lines = []
    for name, one, other in (("split", gold, said), ("mixed", said, gold)):
        for label in sorted({one[report.id] for report in some}):
            members = [report for report in some if one[report.id] == label]
            if len({other[report.id] for report in members}) > 1:
                lines.append(f"{name} {label}")
                lines += [
                    f"    {other[report.id]} {report.published} {(report.title or '')[:90]}" for report in members
                ]
    return lines[:limit]


def main() -> None:
    """Print the scores, and with ``--errors`` what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not (args.data / "clusters.jsonl").is_file():
        parser.exit(1, f"clusters.jsonl is not in {args.data}; name the folder with --data\n")
    scores = measure(args.data)
    if args.json:
        print(json.dumps(scores, indent=1))
    else:
        for name, score in scores.items():
            print(f"{name:<20} {score:.3f}")
    print(*errors(args.data, args.errors), sep="\n", end="\n" if args.errors else "")


if __name__ == "__main__":
    main()
