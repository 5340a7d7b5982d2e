"""The tables of an archive. Types are those that SQLite and PostgreSQL share; ``migrations/`` builds them step by step.

No table has a running number: what an archive holds does not depend on the order in which it came.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

HEAD = "0003_decisions"
"""The newest migration; an archive at this version is opened without loading Alembic."""
VERSION_TABLE = "schema_version"
MARK = "reportedly-archive"

tables = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

meta = Table(
    "meta",
    tables,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    comment="What this file is, what made it, and which reports the stored account was reckoned from",
)

original = Table(
    "original",
    tables,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    comment="The untouched bytes of files and records, by their hash",
)

report = Table(
    "report",
    tables,
    Column("id", String(11), primary_key=True),
    Column("path", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("sha256", String(64), ForeignKey("original.sha256"), nullable=False),
    Column("outlet", Text),
    Column("published", Date),
    Column("dated_by", String(10)),
    Column("title", Text),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Index("ix_report_sha256", "sha256"),
    comment="Reports as intake made them",
)

custody = Table(
    "custody",
    tables,
    Column("report", String(11), ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("location", Text, nullable=False),
    Column("retrieved_at", DateTime(timezone=True), nullable=False),
    comment="Where a report's original was, absolutely, and when it was taken (UTC)",
)

reading = Table(
    "reading",
    tables,
    Column("report", String(11), ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="What each report says, as JSON, with the version of the reader that read it",
)

decision = Table(
    "decision",
    tables,
    Column("id", String(12), primary_key=True),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("author", Text, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("undoes", String(12), ForeignKey("decision.id")),
    Column("reason", Text, nullable=False),
    Column("target", LargeBinary),
    Column("value", LargeBinary),
    Index("ix_decision_made", "made"),
    comment="What people decided, with who, when (UTC) and why; rows are only ever added. Target and value as JSON",
)

account_item = Table(
    "account_item",
    tables,
    Column("kind", String(20), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text),
    Column("story", Text),
    Column("body", LargeBinary, nullable=False),
    Index("ix_account_item_id", "kind", "id"),
    comment="The account, one row per thing in it, as JSON",
)

past_account = Table(
    "past_account",
    tables,
    Column("day", Date, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="Accounts as they stood on a day that was asked for, as JSON; only a cache",
)
