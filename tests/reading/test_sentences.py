"""Words, sentences and paragraphs, by texts of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.sentences import find_sentences, lemma_of


def cut(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_sentences(text)]


def words(text: str) -> list[str]:
    return [token.text for each in find_sentences(text) for token in each.tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Col. Berg spoke. He left.", ["Col. Berg spoke.", "He left."]),
        ("It left the U.S. The army stayed.", ["It left the U.S.", "The army stayed."]),
        ("The U.S. Army stayed.", ["The U.S. Army stayed."]),
        ("J. Berg and W.J. Lund left.", ["J. Berg and W.J. Lund left."]),
        ("“We left.” He sat down.", ["“We left.”", "He sat down."]),
        ("“We left!” he said.", ["“We left!” he said."]),
        (
            "It is sad that the Drs. Berg left. They were kind.",
            ["It is sad that the Drs. Berg left.", "They were kind."],
        ),
        ("Cllr. Berg, Lieut. Lund and Mme. Roux left.", ["Cllr. Berg, Lieut. Lund and Mme. Roux left."]),
        (
            "Boats wait in Oslo AP 2/34 29 May 2017 A man waves 3/34 2 June 2017 Rain falls",
            ["Boats wait in Oslo AP", "2/34 29 May 2017 A man waves", "3/34 2 June 2017 Rain falls"],
        ),
        ("It grew by 3/4 of a mile.", ["It grew by 3/4 of a mile."]),
        ("It was 3.5 m deep. Rain fell.", ["It was 3.5 m deep.", "Rain fell."]),
        ("Zorvex Inc. said so.", ["Zorvex Inc. said so."]),
        ("Who left? Nobody did.", ["Who left?", "Nobody did."]),
        (
            "He fell ill. Berg stayed. They sat. Lund spoke.",
            ["He fell ill.", "Berg stayed.", "They sat.", "Lund spoke."],
        ),
        ("Asked twice, he said no. Berg left.", ["Asked twice, he said no.", "Berg left."]),
        ("Room No. 4 burned.", ["Room No. 4 burned."]),
        ("the ferry was closed. we left the port.", ["the ferry was closed.", "we left the port."]),
        ("The ferry sank at noon. [3][4] Nobody was hurt.", ["The ferry sank at noon. [3][4]", "Nobody was hurt."]),
        ("“Who was it?” Anna Berg asked. Nobody knew.", ["“Who was it?” Anna Berg asked.", "Nobody knew."]),
        ("“Who was it?” Nobody knew.", ["“Who was it?”", "Nobody knew."]),
        ("Best regards, Anna Berg", ["Best regards,", "Anna Berg"]),
        (
            "Anna Berg 05/17/2019 02:39 PM The ferry is late.",
            ["Anna Berg", "05/17/2019 02:39 PM", "The ferry is late."],
        ),
        ("It sank on 05/17/2019 02:39 PM near Oslo.", ["It sank on 05/17/2019 02:39 PM near Oslo."]),
        ("It sank!! Nobody came.", ["It sank!!", "Nobody came."]),
        ("A headline\n\nA text.", ["A headline", "A text."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't.", ["They", "did", "n't", "."]),
        ("the city’s port", ["the", "city", "’s", "port"]),
        ("the boys’ coach", ["the", "boys", "’", "coach"]),
        ("US-led", ["US", "-", "led"]),
        ("a 400m ship", ["a", "400", "m", "ship"]),
        ("at 07:40 on the 23rd", ["at", "07:40", "on", "the", "23rd"]),
        ("about 1,000 men", ["about", "1,000", "men"]),
        ("see www.example.org now", ["see", "www.example.org", "now"]),
        ("$5m", ["$", "5", "m"]),
        (
            "They cannot swim, and I'm gonna help",
            ["They", "can", "not", "swim", ",", "and", "I", "'m", "gon", "na", "help"],
        ),
        ("it didnt sink", ["it", "did", "nt", "sink"]),
        ("a non-violent pro-port march", ["a", "non-violent", "pro", "-", "port", "march"]),
        ("H1N1 at the G20", ["H1N1", "at", "the", "G20"]),
        ("Rs500 and an M5.4 quake", ["Rs", "500", "and", "an", "M", "5.4", "quake"]),
        ("the R&D unit", ["the", "R&D", "unit"]),
        ("call 555-0134 or +44", ["call", "555-0134", "or", "+44"]),
        ("see example.org, report.pdf", ["see", "example.org", ",", "report.pdf"]),
        ("write to anna@example.org now", ["write", "to", "anna@example.org", "now"]),
        ("#1 of #ferry", ["#", "1", "of", "#ferry"]),
        ("late :) *** no!!", ["late", ":)", "***", "no", "!!"]),
        ("``Yes,'' he said", ["``", "Yes", ",", "''", "he", "said"]),
        ("the 1990s in mid-June", ["the", "1990", "s", "in", "mid", "-", "June"]),
        ("a .38 revolver", ["a", ".38", "revolver"]),
        ("the answer is no.", ["the", "answer", "is", "no", "."]),
        ("wait... no", ["wait", "...", "no"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("lower", "lemma"), [("ships", "ship"), ("said", "say"), ("found", "find"), ("militias", "militia"), ("n't", "not")]
)
def test_lemmas(lower: str, lemma: str) -> None:
    assert lemma_of(lower) == lemma


def test_paragraphs_are_blocks_between_blank_lines() -> None:
    assert [each.paragraph for each in find_sentences("One. Two.\n\nThree.")] == [0, 0, 1]


def test_lines_that_merely_wrap_are_one_paragraph() -> None:
    text = "The ferry left the harbour\non Monday with forty\npassengers and a crew\nof nine sailors."
    assert len(find_sentences(text)) == 1


@given(st.text(max_size=300))
def test_nothing_but_white_space_lies_between_tokens(text: str) -> None:
    at = 0
    for sentence in find_sentences(text):
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        for token in sentence.tokens:
            assert not text[at : token.start].strip()
            assert token.text == text[token.start : token.end] != ""
            at = token.end
    assert not text[at:].strip()
