"""Rows of the account are found by their story, so that one story can be shown without decoding the others."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004_by_story"
down_revision = "0003_decisions"

ROWS = sa.text("SELECT kind, position, body FROM account_item WHERE story IS NULL AND kind IN :kinds").bindparams(
    sa.bindparam("kinds", ["claims", "figures", "times", "places", "holdings"], expanding=True)
)
REPORTS = sa.text("SELECT id, story FROM account_item WHERE kind = 'reports'")
PUT = sa.text("UPDATE account_item SET story = :story WHERE kind = :kind AND position = :position")


def upgrade() -> None:
    """Name the story of what hangs on a report, and make the index."""
    connection = op.get_bind()
    stories = {row.id: row.story for row in connection.execute(REPORTS)}
    told = [(row.kind, row.position, json.loads(row.body)) for row in connection.execute(ROWS)]
    stories |= {body["id"]: stories.get(body["report"]) for kind, _, body in told if kind == "claims"}
    rows = [
        {"kind": kind, "position": position, "story": stories.get(body.get("report") or next(iter(body["claims"]), ""))}
        for kind, position, body in told
    ]
    if rows:
        connection.execute(PUT, rows)
    op.create_index("ix_account_item_story", "account_item", ["story", "kind", "position"])
