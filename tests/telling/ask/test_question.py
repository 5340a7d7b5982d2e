"""What a question asks for, of what, and of which days."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.telling.ask.lexicon import alike
from reportedly.telling.ask.question import take_apart

TODAY = date(2031, 5, 20)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How many sailors drowned?", "count"),
        ("For how long was the bridge closed?", "count"),
        ("What was the death toll?", "count"),
        ("What is the number of missing hikers?", "count"),
        ("Who holds Tarsa?", "holder"),
        ("Which side now controls the airport?", "holder"),
        ("Who says that the dam is safe?", "says"),
        ("Who denied it?", "says"),
        ("According to whom did the dam break?", "says"),
        ("Who is Ann Lee?", "role"),
        ("Who was the captain of the ferry?", "role"),
        ("Who was arrested?", "who"),
        ("By whom was the bank robbed?", "who"),
        ("Which company owns the ferry?", "who"),
        ("When did the dam break?", "when"),
        ("On what day did the dam break?", "when"),
        ("Where did the ferry sink?", "where"),
        ("In which town did the fire start?", "where"),
        ("Why did the bridge fall?", "why"),
        ("What caused the fire?", "why"),
        ("What happened in Velmo?", "happened"),
        ("What has happened since Friday?", "happened"),
        ("What did the mayor say about the dam?", "said"),
        ("Is it confirmed that the captain is dead?", "confirm"),
        ("Did the rebels leave?", "confirm"),
        ("Name the ferry.", "open"),
    ],
)
def test_what_is_asked_for(text: str, kind: str) -> None:
    assert take_apart(text, TODAY).kind == kind


@pytest.mark.parametrize(
    ("text", "counted", "asked"),
    [
        ("How many sailors drowned?", ("sailor",), "many"),
        ("How many of the injured sailors were saved?", ("sailor", "injure"), "many"),
        ("How many crew members are on board?", ("member", "crew"), "many"),
        ("How deep is the lake?", (), "deep"),
        ("What is the death toll?", ("die",), None),
    ],
)
def test_what_is_counted(text: str, counted: tuple[str, ...], asked: str | None) -> None:
    question = take_apart(text, TODAY)
    assert (question.counted, question.asked) == (counted, asked)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("What happened on 14 May 2031?", date(2031, 5, 14), date(2031, 5, 14)),
        ("What happened in May 2031?", date(2031, 5, 1), date(2031, 5, 31)),
        ("What happened in Velmo?", None, None),
    ],
)
def test_days(text: str, earliest: date | None, latest: date | None) -> None:
    question = take_apart(text, TODAY)
    assert (question.earliest, question.latest) == (earliest, latest)


def test_words_and_names() -> None:
    question = take_apart("Who told Ann Lee that the ferries had been sunk near Velmo on Friday?", TODAY)
    assert question.terms == ("ann", "lee", "ferry", "sink", "velmo")
    assert question.names == ("ann", "lee", "velmo")


@pytest.mark.parametrize(
    ("word", "other"), [("die", "kill"), ("arrest", "detain"), ("ship", "vessel"), ("out", "rescue")]
)
def test_words_that_answer_one_another(word: str, other: str) -> None:
    assert other in alike(word)


def test_some_words_answer_only_one_way() -> None:
    assert "out" not in alike("rescue")


def test_a_question_of_nothing() -> None:
    assert take_apart("?", None).terms == ()
    assert take_apart("", None).kind == "open"
