"""One type for one name: a report's names that are written alike settle their type together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoder.decoding import Scheme

Array = npt.NDArray[Any]
Range = tuple[int, int, str]
PERSON = "Person"


def vote(names: Sequence[Range], words: Sequence[str], scores: Array, scheme: Scheme) -> list[Range]:
    """The names ``[start, end)`` of a report's words laid end to end, with the type that all of the same words prefer.

    Every name votes with the shares that ``scores`` [words, labels] give to the types on its words. A single word that
    ends a
    longer person's name ("Demir" after "Ayla Demir") also counts the votes for that.
    """
    if not names:
        return []
    kinds = sorted(set(scheme.types) - {""})
    ballots = _ballots(names, scores, scheme, kinds)
    sums: dict[tuple[str, ...], Array] = {}
    forms = [tuple(word.casefold() for word in words[start:end]) for start, end, _ in names]
    for form, ballot in zip(forms, ballots, strict=True):
        sums[form] = sums.get(form, 0.0) + ballot
    families = _families(sums, kinds)
    return [
        (start, end, kinds[int((sums[form] + families.get(form, 0.0)).argmax())])
        for (start, end, _), form in zip(names, forms, strict=True)
    ]


def _ballots(names: Sequence[Range], scores: Array, scheme: Scheme, kinds: Sequence[str]) -> list[Array]:
    """For each name the mean share of each type on its words."""
    columns = np.array([[kind == each for each in scheme.types] for kind in kinds], dtype=np.float64)
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = exponents / exponents.sum(axis=1, keepdims=True)
    return [np.einsum("wl,kl->k", shares[start:end], columns) / (end - start) for start, end, _ in names]


def _families(sums: dict[tuple[str, ...], Array], kinds: Sequence[str]) -> dict[tuple[str, ...], Array]:
    """The votes of persons' full names, by their last word."""
    found: dict[tuple[str, ...], Array] = {}
    if PERSON not in kinds:
        return found
    for form, votes in sums.items():
        if len(form) > 1 and kinds[int(votes.argmax())] == PERSON:
            found[form[-1:]] = found.get(form[-1:], 0.0) + votes
    return found
