"""The ontology and the trigger tables say what they must."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly import data
from reportedly.errors import TableError
from reportedly.reading.events.lexicon import FRAMES, lexicon, trigger_files
from reportedly.reading.events.ontology import EventType, ontology
from reportedly.reading.reader import Reader
from reportedly.report import Report

TYPES = list(ontology().types.values())


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.id)
def test_its_example_tells_the_type(kind: EventType) -> None:
    reading = Reader().read(Report("r", "r", kind.example, "", published=date(2021, 5, 7)))
    assert kind.id in {event.type for event in reading.events if event.mode == "asserted"}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.id)
def test_a_row_is_whole(kind: EventType) -> None:
    assert kind.definition.endswith(".")
    assert kind.actor or kind.recipient
    assert kind.recipient or not kind.undergoes
    assert all(getattr(kind, role) for role in kind.effects)


def test_every_family_has_types() -> None:
    assert {kind.family for kind in TYPES} == set(ontology().families)


def test_every_type_but_those_settled_later_has_triggers() -> None:
    told = {pattern.type for patterns in lexicon().patterns.values() for pattern in patterns}
    assert {kind.id for kind in TYPES} - told == {"territory_regained", "other"}


def test_no_pattern_stands_twice_in_a_frame() -> None:
    for patterns in lexicon().patterns.values():
        rows = [(p.type, p.frame, p.words, p.subject, p.object) for p in patterns]
        assert len(rows) == len(set(rows))
        assert {p.frame for p in patterns} <= set(FRAMES)


@pytest.mark.parametrize(
    ("type_id", "mode", "root"),
    [
        ("release", "asserted", "RETREAT"),
        ("release", "planned", "AGREE"),
        ("release", "denied", "REJECT"),
        ("attack", "planned", "THREATEN"),
        ("attack", "denied", "ASSAULT"),
        ("earthquake", "expected", None),
    ],
)
def test_plover_root_depends_on_the_mode(type_id: str, mode: str, root: str | None) -> None:
    assert ontology().plover_root(type_id, mode) == root  # type: ignore[arg-type]


GOOD = """
families = ["x"]
plover_roots = ["AID"]
states = ["free"]
[types.rescue]
family = "x"
definition = "d."
example = "e."
actor = "a"
"""


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('plover = "HELP"', "plover 'HELP' is not listed"),
        ('colour = "red"', "unknown fields colour"),
        ('effects = { actor = "flying" }', "state 'flying' is not listed"),
        ('effects = { host = "free" }', "role in effects 'host' is not listed"),
    ],
)
def test_a_faulty_row_is_refused(line: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ontology.toml").write_text(GOOD + line, encoding="utf-8")
    monkeypatch.setattr(data, "path_of", lambda name: tmp_path / name)
    _forget()
    with pytest.raises(TableError, match=problem):
        ontology()
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    data.load_table.cache_clear()
    ontology.cache_clear()


def test_the_trigger_files_are_found() -> None:
    assert "triggers/conflict.toml" in trigger_files()
