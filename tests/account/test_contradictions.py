"""What contradicts what, from the words of reports: charges, states, hours, ranks, kinds, parties, causes, sizes."""

from __future__ import annotations

from datetime import date

import pytest

import reportedly
from reportedly.account.account import Account, Disagreement
from reportedly.account.disagreements.likeness import roots
from reportedly.account.reckon import reckon
from reportedly.report import Report, report_id

DAY = date(2031, 5, 14)


def read(*texts: str, days: tuple[int, ...] = ()) -> Account:
    reports = []
    for number, text in enumerate(texts):
        published = DAY.replace(day=DAY.day + (days[number] if days else 0))
        outlet = ("The Tarsa Post", "Radio Orla", "Lund Wire", "The Fjord Mail")[number]
        reports.append(Report(report_id(text, outlet, published, None), f"{number}.txt", text, "0", outlet, published))
    reader = reportedly.Reader()
    return reckon(reports, {report.id: reader.read(report) for report in reports}, as_one=True)


def reasons(*texts: str, kind: str, days: tuple[int, ...] = ()) -> list[Disagreement]:
    return [found for found in read(*texts, days=days).disagreements if found.kind == kind]


CHARGED = "The harbour union accused Tarsa Shipping of dumping oil in the bay. "


def test_who_is_accused_and_denies_it_is_told_with_the_accusation() -> None:
    (found,) = reasons(CHARGED + "Tarsa Shipping denied dumping any oil in the bay.", kind="denial")
    assert found.status == "within_report"
    assert "accuses Tarsa Shipping of dumping oil" in found.reason
    assert "denies dumping any oil" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        CHARGED + "A judge denied a request by Tarsa Shipping for more time.",
        CHARGED + "Tarsa Shipping rejected an offer of 40 million dollars for its tankers.",
        "The harbour union said that Tarsa Shipping had dumped oil. Reporters were denied entry to the port by guards.",
    ],
    ids=["a court refuses", "an offer is turned down", "nobody denies a statement"],
)
def test_what_is_refused_is_no_denial(text: str) -> None:
    assert reasons(text, kind="denial") == []


STOPPED = "Work on the dam at Tarsa stopped on Tuesday night, two engineers said."
GOES_ON = "Work goes on around the clock, said Ada Lund, the head of the water board."


def test_opposite_states_of_one_thing_on_one_day_by_two_speakers() -> None:
    (found,) = reasons(STOPPED, GOES_ON, kind="denial")
    assert found.reason.startswith("Going on or stopped: ")
    assert "two engineers say" in found.reason
    assert "Ada Lund says" in found.reason


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        (STOPPED, GOES_ON, (0, 2)),
        (STOPPED, "Trade goes on around the clock, said Ada Lund, the head of the water board.", (0, 0)),
        (STOPPED, "Work would go on around the clock if the rain stopped, said Ada Lund.", (0, 0)),
    ],
    ids=["another day", "another thing", "a condition"],
)
def test_states_that_contradict_nobody(first: str, second: str, days: tuple[int, ...]) -> None:
    assert reasons(first, second, days=days, kind="denial") == []


def test_two_hours_of_one_death() -> None:
    texts = (
        "The skipper Ivo Marn died at 1 a.m. on Wednesday, the coast guard said.",
        "Ivo Marn died around 2 a.m. on Wednesday, said Ada Lund, a doctor in Tarsa.",
    )
    (found,) = reasons(*texts, kind="date")
    assert found.reason.startswith("The hour of the death of Ivo Marn: ")
    assert "1 a.m" in found.reason
    assert "2 a.m" in found.reason


def test_two_ranks_of_one_man() -> None:
    texts = ("Lieutenant Ivo Marn led the search, the navy said.", "Captain Ivo Marn led the search on Tuesday.")
    (found,) = reasons(*texts, kind="identity")
    assert found.reason == "Rank of Ivo Marn: Radio Orla says Captain; the Tarsa Post says Lieutenant."


def test_an_office_with_the_word_of_a_rank_is_no_rank() -> None:
    texts = ("Attorney General Ivo Marn opened an inquiry.", "Colonel Ivo Marn opened an inquiry on Tuesday.")
    assert reasons(*texts, kind="identity") == []


def test_two_kinds_of_one_ship() -> None:
    texts = ("The tanker Orla Star ran aground near Bergen.", "The ferry Orla Star ran aground near Bergen on Tuesday.")
    (found,) = reasons(*texts, kind="identity")
    assert found.reason.startswith("Kind of Orla Star: ")


def test_a_cause_that_one_names_and_another_plays_down() -> None:
    texts = (
        "The ferry crash in Tarsa was caused by engine failure, said Ada Lund, an inspector.",
        "The ferry crash in Tarsa had many reasons and not only engine failure, Ivo Marn said.",
    )
    found = reasons(*texts, kind="cause")
    assert any("it was not only engine failure" in each.reason and "Ada Lund names" in each.reason for each in found)


def test_not_only_before_a_verb_plays_down_no_cause() -> None:
    texts = (
        "The ferry crash in Tarsa was caused by engine failure, said Ada Lund, an inspector.",
        "Not only is engine failure behind the ferry crash in Tarsa, the harbour was dark for many reasons, Marn said.",
    )
    assert not any("it was not only" in each.reason for each in reasons(*texts, kind="cause"))


def test_words_of_one_root_are_alike() -> None:
    assert roots("He was threatened and exchanged") & roots("a threat, an exchange") == {"threat", "exchan"}


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        (
            "Four people were shot at the docks, police said.",
            "Five people were shot at the docks, police said.",
            (0, 1),
        ),
        ("Four people were shot at the docks.", "Three people were shot in the leg and another in the arm.", (0, 0)),
        ("Forty people were killed in the storm.", "The death toll may be 50, aid workers said.", (0, 0)),
        ("Four dockers were shot.", "Three dockers were shot and suffered minor wounds, a nurse said.", (0, 0)),
    ],
    ids=["a count that rose", "one beside the others", "a guess", "those hurt lightly"],
)
def test_counts_that_contradict_nobody(first: str, second: str, days: tuple[int, int]) -> None:
    assert reasons(first, second, kind="figure", days=days) == []


def test_a_larger_number_of_those_hurt_lightly_contradicts_the_whole() -> None:
    (found,) = reasons(
        "Four people were injured at the docks, police said.",
        "Five people were injured by glass, none of them badly, said Ada Lund, the mayor of Tarsa.",
        kind="figure",
    )
    assert "four people" in found.reason
    assert "five people" in found.reason


def test_officers_beside_others_are_all_officers() -> None:
    (found,) = reasons(
        "Four officers were injured at the docks, said Ada Lund, the mayor of Tarsa.",
        "Five officers and two civilians were injured at the docks, police said.",
        kind="figure",
    )
    assert "officers" in found.reason


def test_two_numbers_under_two_labels_are_told_once() -> None:
    found = reasons(
        "Mia Lund, 7, was hurt at the docks. The 7-year-old girl is in hospital.",
        "Mia Lund, 8, was hurt at the docks. The 8-year-old girl is in hospital.",
        kind="identity",
    )
    assert [each.reason.partition(":")[0] for each in found] == ["Age of Mia Lund"]


def test_what_many_voices_without_a_name_say_is_no_disagreement() -> None:
    text = "One blames Tarsa Shipping for the oil in the bay. Tarsa Shipping denied the charge."
    assert reasons(text, kind="denial") == []
