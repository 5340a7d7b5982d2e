"""How large the gazetteer is, how long it takes to open and to look names up, beside floors of the same run.

Usage: python -m benches.gazetteer [--rounds N]. Every lookup is of a name that was not asked for before, so that none
is remembered; the floor is asking a dict of the same folded names. Times are of the processor, so that a busy
machine counts little; quote the ratios.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reportedly.data import path_of
from reportedly.reading.places.gazetteer import FILE, Gazetteer
from reportedly.reading.places.spelling import fold

NAMES = 20_000
"""Names looked up in a round: every so many-th place of the gazetteer, and as many that no place bears."""


def measure(rounds: int) -> dict[str, float]:
    """Median processor seconds of opening and its floor (reading the file), of lookups by name and sound and theirs."""
    path = path_of(FILE)
    names = asked(Gazetteer(path))
    table = dict.fromkeys(names[::2], 0)
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        fresh = Gazetteer(path)
        for name, seconds in {
            "open": _seconds(lambda: Gazetteer(path)),
            "read the file": _seconds(path.read_bytes),
            "look up": _each(fresh.named, names),
            "look up by sound": _each(fresh.sounding, names),
            "ask a dict": _each(table.get, names),
        }.items():
            taken.setdefault(name, []).append(seconds)
    return {name: statistics.median(times) for name, times in taken.items()}


def asked(opened: Gazetteer) -> list[str]:
    """Folded names, every second one that of a place."""
    step = max(1, len(opened) // (NAMES // 2))
    known = dict.fromkeys(fold(opened.place(index).name) for index in range(0, len(opened), step))
    return [name for place in known for name in (place, f"{place} nowhere")]


def _seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def _each(look: Callable[[str], object], names: Iterable[str]) -> float:
    """Seconds for one of the names."""
    asked_for = list(names)
    return _seconds(lambda: [look(name) for name in asked_for]) / len(asked_for)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    times = measure(parser.parse_args(arguments).rounds)
    size = Path(path_of(FILE)).stat().st_size
    print(f"{'size':<18} {size / 1e6:8.1f} MB")
    for name in ("open", "read the file"):
        print(f"{name:<18} {times[name] * 1e3:8.2f} ms  {times[name] / times['read the file']:6.2f} x reading the file")
    for name in ("look up", "look up by sound", "ask a dict"):
        print(f"{name:<18} {times[name] * 1e6:8.2f} µs  {times[name] / times['ask a dict']:6.1f} x a dict")


if __name__ == "__main__":
    main()
