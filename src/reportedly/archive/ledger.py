"""What the archive knows of the reports that its account holds: looked up by index, and written as they change."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Collection, Iterator
from dataclasses import asdict
from datetime import date
from functools import cache, cached_property
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    Connection,
    Select,
    Table,
    TextClause,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from reportedly.account.growing import Growth, Standing
from reportedly.account.origins import Credited, Overlap, ReportOrigin
from reportedly.account.part import Part
from reportedly.account.stories import FARTHEST, LEAST_SHARED, TELLING, Pair, Vector, may_be_pair, telling_of
from reportedly.account.trait import Trait
from reportedly.archive.accounts import parts_of
from reportedly.archive.rows import report_of
from reportedly.archive.schema import chapter, gathered, likeness, overlap, report, sampled, telling_word
from reportedly.archive.schema import reading as stored_reading
from reportedly.reading.written import credits_in
from reportedly.report import Report

PIECE = 900
"""How many values one query names: all databases take so many."""
UNDATED = 0
LAST = 4_000_000
"""A day after all days."""
_vector = msgspec.msgpack.Decoder(dict[str, int])
_origin = msgspec.json.Decoder(ReportOrigin)


class StoredLedger:
    """The gathered reports of an archive, read within one connection's transaction."""

    def __init__(self, connection: Connection, reader: str) -> None:
        self._connection = connection
        self._reader = reader

    @cached_property
    def _is_empty(self) -> bool:
        """Whether nothing is gathered yet: then nothing need be looked for."""
        return self._connection.scalar(select(gathered.c.report).limit(1)) is None

    def traits(self, reports: Collection[str]) -> dict[str, Trait]:
        """What some reports are gathered by."""
        columns = (gathered.c.report, gathered.c.published, gathered.c.nearness, gathered.c.length)
        chosen = select(*columns, gathered.c.vector, gathered.c.sample)
        return {row.report: _trait_of(row) for row in self._rows(chosen, gathered.c.report, reports)}

    def standings(self, reports: Collection[str]) -> dict[str, Standing]:
        """Where some reports stand."""
        chosen = select(gathered.c.report, gathered.c.story, gathered.c.origin, gathered.c.copy_of)
        return {
            row.report: Standing(row.story, _origin.decode(row.origin), row.copy_of)
            for row in self._rows(chosen, gathered.c.report, reports)
        }

    def members(self, stories: Collection[str]) -> dict[str, str]:
        """The reports of some stories, each with its story."""
        chosen = select(gathered.c.report, gathered.c.story)
        return {row.report: row.story for row in self._rows(chosen, gathered.c.story, stories)}

    def alike(self, telling: Vector, published: date | None) -> set[str]:
        """Reports that share enough of the heaviest words of a report, and are not too far from it in time."""
        if self._is_empty:
            return set()
        words = {f"word{place}": word for place, word in enumerate(telling)}
        weights = {f"weight{place}": weight for place, weight in enumerate(telling.values())}
        asked = {**_NO_WORDS, **words, **weights}
        day = day_of(published)
        spans = [(max(day - FARTHEST, UNDATED), day + FARTHEST), (UNDATED, UNDATED)] if day else [(UNDATED, LAST)]
        bounds = ({"first": first, "last": last} for first, last in spans)
        rows = (row for each in bounds for row in self._connection.execute(_alike(), {**asked, **each}))
        return {row.report for row in rows if may_be_pair(row.shared, published, _date_of(row.day))}

    def pairs(self, reports: Collection[str]) -> list[Pair]:
        """Every pair that one of some reports is in."""
        chosen = select(likeness.c.report, likeness.c.other, likeness.c.product)
        rows = self._rows(chosen, likeness.c.report, reports)
        found = {(one, other) if one < other else (other, one): product for one, other, product in rows}
        return [Pair(first, second, product) for (first, second), product in found.items()]

    def crowds(self, hashes: Collection[int]) -> dict[int, int]:
        """How many reports have each hash in their sample."""
        if self._is_empty:
            return {}
        chosen = select(sampled.c.hash, func.count().label("count")).group_by(sampled.c.hash)
        return {row.hash: row.count for row in self._rows(chosen, sampled.c.hash, hashes)}

    def holders(self, hashes: Collection[int]) -> list[tuple[int, str]]:
        """Each of some hashes with each report that has it in its sample."""
        if self._is_empty:
            return []
        return [(row.hash, row.report) for row in self._rows(select(sampled), sampled.c.hash, hashes)]

    def overlaps(self, reports: Collection[str]) -> list[Overlap]:
        """Every overlap that one of some reports is in."""
        rows = {
            (row.earlier, row.later): row
            for column in (overlap.c.earlier, overlap.c.later)
            for row in self._rows(select(overlap), column, reports)
        }
        return [Overlap(*row) for row in rows.values()]

    def reports(self, reports: Collection[str]) -> dict[str, Report]:
        """Some reports."""
        rows = (row._mapping for row in self._rows(select(report), report.c.id, reports))
        return {row["id"]: report_of(row) for row in rows}

    def credited(self, reports: Collection[str]) -> dict[str, Credited]:
        """Whom some reports credit, as far as they have a reading."""
        return {key: found for key, body in self.bodies(reports).items() if (found := credits_in(body))}

    def bodies(self, reports: Collection[str]) -> dict[str, bytes]:
        """The readings of some reports that this version of the reader made, as JSON."""
        chosen = select(stored_reading.c.report, stored_reading.c.body).where(stored_reading.c.reader == self._reader)
        return {row.report: row.body for row in self._rows(chosen, stored_reading.c.report, reports)}

    def parts(self, leaving_out: Collection[str]) -> list[Part]:
        """The stored accounts of all stories but some, each with its texts.

        Raises:
            msgspec.MsgspecError: a row does not fit the account's data.
        """
        stories = sorted(set(self._connection.scalars(select(gathered.c.story).distinct())) - set(leaving_out))
        texts = select(report.c.id, report.c.text).join(gathered, gathered.c.report == report.c.id)
        words = {row.id: row.text for row in self._rows(texts, gathered.c.story, stories)}
        return parts_of(map(tuple, self._rows(select(chapter), chapter.c.story, stories)), words)

    def _rows(self, chosen: Select[Any], column: Column[Any], values: Collection[Any]) -> Iterator[Any]:
        """The rows whose column has one of the values."""
        for piece in pieces(values):
            yield from self._connection.execute(chosen.where(column.in_(piece)))


def write(connection: Connection, growth: Growth) -> None:
    """Bring the ledger up to what a growth found."""
    _forget(connection, growth.gone)
    for piece in pieces(growth.compared):
        connection.execute(delete(overlap).where(or_(overlap.c.earlier.in_(piece), overlap.c.later.in_(piece))))
    moved = [_stood(key, standing) for key, standing in growth.standings.items() if key not in growth.came]
    if moved:
        connection.execute(update(gathered).where(gathered.c.report == bindparam("key")), moved)
    for table, rows in _rows_of(growth).items():
        if rows:
            connection.execute(insert(table), rows)


def _stood(key: str, standing: Standing) -> dict[str, Any]:
    origin = msgspec.json.encode(standing.origin)
    return {"key": key, "story": standing.story, "origin": origin, "copy_of": standing.copy_of}


def _rows_of(growth: Growth) -> dict[Table, list[dict[str, Any]]]:
    """What is new, table by table."""
    sides = [(pair.first, pair.second, pair.product) for pair in growth.pairs]
    sides += [(pair.second, pair.first, pair.product) for pair in growth.pairs]
    return {
        gathered: [_gathered_row(key, trait, growth.standings[key]) for key, trait in growth.came.items()],
        telling_word: [
            {"word": word, "day": day_of(trait.published), "report": key, "weight": weight}
            for key, trait in growth.came.items()
            for word, weight in telling_of(trait.vector).items()
        ],
        sampled: [{"hash": hashed, "report": key} for key, trait in growth.came.items() for hashed in trait.sample],
        likeness: [{"report": one, "other": other, "product": product} for one, other, product in sides],
        overlap: [asdict(each) for each in growth.overlaps],
    }


def _gathered_row(key: str, trait: Trait, standing: Standing) -> dict[str, Any]:
    _, nearness, shortness, _ = trait.rank
    return {
        "report": key,
        "number": number_of(key),
        "story": standing.story,
        "published": trait.published,
        "nearness": nearness,
        "length": -shortness,
        "vector": msgspec.msgpack.encode(trait.vector),
        "sample": array("I", sorted(trait.sample)).tobytes(),
        "origin": msgspec.json.encode(standing.origin),
        "copy_of": standing.copy_of,
    }


def _trait_of(row: Any) -> Trait:
    sample = array("I")
    sample.frombytes(row.sample)
    rank = (row.published or date.max, row.nearness, -row.length, row.report)
    return Trait(rank, row.published, _vector.decode(row.vector), frozenset(sample))


def number_of(report: str) -> int:
    """The number under which a report stands in the search index: 62 bits of its id's hash."""
    return int.from_bytes(hashlib.sha256(report.encode()).digest()[:8], "big") >> 2


def day_of(published: date | None) -> int:
    """A day as a number."""
    return published.toordinal() if published else UNDATED


def _date_of(day: int) -> date | None:
    return date.fromordinal(day) if day else None


def pieces(values: Collection[Any]) -> Iterator[list[Any]]:
    """Some values in lists that one query can name."""
    rest = iter(values)
    while piece := list(islice(rest, PIECE)):
        yield piece


@cache
def _alike() -> TextClause:
    """The query for reports with telling words in common, for as many words as a report has of them."""
    shares = (
        f"SELECT report, day, weight * :weight{place} AS part FROM telling_word "
        f"WHERE word = :word{place} AND day BETWEEN :first AND :last"
        for place in range(TELLING)
    )
    parts = " UNION ALL ".join(shares)
    summed = f"SELECT report, day, SUM(part) AS shared FROM ({parts}) AS parts GROUP BY report, day"
    return text(f"{summed} HAVING SUM(part) >= {LEAST_SHARED}")


_NO_WORDS = {f"word{place}": "" for place in range(TELLING)} | {f"weight{place}": 0 for place in range(TELLING)}


def _forget(connection: Connection, gone: Collection[str]) -> None:
    """Leave nothing of some reports."""
    for key, trait in StoredLedger(connection, "").traits(gone).items():
        words = list(telling_of(trait.vector))
        own = (telling_word.c.day == day_of(trait.published)) & (telling_word.c.report == key)
        connection.execute(delete(telling_word).where(telling_word.c.word.in_(words) & own))
        for piece in pieces(trait.sample):
            connection.execute(delete(sampled).where(sampled.c.hash.in_(piece) & (sampled.c.report == key)))
    for piece in pieces(gone):
        connection.execute(delete(gathered).where(gathered.c.report.in_(piece)))
        connection.execute(delete(overlap).where(or_(overlap.c.earlier.in_(piece), overlap.c.later.in_(piece))))
        others = connection.scalars(select(likeness.c.other).where(likeness.c.report.in_(piece))).all()
        connection.execute(delete(likeness).where(likeness.c.report.in_(piece)))
        for some in pieces(set(others)):
            connection.execute(delete(likeness).where(likeness.c.report.in_(some) & likeness.c.other.in_(piece)))
