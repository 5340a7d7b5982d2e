"""PLV read for training and measuring: each sentence with its gold root and the events that we find in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.reading.events import tell_events
from reportedly.reading.events.room import furnish
from reportedly.reading.events.traits import Traits
from reportedly.reading.reader import Reader
from reportedly.reading.reading import EventMention, Reading
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report, Span
from training.events.regression import Example

PUBLISHED = date(2019, 6, 12)


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


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a row as the lexicon has it, what the classifier sees of it, and how well it joins source and target.

    ``rank`` is 0 where the source acts on the target, 1 the other way round, 2 where the source acts, 3 where one of
    them takes any part, 4 where neither does.
    """

    event: EventMention
    traits: Traits
    rank: int


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of PLV with its gold root and the events that we find in it."""

    text: str
    root: str
    events: tuple[Told, ...]


def read_rows(data: Path) -> list[Row]:
    """All rows, read once: types are the lexicon's, the classifier is heard later."""
    reader = Reader()
    return [read_row(reader, row) for row in plv_rows(data)]


def read_row(reader: Reader, row: dict[str, str]) -> Row:
    """One row read."""
    marked = row["marked_sentence"]
    report = Report("r", "r", re.sub(r"</?[st]>", "", marked), "", published=PUBLISHED)
    reading, sentences = reader.read(report), find_sentences(report.text)
    if reader.encoder is None:
        raise SystemExit("PLV is read with the reading model, and none is installed")
    encoded = reader.encoder.read([[token.text for token in sentence.tokens] for sentence in sentences])
    found = (reading.mentions, reading.chains, reading.places, reading.times, reading.figures, reading.claims)
    room = furnish(report, sentences, *found)
    return told_row(marked, row["gold_root"], reading, tell_events(room, sentences, encoded, None))


def told_row(marked: str, root: str, reading: Reading, events: Iterable[tuple[EventMention, Traits | None]]) -> Row:
    """A row from the events of its sentence."""
    sources, targets = marked_spans(marked, "s"), marked_spans(marked, "t")
    told = (
        Told(event, traits, _rank(reading, event, sources, targets)) for event, traits in events if traits is not None
    )
    return Row(marked, root, tuple(told))


def _rank(reading: Reading, event: EventMention, sources: list[Span], targets: list[Span]) -> int:
    acts, undergoes = touches(reading, event.actors, sources), touches(reading, event.recipients, targets)
    if acts and undergoes:
        return 0
    turned = touches(reading, event.recipients, sources), touches(reading, event.actors, targets)
    if all(turned):
        return 1
    return 2 if acts else 3 if undergoes or any(turned) else 4


def touches(reading: Reading, indexes: tuple[int, ...], spans: list[Span]) -> bool:
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


def examples_of(rows: Sequence[Row]) -> list[Example]:
    """What the classifier learns from: the event of each row that joins source and target best."""
    chosen = ((min(row.events, key=lambda told: told.rank), row.root) for row in rows if row.events)
    return [Example(told.traits.words, told.traits.vector, root) for told, root in chosen]
