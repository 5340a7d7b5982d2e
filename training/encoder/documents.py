"""What training knows of a text: words in sentences, and for each task the gold labels, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

UNKNOWN = -100  # a label that is not annotated here; no loss comes from it


@dataclass(slots=True)
class GoldSentence:
    """One sentence; a task without annotation is None. Labels are one a word; `heads` are 1-based, 0 is the root."""

    words: list[str]
    upos: list[str] | None = None
    morph: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    mentions: list[str] | None = None
    names: dict[str, list[str]] = field(default_factory=dict)
    attribution: list[str] | None = None
    certainty: dict[int, tuple[int, float]] = field(default_factory=dict)  # word -> (0 UW / 1 UDS, -3..3)
    vector: int = -1  # row of the teacher's sentence vectors


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention: `[start, end)` words of a sentence, its head word, type and chain."""

    sentence: int
    start: int
    end: int
    head: int
    type: str
    chain: str


@dataclass(frozen=True, slots=True)
class GoldLink:
    """One attribution: half-open ranges of the document's words laid end to end, parts apart."""

    cues: tuple[tuple[int, int], ...]
    sources: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Document:
    """A text of one set. `links` and `mentions` are None where the set does not annotate them."""

    name: str
    origin: str
    sentences: list[GoldSentence]
    links: list[GoldLink] | None = None
    mentions: list[GoldMention] | None = None

    def size(self) -> int:
        """Number of words."""
        return sum(len(sentence.words) for sentence in self.sentences)


def as_bio(length: int, spans: list[tuple[int, int, str]]) -> list[str]:
    """Half-open typed spans as BIO labels; a span that touches an earlier one is left out."""
    labels = ["O"] * length
    for start, end, kind in spans:
        if start < end and all(label == "O" for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return labels


def spans_of(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Half-open typed spans of BIO labels, in order."""
    found: list[tuple[int, int, str]] = []
    start: int | None = None
    for index, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            found.append((start, index, labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = index
    return found
