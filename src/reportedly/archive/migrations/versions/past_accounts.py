"""A cache of accounts as they stood on past days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "past_account",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_past_account"),
        comment="Accounts as they stood on a day that was asked for, as JSON; only a cache",
    )
