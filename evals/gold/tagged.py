"""Names in BIO columns: documents of sentences of words with one tag each (the outer layer, where names nest)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]
"""First word, last word + 1 (half-open), kind."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A document: its sentences of words, and the tags of each, in parallel."""

    name: str
    sentences: tuple[tuple[str, ...], ...]
    tags: tuple[tuple[str, ...], ...]

    def spans(self) -> list[list[Span]]:
        """The gold names of each sentence."""
        return [spans_of(tags) for tags in self.tags]


def read_tagged(path: Path) -> Iterator[Tagged]:
    """The documents of a file with ``# newdoc id`` lines, a word TAB tag a line, and an empty line after a sentence."""
    name = ""
    words: list[tuple[str, ...]] = []
    tags: list[tuple[str, ...]] = []
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), "", "# newdoc"]:
        if line.startswith("# newdoc"):
            if words:
                yield Tagged(name, tuple(words), tuple(tags))
            name, words, tags = line.split("=")[-1].strip(), [], []
        elif "\t" in line:
            word, tag = line.split("\t")[:2]
            rows.append((word, tag))
        elif rows and not line.strip():
            words.append(tuple(word for word, _ in rows))
            tags.append(tuple(tag for _, tag in rows))
            rows = []


def spans_of(tags: Sequence[str]) -> list[Span]:
    """Spans of BIO tags; an I that continues nothing opens a span."""
    spans: list[Span] = []
    for index, tag in enumerate(tags):
        kind = tag[2:]
        if tag.startswith("I-") and spans and spans[-1][1:] == (index, kind):
            spans[-1] = (spans[-1][0], index + 1, kind)
        elif tag != "O":
            spans.append((index, index + 1, kind))
    return spans


def recased(documents: Iterable[Tagged], way: str) -> list[Tagged]:
    """The same documents in ``lower``, ``upper`` or ``title`` case."""
    change = {"lower": str.lower, "upper": str.upper, "title": _titled}[way]
    return [
        Tagged(each.name, tuple(tuple(map(change, sentence)) for sentence in each.sentences), each.tags)
        for each in documents
    ]


def _titled(word: str) -> str:
    """As headlines are set: the first letter of every word large, the rest as it was."""
    return word[:1].upper() + word[1:]
