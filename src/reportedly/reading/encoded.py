"""What the reading model sees in one report: the data that it hands to the stages of reading.

Words are counted as the caller gave them: sentence, then word inside the sentence, both from 0. Ranges are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from reportedly.records import quicken

Role = Literal["source", "cue", "content"]
Stance = Literal["asserted", "denied", "uncertain"]
Floats = npt.NDArray[np.float32]

ASSERTED, DENIED = 1.45, 0.0
"""Ratings from which on an event counts as asserted, and down to which as denied.

The model's ratings lie nearer to their mean than people's (below 1 is not asserted, for people), so the bounds do, too.
The first gives about the best F1 of "not asserted" on UW's dev part, the second keeps what is merely open from being
called denied.
"""


def stance_of(rating: float) -> Stance:
    """What a rating of certainty says of the event: it is asserted, denied, or left open."""
    if rating >= ASSERTED:
        return "asserted"
    return "denied" if rating <= DENIED else "uncertain"


@cache
def base(relation: str) -> str:
    """A relation without its subtype ("nsubj" for "nsubj:pass")."""
    return relation.partition(":")[0]


@quicken
@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: words ``[start, end)`` of a sentence and the model's type ("Person")."""

    start: int
    end: int
    type: str


@quicken
@dataclass(frozen=True, slots=True)
class Head:
    """The head word of a phrase that refers to something; ``score`` is the probability of ``type``."""

    word: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class EncodedSentence:
    """What the model sees in one sentence; all tuples run parallel to its words unless they say otherwise.

    ``heads`` counts words from 1, 0 is the root; they always form a tree with one root. ``morph`` holds UD features
    ("Number=Sing|Tense=Past", "_" for none). ``certainty`` rates the event that a predicate names from -3 (did not
    happen) to 3 (happened), as newspaper readers rated it; ``certainty_web`` as readers of web text did. Both say
    nothing about words that name no event.
    """

    upos: tuple[str, ...]
    morph: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[Name, ...]
    conflict_names: tuple[Name, ...]
    mentions: tuple[Head, ...]
    certainty: tuple[float, ...]
    certainty_web: tuple[float, ...]


@quicken
@dataclass(frozen=True, slots=True)
class Part:
    """Words ``[start, end)`` of one sentence."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words in one role of an attribution; one part for each sentence that it touches."""

    role: Role
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who said what: indexes into ``Encoded.stretches``. ``source`` is None where nobody is named."""

    cue: int
    source: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """Everything the model sees in one report.

    ``chains`` groups mention heads, as (sentence, word), that refer to the same thing, each head in exactly one
    chain; ``vectors`` has a unit row of 384 numbers for each sentence (zeros for an empty one): their dot
    product is similarity.
    """

    sentences: tuple[EncodedSentence, ...]
    stretches: tuple[Stretch, ...]
    attributions: tuple[Attributed, ...]
    chains: tuple[tuple[tuple[int, int], ...], ...]
    vectors: Floats
