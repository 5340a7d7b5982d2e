"""A small classifier for events whose words alone do not tell what they are: multinomial logistic regression.

It sees the traits of an event (``traits.py``) and the vector of its sentence, and gives each of PLOVER's roots a
probability. ``training/events`` makes its weights; the file holds arrays only and is checked when it is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reportedly.data import load_table, path_of
from reportedly.errors import ModelError
from reportedly.reading.encoded import Floats
from reportedly.reading.events.grammar import listed
from reportedly.reading.events.ontology import ontology
from reportedly.reading.events.traits import Traits, strength
from reportedly.reading.reading import Mode

FILE = "events_kinds.npz"
FORMAT = "reportedly/events/1"
PARTS = ("format", "labels", "traits", "weights", "bias", "scale")
SURE = 0.6
"""The probability from which on the classifier gives a root to an event whose type has none."""
SURE_OF_OTHERS = 0.75
"""The same for events that no pattern fits: most of them are of no kind that PLOVER knows."""
LEAST = 0.4
"""Below this probability no other root takes the place of the lexicon's: the sentence is not of the sort it knows."""
SURER = {"politics": 0.0, "diplomacy": 0.0, "security": 0.3}
"""By how much another root must be likelier than that of the lexicon's type to take its place, by family.

Words of speech and politics ("urged", "backed", "opened talks") say many things; those of the other families fewer, and
a family that is not here keeps its types.
"""
REMEDY = "Install the package again."
LARGEST = 2_000_000
"""Bytes; a file of weights that is larger is not one of ours."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Weights for each label: ``rows`` maps a trait to its row of ``weights``; the last rows are the vector's."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    weights: Floats
    bias: Floats
    scale: float

    def probabilities(self, traits: Traits) -> npt.NDArray[np.float64]:
        """One probability for each label, in the order of ``labels``; traits that are not known count for nothing."""
        known = [trait for trait in traits.words if trait in self.rows]
        scores = self.bias.astype(np.float64)
        if known:
            strengths = np.array([strength(trait) for trait in known], dtype=np.float32)
            told = strengths @ self.weights[[self.rows[trait] for trait in known]]
            scores = scores + told / np.linalg.norm(strengths)
        scores = scores + self.scale * (traits.vector @ self.weights[len(self.rows) :])
        exponents = np.exp(scores - scores.max())
        return np.asarray(exponents / exponents.sum(), dtype=np.float64)


@cache
def installed_kinds() -> Kinds | None:
    """The installed classifier, loaded once per process; None where none is installed."""
    path = path_of(FILE)
    return load_kinds(path) if path.is_file() else None


def load_kinds(path: Path) -> Kinds:
    """Read and check a file of weights.

    Raises:
        ModelError: the file is too large, damaged, of another format, or its parts do not fit together.
    """
    if path.stat().st_size > LARGEST:
        raise ModelError(str(path), f"larger than {LARGEST} bytes", REMEDY)
    try:
        with np.load(path, allow_pickle=False) as parts:
            missing = [name for name in PARTS if name not in parts]
            if missing:
                raise ModelError(str(path), f"lacks {', '.join(missing)}", REMEDY)
            found = {name: parts[name] for name in PARTS}
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise ModelError(str(path), f"damaged ({error})", REMEDY) from None
    return _checked(path, found)


def _checked(path: Path, found: Mapping[str, npt.NDArray[np.generic]]) -> Kinds:
    labels = tuple(str(label) for label in found["labels"])
    traits = str(found["traits"]).split("\n")
    weights = found["weights"].astype(np.float32)
    bias = found["bias"].astype(np.float32)
    if str(found["format"]) != FORMAT:
        raise ModelError(str(path), f"of the format {found['format']}, not {FORMAT}", REMEDY)
    unknown = set(labels) - set(load_table("events.toml")["kinds"])
    fits = weights.ndim == 2 and weights.shape[1] == len(labels) == len(bias) and weights.shape[0] >= len(traits)
    if unknown or not fits or not np.isfinite(weights).all():
        raise ModelError(str(path), "its parts do not fit together", REMEDY)
    return Kinds(labels, {trait: row for row, trait in enumerate(traits)}, weights, bias, float(found["scale"]))


def is_open(type_id: str, actors: tuple[int, ...]) -> bool:
    """Whether the classifier is asked on an event: somebody does it, and its type is not of a kind that it leaves."""
    return bool(actors) and (type_id == "other" or ontology()[type_id].family in SURER)


def settle_type(type_id: str, mode: Mode, traits: Traits, known: Kinds) -> str:
    """The type of an event with the classifier's word heard: what no pattern fits gets the type that it is sure of.

    It also takes back a type whose root it finds less likely than another, by a margin that depends on the family.
    """
    family = ontology()[type_id].family
    plain = type_id in listed("senses", "plain")
    if plain or (type_id != "other" and family not in SURER):
        return type_id
    chances = known.probabilities(traits)
    best = int(chances.argmax())
    told = ontology().plover_root(type_id, mode)
    rows = load_table("events.toml")["kinds"]
    row = rows[known.labels[best]]
    own = sum(chance for chance, label in zip(chances, known.labels, strict=True) if told in rows[label]["roots"])
    if told in row["roots"] or chances[best] < _needed(type_id, told, own):
        return type_id
    return str(row["type"]) if ontology().plover_root(row["type"], mode) in row["roots"] else type_id


def _needed(type_id: str, root: str | None, own: float) -> float:
    """How likely another root must be; ``own`` is the probability of the root of the lexicon's type."""
    if type_id == "other":
        return SURE_OF_OTHERS
    return SURE if root is None else max(LEAST, own + SURER[ontology()[type_id].family])
