"""BIO scores into spans: the best sequence of labels in which an I follows only a B or an I of its own type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Scheme:
    """BIO labels: the type of each label ("" for O), and for each I label the labels that may stand before it.

    ``inside`` are the positions of the I labels, ``before`` [I, 2] those of the B and the I of the same type.
    """

    types: tuple[str, ...]
    begins: npt.NDArray[np.bool_]
    inside: Ints
    before: Ints


def scheme_of(labels: Sequence[str]) -> Scheme:
    """The scheme of labels such as "O", "B-Person", "I-Person"; an I without a B of its type follows only itself."""
    places = {label: at for at, label in enumerate(labels)}
    inside = [at for at, label in enumerate(labels) if label.startswith("I-")]
    before = [(places.get(f"B-{labels[at][2:]}", at), at) for at in inside]
    return Scheme(
        types=tuple(label[2:] for label in labels),
        begins=np.array([label.startswith("B-") for label in labels]),
        inside=np.array(inside, dtype=np.int64),
        before=np.array(before, dtype=np.int64).reshape(-1, 2),
    )


def best_labels(scores: Floats, scheme: Scheme) -> Ints:
    """The best allowed labels [S, W] for ``scores`` [S, W, labels], all rows at once (Viterbi).

    A row does not know its length: scores of 0 for every label beyond it leave its labels as they are.
    """
    count, width, size = scores.shape
    if not width:
        return np.zeros((count, 0), dtype=np.int64)
    rows = np.arange(count)
    back = np.zeros((width, count, size), dtype=np.int64)
    best = scores[:, 0].astype(np.float64)
    best[:, scheme.inside] = NEVER
    for at in range(1, width):
        top = best.argmax(axis=1)
        reached = np.repeat(best[rows, top][:, None], size, axis=1)
        back[at] = top[:, None]
        pairs = best[:, scheme.before]
        second = pairs[:, :, 1] > pairs[:, :, 0]
        reached[:, scheme.inside] = np.where(second, pairs[:, :, 1], pairs[:, :, 0])
        back[at][:, scheme.inside] = np.where(second, scheme.before[:, 1], scheme.before[:, 0])
        best = reached + scores[:, at]
    found = np.zeros((count, width), dtype=np.int64)
    found[:, -1] = best.argmax(axis=1)
    for at in range(width - 1, 0, -1):
        found[:, at - 1] = back[at][rows, found[:, at]]
    return found


def spans_of(labels: Sequence[int], scheme: Scheme) -> list[tuple[int, int, str]]:
    """The spans ``[start, end)`` and types in one row of labels."""
    spans: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        kind = scheme.types[label]
        if not kind:
            continue
        if spans and not scheme.begins[label] and spans[-1][1:] == (at, kind):
            spans[-1] = (spans[-1][0], at + 1, kind)
        else:
            spans.append((at, at + 1, kind))
    return spans


def best_path(scores: Floats, scheme: Scheme) -> list[int]:
    """The best allowed labels of one long row, ``scores`` [W, labels]; the same as ``best_labels`` without its cost
    per word.

    Plain numbers are some five times faster than arrays where there is one row: a report has hundreds of words.
    """
    if not len(scores):
        return []
    inside = [(at, *before) for at, before in zip(scheme.inside.tolist(), scheme.before.tolist(), strict=True)]
    table: list[list[float]] = scores.astype(np.float64).tolist()
    best = table[0]
    for at, _, _ in inside:
        best[at] = NEVER
    back: list[tuple[int, list[int]]] = []
    for row in table[1:]:
        top = max(best)
        pointers = []
        reached = [top + score for score in row]
        for at, first, second in inside:
            source = second if best[second] > best[first] else first
            reached[at] = best[source] + row[at]
            pointers.append(source)
        back.append((best.index(top), pointers))
        best = reached
    return _traced(best.index(max(best)), back, {at: place for place, (at, _, _) in enumerate(inside)})


def _traced(last: int, back: Sequence[tuple[int, list[int]]], places: dict[int, int]) -> list[int]:
    """Follow the pointers from the last label to the first."""
    path = [last]
    for top, pointers in reversed(back):
        place = places.get(path[-1])
        path.append(top if place is None else pointers[place])
    return path[::-1]
