"""Name sets in columns, each with its own labels: Worldwide, Wikigold, CrossNER, EWT-NNER; and re3d's JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from reportedly.reading.sentences import find_sentences
from training.encoder.documents import Document, GoldSentence, as_bio

CONFLICT_TYPES = {
    "Organisation": "ORG", "Person": "PERSON", "Location": "PLACE", "MilitaryPlatform": "VEHICLE", "Vehicle": "VEHICLE",
    "Weapon": "WEAPON", "Quantity": "QUANTITY", "Money": "MONEY", "Temporal": "DATE", "Nationality": "GROUP",
    "DocumentReference": "DOCUMENT",
}  # fmt: skip
COLUMNS = re.compile(r"[\t ]+")
SENTENCES_A_DOCUMENT = 12  # where a set does not tell documents apart


def read_columns(path: Path, origin: str) -> list[Document]:
    """A file of a word and its label a line, parted by tabs or spaces; the second column is the outer name."""
    documents: list[Document] = []
    for name, rows in _blocks(path):
        words = [columns[0] for columns in rows]
        labels = _as_bio([columns[1] for columns in rows])
        if not documents or documents[-1].name != name or (not name and _full(documents[-1])):
            documents.append(Document(name, origin, []))
        documents[-1].sentences.append(GoldSentence(words, names={origin: labels}))
    return documents


def _full(document: Document) -> bool:
    return len(document.sentences) >= SENTENCES_A_DOCUMENT


def _blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    name, count = "", 0
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc id"):
            name = line.split("=", 1)[1].strip()
        elif line.startswith("-DOCSTART-"):
            count += 1
            name = f"{path.stem}-{count}"
        elif not line.strip() and rows:
            yield name, rows
            rows = []
        elif line.strip() and not line.startswith("# url"):
            rows.append(COLUMNS.split(line.rstrip()))


def _as_bio(labels: list[str]) -> list[str]:
    """IOB1 or BIO as BIO."""
    clean = []
    for index, label in enumerate(labels):
        before = labels[index - 1] if index else "O"
        opens = label.startswith("I-") and before[2:] != label[2:]
        clean.append("B-" + label[2:] if opens else label)
    return clean


def read_conflict(folder: Path, origin: str) -> list[Document]:
    """re3d: the longest entities of confidence 0.5 and more, on our own words; one document a press release."""
    documents: list[Document] = []
    for source in sorted(path for path in folder.iterdir() if path.is_dir()):
        entities = [
            json.loads(line) for line in (source / "entities.json").read_text("utf-8").splitlines() if line.strip()
        ]
        for line in (source / "documents.json").read_text("utf-8").splitlines():
            if line.strip():
                record = json.loads(line)
                own = [e for e in entities if e["documentId"] == record["_id"] and e["confidence"] >= 0.5]
                documents.append(_conflict_document(record, own, origin))
    return documents


def _conflict_document(record: dict[str, str], entities: list[dict[str, object]], origin: str) -> Document:
    spans = sorted(
        (
            (int(str(e["begin"])), int(str(e["end"])), CONFLICT_TYPES[str(e["type"])])
            for e in entities
            if e["type"] in CONFLICT_TYPES and any(c.isupper() or c.isdigit() for c in str(e["value"]))
        ),
        key=lambda span: span[0] - span[1],
    )
    sentences = []
    for sentence in find_sentences(record["text"]):
        tokens = sentence.tokens
        inside = []
        for begin, end, kind in spans:
            held = [k for k, token in enumerate(tokens) if begin <= token.start and token.end <= end]
            if held:
                inside.append((held[0], held[-1] + 1, kind))
        sentences.append(GoldSentence([token.text for token in tokens], names={origin: as_bio(len(tokens), inside)}))
    return Document(record["_id"], origin, sentences)


def lay_over(documents: list[Document], path: Path, origin: str) -> int:
    """Puts the names of a file onto equal sentences of `documents`; gives the number of sentences found there."""
    known = {tuple(s.words): s.names[origin] for d in read_columns(path, origin) for s in d.sentences}
    hits = 0
    for document in documents:
        for sentence in document.sentences:
            labels = known.get(tuple(sentence.words))
            if labels:
                hits += 1
                sentence.names[origin] = labels
    return hits
