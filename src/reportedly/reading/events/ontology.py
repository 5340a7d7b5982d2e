"""The kinds of events: a tree of families and types with PLOVER and ACLED codes, loaded from ``data/ontology.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.reading import Mode

TABLE = "ontology.toml"
ROLES = ("actor", "recipient")
FIELDS = {"family", "definition", "plover", "acled", "actor", "recipient", "undergoes", "effects", "example"}
NEEDED = {"family", "definition", "example"}
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"})
INTENDED: frozenset[Mode] = frozenset({"planned", "expected", "hypothetical"})


@dataclass(frozen=True, slots=True)
class EventType:
    """One type. ``actor`` and ``recipient`` say in words who fills the role, None where the type has no such role.

    ``undergoes``: the subject of an intransitive verb is the recipient ("the ship sank"). ``effects`` maps a role to
    the state that
    it is in afterwards.
    """

    id: str
    family: str
    definition: str
    example: str
    plover: str | None = None
    acled: str | None = None
    actor: str | None = None
    recipient: str | None = None
    undergoes: bool = False
    effects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types by id, in the order of the table, and the families that they belong to."""

    families: tuple[str, ...]
    types: Mapping[str, EventType]

    def __getitem__(self, type_id: str) -> EventType:
        return self.types[type_id]

    def is_against(self, type_id: str) -> bool:
        """Whether events of the type are done against somebody or something ("an attack on the island")."""
        root = self.types[type_id].plover if type_id in self.types else None
        return root is not None and root not in COOPERATIVE

    def plover_root(self, type_id: str, mode: Mode) -> str | None:
        """The PLOVER root of an event of that type told in that mode.

        PLOVER codes the intention to cooperate as AGREE, the intention to harm as THREATEN and the refusal to
        cooperate as REJECT,
        whatever the deed ("agreed to withdraw", "vowed to attack", "would not release").
        """
        root = self.types[type_id].plover
        if root in COOPERATIVE and mode in INTENDED:
            return "AGREE"
        if root in HOSTILE and mode in INTENDED:
            return "THREATEN"
        return "REJECT" if root in COOPERATIVE and mode == "denied" else root


@cache
def ontology() -> Ontology:
    """The ontology, read and checked once per process.

    Raises:
        TableError: a type lacks a field, has one that is not known, or names a family, code or state that the table
        does not list.
    """
    table = load_table(TABLE)
    types = {name: _event_type(name, row, table) for name, row in table["types"].items()}
    return Ontology(tuple(table["families"]), types)


def _event_type(name: str, row: Mapping[str, Any], table: Mapping[str, Any]) -> EventType:
    _check_fields(name, row)
    _check_listed(name, "family", row["family"], table["families"])
    if "plover" in row:
        _check_listed(name, "plover", row["plover"], table["plover_roots"])
    for role, state in row.get("effects", {}).items():
        _check_listed(name, "role in effects", role, ROLES)
        _check_listed(name, "state", state, table["states"])
    return EventType(id=name, **row)


def _check_fields(name: str, row: Mapping[str, Any]) -> None:
    if missing := sorted(NEEDED - row.keys()):
        raise TableError(TABLE, f"type {name} lacks {', '.join(missing)}")
    if unknown := sorted(row.keys() - FIELDS):
        raise TableError(TABLE, f"type {name} has unknown fields {', '.join(unknown)}")


def _check_listed(name: str, what: str, value: str, allowed: list[str] | tuple[str, ...]) -> None:
    if value not in allowed:
        raise TableError(TABLE, f"type {name}: {what} {value!r} is not listed")
