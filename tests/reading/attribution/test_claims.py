"""Claims over several sentences: speakers of the neighbourhood, pronouns, what comes the same way, the outlet's own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.attribution import find_claims
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Chain, Claim, Mention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report, Span


def claims_of(text: str, mentions: tuple[Mention, ...] = (), chains: tuple[Chain, ...] = ()) -> tuple[Claim, ...]:
    report = Report("r", "report.txt", text, "", outlet="Tolva Herald", published=date(2020, 5, 4))
    sentences = find_sentences(text)
    return find_claims(report, sentences, find_quotes(text, sentences), mentions, chains)


def credited(text: str) -> list[tuple[str | None, str]]:
    """The name of the source and the content of each claim."""
    return [(claim.source.name, text[claim.start : claim.end]) for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The dam holds," Lee said. "We checked it twice."',
            [("Lee", '"The dam holds,"'), ("Lee", '"We checked it twice."')],
        ),
        (
            "“We checked the dam. It holds,” said Ann Lee.",
            [("Ann Lee", "“We checked the dam."), ("Ann Lee", "It holds,”")],
        ),
        (
            'Lee was calm. He said: "The dam holds. We checked it."',
            [("Tolva Herald", "Lee was calm"), ("He", '"The dam holds.'), ("He", 'We checked it."')],
        ),
        (
            "“We checked the dam,” said Ann Lee. “It is an old one.\n\n“But it holds.”",
            [("Ann Lee", "“We checked the dam,”"), ("Ann Lee", "“It is an old one."), ("Ann Lee", "“But it holds.”")],
        ),
        (
            'Ann Lee said the dam was safe.\n\n"We checked it twice this week."',
            [("Ann Lee", "the dam was safe"), ("Ann Lee", '"We checked it twice this week."')],
        ),
    ],
)
def test_a_quotation_goes_on_with_its_speaker(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert credited(text) == expected


def test_each_sentence_of_a_quotation_shares_the_cue() -> None:
    first, second = claims_of('"The dam holds. We checked it," said Ann Lee.')
    assert first.cue == second.cue
    assert (first.sentence, second.sentence) == (0, 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee said the dam was safe. She said the road was open.", "Ann Lee"),
        ("Mayor Ann Lee said the dam was safe. Lee said the road was open.", "Mayor Ann Lee"),
        ("The ministry said the dam was safe. It said the road was open.", "The ministry"),
        ("Two officials said the dam was safe. They said the road was open.", "Two officials"),
        ("A local official said the dam was safe. The official said the road was open.", "A local official"),
    ],
)
def test_without_coreference_the_last_fitting_source_is_meant(text: str, name: str) -> None:
    assert claims_of(text)[-1].source.name == name


def test_coreference_names_a_pronoun() -> None:
    text = "Ann Lee came. She said the dam was safe."
    mentions = (
        Mention(0, 7, "person", "name", Span(4, 7), 0, name="Ann Lee", chain=0),
        Mention(14, 17, "person", "pronoun", Span(14, 17), 1, chain=0),
    )
    claim = claims_of(text, mentions, (Chain("Ann Lee", "person", (0, 1)),))[-1]
    assert (claim.source.name, claim.source.kind, claim.source.mention) == ("Ann Lee", "named", 1)


def test_affiliation_comes_from_the_mention() -> None:
    text = "The Harbour Channel says the port was hit."
    channel = Mention(4, 19, "organisation", "name", Span(12, 19), 0, "Harbour Channel", (), "run by the navy", chain=0)
    mentions = (channel,)
    claim = claims_of(text, mentions, (Chain("Harbour Channel", "organisation", (0,)),))[0]
    assert (claim.source.name, claim.source.affiliation) == ("Harbour Channel", "run by the navy")


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("State TV quoted an officer as saying the dam broke. The officer says the town is flooded.", ["State TV"]),
        ("The navy said in a statement that it left. The statement added that it would return.", ["statement"]),
        ("The divers said on Facebook that all are out. The post said nobody was hurt.", ["Facebook"]),
    ],
)
def test_what_goes_on_came_the_same_way(text: str, relays: list[str]) -> None:
    first, last = claims_of(text)[0], claims_of(text)[-1]
    assert [relay.name for relay in last.via] == relays
    assert first.source.name is not None
    assert last.source.name is not None


def test_a_statement_taken_up_again_is_its_maker_s() -> None:
    claims = claims_of("The navy said in a statement that it left. The statement added that it would return.")
    assert claims[-1].source.name == "The navy"


def test_the_outlet_claims_what_nobody_else_does() -> None:
    claims = claims_of("The dam broke. Lee said it was old. Nine people died.")
    own = [claim for claim in claims if claim.source.kind == "outlet"]
    assert [claim.source.name for claim in own] == ["Tolva Herald", "Tolva Herald"]
    assert all(claim.cue is None and claim.source.start is None for claim in own)


@pytest.mark.parametrize("text", ["By Ann Lee", "(Reuters)", "A quiet morning.", "", "* * *"])
def test_credit_lines_and_fragments_claim_nothing(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('"The dam holds," Lee said.', "direct"),
        ('Lee said the dam "holds".', "mixed"),
        ("Lee said the dam holds.", "indirect"),
        ("The dam has held.", None),
    ],
)
def test_how_a_claim_is_quoted(text: str, quote: str | None) -> None:
    assert claims_of(text)[0].quote == quote


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The dam that could fail is closed.", "asserted"),
        ("Lee said the dam could fail.", "possible"),
        ("Lee said the army did not shell the town.", "asserted"),
        ("The dam will open in May.", "planned"),
        ("In May the dam opened.", "asserted"),
        ("The men likely left at night.", "likely"),
        ("Lee expects that the dam will hold.", "expected"),
        ("Lee said he was not sure where they were.", "possible"),
        ("The firm could not rule out a leak.", "possible"),
        ("The firm ruled out a leak.", "denied"),
        ("If it rained, the dam would fail.", "hypothetical"),
        ("The talks are to begin in June.", "planned"),
        ("The talks are due to begin in June.", "planned"),
    ],
)
def test_modes(text: str, mode: str) -> None:
    assert claims_of(text)[-1].mode == mode


WORDS = st.sampled_from(
    [
        *("Lee", "she", "it", "the", "a", "dam", "said", "says", "told", "according", "to", "that"),
        *('"We', "“We", "”", '"'),
        *("’s", "was", "could", "Reuters,", ",", ".", ":", ";", "(", ")", "-", "and", "who", "as", "saying", "quoted"),
        *("by", "if", "not", "claim", "of", "his", "believed", "reportedly", "adding"),
        *("Ünï", "\u0301", "\0", "\n\n", "مرحبا"),
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_spans_lie_in_the_text_and_contents_keep_their_order(text: str) -> None:
    for claim in claims_of(text):
        assert 0 <= claim.start == claim.parts[0].start < claim.parts[-1].end == claim.end <= len(text)
        assert all(before.end <= after.start for before, after in zip(claim.parts, claim.parts[1:], strict=False))
        assert claim.source.start is None or 0 <= claim.source.start < (claim.source.end or 0) <= len(text)
        assert claim.cue is None or text[claim.cue.start : claim.cue.end].strip()
        assert all(text[relay.start : relay.end].split() == relay.name.split() for relay in claim.via)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=120))
def test_any_text_gives_a_result_and_the_same_twice(text: str) -> None:
    assert claims_of(text) == claims_of(text)
