"""Questions to a whole archive: the reports that can answer are found by index, and only their stories are looked at.

Where all reports in question are few, all of them are looked at, and the answer is that of the whole account. Else
those that hold the rarest words of the question are candidates, and the best of them are chosen by how much of the
question they cover.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property

from sqlalchemy import Connection

from reportedly.account.account import Account
from reportedly.archive import parts, search
from reportedly.telling.ask import Answer, Asker
from reportedly.telling.ask.lexicon import alike
from reportedly.telling.ask.passages import ALIKE, Line, Passages, rarity
from reportedly.telling.ask.question import Question, take_apart

FEW = 60
"""So many reports are all looked at."""
COMMON = 3000
"""A word in more reports than this leads to candidates only together with others."""
CANDIDATES, CHOSEN, STORIES = 150, 24, 3
"""Reports whose sentences are compared with the question, those of them that may answer, and how many stories they
may belong to.
"""


def ask(
    connection: Connection, text: str, story: str | None, account_of: Callable[[Collection[str]], Account]
) -> tuple[Answer, Account]:
    """The answer to a question, from one story or from all, and the account of the stories that it was looked for in.

    ``account_of`` gives the account of some stories.

    Raises:
        msgspec.MsgspecError: a row does not fit the account's data.
    """
    known = parts.reports_of(connection, story, FEW + 1)
    today = parts.last_day(connection, story)
    if len(known) <= FEW:
        account = account_of(sorted(set(known.values())))
        passages = Passages(_in_order(account, parts.lines(connection, list(known))))
        return Asker(account, passages, today).ask(text), account
    question = take_apart(text, today)
    seeking = _Seeking(connection, question, story)
    chosen = seeking.chosen()
    account = account_of(sorted(set(chosen.values())))
    passages = Passages(_in_order(account, seeking.lines_of(chosen)), seeking.weight)
    return Asker(account, passages, today).ask(text), account


def _in_order(account: Account, lines: Mapping[str, Sequence[Line]]) -> dict[str, Sequence[Line]]:
    return {report.id: lines[report.id] for report in account.reports if report.id in lines}


class _Seeking:
    """The search for the reports that cover most of one question."""

    def __init__(self, connection: Connection, question: Question, story: str | None) -> None:
        self._connection, self._question, self._story = connection, question, story
        self._reports = parts.count(connection)
        self._lines: dict[str, tuple[Line, ...]] = {}

    @cached_property
    def _counts(self) -> dict[str, int]:
        """How many reports hold each word of the question, or one that means the same."""
        forms = {term: (term, *sorted(alike(term))) for term in self._question.terms}
        return {term: search.count(self._connection, some) for term, some in forms.items()}

    def weight(self, term: str) -> float:
        """How telling a word is, by how many reports hold it."""
        count = self._counts[term] if term in self._counts else search.count(self._connection, [term])
        return rarity(min(count, self._reports), self._reports)

    def chosen(self) -> dict[str, str]:
        """The reports that cover most of the question, each with its story; few, and of few stories."""
        found = self._candidates()
        lines = self.lines_of(found)
        cover = {report: self._coverage(lines.get(report, ())) for report in found}
        ranked = sorted(found, key=lambda report: (-cover[report], report))
        stories = list(dict.fromkeys(found[report] for report in ranked))[:STORIES]
        kept = [report for report in ranked if found[report] in stories][:CHOSEN]
        return {report: found[report] for report in kept}

    def _candidates(self) -> dict[str, str]:
        """Reports that hold the rarest words of the question, and their stories."""
        rare = sorted((count, term) for term, count in self._counts.items() if count)
        weights: Counter[str] = Counter()
        stories: dict[str, str] = {}
        for count, term in rare:
            if count > COMMON and weights:
                break
            groups = [term] if count <= COMMON else [other for _, other in rare]
            for report, story in self._holding(groups):
                weights[report] += self.weight(term)  # type: ignore[assignment]  # a counter of floats
                stories[report] = story
        best = sorted(weights, key=lambda report: (-weights[report], report))[:CANDIDATES]
        return {report: stories[report] for report in best}

    def _holding(self, terms: Sequence[str]) -> list[tuple[str, str]]:
        groups = [(term, *sorted(alike(term))) for term in terms]
        return search.with_terms(self._connection, groups, COMMON, self._story)

    def _coverage(self, lines: Sequence[Line]) -> float:
        """The weighed share of the question that the best sentence of a report covers, and the report as a whole."""
        every = {term for _, _, terms in lines for term in terms}
        best = max((self._share(set(terms)) for _, _, terms in lines), default=0.0)
        return best + self._share(every)

    def _share(self, words: set[str]) -> float:
        worth = {term: 1.0 if term in words else ALIKE if alike(term) & words else 0.0 for term in self._question.terms}
        return sum(worth[term] * self.weight(term) for term in worth)

    def lines_of(self, reports: Mapping[str, str]) -> dict[str, tuple[Line, ...]]:
        """The sentences of some reports."""
        missing = [report for report in reports if report not in self._lines]
        self._lines |= parts.lines(self._connection, missing)
        return {report: self._lines[report] for report in reports if report in self._lines}
