"""Universal Dependencies files: tags, features, trees, and GUM's nested mentions."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from training.encoder.documents import Document, GoldMention, GoldSentence

FEATURES = ("Mood", "Number", "Person", "Tense", "VerbForm", "Voice")
ENTITY = re.compile(r"\((\d+)(\[\d+/\d+\])?-([a-z]+)-[^()]*(\))?|(\d+)(\[\d+/\d+\])?\)")


def read_text(path: Path) -> str:
    """A text file, plain or gzipped; `path` may name either."""
    packed = path if path.suffix == ".gz" else path.with_name(path.name + ".gz")
    if packed.exists():
        return gzip.decompress(packed.read_bytes()).decode("utf-8")
    return path.read_text(encoding="utf-8")


def read_conllu(path: Path, origin: str, skipped: frozenset[str] = frozenset()) -> list[Document]:
    """The documents of a CoNLL-U file, but for those named in `skipped`. Mentions only where `Entity=` is used."""
    documents: list[Document] = []
    for name, blocks in _documents(read_text(path)):
        if name in skipped:
            continue
        document = Document(name, origin, [])
        rows = [[line.split("\t") for line in block] for block in blocks]
        document.sentences = [_sentence(block) for block in rows]
        if any("Entity=" in row[9] for block in rows for row in block):
            document.mentions = [m for k, block in enumerate(rows) for m in _mentions(k, block, document.sentences[k])]
        documents.append(document)
    return documents


def _documents(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    name = ""
    blocks: list[list[str]] = []
    for block in text.split("\n\n"):
        for line in block.split("\n"):
            if line.startswith("# newdoc id"):
                if blocks:
                    yield name, blocks
                name, blocks = line.split("=", 1)[1].strip(), []
        words = [line for line in block.split("\n") if line[:1].isdigit() and line.split("\t", 1)[0].isdigit()]
        if words:
            blocks.append(words)
    if blocks:
        yield name, blocks


def morph_of(features: str) -> str:
    """The features that the rules use, as "Name=Value|…" in alphabetical order, or "_"."""
    kept = [item for item in features.split("|") if item.split("=", 1)[0] in FEATURES]
    return "|".join(sorted(kept)) or "_"


def _sentence(rows: list[list[str]]) -> GoldSentence:
    return GoldSentence(
        words=[row[1] for row in rows],
        upos=[row[3] for row in rows],
        morph=[morph_of(row[5]) for row in rows],
        heads=[int(row[6]) for row in rows],
        deprels=[row[7] for row in rows],
    )


def _mentions(number: int, rows: list[list[str]], sentence: GoldSentence) -> list[GoldMention]:
    """The mentions of one sentence; marks their heads in `sentence.mentions`. Split mentions are left out."""
    opened: list[tuple[str, str, int]] = []
    found: list[GoldMention] = []
    heads = sentence.heads or []
    for index, row in enumerate(rows):
        for match in ENTITY.finditer(_entity(row[9])):
            group, part, kind, closed, ending, ending_part = match.groups()
            if group and not part and closed:
                found.append(GoldMention(number, index, index + 1, index, kind, group))
            elif group and not part:
                opened.append((group, kind, index))
            elif ending and not ending_part:
                place = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == ending), None)
                if place is not None:
                    _, kind, start = opened.pop(place)
                    found.append(GoldMention(number, start, index + 1, head_of(heads, start, index + 1), kind, ending))
    sentence.mentions = ["O"] * len(rows)
    for mention in sorted(found, key=lambda m: m.start - m.end):
        sentence.mentions[mention.head] = mention.type
    return found


def _entity(misc: str) -> str:
    return next((item[7:] for item in misc.split("|") if item.startswith("Entity=")), "")


def head_of(heads: list[int], start: int, end: int) -> int:
    """The word of `[start, end)` whose head lies outside, the first one where there are several."""
    return next((k for k in range(start, end) if not start < heads[k] <= end), start)
