"""The table of judged sources is in order."""

from __future__ import annotations

from evals.source_links import links


def test_every_source_stands_apart_from_what_it_stands_for() -> None:
    rows = [row for each in links().values() for row in each]
    assert len(rows) == len(set(rows)) > 100
    assert all(0 <= start < end and not start <= source < end for source, start, end in rows)
