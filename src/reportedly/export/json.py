"""The account as one JSON object, ``reportedly/1``, written a row at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from reportedly.account.account import FORMAT, Account

TABLES = (
    "reports", "origins", "entities", "times", "places", "figures", "claims", "events", "series", "disagreements",
    "holdings", "incidents", "stories", "timeline", "brief", "decisions",
)  # fmt: skip


def write_json(account: Account, file: TextIO) -> None:
    """Write the account to a text file: one object, one row of a table to a line."""
    for piece in pieces(account):
        file.write(piece)


def pieces(account: Account) -> Iterator[str]:
    """The JSON text in pieces that join to one object."""
    encoder = msgspec.json.Encoder()
    yield f'{{"format": "{FORMAT}"'
    for table in TABLES:
        yield f',\n"{table}": ['
        for number, row in enumerate(rows(account, table)):
            yield ("\n " if number == 0 else ",\n ") + encoder.encode(row).decode()
        yield "]"
    yield "}\n"


def rows(account: Account, table: str) -> Iterator[Any]:
    """The rows of one table as plain values: dates as ISO text, whole numbers without a decimal point."""
    for row in getattr(account, table):
        yield whole_numbers(msgspec.to_builtins(row))


def whole_numbers(value: Any) -> Any:
    """The same value with floats that are whole turned into integers, however deep."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, dict):
        return {key: whole_numbers(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [whole_numbers(each) for each in value]
    return value
