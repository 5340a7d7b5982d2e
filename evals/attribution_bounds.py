"""The bounds of who said what, tried out one by one: what each costs and brings, on the articles used for tuning.

    python -m evals.attribution_bounds [--half even] [--sample N] [--step 0.3]

The bounds stand in ``reportedly.reading.encoder.linking``. Each is moved a step down and up from where it stands, the
others staying; the scores are those of ``evals.attribution``. To be run again when the weights of the reading model
change: move a bound where both ``whole`` and ``content`` gain, then look at the other half through its scores.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evals import shared
from evals.attribution import DATA, HALVES, chosen, polnear
from reportedly.reading.encoder import linking
from reportedly.reading.pairs import CONTENT, SOURCE
from reportedly.reading.reader import Reader

SHOWN = ("content", "whole", "speech_whole", "attitude_whole", "direct_recall")
BOUNDS = ("beyond", "second", "source", "content")


@contextmanager
def moved(bound: str, by: float) -> Iterator[float]:
    """Decoding with one bound moved; gives its value."""
    kept = linking.BEYOND, linking.SECOND, dict(linking.LEAST)
    if bound == "beyond":
        linking.BEYOND += by
    elif bound == "second":
        linking.SECOND += by
    else:
        linking.LEAST[SOURCE if bound == "source" else CONTENT] += by
    try:
        yield dict(zip(BOUNDS, (linking.BEYOND, linking.SECOND, *_least()), strict=True))[bound]
    finally:
        linking.BEYOND, linking.SECOND = kept[:2]
        linking.LEAST.update(kept[2])


def _least() -> tuple[float, float]:
    return linking.LEAST[SOURCE], linking.LEAST[CONTENT]


def main() -> None:
    """Prints a row of scores for where the bounds stand, and for each bound moved down and up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--half", choices=HALVES, default="even", help="the articles with even or odd numbers")
    parser.add_argument("--sample", type=int, help="only so many articles")
    parser.add_argument("--step", type=float, default=0.3, help="how far each bound is moved")
    given = parser.parse_args()
    if not (given.data / "polnear").is_dir():
        raise SystemExit(f"{given.data} has no polnear/; give the folder of PolNeAR's parent with --data.")
    articles, reader = chosen(given.data / "polnear" / "dev", given.half, given.sample), Reader()
    print(f"{'':22}", "  ".join(f"{name:>14}" for name in SHOWN))
    steps = [("beyond", 0.0), *((bound, by) for bound in BOUNDS for by in (-given.step, given.step))]
    for bound, by in steps:
        with moved(bound, by) as value:
            scores = polnear(articles, reader)[0].scores()
        name = f"{bound} {value:.2f}" if by else "as they stand"
        print(f"{name:<22}", "  ".join(f"{scores[each]:>14.3f}" for each in SHOWN), flush=True)


if __name__ == "__main__":
    main()
