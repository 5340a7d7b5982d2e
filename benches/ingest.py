"""How fast reports are taken in, beside floors measured in the same run.

    python -m benches.ingest [--reports 100] [--rounds 3]

The floors: the same bytes put into plain SQLite tables, one transaction a report; and reading alone. Times are
wall-clock medians over the rounds; a ratio is how many times the floor's time a step takes.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

import msgspec

from reportedly.account.reckon import reckon
from reportedly.archive import Archive
from reportedly.intake.settling import Taken
from reportedly.intake.taking import take_in
from reportedly.pipeline import ingest
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.telling import tell

SYLLABLES = ("ka", "lo", "mi", "ta", "ren", "do", "vi", "sur", "pel", "an", "gri", "mo")
STORY = 10
"""So many reports tell one story: names of places and people are made up anew for the next."""
PEOPLE = ("mayor Ana {0}", "governor Luis {1}", "police chief Eva {2}", "a hospital official", "two rescuers")
SENTENCES = (
    "At least {n} people were missing after the flood in {town}, {person} said on {day}.",
    "“We have found {n} of them,” said {person}.",
    "About {n} houses were destroyed near {town}, according to {person}.",
    "Roads between {town} and the coast stayed closed for {n} hours on {day}.",
    "{person} denied that {n} people had died in {town}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = 400


def write_reports(folder: Path, count: int) -> None:
    """Synthetic reports of about 400 words, always the same."""
    chosen = random.Random(1)
    towns, people = [""], [""]
    for number in range(count):
        if number % STORY == 0:
            names = ["".join(chosen.sample(SYLLABLES, 3)).capitalize() for _ in range(7)]
            towns, people = names[3:], [person.format(*names) for person in PEOPLE]
        sentences: list[str] = []
        while sum(map(len, sentences)) < WORDS * 6:
            form = chosen.choice(SENTENCES)
            told = {"town": chosen.choice(towns), "person": chosen.choice(people), "day": chosen.choice(DAYS)}
            sentences.append(form.format(n=chosen.randint(3, 400), **told))
        paragraphs = "\n\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))
        (folder / f"{number:05}.txt").write_text(f" date 2024-03-{number % 28 + 1:02} {paragraphs}")


def insert_plainly(path: Path, taken: list[Taken], bodies: list[bytes]) -> None:
    """The floor of storing: the same bytes in two plain tables."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE report (id TEXT PRIMARY KEY, text TEXT, original BLOB)")
        connection.execute("CREATE TABLE reading (report TEXT PRIMARY KEY, body BLOB)")
        for item, body in zip(taken, bodies, strict=True):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO report VALUES (?, ?, ?)", (item.report.id, item.report.text, item.original))
            connection.execute("INSERT INTO reading VALUES (?, ?)", (item.report.id, body))
            connection.execute("COMMIT")


def store(path: Path, taken: list[Taken], readings: dict[str, Reading]) -> None:
    """Storing as the archive does it."""
    with Archive.open(path) as archive:
        for item in taken:
            archive.add(item.report, item.original, item.location, readings[item.report.id])


def ingest_into(path: Path, folder: Path) -> None:
    """The whole of it."""
    with Archive.open(path) as archive:
        ingest(folder, archive)


def timed(step: Callable[[], object]) -> float:
    """Seconds that a step takes."""
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


def measure(folder: Path, scratch: Path) -> dict[str, float]:
    """One round: seconds for each step over all reports."""
    reader = Reader()
    taken = [entry for entry in take_in([folder]) if isinstance(entry, Taken)]
    readings = {item.report.id: reader.read(item.report) for item in taken}
    bodies = [msgspec.json.encode(reading) for reading in readings.values()]
    reports = [item.report for item in taken]
    return {
        "intake alone": timed(lambda: list(take_in([folder]))),
        "reading alone": timed(lambda: [reader.read(report) for report in reports]),
        "plain SQLite inserts": timed(lambda: insert_plainly(scratch / "plain.db", taken, bodies)),
        "storing alone": timed(lambda: store(scratch / "store.db", taken, readings)),
        "reckoning and telling alone": timed(lambda: tell(reckon(reports, readings))),
        "ingest": timed(lambda: ingest_into(scratch / "story.db", folder)),
        "ingest again (nothing new)": timed(lambda: ingest_into(scratch / "story.db", folder)),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "reports"
        folder.mkdir()
        write_reports(folder, asked.reports)
        rounds = []
        for number in range(asked.rounds):
            scratch = Path(name) / str(number)
            scratch.mkdir()
            rounds.append(measure(folder, scratch))
    medians = {step: median(one[step] for one in rounds) for step in rounds[0]}
    print(f"{asked.reports} reports of about {WORDS} words, medians of {asked.rounds} rounds")
    for step, seconds in medians.items():
        print(f"  {step:<28} {seconds:8.3f} s {asked.reports / seconds:10.0f} reports/s")
    print(f"  storing / plain inserts: {medians['storing alone'] / medians['plain SQLite inserts']:.2f}")
    floor = medians["reading alone"] + medians["plain SQLite inserts"] + medians["reckoning and telling alone"]
    print(f"  ingest / (reading + plain inserts + reckoning): {medians['ingest'] / floor:.2f}")


if __name__ == "__main__":
    main()
