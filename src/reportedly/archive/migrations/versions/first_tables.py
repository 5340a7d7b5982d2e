"""The first tables: reports with their originals and custody, readings, the account."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "meta",
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
        comment="What this file is, what made it, and which reports the stored account was reckoned from",
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_original"),
        comment="The untouched bytes of files and records, by their hash",
    )
    _create_reports()
    op.create_table(
        "account_item",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("id", sa.Text),
        sa.Column("story", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("kind", "position", name="pk_account_item"),
        comment="The account, one row per thing in it, as JSON",
    )
    op.create_index("ix_account_item_id", "account_item", ["kind", "id"])


def _create_reports() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.String(11), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("dated_by", sa.String(10)),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.ForeignKeyConstraint(["sha256"], ["original.sha256"], name="fk_report_sha256_original"),
        comment="Reports as intake made them",
    )
    op.create_index("ix_report_sha256", "report", ["sha256"])
    op.create_table(
        "custody",
        sa.Column("report", sa.String(11), nullable=False),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_custody"),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name="fk_custody_report_report", ondelete="CASCADE"),
        comment="Where a report's original was, absolutely, and when it was taken (UTC)",
    )
    op.create_table(
        "reading",
        sa.Column("report", sa.String(11), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_reading"),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name="fk_reading_report_report", ondelete="CASCADE"),
        comment="What each report says, as JSON, with the version of the reader that read it",
    )
