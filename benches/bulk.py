"""A large archive of made-up reports, quickly: a few stories are read, the others are copies under other names.

    python -m benches.bulk big.db [--reports 10000] [--largest 500]

Names are put in place of others of the same length, so that every span stays true; ids are put in place of ids. The
account is reckoned from these readings as from any others.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec

from reportedly.archive import Archive
from reportedly.pipeline import settle
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.report import Report, report_id

SYLLABLES = ("ka", "lo", "mi", "ta", "re", "do", "vi", "su", "pe", "an", "gi", "mo", "ru", "ne", "za", "be")
NAMES = 12
"""Made-up names in a story: towns first, then people. All are of six letters, so that one can stand for another."""
STORY = 10
READ = 6
"""So many stories of the common size are read; the others are copies of them."""
OUTLETS = (
    "Harbour Post",
    "Valley Wire",
    "North Courier",
    "The Plain Dealer",
    "River Times",
    "Coast Radio",
    "Hill Herald",
)
OPENINGS = (
    "{0}: At least {n} people are missing after the river broke its banks near {1} on {day}, the mayor, Ana {8}, said.",
    "{0}: Rescuers brought {n} people out of flooded houses in {1} on {day}, according to the fire service.",
    "{0}: The road between {0} and {2} was closed on {day} after a landslide, police said.",
)
SENTENCES = (
    "{n} houses were destroyed in {1}, according to the regional governor, Luis {9}.",
    "“We have found {n} of them alive,” said Eva {10}, the head of the fire service.",
    "About {n} people were moved to schools in {2} on {day}, the Red Cross said.",
    "The power company denied that {n} homes in {3} were without electricity.",
    "Soldiers took over the bridge at {4} on {day}, a spokesman for the army said.",
    "{n} people were injured when a wall fell in {5}, the hospital in {0} said on {day}.",
    "Luis {9} said that more than {n} people had died, while Ana {8} spoke of {m}.",
    "Volunteers from {6} brought water and bread to {1}.",
    "The water may rise by {m} centimetres until {day}, the weather service expects.",
    "A dam above {7} is said to have been damaged, but Tom {11}, its operator, denied it on {day}.",
    "Schools in {0}, {1} and {2} will stay closed, Eva {10} said.",
    "The army lost control of the bridge at {4} to protesters on {day}, Coast Radio reported.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST = date(1700, 1, 4)
APART = timedelta(weeks=26)
"""So far apart even alike texts tell other stories."""
PLAIN = (
    "after", "broke", "banks", "near", "mayor", "Rescuers", "brought", "flooded", "houses", "according", "fire",
    "service", "road", "between", "police", "regional", "governor", "alive", "moved", "schools", "Cross", "power",
    "homes", "without", "electricity", "Soldiers", "took", "over", "spokesman", "wall", "fell", "than", "while",
    "spoke", "Volunteers", "bread", "water", "rise", "centimetres", "until", "weather", "above", "Schools",
    "control", "protesters", "reported",
)  # fmt: skip
"""Words of the sentences for which others of the same length stand in a copy: else ten thousand reports would repeat
the words of six stories, and all be copies of one another. No word is among them that a reading has a field or a kind
for.
"""
PLAIN_WORD = re.compile(rf"\b(?:{'|'.join(PLAIN)})\b")
DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
Body = TypeVar("Body", Reading, Report)


@dataclass(frozen=True, slots=True)
class Told:
    """A story with what was read in it."""

    names: tuple[str, ...]
    reports: tuple[Report, ...]
    readings: Mapping[str, Reading]


def write_archive(path: Path, reports: int = 10_000, largest: int = 500, say: Callable[[str], None] = print) -> None:
    """Make the archive: one story of ``largest`` reports, all others of ten."""
    chosen = random.Random(7)
    patterns = [_read(_write(chosen, STORY, 90)) for _ in range(READ)]
    say(f"{READ} stories of {STORY} reports are read")
    told = [_read(_write(chosen, largest, 40))] if largest else []
    say(f"one story of {largest} reports is read")
    copies = (_copied(patterns[number % READ], chosen, number) for number in range((reports - largest) // STORY))
    with Archive.open(path) as archive:
        count = 0
        for story in _chain(told, copies):
            for report in story.reports:
                archive.add(report, report.text.encode(), f"/made-up/{report.path}", story.readings[report.id])
            count += len(story.reports)
        say(f"{count} reports are stored")
        settle(archive)


def _chain(told: Sequence[Told], copies: Iterator[Told]) -> Iterator[Told]:
    yield from told
    yield from copies


def _write(chosen: random.Random, count: int, sentences: int) -> tuple[tuple[str, ...], list[Report]]:
    """The reports of one story, one after the other over some weeks."""
    names = tuple(_name(chosen) for _ in range(NAMES))
    start = FIRST
    return names, [
        _report(chosen, names, start + timedelta(days=number * 40 // count), sentences) for number in range(count)
    ]


def _name(chosen: random.Random) -> str:
    return "".join(chosen.sample(SYLLABLES, 3)).capitalize()


def _report(chosen: random.Random, names: Sequence[str], day: date, sentences: int) -> Report:
    def told(form: str) -> str:
        return form.format(*names, n=chosen.randint(3, 90), m=chosen.randint(2, 40), day=chosen.choice(DAYS))

    opening = told(chosen.choice(OPENINGS))
    length = chosen.randint(sentences // 6, sentences // 3)
    body = [told(chosen.choice(SENTENCES)) for _ in range(length)]
    text = "\n\n".join([opening, *(" ".join(body[place : place + 3]) for place in range(0, length, 3))])
    return _made(text, chosen.choice(OUTLETS), day, opening.partition(": ")[2].split(",")[0])


def _made(text: str, outlet: str | None, day: date | None, title: str | None) -> Report:
    key = report_id(text, outlet, day, None)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(key, f"{key}.txt", text, sha256, outlet, day, "sidecar", title, None, "en")


def _read(written: tuple[tuple[str, ...], list[Report]]) -> Told:
    names, reports = written
    reader, version = Reader(None), Reader().version
    reports = sorted(
        {report.id: report for report in reports}.values(), key=lambda each: (str(each.published), each.path)
    )
    # Under the name of the reader that people use, so that a past day is reckoned from them as from any other.
    readings = {report.id: replace(reader.read(report), reader=version) for report in reports}
    return Told(names, tuple(reports), readings)


def _copied(pattern: Told, chosen: random.Random, number: int) -> Told:
    """The same story of other people in other places, some days later."""
    renamed = dict(zip(pattern.names, (_name(chosen) for _ in pattern.names), strict=True))
    for name, other in list(renamed.items()):
        renamed[name.upper()], renamed[name.lower()] = other.upper(), other.lower()
    ids = {
        report.id: report_id(report.text, f"{report.outlet} {number}", report.published, None)
        for report in pattern.reports
    }
    changes = {**renamed, **ids}
    words = {word: _stand_in(word, chosen) for word in PLAIN}
    later = APART * (number + 1)
    reports = tuple(_rehashed(_replaced(each, changes, words, later)) for each in pattern.reports)
    readings = {ids[key]: _replaced(each, changes, words, later) for key, each in pattern.readings.items()}
    return Told((), reports, readings)


def _stand_in(word: str, chosen: random.Random) -> str:
    """A made-up word of the same length and case."""
    made = "".join(chosen.choices(SYLLABLES, k=len(word)))[: len(word)]
    return made.capitalize() if word[0].isupper() else made


def _rehashed(report: Report) -> Report:
    """The same report with the hash of its own words."""
    return replace(report, sha256=hashlib.sha256(report.text.encode()).hexdigest())


def _replaced(body: Body, changes: Mapping[str, str], words: Mapping[str, str], later: timedelta) -> Body:
    """The same under other names, so much later; a whole number of weeks, so that a Monday stays one."""
    written = DAY.sub(lambda day: (date.fromisoformat(day[0]) + later).isoformat(), msgspec.json.encode(body).decode())
    written = PLAIN_WORD.sub(lambda word: words[word[0]], _changed(written, changes))
    return msgspec.json.decode(written, type=type(body))


def _changed(text: str, changes: Mapping[str, str]) -> str:
    pattern = re.compile("|".join(map(re.escape, changes)))
    return pattern.sub(lambda match: changes[match[0]], text)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--largest", type=int, default=500)
    asked = parser.parse_args(arguments)
    write_archive(asked.path, asked.reports, asked.largest)


if __name__ == "__main__":
    main()
