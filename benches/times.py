"""How long finding times takes for a report of 450 words, beside the floor: splitting it into words.

Needs no model: the stage is rules alone. Usage: python -m benches.times [--rounds N]. Quote the ratio; the milliseconds
are this machine's.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

from benches.reading import long_reports
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times

BUDGET = 1.5
"""Milliseconds that the stage may take."""


def measure(rounds: int) -> dict[str, float]:
    """The least milliseconds, by stage, that a report took in any round, averaged over the reports: what the work takes
    when nothing else runs.
    """
    reports = long_reports()
    read = [find_sentences(report.text) for report in reports]
    work: dict[str, list[Callable[[], object]]] = {
        "find_sentences": [partial(find_sentences, report.text) for report in reports],
        "find_times": [partial(find_times, report, sentences) for report, sentences in zip(reports, read, strict=True)],
    }
    return {name: statistics.mean(_least(one, rounds) for one in all_of_it) for name, all_of_it in work.items()}


def _least(work: Callable[[], object], rounds: int) -> float:
    taken: list[float] = []
    work()
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken) * 1000


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=40)
    times = measure(parser.parse_args(arguments).rounds)
    floor = times["find_sentences"]
    for name, milliseconds in times.items():
        print(f"{name:<18} {milliseconds:7.2f} ms  {milliseconds / floor:6.2f} x find_sentences")
    print(f"budget of find_times: {BUDGET} ms, {'kept' if times['find_times'] <= BUDGET else 'broken'}")


if __name__ == "__main__":
    main()
