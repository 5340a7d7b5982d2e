"""How long figures and the toll of a report of 450 words take alone, beside the floor: one search for digits.

Usage: python -m benches.figures [--rounds N]. Times are of this process only. Quote the ratios; the milliseconds are
this machine's.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Sequence

from benches.reading import long_reports
from reportedly.reading.figures import find_figures, find_toll
from reportedly.reading.mentions import find_mentions
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report

DIGITS = re.compile(r"\d[\d,.]*")
FLOOR = "digits"


def measure(rounds: int) -> dict[str, float]:
    """The median milliseconds for one report, by what is done to it."""
    taken: dict[str, list[float]] = {FLOOR: [], "sentences": [], "figures": [], "toll": []}
    for report in long_reports():
        work = _work(report)
        for _ in range(rounds):
            for name, run in work.items():
                started = time.process_time()
                run()
                taken[name].append(time.process_time() - started)
    return {name: statistics.median(times) * 1000 for name, times in taken.items()}


def _work(report: Report) -> dict[str, Callable[[], object]]:
    """Each step on what the steps before it give."""
    sentences = find_sentences(report.text)
    times = find_times(report, sentences)
    mentions = find_mentions(report, sentences, times)
    figures = find_figures(report, sentences, times, mentions)
    return {
        FLOOR: lambda: DIGITS.findall(report.text),
        "sentences": lambda: find_sentences(report.text),
        "figures": lambda: find_figures(report, sentences, times, mentions),
        "toll": lambda: find_toll(sentences, mentions, figures),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    times = measure(parser.parse_args(arguments).rounds)
    for name, milliseconds in times.items():
        print(f"{name:<10} {milliseconds:7.3f} ms  {milliseconds / times[FLOOR]:7.1f} x {FLOOR}")


if __name__ == "__main__":
    main()
