"""BIO scores into spans: the best sequence of labels in which an I follows only a B or an I of its own type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Scheme:
    """BIO labels: the type of each label ("" for O), and for each I label the labels that may stand before it.

    ``inside`` has for each I label its position and those of the B and the I of its type; ``numbers`` tells which one
    of these a position is. ``needs`` is the same for all labels (-1 for others), ``gives`` the number of the I label
    that may follow a label (-2 for none).
    """

    types: tuple[str, ...]
    begins: npt.NDArray[np.bool_]
    inside: tuple[tuple[int, int, int], ...]
    numbers: Mapping[int, int]
    needs: Ints
    gives: Ints

    def allows(self, before: int, label: int) -> bool:
        """Whether a label may stand behind another one."""
        needed = self.needs[label]
        return bool(needed < 0 or needed == self.gives[before])


def scheme_of(labels: Sequence[str]) -> Scheme:
    """The scheme of labels such as "O", "B-Person", "I-Person"; an I without a B of its type follows only itself."""
    places = {label: at for at, label in enumerate(labels)}
    inside = tuple(
        (at, places.get(f"B-{label[2:]}", at), at) for at, label in enumerate(labels) if label.startswith("I-")
    )
    needs, gives = np.full(len(labels), -1), np.full(len(labels), -2)
    for number, (at, first, second) in enumerate(inside):
        needs[at] = gives[first] = gives[second] = number
    return Scheme(
        types=tuple(label[2:] for label in labels),
        begins=np.array([label.startswith("B-") for label in labels]),
        inside=inside,
        numbers={at: number for number, (at, _, _) in enumerate(inside)},
        needs=needs,
        gives=gives,
    )


def best_labels(scores: Floats, firsts: Ints, scheme: Scheme) -> Ints:
    """The best allowed labels [W] for ``scores`` [W, labels] of rows laid end to end, which begin at ``firsts``.

    A word's own best label is its best one in the row, too, wherever it may stand beside the best labels of its
    neighbours: the sum can be no higher. So only the words around a label that may not stand there are searched, and
    ever more of them until what is found fits in with both neighbours.
    """
    found: Ints = scores.argmax(axis=1).astype(np.int64)
    wrong = np.flatnonzero(~_are_allowed(found, firsts, scheme)).tolist()
    if not wrong:
        return found
    labels: list[int] = found.tolist()
    bounds = set(firsts.tolist())
    searched: list[tuple[int, int]] = []
    for place in wrong:
        if searched and place < searched[-1][1]:
            continue
        start, end = place - (place not in bounds), place + 1
        while True:
            while searched and searched[-1][1] > start:
                start = min(start, searched.pop()[0])
            labels[start:end] = best_path(scores[start:end], scheme, opens=start in bounds)
            if start not in bounds and not scheme.allows(labels[start - 1], labels[start]):
                start -= 1
            elif end < len(labels) and end not in bounds and not scheme.allows(labels[end - 1], labels[end]):
                end += 1
            else:
                break
        searched.append((start, end))
    return np.array(labels, dtype=np.int64)


def _are_allowed(labels: Ints, firsts: Ints, scheme: Scheme) -> npt.NDArray[np.bool_]:
    """For each label whether it may stand there: an I follows a B or an I of its own type."""
    before = np.full(labels.shape, -2)
    before[1:] = scheme.gives[labels[:-1]]
    before[firsts] = -2
    wanted = scheme.needs[labels]
    allowed: npt.NDArray[np.bool_] = (wanted < 0) | (wanted == before)
    return allowed


def best_path(scores: Floats, scheme: Scheme, opens: bool = True) -> list[int]:
    """The best allowed labels of one row, ``scores`` [W, labels], by Viterbi's method.

    Where the row ``opens`` nothing, its first label may be an I.

    An I has two labels that may stand before it, everything else has all: no table of transitions is needed. Plain
    numbers are some five times faster than arrays where there is one row.
    """
    if not len(scores):
        return []
    table: list[list[float]] = scores.astype(np.float64).tolist()
    best = table[0]
    if opens:
        for at, _, _ in scheme.inside:
            best[at] = NEVER
    back: list[tuple[int, list[int]]] = []
    for row in table[1:]:
        top = max(best)
        pointers = []
        reached = [top + score for score in row]
        for at, first, second in scheme.inside:
            source = second if best[second] > best[first] else first
            reached[at] = best[source] + row[at]
            pointers.append(source)
        back.append((best.index(top), pointers))
        best = reached
    return _traced(best.index(max(best)), back, scheme.numbers)


def _traced(last: int, back: Sequence[tuple[int, list[int]]], places: Mapping[int, int]) -> list[int]:
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
