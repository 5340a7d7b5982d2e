"""Spans with kinds: exact F1 over all, over chosen kinds, and by kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from evals.scoring.counting import Tally


def score_spans(
    gold: Iterable[Collection[tuple[Any, ...]]],
    ours: Iterable[Collection[tuple[Any, ...]]],
    kinds: frozenset[str] | None = None,
) -> Tally:
    """Spans whose offsets and kind (the last field) both agree, in parallel sentences or documents.

    ``kinds`` limits both sides to some kinds.

    Raises:
        ValueError: the two sides differ in length.
    """
    tally = Tally()
    for wanted, got in zip(gold, ours, strict=True):
        theirs = {span for span in wanted if kinds is None or span[-1] in kinds}
        mine = {span for span in got if kinds is None or span[-1] in kinds}
        tally.add(len(theirs & mine), len(mine), len(theirs))
    return tally


def untyped(spans: Collection[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    """The spans with an empty kind."""
    return {(*span[:-1], "") for span in spans}
