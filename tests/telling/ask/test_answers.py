"""Answers about the example story: what the reports say, with its spans, and nothing where they do not."""

from __future__ import annotations

import time

import pytest
from tests.telling.ask.table import ANSWERED, UNANSWERED

from reportedly.account.account import Account
from reportedly.telling.ask import NOT_SAID, Answer, Asker
from reportedly.telling.check import unsupported
from reportedly.telling.shelf import Shelf

LEAST_ANSWERED, LEAST_SILENT = 0.85, 0.95
SLOWEST = 0.2
"""Seconds a question may take, ninety-five of a hundred."""


def says(answer: Answer, expected: str, account: Account) -> bool:
    """Whether the first sentence, or what it cites, says what is expected."""
    if not answer.sentences:
        return False
    first = answer.sentences[0]
    return expected in " ".join((first.sentence, *map(account.shown, first.citations)))


def test_most_questions_are_answered(asker: Asker, karatas: Account) -> None:
    missed = [text for text, expected in ANSWERED if not says(asker.ask(text), expected, karatas)]
    assert len(missed) <= (1 - LEAST_ANSWERED) * len(ANSWERED), missed


def test_what_no_report_says_is_not_answered(asker: Asker) -> None:
    answered = [text for text in UNANSWERED if asker.ask(text).is_found]
    assert len(answered) <= (1 - LEAST_SILENT) * len(UNANSWERED), answered


@pytest.mark.parametrize("text", [text for text, _ in ANSWERED])
def test_every_sentence_is_supported_by_what_it_cites(asker: Asker, karatas: Account, text: str) -> None:
    shelf = Shelf(karatas)
    for each in asker.ask(text).sentences:
        assert each.citations
        assert unsupported(each.sentence, each.citations, shelf) == ()
        assert all(karatas.shown(citation) for citation in each.citations)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("How many people were killed?", ["People killed: 7 on 11 March 2024", "Seven people died", "at least 3"]),
        ("How many people had died by 8 March 2024?", ["6 on 8 March 2024"]),
        ("How many miners were trapped?", ["Miners trapped", "41", "45 (Marat Zhaksybekov) on 6 March"]),
        ("Who holds the station?", ["Police, from 11 March 2024", "strikers, from 9 March 2024 until 11 March 2024"]),
        ("Did the police arrest anyone in Almaty?", ["Denied: Police made no arrests"]),
        ("What happened on 9 March 2024?", ["Striking miners seized the railway station"]),
    ],
)  # fmt: skip
def test_the_account_answers_first(asker: Asker, text: str, lines: list[str]) -> None:
    told = asker.ask(text).text
    assert [line for line in lines if line not in told] == []


def test_a_dateline_is_no_part_of_an_answer(asker: Asker) -> None:
    assert "(Steppe Wire) -" not in asker.ask("When did the tunnel collapse?").text


def test_a_name_that_no_report_names_has_no_answer(asker: Asker) -> None:
    answer = asker.ask("When did Daniyar Ospanov resign?")
    assert (answer.text, answer.is_found) == (NOT_SAID, False)


def test_an_empty_account_says_nothing() -> None:
    asker = Asker(Account())
    for text in ("", "?", "How many people were killed?", "What happened?", "Who is Ann Lee?"):
        assert asker.ask(text).text == NOT_SAID


def test_the_same_question_has_the_same_answer(asker: Asker, karatas: Account) -> None:
    for text, _ in ANSWERED[::7]:
        assert asker.ask(text) == Asker(karatas).ask(text)


def test_answers_come_quickly(asker: Asker) -> None:
    asker.ask("When did the mine collapse?")
    taken = []
    for text, _ in ANSWERED:
        began = time.perf_counter()
        asker.ask(text)
        taken.append(time.perf_counter() - began)
    assert sorted(taken)[int(0.95 * len(taken))] < SLOWEST
