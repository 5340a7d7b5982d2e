"""Questions: the answer with its citations, and some that the reports do answer, to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reportedly.account.account import Account
from reportedly.account.names import with_article
from reportedly.server.pages.citing import Cited, cite
from reportedly.server.pages.story import ReportLine, report_lines
from reportedly.telling.ask import Answer, Asker
from reportedly.telling.shelf import Shelf

MOST_EXAMPLES = 6
TRIED = 20
"""So many examples are tried at most; only those that have an answer are given."""
COUNTED = (
    *("arrested", "damaged", "deployed", "destroyed", "detained", "displaced", "evacuated", "freed", "hospitalised"),
    *("injured", "killed", "missing", "rescued", "saved", "trapped", "wounded"),
)
"""What the label of a series may end in so that a question can be made of it: "people killed"."""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A sentence of an answer with what supports it."""

    sentence: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question; without lines the reports do not say. ``kind`` is how the question was understood.

    ``reports`` are those that the lines cite.
    """

    question: str
    kind: str
    lines: tuple[AnswerLine, ...]
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions that the reports of a story answer."""

    questions: tuple[str, ...]


def answered(answer: Answer, account: Account) -> Answered:
    """An answer as the desk shows it; ``account`` is the one that was asked."""
    shelf = Shelf(account)
    lines = tuple(AnswerLine(each.sentence, cite(each.citations, shelf)) for each in answer.sentences)
    cited = {each.report for line in lines for each in line.citations}
    reports = tuple(line for line in report_lines(account, shelf, cited))
    return Answered(answer.question, answer.kind, lines, reports)


def questions(account: Account, asker: Asker) -> Questions:
    """Questions about what the story speaks of most, each of which has an answer."""
    tried = islice(dict.fromkeys(_likely(account)), TRIED)
    return Questions(tuple(islice((each for each in tried if asker.ask(each).is_found), MOST_EXAMPLES)))


def _likely(account: Account) -> Iterator[str]:
    """Questions by turns: of figures, people, places, who holds what."""
    kinds = (_of_figures(account), _of_people(account), _of_places(account), _of_holdings(account))
    for _ in range(TRIED):
        for kind in kinds:
            yield from islice(kind, 1)


def _of_figures(account: Account) -> Iterator[str]:
    for series in sorted(account.series, key=lambda each: -len(each.points)):
        *what, done = series.label.split()
        if what and done in COUNTED:
            yield f"How many {' '.join(what)} were {done}?"


def _of_people(account: Account) -> Iterator[str]:
    people = sorted(
        (each for each in account.entities if each.kind == "person" and " " in each.name),
        key=lambda each: -len(each.mentions),
    )
    speaking = {claim.source.entity for claim in account.claims if claim.source.start is not None}
    for person in people:
        yield f"What did {person.name} say?" if person.id in speaking else f"Who is {person.name}?"


def _of_places(account: Account) -> Iterator[str]:
    told = [event.place for event in account.events if event.place]
    places = [each for each in account.entities if each.kind == "place" and each.id in told]
    for place in sorted(places, key=lambda each: -told.count(each.id)):
        yield f"What happened in {with_article(place.name)}?"


def _of_holdings(account: Account) -> Iterator[str]:
    held = {holding.place for holding in account.holdings}
    yield from (f"Who holds {with_article(each.name)}?" for each in account.entities if each.id in held)
