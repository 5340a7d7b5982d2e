"""Names of the reading model on worldwide newswire (outer names), on gold words; in the case as printed
and in odd cases.

    python -m evals.encoder_names [--data FOLDER] [--model FOLDER] [--errors N] [--json]

``nine`` counts all types of the set, ``seven`` leaves out Misc and Product, ``three`` has Person, Location and
Organization. A name is right where its words and its type are. ``lower``, ``upper`` and ``title`` change the
case of every word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from evals.command import Findings, run
from evals.gold.tagged import Span, Tagged, read_tagged, recased
from evals.scoring.counting import Tally
from evals.scoring.spans import score_spans, untyped
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder

DATA = "data/names"
FILE = "worldwide-dev.bio"
SEVEN = frozenset({"Date", "Facility", "Location", "Money", "NORP", "Organization", "Person"})
THREE = frozenset({"Location", "Organization", "Person"})
NINE = SEVEN | {"Misc", "Product"}
WAYS = ("lower", "upper", "title")


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and wrong names in the case as printed."""
    documents = list(read_tagged(data / FILE))
    gold = [spans for document in documents for spans in document.spans()]
    ours = _found(documents, encoder)
    scores = _scores("", gold, ours)
    scores["span"] = score_spans(map(untyped, gold), map(untyped, ours)).f1
    scores |= {kind.lower(): score_spans(gold, ours, frozenset({kind})).f1 for kind in sorted(NINE)}
    for way in WAYS:
        scores |= _scores(f"{way}.", gold, _found(recased(documents, way), encoder))
    words = [sentence for document in documents for sentence in document.sentences]
    errors = [line for row in zip(words, gold, ours, strict=True) for line in _wrong(*row)]
    return Findings({name: round(value, 4) for name, value in scores.items()}, errors)


def _found(documents: Sequence[Tagged], encoder: Encoder) -> list[list[Span]]:
    return [
        [(name.start, name.end, name.type) for name in sentence.names]
        for document in documents
        for sentence in encoder.read(document.sentences).sentences
    ]


def _scores(prefix: str, gold: Sequence[Collection[Span]], ours: Sequence[Collection[Span]]) -> dict[str, float]:
    sets = {"nine": NINE, "seven": SEVEN, "three": THREE}
    tallies: dict[str, Tally] = {name: score_spans(gold, ours, kinds) for name, kinds in sets.items()}
    return {f"{prefix}{name}": tally.f1 for name, tally in tallies.items()}


def _wrong(words: Sequence[str], gold: Collection[Span], ours: Collection[Span]) -> Iterator[str]:
    """One line for each name that only one side has, with the cause: type, boundary, missed or invented."""
    for span in sorted(set(gold) ^ set(ours)):
        rivals = ours if span in gold else gold
        touching = [other for other in rivals if other[0] < span[1] and span[0] < other[1]]
        if touching and span in ours:
            continue
        cause = "missed" if span in gold else "invented"
        if touching:
            cause = "type" if touching[0][:2] == span[:2] else "boundary"
        other = f"{touching[0][2]} {' '.join(words[slice(*touching[0][:2])])}" if touching else ""
        left, right = " ".join(words[max(0, span[0] - 6) : span[0]]), " ".join(words[span[1] : span[1] + 5])
        yield f"{cause:9} {span[2]:12} {left} [{' '.join(words[span[0] : span[1]])}] {right}   {other and '→ ' + other}"


def measure(data: Path) -> dict[str, float]:
    """The scores of the installed model, between 0 and 1."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
