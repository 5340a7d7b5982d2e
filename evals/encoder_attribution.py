"""Who said what by the reading model, on PolNeAR from raw text, against the first annotator of each article.

    python -m evals.encoder_attribution [--data FOLDER] [--model FOLDER] [--errors N] [--json]

Sources, cues and contents exact and by overlap, contents linked to their cue; ``content``, ``whole`` and the rest as
``scoring/attributions.py`` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.command import Findings, run
from evals.gold.polnear import Attribution, read_articles
from evals.scoring.attributions import Counts, wrong
from reportedly.reading.encoded import Stretch
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder
from reportedly.reading.reading import Sentence
from reportedly.reading.sentences import find_sentences

DATA = "data/attribution"
PART = "polnear/dev"


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and attributions that only one side has."""
    counts = Counts()
    errors: list[str] = []
    for article in read_articles(data / PART):
        gold, ours = list(article.annotators[0]), found(article.text, encoder)
        paired = counts.add(article.text, gold, ours)
        errors += wrong(article.text, gold, ours, paired)
    return Findings({name: round(value, 4) for name, value in counts.scores().items()}, errors)


def found(text: str, encoder: Encoder) -> list[Attribution]:
    """The attributions of the model that have a content, in character spans."""
    sentences = find_sentences(text)
    seen = encoder.read([[token.text for token in sentence.tokens] for sentence in sentences])
    spans = [_span(stretch, sentences) for stretch in seen.stretches]
    return [
        Attribution(
            source=() if item.source is None else (spans[item.source],),
            cue=(spans[item.cue],),
            content=tuple(sorted(spans[at] for at in item.contents)),
        )
        for item in seen.attributions
        if item.contents
    ]


def _span(stretch: Stretch, sentences: Sequence[Sentence]) -> tuple[int, int]:
    first, last = stretch.parts[0], stretch.parts[-1]
    start = sentences[first.sentence].tokens[first.start].start
    return start, sentences[last.sentence].tokens[last.end - 1].end


def measure(data: Path) -> dict[str, float]:
    """The scores of the installed model, between 0 and 1."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
