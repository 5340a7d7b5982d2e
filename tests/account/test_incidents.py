"""Incidents: which reports of a story tell of one, and how many it killed and hurt."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from reportedly.account.account import Incident
from reportedly.account.decisions import Wish, make_decision
from reportedly.account.incidents import deeds, harms, sight
from reportedly.account.incidents.gathering import gather_incidents
from reportedly.account.incidents.likeness import agreement, signs
from reportedly.account.reckon import reckon
from reportedly.reading.events.ontology import ontology
from reportedly.reading.reader import Reader
from reportedly.report import Report
from reportedly.telling import tell

READER = Reader(None)
DAY = date(2024, 3, 6)
"""A Wednesday."""
OPENED = "Gunmen opened fire outside a bar on Cooper Street in Denver on Tuesday night. "
FIRST = OPENED + "Two people were killed and three others were wounded, police said."
SECOND = (
    "Two dead after shooting on Cooper Street. Police in Denver said two people were killed outside a bar on Tuesday."
)
NAMED = "Ivo Marn, 34, who was shot dead outside a bar in Denver on Tuesday, was a cook, his sister said."
TRIAL = "A man was charged on Thursday with the murder of Ivo Marn, 34, who was shot dead outside a bar in Denver."
ELSEWHERE = "A 9-year-old boy, Olan Brusk, was shot and wounded in Boulder on Friday, police said. He is in hospital."
LATER = "A car bomb exploded at a market in Chicago on Saturday and killed seven people, officials said."


def report(text: str, day: int = 0, number: int = 0, outlet: str | None = None) -> Report:
    """A report that was published so many days after ``DAY``."""
    return Report(f"r{number}", f"{number}.txt", text, "", outlet or f"Outlet {number}", DAY + timedelta(days=day))


def incidents(*told: tuple[str, int]) -> tuple[Incident, ...]:
    """The incidents of some texts, each with the days from ``DAY`` to its report, taken as one story."""
    reports = [report(text, day, number) for number, (text, day) in enumerate(told)]
    return reckon(reports, {each.id: READER.read(each) for each in reports}, as_one=True).incidents


@pytest.mark.parametrize(
    ("first", "second", "later", "joined"),
    [
        (FIRST, SECOND, 0, True),
        (NAMED, TRIAL, 1, True),  # one victim, of one age, though the days of the two reports are others
        (FIRST, ELSEWHERE, 3, False),  # another town, another day, another outcome
        (FIRST, LATER, 4, False),
        (NAMED, ELSEWHERE, 3, False),  # another victim
        ("A girl of 5, Ana Dole, was shot dead in Denver.", "Ana Dole, 5, was buried in Denver.", 4, True),
    ],
)
def test_reports_are_joined_by_what_agrees_and_parted_by_what_conflicts(
    first: str, second: str, later: int, joined: bool
) -> None:
    one, other = (sight(each, READER.read(each)) for each in (report(first), report(second, later, 1)))
    assert (agreement(one, other) > 0) is joined, list(signs(one, other))
    assert agreement(one, other) == pytest.approx(agreement(other, one))


def test_a_story_holds_several_incidents() -> None:
    found = incidents((FIRST, 0), (SECOND, 0), (ELSEWHERE, 3), (LATER, 4))
    assert [row.reports for row in found] == [("r0", "r1"), ("r2",), ("r3",)]
    assert [row.type for row in found] == ["shooting", "shooting", "remote_explosive"]
    assert [row.earliest for row in found] == [date(2024, 3, 5), date(2024, 3, 8), date(2024, 3, 9)]
    assert [(row.killed.best, row.injured.best) for row in found] == [(2, 3), (0, 1), (7, 0)]


def test_a_report_that_tells_of_nobody_hurt_makes_no_incident() -> None:
    assert incidents(("The mayor of Orno opened a bridge on Tuesday. Buses will go over it from May.", 0)) == ()


TOLL = (
    "{n} miners were killed when a shaft collapsed in Denver on Tuesday, officials said.",
    "Rescuers in Denver spoke of {n} dead after Tuesday's collapse of the shaft, and of a long night of digging.",
    "The collapse of a shaft in Denver on Tuesday killed {n} people, the owner of the mine said. Work has stopped.",
    "Families waited by the gate. {n} men died in the shaft that collapsed on Tuesday in Denver, a priest told them.",
    "In Denver, where a shaft collapsed on Tuesday, the governor named {n} dead and asked for a day of silence.",
)


def told(*counts: int) -> list[tuple[str, int]]:
    """A report a day, each in other words and with another count of the dead of one collapse."""
    return [(TOLL[day].format(n=n), day) for day, n in enumerate(counts)]


@pytest.mark.parametrize(
    ("counts", "best", "revised"),
    [
        ((3,), 3, False),
        ((3, 5), 5, True),  # the last one while the news is fresh
        ((3, 3, 3, 4), 3, True),  # most origins
        ((3, 5, 6, 8, 7), 7, True),  # none has most: the last, though it is lower
        ((3, 3, 3, 5, 5), 5, True),  # the last two agree on more
        ((2, 12, 12, 2), 12, True),  # of two numbers that several tell, the larger: the other is that of a part
        ((120, 450, 2300), 2300, True),
    ],
)
def test_the_toll_that_holds(counts: Sequence[int], best: int, revised: bool) -> None:
    (row,) = incidents(*told(*counts))
    assert row.killed.best == best
    assert row.killed.revised is revised
    assert (row.killed.low, row.killed.high) == (min(counts), max(counts))
    assert [point.best for point in row.killed.points] == list(counts)


def test_what_follows_weeks_later_does_not_change_the_toll() -> None:
    shot = "Ivo Marn, 34, and Ana Dole, 29, were shot dead outside a bar in Denver on Tuesday, police said."
    (row,) = incidents((shot, 0), (TRIAL, 40))
    assert [point.best for point in row.killed.points] == [2, 1]
    assert row.killed.best == 2


def test_who_was_hurt_and_dies_counts_among_the_dead() -> None:
    shot = "Ivo Marn, 34, was shot and wounded outside a bar in Denver on Tuesday. He is in hospital, police said."
    again = "Police in Denver asked for help after Ivo Marn, 34, was shot and wounded outside a bar on Tuesday."
    (row,) = incidents((shot, 0), (again, 0), ("Ivo Marn, 34, who was shot outside a Denver bar, has died.", 2))
    assert [point.best for point in row.killed.points] == [0, 0, 1]
    assert (row.killed.best, row.injured.best) == (1, 0)


def test_who_tells_of_the_dead_alone_does_not_say_that_nobody_was_hurt() -> None:
    hurt = "Eleven people were injured and two killed when a shaft collapsed in Denver on Tuesday, a doctor said."
    (row,) = incidents(*told(2, 2), (hurt, 2))
    assert row.injured.best == 11
    assert [point.spans == () for point in row.injured.points] == [True, True, False]


def test_copies_count_as_one_origin() -> None:
    (row,) = incidents(*(told(3) * 4), *told(3, 5)[1:])
    assert row.killed.best == 5
    assert row.independent_origins == 2


def test_a_number_that_somebody_rejected_is_no_part_of_a_toll() -> None:
    reports = [report(text, day, number) for number, (text, day) in enumerate(told(3, 50))]
    readings = {each.id: READER.read(each) for each in reports}
    before = reckon(reports, readings, as_one=True)
    assert before.incidents[0].killed.best == 50
    wrong = next(figure for figure in before.figures if figure.best == 50)
    decision = make_decision(before, Wish("reject", wrong.id), "Ana", "a misprint", datetime(2024, 3, 9, tzinfo=UTC))
    (row,) = reckon(reports, readings, as_one=True, decisions=[decision]).incidents
    assert row.killed.best == 3
    assert [point.report for point in row.killed.points] == ["r0"]


def test_every_toll_is_told_by_words_of_its_report() -> None:
    reports = [report(text, day, number) for number, (text, day) in enumerate([(FIRST, 0), (SECOND, 0), (LATER, 4)])]
    account = reckon(reports, {each.id: READER.read(each) for each in reports}, as_one=True)
    words = [account.shown(span) for row in account.incidents for point in row.killed.points for span in point.spans]
    assert words == ["Two people", "Two dead", "two people", "seven people"]
    assert {account.shown(span) for span in account.incidents[0].citations} >= {"Denver"}


def test_the_brief_tells_an_incident_that_two_reports_tell_alike() -> None:
    reports = [report(FIRST, 0, 0), report(SECOND, 0, 1), report(LATER, 4, 2)]
    account = tell(reckon(reports, {each.id: READER.read(each) for each in reports}, as_one=True))
    sentences = [each.sentence for each in account.brief if each.section == "figures"]
    assert "Shooting in Denver on 5 March 2024: two killed and three injured (two origins)." in sentences
    assert not any("Bombing" in sentence for sentence in sentences)


def test_the_order_in_which_reports_are_given_does_not_matter() -> None:
    texts = [(FIRST, 0), (SECOND, 0), (ELSEWHERE, 3), (LATER, 4), (NAMED, 1), (TRIAL, 2)]
    reports = [report(text, day, number) for number, (text, day) in enumerate(texts)]
    readings = {each.id: READER.read(each) for each in reports}
    expected = reckon(reports, readings, as_one=True).incidents
    shuffled = random.Random(7)
    for _ in range(5):
        shuffled.shuffle(reports)
        assert reckon(reports, readings, as_one=True).incidents == expected


def test_later_reports_change_nothing_of_what_earlier_ones_were_joined_to() -> None:
    texts = [(FIRST, 0), (SECOND, 0), (NAMED, 1), (ELSEWHERE, 3), (LATER, 4)]
    sightings = [
        sight(each, READER.read(each)) for each in (report(text, day, n) for n, (text, day) in enumerate(texts))
    ]
    whole = [[each.report for each in group] for group in gather_incidents(sightings)]
    for count in range(1, len(sightings)):
        part = [[each.report for each in group] for group in gather_incidents(sightings[:count])]
        known = {each.report for each in sightings[:count]}
        kept = [[name for name in group if name in known] for group in whole]
        assert part == [group for group in kept if group]


def test_every_kind_of_incident_is_a_type_of_the_ontology() -> None:
    assert {*deeds(), *harms()} <= ontology().types.keys()
    assert deeds().keys().isdisjoint(harms())


SUNK = "A tour boat sank off Larnow on Tuesday and killed 12 people, the coast guard said."
NORWEGIANS = "A tour boat sank off Larnow on Tuesday. Ten Norwegians and two skippers died, officials said."
RECALLS = (
    "A tour boat sank off Larnow on Tuesday, killing 12 people. In May 2001 a ferry sank there and 31 people died."
)


def test_a_disaster_takes_its_toll_from_the_count_of_all() -> None:
    (sinking,) = incidents((SUNK, 0), (NORWEGIANS, 0), (RECALLS, 1))
    assert (sinking.type, sinking.killed.best) == ("sinking", 12)


def test_an_epidemic_is_no_clash() -> None:
    flu = (
        "Doctors fight an outbreak of flu in Denver. The outbreak has killed nine people, the ministry said on Tuesday."
    )
    assert incidents((flu, 0), (flu.replace("Doctors", "Nurses"), 0)) == ()
