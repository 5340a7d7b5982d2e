"""Whether the reading model reads a report alike every time: alone, after others, in any order, in
threads, in another process.

    python -m evals.encoder_steadiness [--data FOLDER] [--model FOLDER] [--errors N] [--json]

Each score is the share of reports whose readings are equal in every field and every number of the sentence vectors.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from evals.command import Findings, run
from evals.gold.polnear import read_articles
from reportedly.reading.encoded import Encoded
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder
from reportedly.reading.sentences import find_sentences

DATA = "data/attribution"
PART = "polnear/dev"
COUNT = 24


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and the reports that were read differently."""
    articles = list(read_articles(data / PART))[:COUNT]
    words = [[[token.text for token in sentence.tokens] for sentence in find_sentences(each.text)] for each in articles]
    order = list(range(len(words)))
    random.Random(5).shuffle(order)
    alone = [encoder.read(each) for each in words]
    shuffled = {at: encoder.read(words[at]) for at in order}
    with ThreadPoolExecutor(4) as threads, ProcessPoolExecutor(1, get_context("spawn")) as process:
        others = {
            "order": [shuffled[at] for at in range(len(words))],
            "threads": list(threads.map(encoder.read, words)),
            "process": list(process.map(encoder.read, words)),
        }
    equal = {name: [same(*pair) for pair in zip(alone, found, strict=True)] for name, found in others.items()}
    errors = [f"{name}: {articles[at].name}" for name, row in equal.items() for at, yes in enumerate(row) if not yes]
    return Findings({name: _share(row) for name, row in equal.items()}, errors)


def _share(row: Sequence[bool]) -> float:
    return sum(row) / max(1, len(row))


def same(left: Encoded, right: Encoded) -> bool:
    """Whether two readings are equal to the last bit."""
    ours, theirs = (
        (each.sentences, each.stretches, each.attributions, each.chains, each.vectors.tobytes())
        for each in (left, right)
    )
    return ours == theirs


def measure(data: Path) -> dict[str, float]:
    """The shares for the installed model; anything below 1 is a fault."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
