"""The brief and the timeline say what somebody decided; what was decided needs no report to support it."""

from __future__ import annotations

from datetime import timedelta

from tests.account.drafts import DAY
from tests.account.test_decisions import Desk, ferry

from reportedly.telling import tell
from reportedly.telling.decided import say_decided, say_decision
from reportedly.telling.wording import say_day


def test_a_day_that_was_decided_is_told_with_who_decided_it() -> None:
    desk = Desk()
    day = DAY - timedelta(days=40)
    made = desk.decide("re-date", desk.account.events[0].id, earliest=day)
    account = tell(desk.account)
    (line,) = (each for each in account.timeline if made.id in each.decided)
    assert line.date_earliest == day
    told = [each for each in account.brief if made.id in each.decided]
    assert told
    assert all(each.sentence.startswith(say_day(day)) for each in told if each.section == "happened")
    assert say_decided(told[0].decided, account) == "dated by Ada (20 May 2031)"


def test_a_name_that_was_decided_is_told_though_no_report_gives_it() -> None:
    desk = Desk([ferry(1, 12, "Ivo Marn"), ferry(2, 15, "Ivo Marn")])
    made = desk.decide("rename", desk.entity("Ivo Marn"), text="Ivo Quillfeather")
    told = [each for each in tell(desk.account).brief if "Quillfeather" in each.sentence]
    assert told
    assert all(made.id in each.decided for each in told if each.section == "claims")


def test_a_note_stands_behind_no_sentence() -> None:
    desk = Desk()
    desk.decide("note", desk.account.events[0].id, text="Ask the port.")
    assert all(each.decided == () for each in tell(desk.account).brief)


def test_decisions_in_words() -> None:
    desk = Desk()
    merged = desk.decide("merge", desk.entity("Ivo Marn"), other=desk.entity("Ada Lund"))
    assert say_decision(merged) == "merge entity “Ivo Marn” with “Ada Lund”"
    dated = desk.decide("re-date", desk.account.events[0].id, earliest=DAY)
    assert say_decision(dated) == "re-date event “The ferry Northern Star sank off Tarsa” to 14 May 2031"
    named = desk.decide("rename", desk.entity("Sea Guard"), text="Coast Watch")
    assert say_decision(named) == "rename entity “Sea Guard”: Coast Watch"
    undone = desk.undo(named)
    assert say_decision(undone) == f"undo {named.id}"
    assert say_decision(undone, desk.decisions) == "undo: rename entity “Sea Guard”: Coast Watch"
