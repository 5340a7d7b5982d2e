"""The reading model as one object: words of a report in, everything that the model sees in them out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.data import path_of
from reportedly.errors import ModelError
from reportedly.reading.encoded import Encoded, EncodedSentence, Head, Name
from reportedly.reading.encoder.chaining import ChainScorer, find_chains
from reportedly.reading.encoder.decoding import scheme_of, spans_of
from reportedly.reading.encoder.graph import Graph
from reportedly.reading.encoder.linking import find_stretches, laid_out, link
from reportedly.reading.encoder.manifest import GRAPH, PAIRS, TOKENIZER, TRAIN, read_manifest
from reportedly.reading.encoder.phrases import phrases
from reportedly.reading.encoder.rows import Rules, sentence_rows
from reportedly.reading.encoder.voting import vote
from reportedly.reading.pairs import Candidate, PairScorer, candidate
from reportedly.reading.pieces import WordPieces, batches

FOLDER = "model"
Array = npt.NDArray[Any]


class Encoder:
    """The loaded model. One object may serve several threads; sent to another process, it is loaded there again.

    A reading depends on nothing but the words of its own report: read alone, among others or in any order, it
    is the same.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        """Use ``Encoder.load``."""
        manifest = read_manifest(folder)
        self.version = manifest.version
        self._folder, self._threads = folder, threads
        self._labels = manifest.labels
        self._window = manifest.window
        self._graph = Graph(folder / GRAPH, manifest, threads)
        self._pieces = WordPieces(folder / TOKENIZER)
        self._links, self._coreference = _scorers(folder / PAIRS)
        self._attribution = scheme_of(manifest.labels["attribution"])
        self._names = scheme_of(manifest.labels["names"])
        self._conflict = scheme_of(manifest.labels["names_conflict"])
        relations = manifest.labels["deprel"]
        self._rules = Rules(self._names, self._conflict, relations.index("root"), relations.index("dep"))

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 1) -> Encoder:
        """The model in a folder (the installed one by default), with so many threads for one report.

        Raises:
            ModelError: a file is missing or damaged, or the files do not belong together.
        """
        return cls(path_of(FOLDER) if folder is None else folder, threads)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Encoder, (self._folder, self._threads))

    def read(self, sentences: Sequence[Sequence[str]]) -> Encoded:
        """Everything that the model sees in one report, given as sentences of words (Universal Dependencies: "do",
        "n't").

        A text of any length is read to its end: sentences go through the model in windows, overlong ones in
        parts that overlap.
        """
        lengths = [len(sentence) for sentence in sentences]
        outputs = ((batch, self._graph.run(batch)) for batch in batches(sentences, self._pieces, self._window))
        rows, vectors = sentence_rows(outputs, lengths, self._rules)
        if not sum(lengths):
            empty = EncodedSentence((), (), (), (), (), (), (), (), ())
            return Encoded((empty,) * len(lengths), (), (), (), vectors)
        starts = np.concatenate([[0], np.cumsum(lengths)]).tolist()
        sentence_of = np.repeat(np.arange(len(lengths)), lengths)
        names = self._voted(sentences, rows, starts)
        seen = tuple(self._sentence(rows, starts[at], starts[at + 1], names[at]) for at in range(len(lengths)))
        stretches = find_stretches(rows["attribution"], self._attribution)
        return Encoded(
            sentences=seen,
            stretches=laid_out(stretches, starts, sentence_of),
            attributions=tuple(link(stretches, rows["link_left"], rows["link_right"], sentence_of, self._links)),
            chains=self._chains(sentences, seen, rows, starts),
            vectors=vectors,
        )

    def _voted(
        self, sentences: Sequence[Sequence[str]], rows: dict[str, Array], starts: Sequence[int]
    ) -> list[tuple[Name, ...]]:
        """The names of each sentence, with types that agree over the report."""
        words = [word for sentence in sentences for word in sentence]
        spans = [
            (first + start, first + end, kind)
            for first, last in pairwise(starts)
            for start, end, kind in spans_of(rows["names"][first:last].tolist(), self._names)
        ]
        found: list[list[Name]] = [[] for _ in sentences]
        for start, end, kind in vote(spans, words, rows["names_scores"], self._names):
            at = bisect_right(starts, start) - 1
            found[at].append(Name(start - starts[at], end - starts[at], kind))
        return [tuple(each) for each in found]

    def _sentence(self, rows: dict[str, Array], first: int, last: int, names: tuple[Name, ...]) -> EncodedSentence:
        chosen = slice(first, last)
        certainty = rows["certainty"][chosen].tolist()
        return EncodedSentence(
            upos=self._named("upos", rows["upos"][chosen]),
            morph=self._named("morph", rows["morph"][chosen]),
            heads=tuple(rows["heads"][chosen].tolist()),
            relations=self._named("deprel", rows["relations"][chosen]),
            names=names,
            conflict_names=tuple(
                Name(*span) for span in spans_of(rows["names_conflict"][chosen].tolist(), self._conflict)
            ),
            mentions=tuple(_heads(rows["mentions"][chosen], self._labels["mentions"])),
            certainty=tuple(news for news, _ in certainty),
            certainty_web=tuple(web for _, web in certainty),
        )

    def _named(self, head: str, positions: Array) -> tuple[str, ...]:
        labels = self._labels[head]
        return tuple(labels[position] for position in positions.tolist())

    def _chains(
        self,
        sentences: Sequence[Sequence[str]],
        seen: Sequence[EncodedSentence],
        rows: dict[str, Array],
        starts: Sequence[int],
    ) -> tuple[tuple[tuple[int, int], ...], ...]:
        candidates = [
            each
            for at, (words, sentence) in enumerate(zip(sentences, seen, strict=True))
            for each in _candidates(at, words, sentence, self._labels["mentions"])
        ]
        places = [starts[each.sentence] + each.head for each in candidates]
        return find_chains(candidates, rows["coref_left"][places], rows["coref_right"][places], self._coreference)


def _scorers(path: Path) -> tuple[PairScorer, ChainScorer]:
    """The scorers of attribution links and of coreference."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return PairScorer.of(arrays, "link"), ChainScorer.of(PairScorer.of(arrays, "coref"))
    except (KeyError, ValueError, OSError) as error:
        raise ModelError(str(path), f"it does not hold the two pair scorers ({error})", TRAIN) from error


def _heads(scores: Array, labels: Sequence[str]) -> list[Head]:
    """The heads of mentions: the words that are more likely to be one of any type than none ("O", the first label)."""
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = exponents / exponents.sum(axis=1, keepdims=True)
    types = shares[:, 1:].argmax(axis=1) + 1
    return [
        Head(word, labels[types[word]], float(shares[word, types[word]]))
        for word in np.flatnonzero(shares[:, 0] < 0.5).tolist()
    ]


def _candidates(at: int, words: Sequence[str], sentence: EncodedSentence, labels: Sequence[str]) -> list[Candidate]:
    ranges = phrases(sentence.heads, sentence.relations) if sentence.mentions else []
    upos, morph = sentence.upos, sentence.morph
    return [
        candidate(at, word, *ranges[word], words, upos[word], morph[word], labels.index(head.type))
        for head in sentence.mentions
        for word in (head.word,)
    ]
