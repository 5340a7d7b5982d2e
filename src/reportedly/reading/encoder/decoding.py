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


def best_labels(scores: Floats, lengths: Ints, scheme: Scheme) -> Ints:
    """The best allowed labels [S, W] for ``scores`` [S, W, labels], of which row k has ``lengths[k]`` words.

    Where the best label of every word makes an allowed row, that is the best row; only the others are searched.
    """
    found: Ints = scores.argmax(axis=2).astype(np.int64)
    for row in np.flatnonzero(~_are_allowed(found, lengths, scheme)).tolist():
        found[row, : lengths[row]] = best_path(scores[row, : lengths[row]], scheme)
    return found


def _are_allowed(labels: Ints, lengths: Ints, scheme: Scheme) -> npt.NDArray[np.bool_]:
    """For each row whether every I of its words follows a B or an I of its own type."""
    needs, gives = np.full(len(scheme.types), -1), np.full(len(scheme.types), -2)
    needs[scheme.inside] = np.arange(len(scheme.inside))
    for at, places in enumerate(scheme.before):
        gives[places] = at
    wanted = needs[labels]
    before = np.full(labels.shape, -2)
    before[:, 1:] = gives[labels[:, :-1]]
    beyond = np.arange(labels.shape[1]) >= lengths[:, None]
    allowed: npt.NDArray[np.bool_] = ((wanted < 0) | (wanted == before) | beyond).all(axis=1)
    return allowed


def best_path(scores: Floats, scheme: Scheme) -> list[int]:
    """The best allowed labels of one row, ``scores`` [W, labels], by Viterbi's method.

    An I has two labels that may stand before it, everything else has all: no table of transitions is needed. Plain
    numbers are some five times faster than arrays where there is one row.
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
