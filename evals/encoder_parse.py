"""Parses of the reading model on UD EWT and GUM: on gold words, and from raw text.

    python -m evals.encoder_parse [--data FOLDER] [--model FOLDER] [--errors N] [--json]

``gold.las`` compares relations with their subtypes, ``gold.las_universal`` and all scores from raw text without, as the
CoNLL 2018 scorer does. From raw text sentences and words are those of ``reading/sentences/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.command import Findings, run
from evals.gold.treebank import Document, Word, read_documents
from evals.scoring.counting import Tally
from evals.scoring.trees import Node, score_given, score_raw
from reportedly.reading.encoded import Encoded
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder
from reportedly.reading.sentences import find_sentences

DATA = "data/syntax"
PARTS = {"ewt": "ewt-dev.conllu", "gum": "gum-dev.conllu"}


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and wrong attachments on gold words."""
    scores: dict[str, float] = {}
    errors: list[str] = []
    for part, file in PARTS.items():
        totals: dict[str, Tally] = {}
        for document in read_documents(data / file):
            given, raw, wrong = _document(document, encoder)
            for name, tally in ({f"gold.{key}": each for key, each in given.items()} | raw).items():
                totals.setdefault(name, Tally()).add(tally.right, tally.ours, tally.gold)
            errors += wrong
        scores |= {f"{part}.{name}": round(tally.f1, 4) for name, tally in totals.items()}
    return Findings(scores, errors)


def _document(document: Document, encoder: Encoder) -> tuple[dict[str, Tally], dict[str, Tally], list[str]]:
    gold = [[_gold(word) for word in sentence] for sentence in document.sentences]
    spans = [[(word.start, word.end) for word in sentence] for sentence in document.sentences]
    given = _nodes(encoder.read([[word.form for word in sentence] for sentence in document.sentences]), spans)
    found = find_sentences(document.text)
    ours = encoder.read([[token.text for token in sentence.tokens] for sentence in found])
    raw = _nodes(ours, [[(token.start, token.end) for token in sentence.tokens] for sentence in found])
    scored = {f"raw.{name}": tally for name, tally in score_raw(document.text, gold, raw).items()}
    wrong = [line for row in zip(document.sentences, given, strict=True) for line in _wrong(*row)]
    return score_given(gold, given), scored, wrong


def _gold(word: Word) -> Node:
    return Node(word.start, word.end, word.upos, word.head, word.relation)


def _nodes(encoded: Encoded, spans: Sequence[Sequence[tuple[int, int]]]) -> list[list[Node]]:
    return [
        [
            Node(start, end, upos, head - 1, relation)
            for (start, end), upos, head, relation in zip(
                places, sentence.upos, sentence.heads, sentence.relations, strict=True
            )
        ]
        for sentence, places in zip(encoded.sentences, spans, strict=True)
    ]


def _wrong(words: Sequence[Word], nodes: Sequence[Node]) -> Iterator[str]:
    forms = ["ROOT", *(word.form for word in words)]
    for word, node in zip(words, nodes, strict=True):
        if (word.head, word.relation) != (node.head, node.relation) and word.relation != "punct":
            gold, ours = f"{word.relation} {forms[word.head + 1]}", f"{node.relation} {forms[node.head + 1]}"
            yield f"{word.form:16} {gold:26} {ours:26} {' '.join(forms[1:])[:150]}"


def measure(data: Path) -> dict[str, float]:
    """The scores of the installed model, between 0 and 1."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
