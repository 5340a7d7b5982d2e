"""The JSON Schema of ``reportedly/1``, made from the account's own classes and checked in beside this file.

``python -m reportedly.export.schema`` writes it again; a test holds the two together.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from reportedly.account.account import FORMAT, Account
from reportedly.data import path_of
from reportedly.export.json import TABLES

FILE = "reportedly-1.schema.json"


def schema_file() -> Path:
    """Where the schema is kept."""
    return path_of(FILE)


def build_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of what ``write_json`` writes."""
    hints = get_type_hints(Account)
    _, components = msgspec.json.schema_components([hints[table] for table in TABLES], ref_template="#/$defs/{name}")
    items = {table: {"$ref": f"#/$defs/{_row_class(hints[table])}"} for table in TABLES}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The account of a story, reportedly/1",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            **{table: {"type": "array", "items": item} for table, item in items.items()},
        },
        "required": ["format", *TABLES],
        "$defs": {name: _strict(definition) for name, definition in sorted(components.items())},
    }
    plain: dict[str, Any] = json.loads(json.dumps(schema))
    return plain


def _row_class(hint: Any) -> str:
    return str(hint.__args__[0].__name__)


def _strict(definition: dict[str, Any]) -> dict[str, Any]:
    """Every field of a row is written, also where it is null; fields may be added freely."""
    return {**definition, "required": list(definition.get("properties", {}))}


if __name__ == "__main__":
    schema_file().write_text(json.dumps(build_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
