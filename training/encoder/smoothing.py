"""Evens out what goes into the matrix products of a graph before they are made int8.

All numbers that go into a product share one step of 1/255 of their range. In the trained encoder one column in a
hundred reaches up to five times as far as all others (at the mark before each window), and so makes the step of all
others up to five times as coarse. Such columns are divided by a factor, and the weights that they meet are multiplied
by it (after Xiao et al., SmoothQuant, 2023); how far a column reaches is seen in the example story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from reportedly.reading.pieces import WordPieces, batches
from reportedly.reading.sentences import find_sentences
from training.encoder.graph import INPUTS, Evened, Graph
from training.encoder.network import FREE

STORY = Path(__file__).resolve().parents[2] / "examples" / "karatas"


def smooth(graph: Graph, pieces: WordPieces) -> None:
    """Even out the maps of a graph that have such columns, in place."""
    maps = [module for module in graph.modules() if isinstance(module, Evened)]
    for each, reach in zip(maps, _reaches(graph, maps, list(_feeds(pieces))), strict=True):
        each.even((reach / torch.quantile(reach, FREE)).clamp(min=1.0))


def _reaches(graph: Graph, maps: Sequence[Evened], feeds: Sequence[tuple[Tensor, ...]]) -> list[Tensor]:
    """For each map the largest absolute value in each column of its input."""
    found: list[list[Tensor]] = [[] for _ in maps]
    hooks = [each.register_forward_pre_hook(_watcher(found[number])) for number, each in enumerate(maps)]
    with torch.no_grad():
        for feed in feeds:
            graph(*feed)
    for hook in hooks:
        hook.remove()
    return [torch.stack(each).amax(0) for each in found]


def _watcher(found: list[Tensor]) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
    def watch(_: nn.Module, given: tuple[Tensor, ...]) -> None:
        found.append(given[0].abs().amax(0))

    return watch


def _feeds(pieces: WordPieces) -> Iterator[tuple[Tensor, ...]]:
    """The example story as the graph takes it."""
    for path in sorted(STORY.glob("*.txt")):
        sentences = find_sentences(path.read_text(encoding="utf-8"))
        for batch in batches([[token.text for token in sentence.tokens] for sentence in sentences], pieces):
            yield tuple(torch.from_numpy(getattr(batch, name)) for name in INPUTS)
