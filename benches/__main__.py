"""Run every bench: ``python -m benches [NAME ...]``."""

from __future__ import annotations

import importlib
import sys

BENCHES = (
    *("startup", "reading", "times", "gazetteer", "figures", "encoder"),
    *("ingest", "pipeline", "asking", "growing", "desk"),
)


def main() -> None:
    """Run the named benches, or all."""
    for name in sys.argv[1:] or BENCHES:
        print(f"== {name}")
        importlib.import_module(f"benches.{name}").main([])


if __name__ == "__main__":
    main()
