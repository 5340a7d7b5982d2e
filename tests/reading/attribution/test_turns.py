"""Transcripts: who speaks each turn, and what is none."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import find_claims
from reportedly.reading.quotes import find_quotes
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report


def turns_of(text: str) -> list[tuple[str | None, str]]:
    """The source and the content of every claim with a colon for its cue."""
    sentences = find_sentences(text)
    claims = find_claims(Report("r", "r.txt", text, ""), sentences, find_quotes(text, sentences), (), ())
    colons = (claim for claim in claims if claim.cue is not None and text[claim.cue.start : claim.cue.end] == ":")
    return [(claim.source.name, text[claim.start : claim.end]) for claim in colons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "LUND: The dam held.\n\nBERG: Who opened the gates?\n\nLUND: I did.",
            [("LUND", "The dam held."), ("BERG", "Who opened the gates?"), ("LUND", "I did.")],
            id="labels in capitals",
        ),
        pytest.param(
            "Tor Lund: It held.\n\nAnna Berg: Did it?\n\nTor Lund: It did.\n\nAnna Berg: We saw no water.",
            [("Tor Lund", "It held."), ("Anna Berg", "Did it?"), ("Tor Lund", "It did."),
             ("Anna Berg", "We saw no water.")],
            id="labels that come back",
        ),
        pytest.param(
            '"LUND: It held.\n\n"BERG: Did it?\n\n"LUND: It did."',
            [("LUND", "It held."), ("BERG", "Did it?"), ("LUND", 'It did."')],
            id="turns in quotation marks",
        ),
        pytest.param(
            "LUND: It held.\n\nWe were lucky.\n\nBERG: Were you?\n\n(LAUGHTER)\n\nLUND: We were.",
            [("LUND", "It held."), ("LUND", "We were lucky."), ("BERG", "Were you?"), ("LUND", "We were.")],
            id="a turn of two paragraphs, and what nobody says",
        ),
    ],
)  # fmt: skip
def test_each_turn_is_its_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    assert turns_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Update: The dam held.\n\nThe town is dry, the mayor said.", id="one label"),
        pytest.param("North: 41 percent.\n\nSouth: 12 percent.\n\nNorth: 43 percent.", id="a table"),
        pytest.param(
            "Tor Lund: The dam held.\n\nThe town is dry.\n\nUpdate: He left.\n\nTor Lund: The dam is old.",
            id="a headline that comes back",
        ),
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    assert turns_of(text) == []


def test_a_turn_is_one_statement_whatever_it_tells_of_others() -> None:
    text = "LUND: The ministry said the water would rise.\n\nBERG: Did it?\n\nLUND: It did."
    assert turns_of(text)[0] == ("LUND", "The ministry said the water would rise.")
