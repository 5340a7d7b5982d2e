"""The dependency tree of one sentence as this room asks it: who governs a word, and by which dependent."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.reading.encoded import EncodedSentence
from reportedly.records import quicken


@quicken
@dataclass(frozen=True, slots=True)
class Tree:
    """``heads`` counts words from 0, the root has -1; ``relations`` are those of Universal Dependencies."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]

    @classmethod
    def of(cls, seen: EncodedSentence) -> Tree:
        """From what the model sees in a sentence."""
        return cls(tuple(head - 1 for head in seen.heads), seen.relations)

    def branch(self, word: int, above: int) -> int:
        """The dependent of ``above`` under which ``word`` stands (or which it is); -1 where it stands elsewhere."""
        while word >= 0 and self.heads[word] != above:
            word = self.heads[word]
        return word

    def top(self, first: int, last: int) -> int:
        """The word of a range that is governed from outside it; the first such."""
        return next((word for word in range(first, last) if not first <= self.heads[word] < last), first)
