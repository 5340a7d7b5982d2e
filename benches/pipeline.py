"""The whole pipeline, files to account, beside a plain pipeline of the same shape; with the most memory of each.

    python -m benches.pipeline [--reports 100] [--rounds 1]

Reports of about 450 words come from ``stream.py``: most stories have a report or two, some up to twenty.
Each pipeline runs in a process of its own, on two cores where the system lets a process be bound to them, and says how
many reports it does in a second.

The peer is spaCy where it is installed: a blank English pipeline, for no model may be fetched, with its tokenizer, its
sentencizer and rules for names, numbers and reported speech; its entities go into one SQLite table. Where spaCy is not
installed, regular expressions do the same. Both find far less: no parse, no coreference, no places, no events, no
origins, no account. They are the floor of reading a text with rules at all, not an equal. The ratio is what counts.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import os
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from benches.stream import stream

LARGEST = 20
"""Reports of the largest story."""


def write_reports(folder: Path, count: int) -> None:
    """The reports, as files; always the same."""
    for item in itertools.chain.from_iterable(stream(count, largest=LARGEST)):
        header = f"Title: {item.report.title}\nOutlet: {item.report.outlet}\nDate: {item.report.published}"
        (folder / item.report.path).write_text(f"{header}\n\n{item.report.text}", encoding="utf-8")


def run_ours(folder: Path, archive: Path) -> int:
    """Everything: files, readings, archive, account."""
    from reportedly.archive import Archive
    from reportedly.pipeline import ingest
    from reportedly.reading.reader import Reader

    Reader()
    began()
    with Archive.open(archive) as opened:
        return len(ingest(folder, opened).added)


SPEECH = re.compile(r"\b(?:said|says|told|denied|claimed|according to|announced|confirmed)\b")
NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
NUMBER = re.compile(r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b")
SENTENCE = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
Found = list[tuple[str, str]]


def read_with_expressions(text: str) -> Found:
    """Names, numbers and speech, sentence by sentence."""
    found: Found = []
    for sentence in SENTENCE.split(text):
        for kind, pattern in (("name", NAME), ("number", NUMBER), ("speech", SPEECH)):
            found += [(kind, match.group()) for match in pattern.finditer(sentence)]
    return found


def spacy_reader() -> Callable[[str], Found]:
    """The same with spaCy's blank English pipeline."""
    import spacy

    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    ruler = blank.add_pipe("entity_ruler")
    ruler.add_patterns([
        {"label": "NAME", "pattern": [{"IS_TITLE": True, "OP": "+"}]},
        {"label": "NUMBER", "pattern": [{"LIKE_NUM": True}]},
        {"label": "SPEECH", "pattern": [{"LOWER": {"IN": ["said", "says", "told", "denied", "claimed", "announced"]}}]},
    ])  # fmt: skip

    def read(text: str) -> Found:
        document = blank(text)
        return [(entity.label_, entity.text) for sentence in document.sents for entity in sentence.ents]

    return read


def run_peer(folder: Path, archive: Path) -> int:
    """The peer over the same files."""
    read = spacy_reader() if importlib.util.find_spec("spacy") else read_with_expressions
    began()
    done = 0
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE found (report TEXT, kind TEXT, words TEXT)")
        for file in sorted(folder.glob("*.txt")):
            rows = [(file.name, *row) for row in read(file.read_text(encoding="utf-8"))]
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")
            done += 1
    return done


RUNS = {"ours": run_ours, "peer": run_peer}
_began = [0.0, 0.0]


def began() -> None:
    """Everything is loaded: from here on it counts."""
    _began[:] = [time.perf_counter(), time.process_time()]


def work(which: str, folder: Path, archive: Path) -> None:
    """Run one pipeline in this process and print what it took."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    done = RUNS[which](folder, archive)
    wall, own = time.perf_counter() - _began[0], time.process_time() - _began[1]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"done": done, "wall": wall, "own": own, "megabytes": most}))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--work", nargs=3, metavar=("WHICH", "FOLDER", "ARCHIVE"), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.work:
        work(asked.work[0], Path(asked.work[1]), Path(asked.work[2]))
        return
    peer = "spaCy, blank" if importlib.util.find_spec("spacy") else "regular expressions (spaCy is not installed)"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "reports"
        folder.mkdir()
        write_reports(folder, asked.reports)
        rates: dict[str, float] = {}
        for which, label in (("ours", "whole pipeline"), ("peer", peer)):
            rounds = [_run(which, folder, Path(name) / f"{which}{number}.db") for number in range(asked.rounds)]
            wall, own = median(one["wall"] for one in rounds), median(one["own"] for one in rounds)
            rates[which] = asked.reports / own
            most = max(one["megabytes"] for one in rounds)
            print(
                f"  {label:<48} {asked.reports / wall:8.1f} reports/s, by the time of the processor {rates[which]:.1f}"
            )
            print(f"  {'':<48} most memory {most:.0f} MB")
    print(f"  the peer does {rates['peer'] / rates['ours']:.1f} times as many")


def _run(which: str, folder: Path, archive: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benches.pipeline", "--work", which, str(folder), str(archive)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
