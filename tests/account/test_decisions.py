"""What people decide is obeyed in every reckoning, found again by the words it is about, and never lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.account.drafts import DAY, Draft, town

from reportedly.account.account import Account, Citation, Decision, EntityPlace
from reportedly.account.decisions import Wish, make_decision, make_undo
from reportedly.account.reckon import reckon
from reportedly.errors import DecisionError, NotFoundError

NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)


def ferry(number: int, killed: int, who: str, sank: date | None = DAY) -> Draft:
    """A report of a ferry that sank, with a toll by somebody of the Sea Guard."""
    text = f"The ferry Northern Star sank off Tarsa. {killed} people were killed, said {who} of the Sea Guard."
    draft = Draft(text, f"f{number}", DAY + timedelta(days=1), f"Outlet {number}")
    ship = draft.mention("Northern Star", "vehicle")
    draft.mention("Sea Guard", "organisation")
    speaker = draft.mention(who, "person")
    place = draft.place("Tarsa", town("Tarsa"))
    own = draft.claim("The ferry Northern Star sank off Tarsa")
    said = draft.claim(f"{killed} people were killed", speaker, "named")
    draft.figure(f"{killed} people", killed, "people", "killed", claim=said, place=place, as_of_latest=DAY)
    draft.event("sank", "sinking", (), (ship,), claim=own, place=place, earliest=sank, latest=sank)
    return draft


STORY = [ferry(1, 12, "Ivo Marn"), ferry(2, 15, "Yvo Marne"), ferry(3, 12, "Ada Lund")]


class Desk:
    """An account with decisions that are taken one after the other, an hour apart."""

    def __init__(self, drafts: Sequence[Draft] = STORY) -> None:
        self.drafts = list(drafts)
        self.decisions: list[Decision] = []

    @property
    def account(self) -> Account:
        return reckon(
            [draft.report for draft in self.drafts],
            {draft.id: draft.reading for draft in self.drafts},
            as_one=True,
            decisions=self.decisions,
        )

    def decide(self, kind: Any, target: str, reason: str = "the desk knows", **more: Any) -> Decision:
        made = make_decision(self.account, Wish(kind, target, **more), "Ada", reason, self._now())
        self.decisions.append(made)
        return made

    def undo(self, decision: Decision) -> Decision:
        made = make_undo(self.decisions, decision.id, "Bea", "was a slip", self._now())
        self.decisions.append(made)
        return made

    def _now(self) -> datetime:
        return NOON + timedelta(hours=len(self.decisions))

    def entity(self, name: str) -> str:
        return next(each.id for each in self.account.entities if name in (each.name, *each.aliases))

    def names(self) -> set[str]:
        return {each.name for each in self.account.entities}

    def claim(self, words: str) -> str:
        return next(each.id for each in self.account.claims if words in each.text)

    def state(self, decision: Decision) -> tuple[str, tuple[str, ...]]:
        found = next(each for each in self.account.decisions if each.id == decision.id)
        return found.state, found.concerns


def test_two_names_are_merged_and_parted_again() -> None:
    desk = Desk()
    assert {"Ivo Marn", "Ada Lund"} <= desk.names()
    first, second = desk.entity("Ivo Marn"), desk.entity("Ada Lund")
    merged = desk.decide("merge", first, other=second)
    assert desk.entity("Ada Lund") == desk.entity("Ivo Marn")
    (entity,) = (each for each in desk.account.entities if each.id == desk.entity("Ada Lund"))
    assert entity.decided == (merged.id,)
    assert {each.report for each in entity.mentions} >= {"f1", "f3"}
    undone = desk.undo(merged)
    assert desk.entity("Ada Lund") != desk.entity("Ivo Marn")
    assert desk.state(merged) == ("undone", ())
    desk.undo(undone)
    assert desk.entity("Ada Lund") == desk.entity("Ivo Marn")


def test_mentions_are_taken_out_of_one_and_later_ones_of_that_name_follow() -> None:
    desk = Desk([ferry(1, 12, "Ivo Marn"), ferry(2, 15, "Ivo Marn")])
    account = desk.account
    ship = next(each for each in account.entities if each.name == "Northern Star")
    out = tuple(each for each in ship.mentions if each.report == "f2")
    split = desk.decide("split", ship.id, spans=out)
    ships = [each for each in desk.account.entities if each.name == "Northern Star"]
    assert [tuple(sorted(m.report for m in each.mentions)) for each in ships] == [("f1",), ("f2",)]
    assert all(each.decided == (split.id,) for each in ships)


def test_two_that_are_kept_apart_stay_apart_when_a_report_would_join_them() -> None:
    desk = Desk([ferry(1, 12, "Ivo Marn"), ferry(2, 15, "Ada Lund")])
    desk.decide("split", desk.entity("Ivo Marn"), other=desk.entity("Ada Lund"))
    desk.decide("rename", desk.entity("Ada Lund"), text="Ivo Marn")
    assert [each.name for each in desk.account.entities].count("Ivo Marn") == 2


def test_a_mention_is_cut_out_of_a_chain_of_its_report() -> None:
    draft = Draft("Bo Lind spoke. Later Lind left.", "c1")
    full, short = draft.mention("Bo Lind", "person"), draft.mention("Later Lind"[6:], "person")
    at = draft.text.rindex("Lind")
    draft.mentions[short] = replace(draft.mentions[short], start=at, end=at + 4, chain=0)
    draft.chains[:] = [replace(draft.chains[0], mentions=(full, short))]
    desk = Desk([draft])
    (person,) = desk.account.entities
    desk.decide("split", person.id, spans=(Citation("c1", at, at + 4),))
    assert [each.mentions for each in desk.account.entities] == [
        (Citation("c1", 0, 7),),
        (Citation("c1", at, at + 4),),
    ]


def test_a_new_name_is_told_and_the_former_one_is_kept() -> None:
    desk = Desk()
    desk.decide("rename", desk.entity("Sea Guard"), text="Tarsan Sea Guard")
    (body,) = (each for each in desk.account.entities if each.name == "Tarsan Sea Guard")
    assert "Sea Guard" in body.aliases


def test_events_are_merged_parted_dated_and_placed() -> None:
    later = ferry(2, 15, "Ada Lund", DAY - timedelta(days=9))
    desk = Desk([ferry(1, 12, "Ivo Marn"), later])
    first, second = desk.account.events
    merged = desk.decide("merge", first.id, other=second.id)
    (event,) = desk.account.events
    assert (len(event.mentions), event.independent_origins, event.decided) == (2, 2, (merged.id,))
    desk.decide("re-date", event.id, earliest=DAY - timedelta(days=3), latest=DAY - timedelta(days=1))
    (event,) = desk.account.events
    assert (event.earliest, event.latest, event.date_precision) == (
        DAY - timedelta(days=3),
        DAY - timedelta(days=1),
        2,
    )
    desk.decide("split", event.id, spans=(Citation("f2", later.events[0].start, later.events[0].end),))
    assert [len(each.mentions) for each in desk.account.events] == [1, 1]


def test_an_event_happens_where_the_desk_says() -> None:
    other = ferry(2, 15, "Ada Lund")
    other.text += " Relatives met in Orno."
    other.place("Orno", town("Orno", 11.0, 21.0, 2))
    desk = Desk([ferry(1, 12, "Ivo Marn"), other])
    event = desk.account.events[0].id
    placed = desk.decide("re-place", event, other=desk.entity("Orno"))
    assert desk.account.events[0].place == desk.entity("Orno")
    assert desk.state(placed)[0] == "in_force"


def test_a_place_lies_where_the_desk_says() -> None:
    desk = Desk()
    desk.decide("re-place", desk.entity("Tarsa"), location=EntityPlace(None, 1.5, 2.5, "YY", None, 1))
    place = next(each.place for each in desk.account.entities if each.name == "Tarsa")
    assert place
    assert (place.latitude, place.longitude, place.country) == (1.5, 2.5, "YY")


def test_a_rejected_claim_takes_what_it_carries_with_it() -> None:
    desk = Desk()
    rejected = desk.decide("reject", desk.claim("15 people"))
    account = desk.account
    assert not any("15 people" in each.text for each in (*account.claims, *account.figures))
    assert all(point.best == 12 for each in account.series for point in each.points)
    assert desk.state(rejected) == ("in_force", ())
    assert rejected.target
    assert rejected.target.anchors[0].words == "15 people were killed"


def test_a_rejected_figure_leaves_its_series_and_its_claim_stays() -> None:
    desk = Desk()
    figure = next(each for each in desk.account.figures if each.best == 15)
    desk.decide("reject", figure.id)
    assert desk.claim("15 people were killed")
    assert not any(point.best == 15 for each in desk.account.series for point in each.points)
    assert not desk.account.disagreements


def test_a_rejected_event_is_gone_until_another_report_tells_it() -> None:
    desk = Desk(STORY[:2])
    desk.decide("reject", desk.account.events[0].id)
    assert desk.account.events == ()
    desk.drafts.append(STORY[2])
    (event,) = desk.account.events
    assert [each.report for each in event.mentions] == ["f3"]


def test_figures_are_parted_merged_and_labelled() -> None:
    desk = Desk()
    (series,) = desk.account.series
    odd = next(point for point in series.points if point.best == 15)
    figure = next(each for each in desk.account.figures if each.id == odd.figure)
    split = desk.decide("split", series.id, spans=(Citation(figure.report, figure.start, figure.end),))
    one, other = desk.account.series
    assert sorted(len(each.points) for each in (one, other)) == [1, 2]
    desk.decide("rename", other.id, text="killed, with the crew")
    assert "killed, with the crew" in {each.label for each in desk.account.series}
    assert desk.state(split)[1]
    desk.decide("merge", one.id, other=other.id)
    assert len(desk.account.series) == 1


def test_a_rejected_disagreement_comes_back_only_with_another_value() -> None:
    desk = Desk()
    (found,) = desk.account.disagreements
    desk.decide("reject", found.id)
    assert desk.account.disagreements == ()
    desk.drafts.append(ferry(4, 15, "Olan Birk"))
    assert desk.account.disagreements == ()
    desk.drafts.append(ferry(5, 19, "Una Voss"))
    assert len(desk.account.disagreements) == 1


def test_what_is_confirmed_or_noted_bears_it_and_nothing_else_changes() -> None:
    desk = Desk()
    before = desk.account
    (found,) = before.disagreements
    confirmed = desk.decide("confirm", found.id, reason="")
    noted = desk.decide("note", found.id, text="Ask the Sea Guard.")
    after = desk.account
    assert after.disagreements[0].decided == (confirmed.id, noted.id)
    assert replace(after, disagreements=before.disagreements, decisions=()) == before


def test_a_story_gets_its_title_from_the_desk() -> None:
    desk = Desk()
    desk.decide("rename", desk.account.stories[0].id, text="The sinking off Tarsa")
    assert desk.account.stories[0].title == "The sinking off Tarsa"


def test_the_last_decision_has_its_way() -> None:
    desk = Desk()
    desk.decide("merge", desk.entity("Ivo Marn"), other=desk.entity("Ada Lund"))
    person = next(each for each in desk.account.entities if "Ada Lund" in (each.name, *each.aliases))
    desk.decide("split", person.id, spans=tuple(each for each in person.mentions if each.report == "f3"))
    assert desk.entity("Ivo Marn") != desk.entity("Ada Lund")
    desk.decide("merge", desk.entity("Ivo Marn"), other=desk.entity("Ada Lund"))
    assert desk.entity("Ivo Marn") == desk.entity("Ada Lund")


def test_a_decision_without_target_is_kept_and_comes_back() -> None:
    desk = Desk()
    made = desk.decide("reject", desk.claim("15 people"))
    gone = desk.drafts.pop(1)
    assert desk.state(made) == ("without_target", ())
    desk.drafts.append(gone)
    assert desk.state(made) == ("in_force", ())


def test_a_decision_finds_a_report_again_whose_day_was_mended() -> None:
    desk = Desk()
    made = desk.decide("reject", desk.claim("15 people"))
    desk.drafts[1] = replace(desk.drafts[1], id="f9", day=DAY + timedelta(days=2))
    assert desk.state(made)[0] == "in_force"
    assert not any("15 people" in each.text for each in desk.account.claims)


@pytest.mark.parametrize(
    ("moved", "found"),
    [((-2, 0), True), ((0, 5), True), ((12, 12), False)],
    ids=["longer", "to the right", "elsewhere"],
)
def test_a_newer_reader_may_draw_a_span_otherwise(moved: tuple[int, int], found: bool) -> None:
    desk = Desk()
    made = desk.decide("rename", desk.entity("Northern Star"), text="MS Northern Star")
    for number, draft in enumerate(desk.drafts):
        first = draft.mentions[0]
        again = replace(first, start=first.start + moved[0], end=first.end + moved[1])
        desk.drafts[number] = replace(draft, mentions=[again, *draft.mentions[1:]])
    assert (desk.state(made)[0] == "in_force") is found


def test_the_order_in_which_decisions_are_given_does_not_matter() -> None:
    desk = Desk()
    desk.decide("merge", desk.entity("Ivo Marn"), other=desk.entity("Ada Lund"))
    desk.decide("reject", desk.claim("15 people"))
    before = desk.account
    desk.decisions.reverse()
    assert desk.account == before


@pytest.mark.parametrize(
    ("wish", "author", "reason", "problem"),
    [
        (Wish("reject", "Sea Guard"), "Ada", "x", "cannot reject an entity"),
        (Wish("rename", "Sea Guard", text="Coast Guard"), " ", "x", "needs its author"),
        (Wish("rename", "Sea Guard", text="Coast Guard"), "Ada", " ", "needs its reason"),
        (Wish("rename", "Sea Guard", text="  "), "Ada", "x", "no new name"),
        (Wish("rename", "Sea Guard", text="Sea Guard"), "Ada", "x", "no new name"),
        (Wish("merge", "Sea Guard"), "Ada", "x", "not said what to merge it with"),
        (Wish("merge", "Sea Guard", other="Sea Guard"), "Ada", "x", "not two of one sort"),
        (Wish("merge", "Sea Guard", other="event"), "Ada", "x", "not two of one sort"),
        (Wish("split", "Sea Guard", spans=(Citation("f1", 0, 3),)), "Ada", "x", "not some of the 3 places"),
        (Wish("re-place", "Sea Guard", location=EntityPlace(None, 0, 0, None, None, 1)), "Ada", "x", "is no place"),
        (Wish("re-place", "Tarsa", location=EntityPlace(None, 95, 0, None, None, 1)), "Ada", "x", "no point"),
        (Wish("re-place", "event", other="Sea Guard"), "Ada", "x", "is no place of this story"),
        (Wish("re-date", "event"), "Ada", "x", "no day"),
        (Wish("re-date", "event", earliest=DAY, latest=DAY - timedelta(days=1)), "Ada", "x", "no day"),
        (Wish("note", "event", text=""), "Ada", "", "note is empty"),
        (Wish("confirm", "event"), "A" * 101, "", "needs its author"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_makes_no_sense_is_refused(wish: Wish, author: str, reason: str, problem: str) -> None:
    desk = Desk()

    def meant(name: str | None) -> str | None:
        return name and (desk.account.events[0].id if name == "event" else desk.entity(name))

    named = replace(wish, target=meant(wish.target) or "", other=meant(wish.other))
    with pytest.raises(DecisionError, match=problem):
        make_decision(desk.account, named, author, reason, NOON)


def test_what_is_not_there_is_not_found() -> None:
    desk = Desk()
    with pytest.raises(NotFoundError, match="nothing of the id"):
        desk.decide("confirm", "e:none")
    made = desk.decide("confirm", desk.account.events[0].id)
    with pytest.raises(NotFoundError, match="0 decisions"):
        make_undo(desk.decisions, "k:none", "Ada", "", NOON)
    desk.undo(made)
    with pytest.raises(DecisionError, match="undone already"):
        desk.undo(made)
