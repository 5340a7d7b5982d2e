"""The tables of an archive. Types are those that SQLite and PostgreSQL share; ``migrations/`` builds them step by step.

Beside them stands the full-text index of ``search.py``. No
table has a running number: what an archive holds does not depend on the order in which it came.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

HEAD = "0004_stories"
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
    Index("ix_reading_reader", "reader"),
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

waiting = Table(
    "waiting",
    tables,
    Column("report", String(11), primary_key=True),
    comment="Reports that came, went or were read anew since the account was reckoned",
)

gathered = Table(
    "gathered",
    tables,
    Column("report", String(11), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("story", Text, nullable=False),
    Column("published", Date),
    Column("nearness", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Column("sample", LargeBinary, nullable=False),
    Column("origin", LargeBinary, nullable=False),
    Column("copy_of", String(11)),
    Index("ix_gathered_number", "number", unique=True),
    Index("ix_gathered_story", "story"),
    Index("ix_gathered_published", "published"),
    comment="The reports that the account holds: what each is gathered by, and where it stands",
)

telling_word = Table(
    "telling_word",
    tables,
    Column("word", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("report", String(11), primary_key=True),
    Column("weight", BigInteger, nullable=False),
    sqlite_with_rowid=False,
    comment="The heaviest words of each gathered report; days are counted from 1 January of year 1, undated = 0",
)

likeness = Table(
    "likeness",
    tables,
    Column("report", String(11), primary_key=True),
    Column("other", String(11), primary_key=True),
    Column("product", BigInteger, nullable=False),
    sqlite_with_rowid=False,
    comment="Pairs of gathered reports that are alike and near in time, each from both sides",
)

sampled = Table(
    "sampled",
    tables,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("report", String(11), primary_key=True),
    sqlite_with_rowid=False,
    comment="A sample of the passages of each gathered report, as hashes",
)

overlap = Table(
    "overlap",
    tables,
    Column("earlier", String(11), primary_key=True),
    Column("later", String(11), primary_key=True),
    Column("shared", Integer, nullable=False),
    Column("of_earlier", Float, nullable=False),
    Column("of_later", Float, nullable=False),
    Index("ix_overlap_later", "later"),
    comment="Pairs of gathered reports that share text",
)

line = Table(
    "line",
    tables,
    Column("report", String(11), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    comment="The sentences of each gathered report with the words by which questions find them, as MessagePack",
)

chapter = Table(
    "chapter",
    tables,
    Column("story", Text, primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("report", String(11), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    comment="The account: the things of one kind in a story, as JSON; what stands in one report, report by report",
)

past_account = Table(
    "past_account",
    tables,
    Column("day", Date, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="Accounts as they stood on a day that was asked for, as JSON; only a cache",
)
