"""The reading model in torch: a small BERT, a gather of words into sentences, and a head for each task."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.reading.pairs import COREFERENCE_SIZES, HALF, LINK_SIZES
from reportedly.reading.pieces import SHAPES

FORBIDDEN = -1e4
CANDIDATES = 3
STEPS = 255.0  # of what goes into a product as int8
FREE = 0.99  # the share of columns that are not evened out before (see training.encoder.smoothing)


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the model. `names` gives the number of labels of each head of names."""

    layers: int
    upos: int
    morph: int
    deprel: int
    mentions: int
    names: dict[str, int]
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    arc: int = 192
    rank: int = 128
    dropout: float = 0.0  # inside the encoder; the heads have their own
    root: int = 0  # number of the label "root"


def rounded(rows: Tensor, free: float) -> Tensor:
    """The rows [N, H] in the 255 steps of the shipped graph; the gradient goes through as if nothing had happened.

    The columns that reach farther than the share `free` of all are evened out first (`training.encoder.smoothing`).
    After Jacob and others (2018) on training with quantisation in view.
    """
    with torch.no_grad():
        exact = rows.float()
        reach = exact.abs().amax(0)
        factor = (reach / torch.quantile(reach, free).clamp(min=1e-6)).clamp(min=1.0)
        evened = exact / factor
        step = (evened.amax() - evened.amin()).clamp(min=1e-6) / STEPS
        error = ((evened / step).round() * step * factor - exact).to(rows.dtype)
    return rows + error


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.hidden, shape.hidden)
        self.key = nn.Linear(shape.hidden, shape.hidden)
        self.value = nn.Linear(shape.hidden, shape.hidden)
        self.mixed = nn.Linear(shape.hidden, shape.hidden)
        self.first_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.last_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.rounded = False  # in training: whether what goes into the products is rounded as in the shipped graph

    def forward(self, states: Tensor, sizes: Sequence[tuple[int, int]], masks: Sequence[Tensor]) -> Tensor:
        """States [N, H] of groups of windows laid end to end; each has `sizes` (B, T) and a mask [B, 1, 1, T] that is
        added to the scores of attention.
        """
        scale = 1.0 / math.sqrt(self.query.in_features // self.heads)
        seen = self._rounded(states)
        rows = (self.query(seen) * scale, self.key(seen), self.value(seen))
        found, first = [], 0
        for (windows, pieces), mask in zip(sizes, masks, strict=True):
            last = first + windows * pieces
            inside = (row[first:last] if len(sizes) > 1 else row for row in rows)
            query, key, value = (row.view(windows, pieces, self.heads, -1).transpose(1, 2) for row in inside)
            found.append(self._mixed(query, key, value, mask))
            first = last
        joined = torch.cat(found) if len(found) > 1 else found[0]
        states = self.first_norm(states + self.dropout(self.mixed(self._rounded(joined))))
        inner = functional.gelu(self.up(self._rounded(states, FREE)))
        return self.last_norm(states + self.dropout(self.down(self._rounded(inner, FREE))))

    def _rounded(self, rows: Tensor, free: float = 1.0) -> Tensor:
        return rounded(rows, free) if self.rounded and self.training else rows

    def _mixed(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        """Attention written out: torch's fused kernel is half as fast in bfloat16."""
        mixed = torch.softmax(query @ key.transpose(-1, -2) + mask.to(query.dtype), dim=-1) @ value
        return mixed.transpose(1, 2).reshape(-1, self.query.in_features)


class Encoder(nn.Module):
    """Embeddings (pieces, positions, case shapes) and the layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.pieces: nn.Module = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.shapes = nn.Embedding(SHAPES, shape.hidden)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, windows: Sequence[tuple[Tensor, Tensor]]) -> Tensor:
        """States [N, H] of groups of windows laid end to end, each of pieces and case shapes [B, T]; 0 is padding."""
        sizes = [(pieces.shape[0], pieces.shape[1]) for pieces, _ in windows]
        masks = [(pieces == 0).to(torch.float32)[:, None, None, :] * FORBIDDEN for pieces, _ in windows]
        seen = [self._embedded(pieces, shapes) for pieces, shapes in windows]
        states = torch.cat(seen) if len(seen) > 1 else seen[0]
        for layer in self.layers:
            states = layer(states, sizes, masks)
        return states

    def round_products(self, rounded: bool) -> None:
        """Whether, in training, what goes into the products of all layers is rounded as in the shipped graph."""
        for layer in self.layers:
            cast(Layer, layer).rounded = rounded

    def _embedded(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        places = self.positions.weight[: pieces.shape[1]]
        states = self.dropout(self.norm(self.pieces(pieces) + places + self.shapes(shapes)))
        return states.reshape(-1, states.shape[-1])


def start_weights(path: Path, encoder: Encoder) -> None:
    """Loads the layers of `encoder` from a BERT file (.safetensors); the type embedding goes into the positions."""
    found = load_file(str(path))
    renamed = {
        "pieces.weight": found["embeddings.word_embeddings.weight"],
        "positions.weight": found["embeddings.position_embeddings.weight"]
        + found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    inside = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "mixed": "attention.output.dense", "first_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "last_norm": "output.LayerNorm",
    }  # fmt: skip
    for number in range(len(encoder.layers)):
        for ours, theirs in inside.items():
            for part in ("weight", "bias"):
                renamed[f"layers.{number}.{ours}.{part}"] = found[f"encoder.layer.{number}.{theirs}.{part}"]
    missing = encoder.load_state_dict(renamed, strict=False)
    if missing.unexpected_keys or set(missing.missing_keys) != {"shapes.weight"}:
        raise ValueError(f"{path} does not fit the model: {missing}. Take the file of all-MiniLM-L6-v2.")


class Pairs(nn.Module):
    """The torch side of `reportedly.reading.pairs.PairScorer`."""

    def __init__(self, hidden: int, sizes: tuple[int, ...]) -> None:
        super().__init__()
        self.left = nn.Linear(hidden, 2 * HALF)
        self.right = nn.Linear(hidden, 2 * HALF)
        for side in (self.left, self.right):
            nn.init.normal_(side.weight, std=0.02)
        self.table = nn.Embedding(sum(sizes), HALF)
        nn.init.normal_(self.table.weight, std=0.1)
        self.vector = nn.Parameter(torch.randn(HALF) * 0.1)
        self.bias = nn.Parameter(torch.zeros(()))
        offsets = torch.tensor([sum(sizes[:k]) for k in range(len(sizes))])
        self.register_buffer("offsets", offsets)

    def forward(self, left: Tensor, right: Tensor, features: Tensor) -> Tensor:
        """Scores [n] of rows [n, 2 * HALF] of either side with features [n, F]."""
        hidden = left[:, :HALF] + right[:, :HALF] + self.table(features + self.offsets).sum(1)
        return torch.relu(hidden) @ self.vector + (left[:, HALF:] * right[:, HALF:]).sum(1) + self.bias


class Dropout(nn.Module):
    """Leaves out the same features of all words of a sentence: rows [S, W, H], or [S, H]."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, rows: Tensor) -> Tensor:
        """The rows with a share of their features set to 0 and the others scaled up, in training only."""
        if not self.training:
            return rows
        sizes = (rows.shape[0], *(1 for _ in rows.shape[1:-1]), rows.shape[-1])
        kept = torch.rand(sizes, device=rows.device) >= self.share
        return rows * (kept.to(rows.dtype) / (1.0 - self.share))


class Parser(nn.Module):
    """Biaffine arcs (after Dozat and Manning, 2017); labels, for the best arcs only, by a small net over the two
    words and their product.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.narrow = nn.Linear(shape.hidden, 2 * shape.arc + 2 * shape.rank)
        self.dropout = Dropout(0.25)
        self.root = nn.Parameter(torch.randn(shape.arc + shape.rank) * 0.1)
        self.arcs = nn.Parameter(torch.zeros(shape.arc + 1, shape.arc))
        nn.init.xavier_uniform_(self.arcs)
        inner, last = nn.Linear(3 * shape.rank, shape.rank), nn.Linear(shape.rank, shape.deprel)
        self.labels = nn.Sequential(inner, nn.GELU(), last)

    def parts(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Rows of dependents [S, W, *] and of heads [S, W + 1, *], for arcs and for labels."""
        shape = self.shape
        narrow = self.dropout(functional.gelu(self.narrow(words)))
        dependent, head, label_dependent, label_head = narrow.split(
            [shape.arc, shape.arc, shape.rank, shape.rank], dim=-1
        )
        root = self.root.to(narrow.dtype).expand(words.shape[0], 1, -1)
        head = torch.cat([root[..., : shape.arc], head], dim=1)
        label_head = torch.cat([root[..., shape.arc :], label_head], dim=1)
        return dependent, head, label_dependent, label_head

    def arc_scores(self, dependent: Tensor, head: Tensor, lengths: Tensor) -> Tensor:
        """[S, W, W + 1]; what cannot be is FORBIDDEN."""
        matrix = self.arcs.to(dependent.dtype)
        scores = (dependent @ matrix[:-1] + matrix[-1]) @ head.transpose(1, 2)
        width = dependent.shape[1]
        columns = torch.arange(width + 1, device=scores.device)
        rows = torch.arange(1, width + 1, device=scores.device)
        forbidden = (columns[None, :] > lengths[:, None])[:, None, :] | (columns[None, :] == rows[:, None])[None]
        return scores.float().masked_fill(forbidden, FORBIDDEN)

    def label_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """[..., K, labels] for dependents [..., rank] and K heads of each [..., K, rank]."""
        dependents = dependent[..., None, :].expand_as(head)
        scores: Tensor = self.labels(torch.cat([dependents * head, dependents, head], -1))
        return scores


class Reading(nn.Module):
    """All tasks over one encoder. Rows of words come out by sentence, whatever windows went in."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        hidden = shape.hidden
        self.encoder = Encoder(shape)
        self.dropout = Dropout(0.15)
        self.upos = nn.Linear(hidden, shape.upos)
        self.morph = nn.Linear(hidden, shape.morph)
        self.parser = Parser(shape)
        self.mentions = nn.Linear(hidden, shape.mentions)
        self.names = nn.ModuleDict({name: nn.Linear(hidden, size) for name, size in shape.names.items()})
        self.attribution = nn.Linear(hidden, 7)
        self.certainty = nn.Sequential(nn.Linear(hidden, 96), nn.GELU(), nn.Linear(96, 2))
        self.link = Pairs(hidden, LINK_SIZES)
        self.coreference = Pairs(hidden, COREFERENCE_SIZES)
        self.vector = nn.Linear(hidden, hidden)

    def words(self, windows: Sequence[tuple[Tensor, Tensor]], words: Tensor) -> Tensor:
        """States [S, W, H] of the first pieces of words [S, W], which count through all groups of windows."""
        rows: Tensor = self.dropout(self.encoder(windows)[words])
        return rows

    def vectors(self, words: Tensor, lengths: Tensor) -> Tensor:
        """Unit vectors [S, H] of sentences: the mean of their words, mapped to the space of the untouched model."""
        mapped = self.vector(self.sentence_means(words, lengths)).float()
        return mapped / mapped.norm(dim=-1, keepdim=True).clamp(min=1e-6)

    def sentence_means(self, words: Tensor, lengths: Tensor) -> Tensor:
        """The mean [S, H] of each sentence's words."""
        inside = (torch.arange(words.shape[1], device=words.device)[None, :] < lengths[:, None]).to(words.dtype)
        return (words * inside[..., None]).sum(1) / lengths[:, None].clamp(min=1).to(words.dtype)
