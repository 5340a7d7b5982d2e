"""Documents into batches of arrays: a few documents, cut into windows as at work, with all their labels."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from reportedly.reading import pieces as cutting
from reportedly.reading.pairs import Candidate, candidate
from training.encoder.documents import UNKNOWN, Document, GoldLink, GoldMention
from training.encoder.labels import Labels

Ints = npt.NDArray[np.int64]
WIDTHS = (16, 24, 32, 48, 64, 96, 128, 192, 256)  # upper bounds of the groups of windows, in pieces
WORD_TASKS = ("upos", "morph", "deprels", "mentions", "attribution")


@dataclass(slots=True)
class Span:
    """The sentences of one document in a batch: rows `[first, last)`, with what is scored over the whole document."""

    first: int
    last: int
    links: list[GoldLink] | None
    mentions: list[tuple[GoldMention, Candidate]]


@dataclass(slots=True)
class Collated:
    """Arrays of a batch; labels are [S, W] with UNKNOWN where nothing is annotated."""

    windows: list[tuple[Tensor, Tensor]]  # pieces and case shapes [B, T], in groups of windows of about one width
    words: Tensor  # [S, W]: index of a word's first piece, through all groups laid end to end
    lengths: Tensor
    labels: dict[str, Tensor]
    heads: Tensor
    certainty: Tensor  # [n, 3]: row in the flattened words, column, value
    vectors: Tensor  # [S]: rows of the teacher's vectors or -1
    spans: list[Span] = field(default_factory=list)


def collate(documents: Sequence[Document], labels: Labels, cut: cutting.WordPieces, limit: int) -> Collated:
    """One batch of whole documents; none of their sentences may be longer than the encoder can see, or empty."""
    made: list[cutting.Batch] = []
    spans: list[Span] = []
    row = 0
    for document in documents:
        sentences = [sentence.words for sentence in document.sentences]
        made.extend(cutting.batches(sentences, cut, limit, size=1_000_000))
        spans.append(Span(row, row + len(sentences), document.links, _candidates(document, labels)))
        row += len(sentences)
    windows, words = _gathered(made)
    span = words.shape[1]
    gold = [sentence for document in documents for sentence in document.sentences]
    table = {task: _column([getattr(s, task) for s in gold], labels.of(task), span) for task in WORD_TASKS}
    for name in labels.names:
        table["names." + name] = _column([s.names.get(name) for s in gold], labels.of("names." + name), span)
    heads = np.full((row, span), UNKNOWN, np.int64)
    for k, s in enumerate(gold):
        if s.heads is not None:
            heads[k, : len(s.heads)] = s.heads
    certainty = [(k * span + w, c, v) for k, s in enumerate(gold) for w, (c, v) in s.certainty.items()]
    return Collated(
        [(torch.from_numpy(pieces), torch.from_numpy(shapes)) for pieces, shapes in windows],
        torch.from_numpy(words),
        torch.tensor([len(s.words) for s in gold]),
        {task: torch.from_numpy(column) for task, column in table.items()},
        torch.from_numpy(heads),
        torch.tensor(certainty, dtype=torch.float32).reshape(-1, 3),
        torch.tensor([s.vector for s in gold]),
        spans,
    )


def masked(batch: Collated, hidden: int, share: float, seed: int) -> Collated:
    """The batch with a share of its word pieces hidden, so that their company must tell what they are."""
    if share:
        chance = np.random.default_rng(seed)
        for pieces, shapes in batch.windows:
            hit = torch.from_numpy(chance.random(tuple(pieces.shape)) < share) & (shapes > 0)
            pieces[hit] = hidden
    return batch


def _gathered(made: Sequence[cutting.Batch]) -> tuple[list[tuple[Ints, Ints]], Ints]:
    """The windows of all batches in groups of like width, so that little is padding; and the places of words there."""
    lines = [
        (pieces[:size], shapes[:size])
        for batch in made
        for pieces, shapes, size in zip(batch.pieces, batch.shapes, (batch.pieces != 0).sum(1), strict=True)
    ]
    sizes = np.array([len(pieces) for pieces, _ in lines])
    groups: list[tuple[Ints, Ints]] = []
    starts = np.zeros(len(lines), np.int64)
    place = 0
    for level in sorted(set(levels := np.searchsorted(WIDTHS, sizes))):
        rows = np.flatnonzero(levels == level)
        width = int(sizes[rows].max())
        pair = np.zeros((2, len(rows), width), np.int64)
        for k, row in enumerate(rows):
            pair[:, k, : sizes[row]] = lines[row]
            starts[row] = place + k * width
        place += len(rows) * width
        groups.append((pair[0], pair[1]))
    span = max(batch.words.shape[1] for batch in made)
    words = np.zeros((sum(len(batch.words) for batch in made), span), np.int64)
    window = sentence = 0
    for batch in made:
        count, short = batch.words.shape
        width = batch.pieces.shape[1]
        words[sentence : sentence + count, :short] = starts[batch.words // width + window] + batch.words % width
        window += len(batch.pieces)
        sentence += count
    return groups, words


def _candidates(document: Document, labels: Labels) -> list[tuple[GoldMention, Candidate]]:
    """The mentions in order of their heads, as the pair scorer sees them; of equal heads the longest is kept."""
    kept: dict[tuple[int, int], GoldMention] = {}
    for mention in sorted(document.mentions or (), key=lambda m: (m.sentence, m.head, m.start - m.end)):
        kept.setdefault((mention.sentence, mention.head), mention)
    numbers = labels.of("mentions")
    found = []
    for m in kept.values():
        s = document.sentences[m.sentence]
        upos, morph = (s.upos or [])[m.head], (s.morph or [])[m.head]
        found.append((m, candidate(m.sentence, m.head, m.start, m.end, s.words, upos, morph, numbers.get(m.type, 0))))
    return found


def _column(
    rows: Sequence[list[str] | None], known: dict[str, int], span: int
) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    table = np.full((len(rows), span), UNKNOWN, np.int64)
    for k, row in enumerate(rows):
        if row is not None:
            table[k, : len(row)] = [known.get(label, UNKNOWN) for label in row]
    return table


def chunks(
    documents: Sequence[Document], cut: cutting.WordPieces, most: int, longest: int
) -> Iterator[tuple[Document, int]]:
    """Documents of at most `most` pieces, each with its size; longer ones are parted between sentences.

    Sentences longer than `longest` pieces and empty ones are left out (with the links that touch them).
    """
    for document in documents:
        keep = [k for k, s in enumerate(document.sentences) if s.words and _size(s.words, cut) <= longest]
        room = 0
        groups: list[list[int]] = []
        for k in keep:
            size = _size(document.sentences[k].words, cut) + 1
            if not groups or size > room:
                groups.append([])
                room = most
            groups[-1].append(k)
            room -= size
        for group in groups:
            part = select(document, group)
            yield part, sum(_size(s.words, cut) + 1 for s in part.sentences)


def _size(words: Sequence[str], cut: cutting.WordPieces) -> int:
    return sum(len(cut.pieces(word)) for word in words)


def select(document: Document, numbers: Sequence[int]) -> Document:
    """The document with these of its sentences only; mentions and links that lie elsewhere are left out."""
    place = {number: k for k, number in enumerate(numbers)}
    part = Document(document.name, document.origin, [document.sentences[k] for k in numbers])
    if document.mentions is not None:
        part.mentions = [
            GoldMention(place[m.sentence], m.start, m.end, m.head, m.type, m.chain)
            for m in document.mentions
            if m.sentence in place
        ]
    if document.links is not None:
        part.links = _moved(document, numbers)
    return part


def _moved(document: Document, numbers: Sequence[int]) -> list[GoldLink]:
    starts, position = [], 0
    for sentence in document.sentences:
        starts.append(position)
        position += len(sentence.words)
    moved: dict[int, int] = {}
    target = 0
    for number in numbers:
        for word in range(len(document.sentences[number].words)):
            moved[starts[number] + word] = target
            target += 1

    def shift(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((moved[a], moved[b - 1] + 1) for a, b in ranges if all(w in moved for w in range(a, b)))

    found = [GoldLink(shift(k.cues), shift(k.sources), shift(k.contents)) for k in document.links or []]
    return [link for link in found if link.cues]


def shuffled_batches(
    documents: Sequence[tuple[Document, int]], size: int, chance: random.Random
) -> Iterator[list[Document]]:
    """The documents in a random order, gathered until a batch holds `size` pieces."""
    order = list(documents)
    chance.shuffle(order)
    batch: list[Document] = []
    total = 0
    for document, pieces in order:
        batch.append(document)
        total += pieces
        if total >= size:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch
