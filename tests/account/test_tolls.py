"""Which of the numbers that the reports of a shooting tell is that of the incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from reportedly.account.account import Account
from reportedly.account.incidents import weighing
from reportedly.account.incidents.evidence import gather_evidence
from reportedly.account.incidents.sighting import sight
from reportedly.account.incidents.signs import weights_of
from reportedly.account.incidents.weighing import SIGNS, Tolls, candidates, weigh
from reportedly.account.reckon import reckon
from reportedly.reading.events.ontology import ontology
from reportedly.reading.reader import Reader
from reportedly.report import Report, Span

READER = Reader(None)
DAY = date(2024, 3, 6)
ONE = "A woman was killed and three men were wounded when shots were fired on Cooper Street in Denver on Tuesday."
AGAIN = (
    "Police in Denver look for who shot four people on Cooper Street on Tuesday. A woman died and three men were hurt."
)
WEEKEND = (
    "Two dead and six wounded in Denver shootings. "
    "On Cooper Street a woman was killed and three men were wounded on Tuesday."
)
HURT = "Ivo Marn, 34, was shot and wounded outside a bar in Denver on Tuesday. He is in hospital, police said."
HURT_AGAIN = "Police in Denver asked for help after Ivo Marn, 34, was shot and wounded outside a bar on Tuesday."
DEAD = "Ivo Marn, 34, who was shot outside a bar in Denver on Tuesday, died in hospital."


def reports(*texts: str) -> list[Report]:
    return [Report(f"r{n}", f"{n}.txt", text, "", f"Outlet {n}", DAY) for n, text in enumerate(texts)]


def account(*texts: str) -> Account:
    told = reports(*texts)
    return reckon(told, {each.id: READER.read(each) for each in told}, as_one=True)


def tolls(*texts: str) -> Tolls:
    """The toll of the one incident that some texts of one day tell of."""
    (row,) = account(*texts).incidents
    return row.killed.best, row.injured.best


@pytest.mark.parametrize(
    ("texts", "right"),
    [
        ((ONE, AGAIN), (1, 3)),
        ((ONE, WEEKEND), (1, 3)),  # the title counts over several deeds
        ((WEEKEND, ONE), (1, 3)),
        ((DEAD, HURT), (1, 0)),  # who was hurt may die, and does not come back
        ((HURT, DEAD, HURT_AGAIN), (1, 0)),
        ((HURT, HURT_AGAIN), (0, 1)),
    ],
)
def test_the_toll_of_a_shooting_is_what_its_reports_agree_on(texts: Sequence[str], right: Tolls) -> None:
    assert tolls(*texts) == right


def test_a_number_that_holds_is_told_by_words() -> None:
    found = account(WEEKEND, ONE)
    (row,) = found.incidents
    for toll in (row.killed, row.injured):
        assert any(point.best == toll.best and point.spans for point in toll.points)
    assert "three men" in {found.shown(span) for point in row.injured.points for span in point.spans}


def test_a_report_gives_all_numbers_that_it_tells() -> None:
    (report,) = reports(WEEKEND)
    evidence = gather_evidence(report, READER.read(report))
    assert [(each.outcome, each.value, each.titled) for each in evidence.said] == [
        ("killed", 2, True),
        ("injured", 6, True),
        ("injured", 3, False),
    ]
    assert [(pair.killed, pair.injured) for pair in evidence.pairs] == [(2, 6), (1, 3)]
    assert evidence.manifold
    assert evidence.words("injured", (1, 3)) == (evidence.said[2].span,)


def test_a_number_that_somebody_rejected_is_no_evidence() -> None:
    (report,) = reports(AGAIN)
    evidence = gather_evidence(report, READER.read(report))
    assert evidence.hit == 4
    assert evidence.hit_by is not None
    less = evidence.without({evidence.hit_by, *(each.span for each in evidence.said)})
    assert (less.said, less.pairs, less.hit) == ((), (), None)
    assert evidence.without({Span(0, 1)}) == evidence


def test_what_is_voted_for_is_a_candidate_and_wins_where_nothing_speaks_against_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [sight(each, READER.read(each)) for each in reports(ONE)]
    silent: Mapping[str, float] = dict.fromkeys(SIGNS, 0.0)
    monkeypatch.setattr(weighing, "weights_of", lambda *_: silent)
    assert weigh(told, {"r0": "o"}, (2, 2)) == (2, 2)
    assert {pair for pair, _ in candidates(told, {"r0": "o"}, (2, 2))} >= {(2, 2), (1, 3), (0, 0)}


def test_large_numbers_are_left_to_the_vote() -> None:
    shot = "Sixty people were killed and 400 wounded in a shooting in Denver on Tuesday, police said."
    later = "A shooting in Denver on Tuesday killed 64 people, police said."
    assert tolls(shot, later)[0] == 64


def test_every_sign_has_a_weight_and_every_kind_is_a_type() -> None:
    assert weights_of("tolls", SIGNS).keys() == set(SIGNS)
    assert weighing.weighed() <= ontology().types.keys()
