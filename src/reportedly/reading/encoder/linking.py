"""Who said what: the stretches of sources, cues and contents in a report, and which of them belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoded import Attributed, Part, Role, Stretch
from reportedly.reading.encoder.decoding import Scheme, best_labels, spans_of
from reportedly.reading.pairs import CONTENT, SOURCE, PairScorer, link_features, span_rows

Array = npt.NDArray[Any]
Range = tuple[int, int]
REACH = {SOURCE: 1, CONTENT: 3}
"""How many sentences may lie from a cue to its source and to its content: nearly all sources stand in the cue's own."""
LEAST = {SOURCE: -1.5, CONTENT: -4.0}
"""The scores down to which a span still goes to its best cue: one without a cue is of no use."""
BEYOND, SECOND, CUE = 0.3, 0.9, -0.1
"""What it costs a word to lie in no stretch, to begin a content, and to belong to a cue: of each word alone too few
words are taken, one content falls apart into two, and its cue is overlooked."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Ranges of the report's words laid end to end, by role, each in order."""

    cues: list[Range]
    sources: list[Range]
    contents: list[Range]


def find_stretches(scores: Array, scheme: Scheme) -> Stretches:
    """The stretches in the scores [words, labels] of a whole report: a content may run on over sentences."""
    best = best_labels(scores - _costs(scheme), np.zeros(1, np.int64), scheme)
    spans = spans_of(best.tolist(), scheme)
    cues, sources, contents = (
        [(start, end) for start, end, role in spans if role == wanted] for wanted in ("cue", "source", "content")
    )
    return Stretches(cues, sources, contents)


def _costs(scheme: Scheme) -> Array:
    """The cost of each label."""
    costs = np.zeros(len(scheme.types))
    for at, (role, begins) in enumerate(zip(scheme.types, scheme.begins.tolist(), strict=True)):
        if not role or role == "cue":
            costs[at] = CUE if role else BEYOND
        elif role == "content" and begins:
            costs[at] = SECOND
    return costs


def link(found: Stretches, left: Array, right: Array, sentence_of: Array, scorer: PairScorer) -> list[Attributed]:
    """One attribution for each cue: its best source and all contents whose best cue it is, as indexes into
    ``laid_out``.

    ``left`` and ``right`` [words, …] are the graph's rows for cues and for what they link to.
    """
    if not found.cues:
        return []
    cue_rows = span_rows(left, found.cues)
    scores = {
        role: _scores(found.cues, spans, role, cue_rows, right, sentence_of, scorer)
        for role, spans in ((SOURCE, found.sources), (CONTENT, found.contents))
    }
    sources = [_best(row, LEAST[SOURCE]) for row in scores[SOURCE]]
    cues = [_best(column, LEAST[CONTENT]) for column in scores[CONTENT].T]
    first_source, first_content = len(found.cues), len(found.cues) + len(found.sources)
    return [
        Attributed(
            cue=cue,
            source=None if source is None else first_source + source,
            contents=tuple(first_content + at for at, chosen in enumerate(cues) if chosen == cue),
        )
        for cue, source in enumerate(sources)
    ]


def _scores(
    cues: Sequence[Range],
    spans: Sequence[Range],
    role: int,
    cue_rows: Array,
    right: Array,
    sentence_of: Array,
    scorer: PairScorer,
) -> npt.NDArray[np.float64]:
    """Scores [cues, spans] of one role; minus infinity where a pair stands too far apart."""
    table = np.full((len(cues), len(spans)), -np.inf)
    if not spans:
        return table
    cue_sentences = sentence_of[[start for start, _ in cues]]
    first, last = sentence_of[[start for start, _ in spans]], sentence_of[[end - 1 for _, end in spans]]
    reach = REACH[role]
    near = (cue_sentences[:, None] >= first[None] - reach) & (cue_sentences[:, None] <= last[None] + reach)
    pairs = np.argwhere(near).astype(np.int64)
    if len(pairs):
        features = link_features(cues, spans, pairs, role, sentence_of)
        rows = span_rows(right, spans)
        table[pairs[:, 0], pairs[:, 1]] = scorer.score(cue_rows[pairs[:, 0]], rows[pairs[:, 1]], features)
    return table


def _best(scores: Array, least: float) -> int | None:
    """Where the highest score stands, if it is above ``least``."""
    if not scores.size:
        return None
    at = int(scores.argmax())
    return at if scores[at] > least else None


def laid_out(found: Stretches, starts: Sequence[int]) -> tuple[Stretch, ...]:
    """All stretches as parts of sentences: cues first, then sources, then contents.

    ``starts`` has the first word of each sentence, and the number of all words at its end.
    """
    roles: tuple[tuple[Role, list[Range]], ...] = (
        ("cue", found.cues), ("source", found.sources), ("content", found.contents),
    )  # fmt: skip
    return tuple(Stretch(role, _parts(span, starts)) for role, spans in roles for span in spans)


def _parts(span: Range, starts: Sequence[int]) -> tuple[Part, ...]:
    parts: list[Part] = []
    sentence, (first, last) = bisect_right(starts, span[0]) - 1, span
    while first < last:
        start, end = starts[sentence], min(starts[sentence + 1], last)
        if end > first:
            parts.append(Part(sentence, first - start, end - start))
        first, sentence = end, sentence + 1
    return tuple(parts)
