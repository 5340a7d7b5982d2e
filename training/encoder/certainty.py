"""How certain the writer is of an event: UW (news) and UDS-IH2 (web)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.encoder.documents import Document, GoldSentence

UW, UDS = 0, 1
SENTENCES_A_DOCUMENT = 5


def _rows(path: Path) -> Iterator[tuple[list[str], dict[int, float]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        words = record["text"].split(" ")
        yield (
            words,
            {
                target["span1"][0]: float(target["label"])
                for target in record["targets"]
                if target["span1"][0] < len(words)
            },
        )


def read_certainty(path: Path, origin: str, column: int) -> list[Document]:
    """Sentences in the order of the file, a few to a document."""
    documents: list[Document] = []
    for words, targets in _rows(path):
        if not documents or len(documents[-1].sentences) >= SENTENCES_A_DOCUMENT:
            documents.append(Document(f"{origin}-{len(documents)}", origin, []))
        certainty = {word: (column, value) for word, value in targets.items()}
        documents[-1].sentences.append(GoldSentence(words, certainty=certainty))
    return documents


def lay_over(documents: list[Document], path: Path, column: int) -> int:
    """Puts the targets of a file onto equal sentences of `documents`; gives the number of sentences found there."""
    targets = {tuple(words): found for words, found in _rows(path)}
    hits = 0
    for document in documents:
        for sentence in document.sentences:
            found = targets.get(tuple(sentence.words))
            if found:
                hits += 1
                sentence.certainty.update({word: (column, value) for word, value in found.items()})
    return hits
