"""The rows of decisions: written once, read in order, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, insert, select

from reportedly.account.account import DecidedValue, Decision, Target
from reportedly.archive.schema import decision

NEXT = timedelta(microseconds=1)
_target = msgspec.json.Decoder(Target)
_value = msgspec.json.Decoder(DecidedValue)


def add_decision(connection: Connection, made: Decision) -> Decision:
    """Write a decision after all that are there, also where the clock of this machine goes back."""
    last = connection.scalar(select(decision.c.made).order_by(decision.c.made.desc()).limit(1))
    time = made.made if last is None else max(made.made, last.replace(tzinfo=UTC) + NEXT)
    written = replace(made, made=time)
    connection.execute(insert(decision).values(_row_of(written)))
    return written


def decisions_in(connection: Connection) -> tuple[Decision, ...]:
    """Every decision in order of time.

    Raises:
        msgspec.MsgspecError: a row does not fit the data.
    """
    chosen = select(decision).order_by(decision.c.made, decision.c.id)
    return tuple(_decision_of(row) for row in connection.execute(chosen).mappings())


def _row_of(made: Decision) -> dict[str, Any]:
    encode = msgspec.json.encode
    return {
        **{name: getattr(made, name) for name in ("id", "made", "author", "kind", "undoes", "reason")},
        "target": encode(made.target) if made.target else None,
        "value": encode(made.value) if made.value else None,
    }


def _decision_of(row: RowMapping) -> Decision:
    return Decision(
        id=row["id"],
        kind=row["kind"],
        target=_target.decode(row["target"]) if row["target"] else None,
        value=_value.decode(row["value"]) if row["value"] else None,
        author=row["author"],
        made=row["made"].replace(tzinfo=UTC),
        reason=row["reason"],
        undoes=row["undoes"],
    )
