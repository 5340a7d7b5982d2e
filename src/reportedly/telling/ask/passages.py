"""The sentences of all reports, indexed by their words, and how well each covers a question.

Coverage is the share of a question's words that a sentence has, each word weighed by how rare it is (inverse document
frequency, as in BM25: Robertson and Walker, 1994). A word that means the same counts a little less, one that only
stands elsewhere in the report counts about half: reports do not repeat the name of the mine in every sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.account.account import Citation
from reportedly.reading.sentences import find_sentences, lemma_of
from reportedly.telling.ask.lexicon import alike
from reportedly.telling.ask.question import Question, is_telling, term_of

ALIKE, NEARBY, ELSEWHERE = 0.8, 0.75, 0.5
"""What a word is worth that means the same, that stands in the sentence before, and elsewhere in the report."""
BEST = 40

DATELINE = re.compile(r"[^\W\d_]{2,}[^().\n]{0,60}\([^()\n]{2,40}\)\s*[-–—]\s+(?=\S)")
""" "ALMATY, Kazakhstan (Steppe Wire) - " is no part of what a sentence says."""

PREFER_OWN = 0.1
"""How much the own words of a sentence count beyond what they cover."""
LEAST_COMMON = 0.5
"""The share of the words that are no names which must be covered: "Who replaced Ann Lee?" asks of replacing."""

Places = NDArray[np.int32]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence that covers a share of a question (0 to 1); ``own`` is the share that its own words cover."""

    citation: Citation
    coverage: float
    own: float
    number: int


Line = tuple[int, int, tuple[str, ...]]
"""A sentence of a report: its half-open span without a dateline, and the terms of its telling words."""
Weigh = Callable[[str], float]


def lines_of(text: str) -> tuple[Line, ...]:
    """The sentences of a text with the words by which they are found."""
    found = []
    for sentence in find_sentences(text):
        line = DATELINE.match(text[sentence.start : sentence.end])
        terms = {term_of(token): None for token in sentence.tokens if is_telling(token)}
        found.append((sentence.start + (line.end() if line else 0), sentence.end, tuple(terms)))
    return tuple(found)


def rarity(count: int, among: int) -> float:
    """How telling a word is that stands in ``count`` of so many sentences, or reports."""
    return float(np.log(1 + (among - count + 0.5) / (count + 0.5)))


class Passages:
    """The sentences of some reports, in the order of the reports.

    ``lines`` are those of each report; ``weigh`` tells how telling a word is, None = by how many of these sentences
    hold it.
    """

    def __init__(self, lines: Mapping[str, Sequence[Line]], weigh: Weigh | None = None) -> None:
        self.spans: list[Citation] = []
        owners: list[int] = []
        words: defaultdict[str, list[int]] = defaultdict(list)
        for place, (report, sentences) in enumerate(lines.items()):
            for start, end, terms in sentences:
                for term in terms:
                    words[term].append(len(self.spans))
                self.spans.append(Citation(report, start, end))
                owners.append(place)
        self._owner: Places = np.array(owners, dtype=np.int32)
        self._words: dict[str, Places] = {word: np.array(found, dtype=np.int32) for word, found in words.items()}
        self._reports = len(lines)
        self._weigh = weigh

    def has_word(self, lower: str) -> bool:
        """Whether a word stands anywhere, in lower case or by its dictionary form."""
        return lower in self._words or lemma_of(lower) in self._words

    def weight(self, term: str) -> float:
        """How telling a word is."""
        return self._weigh(term) if self._weigh else rarity(len(self._words.get(term, ())), len(self.spans))

    def find(self, question: Question, most: int = BEST) -> list[Passage]:
        """The sentences that cover most of a question, best first, the later one of two alike."""
        if not question.terms or not self.spans:
            return []
        weights = {term: self.weight(term) for term in question.terms}
        worth = {term: self._worth(term) for term in question.terms}
        scores = _joined(worth, weights)
        common = [term for term in question.terms if term not in question.names]
        if common:
            scores[_joined(worth, {term: weights[term] for term in common}) < LEAST_COMMON] = 0.0
        own = _joined({term: np.where(found >= ALIKE, 1.0, 0.0) for term, found in worth.items()}, weights)
        best = self._top(scores + PREFER_OWN * own, most)
        return [Passage(self.spans[at], float(scores[at]), float(own[at]), int(at)) for at in best if scores[at] > 0]

    def _top(self, scores: Scores, most: int) -> NDArray[np.intp]:
        chosen = np.argpartition(-scores, most)[:most] if most < len(scores) else np.arange(len(scores))
        ordered: NDArray[np.intp] = chosen[np.argsort(-scores[chosen], kind="stable")]
        return ordered

    def _worth(self, term: str) -> Scores:
        """What a word is worth in each sentence."""
        own = self._words.get(term, np.empty(0, dtype=np.int32))
        others = [self._words[other] for other in alike(term) if other in self._words]
        same = np.concatenate(others) if others else np.empty(0, dtype=np.int32)
        reports = np.zeros(self._reports, dtype=np.float32)
        reports[self._owner[same]] = ELSEWHERE * ALIKE
        reports[self._owner[own]] = ELSEWHERE
        worth: Scores = reports[self._owner]
        for places, value in ((same, ALIKE), (own, 1.0)):
            after = places[places + 1 < len(self.spans)] + 1
            after = after[self._owner[after] == self._owner[after - 1]]
            worth[after] = np.maximum(worth[after], NEARBY * value)
            worth[places] = np.maximum(worth[places], value)
        return worth


def _joined(worth: Mapping[str, Scores], weights: Mapping[str, float]) -> Scores:
    """The weighed mean of what words are worth in each sentence."""
    total = sum(weights.values())
    joined: Scores = np.sum([weight / total * worth[term] for term, weight in weights.items()], axis=0)
    return joined
