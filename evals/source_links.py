"""Whom a source stands for: pronouns and descriptions that are credited with a statement, on news clusters.

    python -m evals.source_links [--data FOLDER] [--errors]

``gold/source_links.csv`` has, for 229 sources of 91 articles of the Giveme5W1H clusters, the character at which the
source stands and the characters of somebody's name or description before (or after) it that it stands for: own
judgments, offsets only. The articles were drawn at random. Errors of about half of the links were looked at while
rules were written; the others were judged once, after the rules. ``right``: of the sources that we credit, how many are
named so. ``found``: how many we credit at all.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

from evals import shared
from evals.scoring.answers import same_name
from evals.scoring.counting import Tally
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading, Source
from reportedly.report import Report

DATA = "data/stories"
FILES = ("clusters.jsonl",)
GOLD = Path(__file__).parent / "gold" / "source_links.csv"

Links = dict[str, list[tuple[int, int, int]]]


def links() -> Links:
    """For each document the sources, each as its offset and the range of what it stands for."""
    found: Links = defaultdict(list)
    with GOLD.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["document"]].append((int(row["source"]), int(row["start"]), int(row["end"])))
    return found


def measure(data: Path) -> dict[str, float]:
    """The share of sources that are credited, and of these that are named rightly."""
    return _scores(*count(data)[:2])


def count(data: Path) -> tuple[Tally, Tally, list[str]]:
    """Sources found and named rightly, and a line for every wrong one."""
    found, right, errors = Tally(), Tally(), list[str]()
    reader, wanted = Reader(), links()
    for report in _reports(data, wanted):
        reading = reader.read(report)
        sources = {claim.source.start: claim.source for claim in reading.claims if claim.source.start is not None}
        for at, start, end in wanted[report.id]:
            source, meant = sources.get(at), report.text[start:end]
            found.add(source is not None, 0, 1)
            if source is not None:
                named = same_name(meant, _names(source, reading))
                right.add(named, 0, 1)
                errors += [] if named else [f"{report.id[:6]} {at}: {meant} → {source.name}"]
    return found, right, errors


def _reports(data: Path, wanted: Links) -> list[Report]:
    rows = (json.loads(line) for line in (data / "clusters.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Report(
            row["id"], row["url"], row["text"], "", outlet=row["outlet"], published=date.fromisoformat(row["date"][:10])
        )
        for row in rows
        if row["id"] in wanted
    ]


def _names(source: Source, reading: Reading) -> list[str]:
    """What a source is called: by itself, and by the chain of its mention."""
    names = [source.name or ""]
    if source.mention is not None and reading.mentions[source.mention].chain >= 0:
        chain = reading.chains[reading.mentions[source.mention].chain]
        names += [chain.name, *(reading.mentions[index].name or "" for index in chain.mentions)]
    return [name for name in names if name]


def _scores(found: Tally, right: Tally) -> dict[str, float]:
    return {"found": found.recall, "right": right.recall}


def main() -> None:
    """Prints the scores, and with ``--errors`` the wrong ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if not (given.data / "clusters.jsonl").is_file():
        raise SystemExit(f"clusters.jsonl is not in {given.data}; name the folder with --data.")
    found, right, errors = count(given.data)
    if given.json:
        print(json.dumps(_scores(found, right), indent=1))
        return
    for name, value in _scores(found, right).items():
        print(f"{name:<8} {value:.3f}")
    print(*errors[: len(errors) if given.errors else 0], sep="\n", end="\n" if errors and given.errors else "")


if __name__ == "__main__":
    main()
