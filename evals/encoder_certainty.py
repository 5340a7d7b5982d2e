"""Certainty of events by the reading model: UW factuality (news) and UDS-IH2 (web text), each with its own head.

    python -m evals.encoder_certainty [--data FOLDER] [--model FOLDER] [--errors N] [--json]

``r`` is Pearson's correlation with the gold rating (-3 did not happen, 3 happened). ``not_factual`` is the F1 of
predicates with a gold rating below 1 (denied, or left open) against those that the model does not count as asserted;
``denied`` that of gold ratings of -1 or less against those that it counts as denied (``stance_of``).
"""

from __future__ import annotations

from pathlib import Path

from evals.command import Findings, run
from evals.gold.certainty import Rated, read_rated
from evals.scoring.counting import Tally, pearson
from reportedly.reading.encoded import stance_of
from reportedly.reading.encoder import Encoder
from reportedly.reading.reader import installed_encoder

DATA = "data/certainty"
FACTUAL, DENIED = 1.0, -1.0
PARTS = {"uw": "uw-dev.jsonl", "uds": "uds-ih2-dev.jsonl"}


def examine(data: Path, encoder: Encoder) -> Findings:
    """All scores, and the predicates rated worst."""
    scores: dict[str, float] = {}
    worst: list[tuple[float, str]] = []
    for part, file in PARTS.items():
        gold: list[float] = []
        ours: list[float] = []
        for rated in read_rated(data / file):
            seen = encoder.read([rated.words]).sentences[0]
            row = seen.certainty if part == "uw" else seen.certainty_web
            for word, rating in rated.ratings:
                gold.append(rating)
                ours.append(row[word])
                worst.append((abs(rating - row[word]), _shown(part, rated, word, rating, row[word])))
        scores |= {f"{part}.{name}": round(value, 4) for name, value in rate(gold, ours).items()}
    return Findings(scores, [line for _, line in sorted(worst, reverse=True)[:500]])


def rate(gold: list[float], ours: list[float]) -> dict[str, float]:
    """Correlation, and F1 of what is not asserted and of what is denied."""
    unsure, denied = Tally(), Tally()
    for wanted, got in zip(gold, ours, strict=True):
        stance = stance_of(got)
        for tally, theirs, mine in (
            (unsure, wanted < FACTUAL, stance != "asserted"),
            (denied, wanted <= DENIED, stance == "denied"),
        ):
            tally.add(theirs and mine, mine, theirs)
    return {"r": pearson(gold, ours), "not_factual": unsure.f1, "denied": denied.f1}


def _shown(part: str, rated: Rated, word: int, gold: float, ours: float) -> str:
    left, right = " ".join(rated.words[max(0, word - 12) : word]), " ".join(rated.words[word + 1 : word + 10])
    return f"{part:3} {gold:5.1f} {ours:5.1f}  {left} [{rated.words[word]}] {right}"


def measure(data: Path) -> dict[str, float]:
    """The scores of the installed model: r between -1 and 1, the others between 0 and 1."""
    return examine(data, installed_encoder()).scores


if __name__ == "__main__":
    run(str(__doc__), DATA, examine)
