"""The reading model: one pass of a small neural network over the words of a report serves every stage of reading.

No trained model comes with the package yet, and nothing outside this folder depends on it. Its runtime needs the
packages of the extra ``model``; importing it without them raises ``ModelError``.
"""

from reportedly.errors import ModelError

try:
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
except ModuleNotFoundError as error:
    if error.name not in {"numpy", "onnxruntime", "tokenizers"}:
        raise
    raise ModelError(
        __name__,
        f"the reading model needs {error.name}, which is not installed",
        "Run: pip install 'reportedly[model]'",
    ) from error

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
