"""What is set side by side is told of one thing: scenes of numbers, deeds of days and hours, accusations."""

from __future__ import annotations

import pytest
from tests.account.test_contradictions import reasons

from reportedly.account.account import ClaimEntry, ClaimSource
from reportedly.account.voices import STATEMENTS, Voices, joined, plain
from reportedly.report import Report

QUAKE = "TARSA - An earthquake shook the harbour town of Tarsa on Monday and tore down houses along the Orla river. "
AGAIN = "TARSA - The earthquake that shook Tarsa on Monday tore down houses on both banks of the Orla river. "
FIRE = "MARNA - A fire in a textile mill in Marna burned all night, and crews from three valleys fought the flames. "


def test_two_tolls_of_one_scene_are_set_side_by_side() -> None:
    (found,) = reasons(
        QUAKE + "Eleven people were killed, the governor said.",
        AGAIN + "Fourteen people were killed, the Red Crescent said.",
        kind="figure",
    )
    assert "eleven people" in found.reason.lower()
    assert "fourteen people" in found.reason.lower()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            QUAKE + "Eleven people were killed, the governor said.",
            FIRE + "Fourteen people were killed, the mayor said.",
        ),
        (
            QUAKE + "Eleven people were killed, the governor said.",
            AGAIN + "In 1987 a quake killed fourteen people, the museum said.",
        ),
        (
            QUAKE + "Eleven people were killed, the governor said.",
            AGAIN + "Fourteen possible deaths are being looked into, the Red Crescent said.",
        ),
        (
            QUAKE + "Eleven people are killed a day on the roads of the province, the governor said.",
            AGAIN + "Fourteen people were killed, the Red Crescent said.",
        ),
        (
            QUAKE + "Eleven people were killed, the governor said.",
            AGAIN + "A 14 - year - old boy was killed, the Red Crescent said.",
        ),
        (
            QUAKE + "Eleven people died at the scene, the governor said.",
            AGAIN + "Fourteen people were killed, the Red Crescent said.",
        ),
        (
            QUAKE + "Eleven people in Tarsa, two people in Lund and one in Birk were killed, the governor said.",
            AGAIN + "Fourteen people were killed, the Red Crescent said.",
        ),
    ],
    ids=["another scene", "another year", "suspected", "a rate", "an age in pieces", "at the scene", "town by town"],
)
def test_numbers_of_two_scenes_contradict_nobody(first: str, second: str) -> None:
    assert reasons(first, second, kind="figure") == []


def test_a_count_that_rose_from_day_to_day_was_not_taken_back() -> None:
    first = QUAKE + "The clinic counted 91 injured people, the governor said."
    second = AGAIN + "The clinic counted 109 injured people, up from 91 a day ago, the governor said."
    assert reasons(first, second, kind="figure", days=(0, 1)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Tarsa has many schools. Five schools in Lund are closed, the board said.",
            "The school board of Birk met, the university nearby is open, the dean said.",
        ),
        ("The man is alive, doctors said.", "The man died, the mayor said."),
        ("The bridge at Lund was closed in 1987, the museum said.", "The bridge at Birk is open, the mayor said."),
    ],
    ids=["a comma parts them", "anybody", "two bridges"],
)
def test_states_of_two_things_contradict_nobody(first: str, second: str) -> None:
    assert reasons(first, second, kind="denial") == []


def test_when_he_was_shot_is_not_when_he_died() -> None:
    first = "Olan Birk was shot in the chest at 11:35 a.m. on Tuesday, police said."
    second = "Olan Birk was shot on Tuesday and pronounced dead at 11:59 a.m., the coroner said."
    assert reasons(first, second, kind="date") == []


def test_the_day_on_which_her_son_died_is_not_hers() -> None:
    first = "Orla Lund died on Sunday in the clinic at Tarsa, her family said."
    second = "Orla Lund fell ill in May. Her son Jack died on Monday in the clinic at Tarsa, her family said."
    assert reasons(first, second, kind="date") == []


def test_who_is_accused_is_nobody_who_accuses() -> None:
    text = "Ivo Marn is accused of arson at the Tarsa depot. Marn denied any wrongdoing."
    (found,) = reasons(text, kind="denial")
    assert "the Tarsa Post says “Ivo Marn is accused of arson" in found.reason.replace("The Tarsa", "the Tarsa")
    assert "denies any wrongdoing" in found.reason


def test_a_deed_that_nobody_is_accused_of_is_not_denied() -> None:
    text = "The coroner said that Orla Lund died of cold in the harbour. Lund denied any wrongdoing."
    assert reasons(text, kind="denial") == []


@pytest.mark.parametrize(
    "text",
    [
        "The board said the union wanted a deal on pay. The mayor denied the union an offer of a deal on pay.",
        "The harbour union accused you of crying wolf. The board denied that.",
    ],
    ids=["a request", "you"],
)
def test_what_answers_no_statement(text: str) -> None:
    assert reasons(text, kind="denial") == []


def test_a_denial_keeps_its_verb_and_the_words_that_belong_to_it() -> None:
    text = "The harbour union accused Tarsa Shipping of dumping oil. Tarsa Shipping rejected the accusation of dumping."
    (found,) = reasons(text, kind="denial")
    assert found.reason.endswith("Tarsa Shipping rejects the accusation of dumping.")


@pytest.mark.parametrize(
    ("cut", "shown"),
    [
        ("Lund 's `` plan '' -LRB- of May -RRB- , he said", "Lund's plan (of May), he said"),
        ("a 16 - year - old boy did n't run", "a 16-year-old boy didn't run"),
        ("bailed for $ 75,000", "bailed for $75,000"),
        ("The crane - it was old - fell", "The crane - it was old - fell"),
    ],
)
def test_words_that_were_cut_apart_are_joined_for_the_reader(cut: str, shown: str) -> None:
    assert plain(cut) == shown


def test_a_text_as_printed_stays_as_it_is() -> None:
    text = "“It fell,” said Lund's son (41); the ’quake was over."
    assert joined(text) == text


def test_a_scrap_of_a_name_says_nothing() -> None:
    text = QUAKE + "Eleven people were killed, the governor said."
    report = Report("r1", "1.txt", text, "0", "The Tarsa Post")
    names = {"c1": "the head of the", "c2": "RRB- Ada Lund", "c3": "The"}
    told = Voices({"r1": report}, {key: said(key, name) for key, name in names.items()})
    assert [told.speaker(key, "r1") for key in names] == ["The Tarsa Post", "Ada Lund", "The Tarsa Post"]


def said(key: str, name: str) -> ClaimEntry:
    source = ClaimSource("named", name, None, None, None)
    return ClaimEntry(key, "r1", 0, 4, "text", source, (), None, None, "asserted", "speech", "o:1", (), ())


def test_a_train_is_no_second_kind_of_a_plane() -> None:
    texts = (
        "The plane Orla Star came down near Bergen. The crew left the wreck.",
        "The Orla Star plane came down near Bergen on Tuesday. The train to Bergen stood still, the railway said.",
    )
    assert reasons(*texts, kind="identity") == []


def test_a_part_and_the_whole_are_of_one_thing() -> None:
    ship = "LOTA - Crews have partially refloated the tanker wedged across the strait, a shipping firm said on Monday. "
    (found,) = reasons(ship, "LOTA - The tanker was floating again on Monday, the port director said.", kind="denial")
    assert found.reason.startswith("In part or wholly")
    assert not reasons(
        QUAKE + "Three clinics in Tarsa were partially destroyed, the Red Crescent said.",
        AGAIN + "More homes in Tarsa were destroyed, the governor said.",
        kind="denial",
    )


def test_a_navy_is_of_no_kind_of_craft() -> None:
    assert not reasons(
        "LOTA - The Orno Navy tanker reached Lota on Monday, the port said.",
        "LOTA - The Orno Navy frigate reached Lota on Monday, police said.",
        kind="identity",
    )


@pytest.mark.parametrize(
    "words",
    [
        "the prime minister 's claim that the war was over",
        "the finding of the report that nobody was told",
        "suggestions that the wall was low",
    ],
)
def test_what_is_denied_as_a_thing_keeps_its_verb(words: str) -> None:
    assert STATEMENTS.match(words)
    assert not STATEMENTS.match("the wall of the harbour was low")
