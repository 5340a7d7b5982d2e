"""What English nouns refer to, told without their context: "bridge" is rather an object than an organisation.

The reading model is small and takes many nouns that it has seldom seen for something abstract. A table of nouns
(``training/nouns``) has for each, and each type of mention, how much likelier the type is than among all nouns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.data import path_of
from reportedly.errors import ModelError

FILE = "nouns.npz"
FORMAT = "reportedly/nouns/1"
STEPS = 16.0
"""Steps of the table in a factor of e."""
TRUST = 0.6
"""The power to which a ratio is raised before the model's shares are multiplied by it: the model has seen the noun's
place, too."""
REMEDY = "Install the package again."
ENDINGS = (
    ("ies", "y"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("s", ""),
)  # fmt: skip

Array = npt.NDArray[Any]


class Nouns:
    """The table, for mentions with certain labels. ``factors`` gives a row for each word."""

    def __init__(self, rows: dict[str, int], factors: Array) -> None:
        """``rows`` maps a noun to its row of ``factors`` [nouns + 1, labels]; the last row is 1 throughout."""
        self._rows, self._factors = rows, factors

    def factors(self, words: Sequence[str | None]) -> Array:
        """What to multiply the shares [words, labels] of types by; 1 for a word that is None or not in the table."""
        return self._factors[[self._row(word) for word in words]]

    def _row(self, word: str | None) -> int:
        if word is None:
            return -1
        return next((row for each in singulars(word) if (row := self._rows.get(each)) is not None), -1)


def singulars(word: str) -> Iterator[str]:
    """The word in small letters, then what it may be the plural of."""
    small = word.casefold()
    yield small
    yield from (small[: -len(ending)] + single for ending, single in ENDINGS if small.endswith(ending))


@cache
def installed_nouns(labels: tuple[str, ...]) -> Nouns:
    """The installed table for these labels of mentions, loaded once per process."""
    return load_nouns(path_of(FILE), labels)


def load_nouns(path: Path, labels: Sequence[str]) -> Nouns:
    """Read and check a table of nouns. A label that it does not have is left as the model sees it.

    Raises:
        ModelError: the file is missing, damaged, or of another format.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            if str(arrays["format"]) != FORMAT:
                raise ModelError(str(path), f"its format is {arrays['format']}, not {FORMAT}", REMEDY)
            types, words, ratios = arrays["types"].tolist(), str(arrays["words"]).split("\n"), arrays["ratios"]
    except (KeyError, ValueError, OSError) as error:
        raise ModelError(str(path), f"it does not hold the table of nouns ({error})", REMEDY) from error
    if ratios.shape != (len(words), len(types)):
        raise ModelError(str(path), "its rows do not fit its words and types", REMEDY)
    table = np.zeros((len(words) + 1, len(labels)))
    for column, label in enumerate(labels):
        if label in types:
            table[:-1, column] = ratios[:, types.index(label)]
    return Nouns({word: row for row, word in enumerate(words)}, np.exp(table * (TRUST / STEPS)).astype(np.float32))
