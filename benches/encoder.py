"""How many reports of 450 words the reading model reads in a second, beside another graph (fp32) in the same run.

Usage: python -m benches.encoder [--model FOLDER] [--beside FOLDER] [--processes N] [--threads N] [--rounds N]

From words to the output of all heads, decoded. The two models take turns. Quote the ratio; reports per second are this
machine's. ``prepare``, ``graph`` and ``decode`` are milliseconds for a report in one process.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benches.reading import WORDS, long_reports
from reportedly.data import path_of
from reportedly.reading.encoder import Encoder
from reportedly.reading.encoder.encoder import FOLDER
from reportedly.reading.encoder.graph import Graph
from reportedly.reading.encoder.manifest import GRAPH, MANIFEST, TOKENIZER, read_manifest
from reportedly.reading.pieces import WordPieces, batches
from reportedly.reading.sentences import find_sentences

Words = list[list[str]]
READERS: list[Encoder] = []


def reports() -> list[Words]:
    """Reports of 450 words (marks count as words, as in treebanks) in sentences."""
    found: list[Words] = []
    for report in long_reports():
        words: Words = []
        left = WORDS
        for sentence in find_sentences(report.text):
            words.append([token.text for token in sentence.tokens[:left]])
            left -= len(words[-1])
        found.append([sentence for sentence in words if sentence])
    return found


def _load(folders: Sequence[Path], threads: int) -> None:
    READERS[:] = [Encoder.load(folder, threads) for folder in folders]


def _read(model: int, chosen: Sequence[Words]) -> int:
    for report in chosen:
        READERS[model].read(report)
    return len(chosen)


def speeds(folders: Sequence[Path], processes: int, threads: int, rounds: int) -> list[float]:
    """The median reports per second of each model, taking turns on the same processes."""
    chosen = reports() * 6
    shares = [chosen[at::processes] for at in range(processes)]
    taken: list[list[float]] = [[] for _ in folders]
    context = get_context("spawn")
    with ProcessPoolExecutor(processes, context, _load, (folders, threads)) as pool:
        for turn in range(rounds + 1):
            for model in range(len(folders)):
                started = time.perf_counter()
                count = sum(pool.map(_read, [model] * processes, shares))
                if turn:
                    taken[model].append(count / (time.perf_counter() - started))
    return [statistics.median(each) for each in taken]


def steps(folder: Path) -> dict[str, float]:
    """Median milliseconds a report spends in each step, and milliseconds to load the model."""
    manifest = read_manifest(folder)
    started = time.perf_counter()
    encoder = Encoder.load(folder)
    taken: dict[str, list[float]] = {"load": [time.perf_counter() - started], "prepare": [], "graph": [], "decode": []}
    graph, pieces = Graph(folder / GRAPH, manifest, 1), WordPieces(folder / TOKENIZER)
    for report in reports() * 3:
        began = time.perf_counter()
        ready = list(batches(report, pieces, manifest.window))
        prepared = time.perf_counter()
        for batch in ready:
            graph.run(batch)
        run = time.perf_counter()
        encoder.read(report)
        whole = time.perf_counter() - run
        taken["prepare"].append(prepared - began)
        taken["graph"].append(run - prepared)
        taken["decode"].append(max(0.0, whole - (run - began)))
    return {name: statistics.median(times) * 1000 for name, times in taken.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=path_of(FOLDER))
    parser.add_argument("--beside", type=Path, help="folder of the model with the fp32 graph")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    if given.model == path_of(FOLDER) and not (given.model / MANIFEST).is_file():
        print("left out: no reading model is installed; make train makes one")
        return
    folders = [given.model, *([given.beside] if given.beside else [])]
    found = speeds(folders, given.processes, given.threads, given.rounds)
    for folder, speed in zip(folders, found, strict=True):
        print(f"{folder.name:<12} {speed:7.1f} reports/s  {speed / found[-1]:5.2f} x {folders[-1].name}")
    for folder in folders:
        print(folder.name, "  ".join(f"{name} {value:.1f} ms" for name, value in steps(folder).items()))


if __name__ == "__main__":
    main()
