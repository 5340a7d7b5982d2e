"""Which mentions of a report mean the same, by sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.coreference import resolve_mentions
from reportedly.reading.coreference.names import is_acronym_of, is_short_for
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Chain, Mention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report


def resolve(text: str) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    report = Report("r", "r.txt", text, "")
    sentences = find_sentences(text)
    mentions = settle_kinds(find_mentions(report, sentences, ()), ())
    return resolve_mentions(report, sentences, mentions, find_quotes(text, sentences))


def meant(text: str) -> dict[str, str]:
    """The chain's name for the last mention with each wording."""
    mentions, chains = resolve(text)
    return {text[each.start : each.end]: chains[each.chain].name for each in mentions}


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("Anna Berg left. Berg was ill.", "Berg", "Anna Berg"),
        ("Norwegian Harbour Forces, or NHF, left. The NHF returned.", "NHF", "Norwegian Harbour Forces"),
        ("The Lund Canal Authority (LCA) spoke. LCA staff left.", "LCA", "Lund Canal Authority"),
        ("Islamic State (Isis) fled. Isis lost.", "Isis", "Islamic State"),
        ("Hadi bin Zorvex left. Bin Zorvex was ill.", "Bin Zorvex", "Hadi bin Zorvex"),
        ("Norden Kaisha Ltd. paid. Norden Kaisha was sorry.", "Norden Kaisha", "Norden Kaisha Ltd."),
        ("US troops left. The United States paid.", "US", "United States"),
    ],
)
def test_names_that_mean_the_same(text: str, wording: str, name: str) -> None:
    assert meant(text)[wording] == name


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Anna Berg met Tor Berg.", "Anna Berg", "Tor Berg"),
        ("The Syrian Army fought the Syrian Air Force.", "Syrian Army", "Syrian Air Force"),
        ("A spokesman for the Harbour Authority spoke.", "spokesman for the Harbour Authority", "Harbour Authority"),
        ("Syrian troops left Syria.", "Syrian", "Syria"),
        ("A man shot a man.", "man", "Syria"),
        ("Troops of the Harbour Front left. The Front stayed.", "Troops of the Harbour Front", "Harbour Front"),
    ],
)
def test_different_actors_stay_apart(text: str, one: str, other: str) -> None:
    found = meant(text)
    assert found.get(one) != found.get(other)


def test_a_last_name_goes_on_meaning_whom_the_report_names_first() -> None:
    text = "Anna Berg left Oslo. Her father, Robert Berg, is ill. Friends say Berg likes boats."
    assert meant(text)["Berg"] == "Anna Berg"


def test_those_who_made_the_report_lend_nobody_their_names() -> None:
    text = "Kim left Oslo. (Reporting by Uma Lund; Editing by Kim Berg)"
    assert meant(text)["Kim"] == "Kim"


def test_a_firm_is_no_public_body_and_nobody_who_was_told() -> None:
    text = "Norden Kaisha Ltd. filed papers with the Oslo Harbour Commission. The company was sorry."
    assert meant(text)["company"] == "Norden Kaisha Ltd."


def test_two_indefinite_descriptions_are_two() -> None:
    mentions, _ = resolve("A man shot a man.")
    assert len({each.chain for each in mentions}) == 2


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("The US-led coalition left. The coalition returned.", "coalition", "US-led coalition"),
        ("An unnamed military official spoke. The official left.", "official", "unnamed military official"),
        ("The tanker Zorvex sank. The ship was old.", "ship", "Zorvex"),
        ("The Lund Canal Authority spoke. The canal authority paid.", "canal authority", "Lund Canal Authority"),
        ("They took the town of Zorvex. The town was empty.", "town", "Zorvex"),
        ("Anna Berg, a spokeswoman for the army, spoke. The spokeswoman left.", "spokeswoman", "Anna Berg"),
        ("Police chased the suspect, identified as Carl Weber.", "suspect", "Carl Weber"),
        ("Norden Kaisha Ltd. paid. The company was sorry.", "company", "Norden Kaisha Ltd."),
        ("It happened in Norway. The country mourned.", "country", "Norway"),
        ("Gov. Tor Lund spoke. The governor left.", "governor", "Tor Lund"),
        ("The Tolva Post paid. The paper was sorry.", "paper", "Tolva Post"),
    ],
)
def test_definite_descriptions(text: str, wording: str, name: str) -> None:
    assert meant(text)[wording] == name


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("Anna Berg left. She was ill.", "She", "Anna Berg"),
        ("Mr. Berg met Mrs. Lund. She was ill.", "She", "Lund"),
        ("Anna Berg met Robert Lund. He was ill.", "He", "Robert Lund"),
        ("Robert Lund met Anna Berg. He was ill.", "He", "Robert Lund"),
        ("The Norden Agency said it would pay.", "it", "Norden Agency"),
        ("Rescuers left. They were tired.", "They", "Rescuers"),
        ("“I am tired,” Anna Berg said.", "I", "Anna Berg"),
        ("The rescuers who left were tired.", "who", "rescuers"),
        ("Carl Weber fled. “I am sorry,” he said.", "I", "Carl Weber"),
    ],
)
def test_pronouns(text: str, wording: str, name: str) -> None:
    assert meant(text)[wording] == name


def test_a_role_of_its_bearer_is_of_whom_the_possessive_means() -> None:
    mentions, _ = resolve("The Lund Canal Authority said its chief, Anton Berg, left.")
    assert [(role.title, role.of) for each in mentions for role in each.roles] == [("chief", "Lund Canal Authority")]


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("NHF", "Norwegian Harbour Forces", True),
        ("BSM", "Berg Salvage Management", True),
        ("MOHP", "Ministry of Health and Population", False),
        ("MHP", "Ministry of Health and Population", True),
        ("U.N.", "United Nations", True),
        ("Oslo", "Oslo Salvage", False),
        ("NHF", "Harbour", False),
        ("LCA", "Lund Canal", False),
    ],
)
def test_acronyms(short: str, full: str, expected: bool) -> None:
    assert is_acronym_of(short, full) is expected


def test_letters_inside_words_count_only_where_the_text_sets_the_two_equal() -> None:
    assert is_short_for("CENTCOM", "Central Command")
    assert meant("The Lund Canal is shut. LCA staff left.")["LCA"] == "LCA"


PIECES = st.sampled_from(
    ["Anna Berg", " ", " ", "the ", "said ", ". ", ", ", "\n\n", "(", ")", "“", "”", "SDF", "he ", "who ", "it ",
     "ship ", "Zorvex ",
     "militants ", "a spokesman for ", "its ", "I ", "we ", "company "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=50).map("".join) | st.text(max_size=120))
def test_every_mention_is_in_one_chain(text: str) -> None:
    mentions, chains = resolve(text)
    assert sorted(index for chain in chains for index in chain.mentions) == list(range(len(mentions)))
    assert all(index in chains[mention.chain].mentions for index, mention in enumerate(mentions))
    assert all(chain.name for chain in chains)
