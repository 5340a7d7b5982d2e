"""The reading model: one pass of a small neural network over the words of a report serves every stage of reading.

What it sees is described in ``reportedly.reading.encoded``.
"""

from reportedly.reading.encoder.encoder import Encoder

__all__ = ["Encoder"]
