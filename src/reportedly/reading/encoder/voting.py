"""A report's names that are written alike settle their type together, and so do the heads of its descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoder.decoding import Scheme

Array = npt.NDArray[Any]
Range = tuple[int, int, str]
PERSON = "Person"
HEARD = 1.0
"""How much the vote of a full name counts for its surname."""
LENT = 0.4
"""How much the same word elsewhere in a report counts for the type of a description: less than its own place there."""


def vote(names: Sequence[Range], words: Sequence[str], scores: Array, scheme: Scheme) -> list[Range]:
    """The names ``[start, end)`` of a report's words laid end to end, with the type that all of the same words prefer.

    Every name votes with the shares that ``scores`` [words, labels] give to the types on its words; capitals do not
    count. A surname hears the full names of persons that end with it: "Odeh" hears "Karim Odeh".
    """
    if not names:
        return []
    kinds = sorted(set(scheme.types) - {""})
    ballots = _ballots(names, scores, scheme, kinds)
    sums: dict[tuple[str, ...], Array] = {}
    forms = [tuple(word.casefold() for word in words[start:end]) for start, end, _ in names]
    for form, ballot in zip(forms, ballots, strict=True):
        sums[form] = sums.get(form, 0.0) + ballot
    person = kinds.index(PERSON) if PERSON in kinds else -1
    heard = {form: sums[form] + HEARD * _fuller(form, sums, person) for form in sums}
    return [(start, end, kinds[int(heard[form].argmax())]) for (start, end, _), form in zip(names, forms, strict=True)]


def _fuller(form: tuple[str, ...], sums: Mapping[tuple[str, ...], Array], person: int) -> Array:
    """The ballots of the fuller names of persons that end with a form."""
    size = len(form)
    longer = (each for each in sums if len(each) > size and each[-size:] == form)
    return sum((sums[each] for each in longer if sums[each].argmax() == person), np.zeros_like(sums[form]))


def _ballots(names: Sequence[Range], scores: Array, scheme: Scheme, kinds: Sequence[str]) -> list[Array]:
    """For each name the mean share of each type on its words."""
    columns = np.array([[kind == each for each in scheme.types] for kind in kinds], dtype=np.float64)
    sizes = np.array([end - start for start, end, _ in names])
    chosen = scores[np.concatenate([np.arange(start, end) for start, end, _ in names])]
    exponents = np.exp(chosen - chosen.max(axis=1, keepdims=True))
    shares = np.einsum("wl,kl->wk", exponents / exponents.sum(axis=1, keepdims=True), columns)
    return list(np.add.reduceat(shares, np.cumsum(sizes) - sizes) / sizes[:, None])


def lend(shares: Array, words: Sequence[str | None]) -> Array:
    """The ``shares`` [heads, labels] of heads of mentions, with what the same word has elsewhere in the report added.

    A word that is None (a pronoun) neither lends nor borrows.
    """
    sums: dict[str, Array] = {}
    for row, word in zip(shares, words, strict=True):
        if word is not None:
            sums[word] = sums.get(word, 0.0) + row
    others = [np.zeros_like(row) if word is None else sums[word] - row for row, word in zip(shares, words, strict=True)]
    return shares + LENT * np.array(others).reshape(shares.shape)
