"""What changed between two days, from the words of reports to the sentences that tell it."""

from __future__ import annotations

from datetime import date

import pytest

import reportedly
from reportedly.account.account import Account
from reportedly.account.reckon import reckon
from reportedly.report import Report, report_id
from reportedly.telling import tell
from reportedly.telling.changes import Change, tell_changes
from reportedly.telling.check import unsupported
from reportedly.telling.shelf import Shelf


def a_report(text: str, outlet: str, day: int) -> Report:
    published = date(2024, 5, day)
    return Report(report_id(text, outlet, published, None), f"{outlet}-{day}.txt", text, "0", outlet, published)


DAM = (
    a_report(
        "At least 12 people were killed when the Velmo dam burst on Monday, police said. "
        "“The town is under water,” said Ingrid Vik, the mayor of Velmo. Rebels seized the town of Tarsa on Monday.",
        "The Fjord Post",
        7,
    ),
    a_report(
        "Police said on Wednesday that 15 people were killed when the Velmo dam burst on Monday. "
        "The operator denied that it had ignored warnings. Police arrested three engineers in Velmo on Wednesday. "
        "Jonas Berg, a spokesman for the operator, said that the dam had been inspected in April.",
        "Bergen Radio",
        8,
    ),
)


def account_of(*reports: Report) -> Account:
    reader = reportedly.Reader()
    return tell(reckon(reports, {report.id: reader.read(report) for report in reports}))


@pytest.fixture(scope="module")
def after() -> Account:
    return account_of(*DAM)


@pytest.fixture(scope="module")
def changes(after: Account) -> tuple[Change, ...]:
    return tell_changes(account_of(DAM[0]), after)


def of(changes: tuple[Change, ...], kind: str, subject: str) -> list[str]:
    return [change.sentence for change in changes if (change.kind, change.subject) == (kind, subject)]


def test_a_value_moved_from_one_source_to_another(changes: tuple[Change, ...]) -> None:
    (moved,) = of(changes, "revised", "figure")
    assert moved == "People killed: from at least 12 on 6 May 2024 (police) to 15 on 8 May 2024 (police)." or (
        "from at least 12" in moved and "to 15" in moved
    )


FAIR = (
    a_report(
        "The autumn fair in Lenz was opened by the governor on Tuesday. Bakers sold 400 loaves, the guild said.",
        "Lenz Herald",
        7,
    ),
    a_report(
        "The autumn fair in Lenz closed on Wednesday. Bakers had sold 900 loaves, the guild said.", "Lenz Herald", 8
    ),
)


@pytest.fixture(scope="module")
def apart_and_as_one() -> tuple[Account, Account]:
    reader, reports = reportedly.Reader(None), (*DAM, *FAIR)
    readings = {report.id: reader.read(report) for report in reports}
    return tell(reckon(reports, readings)), tell(reckon(reports, readings, as_one=True))


def test_two_stories_that_became_one_are_told_under_the_id_of_the_older(
    apart_and_as_one: tuple[Account, Account],
) -> None:
    apart, whole = apart_and_as_one
    assert len(apart.stories) == 2
    (change,) = [change for change in tell_changes(apart, whole) if change.subject == "story"]
    assert change.story == whole.stories[0].id == apart.stories[0].id
    assert change.sentence.startswith("Now one with: ")
    assert {citation.report for citation in change.citations} <= set(apart.stories[1].reports)


def test_a_story_that_fell_apart_is_told_in_the_part_that_left(apart_and_as_one: tuple[Account, Account]) -> None:
    apart, whole = apart_and_as_one
    (change,) = [change for change in tell_changes(whole, apart) if change.subject == "story"]
    assert change.story == apart.stories[1].id != whole.stories[0].id
    assert change.sentence.startswith("Now apart: ")
    assert {citation.report for citation in change.citations} <= set(apart.stories[1].reports)


def test_stories_that_only_grow_are_no_change_of_stories(changes: tuple[Change, ...]) -> None:
    assert not [change for change in changes if change.subject == "story"]


def test_new_events_are_told_and_old_ones_are_not(changes: tuple[Change, ...]) -> None:
    told = of(changes, "new", "event")
    assert any("arrested three engineers" in line for line in told)
    assert not any("seized" in line for line in told)


def test_a_new_denial_and_a_new_voice(changes: tuple[Change, ...]) -> None:
    assert any("denied" in line and "ignored warnings" in line for line in of(changes, "new", "claim"))
    assert any(line.startswith("Jonas Berg") for line in of(changes, "new", "voice"))
    assert not any(line.startswith("Ingrid Vik") for line in of(changes, "new", "voice"))


def test_every_line_is_supported(changes: tuple[Change, ...], after: Account) -> None:
    shelf = Shelf(after)
    assert changes
    for change in changes:
        assert change.citations
        assert unsupported(change.sentence, change.citations, shelf) == ()


def test_nothing_changed_between_an_account_and_itself(after: Account) -> None:
    assert tell_changes(after, after) == ()


def test_everything_is_new_after_nothing(after: Account) -> None:
    assert {change.kind for change in tell_changes(Account(), after)} == {"new"}
