"""Names, descriptions, roles and pronouns with the reading model, by sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.reading.encoder import Encoder
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.reading import Mention
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report


def mentions(text: str, encoder: Encoder) -> tuple[Mention, ...]:
    report = Report("r", "r.txt", text, "")
    sentences = find_sentences(text)
    encoded = encoder.read([[token.text for token in sentence.tokens] for sentence in sentences])
    return settle_kinds(find_mentions(report, sentences, find_times(report, sentences), encoded), (), encoded)


NAMES = [
    # People, with and without titles.
    ("Col. Anna Berg met the mayor of Oslo on Friday.", "Anna Berg", "person"),
    ("Prime Minister Tor Lund said on Monday that the bridge was safe.", "Tor Lund", "person"),
    ("President Hadi al-Karim flew to Berlin.", "Hadi al-Karim", "person"),
    ("Police arrested Mr. Weber at his home in Hamburg.", "Weber", "person"),
    ("Dr. Amina Yusuf, who runs the clinic, said patients were sleeping in corridors.", "Amina Yusuf", "person"),
    ("The villagers blamed Abu Omar, a local commander.", "Abu Omar", "person"),
    ("Park Sun-ae told reporters that the talks had failed.", "Park Sun-ae", "person"),
    ("Ursula von der Heide resigned on Tuesday.", "Ursula von der Heide", "person"),
    # Bodies.
    ("The Ministry of Health and Population shut it.", "Ministry of Health and Population", "organisation"),
    ("Norden Kaisha Ltd. said its ship was safe.", "Norden Kaisha Ltd.", "organisation"),
    ("The Norwegian Refugee Council sent tents to the camp.", "Norwegian Refugee Council", "organisation"),
    ("Reuters reported that the two men had been released.", "Reuters", "organisation"),
    ("The European Union condemned the attack.", "European Union", "organisation"),
    ("The Lund Liberation Front claimed the attack.", "Lund Liberation Front", "group"),
    ("Islamic State fighters fled to the north.", "Islamic State", "group"),
    ("The Taliban denied the report.", "Taliban", "group"),
    # Places, also inside the names of bodies.
    ("The storm hit Honduras and Guatemala.", "Honduras", "place"),
    ("Flights from Oslo Airport were cancelled.", "Oslo Airport", "facility"),
    ("The tanker ran aground near the Strait of Hormuz.", "Strait of Hormuz", "place"),
    ("The University of Nairobi closed its gates.", "University of Nairobi", "organisation"),
    ("The Bank of Norway raised rates.", "Bank of Norway", "organisation"),
    ("Britain said it would send two planes.", "Britain", "place"),
    # Vehicles.
    ("The tanker Norden Star sank off the coast of Oman.", "Norden Star", "vehicle"),
    ("The MV Aurora left Rotterdam with 19 crew.", "MV Aurora", "vehicle"),
    # Acronyms.
    ("The UN said that 40,000 people had fled.", "UN", "organisation"),
    ("UNICEF said schools would stay shut.", "UNICEF", "organisation"),
    ("The manager, Berg Salvage Management (BSM), said so on Friday.", "Berg Salvage Management", "organisation"),
    # Peoples.
    ("Kurdish fighters took the hill.", "Kurdish", "nationality"),
    ("Two Norwegians were among the dead.", "Norwegians", "nationality"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), NAMES)
def test_names_are_found_with_their_kind(text: str, name: str, kind: str, trained: Encoder) -> None:
    found = {each.name: each.kind for each in mentions(text, trained) if each.form == "name"}
    assert found.get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Losing the bridge would hurt trade.",
        "Twelve sailors drowned on Monday night.",
        pytest.param(
            "Dredging was stopped in March. However, work goes on.",
            marks=pytest.mark.xfail(reason="the model takes a rare word with a capital for a name"),
        ),
        "“Yes,” she said. “Nobody came.”",
    ],
)
def test_capitals_and_dates_are_no_names(text: str, trained: Encoder) -> None:
    assert [each.name for each in mentions(text, trained) if each.form == "name"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("STORM KILLS NINE IN HONDURAS\n\nA storm killed nine people in Honduras on Friday.", {"HONDURAS", "Honduras"}),
        ("MINE COLLAPSE IN OSLO\n\nA mine collapsed in Oslo on Friday.", {"OSLO", "Oslo"}),
        ("Ferry Sinks Near Manila, Police Say\n\nA ferry sank near Manila on Friday, police said.", {"Manila"}),
    ],
)
def test_odd_capitals(text: str, names: set[str], trained: Encoder) -> None:
    assert {each.name for each in mentions(text, trained) if each.form == "name"} == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Col. Anna Berg spoke to reporters.", ("Anna Berg", "Col.", None)),
        ("Norwegian Prime Minister Tor Lund spoke to reporters.", ("Tor Lund", "Prime Minister", "Norway")),
        ("A spokesman for the coalition, Tor Lund, said so.", ("Tor Lund", "spokesman", "coalition")),
        ("The coalition spokesman, Col. Tor Lund, said so.", ("Tor Lund", "spokesman", "coalition")),
        ("Tor Lund, a spokesman for the US-led coalition, said so.", ("Tor Lund", "spokesman", "US-led coalition")),
        ("Norway's president, Anna Berg, left the room.", ("Anna Berg", "president", "Norway")),
        ("Anna Berg, head of the Harbour Authority, left the room.", ("Anna Berg", "head", "Harbour Authority")),
        ("Anna Berg, 38, a former police officer, was killed.", ("Anna Berg", "former police officer", None)),
        ("Norden Kaisha, the owner of the ship, paid.", ("Norden Kaisha", "owner", "ship")),
    ],
)
def test_roles(text: str, expected: tuple[str, str, str | None], trained: Encoder) -> None:
    found = [(each.name, role.title, role.of) for each in mentions(text, trained) for role in each.roles]
    assert expected in found


DESCRIPTIONS = [
    ("The militants fled the town.", ["militants", "town"]),
    ("About 275 local extremists surrendered.", ["275 local extremists"]),
    ("The US-led coalition left the country.", ["US-led coalition", "country"]),
    ("Officials say more than 100 fishermen are missing.", ["Officials", "100 fishermen"]),
    ("A spokesman for the army denied it.", ["spokesman for the army", "army"]),
    ("An unnamed military official told the paper so.", ["unnamed military official", "paper"]),
    ("Police questioned the driver of the lorry.", ["Police", "driver of the lorry", "lorry"]),
    ("Norway's canal authority closed the lock.", ["canal authority"]),
    ("The rescue workers who came first found nobody.", ["rescue workers"]),
    ("Isis fighters held the hospital.", ["Isis fighters", "hospital"]),
    ("The container ship blocked the canal.", ["container ship", "canal"]),
]


@pytest.mark.parametrize(("text", "expected"), DESCRIPTIONS)
def test_descriptions(text: str, expected: list[str], trained: Encoder) -> None:
    found = [text[each.start : each.end] for each in mentions(text, trained) if each.form == "nominal"]
    assert [each for each in found if each in expected] == expected


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("The militants fled.", True),
        ("The militant fled.", False),
        ("Police came.", True),
        ("Two areas were cleared.", True),
    ],
)
def test_number(text: str, plural: bool, trained: Encoder) -> None:
    assert [each.plural for each in mentions(text, trained) if each.form == "nominal"] == [plural]


def test_the_pit_is_no_pronoun(trained: Encoder) -> None:
    text = "The mine was closed after the accident. The owner said the mine was safe."
    assert [each.start for each in mentions(text, trained) if each.form == "pronoun"] == []


@pytest.mark.parametrize("text", [row[0] for row in NAMES] + [row[0] for row in DESCRIPTIONS])
def test_mentions_lie_in_their_sentence_and_in_order(text: str, trained: Encoder) -> None:
    sentences, found = find_sentences(text), mentions(text, trained)
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        sentence = sentences[each.sentence]
        assert sentence.start <= each.start <= each.head.start < each.head.end <= each.end <= sentence.end
