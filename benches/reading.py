"""How long the stages of reading take for a report of 450 words, beside the floor: splitting it into words.

Usage: python -m benches.reading [--rounds N]. Quote the ratios; the milliseconds are this machine's.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.intake.taking import Intake
from reportedly.reading import reader as order
from reportedly.report import Report

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "karatas"
WORDS = 450
STAGES = (
    "find_sentences", "find_quotes", "find_times", "find_mentions", "find_places", "settle_kinds", "find_figures",
    "resolve_mentions", "find_claims", "link_figures", "find_events", "find_credits", "find_toll",
)  # fmt: skip
FLOOR = "find_sentences"


def long_reports() -> list[Report]:
    """Reports of about 450 words, joined from those of the example story."""
    texts = [taken.report.text for taken in _example()]
    joined: list[Report] = []
    words: list[str] = []
    for text in texts * 3:
        words.append(text.strip())
        if sum(len(each.split()) for each in words) >= WORDS:
            joined.append(Report(f"r{len(joined)}", "bench", "\n\n".join(words), "0", "Bench", date(2024, 3, 8)))
            words = []
    return joined


def _example() -> list[Any]:
    intake = Intake([EXAMPLE])
    return [found for file in intake.entries for found in intake.take(file) if hasattr(found, "report")]  # type: ignore[arg-type]


def measure(rounds: int) -> dict[str, float]:
    """The median milliseconds of each stage for one report."""
    taken: dict[str, list[float]] = defaultdict(list)
    original = {name: getattr(order, name) for name in STAGES}
    try:
        for name, stage in original.items():
            setattr(order, name, _timed(stage, taken[name]))
        reader = order.Reader()
        reports = long_reports()
        for _ in range(rounds):
            for report in reports:
                reader.read(report)
    finally:
        for name, stage in original.items():
            setattr(order, name, stage)
    return {name: statistics.median(times) * 1000 for name, times in taken.items()}


def _timed(stage: Callable[..., Any], into: list[float]) -> Callable[..., Any]:
    def run(*arguments: Any) -> Any:
        started = time.perf_counter()
        try:
            return stage(*arguments)
        finally:
            into.append(time.perf_counter() - started)

    return run


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    times = measure(parser.parse_args(arguments).rounds)
    total = sum(times.values())
    for name, milliseconds in times.items():
        print(f"{name:<18} {milliseconds:7.2f} ms  {milliseconds / times[FLOOR]:6.2f} x {FLOOR}")
    print(
        f"{'all':<18} {total:7.2f} ms  {total / times[FLOOR]:6.2f} x {FLOOR}   {1000 / total:.0f} reports/s on one core"
    )


if __name__ == "__main__":
    main()
