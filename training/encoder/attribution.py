"""PolNeAR: sources, cues and contents of attributions in whole articles."""

from __future__ import annotations

import re
from pathlib import Path

from reportedly.reading.reading import Token
from reportedly.reading.sentences import find_sentences
from training.encoder.documents import Document, GoldLink, GoldSentence

ROLES = ("source", "cue", "content")
LINE = re.compile(r"[TE]\d+\t")  # the text of a span may itself hold line ends
Range = tuple[int, int]


def read_attribution(folder: Path, origin: str) -> list[Document]:
    """The articles of a folder with the annotation of the first annotator, on our own words."""
    documents = []
    for text_path in sorted(folder.glob("*.txt")):
        annotations = sorted(folder.glob(f"{text_path.stem}_????.ann"))
        if annotations:
            with text_path.open(encoding="utf-8", newline="") as file:
                documents.append(_document(text_path.stem, origin, file.read(), annotations[0].read_text("utf-8")))
    return documents


def _document(name: str, origin: str, text: str, annotation: str) -> Document:
    found = find_sentences(text)
    tokens = [token for sentence in found for token in sentence.tokens]
    links = [_link(attribution, tokens) for attribution in read_brat(annotation)]
    labels = ["O"] * len(tokens)
    for role in ("content", "source", "cue"):
        for link in links:
            for start, end in {"source": link.sources, "cue": link.cues, "content": link.contents}[role]:
                labels[start:end] = [f"B-{role}", *[f"I-{role}"] * (end - start - 1)]
    _mend(labels)
    sentences, position = [], 0
    for sentence in found:
        size = len(sentence.tokens)
        sentences.append(
            GoldSentence([token.text for token in sentence.tokens], attribution=labels[position : position + size])
        )
        position += size
    return Document(name, origin, sentences, links=links)


def _mend(labels: list[str]) -> None:
    """A span that another one interrupts goes on with a new beginning."""
    for index, label in enumerate(labels):
        if label.startswith("I-") and (index == 0 or labels[index - 1][2:] != label[2:]):
            labels[index] = "B-" + label[2:]


def read_brat(annotation: str) -> list[dict[str, tuple[Range, ...]]]:
    """The attributions of a brat file: role -> character ranges of all its parts; those without a cue are left out."""
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[dict[str, tuple[Range, ...]]] = []
    lines = annotation.split("\n")
    for line in lines:
        if LINE.match(line) and line.startswith("T"):
            number, head, *_ = line.split("\t")
            spans[number] = tuple(
                (int(part.split()[0]), int(part.split()[1])) for part in head.split(" ", 1)[1].split(";")
            )
    for line in lines:
        if LINE.match(line) and line.startswith("E"):
            event: dict[str, tuple[Range, ...]] = {}
            for argument in line.split("\t")[1].split()[1:]:
                role, number = argument.split(":")
                key = role.rstrip("0123456789").lower()
                if key in ROLES:
                    event[key] = (*event.get(key, ()), *spans.get(number, ()))
            if "cue" in event:
                events.append(event)
    return events


def _link(attribution: dict[str, tuple[Range, ...]], tokens: list[Token]) -> GoldLink:
    def words(role: str) -> tuple[Range, ...]:
        ranges = []
        for begin, end in attribution.get(role, ()):
            held = [k for k, token in enumerate(tokens) if token.start < end and token.end > begin]
            if held:
                ranges.append((held[0], held[-1] + 1))
        return tuple(sorted(ranges))

    return GoldLink(words("cue"), words("source"), words("content"))
