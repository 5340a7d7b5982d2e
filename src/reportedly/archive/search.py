"""Full-text search over the gathered reports: which of them hold some words.

Everything that depends on the database's own full-text search stands here. In SQLite it is FTS5: one row for each
report, found by the report's number, without the text itself and without the places of words in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from sqlalchemy import Connection, text

from reportedly.archive.entry import PIECE, plain

Found = list[tuple[str, str]]
"""Reports, each with its story."""
Row = tuple[int, str, str]
"""The number of a report, its words as one text, and its terms as another."""
Column = Literal["words", "terms"]
"""``words`` are those of the title, the outlet and the text as they are printed; ``terms`` are dictionary forms."""
TABLE = "search"
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, terms, content='', columnsize=0, detail='column', "
    'tokenize="unicode61 remove_diacritics 0")',
    f"CREATE VIRTUAL TABLE {TABLE}_count USING fts5vocab({TABLE}, 'col')",
)
PUT = text(f"INSERT INTO {TABLE} (rowid, words, terms) VALUES (:number, :words, :terms)")
DROP = text(f"INSERT INTO {TABLE} ({TABLE}, rowid, words, terms) VALUES ('delete', :number, :words, :terms)")
HOLDING = "FROM search JOIN gathered ON gathered.number = search.rowid WHERE search MATCH :query"
FINDING = f"SELECT gathered.report AS report, gathered.story AS story {HOLDING}"
NEWEST = " ORDER BY gathered.published DESC, gathered.report"
COUNT = text(f"SELECT doc FROM {TABLE}_count WHERE term = :term AND col = :column")


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in CREATE:
        connection.execute(text(statement))


def put(connection: Connection, rows: Iterable[Row]) -> None:
    """Take in some reports, none of which is there."""
    if found := [_values(row) for row in rows]:
        connection.execute(PUT, found)


def drop(connection: Connection, rows: Iterable[Row]) -> None:
    """Let some reports go, each with the words and terms with which it was put in."""
    if found := [_values(row) for row in rows]:
        connection.execute(DROP, found)


def _values(row: Row) -> dict[str, int | str]:
    number, words, terms = row
    return {"number": number, "words": words, "terms": terms}


def clear(connection: Connection) -> None:
    """Forget all reports."""
    connection.execute(text(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')"))


def count(connection: Connection, terms: Sequence[str]) -> int:
    """How many reports hold one of some terms, at most: one that holds two of them counts twice."""
    asked = ({"term": plain(term), "column": "terms"} for term in terms)
    return sum(connection.scalar(COUNT, each) or 0 for each in asked)


def with_terms(connection: Connection, groups: Iterable[Sequence[str]], most: int, story: str | None = None) -> Found:
    """Reports with their stories that hold a term of every group; no more than ``most``."""
    pieces = [" OR ".join(f'"{word}"' for term in group if (word := plain(term))) for group in groups]
    return _found(connection, "terms", [f"({piece})" for piece in pieces if piece], most, story)


def with_words(
    connection: Connection, words: Iterable[str], skip: int, most: int, story: str | None = None
) -> tuple[int, Found]:
    """Reports with their stories that hold every word, or one that begins so: how many there are, and ``most`` of them
    behind the first ``skip``, the newest first.
    """
    if not (pieces := [f'"{piece}"*' for word in words for piece in PIECE.findall(word.lower())]):
        return 0, []
    asked = {"query": _query("words", pieces), "story": story, "skip": skip, "most": most}
    within = _within(story)
    total = connection.scalar(text(f"SELECT count(*) {HOLDING}{within}"), asked) or 0
    rows = connection.execute(text(f"{FINDING}{within}{NEWEST} LIMIT :most OFFSET :skip"), asked)
    return total, [(row.report, row.story) for row in rows]


def _found(connection: Connection, column: Column, pieces: Sequence[str], most: int, story: str | None) -> Found:
    if not pieces:
        return []
    asked = {"query": _query(column, pieces), "story": story, "most": most}
    rows = connection.execute(text(f"{FINDING}{_within(story)} LIMIT :most"), asked)
    return [(row.report, row.story) for row in rows]


def _query(column: Column, pieces: Iterable[str]) -> str:
    return f"{column} : ({' AND '.join(pieces)})"


def _within(story: str | None) -> str:
    return " AND gathered.story = :story" if story else ""
