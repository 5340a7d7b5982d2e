"""Statements that are run for every single report, made once: to make one takes longer than to run it.

``ON CONFLICT`` is written alike for SQLite and PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, insert, select, text

from reportedly.archive.schema import custody, meta, original, reading, report

KEY: BindParameter[str] = bindparam("key")
IS_THERE = select(report.c.id).where(report.c.id == KEY)
HAS_ORIGINAL = select(original.c.sha256).where(original.c.sha256 == KEY)
FORMER = (
    select(report.c.id)
    .join(custody, custody.c.report == report.c.id)
    .where(report.c.sha256 == KEY, custody.c.location == bindparam("location"))
)
"""The report that was made from the same bytes in the same place."""
ADD_ORIGINAL, ADD_REPORT, ADD_CUSTODY, ADD_READING = map(insert, (original, report, custody, reading))
LET_WAIT = text("INSERT INTO waiting (report) VALUES (:key) ON CONFLICT (report) DO NOTHING")
GET_META = select(meta.c.value).where(meta.c.key == KEY)
PUT_META = text(
    "INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
