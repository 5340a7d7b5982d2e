"""Events merged across reports."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reportedly.account.account import Entity, EntityPlace, Event
from reportedly.account.events import NOWHERE, Telling, merge_events
from reportedly.reading.reading import Kind

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
    return Telling(id=f"r{number}.v0", order=number, report=f"r{number}", **({"start": 0, "end": 3} | known | more))  # type: ignore[arg-type]


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


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"earliest": None, "latest": None, "date_precision": 5},
        {"latest": DAY + timedelta(days=6), "date_precision": 3},
    ],
    ids=["one day", "undated", "that week"],
)
def test_one_root_is_enough_where_nothing_speaks_against_it(other: dict[str, object]) -> None:
    assert len(merged(telling(0, recipients=()), telling(1, recipients=(), **other))) == 1


def somebody(key: str, kind: Kind, name: str, *aliases: str) -> Entity:
    return Entity(f"e:{key}", kind, name, aliases, (), None, ())


CAST = {
    each.id: each
    for each in (
        somebody("ana", "person", "Ana Brel"),
        somebody("brel", "person", "Brel"),
        somebody("kovo", "person", "Kovo", "Ilir Kovo"),
        somebody("dorn", "person", "Dorn"),
        somebody("suspect", "person", "suspected Velmo leader"),
        somebody("one", "person", "One of the Velmo"),
        somebody("halcyon", "vehicle", "MV Halcyon"),
        somebody("osprey", "vehicle", "Grey Osprey"),
        somebody("rovers", "organisation", "Tarsa Rovers"),
        somebody("league", "organisation", "Velmo League"),
        somebody("tarsa", "place", "Tarsa"),
        a_place("e:town", 10),
        a_place("e:far", 40),
        a_place("e:land", 10, precision=6),
        a_place("e:abroad", 30, country="YY", precision=6),
        Entity("e:sea", "place", "Sea of Orr", (), (), EntityPlace(None, 60, 20, None, None, 7), ()),
    )
}


def told(number: int, word: str = "die", kind: str = "death", **more: object) -> Telling:
    return telling(number, **({"type": kind, "predicate": word, "recipients": (), "actors": ()} | more))


def events_of(*tellings: Telling) -> int:
    return len(merge_events(tellings, CAST, "y:r0"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"recipients": ("e:ana",)}, {"recipients": ("e:kovo",)}),
        ({"recipients": ("e:halcyon",)}, {"recipients": ("e:osprey",)}),
        ({"place": "e:town"}, {"place": "e:far"}),
        ({"earliest": DAY, "latest": DAY}, {"earliest": DAY + timedelta(days=2), "latest": DAY + timedelta(days=2)}),
    ],
    ids=["two full names", "two ships", "two towns far apart", "two days"],
)
def test_one_plain_reason_parts_events_that_share_somebody(first: dict[str, object], second: dict[str, object]) -> None:
    assert events_of(told(0, actors=("e:rovers",), **first), told(1, actors=("e:rovers",), **second)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"recipients": ("e:brel",)}, {"recipients": ("e:dorn",)}),
        ({"recipients": ("e:league",)}, {"recipients": ("e:tarsa",)}),
        ({"place": "e:land"}, {"place": "e:abroad"}),
    ],
    ids=["two surnames", "a club and a town", "two countries"],
)
def test_a_reason_open_to_doubt_does_not_part_events_that_share_somebody(
    first: dict[str, object], second: dict[str, object]
) -> None:
    assert events_of(told(0, actors=("e:rovers",), **first), told(1, actors=("e:rovers",), **second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"recipients": ("e:brel",), "place": "e:land"}, {"recipients": ("e:dorn",), "place": "e:abroad"}),
        (
            {"recipients": ("e:brel",), "actors": ("e:rovers",), "place": "e:town"},
            {"recipients": ("e:dorn",), "actors": ("e:league",), "place": "e:town"},
        ),
    ],
    ids=["surnames and countries", "those who act and those who are acted on"],
)
def test_two_reasons_open_to_doubt_part_events(first: dict[str, object], second: dict[str, object]) -> None:
    assert events_of(told(0, **first), told(1, **second)) == 2


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ({"recipients": ("e:brel",)}, {"recipients": ("e:dorn",)}, 2),
        ({"recipients": ("e:ana",)}, {"recipients": ("e:brel",)}, 1),
        ({"recipients": ("e:ana",)}, {"recipients": ("e:suspect",)}, 1),
        ({"recipients": ("e:ana",)}, {"recipients": ("e:one",)}, 1),
        ({"place": "e:town"}, {"place": "e:sea"}, 1),
        ({"place": "e:land"}, {"place": "e:abroad"}, 2),
    ],
    ids=["two surnames", "a surname", "a description with a name", "one of those", "a sea", "two countries"],
)
def test_by_its_root_alone_a_telling_joins_where_nothing_speaks_against_it(
    first: dict[str, object], second: dict[str, object], count: int
) -> None:
    assert events_of(told(0, **first), told(1, **second)) == count


@pytest.mark.parametrize(
    ("latest", "count"), [(DAY, 1), (DAY + timedelta(days=1), 2)], ids=["one day", "days that meet"]
)
def test_two_sorts_of_people_are_of_one_event_on_one_day_only(latest: date, count: int) -> None:
    cast = described("miner", "body")
    tellings = [told(0, "find", "found", recipients=("e:0",))]
    tellings += [told(1, "find", "found", recipients=("e:1",), latest=latest, date_precision=(latest - DAY).days + 1)]
    assert len(merge_events(tellings, cast, "y:r0")) == count


@pytest.mark.parametrize(("start", "count"), [(20, 2), (400, 1)], ids=["side by side", "further on"])
def test_two_words_side_by_side_tell_of_two_events(start: int, count: int) -> None:
    tellings = [
        told(0, "shoot", "killing", recipients=("e:ana",)),
        told(0, "murder", "killing", recipients=("e:ana",), start=start, end=start + 6),
    ]
    assert events_of(*tellings) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [((), (), 2), (("e:ana",), (), 2), (("e:ana",), ("e:dorn",), 2), (("e:ana",), ("e:ana",), 1)],
)
def test_what_is_said_is_one_event_by_its_speaker(first: tuple[str, ...], second: tuple[str, ...], count: int) -> None:
    tellings = [
        told(n, "announce", "announcement", actors=who, place="e:town") for n, who in enumerate((first, second))
    ]
    assert events_of(*tellings) == count


@pytest.mark.parametrize(
    ("shared", "groups"),
    [
        ({"recipients": ("e:ana",)}, [[0, 2], [1]]),
        ({"recipients": ("e:ana",), "place": "e:town"}, [[0], [1, 2]]),
    ],
    ids=["somebody shared", "somebody and the place"],
)
def test_one_root_weighs_more_than_somebody_and_less_than_somebody_and_a_place(
    shared: dict[str, object], groups: list[list[int]]
) -> None:
    fire = told(0, "fire", "fire")
    blaze = told(1, "burn", "fire", recipients=("e:ana",), place="e:town")
    events = merge_events([fire, blaze, told(2, "fire", "fire", **shared)], CAST, "y:r0")
    assert [[each.order for each in members] for _, members in events] == groups


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
