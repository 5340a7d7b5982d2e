"""Questions: the answer with its citations and the stories they come from, and some that the reports do answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from reportedly.account.account import Account
from reportedly.account.names import with_article
from reportedly.server.pages.citing import Cited, cite
from reportedly.telling.ask import Answer, AnswerSentence
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
    """A sentence of an answer with what supports it; ``stories`` are the ids of those that its reports belong to."""

    sentence: str
    stories: tuple[str, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class AnsweringStory:
    """A story that an answer comes from."""

    id: str
    title: str
    first: date | None
    last: date | None
    reports: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question; without lines the reports do not say. ``kind`` is how the question was understood.

    ``stories`` are those that the lines come from, in the order in which they are met.
    """

    question: str
    kind: str
    lines: tuple[AnswerLine, ...]
    stories: tuple[AnsweringStory, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions that the reports answer."""

    questions: tuple[str, ...]


def answered(answer: Answer, account: Account) -> Answered:
    """An answer as the desk shows it; ``account`` is the one that was asked, of one story or of several."""
    shelf = Shelf(account)
    lines = tuple(_line(each, shelf) for each in answer.sentences)
    named = dict.fromkeys(chain.from_iterable(line.stories for line in lines))
    stories = {story.id: story for story in account.stories}
    told = tuple(
        AnsweringStory(key, stories[key].title, stories[key].first, stories[key].last, len(stories[key].reports))
        for key in named
    )
    return Answered(answer.question, answer.kind, lines, told)


def _line(sentence: AnswerSentence, shelf: Shelf) -> AnswerLine:
    cited = cite(sentence.citations, shelf)
    stories = dict.fromkeys(shelf.reports[each.report].story for each in cited)
    return AnswerLine(sentence.sentence, tuple(stories), cited)


def questions(account: Account, ask: Callable[[str], Answer]) -> Questions:
    """Questions about what a story speaks of most, each of which has an answer."""
    return _answerable(_by_turns(_of_figures(account), *_of_names(account)), ask)


def questions_of_several(accounts: Sequence[Account], ask: Callable[[str], Answer]) -> Questions:
    """Questions about several stories by turns; each names somebody or a place, since a number could be any story's."""
    return _answerable(_by_turns(*(_by_turns(*_of_names(account)) for account in accounts)), ask)


def _answerable(likely: Iterable[str], ask: Callable[[str], Answer]) -> Questions:
    tried = islice(dict.fromkeys(likely), TRIED)
    return Questions(tuple(islice((each for each in tried if ask(each).is_found), MOST_EXAMPLES)))


def _by_turns(*kinds: Iterator[str]) -> Iterator[str]:
    """One question of each kind, then a second of each, for as long as there are some."""
    for _ in range(TRIED):
        for kind in kinds:
            yield from islice(kind, 1)


def _of_names(account: Account) -> tuple[Iterator[str], ...]:
    """Questions about people, places, and who holds what."""
    return _of_people(account), _of_places(account), _of_holdings(account)


def _of_figures(account: Account) -> Iterator[str]:
    for series in sorted(account.series, key=lambda each: -len(each.points)):
        *what, done = series.label.split()
        if what and done in COUNTED:
            yield f"How many {' '.join(what)} were {done}?"


def _of_people(account: Account) -> Iterator[str]:
    people = sorted(
        (each for each in account.entities if each.kind == "person" and _is_full_name(each.name)),
        key=lambda each: -len(each.mentions),
    )
    speaking = {claim.source.entity for claim in account.claims if claim.source.start is not None}
    for person in people:
        yield f"What did {person.name} say?" if person.id in speaking else f"Who is {person.name}?"


def _is_full_name(name: str) -> bool:
    """Whether it is a name of several words: "Ana Suzami" is one, "six people" and "The mayor" are not."""
    words = name.split()
    return len(words) > 1 and not any(word[0].islower() for word in (words[0], words[-1]))


def _of_places(account: Account) -> Iterator[str]:
    told = [event.place for event in account.events if event.place]
    places = [each for each in account.entities if each.kind == "place" and each.id in told]
    for place in sorted(places, key=lambda each: -told.count(each.id)):
        yield f"What happened in {with_article(place.name)}?"


def _of_holdings(account: Account) -> Iterator[str]:
    held = {holding.place for holding in account.holdings}
    yield from (f"Who holds {with_article(each.name)}?" for each in account.entities if each.id in held)
