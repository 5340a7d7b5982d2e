"""Adding one report to a large archive, and asking it, beside what they would cost without an index.

    python -m benches.growing [--reports 100000] [--archive FILE]

The archive is filled from ``stream.py``: a thousand reports are read cheaply and go through the whole pipeline; the
others are their rows under other names (the two letters with which all names, words and ids of a story begin are
replaced), so that index, readings and account are as large as if all had been gathered. Measured are stories that the
real reader has read: reports of them are held back and added one by one. Reading is not counted; it is another bench.

The floors: with a scan of the words of all reports in place of the index, and a scan of all texts for the words of a
question. Times are wall-clock; the time of the processor stands beside them, since a busy machine makes the former
longer. What is asked is asked of an archive that is open.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import random
import resource
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, create_engine, insert, select, text

from benches.stream import DAYS, FIRST, MARK, Item, read_cheaply, story, stream
from reportedly import pipeline
from reportedly.archive import Archive, search
from reportedly.archive.entry import plain
from reportedly.archive.ledger import number_of
from reportedly.archive.schema import (
    chapter,
    custody,
    gathered,
    likeness,
    line,
    original,
    overlap,
    reading,
    report,
    sampled,
    telling_word,
)
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.report import Report

PATTERN = 1000
"""Reports that go through the pipeline before their rows are copied."""
COPIED: tuple[Table, ...] = (
    original, report, custody, reading, gathered, telling_word, likeness, sampled, overlap, line, chapter,
)  # fmt: skip
MARKS = [one + other for one in "qjxvz" for other in "bcdfghjklmnpqrstvwxz" if one + other != MARK]
SIZES = (1, 5, 10, 30, 100)
"""Sizes of the stories that are measured."""
HELD = 5
"""Reports of each that are added one by one."""
FORMS = (
    "How many people were in {place}?",
    "Who denied that people died in {place}?",
    "What did {name} say?",
    "Who is {name}?",
    "What happened in {place}?",
    "When did {name} speak in {place}?",
    "Is it confirmed that people died in {place}?",
    "How many people were rescued in {place} on Monday?",
)
ASKED = 400


def fill(path: Path, reports: int, say: Callable[[str], None] = print) -> None:
    """Make the archive."""
    version = Reader().version
    with Archive.open(path) as archive:
        for item in itertools.chain.from_iterable(stream(min(PATTERN, reports), largest=60)):
            archive.add(item.report, item.report.text.encode(), f"/{item.report.path}", read_cheaply(item, version))
        pipeline.settle(archive)
    say(f"{min(PATTERN, reports)} reports are gathered")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("PRAGMA synchronous = OFF"))
        pattern = {table: connection.execute(select(table)).mappings().all() for table in COPIED}
    for mark in MARKS[: max(0, -(-reports // PATTERN) - 1)]:
        with engine.begin() as connection:
            _copy(connection, pattern, mark)
    engine.dispose()


def _copy(connection: Connection, pattern: dict[Table, Sequence[Any]], mark: str) -> None:
    """The rows of the pattern under other names."""
    salt = int.from_bytes(hashlib.sha256(mark.encode()).digest()[:4], "big")
    for table, rows in pattern.items():
        copied = [{str(name): _renamed(value, mark) for name, value in row.items()} for row in rows]
        for row in copied:
            if table is gathered:
                row |= {"number": number_of(row["report"]), "sample": _salted(row["sample"], salt)}
            elif table is sampled:
                row["hash"] ^= salt
            elif table in {original, report}:
                row["sha256"] = hashlib.sha256((mark + row["sha256"]).encode()).hexdigest()
        if copied:
            connection.execute(insert(table), copied)
    lines = {row["report"]: row["body"] for row in pattern[line]}
    entries = (
        (number_of(_renamed(row["id"], mark)), _renamed(f"{row['title']}\n{row['outlet']}\n{row['text']}", mark), words)
        for row in pattern[report]
        if (words := _terms(_renamed(lines[row["id"]], mark)))
    )
    search.put(connection, entries)


def _renamed(value: Any, mark: str) -> Any:
    if isinstance(value, str):
        return value.replace(MARK, mark).replace(MARK.capitalize(), mark.capitalize())
    if isinstance(value, bytes):
        old, new = MARK.encode(), mark.encode()
        return value.replace(old, new).replace(old.capitalize(), new.capitalize())
    return value


def _salted(sample: bytes, salt: int) -> bytes:
    return array("I", sorted(hashed ^ salt for hashed in array("I", sample))).tobytes()


def _terms(body: bytes) -> str:
    terms = {term for _, _, some in msgspec.msgpack.decode(body) for term in some}
    return " ".join(sorted(map(plain, terms)))


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processor."""

    wall: float
    own: float


def timed(step: Callable[[], object]) -> Cost:
    """What a step costs."""
    wall, own = time.perf_counter(), time.process_time()
    step()
    return Cost(time.perf_counter() - wall, time.process_time() - own)


def grow(path: Path) -> Iterator[tuple[int, list[Cost], int]]:
    """For each size of story, what it costs to add reports one by one, and how large its readings are."""
    chosen, reader = random.Random(77), Reader()
    with Archive.open(path) as archive:
        for size in SIZES:
            start = FIRST + timedelta(days=chosen.randrange(DAYS))
            items = [_moved(item, start, place) for place, item in enumerate(story(chosen, size - 1 + HELD))]
            read = {item.id: reader.read(item) for item in items}

            def keep(items: Sequence[Report], read: Mapping[str, Reading] = read) -> None:
                for item in items:
                    archive.add(item, item.text.encode(), f"/{item.path}", read[item.id])
                pipeline.settle(archive)

            keep(items[: size - 1])
            costs = [timed(lambda item=item: keep([item])) for item in items[size - 1 :]]  # type: ignore[misc]
            told = archive.story_account(archive.story_of(items[0].id) or "")
            yield size, costs, len(told.reports) if told else 0


def _moved(item: Item, start: date, place: int) -> Report:
    """The report on a day of its own: a story is added to as it unfolds."""
    return replace(item.report, published=start + timedelta(days=place // 4))


def questions(path: Path) -> list[str]:
    """Every form about places and people of stories all over the archive."""
    chosen = random.Random(5)
    with Archive.open(path) as archive:
        ids = sorted(archive.ids())
        asked: list[str] = []
        while len(asked) < ASKED:
            told = archive.story_account(archive.story_of(chosen.choice(ids)) or "")
            places = [each.name for each in told.entities if each.kind == "place"] if told else []
            names = [each.name for each in told.entities if each.kind == "person"] if told else []
            if places and names:
                form = FORMS[len(asked) % len(FORMS)]
                asked.append(form.format(place=chosen.choice(places), name=chosen.choice(names)))
        return asked


def ask(path: Path, asked: Sequence[str]) -> tuple[list[Cost], int]:
    """What each question costs, and how many have an answer."""
    with Archive.open(path) as archive:
        archive.ask(asked[0])
        found: list[bool] = []
        costs = [timed(lambda each=each: found.append(archive.ask(each)[0].is_found)) for each in asked]  # type: ignore[misc]
        return costs, sum(found)


def scans(path: Path, words: Sequence[str]) -> list[Cost]:
    """The floor of asking: looking for a word in all texts."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        query = text("SELECT count(*) FROM report WHERE text LIKE :word")
        return [timed(lambda word=word: connection.scalar(query, {"word": f"%{word}%"})) for word in words]  # type: ignore[misc]


def at(costs: Sequence[float], share: float) -> float:
    """The cost below which so large a share lies, in milliseconds."""
    return 1000 * sorted(costs)[min(len(costs) - 1, int(share * len(costs)))]


def tell(label: str, costs: Sequence[Cost]) -> None:
    """Print medians and 95th percentiles."""
    wall, own = [each.wall for each in costs], [each.own for each in costs]
    print(
        f"  {label:<40} median {at(wall, 0.5):8.1f} ms  p95 {at(wall, 0.95):8.1f} ms   "
        f"(processor {1000 * median(own):8.1f} / {at(own, 0.95):8.1f} ms)"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--archive", type=Path, help="where the archive is kept; filled if it is not there")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        path = asked.archive or Path(name) / "archive.db"
        if not path.exists():
            cost = timed(lambda: fill(path, asked.reports))
            print(f"filled in {cost.wall:.0f} s ({cost.own:.0f} s of the processor)")
        print(f"{asked.reports} reports, {path.stat().st_size / 2**20:.0f} MB")
        texts = questions(path)
        costs, found = ask(path, texts)
        tell(f"ask ({found} of {len(texts)} answered)", costs)
        tell("scan of all texts for one word", scans(path, [each.split()[-1].strip("?") for each in texts[:5]]))
        for size, grown, members in grow(path):
            tell(f"add a report to a story of {size} to {members}", grown)
    print(f"  most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
