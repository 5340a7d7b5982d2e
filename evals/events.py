"""How well events are found: PLOVER roots and directions on PLV, triggers on WikiEvents, and the main events of the
answer keys.

``python -m evals.events [--data FOLDER] [--errors N] [--json]``, where the folder holds ``data/events``, ``seeds``
and ``stories``.
``plv.*`` scores are cross-validated: see ``evals.events_plv``.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from training.events.plv import read_rows

from evals import shared
from evals.events_plv import measure_plv
from evals.events_wikievents import Tally, measure_wikievents, read_text
from reportedly.reading.reading import EventMention, Reading

DATA = "."
FILES = ("data/events/plv-train.tsv", "data/events/wikievents/dev.jsonl", "seeds/*", "stories/*/*")


def story_folders(data: Path) -> list[Path]:
    """The folders that hold reports and an answer key."""
    folders = [data / "seeds", *sorted((data / "stories").glob("*"))]
    return [folder for folder in folders if (folder / "key.json").is_file()]


def story_readings(folder: Path) -> dict[str, tuple[str, Reading]]:
    """Text and reading of each report by file name; the report begins with a line that dates it."""
    readings = {}
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_text(encoding="utf-8")
        head = re.match(r"\s*date (\d{4}-\d\d-\d\d) ?", raw)
        text = raw[head.end() :] if head else raw
        readings[path.name] = text, read_text(text, date.fromisoformat(head.group(1)) if head else None)
    return readings


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - {"the", "a", "an", "of", "and", "col", "colonel", "mr", "s"}


def _same_name(gold: str, names: list[str]) -> bool:
    g = _words(gold)
    last = (re.findall(r"\w+", gold.lower()) or [""])[-1]
    for name in names:
        n = _words(name)
        if g and n and (g <= n or n <= g or (len(last) > 3 and last == (re.findall(r"\w+", name.lower()) or [""])[-1])):
            return True
    return False


def _names(text: str, reading: Reading, event: EventMention) -> list[str]:
    names = []
    for index in event.actors + event.recipients:
        mention = reading.mentions[index]
        chain = reading.chains[mention.chain].mentions if 0 <= mention.chain < len(reading.chains) else (index,)
        names += [
            text[reading.mentions[i].start : reading.mentions[i].end]
            for i in chain
            if reading.mentions[i].form != "pronoun"
        ]
    if event.place is not None:
        place = reading.places[event.place]
        names.append(text[place.start : place.end])
    return names


def _interval(written: str) -> tuple[str, str]:
    first, _, last = written.partition("/")
    low, high = first[:10], (last or first)[:10]
    return (low + "-01" if len(low) == 7 else low), (high + "-31" if len(high) == 7 else high)


def measure_stories(data: Path, tally: Tally) -> dict[str, float]:
    """The share of an answer key's events with a mention in the right report, on the right days, with a right name."""
    for folder in story_folders(data):
        readings = story_readings(folder)
        for gold in json.loads((folder / "key.json").read_text(encoding="utf-8"))["events"]:
            low, high = _interval(gold["date"])
            tally.counts["gold"] += 1
            if any(
                _tells(*readings[name], event, gold, low, high)
                for name in gold["files"]
                for event in readings[name][1].events
            ):
                tally.counts["found"] += 1
            else:
                tally.errors.append(
                    f"story {folder.name}: {gold['date']} {gold['what']} ({gold['who']}; {gold['where']})"
                )
    return {"events_found": tally.share("found", "gold")}


def _tells(text: str, reading: Reading, event: EventMention, gold: dict[str, str], low: str, high: str) -> bool:
    if event.earliest is None or event.latest is None:
        return False
    if event.earliest.isoformat() > high or event.latest.isoformat() < low:
        return False
    names = _names(text, reading, event)
    return any(_same_name(gold[role], names) for role in ("who", "whom", "where"))


def measure(data: Path) -> dict[str, float]:
    """All scores by name, each between 0 and 1."""
    return {name: score for name, score, _ in _measured(data)}


def _measured(data: Path) -> Iterator[tuple[str, float, Tally]]:
    plv, wiki, stories = Tally(), Tally(), Tally()
    for part, scores, tally in (
        ("plv", measure_plv(read_rows(data), plv), plv),
        ("wikievents", measure_wikievents(data, wiki), wiki),
        ("stories", measure_stories(data, stories), stories),
    ):
        for name, score in scores.items():
            yield f"{part}.{name}", score, tally


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=shared())
    parser.add_argument(
        "--errors",
        type=int,
        default=0,
        help="how many errors to list for each part (PLV: of the two thirds for tuning)",
    )
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.data / "data/events").is_dir():
        raise SystemExit(f"no data/events in {arguments.data}; name the folder with --data")
    measured = list(_measured(arguments.data))
    if arguments.json:
        print(json.dumps({name: round(score, 4) for name, score, _ in measured}, indent=1))
        return
    for name, score, _ in measured:
        print(f"{name:<32} {score:6.3f}")
    if arguments.errors:
        _print_errors(arguments.errors, [tally for _, _, tally in measured])


def _print_errors(limit: int, tallies: list[Tally]) -> None:
    for tally in {id(tally): tally for tally in tallies}.values():
        step = max(1, len(tally.errors) // limit)
        for error in tally.errors[::step][:limit]:
            print("  ", error)


if __name__ == "__main__":
    main()
