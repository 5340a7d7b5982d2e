"""Names, descriptions, titles, roles and pronouns, by sentences of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.reading import Location, Mention, PlaceMention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report


def report(text: str) -> Report:
    return Report("r", "r.txt", text, "")


def mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(report(text), find_sentences(text), ())


def names(text: str) -> list[str]:
    return [
        text[each.start : each.end] for each in mentions(text) if each.form == "name" and each.kind != "nationality"
    ]


def kinds(text: str) -> dict[str, str]:
    return {text[each.start : each.end]: each.kind for each in mentions(text) if each.form == "name"}


def described(text: str) -> list[str]:
    return [text[each.start : each.end] for each in mentions(text) if each.form == "nominal"]


def roles(text: str) -> list[tuple[str, str, str | None]]:
    return [(each.name or "", role.title, role.of) for each in mentions(text) for role in each.roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister met Hadi al-Karim in Lund.", ["Hadi al-Karim", "Lund"]),
        ("She wrote to Ursula von der Heide and Pieter de Groot.", ["Ursula von der Heide", "Pieter de Groot"]),
        ("The Ministry of Health and Population said so.", ["Ministry of Health and Population"]),
        ("Staff of the Norwegian Observatory for Human Rights left.", ["Norwegian Observatory for Human Rights"]),
        (
            "The Department of Environment, Land, Water and Planning agreed.",
            ["Department of Environment, Land, Water and Planning"],
        ),
        ("He works for Food and Drug Administration staff.", ["Food and Drug Administration"]),
        ("It flew over Turkey and Iran.", ["Turkey", "Iran"]),
        ("The boat belongs to Norden Kaisha, Ltd. of Osaka.", ["Norden Kaisha, Ltd.", "Osaka"]),
        ("A crew from Channel 9 met Flight 214.", ["Channel 9", "Flight 214"]),
        ("He joined the Women's Rugby Union.", ["Women's Rugby Union"]),
        ("She spoke to Kenya's Daily Herald.", ["Kenya", "Daily Herald"]),
        ("It was Hapag-Norden that paid.", ["Hapag-Norden"]),
        ("They met Park Sun-ae on Monday in May.", ["Park Sun-ae"]),
        ("A freighter, the Never Late, sank.", ["Never Late"]),
        ("The Iran-backed force left.", ["Iran"]),
        ("It was signed by Vice Premier Liu He.", ["Liu He"]),
        ("The Prosecutor General's Office spoke.", ["Prosecutor General's Office"]),
        (
            "It was closed by Transport for Lund and the Joint Chiefs of Staff.",
            ["Transport for Lund", "Joint Chiefs of Staff"],
        ),
        ("The photo shows Anna Berg UN staff left.", ["Anna Berg", "UN"]),
        ("It was told to the UN Anna Berg said.", ["UN", "Anna Berg"]),
        ("They paid Anna Partners LLC on time.", ["Anna Partners LLC"]),
        ("They met Anna Berg III.", ["Anna Berg III"]),
        ("It left at 5:45 PM EST on Monday.", []),
        ("Read more: Anna Berg Accuses Hadi Karim of theft.", ["Anna Berg", "Hadi Karim"]),
        ("It rained in Lund EPA Zorvex players left.", ["Lund EPA", "Zorvex"]),
    ],
)
def test_a_name_runs_as_far_as_its_words_go(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve sailors drowned.", []),
        ("Dredging goes on. However, it is slow.", []),
        ("Losing Lund would hurt.", ["Lund"]),
        ("But Zorvex denied it.", ["Zorvex"]),
        ("Central Military Media reported it.", ["Central Military Media"]),
        ("The firm Blossom paid. Blossom said it was sorry.", ["Blossom", "Blossom"]),
        ('"We left," Pence said.', ["Pence"]),
        ("OSLO (Reuters) - Rescuers found them.", ["OSLO", "Reuters"]),
        ("Zorvex Ferry Sinks After Storm Hits Harbour\n\nThe Zorvex ferry sank on Monday.", ["Zorvex", "Zorvex"]),
        ("The Authority met again. A TV was on.", []),
        ("He stole the gift of Zorvex WATCH THIS Tarva was told to pay.", ["Zorvex", "Tarva"]),
        ("It is sunny CLOSE WHAT YOU NEED TO KNOW ABOUT ANNA BERG Anna Berg left.", ["ANNA BERG", "Anna Berg"]),
    ],
)
def test_a_capital_at_the_head_of_a_sentence_or_headline_needs_evidence(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mr. Zorvex left.", "Zorvex", "person"),
        ("Anna Zorvex left. Zorvex was ill.", "Zorvex", "person"),
        ("Tarva Zorvex, 38, of Lund, left.", "Tarva Zorvex", "person"),
        ("Tarva, a spokesman for the army, spoke.", "Tarva", "person"),
        ("The Zorvex Shipping Agency spoke.", "Zorvex Shipping Agency", "organisation"),
        ("It was reported by Reuters.", "Reuters", "organisation"),
        ("The Zorvex Liberation Front spoke.", "Zorvex Liberation Front", "group"),
        ("Isis fled.", "Isis", "group"),
        ("The tanker Zorvex sank.", "Zorvex", "vehicle"),
        ("The MV Zorvex sank.", "MV Zorvex", "vehicle"),
        ("They reached Zorvex Airport.", "Zorvex Airport", "facility"),
        ("He lives in Zorvex.", "Zorvex", "place"),
        ("He lives in the city of Zorvex.", "Zorvex", "place"),
        ("He lives near the Zorvex River.", "Zorvex River", "place"),
        ("Hurricane Zorvex came.", "Hurricane Zorvex", "event"),
        ("The Zorvex Cup began.", "Zorvex Cup", "event"),
        ("A Kurdish force left.", "Kurdish", "nationality"),
        ("It is said that Zorvex is dear.", "Zorvex", "other"),
        ("He has a stake in Zorvex. Zorvex shares fell.", "Zorvex", "organisation"),
        ("Two of Zorvex's executives sold.", "Zorvex", "organisation"),
        ("He joined Major League Cricket, an organisation.", "Major League Cricket", "organisation"),
        ("Two men are in hospital in Orno, the health department said.", "Orno", "place"),
    ],
)
def test_the_kind_of_a_name_is_by_evidence(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


def test_a_name_of_unknown_kind_that_the_gazetteer_resolves_is_a_place() -> None:
    found = mentions("It is said that Zorvex is dear.")
    location = Location("Zorvex", 1.0, 2.0, "NO", None, 7, "PPL", 1)
    name = next(each for each in found if each.form == "name")
    place = PlaceMention(name.start, name.end, 0, location, 0.9)
    settled = settle_kinds(found, (place,))
    assert [each.kind for each in settled if each.form == "name"] == ["place"]
    assert settle_kinds(found, (replace(place, location=None),)) == found


def test_an_unresolved_name_of_two_foreign_words_is_taken_for_a_person() -> None:
    settled = settle_kinds(mentions("It is said that Tarvo Zorvex is dear."), ())
    assert [each.kind for each in settled if each.form == "name"] == ["person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Col. Anna Berg spoke.", [("Anna Berg", "Col.", None)]),
        ("Mr. Berg spoke.", []),
        ("Prime Minister Anna Berg spoke.", [("Anna Berg", "Prime Minister", None)]),
        ("Norwegian Prime Minister Anna Berg spoke.", [("Anna Berg", "Prime Minister", "Norway")]),
        ("Lund Deputy Governor Anna Berg spoke.", [("Anna Berg", "Deputy Governor", "Lund")]),
        ("Secretary of State Anna Berg spoke.", [("Anna Berg", "Secretary of State", None)]),
        ("The spokesman Anton Berg spoke.", [("Anton Berg", "spokesman", None)]),
        (
            "Anna Berg, a spokeswoman for the Harbour Authority, or HA, spoke.",
            [("Anna Berg", "spokeswoman", "Harbour Authority")],
        ),
        ("A spokesman for the Kurdish militia, Anton Berg, says so.", [("Anton Berg", "spokesman", "Kurdish militia")]),
        (
            "Anton Berg, the head of the Oslo-based Norwegian Observatory for Human Rights, spoke.",
            [("Anton Berg", "head", "Oslo-based Norwegian Observatory for Human Rights")],
        ),
        ("Harbour Authority chairman Anton Berg spoke.", [("Anton Berg", "chairman", "Harbour Authority")]),
        ("Anton Berg, a U.S. military spokesman, spoke.", [("Anton Berg", "spokesman", "U.S. military")]),
        ("Anton Berg, 38, of Lund, a former police officer, died.", [("Anton Berg", "former police officer", None)]),
        ("Norway's president, Anna Berg, spoke.", [("Anna Berg", "president", "Norway")]),
        ("They met Fort Lund County Sheriff Anna Berg.", [("Anna Berg", "Sheriff", "Fort Lund County")]),
        ("They met Lund County Sheriff Deputies.", []),
        (
            "Anna Berg, the minister for women and equality, spoke.",
            [("Anna Berg", "minister for women and equality", None)],
        ),
        ("Former Norwegian President Anna Berg spoke.", [("Anna Berg", "former President", "Norway")]),
        ("The Norwegian information minister, Anna Berg, spoke.", [("Anna Berg", "information minister", "Norway")]),
        ("S. Korean President Park Sun-ae spoke.", [("Park Sun-ae", "President", "South Korea")]),
        ("EPA Norwegian President Anna Berg spoke.", [("Anna Berg", "President", "Norway")]),
        ("The Norwegian journalist Anna Berg spoke.", [("Anna Berg", "Norwegian journalist", None)]),
        ("British Foreign Secretary Anna Berg spoke.", [("Anna Berg", "British Foreign Secretary", None)]),
        (
            "A Norwegian court sentenced ousted Islamist president Anna Berg.",
            [("Anna Berg", "Islamist president", None)],
        ),
        (
            "Anna Berg, the Norwegian chief cabinet secretary, spoke.",
            [("Anna Berg", "chief cabinet secretary", "Norway")],
        ),
        (
            "Anna Berg, president for Europe at Zorvex Ltd, spoke.",
            [("Anna Berg", "president for Europe", "Zorvex Ltd")],
        ),
        (
            "Anna Berg, director of policy and research, spoke.",
            [("Anna Berg", "director of policy and research", None)],
        ),
        (
            "Anna Berg, a professor of marine biology at Lund University, spoke.",
            [("Anna Berg", "professor of marine biology", "Lund University")],
        ),
        ("Anna Berg, head of security forces, spoke.", [("Anna Berg", "head", "security forces")]),
        ("Anna Berg, head of the intelligence firm Zorvex, spoke.", [("Anna Berg", "head", "Zorvex")]),
        ("'It rained for years,' owner Anton Berg said.", [("Anton Berg", "owner", None)]),
        ("A spokeswoman for the festival Anna Berg spoke.", [("Anna Berg", "spokeswoman", "festival")]),
        ("It was said by the official Zorvex News Agency.", []),
        ("Secretary-General Anna Berg spoke.", [("Anna Berg", "Secretary-General", None)]),
        ("The Cardinals Anton Berg joined won.", []),
        ("General Anton Cook spoke to Major Cook.", [("Anton Cook", "General", None), ("Cook", "Major", None)]),
    ],
)
def test_titles_and_appositions_are_roles(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Harbour Media, an outlet affiliated with the Norwegian military, said so.",
            "Harbour Media",
            "affiliated with the Norwegian military",
        ),
        ("The pro-government Al-Nour TV said so.", "Al-Nour TV", "pro-government"),
        ("The Hezbollah-run Al-Nour TV said so.", "Al-Nour TV", "Hezbollah-run"),
        ("The Harbour Agency said so.", "Harbour Agency", None),
    ],
)
def test_affiliation_is_kept(text: str, name: str, expected: str | None) -> None:
    assert [each.affiliation for each in mentions(text) if each.name == name] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US-led coalition left.", ["US-led coalition"]),
        ("An unnamed military official spoke.", ["unnamed military official"]),
        ("Local activists and foreign monitoring groups spoke.", ["Local activists", "foreign monitoring groups"]),
        ("It was said by three canal sources.", ["three canal sources"]),
        ("A spokesman for the US-led coalition spoke.", ["spokesman for the US-led coalition", "US-led coalition"]),
        ("Police said officials left.", ["Police", "officials"]),
        ("Pro-government troops took it.", ["Pro-government troops"]),
        ("A statement emailed on Monday said so.", ["statement"]),
        ("They began to head home and report back.", []),
        ("Norway's canal authority spoke.", ["canal authority"]),
        ("The Hezbollah-run TV station said so.", ["Hezbollah-run TV station"]),
        ("The rescue workers spoke.", ["rescue workers"]),
        ("A House panel voted.", ["House panel"]),
    ],
)
def test_descriptions(text: str, expected: list[str]) -> None:
    assert described(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They fled into the dense Zorvex forest.", "Zorvex forest", "place"),
        ("They fled to Zorvex nuclear power plant.", "Zorvex nuclear power plant", "facility"),
        ("They hit the main railway station of Zorvex.", "railway station of Zorvex", "facility"),
        ("They seized the port of Zorvex.", "port of Zorvex", "facility"),
        ("They hit the university hospital of Zorvex.", "university hospital of Zorvex", "facility"),
    ],
)
def test_a_description_that_tells_where_is_a_name(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "They left an Egypt jail.",
        "It hit the Norway island of Zorvex.",
        "They hit a hospital.",
        "They left a port of Zorvex.",
    ],
)
def test_one_of_many_is_a_description(text: str) -> None:
    assert set(names(text)) <= {"Egypt", "Norway", "Zorvex"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said he saw them.", ["She", "he", "them"]),
        ("It is raining, and it is likely that it floods.", ["it"]),
        ("The firm said it would pay.", ["it"]),
        ("The man who fled left the US.", ["who"]),
    ],
)
def test_pronouns_that_refer(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end] for each in mentions(text) if each.form == "pronoun"] == expected


def test_number_is_read() -> None:
    plural = {
        text: [each.plural for each in mentions(text)] for text in ("Militants fled.", "The man fled.", "Police came.")
    }
    assert plural == {"Militants fled.": [True], "The man fled.": [False], "Police came.": [True]}


PIECES = st.sampled_from(
    ["Anna", "Berg", "al", "-", "’s", "'s", " ", " ", " ", "of", "the", "for", "Ministry", "said", ".", ",", "\n\n",
     "(", ")", '"', "“",
     "president", "U.S.", "spokesman", "12", "é", "\u0301", "\x00", "مرحبا", "A", "and", "&", "Col.", "who", "it", "—"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_mentions_lie_in_their_sentence_and_in_order(text: str) -> None:
    sentences = find_sentences(text)
    found = settle_kinds(find_mentions(report(text), sentences, ()), ())
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        sentence = sentences[each.sentence]
        assert sentence.start <= each.start <= each.head.start < each.head.end <= each.end <= sentence.end
        assert (each.name is not None) == (each.form == "name")


def test_the_same_report_gives_the_same_mentions() -> None:
    text = "Col. Anna Berg, a spokeswoman for the Harbour Authority (HA), said police saw the MV Zorvex near Lund."
    assert mentions(text) == mentions(text)
