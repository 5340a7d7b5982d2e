"""The reading model: one pass of a small neural network over the words of a report serves every stage of reading."""

from reportedly.reading.encoder.encoded import (
    Attributed,
    Encoded,
    EncodedSentence,
    Head,
    Name,
    Part,
    Stance,
    Stretch,
    stance_of,
)
from reportedly.reading.encoder.encoder import Encoder

__all__ = [
    "Attributed",
    "Encoded",
    "EncodedSentence",
    "Encoder",
    "Head",
    "Name",
    "Part",
    "Stance",
    "Stretch",
    "stance_of",
]
