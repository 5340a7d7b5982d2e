"""An answer: sentences with their citations, or the statement that there is none."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.account.account import Citation

NOT_SAID = "The reports do not say."


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence of an answer with what supports it."""

    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question; without sentences the reports do not say.

    ``kind`` is how the question was understood. ``sure`` is how much of the question the best passage covers, 0 to 1.
    """

    question: str
    kind: str
    sentences: tuple[AnswerSentence, ...] = ()
    sure: float = 0.0

    @property
    def is_found(self) -> bool:
        """Whether the reports say anything to it."""
        return bool(self.sentences)

    @property
    def text(self) -> str:
        """The answer in words."""
        return " ".join(each.sentence for each in self.sentences) or NOT_SAID
