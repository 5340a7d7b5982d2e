"""Who said what: claims against the attributions of PolNeAR, and against the answer keys of stories.

An attribution of the gold (first annotator of an article) is a source, a cue and a content, each of one or more
character spans; ours are claims that share a cue, joined. ``scoring/attributions.py`` says how they are paired.
Tuned on the train part and on the articles of dev with even numbers, in order of name (``--half even``); the others
were looked at only through their scores.

    python -m evals.attribution [--data FOLDER] [--split dev] [--half even] [--sample N] [--rules] [--errors N] [--json]

``--rules`` reads without the reading model.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals import shared
from evals.gold.polnear import Article, Attribution, Parts, read_articles
from evals.scoring.answers import answer, key_folders
from evals.scoring.attributions import Counts, wrong
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Claim, Reading
from reportedly.report import Report, report_id

DATA = "data/attribution"
HALVES = ("even", "odd")
ASIDE = frozenset({"content_overlap", "attitude_content", "attitude_whole"})
"""Scores that are shown and have no floor."""


def measure(data: Path) -> dict[str, float]:
    """Scores on PolNeAR's dev part and on the answer keys beside it (``data`` is the folder ``attribution``)."""
    reader = Reader()
    found = polnear(read_articles(data / "polnear" / "dev"), reader)[0].scores()
    scores = {f"dev.{name}": value for name, value in found.items() if name not in ASIDE}
    for story, folder in key_folders(data.parent.parent):
        scores |= {f"{story}.{name}": tally.recall for name, tally in answer(folder, reader.read).tallies.items()}
    return scores


def polnear(articles: Iterable[Article], reader: Reader) -> tuple[Counts, list[str]]:
    """The counts over some articles, and a line for every error."""
    counts, errors = Counts(), []
    for article in articles:
        report = Report(report_id(article.text, None, None, None), article.name, article.text, "")
        gold, ours = article.annotators[0], attributions(reader.read(report), article.text)
        paired = counts.add(article.text, gold, ours)
        errors += [f"{article.name[:24]} {line}" for line in wrong(article.text, gold, ours, paired)]
    return counts, errors


def attributions(reading: Reading, text: str) -> list[Attribution]:
    """Claims with a cue; those of one cue are one attribution."""
    by_cue: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.cue is not None:
            by_cue[claim.cue.start, claim.cue.end].append(claim)
    return [_joined(cue, claims, text) for cue, claims in sorted(by_cue.items())]


def _joined(cue: tuple[int, int], claims: Sequence[Claim], text: str) -> Attribution:
    source = claims[0].source
    named = ((source.start, source.end),) if source.start is not None and source.end is not None else ()
    parts = sorted({(part.start, part.end) for claim in claims for part in claim.parts})
    return Attribution(named, (cue,), _closed(parts, text))


def _closed(parts: Sequence[tuple[int, int]], text: str) -> Parts:
    """The pieces with those joined that only a conjunction parts: our claims are clauses, the gold's are not."""
    closed: list[tuple[int, int]] = []
    for start, end in parts:
        if closed and start - closed[-1][1] < 8 and _only_joins(text[closed[-1][1] : start]):
            closed[-1] = (closed[-1][0], max(end, closed[-1][1]))
        else:
            closed.append((start, end))
    return tuple(closed)


def _only_joins(between: str) -> bool:
    return between.strip(" ,;.\n").lower() in {"", "and", "but"}


def chosen(folder: Path, half: str | None, sample: int | None) -> list[Article]:
    """The articles of a part, or half of them, or a fixed random sample of them."""
    articles = list(read_articles(folder))
    if half is not None:
        articles = articles[HALVES.index(half) :: 2]
    if sample is not None and sample < len(articles):
        articles = sorted(random.Random(7).sample(articles, sample), key=lambda article: article.name)
    return articles


def main() -> None:
    """Prints the scores, and with ``--errors`` what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--half", choices=HALVES, help="only the articles with even or odd numbers")
    parser.add_argument("--sample", type=int, help="only so many articles")
    parser.add_argument("--rules", action="store_true", help="read without the reading model")
    parser.add_argument("--errors", type=int, default=0, help="list so many errors")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if not (given.data / "polnear").is_dir():
        raise SystemExit(f"{given.data} has no polnear/; give the folder of PolNeAR's parent with --data.")
    if given.json:
        print(json.dumps(measure(given.data), indent=1))
        return
    reader = Reader(None) if given.rules else Reader()
    counts, errors = polnear(chosen(given.data / "polnear" / given.split, given.half, given.sample), reader)
    for name, value in counts.scores().items():
        print(f"{given.split}.{name:<20} {value:.3f}")
    for story, folder in key_folders(given.data.parent.parent):
        answers = answer(folder, reader.read)
        shown = [f"{name} {each.right:.0f}/{each.gold:.0f} {each.recall:.2f}" for name, each in answers.tallies.items()]
        print(f"{story:<12}", "  ".join(shown))
        if given.errors:
            print("   " + "\n   ".join(answers.misses))
    for line in random.Random(3).sample(errors, min(given.errors, len(errors))):
        print(line)


if __name__ == "__main__":
    main()
