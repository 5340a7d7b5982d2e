"""Coreference by the reading model on GUM: the CoNLL score with predicted mentions, on gold words.

    python -m evals.encoder_coreference [--data FOLDER] [--model FOLDER] [--errors N] [--json]

Mentions are matched by their head word. Of gold mentions with the same head ("the mayor" in "the mayor and her staff")
the narrowest can be matched, the others are missed. ``conll`` is the mean of MUC, B³ and CEAF over chains of two
mentions or more, ``single.conll`` over all chains; ``open`` has only the documents whose licence allows commercial use.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from evals.command import Findings, run
from evals.encoder_mentions import CLOSED, DATA, FILE, closed_documents
from evals.gold.treebank import Document, read_documents
from evals.scoring.chains import Coreference
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder

__all__ = ["CLOSED", "DATA", "FILE", "examine", "measure"]
Chains = list[list[tuple[int, int]]]


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and mentions that joined a wrong chain."""
    closed = closed_documents(data)
    plain, single, free = Coreference(), Coreference(), Coreference()
    errors: list[str] = []
    for document in read_documents(data / FILE):
        gold, ours = gold_chains(document), _found(document, encoder)
        single.add(gold, ours)
        gold, ours = _several(gold), _several(ours)
        plain.add(gold, ours)
        if document.name not in closed:
            free.add(gold, ours)
        errors += _wrong(document, gold, ours)
    scores = {"conll": plain.conll, "muc": plain.muc.f1, "b_cubed": plain.b_cubed.f1, "ceaf": plain.ceaf.f1}
    scores |= {"single.conll": single.conll, "open.conll": free.conll}
    return Findings({name: round(value, 4) for name, value in scores.items()}, errors)


def gold_chains(document: Document) -> Chains:
    """The groups of mentions as (head word through the document, number among the mentions with that head).

    Of mentions with one head the narrowest has number 0.
    """
    chains: dict[str, list[tuple[int, int]]] = {}
    count: dict[int, int] = {}
    for mention in sorted(document.mentions, key=lambda each: (each.last - each.first, each.first)):
        number = count.get(mention.head, 0)
        count[mention.head] = number + 1
        chains.setdefault(mention.group, []).append((mention.head, number))
    return list(chains.values())


def _found(document: Document, encoder: Encoder) -> Chains:
    seen = encoder.read([[word.form for word in sentence] for sentence in document.sentences])
    starts = [0]
    for sentence in document.sentences:
        starts.append(starts[-1] + len(sentence))
    return [[(starts[sentence] + word, 0) for sentence, word in chain] for chain in seen.chains]


def _several(chains: Chains) -> Chains:
    return [chain for chain in chains if len(chain) > 1]


def _wrong(document: Document, gold: Chains, ours: Chains) -> Sequence[str]:
    """Mentions whose nearest earlier mention in our chain is of another gold group."""
    group = {mention: at for at, chain in enumerate(gold) for mention in chain}
    forms = [word.form for word in document.words]
    return [
        "  ←  ".join(" ".join(forms[max(0, at - 4) : at + 2]) for at, _ in (after, before))
        for chain in ours
        for before, after in pairwise(sorted(chain))
        if before not in group or group[before] != group.get(after)
    ]


def measure(data: Path) -> dict[str, float]:
    """The scores of the installed model, between 0 and 1."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
