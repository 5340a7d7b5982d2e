"""Answers to questions about one account."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from reportedly.account.account import Account
from reportedly.telling.ask.answer import Answer, AnswerSentence
from reportedly.telling.ask.bench import Bench
from reportedly.telling.ask.counts import answer_count
from reportedly.telling.ask.happenings import (
    answer_confirm,
    answer_happened,
    answer_open,
    answer_when,
    answer_where,
    answer_why,
)
from reportedly.telling.ask.passages import Passages
from reportedly.telling.ask.people import answer_holder, answer_role, answer_said, answer_says, answer_who
from reportedly.telling.ask.question import Kind, Question, take_apart
from reportedly.telling.brief import Told
from reportedly.telling.check import unsupported

REPLIES: dict[Kind, Callable[[Question, Bench], Iterator[Told]]] = {
    "count": answer_count,
    "holder": answer_holder,
    "role": answer_role,
    "says": answer_says,
    "said": answer_said,
    "who": answer_who,
    "when": answer_when,
    "where": answer_where,
    "why": answer_why,
    "happened": answer_happened,
    "confirm": answer_confirm,
    "open": answer_open,
}


class Asker:
    """Answers questions about an account; make it once and ask it often.

    ``passages`` are the sentences that may answer (None = all of the account's), ``today`` the day from which "on
    Friday" counts (None = the last day of publication).
    """

    def __init__(self, account: Account, passages: Passages | None = None, today: date | None = None) -> None:
        self._bench = Bench(account, passages)
        days = [report.published for report in account.reports if report.published]
        self._today = today or max(days, default=None)

    def ask(self, text: str) -> Answer:
        """The answer to a question in English, from the account first, then from sentences; empty where none says.

        Every sentence of it has passed the citation check. A question about a name that stands nowhere has no answer.
        """
        question = take_apart(text, self._today)
        passages = self._bench.passages.find(question, 1)
        sure = passages[0].coverage if passages else 0.0
        sentences = () if self._is_unheard_of(question) else tuple(self._checked(question))
        return Answer(question.text, question.kind, sentences, round(sure, 3))

    def _is_unheard_of(self, question: Question) -> bool:
        """Whether the question names somebody or something that no report names."""
        return any(not self._bench.passages.has_word(name) for name in question.names)

    def _checked(self, question: Question) -> Iterator[AnswerSentence]:
        told: set[str] = set()
        for sentence, citations in REPLIES[question.kind](question, self._bench):
            if sentence and sentence not in told and not unsupported(sentence, citations, self._bench.shelf):
                told.add(sentence)
                yield AnswerSentence(sentence, citations)
