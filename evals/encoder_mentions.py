"""Mentions of the reading model on GUM: whether the head words of names, noun phrases and pronouns are found, with
their type.

    python -m evals.encoder_mentions [--data FOLDER] [--model FOLDER] [--errors N] [--json]

A head word counts once; where several mentions share it, the narrowest gives the type. ``noun`` leaves pronouns out.
``open`` has the documents whose licence allows commercial use, ``closed`` the rest, ``all`` both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.command import Findings, run
from evals.gold.treebank import Document, read_documents
from evals.scoring.counting import Tally
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder

DATA = "data/syntax"
FILE, CLOSED = "gum-dev.conllu", "gum-noncommercial.txt"


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and wrong heads."""
    closed = closed_documents(data)
    tallies: dict[str, Tally] = {}
    errors: list[str] = []
    for document in read_documents(data / FILE):
        gold, ours = gold_heads(document), _found(document, encoder)
        nouns = {at for at, word in enumerate(document.words) if word.upos != "PRON"}
        for part in ("all", "closed" if document.name in closed else "open"):
            _count(tallies, part, gold, ours)
            _count(tallies, f"{part}.noun", _only(gold, nouns), _only(ours, nouns))
        errors += _wrong(document, gold, ours)
    return Findings({name: round(tally.f1, 4) for name, tally in sorted(tallies.items())}, errors)


def closed_documents(data: Path) -> set[str]:
    """The names of GUM's documents whose texts are not for commercial use."""
    lines = (data / CLOSED).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[1].strip() for line in lines if "\t" in line}


def gold_heads(document: Document) -> dict[int, str]:
    """The type of each head word, counted through the document; the narrowest mention's where several share it."""
    widest_first = sorted(document.mentions, key=lambda each: each.first - each.last)
    return {each.head: each.kind for each in widest_first}


def _found(document: Document, encoder: Encoder) -> dict[int, str]:
    heads: dict[int, str] = {}
    start = 0
    seen = encoder.read([[word.form for word in sentence] for sentence in document.sentences])
    for words, sentence in zip(document.sentences, seen.sentences, strict=True):
        heads |= {start + head.word: head.type for head in sentence.mentions}
        start += len(words)
    return heads


def _only(heads: dict[int, str], kept: set[int]) -> dict[int, str]:
    return {head: kind for head, kind in heads.items() if head in kept}


def _count(tallies: dict[str, Tally], part: str, gold: dict[int, str], ours: dict[int, str]) -> None:
    typed, bare = gold.items() & ours.items(), gold.keys() & ours.keys()
    tallies.setdefault(f"{part}.typed", Tally()).add(len(typed), len(ours), len(gold))
    tallies.setdefault(f"{part}.untyped", Tally()).add(len(bare), len(ours), len(gold))


def _wrong(document: Document, gold: dict[int, str], ours: dict[int, str]) -> Sequence[str]:
    words = document.words
    lines = []
    for head in sorted(gold.keys() | ours.keys()):
        wanted, got = gold.get(head, "-"), ours.get(head, "-")
        if wanted != got:
            around = [word.form for word in words[max(0, head - 7) : head + 6]]
            lines.append(f"{wanted:12} {got:12} {words[head].form:16} {' '.join(around)}")
    return lines


def measure(data: Path) -> dict[str, float]:
    """The scores of the installed model, between 0 and 1."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
