"""Events merged across reports."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reportedly.account.account import Entity, EntityPlace, Event
from reportedly.account.events import NOWHERE, Telling, merge_events

DAY = date(2031, 5, 14)


def telling(number: int, **more: object) -> Telling:
    known: dict[str, object] = {
        "type": "grounding",
        "predicate": "run aground",
        "actors": (),
        "recipients": ("e:ship",),
        "place": None,
        "earliest": DAY,
        "latest": DAY,
        "date_precision": 1,
        "mode": "asserted",
        "claim": f"r{number}.c0",
        "origin": f"o:{number}",
    }
    return Telling(id=f"r{number}.v0", order=number, report=f"r{number}", start=0, end=3, **(known | more))  # type: ignore[arg-type]


def merged(*tellings: Telling) -> list[Event]:
    place = Entity("e:tarsa", "place", "Tarsa", (), (), EntityPlace(1, 10, 20, "XX", None, 2), ())
    return [event for event, _ in merge_events(tellings, {place.id: place}, "y:r0")]


@pytest.mark.parametrize(
    "other",
    [
        telling(1),
        telling(1, predicate="stick fast"),
        telling(1, place="e:tarsa"),
        telling(1, earliest=DAY - timedelta(days=3), latest=DAY + timedelta(days=3), date_precision=3),
        telling(1, earliest=None, latest=None, date_precision=5),
        telling(1, mode="denied"),
        telling(1, actors=("e:captain",)),
        telling(1, recipients=()),
    ],
    ids=["the same", "another verb", "with a place", "that week", "undated", "denied", "with an actor", "of nobody"],
)
def test_tellings_of_one_event_are_one(other: Telling) -> None:
    assert len(merged(telling(0), other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        telling(1, recipients=("e:barge",)),
        telling(1, earliest=DAY + timedelta(days=1), latest=DAY + timedelta(days=1)),
        telling(1, type="refloating", predicate="refloat"),
        telling(1, predicate="stick fast", recipients=()),
    ],
    ids=["another ship", "the next day", "another type", "nothing in common"],
)
def test_tellings_of_two_events_are_two(other: Telling) -> None:
    assert len(merged(telling(0), other)) == 2


def test_places_that_differ_keep_events_apart() -> None:
    assert len(merged(telling(0, place="e:tarsa"), telling(1, place="e:velmo"))) == 2


def described(*names: str) -> dict[str, Entity]:
    return {f"e:{n}": Entity(f"e:{n}", "other", name, (), (), None, ()) for n, name in enumerate(names)}


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("tunnel", "main tunnel"), 1),
        (("tunnel", "roof"), 1),
        (("tunnel of the mine", "tunnel"), 1),
        (("Norra Tunnel", "Sodra Tunnel"), 2),
        (("people", "two people"), 1),
    ],
)
def test_descriptions_are_known_by_their_heads(names: tuple[str, str], count: int) -> None:
    tellings = [telling(n, recipients=(f"e:{n}",)) for n in range(2)]
    assert len(merge_events(tellings, described(*names), "y:r0")) == count


def a_place(key: str, latitude: float, country: str = "XX", precision: int = 1) -> Entity:
    return Entity(key, "place", key.title(), (), (), EntityPlace(None, latitude, 20, country, None, precision), ())


@pytest.mark.parametrize(
    ("there", "count"),
    [
        (a_place("e:there", 10.2), 1),
        (a_place("e:there", 13), 2),
        (a_place("e:there", 14, precision=6), 1),
        (a_place("e:there", 10.2, country="YY"), 2),
    ],
    ids=["a town nearby", "a town far off", "its country", "over the border"],
)
def test_a_place_may_lie_in_or_near_another(there: Entity, count: int) -> None:
    here = a_place("e:here", 10)
    tellings = [telling(0, place="e:here"), telling(1, place="e:there")]
    assert len(merge_events(tellings, {here.id: here, there.id: there}, "y:r0")) == count


def test_one_day_and_one_verb_are_enough_where_nobody_is_named() -> None:
    assert len(merged(telling(0, recipients=()), telling(1, recipients=()))) == 1


def test_an_event_is_dated_by_its_best_dated_telling_and_asserted_if_one_asserts_it() -> None:
    week = telling(
        0, earliest=DAY - timedelta(days=3), latest=DAY + timedelta(days=3), date_precision=3, mode="possible"
    )
    (event,) = merged(week, telling(1, place="e:tarsa"))
    assert (event.earliest, event.latest, event.date_precision, event.where_precision) == (DAY, DAY, 1, 2)
    assert event.mode == "asserted"
    assert [told.mode for told in event.mentions] == ["possible", "asserted"]
    assert event.id == "v:r0.v0"


def test_independent_origins_count_origins_not_outlets() -> None:
    (event,) = merged(telling(0, origin="o:ap"), telling(1, origin="o:ap"), telling(2, origin="o:guard"))
    assert event.independent_origins == 2


def test_codes_come_from_the_ontology_and_an_unknown_place_is_nowhere() -> None:
    (event,) = merged(telling(0, type="territory_taken", predicate="seize"))
    assert (event.plover, event.acled) == ("ASSAULT", event.acled)
    assert event.where_precision == NOWHERE


def test_a_type_without_codes_is_kept_with_its_predicate() -> None:
    (event,) = merged(telling(0, type="unheard of", predicate="glimmer"))
    assert (event.type, event.predicate, event.plover, event.acled) == ("unheard of", "glimmer", None, None)
