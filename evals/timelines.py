"""Timelines against those that journalists wrote, on the Timeline17 part (Tran et al. 2013).

For each written timeline: the product's days and lines, as many days as it has between its first and its last one, and
as many lines a day as it has on average (the protocol of Martschat and Markert, tilse). Beside it stand two baselines
that use the same reports: the days on which most sentences name a day (mentions), and the days on which most reports
were printed (publications), each told by the sentences nearest to the centroid of what is told of the day.
Tuned on the topics haiti, h1n1, mj and finan; iraq was looked at only through its scores.

Usage: python -m evals.timelines [--data FOLDER] [--whole] [--topics NAME ...] [--json]
Days and sentences are chosen by the times that reports name and by their words, so that only these are read;
``--whole`` reads everything and takes ten minutes longer.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from evals import shared
from evals.scoring.timelines import Lines, aligned_rouge, date_f1
from reportedly.account.account import Account
from reportedly.account.reckon import reckon
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report, Span
from reportedly.telling.digest import tell_digest
from reportedly.telling.shelf import Shelf
from reportedly.telling.weights import Subject, Vector, cosine, sum_of, telling_words

DATA = "data/timelines/timeline17"
TUNED_ON = ("haiti", "h1n1", "mj", "finan")
HEAD = 5
"""Sentences at the head of a report that a baseline takes for its day of publication."""
ALIKE = 0.5
FEWEST = 5
Readings = Mapping[str, Reading]


def gold_timelines(folder: Path) -> dict[str, dict[date, list[str]]]:
    """The written timelines of a topic by the source that wrote them, each as the sentences of its days."""
    found: dict[str, dict[date, list[str]]] = {}
    for line in (folder / "timelines.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        days: defaultdict[date, list[str]] = defaultdict(list)
        for day, sentences in row["timeline"]:
            days[date.fromisoformat(day)] += sentences
        found[row["id"].partition("/")[0]] = dict(days)
    return found


def reports_of(folder: Path) -> dict[str, list[Report]]:
    """The documents of a topic as reports, by the source that collected them."""
    found: defaultdict[str, list[Report]] = defaultdict(list)
    lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(map(json.loads, lines)):
        outlet, day = row["folder"].rpartition("_")[2], date.fromisoformat(row["date"])
        found[row["folder"]].append(Report(f"{folder.name}{number}", row["id"], row["text"], "", outlet, day))
    return dict(found)


def read_times(report: Report) -> Reading:
    """A reading that holds the sentences of a report and the times that it names, and nothing else."""
    sentences = find_sentences(report.text)
    return Reading(
        report=report.id,
        reader="times",
        sentences=tuple(Span(sentence.start, sentence.end) for sentence in sentences),
        paragraphs=tuple(sentence.paragraph for sentence in sentences),
        quotes=(),
        mentions=(),
        chains=(),
        times=find_times(report, sentences),
        places=(),
        figures=(),
        claims=(),
        events=(),
    )


def told(account: Account, gold: Lines) -> dict[date, list[str]]:
    """The product's timeline in the shape of a written one."""
    found: defaultdict[date, list[str]] = defaultdict(list)
    story, most = account.stories[0], lines_a_day(gold)
    for entry in tell_digest(story, Shelf(account), len(gold), most, lambda day: min(gold) <= day <= max(gold)):
        found[entry.date_earliest].append(entry.headline)
    return dict(found)


def lines_a_day(gold: Lines) -> int:
    """How many lines a written timeline has on average for a day."""
    return max(1, round(sum(map(len, gold.values())) / len(gold)))


def _between(days: Iterable[date], gold: Lines) -> list[date]:
    return [day for day in days if min(gold) <= day <= max(gold)]


def baseline(account: Account, readings: Readings, gold: Lines, counts: Counter[date]) -> dict[date, list[str]]:
    """The days with the highest counts, each told by the sentences nearest to the centroid of its sentences."""
    between = _between(counts, gold)
    days = sorted(between, key=lambda day: (-counts[day], day))[: len(gold)]
    sentences = list(_sentences(account, readings))
    words = [telling_words(text) for text, _ in sentences]
    subject = Subject(Counter(word for each in words for word in set(each)), len(words), {})
    near: defaultdict[date, list[tuple[str, Vector]]] = defaultdict(list)
    for (text, own), each in zip(sentences, words, strict=True):
        for day in own.intersection(days) if len(each) >= FEWEST else ():
            near[day].append((text, subject.vector(each)))
    return {day: _nearest(near[day], lines_a_day(gold)) for day in days}


def _sentences(account: Account, readings: Readings) -> Iterable[tuple[str, set[date]]]:
    """Each sentence with the days of which it tells."""
    for report in account.reports:
        text, times = account.texts[report.id], readings[report.id].times
        for number, span in enumerate(readings[report.id].sentences):
            named = {time.earliest for time in times if time.sentence == number and time.earliest == time.latest}
            own = {day for day in named if day}
            if number < HEAD and report.published:
                own.add(report.published)
            yield text[span.start : span.end], own


def _nearest(lines: Sequence[tuple[str, Vector]], most: int) -> list[str]:
    centre = sum_of(vector for _, vector in lines)
    chosen: list[tuple[str, Vector]] = []
    for line in sorted(lines, key=lambda each: -cosine(each[1], centre)):
        if len(chosen) < most and all(cosine(line[1], other) < ALIKE for _, other in chosen):
            chosen.append(line)
    return [text for text, _ in chosen]


def score(account: Account, readings: Readings, gold: Lines) -> dict[str, float]:
    """Both measures for the product and the two baselines."""
    mentions = Counter(time.earliest for time in account.times if time.earliest and time.earliest == time.latest)
    printed = Counter(report.published for report in account.reports if report.published)
    timelines = {
        "ours": told(account, gold),
        "mentions": baseline(account, readings, gold, mentions),
        "publications": baseline(account, readings, gold, printed),
    }
    scores = {f"{name}.date_f1": date_f1(lines, gold) for name, lines in timelines.items()}
    return scores | {f"{name}.rouge": aligned_rouge(lines, gold) for name, lines in timelines.items()}


def measure(data: Path, *, whole: bool = False, topics: Sequence[str] = ()) -> dict[str, float]:
    """Means over the timelines of the topics tuned on, of the others, and of all."""
    read = Reader().read if whole else read_times
    rows: dict[str, list[dict[str, float]]] = {"tuned": [], "held back": [], "all": []}
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        if topics and folder.name not in topics:
            continue
        gold = gold_timelines(folder)
        for source, reports in reports_of(folder).items():
            readings = {report.id: read(report) for report in reports}
            found = score(reckon(reports, readings, as_one=True), readings, gold[source])
            rows["tuned" if folder.name in TUNED_ON else "held back"].append(found)
            rows["all"].append(found)
    return {f"{part}.{name}": value for part, found in rows.items() for name, value in means(found).items()}


def means(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each score over timelines."""
    return {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]} if rows else {}


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--whole", action="store_true", help="read everything that reports say")
    parser.add_argument("--topics", nargs="*", default=())
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if not given.data.is_dir():
        parser.exit(1, f"{given.data} is missing; name the folder of the gold data with --data\n")
    scores: dict[str, Any] = measure(given.data, whole=given.whole, topics=given.topics)
    if given.json:
        print(json.dumps(scores, indent=1))
        return
    for name, value in scores.items():
        print(f"{name:<32} {value:.3f}")


if __name__ == "__main__":
    main()
