"""Scores of pairs: which cue a source or content belongs to, and which earlier mention a mention takes up.

The encoder gives a row for either side of a pair; what can be counted (distance, equal words) comes in as features.
Training and reading share the feature functions. The score of a pair is v . relu(a_i + b_j + sum_f E_f[f_ij]) +
p_i . q_j + bias, where a row is [a | p] on the left and [b | q] on the right, each half `HALF` wide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from reportedly.records import quicken

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
HALF = 64
LINK_SIZES = (2, 16, 7, 4, 4)  # role, signed distance, sentence gap, cues between, spans of the role between
# kinds, sentences between, mentions between, likeness of words, types, numbers, nested, coarse kinds x likeness
COREFERENCE_SIZES = (64, 8, 8, 6, 3, 3, 2, 36)
SOURCE, CONTENT = 0, 1
BUCKETS = (1, 2, 3, 5, 9, 17, 33)  # lower bounds of buckets 1 to 7 of a distance
SENTENCE_BUCKETS = (1, 2, 3, 4, 6, 10, 20)

PRONOUNS = {
    "i": 2, "me": 2, "my": 2, "mine": 2, "myself": 2, "we": 2, "us": 2, "our": 2, "ours": 2, "ourselves": 2,
    "you": 3, "your": 3, "yours": 3, "yourself": 3, "yourselves": 3,
    "he": 4, "him": 4, "his": 4, "himself": 4,
    "she": 5, "her": 5, "hers": 5, "herself": 5,
    "it": 6, "its": 6, "itself": 6,
    "they": 7, "them": 7, "their": 7, "theirs": 7, "themselves": 7, "themself": 7,
}  # fmt: skip
NAME, NOMINAL = 0, 1
STOPPED = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "'s", "’s", "its", "his", "her", "their", "our", "my"}
)


@quicken
@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention as the pair scorer sees it: `[start, end)` words of a sentence around its head word.

    `type` is an index of manifest.labels.mentions; `number` is 1 for singular, 2 for plural, 0 for unknown.
    """

    sentence: int
    head: int
    start: int
    end: int
    kind: int
    type: int
    number: int
    words: tuple[str, ...]
    head_word: str


def kind_of(word: str, upos: str) -> int:
    """0 a name, 1 a noun phrase, 2 to 7 a personal pronoun by person and gender ("he" 4); other pronouns count as 1."""
    if upos == "PROPN":
        return NAME
    return PRONOUNS.get(word.lower(), NOMINAL)


def candidate(
    sentence: int, head: int, start: int, end: int, words: Sequence[str], upos: str, morph: str, mention_type: int
) -> Candidate:
    """A mention from the words of its sentence and the tag and features of its head word."""
    number = 2 if "Number=Plur" in morph else 1 if "Number=Sing" in morph else 0
    kept = tuple([word for word in map(str.lower, words[start:end]) if word not in STOPPED])
    lower = words[head].lower()
    return Candidate(sentence, head, start, end, kind_of(words[head], upos), mention_type, number, kept, lower)


def _bucket(values: npt.NDArray[np.int64], bounds: tuple[int, ...]) -> Ints:
    """The number of bounds that a value reaches, looked up: 0 and below, 1, 2, …, the last bound and above."""
    buckets: Ints = _buckets(bounds)[np.minimum(np.maximum(values, 0), bounds[-1])]
    return buckets


@cache
def _buckets(bounds: tuple[int, ...]) -> Ints:
    return np.searchsorted(np.asarray(bounds), np.arange(bounds[-1] + 1), side="right").astype(np.int64)


@dataclass(frozen=True, slots=True)
class Columns:
    """What the features need of candidates, as arrays of one number for each; made once for many pairs.

    Equal numbers of ``heads`` and ``phrases`` mean equal words; ``bits`` [words / 64, n] has a bit for each word of the
    vocabulary.
    """

    kinds: Ints
    sentences: Ints
    types: Ints
    numbers: Ints
    starts: Ints
    ends: Ints
    heads: Ints
    phrases: Ints
    bits: npt.NDArray[np.uint64]
    sizes: Ints


def columns_of(candidates: Sequence[Candidate]) -> Columns:
    """The columns of candidates."""
    plain = np.array(
        [(c.kind, c.sentence, c.type, c.number, c.start, c.end) for c in candidates], np.int64
    ).reshape(-1, 6)  # fmt: skip
    bits = _bits([each.words for each in candidates])
    sizes = np.bitwise_count(bits).sum(axis=0).astype(np.int64)
    heads, phrases = _numbered([c.head_word for c in candidates]), _numbered([c.words for c in candidates])
    kinds, sentences, types, numbers, starts, ends = np.ascontiguousarray(plain.T)
    return Columns(kinds, sentences, types, numbers, starts, ends, heads, phrases, bits, sizes)


def _numbered(things: Sequence[object]) -> Ints:
    """Equal things get equal numbers."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(thing, len(known)) for thing in things], np.int64)


def _bits(phrases: Sequence[Sequence[str]]) -> npt.NDArray[np.uint64]:
    """Each phrase as a column of bits, one for each word of the vocabulary."""
    vocabulary: dict[str, int] = {}
    numbers = [[vocabulary.setdefault(word, len(vocabulary)) for word in words] for words in phrases]
    rows = [[0] * len(phrases) for _ in range(len(vocabulary) // 64 + 1)]
    for column, words in enumerate(numbers):
        for word in words:
            rows[word >> 6][column] |= 1 << (word & 63)
    return np.array(rows, np.uint64)


def words_alike(columns: Columns, left: Ints, right: Ints) -> Ints:
    """How like the words of each pair are: [n], 0 to 5.

    0 unlike, 1 a word in common, 2 equal heads, 3 one within the other, 4 all equal, 5 equal pronouns.
    """
    sizes, pronoun = columns.sizes, columns.kinds >= 2
    common = np.zeros(len(left), np.int64)
    for row in columns.bits:
        common += np.bitwise_count(row[left] & row[right])
    left_size, right_size = sizes[left], sizes[right]
    filled = (left_size > 0) & (right_size > 0)
    same_head = columns.heads[left] == columns.heads[right]
    alike: Ints = (common > 0).astype(np.int64)
    alike[filled & same_head] = 2
    alike[filled & ((common == left_size) | (common == right_size))] = 3
    alike[filled & (columns.phrases[left] == columns.phrases[right])] = 4
    either = pronoun[left] | pronoun[right]
    alike[either] = 5 * same_head[either]
    return alike


def coreference_features(candidates: Sequence[Candidate] | Columns, pairs: Ints) -> Ints:
    """Features of pairs [n, 2] of candidate numbers, the earlier one first: [n, 8], in the ranges COREFERENCE_SIZES."""
    columns = candidates if isinstance(candidates, Columns) else columns_of(candidates)
    left, right = np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])
    kinds, sentences, types, numbers = columns.kinds, columns.sentences, columns.types, columns.numbers
    alike = words_alike(columns, left, right)
    apart = sentences[right] - sentences[left]
    overlap = (columns.starts[left] < columns.ends[right]) & (columns.starts[right] < columns.ends[left])
    coarse = np.minimum(kinds, 2)
    features: Ints = np.stack(
        [
            kinds[left] * 8 + kinds[right],
            _bucket(apart, SENTENCE_BUCKETS),
            _bucket(right - left, BUCKETS),
            alike,
            _differ(np.maximum(types, 0), left, right),
            _differ(numbers, left, right),
            ((apart == 0) & overlap).astype(np.int64),
            (coarse[left] * 2 + (coarse[right] == 2)) * 6 + alike,
        ]
    ).T
    return features


def _differ(values: Ints, left: Ints, right: Ints) -> Ints:
    """0 where the two of a pair are equal, 1 where they are not, 2 where one of them is unknown (0)."""
    ours, theirs = values[left], values[right]
    differ: Ints = (ours != theirs).astype(np.int64)
    differ[(ours == 0) | (theirs == 0)] = 2
    return differ


def link_features(
    cues: Sequence[tuple[int, int]],
    spans: Sequence[tuple[int, int]],
    pairs: Ints,
    role: int,
    sentence_of: Ints,
) -> Ints:
    """Features of (cue, span) pairs [n, 2]: [n, 5], in the ranges LINK_SIZES.

    `cues` and `spans` (all of one role, both in order) are half-open ranges of the report's words laid end to end;
    `sentence_of[w]` is the sentence of word w.
    """
    cue = np.array(cues, np.int64).reshape(-1, 2)
    span = np.array(spans, np.int64).reshape(-1, 2)
    chosen_cue, chosen = cue[pairs[:, 0]], span[pairs[:, 1]]
    after = chosen[:, 0] >= chosen_cue[:, 0]
    low = np.where(after, chosen_cue[:, 1], chosen[:, 1])
    high = np.where(after, chosen[:, 0], chosen_cue[:, 0])
    distance = _bucket(high - low, BUCKETS) + 8 * after
    gap = np.clip(sentence_of[chosen[:, 0]] - sentence_of[chosen_cue[:, 0]], -3, 3) + 3

    def between(starts: Ints) -> Ints:
        inside = np.searchsorted(starts, high) - np.searchsorted(starts, low)
        counted: Ints = np.clip(inside, 0, 3).astype(np.int64)
        return counted

    roles = np.full(len(pairs), role, np.int64)
    return np.stack(
        [roles, distance.astype(np.int64), gap.astype(np.int64), between(cue[:, 0]), between(span[:, 0])], axis=1
    )


def span_rows(rows: Floats, spans: Sequence[tuple[int, int]]) -> Floats:
    """The row of each half-open span: the mean of the rows of its first and its last word."""
    ranges = np.array(spans, np.int64).reshape(-1, 2)
    mean: Floats = (rows[ranges[:, 0]] + rows[ranges[:, 1] - 1]) * np.float32(0.5)
    return mean


@dataclass(frozen=True, slots=True)
class PairScorer:
    """The numpy side of a trained pair scorer ("link" or "coref")."""

    vector: Floats
    bias: float
    table: Floats
    offsets: Ints

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> PairScorer:
        """From the arrays of pairs.npz."""
        return cls(
            np.asarray(arrays[f"{name}.v"], np.float32),
            float(np.asarray(arrays[f"{name}.bias"]).reshape(-1)[0]),
            np.asarray(arrays[f"{name}.E"], np.float32),
            np.asarray(arrays[f"{name}.offsets"], np.int64),
        )

    def score(self, left: Floats, right: Floats, features: Ints) -> Floats:
        """Scores [n] of n pairs whose rows are given side by side; above 0 means that they belong together."""
        hidden = left[:, :HALF] + right[:, :HALF] + self.table[features + self.offsets].sum(axis=1)
        product = (left[:, HALF:] * right[:, HALF:]).sum(axis=1)
        scores: Floats = np.einsum("nh,h->n", np.maximum(hidden, 0.0), self.vector) + product + np.float32(self.bias)
        return scores
