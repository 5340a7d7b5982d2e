"""How well events are found: PLOVER roots and directions on PLV, triggers on WikiEvents, and the main events of the
answer keys.

``python -m evals.events [--data FOLDER] [--errors N] [--json]``, where the folder holds ``data/events``, ``seeds``
and ``stories``.
PLV is developed on two thirds; ``plv.*`` scores are of the rows whose index leaves 2 when divided by 3.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from evals import shared
from reportedly.reading.events.ontology import ontology
from reportedly.reading.reader import Reader
from reportedly.reading.reading import EventMention, Reading
from reportedly.report import Report, Span

DATA = "."
FILES = ("data/events/plv-train.tsv", "data/events/wikievents/dev.jsonl", "seeds/*", "stories/*/*")

PUBLISHED = date(2019, 6, 12)
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "INVESTIGATE": "ACCUSE", "CRIME": "ASSAULT"}
"""PLV keeps the older roots: it joins CONCEDE and RETREAT, and counts investigating as accusing."""
WIKIEVENTS = {
    "Conflict.Attack": {
        "attack",
        "air_strike",
        "shelling",
        "remote_explosive",
        "suicide_bombing",
        "shooting",
        "armed_clash",
        "explosion",
        "offensive",
        "killing",
        "chemical_attack",
        "injury",
        "crime",
        "crash",
        "fire",
    },
    "Life.Die": {"killing", "death", "execution", "shooting"},
    "Life.Injure": {"injury", "shooting"},
    "Justice.ArrestJailDetain": {"arrest", "abduction", "sentence"},
    "Justice.ChargeIndict": {"charge", "accusation"},
    "Justice.Convict": {"conviction"},
    "Justice.Sentence": {"sentence"},
    "Justice.TrialHearing": {"trial"},
    "Justice.InvestigateCrime": {"investigation", "search", "accusation"},
    "Justice.ReleaseParole": {"release"},
    "Conflict.Demonstrate": {"protest", "riot", "strike"},
    "Disaster.DiseaseOutbreak": {"outbreak"},
    "ArtifactExistence.DamageDestroyDisableDismantle": {"damage", "fire", "collapse", "explosion"},
    "Personnel.EndPosition": {"resignation", "dismissal"},
    "Contact.ThreatenCoerce": {"threat"},
    "Contact.Contact.Meet": {"meeting", "visit"},
    "Movement.Transportation": {
        "evacuation",
        "arrival",
        "departure",
        "treatment",
        "expulsion",
        "displacement",
        "rescue",
        "visit",
    },
}


@dataclass
class Tally:
    """Counts and what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        """One count in relation to another; 0 where the whole is empty."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0


def read_text(text: str, published: date | None) -> Reading:
    """The reading of a bare text."""
    return Reader().read(Report("r", "r", text, "", published=published))


def plv_rows(data: Path) -> list[dict[str, str]]:
    """The rows of PLV."""
    with (data / "data/events/plv-train.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def marked_spans(marked: str, tag: str) -> list[Span]:
    """The spans of ``<s>`` or ``<t>`` in the sentence without its tags."""
    spans, plain, opened = [], 0, 0
    for piece in re.split(r"(</?[st]>)", marked):
        if piece == f"<{tag}>":
            opened = plain
        elif piece == f"</{tag}>":
            spans.append(Span(opened, plain))
        elif not re.fullmatch(r"</?[st]>", piece):
            plain += len(piece)
    return spans


def _touches(reading: Reading, indexes: tuple[int, ...], spans: list[Span]) -> bool:
    """Whether one of the mentions, or of their chains, overlaps a span."""
    for index in indexes:
        mention = reading.mentions[index]
        members = reading.chains[mention.chain].mentions if 0 <= mention.chain < len(reading.chains) else (index,)
        if any(
            Span(reading.mentions[i].start, reading.mentions[i].end).overlaps(s)
            for i in (index, *members)
            for s in spans
        ):
            return True
    return False


def plv_answer(reading: Reading, sources: list[Span], targets: list[Span]) -> tuple[str | None, bool | None]:
    """The root told between source and target, and whether the direction is right (None: not both found on one
    event).
    """
    best: tuple[int, int, EventMention, bool | None] | None = None
    for order, event in enumerate(reading.events):
        root = ontology().plover_root(event.type, event.mode)
        if root is None:
            continue
        acts, undergoes = _touches(reading, event.actors, sources), _touches(reading, event.recipients, targets)
        swapped = _touches(reading, event.actors, targets) and _touches(reading, event.recipients, sources)
        part = (
            acts
            or undergoes
            or _touches(reading, event.recipients, sources)
            or _touches(reading, event.actors, targets)
        )
        rank = 0 if acts and undergoes else 1 if swapped else 2 if acts else 3 if part else 4
        if best is None or (rank, order) < best[:2]:
            best = rank, order, event, True if acts and undergoes else False if swapped else None
    if best is None:
        return None, None
    root = ontology().plover_root(best[2].type, best[2].mode) or ""
    return YIELD.get(root, root), best[3]


def macro_f1(gold: list[str], said: list[str | None]) -> float:
    """The mean of the F1 of each gold class."""
    scores = []
    for label in sorted(set(gold)):
        hit = sum(g == s == label for g, s in zip(gold, said, strict=True))
        total = gold.count(label) + said.count(label)
        scores.append(2 * hit / total)
    return sum(scores) / len(scores) if scores else 0.0


def measure_plv(data: Path, rests: tuple[int, ...], tally: Tally) -> dict[str, float]:
    """Macro-F1 of roots, coverage and direction on the rows whose index leaves one of ``rests`` when divided by 3."""
    gold: list[str] = []
    said: list[str | None] = []
    for index, row in enumerate(plv_rows(data)):
        if index % 3 not in rests:
            continue
        text = re.sub(r"</?[st]>", "", row["marked_sentence"])
        reading = read_text(text, PUBLISHED)
        answer, right = plv_answer(
            reading, marked_spans(row["marked_sentence"], "s"), marked_spans(row["marked_sentence"], "t")
        )
        gold.append(row["gold_root"])
        said.append(answer)
        tally.counts["direction"] += right is not None
        tally.counts["direction right"] += bool(right)
        if answer != row["gold_root"]:
            told = [f"{text[e.start : e.end]}={e.type}/{e.mode}" for e in reading.events]
            tally.errors.append(f"plv {row['gold_root']} / {answer}: {row['marked_sentence']}  {told}")
    return {
        "macro_f1": macro_f1(gold, said),
        "accuracy": sum(g == s for g, s in zip(gold, said, strict=True)) / max(1, len(gold)),
        "coverage": sum(s is not None for s in said) / max(1, len(said)),
        "direction": tally.share("direction right", "direction"),
        "both_found": tally.counts["direction"] / max(1, len(gold)),
    }


def wikievents_documents(data: Path) -> Iterator[tuple[str, list[Span], dict[str, Any]]]:
    """Each document of the development part as running text, the spans of its tokens, and its annotations."""
    with (data / "data/events/wikievents/dev.jsonl").open(encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            yield *_running_text(document), document


def _running_text(document: dict[str, Any]) -> tuple[str, list[Span]]:
    text, spans = "", []
    for tokens, _ in document["sentences"]:
        for word, *_rest in tokens:
            glued = (
                word in ".,;:!?)%’'”"
                or word.startswith(("’", "'"))
                or text.endswith(("(", "-", "“", "$"))
                or word == "-"
            )
            text += "" if not text or text.endswith("\n") or glued else " "
            spans.append(Span(len(text), len(text) + len(word)))
            text += word
        text += "\n\n"
    return text, spans


def measure_wikievents(data: Path, tally: Tally) -> dict[str, float]:
    """The share of gold triggers of mapped types with an event mention on them, of a matching type, and with an
    argument's head.
    """
    for text, spans, document in wikievents_documents(data):
        reading = read_text(text, None)
        entities = {entity["id"]: entity for entity in document["entity_mentions"]}
        for event in document["event_mentions"]:
            types = next((ours for prefix, ours in WIKIEVENTS.items() if event["event_type"].startswith(prefix)), None)
            if types is None:
                continue
            trigger = Span(spans[event["trigger"]["start"]].start, spans[event["trigger"]["end"] - 1].end)
            _count_wikievent(
                reading, trigger, types, tally, f"wikievents {event['event_type']}: {event['trigger']['text']!r}", text
            )
            _count_arguments(reading, trigger, event, entities, spans, tally)
    return {
        "trigger_recall": tally.share("found", "gold"),
        "type_recall": tally.share("typed", "gold"),
        "argument_recall": tally.share("arguments found", "arguments"),
    }


def _count_wikievent(reading: Reading, trigger: Span, types: set[str], tally: Tally, label: str, text: str) -> None:
    here = [event for event in reading.events if Span(event.start, event.end).overlaps(trigger)]
    tally.counts["gold"] += 1
    tally.counts["found"] += bool(here)
    tally.counts["typed"] += any(event.type in types for event in here)
    if not any(event.type in types for event in here):
        around = text[max(0, trigger.start - 70) : trigger.end + 50].replace("\n", " ")
        tally.errors.append(f"{label} {[event.type for event in here]}: …{around}…")


def _count_arguments(
    reading: Reading, trigger: Span, event: dict[str, Any], entities: dict[str, Any], spans: list[Span], tally: Tally
) -> None:
    here = [e for e in reading.events if Span(e.start, e.end).overlaps(trigger)]
    for argument in event["arguments"]:
        entity = entities.get(argument["entity_id"])
        if entity is None or argument["role"] in {"Place", "Instrument", "ExplosiveDevice"}:
            continue
        tally.counts["arguments"] += 1
        span = [Span(spans[entity["start"]].start, spans[entity["end"] - 1].end)]
        tally.counts["arguments found"] += any(_touches(reading, e.actors + e.recipients, span) for e in here)


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
        ("plv", measure_plv(data, (2,), plv), plv),
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
        _print_errors(arguments.data, arguments.errors, [tally for _, _, tally in measured])


def _print_errors(data: Path, limit: int, tallies: list[Tally]) -> None:
    tuning = Tally()
    scores = measure_plv(data, (0, 1), tuning)
    print("plv, tuning part:", {name: round(score, 3) for name, score in scores.items()})
    parts = {id(tally): tally for tally in tallies if not any(error.startswith("plv") for error in tally.errors)}
    for tally in (tuning, *parts.values()):
        step = max(1, len(tally.errors) // limit)
        for error in tally.errors[::step][:limit]:
            print("  ", error)


if __name__ == "__main__":
    main()
