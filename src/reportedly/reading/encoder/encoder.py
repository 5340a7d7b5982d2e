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
from reportedly.reading.encoder.nouns import installed_nouns
from reportedly.reading.encoder.phrases import phrases
from reportedly.reading.encoder.rows import Rules, sentence_rows
from reportedly.reading.encoder.voting import lend, vote
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
        self._nouns = installed_nouns(tuple(manifest.labels["mentions"][1:]))
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
        seen = self._sentences(sentences, rows, starts, names)
        stretches = find_stretches(rows["attribution"], self._attribution)
        return Encoded(
            sentences=seen,
            stretches=laid_out(stretches, starts),
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

    def _sentences(
        self,
        sentences: Sequence[Sequence[str]],
        rows: dict[str, Array],
        starts: Sequence[int],
        names: Sequence[tuple[Name, ...]],
    ) -> tuple[EncodedSentence, ...]:
        upos, morph, relations = (
            self._named(labels, rows[name])
            for labels, name in (("upos", "upos"), ("morph", "morph"), ("deprel", "relations"))
        )
        heads, conflict = rows["heads"].tolist(), rows["names_conflict"].tolist()
        news, web = (tuple(rows["certainty"][:, column].tolist()) for column in (0, 1))
        mentions = self._mentions(sentences, rows["mentions"], starts, upos)
        return tuple(
            EncodedSentence(
                upos=upos[first:last],
                morph=morph[first:last],
                heads=tuple(heads[first:last]),
                relations=relations[first:last],
                names=names[at],
                conflict_names=tuple(Name(*span) for span in spans_of(conflict[first:last], self._conflict)),
                mentions=tuple(mentions[at]),
                certainty=news[first:last],
                certainty_web=web[first:last],
            )
            for at, (first, last) in enumerate(pairwise(starts))
        )

    def _mentions(
        self, sentences: Sequence[Sequence[str]], scores: Array, starts: Sequence[int], upos: Sequence[str]
    ) -> list[list[Head]]:
        """The heads of mentions in each sentence: the words that are more likely to be one of any type than none ("O",
        the first label). The table of nouns has a say in their types, which agree over the report as ``lend`` says.
        """
        shares = _shares(scores)
        places = np.flatnonzero(shares[:, 0] < 0.5)
        words = [word for sentence in sentences for word in sentence]
        nouns = [words[place] if upos[place] == "NOUN" else None for place in places.tolist()]
        lenders = [None if upos[place] == "PRON" else words[place].casefold() for place in places.tolist()]
        told = shares[places, 1:]
        types = lend(_weighed(told, self._nouns.factors(nouns)), lenders).argmax(axis=1)
        at = np.searchsorted(np.asarray(starts), places, side="right") - 1
        found: list[list[Head]] = [[] for _ in sentences]
        chosen = (places, types, told[np.arange(len(places)), types], at)
        for place, kind, share, sentence in zip(*(each.tolist() for each in chosen), strict=True):
            found[sentence].append(Head(place - starts[sentence], self._labels["mentions"][kind + 1], share))
        return found

    def _named(self, head: str, positions: Array) -> tuple[str, ...]:
        labels = self._labels[head]
        return tuple([labels[position] for position in positions.tolist()])

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


def _shares(scores: Array) -> Array:
    """Scores [words, labels] as shares of 1."""
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))


def _weighed(shares: Array, factors: Array) -> Array:
    """The shares [words, types] times their factors; each word keeps its sum."""
    weighed = shares * factors
    return np.asarray(weighed * (shares.sum(axis=1, keepdims=True) / weighed.sum(axis=1, keepdims=True)))


def _candidates(at: int, words: Sequence[str], sentence: EncodedSentence, labels: Sequence[str]) -> list[Candidate]:
    ranges = phrases(sentence.heads, sentence.relations) if sentence.mentions else []
    upos, morph = sentence.upos, sentence.morph
    return [
        candidate(at, word, *ranges[word], words, upos[word], morph[word], labels.index(head.type))
        for head in sentence.mentions
        for word in (head.word,)
    ]
