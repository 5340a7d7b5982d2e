"""The untouched model's sentence vectors, which the trained one learns to give as well."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor

from reportedly.reading.pieces import WordPieces
from training.encoder.documents import Document, GoldSentence
from training.encoder.network import Encoder, Shape, start_weights

LAYERS = 6
LEAST_WORDS = 4
GROUP = 64
LONGEST = 254  # pieces; the untouched model reads no more than 256


def teach(documents: Sequence[Document], start: Path, cut: WordPieces, most: int, seed: int, kept: Path) -> Tensor:
    """Unit vectors [n, 384] of up to `most` sentences of whole documents drawn; each sentence is told its row.

    The vectors are kept in the file `kept`, so that a run that goes on does not compute them again.
    """
    order = list(documents)
    random.Random(seed).shuffle(order)
    sentences = (s for d in order for s in d.sentences if len(s.words) >= LEAST_WORDS)
    picked = list(islice(sentences, most))
    picked.sort(key=lambda s: len(s.words))
    for number, sentence in enumerate(picked):
        sentence.vector = number
    if not kept.exists():
        torch.save(_vectors(picked, start, cut), kept)
    vectors: Tensor = torch.load(kept, weights_only=True)
    return vectors


def _vectors(picked: Sequence[GoldSentence], start: Path, cut: WordPieces) -> Tensor:
    encoder = Encoder(Shape(LAYERS, 1, 1, 1, 1, {})).eval()
    start_weights(start / "model.safetensors", encoder)
    groups = [picked[first : first + GROUP] for first in range(0, len(picked), GROUP)]
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        return torch.cat([sentence_vectors(encoder, [s.words for s in group], cut) for group in groups]).clone()


def sentence_vectors(encoder: Encoder, sentences: Sequence[Sequence[str]], cut: WordPieces) -> Tensor:
    """Mean-pooled unit vectors of sentences, each read alone, as the untouched model gives them."""
    lines = [_line(words, cut) for words in sentences]
    width = max(map(len, lines))
    pieces = torch.tensor([line + [0] * (width - len(line)) for line in lines])
    inside = (pieces != 0).float()[..., None]
    states = encoder([(pieces, torch.zeros_like(pieces))]).float().reshape(*pieces.shape, -1)
    mean = (states * inside).sum(1) / inside.sum(1)
    return mean / mean.norm(dim=-1, keepdim=True)


def _line(words: Sequence[str], cut: WordPieces) -> list[int]:
    pieces = [piece for word in words for piece in cut.pieces(word)]
    return [cut.start, *pieces[:LONGEST], cut.stop]
