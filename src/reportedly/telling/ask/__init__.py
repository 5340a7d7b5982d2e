"""Questions in English, answered from the account and the reports, or not at all."""

from reportedly.telling.ask.answer import NOT_SAID, Answer, AnswerSentence
from reportedly.telling.ask.asker import Asker

__all__ = ["NOT_SAID", "Answer", "AnswerSentence", "Asker"]
