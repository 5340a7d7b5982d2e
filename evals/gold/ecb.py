"""ECB+ (Cybulska and Vossen 2014): reports of some forty topics with events that corefer across them.

Each topic holds two happenings of one sort (two arrests, two storms), each told by many reports. Only the sentences
that were checked for coreference are scored. A report's text is made of its tokens, a sentence a paragraph.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.report import Report, Span

SHOWN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
CLOSING = frozenset(
    {".", ",", ";", ":", "?", "!", ")", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "’", "”"}
)
OPENING = frozenset({"(", "$", "``", "“", "#"})
EVENTS = ("ACTION", "NEG_ACTION")


@dataclass(frozen=True, slots=True)
class Gold:
    """An event mention: the spans of its words, and the chain that it belongs to."""

    words: tuple[Span, ...]
    chain: str

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Document:
    """A report with the event mentions of its checked sentences; ``checked`` are the spans of those sentences."""

    report: Report
    subtopic: str
    golds: tuple[Gold, ...]
    checked: tuple[Span, ...]


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of one part, in the order of the file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield _document(json.loads(line))


def _document(row: dict[str, Any]) -> Document:
    text, words = laid_out(row["sentences"])
    ends = [sum(len(sentence) for sentence in row["sentences"][: at + 1]) for at in range(len(row["sentences"]))]
    checked = {at for at in row["scored_sentences"] if row["sentences"][at]}
    return Document(
        report=Report(row["doc"], row["doc"], text, ""),
        subtopic=row["subtopic"],
        golds=tuple(
            Gold(tuple(words[at] for at in mention["tokens"]), mention["chain"])
            for mention in row["mentions"]
            if mention["type"].startswith(EVENTS) and mention["sentence"] in checked and mention["tokens"]
        ),
        checked=tuple(
            Span(words[ends[at] - len(row["sentences"][at])].start, words[ends[at] - 1].end) for at in sorted(checked)
        ),
    )


def laid_out(sentences: Sequence[Sequence[str]]) -> tuple[str, list[Span]]:
    """Tokens as running text, and the span of each in it."""
    text, words = "", list[Span]()
    for number, sentence in enumerate(sentences):
        text += "\n\n" if number else ""
        before, quoted = None, False
        for token in sentence:
            shown = SHOWN.get(token, token)
            close = shown in CLOSING or token in CLOSING or before is None or before in OPENING
            if shown == '"':
                close, quoted = close or quoted, not quoted
            elif before == '"' and quoted:
                close = True
            text += "" if close else " "
            words.append(Span(len(text), len(text) + len(shown)))
            text += shown
            before = shown
    return text, words
