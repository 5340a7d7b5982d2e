"""What people decided: a table to which rows are only ever added."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_decisions"
down_revision = "0002"

CHANGES = ("UPDATE", "DELETE")


def upgrade() -> None:
    """Make the table, and let the database itself refuse to change or to drop a row of it."""
    op.create_table(
        "decision",
        sa.Column("id", sa.String(12), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("undoes", sa.String(12)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("target", sa.LargeBinary),
        sa.Column("value", sa.LargeBinary),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.ForeignKeyConstraint(["undoes"], ["decision.id"], name="fk_decision_undoes_decision"),
        comment="What people decided, with who, when (UTC) and why; rows are only ever added. Target and value as JSON",
    )
    op.create_index("ix_decision_made", "decision", ["made"])
    if op.get_bind().dialect.name == "sqlite":
        for change in CHANGES:
            op.execute(
                f"CREATE TRIGGER decision_stays_{change.lower()} BEFORE {change} ON decision "
                "BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END"
            )
