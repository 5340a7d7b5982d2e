"""The model as it is shipped: the same numbers as `training.encoder.network`, laid out for speed.

Padding is left out of every product: word pieces are laid end to end, and only attention sees windows. The last layer
goes on with the first piece of each word alone, and the heads give one row for each word, sentence after sentence.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.network import CANDIDATES, FORBIDDEN, Encoder, Layer, Reading

OPSET = 17
INPUTS = ("pieces", "shapes", "words", "lengths")
OUTPUTS = (
    "upos", "morph", "arcs", "candidates", "labels", "mentions", "names", "names_conflict", "attribution", "certainty",
    "link_left", "link_right", "coref_left", "coref_right", "vectors",
)  # fmt: skip


class Rows(nn.Module):
    """An embedding table of int8 rows, each with its own scale."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127.0
        self.register_buffer("scale", scale)
        self.register_buffer("table", (weight / scale).round().to(torch.int8))

    def forward(self, numbers: Tensor) -> Tensor:
        """The rows of these numbers."""
        table, scale = self.get_buffer("table"), self.get_buffer("scale")
        return table[numbers].to(torch.float32) * scale[numbers]


class Evened(nn.Module):
    """A linear map whose input is divided by a factor for each of its columns, and its weights multiplied by it.

    What comes out is the same; what goes in has no column that reaches far beyond the others, and so loses less as int8
    (see `training.encoder.smoothing`).
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.share: Tensor | None = None

    def even(self, factor: Tensor) -> None:
        """Divide the columns of the input by a factor for each."""
        evened = nn.Linear(self.linear.in_features, self.linear.out_features)
        evened.weight, evened.bias = nn.Parameter(self.linear.weight.detach() * factor), self.linear.bias
        self.linear, self.share = evened, 1.0 / factor

    def forward(self, rows: Tensor) -> Tensor:
        """The mapped rows."""
        return cast(Tensor, self.linear(rows if self.share is None else rows * self.share))


class Packed(nn.Module):
    """One transformer layer over word pieces laid end to end.

    Each head's share of a row is taken to its place in a window and back by its number: one move, where gathering rows
    and turning axes would be two.
    """

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.size = layer.query.in_features // layer.heads
        scale = 1.0 / math.sqrt(self.size)
        self.query = nn.Linear(layer.query.in_features, layer.query.in_features)
        self.query.weight = nn.Parameter((layer.query.weight * scale).detach())
        self.query.bias = nn.Parameter((layer.query.bias * scale).detach())
        self.up, self.down = Evened(layer.up), Evened(layer.down)

    def forward(self, states: Tensor, mask: Tensor, spread: Tensor, back: Tensor, kept: Tensor | None) -> Tensor:
        """States [N, H], or [K, H] if only those at `kept` go on.

        `spread` [B, heads, T] are the shares of rows that stand in a window, `back` [K, heads] the places of the shares
        of the rows that go on; `mask` [B, 1, 1, T] is added to the scores.
        """
        parts = (self.query(states), self.layer.key(states), self.layer.value(states))
        query, key, value = (part.reshape(-1, self.size)[spread] for part in parts)
        found = torch.softmax(query @ key.transpose(-1, -2) + mask, dim=-1) @ value
        mixed = found.reshape(-1, self.size)[back].reshape(-1, states.shape[-1])
        states = states if kept is None else states[kept]
        states = self.layer.first_norm(states + self.layer.mixed(mixed))
        return cast(Tensor, self.layer.last_norm(states + self.down(functional.gelu(self.up(states)))))


class Graph(nn.Module):
    """All heads over the packed encoder: the linear ones in one product, best labels for the best heads only."""

    def __init__(self, model: Reading, main: str, conflict: str, small: bool = True) -> None:
        super().__init__()
        self.model = model
        self.encoder: Encoder = model.encoder
        self.pieces = Rows(model.encoder.pieces.weight.detach()) if small else model.encoder.pieces
        self.layers = nn.ModuleList(Packed(layer) for layer in model.encoder.layers)
        heads = [
            model.upos, model.morph, model.mentions, model.names[main], model.names[conflict], model.attribution,
            model.link.left, model.link.right, model.coreference.left, model.coreference.right, model.certainty[0],
        ]  # fmt: skip
        self.sizes = [int(head.out_features) for head in heads]
        self.heads = nn.Linear(model.shape.hidden, sum(self.sizes))
        self.heads.weight = nn.Parameter(torch.cat([head.weight for head in heads]).detach())
        self.heads.bias = nn.Parameter(torch.cat([head.bias for head in heads]).detach())

    def forward(self, pieces: Tensor, shapes: Tensor, words: Tensor, lengths: Tensor) -> tuple[Tensor, ...]:
        """See OUTPUTS; their shapes and meaning are described in `reportedly.reading.encoder.graph`."""
        inside = (torch.arange(words.shape[1])[None, :] < lengths[:, None]).reshape(-1)
        slots = inside.nonzero().reshape(-1)
        rows = self._states(pieces, shapes, words.reshape(-1)[slots])
        parts = self.heads(rows).split(self.sizes, dim=-1)
        upos, morph, mentions, names, conflict, attribution, link_left, link_right, left, right, certain = parts
        tags = upos.argmax(-1).to(torch.int32), morph.argmax(-1).to(torch.int32)
        certainty = self.model.certainty[2](self.model.certainty[1](certain))
        spans = mentions, names, conflict, attribution, certainty
        tree = self._tree(rows, slots, rank_of(inside).reshape(words.shape), lengths)
        vectors = self._vectors(rows, slots // words.shape[1], lengths)
        return *tags, *tree, *spans, link_left, link_right, left, right, vectors

    def _states(self, pieces: Tensor, shapes: Tensor, places: Tensor) -> Tensor:
        """The states [K, H] of the pieces at K of the places [B * T] of all windows."""
        filled = (pieces != 0).reshape(-1)
        taken = filled.nonzero().reshape(-1)
        rank = rank_of(filled)
        seen = self.pieces(pieces.reshape(-1)[taken]) + self.encoder.shapes(shapes.reshape(-1)[taken])
        states = self.encoder.norm(seen + self.encoder.positions(taken % pieces.shape[1]))
        heads = torch.arange(self.layers[0].layer.heads)
        spread = rank.reshape(pieces.shape)[:, None, :] * heads.shape[0] + heads[None, :, None]
        mask = (pieces == 0).to(states.dtype)[:, None, None, :] * FORBIDDEN
        back = self._back(taken, pieces, heads)
        for layer in self.layers[:-1]:
            states = layer(states, mask, spread, back, None)
        return cast(Tensor, self.layers[-1](states, mask, spread, self._back(places, pieces, heads), rank[places]))

    def _back(self, places: Tensor, pieces: Tensor, heads: Tensor) -> Tensor:
        """Where the shares of the rows at `places` [K] stand among those of [B, heads, T]: [K, heads]."""
        width = pieces.shape[1]
        first = places // width * (width * heads.shape[0]) + places % width
        return first[:, None] + heads[None, :] * width

    def _tree(self, rows: Tensor, slots: Tensor, spread: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of arcs [S, W, W + 1]; for each word its best heads and their best labels [K, 3]."""
        parser, shape = self.model.parser, self.model.shape
        narrow = functional.gelu(parser.narrow(rows))
        dependent, head, label_dependent, label_head = narrow.split(
            [shape.arc, shape.arc, shape.rank, shape.rank], dim=-1
        )
        turned = dependent @ parser.arcs[:-1] + parser.arcs[-1]
        root = parser.root[: shape.arc].expand(spread.shape[0], 1, -1)
        scores = turned[spread] @ torch.cat([root, head[spread]], dim=1).transpose(1, 2)
        arcs = scores + forbidden(spread.shape[1], lengths) * FORBIDDEN
        best = arcs.reshape(-1, arcs.shape[-1])[slots].topk(CANDIDATES, dim=-1).indices
        heads = torch.cat([parser.root[None, shape.arc :], label_head])
        first = spread[:, 0][slots // spread.shape[1]]
        places = (best + first[:, None]) % heads.shape[0]  # a short sentence has less than three heads to choose from
        chosen = heads[torch.where(best == 0, torch.zeros_like(best), places)]
        labels = parser.label_scores(label_dependent, chosen)
        at_root = (best == 0).to(labels.dtype)[..., None]
        root_label = (torch.arange(labels.shape[-1]) == shape.root).to(labels.dtype)
        wrong = at_root * (1.0 - root_label) + (1.0 - at_root) * root_label
        return arcs, best.to(torch.int32), (labels + wrong * FORBIDDEN).argmax(-1).to(torch.int32)

    def _vectors(self, rows: Tensor, sentence_of: Tensor, lengths: Tensor) -> Tensor:
        """Unit vectors [S, H]: the mean of each sentence's words, mapped."""
        shares = (torch.arange(lengths.shape[0])[:, None] == sentence_of[None, :]).to(rows.dtype)
        means = (shares / lengths[:, None].to(rows.dtype)) @ rows
        mapped = self.model.vector(means)
        return mapped / mapped.norm(dim=-1, keepdim=True).clamp(min=1e-6)


def rank_of(chosen: Tensor) -> Tensor:
    """For each place how many chosen ones stand before it: the row of a chosen place; one too many after the last."""
    return (chosen.to(torch.int64).cumsum(0) - 1).clamp(min=0)


def forbidden(width: int, lengths: Tensor) -> Tensor:
    """1 where a word [S, W, W + 1] cannot have its head: beyond its sentence, or in itself."""
    columns, rows = torch.arange(width + 1), torch.arange(1, width + 1)
    beyond = (columns[None, :] > lengths[:, None])[:, None, :]
    return (beyond | (columns[None, :] == rows[:, None])[None]).to(torch.float32)


def example(sentences: int = 3, words: int = 8) -> tuple[Tensor, ...]:
    """Inputs of the graph's shapes, for tracing."""
    pieces = torch.randint(1000, 2000, (2, 3 * words))
    places = torch.arange(sentences * words).reshape(sentences, words)
    return pieces, torch.ones_like(pieces), places, torch.tensor([words] * (sentences - 1) + [words - 2])


def write_graph(graph: Graph, path: Path) -> None:
    """The graph in full precision (but for the rows of word pieces)."""
    axes = {"pieces": {0: "windows", 1: "positions"}, "shapes": {0: "windows", 1: "positions"}}
    axes |= {"words": {0: "sentences", 1: "longest"}, "lengths": {0: "sentences"}}
    axes |= {name: {0: "words"} for name in OUTPUTS}
    axes |= {"arcs": {0: "sentences", 1: "longest", 2: "heads"}, "vectors": {0: "sentences"}}
    with torch.inference_mode():
        torch.onnx.export(
            graph.eval(), example(), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
