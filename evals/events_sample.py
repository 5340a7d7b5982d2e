"""A sample of event mentions to judge by hand: each with its sentence, participants, place, days and mode.

``python -m evals.events_sample --seed 1 [--count 150] [--clusters even|odd|all] [--data FOLDER]`` draws from the
Giveme5W1H clusters, without putting anything back; the same seed, data and version always draw the same mentions. The
text printed is that of outlets and may not be passed on.

How to judge: *type and roles* are right where the words tell of such an event, each participant shown takes that part,
and none that the same clause names is left out; *mode* is right where a reader of the sentence would say so; a *day* is
right where nothing in the report speaks against it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals import shared
from evals.stories import load
from reportedly.reading.reader import Reader
from reportedly.reading.reading import EventMention, Reading
from reportedly.report import Report

DATA = "data/stories"
PARTS = {"even": {0}, "odd": {1}, "all": {0, 1}}


def mentions(data: Path, clusters: str) -> Iterator[tuple[Report, Reading, EventMention]]:
    """All event mentions of the clusters with even numbers, odd ones, or of all."""
    reports, gold = load(data)
    reader = Reader()
    for report in reports:
        if int(gold[report.id]) % 2 in PARTS[clusters]:
            reading = reader.read(report)
            yield from ((report, reading, event) for event in reading.events)


def shown(report: Report, reading: Reading, event: EventMention) -> str:
    """A mention in two lines: what we say of it, and its sentence with the trigger in brackets."""
    text, sentence = report.text, reading.sentences[event.sentence]
    place = reading.places[event.place] if event.place is not None else None
    claim = reading.claims[event.claim] if event.claim is not None else None
    who = f"{_names(text, reading, event.actors)} > {_names(text, reading, event.recipients)}"
    days = f"{event.earliest} to {event.latest} ({event.date_precision})"
    where = text[place.start : place.end] if place else "-"
    said = f"{claim.source.kind}/{claim.mode}" if claim else "-"
    told = f"{text[sentence.start : event.start]}[[{text[event.start : event.end]}]]{text[event.end : sentence.end]}"
    first = f"{event.type} ({who}) {event.mode} | {where} | {days} | claim {said} | published {report.published}"
    return f"{first}\n    {' '.join(told.split())}"


def _names(text: str, reading: Reading, indexes: Sequence[int]) -> str:
    found = (reading.mentions[index] for index in indexes)
    return "; ".join(f"{text[mention.start : mention.end]} [{mention.kind}]" for mention in found) or "-"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA, help="folder with clusters.jsonl")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--clusters", choices=sorted(PARTS), default="all")
    options = parser.parse_args()
    if not (options.data / "clusters.jsonl").is_file():
        raise SystemExit(f"clusters.jsonl is not in {options.data}; name the folder with --data")
    found = list(mentions(options.data, options.clusters))
    drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))
    for number, (report, reading, event) in enumerate(drawn, 1):
        print(f"{number}. {shown(report, reading, event)}")


if __name__ == "__main__":
    main()
