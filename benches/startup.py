"""How long ``reportedly --help`` takes, beside the floor: starting Python and doing nothing.

Usage: python -m benches.startup [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import reportedly": ["-c", "import reportedly"],
    "reportedly --help": ["-m", "reportedly.cli.main", "--help"],
}


def measure(rounds: int) -> dict[str, float]:
    """The median seconds of each command; the commands take turns."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            started = time.perf_counter()
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    times = measure(parser.parse_args(arguments).rounds)
    floor = times["python -c pass"]
    for name, seconds in times.items():
        print(f"{name:<20} {seconds * 1000:7.1f} ms  {seconds / floor:5.2f} x the floor")


if __name__ == "__main__":
    main()
