"""Words into the arrays that the reading model takes: word pieces, case shapes, windows of sentences, batches.

Training and reading both go through this file, so that a model never meets at work what it did not meet in training.
Everything is a function of the words of one report; no batch ever holds words of two reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise, repeat
from pathlib import Path

import numpy as np
import numpy.typing as npt
import tokenizers

from reportedly.errors import ModelError

Ints = npt.NDArray[np.int64]
WINDOW = 96  # word pieces in a window of sentences, both marks included
LONGEST = 510  # word pieces of one part of an overlong sentence; the encoder has 512 positions
OVERLAP = 128  # word pieces that two parts of an overlong sentence share, about
WINDOWS_A_BATCH = 4
WORDS_STEP = 8  # the word axis is padded to a multiple of this

LOWER, INITIAL, UPPER, MIXED, DIGITS, LETTER, OTHER = range(1, 8)  # case shapes; 0 is for marks and padding
SHAPES = 8


@lru_cache(maxsize=65536)
def case_shape(word: str) -> int:
    """How a word is written, which the uncased pieces do not tell.

    "said" 1, "Said" 2, "UN" 3, "iPad" 4, "2017" 5, "I" 6, "," 7.
    """
    if any(character.isdigit() for character in word):
        return DIGITS
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return OTHER
    if not any(character.isupper() for character in letters):
        return LOWER
    if len(letters) == 1:
        return LETTER
    if all(character.isupper() for character in letters):
        return UPPER
    first_only = letters[0].isupper() and not any(character.isupper() for character in letters[1:])
    return INITIAL if first_only else MIXED


class WordPieces:
    """The word pieces of words, remembered. Thread-safe: two threads may at worst compute the same word twice."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = tokenizers.Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.start = self._id("[CLS]")
        self.stop = self._id("[SEP]")
        self._unknown = (self._id("[UNK]"),)
        self._known: dict[str, tuple[int, ...]] = {}

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError("tokenizer.json", f"it has no piece {piece}", "Take the files of one whole model.")
        return int(number)

    @property
    def hidden(self) -> int:
        """The piece that stands for one which the model is not to see; training alone needs it."""
        return self._id("[MASK]")

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of one word's pieces: never none, and at most 16 (a longer word is an address or noise)."""
        found = self._known.get(word)
        if found is None:
            encoded = self._tokenizer.encode(word, add_special_tokens=False)
            found = tuple(encoded.ids[:16]) or self._unknown
            if len(self._known) < 200_000:
                self._known[word] = found
        return found


@dataclass(frozen=True, slots=True)
class Part:
    """Words `[start, end)` of one sentence inside a window; of these `[keep_start, keep_end)` are read from here."""

    sentence: int
    start: int
    end: int
    keep_start: int
    keep_end: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What the graph takes, and where its rows belong. `parts[k]` tells which words row k of `words` holds."""

    pieces: Ints  # [windows, positions]; 0 is padding
    shapes: Ints  # [windows, positions]; case shape of the piece's word
    words: Ints  # [sentences, words]; index of the first piece in the flattened windows
    lengths: Ints  # [sentences]; number of words
    parts: tuple[Part, ...]


def _cut(sentence: int, sizes: Sequence[int]) -> list[Part]:
    """A sentence as one part, or, if it is longer than the encoder can see, as overlapping parts."""
    if sum(sizes) <= LONGEST:
        return [Part(sentence, 0, len(sizes), 0, len(sizes))]
    spans: list[tuple[int, int]] = []
    start = 0
    while True:
        end, room = start, LONGEST
        while end < len(sizes) and sizes[end] <= room:
            room -= sizes[end]
            end += 1
        spans.append((start, end))
        if end == len(sizes):
            break
        shared = 0
        start = end
        while shared < OVERLAP and start > spans[-1][0] + 1:
            start -= 1
            shared += sizes[start]
    bounds = [0, *((a[1] + b[0]) // 2 for a, b in pairwise(spans)), len(sizes)]
    return [Part(sentence, a, b, bounds[k], bounds[k + 1]) for k, (a, b) in enumerate(spans)]


def windows(parts: Sequence[Part], sizes: Sequence[int], limit: int) -> list[list[int]]:
    """Indexes of parts, in order, gathered into windows of at most `limit` pieces; a longer part stands alone."""
    found: list[list[int]] = []
    room = 0
    for index, size in enumerate(sizes):
        if not found or size + 1 > room:
            found.append([])
            room = limit - 1
        found[-1].append(index)
        room -= size + 1
    return found


def batches(
    sentences: Sequence[Sequence[str]], pieces: WordPieces, limit: int = WINDOW, size: int = WINDOWS_A_BATCH
) -> Iterator[Batch]:
    """The words of one report as batches, by a rule that looks at nothing else. Empty sentences have no row."""
    ids = [[pieces.pieces(word) for word in sentence] for sentence in sentences]
    parts = [part for k, row in enumerate(ids) if row for part in _cut(k, list(map(len, row)))]
    sizes = [sum(map(len, ids[part.sentence][part.start : part.end])) for part in parts]
    group: list[list[int]] = []
    for window in windows(parts, sizes, limit):
        overlong = sizes[window[0]] + 2 > limit
        if group and (overlong or len(group) == size):
            yield _batch(group, parts, ids, sentences, pieces)
            group = []
        group.append(window)
        if overlong:
            yield _batch(group, parts, ids, sentences, pieces)
            group = []
    if group:
        yield _batch(group, parts, ids, sentences, pieces)


def _batch(
    group: Sequence[Sequence[int]],
    parts: Sequence[Part],
    ids: Sequence[Sequence[tuple[int, ...]]],
    sentences: Sequence[Sequence[str]],
    pieces: WordPieces,
) -> Batch:
    chosen = [parts[index] for window in group for index in window]
    rows: list[list[int]] = []
    shapes: list[list[int]] = []
    firsts: list[tuple[int, list[int]]] = []
    for row, window in enumerate(group):
        line, shape = [pieces.start], [0]
        for index in window:
            part = parts[index]
            found = ids[part.sentence][part.start : part.end]
            words = sentences[part.sentence][part.start : part.end]
            sizes = list(map(len, found))
            firsts.append((row, list(accumulate(sizes, initial=len(line)))[:-1]))
            line.extend(chain.from_iterable(found))
            shape.extend(chain.from_iterable(map(repeat, map(case_shape, words), sizes)))
            line.append(pieces.stop)
            shape.append(0)
        rows.append(line)
        shapes.append(shape)
    width = max(map(len, rows))
    span = -(-max(len(places) for _, places in firsts) // WORDS_STEP) * WORDS_STEP
    table = np.zeros((len(firsts), span), dtype=np.int64)
    for index, (row, places) in enumerate(firsts):
        table[index, : len(places)] = np.array(places) + row * width
    lengths = np.array([len(places) for _, places in firsts], np.int64)
    return Batch(_padded(rows, width), _padded(shapes, width), table, lengths, tuple(chosen))


def _padded(rows: Sequence[Sequence[int]], width: int) -> Ints:
    table = np.zeros((len(rows), width), dtype=np.int64)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table
