"""Events in the manner of PLOVER and ACLED: names of fields, codes of precision, and what is left out."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from reportedly.account.account import Account, Entity, EntityPlace, Event, EventTelling, ReportEntry
from reportedly.data import load_table
from reportedly.export.acled import COLUMNS, acled_lines
from reportedly.export.coding import codebook
from reportedly.export.plover import plover_lines
from reportedly.reading.events.ontology import ontology

TEXT = "Rebels shelled Orno on Monday."
ORNO = EntityPlace(7, 35.5, 39.25, "SY", "Raqqa", 1)


def account(**changes: Any) -> Account:
    entities = (
        Entity("e1", "group", "Rebels", (), (), None, ()),
        Entity("e2", "place", "Orno", (), (), ORNO, ()),
        Entity("e3", "group", "a militia, and its guests", (), (), None, ()),
    )
    told = {
        "id": "v1", "type": "shelling", "plover": "ASSAULT", "acled": "Shelling/artillery/missile attack",
        "predicate": "shell", "actors": ("e1", "e3"), "recipients": ("e2",), "place": "e2",
        "earliest": date(2024, 3, 4), "latest": date(2024, 3, 4), "date_precision": 1, "where_precision": 1,
        "mode": "asserted", "mentions": (EventTelling("r1", 7, 14, None, "asserted"),), "independent_origins": 1,
        "story": "s1", **changes,
    }  # fmt: skip
    report = ReportEntry("r1", "a.txt", "The Herald", date(2024, 3, 5), None, None, "en", 30, "0", "o1", None, "s1")
    return Account(reports=(report,), entities=entities, events=(Event(**told),), texts={"r1": TEXT})


def record(**changes: Any) -> dict[str, Any]:
    (line,) = plover_lines(account(**changes))
    parsed: dict[str, Any] = json.loads(line)
    return parsed


def rows(**changes: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(acled_lines(account(**changes))))))


def test_a_plover_record_has_the_names_of_the_manual() -> None:
    told = record()
    assert (told["id"], told["date"], told["event"]) == ("v1", "2024-03-04", ["ASSAULT"])
    assert told["mode"] == ["heavy-weapons"]
    assert [actor["entity_text"] for actor in told["actor"]] == ["Rebels", "a militia, and its guests"]
    assert told["event_loc"]["resolution"] == 5
    assert (told["quad_code"], told["event_text"]) == (4, ["shelled"])
    assert "enddate" not in told


@pytest.mark.parametrize(
    ("changes", "event", "modes", "quad"),
    [
        ({"mode": "denied"}, ["ASSAULT"], ["heavy-weapons", "negation"], 4),
        ({"mode": "planned", "plover": "THREATEN"}, ["THREATEN"], [], 3),
        ({"mode": "possible"}, ["ASSAULT"], ["heavy-weapons", "hypothetical"], 4),
        ({"type": "investigation", "plover": "INVESTIGATE"}, ["ACCUSE"], ["investigate"], 3),
        ({"type": "death", "plover": "ASSAULT"}, ["ASSAULT"], [], 4),
    ],
)
def test_plover_modes(changes: dict[str, Any], event: list[str], modes: list[str], quad: int) -> None:
    told = record(**changes)
    assert (told["event"], told.get("mode", []), told["quad_code"]) == (event, modes, quad)


def test_an_event_without_a_root_is_no_plover_event() -> None:
    assert list(plover_lines(account(plover=None))) == []


def test_an_acled_row() -> None:
    (row,) = rows()
    assert tuple(row) == COLUMNS
    assert (row["event_type"], row["disorder_type"]) == ("Explosions/Remote violence", "Political violence")
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"]) == ("Rebels", "a militia, and its guests", "Orno")
    assert (row["country"], row["location"], row["latitude"]) == ("Syria", "Orno", "35.5000")
    assert (row["fatalities"], row["source"]) == ("", "The Herald")


@pytest.mark.parametrize(("date_prec", "time_precision"), [(1, "1"), (2, "2"), (3, "2"), (4, "3"), (5, "3")])
def test_time_precision(date_prec: int, time_precision: str) -> None:
    assert rows(date_precision=date_prec)[0]["time_precision"] == time_precision


@pytest.mark.parametrize(("where_prec", "geo_precision"), [(1, "1"), (2, "2"), (3, "2"), (4, "3"), (6, "3"), (7, "3")])
def test_geo_precision(where_prec: int, geo_precision: str) -> None:
    assert rows(where_precision=where_prec)[0]["geo_precision"] == geo_precision


@pytest.mark.parametrize(
    "changes", [{"mode": "denied"}, {"mode": "planned"}, {"acled": None}, {"earliest": None, "latest": None}]
)
def test_acled_has_only_dated_facts(changes: dict[str, Any]) -> None:
    assert rows(**changes) == []


@pytest.mark.parametrize(("actors", "coded"), [((), 0), (("e2",), 0), (("e1",), 1)])
def test_a_killing_without_a_killer_is_no_assault(actors: tuple[str, ...], coded: int) -> None:
    told = {"type": "killing", "acled": "Attack", "actors": actors}
    assert (len(rows(**told)), len(list(plover_lines(account(**told))))) == (coded, coded)


def test_a_cell_is_no_formula() -> None:
    assert rows(predicate="=1+1")[0]["notes"] == "'=1+1"


def test_every_code_of_the_ontology_is_in_the_codebooks() -> None:
    types = ontology().types.values()
    assert {kind.acled for kind in types if kind.acled} == set(codebook("acled"))
    assert {kind.plover for kind in types if kind.plover} <= set(codebook("plover_quads"))
    assert set(codebook("plover_quads")) <= set(load_table("ontology.toml")["plover_roots"])
    assert set(codebook("plover_modes")) <= set(ontology().types)
