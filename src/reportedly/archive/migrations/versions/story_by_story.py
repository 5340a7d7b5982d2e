"""The account story by story, with what tells which story a new report touches.

What was stored of the account is dropped: all reports wait to be gathered, which the next run does.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reportedly.archive import search
from reportedly.archive.marks import mark_of

revision = "0004_stories"
down_revision = "0003_decisions"

REPORT = sa.String(11)


def upgrade() -> None:
    """Make the tables, and put all reports into the queue."""
    op.drop_table("account_item")
    op.create_index("ix_reading_reader", "reading", ["reader"])
    op.create_table(
        "waiting",
        sa.Column("report", REPORT, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_waiting"),
        comment="Reports that came, went or were read anew since the account was reckoned",
    )
    op.create_table(
        "chapter",
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("report", REPORT, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("story", "kind", "report", name="pk_chapter"),
        comment="The account: the things of one kind in a story, as JSON; what stands in one report, report by report",
    )
    _create_gathered()
    _create_neighbours()
    _queue_all()


def _create_gathered() -> None:
    op.create_table(
        "gathered",
        sa.Column("report", REPORT, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("nearness", sa.Integer, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.Column("sample", sa.LargeBinary, nullable=False),
        sa.Column("origin", sa.LargeBinary, nullable=False),
        sa.Column("copy_of", REPORT),
        sa.PrimaryKeyConstraint("report", name="pk_gathered"),
        comment="The reports that the account holds: what each is gathered by, and where it stands",
    )
    op.create_index("ix_gathered_number", "gathered", ["number"], unique=True)
    op.create_index("ix_gathered_story", "gathered", ["story"])
    op.create_index("ix_gathered_published", "gathered", ["published"])


def _create_neighbours() -> None:
    op.create_table(
        "telling_word",
        sa.Column("word", sa.Text, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("report", REPORT, nullable=False),
        sa.Column("weight", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("word", "day", "report", name="pk_telling_word"),
        sqlite_with_rowid=False,
        comment="The heaviest words of each gathered report; days are counted from 1 January of year 1, undated = 0",
    )
    op.create_table(
        "likeness",
        sa.Column("report", REPORT, nullable=False),
        sa.Column("other", REPORT, nullable=False),
        sa.Column("product", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("report", "other", name="pk_likeness"),
        sqlite_with_rowid=False,
        comment="Pairs of gathered reports that are alike and near in time, each from both sides",
    )
    op.create_table(
        "sampled",
        sa.Column("hash", sa.BigInteger, nullable=False),
        sa.Column("report", REPORT, nullable=False),
        sa.PrimaryKeyConstraint("hash", "report", name="pk_sampled"),
        sqlite_with_rowid=False,
        comment="A sample of the passages of each gathered report, as hashes",
    )
    op.create_table(
        "overlap",
        sa.Column("earlier", REPORT, nullable=False),
        sa.Column("later", REPORT, nullable=False),
        sa.Column("shared", sa.Integer, nullable=False),
        sa.Column("of_earlier", sa.Float, nullable=False),
        sa.Column("of_later", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("earlier", "later", name="pk_overlap"),
        comment="Pairs of gathered reports that share text",
    )
    op.create_index("ix_overlap_later", "overlap", ["later"])
    op.create_table(
        "line",
        sa.Column("report", REPORT, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_line"),
        comment="The sentences of each gathered report with the words by which questions find them, as MessagePack",
    )
    search.create(op.get_bind())


def _queue_all() -> None:
    """Every report waits; the mark of what the archive holds is counted once, and kept up from now on."""
    connection = op.get_bind()
    connection.execute(sa.text("INSERT INTO waiting (report) SELECT id FROM report"))
    items = [tuple(row) for row in connection.execute(sa.text("SELECT report, reader FROM reading"))]
    items += [(row.id, "decision") for row in connection.execute(sa.text("SELECT id FROM decision"))]
    connection.execute(sa.text("DELETE FROM meta WHERE key IN ('account', 'reports')"))
    put = sa.text("INSERT INTO meta (key, value) VALUES ('reports', :value)")
    connection.execute(put, {"value": mark_of(items)})
