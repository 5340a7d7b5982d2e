"""The queue: what is least sure first, with its reason; what was decided leaves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.account.drafts import DAY, Draft, town
from tests.account.test_decisions import STORY, Desk, ferry

from reportedly.account.account import Account, Citation
from reportedly.telling import tell
from reportedly.telling.review import Item, review
from reportedly.telling.review.choices import candidates, places_of
from reportedly.telling.review.item import Reason, score_of


def queue(desk: Desk) -> tuple[Item, ...]:
    return review(tell(desk.account))


def only(desk: Desk, topic: str) -> Item:
    (item,) = (each for each in queue(desk) if each.topic == topic)
    return item


def people(*names: str) -> Desk:
    """A story in which each report speaks of one person."""
    return Desk([_speaker(number, name) for number, name in enumerate(names)])


def _speaker(number: int, name: str) -> Draft:
    draft = Draft(f"{name} spoke at the harbour.", f"p{number}", DAY)
    draft.claim("spoke at the harbour", draft.mention(name, "person"), "named")
    return draft


def test_a_disagreement_comes_with_both_sides_and_how_few_stand_behind_it() -> None:
    item = only(Desk(), "disagreement")
    assert item.reasons[0].words == "The reports contradict one another; 3 origins take part"
    assert {each.report for each in item.citations} == {"f1", "f2", "f3"}
    assert item.offers == ("confirm", "reject", "note")
    fewer = only(Desk(STORY[:2]), "disagreement")
    assert "only 2 origins" in fewer.reasons[0].words
    assert fewer.score > item.score


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Tomas Verhagen", "Tobas Verhagen", "spelt nearly alike"),
        ("Marn", "Ivo Marn Lenz", "one name is part of the other"),
        ("Tomas Verhagen", "Una Lindqvist", None),
        ("Tomas Verhagen", "Tomas Lindqvist", None),
    ],
)
def test_two_names_that_may_be_one(first: str, second: str, reason: str | None) -> None:
    desk = people(first, second)
    assert len(desk.account.entities) == 2
    found = [each.reasons[0].words for each in queue(desk) if each.topic == "names"]
    assert len(found) == (reason is not None)
    assert all((reason or "") in words for words in found)


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_two_names_leave_the_queue_when_they_are_merged_or_kept_apart(kind: str) -> None:
    desk = people("Tomas Verhagen", "Tobas Verhagen")
    item = only(desk, "names")
    desk.decide(kind, item.target, other=item.other)
    assert not [each for each in queue(desk) if each.topic == "names"]


def test_a_place_of_which_another_may_be_meant() -> None:
    drafts = [ferry(1, 12, "Ivo Marn"), ferry(2, 12, "Ada Lund")]
    for draft in drafts:
        draft.places[0] = replace(draft.places[0], confidence=0.35)
    desk = Desk(drafts)
    item = only(desk, "place")
    assert item.title == "Tarsa"
    assert "35% sure" in item.reasons[0].words
    assert item.score == pytest.approx(0.65)
    desk.decide("confirm", item.target)
    assert not [each for each in queue(desk) if each.topic == "place"]


def test_an_event_is_doubtful_by_its_day_its_words_and_who_doubts_it() -> None:
    drafts = [ferry(1, 12, "Ivo Marn"), ferry(2, 12, "Ada Lund")]
    drafts[1].text = drafts[1].text.replace("sank", "went")
    drafts[1].events[0] = replace(drafts[1].events[0], mode="possible", predicate="go down")
    drafts[0].events[0] = replace(drafts[0].events[0], date_precision=4, latest=DAY + timedelta(days=20))
    desk = Desk(drafts)
    item = only(desk, "event")
    words = " ".join(reason.words for reason in item.reasons)
    assert "only holds it possible" in words
    assert "different words" in words
    assert item.pieces
    assert set(item.offers) >= {"re-date", "re-place", "split", "reject"}
    desk.decide("note", item.target, text="Look at the log of the port.")
    assert only(desk, "event").target == item.target
    desk.decide("re-date", item.target, earliest=DAY)
    assert not [each for each in queue(desk) if each.topic == "event"]


def test_two_events_that_may_be_one() -> None:
    second = ferry(2, 12, "Ada Lund")
    second.events[0] = replace(second.events[0], earliest=DAY + timedelta(days=1), latest=DAY + timedelta(days=1))
    desk = Desk([ferry(1, 12, "Ivo Marn"), second])
    item = only(desk, "events")
    assert "are they one?" in item.reasons[0].words
    assert item.offers == ("merge", "split", "note")
    desk.decide("split", item.target, other=item.other)
    assert not [each for each in queue(desk) if each.topic == "events"]


def test_a_value_far_from_its_series() -> None:
    desk = Desk([*STORY, ferry(4, 90, "Olan Birk")])
    twins = only(desk, "series")
    assert (twins.title, twins.other_title) == ("people killed", "people killed")
    desk.decide("merge", twins.target, other=twins.other)
    item = only(desk, "figure")
    assert item.title.endswith("90")
    assert item.part_of == desk.account.series[0].id
    desk.decide("split", item.part_of, spans=item.citations)
    assert not [each for each in queue(desk) if each.topic == "figure"]


def test_a_source_without_a_name_is_worth_a_look() -> None:
    draft = Draft("At least nine people were killed, an official said.", "u1")
    who = draft.mention("an official", "person", name=False)
    claim = draft.claim("At least nine people were killed", who, "unnamed")
    draft.figure("nine people", 9, "people", "killed", claim=claim)
    item = only(Desk([draft]), "claim")
    assert "source without a name" in item.reasons[0].words
    assert item.citations == (Citation("u1", 0, 32),)


def test_the_queue_is_sorted_and_always_the_same() -> None:
    desk = Desk([*STORY, ferry(4, 90, "Olan Birk")])
    first = queue(desk)
    assert [each.score for each in first] == sorted((each.score for each in first), reverse=True)
    desk.drafts.reverse()
    assert queue(desk) == first
    assert len({each.id for each in first}) == len(first)


def test_reasons_add_up() -> None:
    assert score_of([Reason("a", 0.5), Reason("b", 0.5)]) == 0.75
    assert review(Account()) == ()


def test_places_to_choose_from() -> None:
    names = [each.where for each in candidates("Paris")]
    assert names[0] == "Île-de-France, France"
    assert any("Texas" in where for where in names)
    assert candidates("Qqqqx") == ()
    draft = ferry(1, 12, "Ivo Marn")
    draft.text += " The pier of Orno is shut."
    draft.place("Orno", town("Orno", 11.0, 21.0, 2))
    assert [each.name for each in places_of(Desk([draft]).account)] == ["Orno", "Tarsa"]
