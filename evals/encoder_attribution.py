"""Who said what by the reading model, on PolNeAR from raw text, against the first annotator of each article.

    python -m evals.encoder_attribution [--data FOLDER] [--model FOLDER] [--errors N] [--json]

Sources, cues and contents exact and by overlap, contents linked to their cue; ``content.half`` and ``whole`` as
``scoring/attributions.py`` says. ``speech`` looks at cues of saying only, ``attitude`` at the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.attribution import is_speech
from evals.command import Findings, run
from evals.gold.polnear import Article, Attribution, Parts, read_articles
from evals.scoring.attributions import Counts, same_source
from reportedly.reading.encoded import Stretch
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder
from reportedly.reading.reading import Sentence
from reportedly.reading.sentences import find_sentences

DATA = "data/attribution"
PART = "polnear/dev"


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and attributions that only one side has."""
    counts = {"all": Counts(), "speech": Counts(), "attitude": Counts()}
    errors: list[str] = []
    for article in read_articles(data / PART):
        gold, ours = list(article.annotators[0]), found(article.text, encoder)
        paired = counts["all"].add(gold, ours)
        for name, speech in (("speech", True), ("attitude", False)):
            counts[name].add_whole(_with_cue(gold, article, speech), _with_cue(ours, article, speech))
        errors += _wrong(article, gold, ours, paired)
    scores = counts["all"].scores()
    scores |= {f"{name}.whole": counts[name].whole.f1 for name in ("speech", "attitude")}
    return Findings({name: round(value, 4) for name, value in scores.items()}, errors)


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


def _with_cue(items: Sequence[Attribution], article: Article, speech: bool) -> list[Attribution]:
    return [item for item in items if is_speech(_shown(article.text, item.cue)) == speech]


def _wrong(
    article: Article, gold: Sequence[Attribution], ours: Sequence[Attribution], paired: Sequence[tuple[int, int]]
) -> Iterator[str]:
    partner, used = dict(paired), {right for _, right in paired}
    for at, item in enumerate(gold):
        if at not in partner:
            yield f"missed    {_line(article, item)}"
        elif not same_source(item, ours[partner[at]]):
            yield f"source    {_line(article, item)}  → {_shown(article.text, ours[partner[at]].source)}"
    for at, item in enumerate(ours):
        if at not in used:
            yield f"invented  {_line(article, item)}"


def _line(article: Article, item: Attribution) -> str:
    manner = "speech" if is_speech(_shown(article.text, item.cue)) else "other"
    return f"{manner:6} {' | '.join(_shown(article.text, parts) for parts in (item.source, item.cue, item.content))}"


def _shown(text: str, parts: Parts) -> str:
    return " … ".join(text[start:end] for start, end in parts).replace("\n", "¶") or "-"


def measure(data: Path) -> dict[str, float]:
    """The scores of the installed model, between 0 and 1."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
