"""Quotations without a verb of saying from the lexicon: who speaks is told by the words beside them."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import find_claims
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Claim
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report


def claims_of(text: str) -> tuple[Claim, ...]:
    sentences = find_sentences(text)
    return find_claims(
        Report("r", "r.txt", text, "", outlet="Tolva Herald"), sentences, find_quotes(text, sentences), (), ()
    )


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each claim."""
    return [
        (
            claim.source.name,
            None if claim.cue is None else text[claim.cue.start : claim.cue.end],
            " … ".join(text[part.start : part.end] for part in claim.parts),
        )
        for claim in claims_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz shot back: “We paid for it.”", [("Ruiz", "shot back", "“We paid for it.”")]),
        ("The mayor put it, “We paid for it.”", [("The mayor", "put it", "“We paid for it.”")]),
        ("He went on to say: “We paid for it.”", [("He", "went on to say", "“We paid for it.”")]),
        ("“We paid for it,” Ruiz surmised.", [("Ruiz", "surmised", "“We paid for it,”")]),
        ("“We paid for it,” Ruiz notes.", [("Ruiz", "notes", "“We paid for it,”")]),
        ("“It opened!” beamed Ana Ruiz, who built it.", [("Ana Ruiz", "beamed", "“It opened!”")]),
        ("“It is a start,” says a source involved in the talks.", [(
            "a source involved in the talks", "says", "“It is a start,”")]),
        ("“Who paid for it?” asked the boy, who had a hat.", [("the boy", "asked", "“Who paid for it?”")]),
        ("Another tweeted, “We paid for it.”", [("Another", "tweeted", "“We paid for it.”")]),
        ("“We paid for it,” a woman can be heard saying.", [("a woman", "saying", "“We paid for it,”")]),
    ],
)  # fmt: skip
def test_a_quotation_makes_the_verb_beside_it_one_of_saying(
    text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Ruiz continued:\n\n“We paid for the whole dam.”", "Ruiz", "“We paid for the whole dam.”"),
        (
            "From the mayor's letter:\n\n“We paid for the whole dam.”",
            "the mayor's letter",
            "“We paid for the whole dam.”",
        ),
        ("“We paid for the whole dam.” Ruiz said.", "Ruiz", "“We paid for the whole dam.”"),
    ],
)
def test_the_speaker_may_stand_in_the_sentence_beside(text: str, source: str, content: str) -> None:
    assert [(name, said) for name, _, said in told(text)] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The square bears a new name: “Harbour Garden Place.”",
        "The choir sang “Home” and the crowd left.",
        "It was, “in a way,” a loss.",
    ],
)
def test_names_and_scare_quotes_are_not_speech(text: str) -> None:
    assert all(cue is None for _, cue, _ in told(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("He said: “We will see,” when asked about the vote.", "“We will see,”"),
        ("“Follow us,” Ruiz said, and the boys trailed behind.", "“Follow us,”"),
    ],
)
def test_a_quotation_ends_what_is_said(text: str, content: str) -> None:
    assert told(text)[0][2] == content
