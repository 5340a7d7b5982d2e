"""Dependency trees from scores of heads: the best head of each word where that makes a tree, else the best tree.

The repair is the method of Chu and Liu (1965) and Edmonds (1967), for one root at a time.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]


def are_trees(heads: Ints, lengths: Ints) -> npt.NDArray[np.bool_]:
    """For each row of ``heads`` [S, W] (0 the root, else word + 1) whether its words form a tree with one root."""
    count, width = heads.shape
    inside = np.arange(width) < lengths[:, None]
    up = np.zeros((count, width + 1), dtype=np.int64)
    up[:, 1:] = np.where(inside, heads, 0)
    roots = ((heads == 0) & inside).sum(axis=1)
    for _ in range(max(1, int(width).bit_length())):
        up = np.take_along_axis(up, up, axis=1)
    one_root: npt.NDArray[np.bool_] = roots == 1
    return np.logical_and(one_root, ~up.any(axis=1))


def best_tree(scores: Scores) -> list[int]:
    """The heads (0 the root, else word + 1) of the best tree with one root for ``scores`` [W, W + 1], root first.

    The words are tried as the root in the order of what their trees could score at best, which is when each other word
    gets its best head; nearly always the first one is it.
    """
    weights = np.full((len(scores) + 1, len(scores) + 1), -np.inf)
    weights[1:] = np.asarray(scores, dtype=np.float64)
    np.fill_diagonal(weights, -np.inf)
    best: tuple[float, list[int]] = (-np.inf, [0] * len(scores))
    tops = weights[1:, 1:].max(axis=1) if len(scores) > 1 else np.zeros(1)
    bounds = weights[1:, 0] + tops.sum() - tops
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= best[0]:
            break
        heads = _arborescence(_rooted(weights, root + 1))[1:]
        total = float(weights[np.arange(1, len(weights)), heads].sum())
        if total > best[0]:
            best = total, heads.tolist()
    return best[1]


def _rooted(weights: npt.NDArray[np.float64], node: int) -> npt.NDArray[np.float64]:
    """The weights when a node is the only one below the root, node 0."""
    rooted = weights.copy()
    rooted[:, 0] = rooted[node] = -np.inf
    rooted[node, 0] = weights[node, 0]
    return rooted


def _arborescence(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Heads of the best tree over nodes 0..n where ``weights[dependent, head]``; node 0 is the root and gets itself."""
    heads: npt.NDArray[np.int64] = weights.argmax(axis=1).astype(np.int64)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    outside = [node for node in range(len(heads)) if node not in set(cycle)]
    contracted, entering, leaving = _contract(weights, heads, cycle, outside)
    inner = _arborescence(contracted)
    fused = len(outside)
    found = heads.copy()
    for position, node in enumerate(outside[1:], start=1):
        head = int(inner[position])
        found[node] = leaving[position] if head == fused else outside[head]
    source = int(inner[fused])
    broken = entering[source]
    found[broken] = outside[source]
    return found


def _contract(
    weights: npt.NDArray[np.float64], heads: npt.NDArray[np.int64], cycle: list[int], outside: list[int]
) -> tuple[npt.NDArray[np.float64], list[int], list[int]]:
    """The graph with a cycle as its last node; for each outer node where it enters and where it leaves the cycle."""
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = weights[np.ix_(outside, outside)]
    within = weights[cycle, heads[cycle]]
    into = weights[np.ix_(cycle, outside)] - within[:, None]
    out = weights[np.ix_(outside, cycle)]
    small[size, :size] = into.max(axis=0)
    small[:size, size] = out.max(axis=1)
    entering = [cycle[at] for at in into.argmax(axis=0)]
    leaving = [cycle[at] for at in out.argmax(axis=1)]
    return small, entering, leaving


def _cycle(heads: npt.NDArray[np.int64]) -> list[int]:
    """The nodes of one cycle, or none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for each in path:
            state[each] = 2
    return []
