"""What only looks like an attribution, what the outlet keeps of a sentence, and who is cited by whom."""

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


def contents(text: str) -> list[str]:
    return [" … ".join(text[part.start : part.end] for part in claim.parts) for claim in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "In pictures posted on the wall, a crane can be seen.",
        "A video posted by the ministry was removed.",
        "The floods have claimed more than 300 lives since May.",
        "Villagers have protested weekly against the dam.",
        "Regulators sent cease-and-desist orders to the firm on Friday.",
        "The governor, who hailed from the north, was jailed.",
        "The dancers appear on Sunday in a square.",
        "The court tried him on several counts including attacking a guard.",
        "Many neighbours sent warm wishes to the couple.",
        "The town has an office where tenants can meet a clerk and report a leak.",
        "The rocket, known as the Heron, will fly on Friday.",
        "Hostesses serve the members of a club called Palm Garden.",
        "A zone was opened for women who feel threatened.",
        "The rocket will blast off on Friday.",
    ],
)
def test_deeds_descriptions_and_nouns_attribute_nothing(text: str) -> None:
    assert all(claim.cue is None for claim in claims_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union accused the mine on Wednesday of ignoring warnings.",
            ["the mine … of ignoring warnings"],
        ),
        ("The group claimed responsibility for the blast.", ["responsibility for the blast"]),
        ("When he took office, he promised reform.", ["reform"]),
        ("In a letter to the staff, he apologised for the delay.", ["apologised for the delay"]),
        ("The head of the firm that runs the ferry apologised on Friday.", ["apologised on Friday"]),
        ("Prices fell, according to a person briefed on the sale.", ["Prices fell"]),
        ("Washington urged China and Russia to agree.", ["to agree"]),
    ],
)
def test_a_content_is_what_is_said(text: str, expected: list[str]) -> None:
    assert [content for content, claim in zip(contents(text), claims_of(text), strict=True) if claim.cue] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of the leaders is Haddad, while the army says it has named Aziz.", "One of the leaders is Haddad"),
        ("Two schemes are illegal, but people running the groups told reporters that they were not.",
         "Two schemes are illegal"),
        ("The firm closed the plant on Monday, saying it was unsafe.", "The firm closed the plant on Monday"),
        ("“It holds,” Ruiz said outside the city hospital, where he was treated for a week.", None),
    ],
)  # fmt: skip
def test_the_outlet_keeps_whole_clauses(text: str, expected: str | None) -> None:
    own = [text[claim.start : claim.end] for claim in claims_of(text) if claim.cue is None]
    assert own == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "source", "hands"),
    [
        ("Reuters, citing two officials, reported that the bridge fell.", "two officials", ["Reuters"]),
        ("The Tolva Times said this week, citing the army, that the bridge fell.", "the army", ["The Tolva Times"]),
        ("The mayor, citing two officials, said that the bridge fell.", "The mayor", []),
        ("“It fell,” the Tolva Times quoted him as saying.", "him", ["the Tolva Times"]),
    ],
)
def test_whoever_an_outlet_cites_is_the_source(text: str, source: str, hands: list[str]) -> None:
    (claim,) = claims_of(text)
    assert (claim.source.name, [relay.name for relay in claim.via]) == (source, hands)


@pytest.mark.parametrize("text", ["The BBC reported that the bridge fell.", "The bridge fell, the BBC reported."])
def test_an_outlet_is_an_outlet(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.source.kind, claim.source.name) == ("outlet", text[text.index("BBC") - 4 : text.index("BBC") + 3])


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The airline could not be reached for comment.", "asserted"),
        ("The airline declined to comment.", "asserted"),
        ("He apologised for “false hope” given to the families.", "asserted"),
        ("The mayor said no one was hurt.", "asserted"),
        ("They said it was 'unclear' when the bridge would open.", "possible"),
        ("When he took office last year the city was bankrupt.", "asserted"),
        ("The new rules outline what firms must pay.", "asserted"),
        ("Police said the man is believed to have fled.", "likely"),
        ("The minister is expected to visit the site.", "expected"),
    ],
)
def test_modes_of_news(text: str, mode: str) -> None:
    (claim,) = claims_of(text)
    assert claim.mode == mode
