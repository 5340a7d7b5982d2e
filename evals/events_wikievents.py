"""How well triggers and arguments of WikiEvents are found; ``evals.events`` runs it.

Types are mapped onto ours; events of WikiEvents types without a counterpart are left out on both sides. Published
systems reach a head F1 of about 66 for arguments whose trigger and type they are given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from training.events.plv import touches

from reportedly.reading.reader import Reader
from reportedly.reading.reading import EventMention, Reading
from reportedly.report import Report, Span

ACTS = frozenset(
    {
        "Attacker", "Killer", "Injurer", "Jailer", "JudgeCourt", "Investigator", "Transporter", "DamagerDestroyer",
        "Communicator", "Demonstrator", "Participant", "Perpetrator", "Prosecutor", "Preventer", "Researcher",
        "PlaceOfEmployment", "Observer", "Identifier",
    }
)  # fmt: skip
"""Roles that our ``actors`` stand for; ``Place`` is our place, all others but instruments are recipients."""
LEFT_OUT = frozenset({"Instrument", "ExplosiveDevice", "Crime", "Topic", "Vehicle", "Position", "BodyPart"})
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
    """Triggers with a matching type, and the heads of arguments of gold triggers that we found.

    A trigger is right where an event mention of a matching type overlaps it; ours count where their type is one that a
    mapped gold type can be. An argument is right where a participant in the same part (who acts, who undergoes, where)
    overlaps its head or a mention of its chain.
    """
    for text, spans, document in wikievents_documents(data):
        reading = read_text(text, None)
        entities = {entity["id"]: entity for entity in document["entity_mentions"]}
        gold: list[tuple[Span, set[str]]] = []
        for event in document["event_mentions"]:
            types = next((ours for prefix, ours in WIKIEVENTS.items() if event["event_type"].startswith(prefix)), None)
            if types is None:
                continue
            trigger = Span(spans[event["trigger"]["start"]].start, spans[event["trigger"]["end"] - 1].end)
            gold.append((trigger, types))
            label = f"wikievents {event['event_type']}: {event['trigger']['text']!r}"
            _count_wikievent(reading, trigger, types, tally, label, text)
            _count_arguments(reading, trigger, event, entities, spans, tally)
        _count_said(reading, gold, tally)
    return _wikievents_scores(tally)


def _wikievents_scores(tally: Tally) -> dict[str, float]:
    recall, precision = tally.share("typed", "gold"), tally.share("said right", "said")
    heads = tally.share("arguments found", "arguments"), tally.share("arguments right", "arguments said")
    return {
        "trigger_recall": tally.share("found", "gold"),
        "type_recall": recall,
        "type_f1": 2 * recall * precision / max(1e-9, recall + precision),
        "argument_recall": heads[0],
        "argument_head_f1": 2 * heads[0] * heads[1] / max(1e-9, sum(heads)),
        "argument_head_f1_found": _found_f1(tally),
    }


def _found_f1(tally: Tally) -> float:
    """The F1 of arguments of the gold triggers that we found: beside what systems reach with gold triggers."""
    recall = tally.share("arguments found", "arguments of found")
    precision = tally.share("arguments right", "arguments said")
    return 2 * recall * precision / max(1e-9, recall + precision)


def _count_wikievent(reading: Reading, trigger: Span, types: set[str], tally: Tally, label: str, text: str) -> None:
    here = [event for event in reading.events if Span(event.start, event.end).overlaps(trigger)]
    tally.counts["gold"] += 1
    tally.counts["found"] += bool(here)
    tally.counts["typed"] += any(event.type in types for event in here)
    if not any(event.type in types for event in here):
        around = text[max(0, trigger.start - 70) : trigger.end + 50].replace("\n", " ")
        tally.errors.append(f"{label} {[event.type for event in here]}: …{around}…")


def _count_said(reading: Reading, gold: list[tuple[Span, set[str]]], tally: Tally) -> None:
    known = set().union(*WIKIEVENTS.values())
    for event in reading.events:
        if event.type in known:
            span = Span(event.start, event.end)
            tally.counts["said"] += 1
            tally.counts["said right"] += any(span.overlaps(trigger) and event.type in types for trigger, types in gold)


def _part(role: str) -> str:
    return "actor" if role in ACTS else "place" if role == "Place" else "recipient"


def _count_arguments(
    reading: Reading, trigger: Span, event: dict[str, Any], entities: dict[str, Any], spans: list[Span], tally: Tally
) -> None:
    here = [each for each in reading.events if Span(each.start, each.end).overlaps(trigger)]
    gold: list[tuple[str, Span]] = []
    for argument in event["arguments"]:
        entity = entities.get(argument["entity_id"])
        if entity is not None and argument["role"] not in LEFT_OUT:
            gold.append((_part(argument["role"]), Span(spans[entity["start"]].start, spans[entity["end"] - 1].end)))
    tally.counts["arguments"] += len(gold)
    tally.counts["arguments of found"] += len(gold) if here else 0
    for part, span in gold:
        tally.counts["arguments found"] += any(_fills(reading, each, part, span) for each in here)
    for each in here[:1]:
        for part, indexes in (("actor", each.actors), ("recipient", each.recipients)):
            for index in indexes:
                tally.counts["arguments said"] += 1
                tally.counts["arguments right"] += any(p == part and touches(reading, (index,), [s]) for p, s in gold)


def _fills(reading: Reading, event: EventMention, part: str, span: Span) -> bool:
    """Whether one of the event's participants in this part is the gold one."""
    if part == "place":
        place = reading.places[event.place] if event.place is not None else None
        if place is not None and Span(place.start, place.end).overlaps(span):
            return True
    indexes = {"actor": event.actors, "recipient": event.recipients, "place": event.recipients}[part]
    return touches(reading, indexes, [span])
