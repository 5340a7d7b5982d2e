"""A training configuration: one TOML file."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on, beside the data. `share` tells how much of each set an epoch reads (2.0: twice)."""

    after: str  # name of the configuration from whose weights this one goes on; "" begins with the untouched model
    seed: int
    layers: int
    epochs: int
    minutes: float  # the run ends, annealed, after so many minutes of steps; 0: only after its epochs (reproducible)
    batch: int  # word pieces a step
    windows: tuple[tuple[int, ...], ...]  # for each epoch the sizes of windows drawn for a batch, in pieces
    encoder_rate: float
    head_rate: float
    warmup: float  # share of all steps
    decline: float  # the rate at the last step, as a share of the highest
    averaged: float  # share of the steps, the last ones, whose weights are averaged; 0: the last weights are taken
    mixed: float  # share of the weights of the configuration before in the result; 0: none
    rounded: bool  # what goes into the encoder's products is rounded as in the shipped int8 graph
    case_damage: float
    dirt: float
    masked: float  # share of word pieces hidden from the model
    renamed: float  # share of names put in place of others of their type, where only names are annotated
    held_out: int  # one document in so many is kept for tuning
    document: int  # most pieces of a document in one batch where coreference is annotated
    part: int  # and where it is not: short parts, so that a batch mixes sets
    sentence: int  # longest sentence, in pieces
    teacher_sentences: int
    share: dict[str, float]
    weights: dict[str, float]
    main_names: str
    conflict_names: str


def read_settings(path: Path) -> Settings:
    """The configuration at `path`; unknown and missing keys are refused."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {f.name for f in dataclasses.fields(Settings)}
    if set(table) != known:
        raise ValueError(f"{path}: unknown keys {sorted(set(table) - known)}, missing {sorted(known - set(table))}")
    table["windows"] = tuple(tuple(sizes) for sizes in table["windows"])
    if len(table["windows"]) != table["epochs"]:
        raise ValueError(f"{path}: windows must have one list for each of the {table['epochs']} epochs")
    return Settings(**table)
