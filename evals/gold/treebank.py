"""Treebanks in CoNLL-U: running text, words with offsets, trees, and GUM's mentions with their groups.

The text of a document is made from its ``# text`` lines: a blank line before a new paragraph, else a space. Words are
the syntactic words; those of a multiword token ("don't") stand in the text one after the other.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word: offsets in the document's text, ``head`` as an index into its sentence (-1 for the root)."""

    start: int
    end: int
    form: str
    upos: str
    features: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A gold mention: words ``first`` to ``last`` (both inclusive) and ``head``, all counted through the document."""

    first: int
    last: int
    head: int
    kind: str
    group: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its sentences (tuples of words) and, where there are any, its mentions in order of their end."""

    name: str
    text: str
    sentences: tuple[tuple[Word, ...], ...]
    mentions: tuple[Mentioned, ...]

    @property
    def words(self) -> list[Word]:
        """All words from first to last."""
        return [word for sentence in self.sentences for word in sentence]


@dataclass(slots=True)
class _Draft:
    """A document while its lines are read; ``open`` holds the mentions not yet closed as (group, kind, first word)."""

    name: str
    text: str = ""
    sentences: list[tuple[Word, ...]] = field(default_factory=list)
    mentions: list[Mentioned] = field(default_factory=list)
    open: list[tuple[str, str, int]] = field(default_factory=list)
    count: int = 0

    def done(self) -> Document:
        return Document(self.name, self.text, tuple(self.sentences), tuple(self.mentions))


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file (gzipped where the name ends in ``.gz``)."""
    draft: _Draft | None = None
    rows: list[list[str]] = []
    shown, broken = "", False
    for line in _lines(path):
        if line.startswith("# newdoc"):
            if draft is not None:
                yield draft.done()
            draft = _Draft(line.split("=", 1)[-1].strip())
        elif line.startswith("# newpar"):
            broken = True
        elif line.startswith("# text ="):
            shown = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            draft = draft or _Draft(path.stem)
            _add_sentence(draft, rows, shown, broken)
            rows, broken = [], False
    if draft is not None:
        yield draft.done()


def _lines(path: Path) -> Iterator[str]:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    yield from content.decode("utf-8").split("\n")
    yield ""


def _add_sentence(draft: _Draft, rows: list[list[str]], shown: str, broken: bool) -> None:
    if draft.text:
        draft.text += "\n\n" if broken else " "
    at = len(draft.text)
    draft.text += shown
    kept = [row for row in rows if row[0].isdigit()]
    words: list[Word] = []
    for row in kept:
        start, end = _placed(draft.text, row[1], at)
        at = end
        words.append(Word(start, end, row[1], row[3], row[5], int(row[6]) - 1, row[7]))
    draft.sentences.append(tuple(words))
    for index, row in enumerate(kept):
        _add_mentions(draft, words, index, row[9])
    draft.open.clear()
    draft.count += len(words)


def _placed(text: str, form: str, at: int) -> tuple[int, int]:
    """Where a form stands from ``at`` on; a form that is not printed ("wanna" → "to") gets an empty span."""
    found = text.find(form, at)
    return (found, found + len(form)) if 0 <= found <= at + 1 else (at, at)


def _add_mentions(draft: _Draft, words: list[Word], index: int, misc: str) -> None:
    """Open and close the mentions that the ``Entity=`` of one word opens and closes."""
    entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    for piece in re.findall(r"\([^()]+\)?|[^()]+\)", entity):
        if piece.startswith("("):
            group, kind = [*piece.strip("()").split("-"), ""][:2]
            draft.open.append((group, kind, index))
        if piece.endswith(")"):
            _close(draft, words, piece.strip("()").split("-")[0], index)


def _close(draft: _Draft, words: list[Word], group: str, index: int) -> None:
    for at in range(len(draft.open) - 1, -1, -1):
        if draft.open[at][0] == group:
            _, kind, first = draft.open.pop(at)
            head = head_of(words, first, index)
            draft.mentions.append(
                Mentioned(draft.count + first, draft.count + index, draft.count + head, kind, group),
            )
            return


def head_of(words: list[Word], first: int, last: int) -> int:
    """The first word of a span whose head lies outside it."""
    return next((at for at in range(first, last + 1) if not first <= words[at].head <= last), first)
