"""The whole pipeline, files to account, beside a plain pipeline of the same shape; with the most memory of each.

    python -m benches.pipeline [--reports 300] [--rounds 1] [--beside FOLDER]

Reports of about 450 words come from ``stream.py``: most stories have a report or two, some up to twenty. Their words
are English, for the reading model cuts made-up ones into twice as many pieces; their names are made up.
Each pipeline runs as a user starts it, in a program of its own bound to two cores where the system can do that (so
ours works with two processes, itself one of them), and says how many reports it does in a second. ``--beside`` names
another checkout, which runs in the same rounds; times of a busy machine mean little, so the load is printed and the
ratio is what counts.

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

from benches.stream import in_english, stream

LARGEST = 20
"""Reports of the largest story."""
CORES = 2


def write_reports(folder: Path, count: int) -> None:
    """The reports, as files; always the same."""
    for item in itertools.chain.from_iterable(stream(count, largest=LARGEST)):
        title, text = in_english(item.report.title or ""), in_english(item.report.text)
        header = f"Title: {title}\nOutlet: {item.report.outlet}\nDate: {item.report.published}"
        (folder / item.report.path).write_text(f"{header}\n\n{text}", encoding="utf-8")


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


ROOT = Path(__file__).resolve().parent.parent
RUNS = {"ours": run_ours, "beside": run_ours, "peer": run_peer}
_began = [0.0, 0.0]


def began() -> None:
    """Everything is loaded: from here on it counts."""
    _began[:] = [time.perf_counter(), _processor_time()]


def _processor_time() -> float:
    """Seconds of this process and of all that it started and that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def work(which: str, folder: Path, archive: Path) -> None:
    """Run one pipeline in this process and print what it took."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    done = RUNS[which](folder, archive)
    wall, own = time.perf_counter() - _began[0], _processor_time() - _began[1]
    print(json.dumps({"done": done, "wall": wall, "own": own, "megabytes": _most_memory()}))


def _most_memory() -> float:
    """Of this process and, where it started any, of one for each further core, as large as the largest of them: MB."""
    here, started = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (here + (CORES - 1) * started) / 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--beside", type=Path, metavar="FOLDER", help="another checkout, measured in the same rounds")
    parser.add_argument("--work", nargs=3, metavar=("WHICH", "FOLDER", "ARCHIVE"), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.work:
        work(asked.work[0], Path(asked.work[1]), Path(asked.work[2]))
        return
    peer = "spaCy, blank" if importlib.util.find_spec("spacy") else "regular expressions (spaCy is not installed)"
    labels = {"ours": "whole pipeline", "beside": f"whole pipeline of {asked.beside}", "peer": peer}
    if asked.beside is None:
        del labels["beside"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "reports"
        folder.mkdir()
        write_reports(folder, asked.reports)
        found: dict[str, list[dict[str, float]]] = {which: [] for which in labels}
        for number in range(asked.rounds):
            for which in labels:
                home = asked.beside if which == "beside" else ROOT
                found[which].append(_run(which, home, folder, Path(name) / f"{which}{number}.db"))
    _print(labels, found, asked.reports)


def _print(labels: dict[str, str], found: dict[str, list[dict[str, float]]], reports: int) -> None:
    rates: dict[str, float] = {}
    for which, label in labels.items():
        wall, own = (median(one[key] for one in found[which]) for key in ("wall", "own"))
        rates[which] = reports / wall
        most = max(one["megabytes"] for one in found[which])
        print(f"  {label:<48} {rates[which]:8.1f} reports/s; processor {1000 * own / reports:.1f} ms a report")
        print(f"  {'':<48} most memory {most:.0f} MB")
    for which in labels.keys() - {"ours"}:
        print(f"  {labels[which]}: {rates[which] / rates['ours']:.2f} times as many")
    print(f"  load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores")


def _run(which: str, home: Path, folder: Path, archive: Path) -> dict[str, float]:
    """One pipeline, by the package of the checkout ``home``."""
    command = [sys.executable, "-m", "benches.pipeline", "--work", which, str(folder), str(archive)]
    places = os.pathsep.join([str(home.resolve() / "src"), str(ROOT)])
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": places}
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


if __name__ == "__main__":
    main()
