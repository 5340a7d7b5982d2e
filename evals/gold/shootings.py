"""Reports of shootings beside a registry of incidents (Gun Violence Archive): how many were killed, how many injured.

Reports are put in one fixed order by a hash of their ids. An incident is held back by a hash of its name, with all its
reports; of the held incidents those are left out whose reports were looked at before the halves were made so.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from reportedly.report import Report

COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {name: value for value, name in enumerate(COUNTS)}
NUMBER = rf"(\d{{1,2}}|{'|'.join(NUMBERS)})"
KILLED = re.compile(
    rf"{NUMBER}(?: \w+){{0,2}} (?:killed|dead|died|slain)"
    rf"|(?:killed|killing|kills|deaths of|left|leaves) {NUMBER}\b(?! ?-?year)",
    re.IGNORECASE,
)
INJURED = re.compile(
    rf"{NUMBER}(?: \w+){{0,2}} (?:injured|wounded|hurt|shot)"
    rf"|(?:injured|injuring|injures|wounded|wounding|wounds|shot|shooting) {NUMBER}\b(?! ?-?year)",
    re.IGNORECASE,
)
DEATH = re.compile(r"\b(?:killed|died|dies|dead|fatal\w*|murder|homicide|death|deadly)\b", re.IGNORECASE)
HURT = re.compile(r"\b(?:injur\w+|wound\w*|hospital\w*|critical|shot)\b", re.IGNORECASE)
Half = Literal["dev", "held"]
SAMPLE = 400
"""Reports of each half."""
SEEN = 200
"""How many of the first reports were looked at before incidents were held back by name."""


@dataclass(frozen=True, slots=True)
class Shooting:
    """One report with what the registry says of its incident; ``text`` begins with the title as a paragraph."""

    name: str
    half: Half
    text: str
    published: date
    killed: int
    injured: int


def read_shootings(folder: Path) -> Iterator[Shooting]:
    """The fixed sample of both halves: ``SAMPLE`` reports of each.

    Raises:
        FileNotFoundError: the folder lacks ``reports.jsonl`` or ``incidents.jsonl``, plain or gzipped.
    """
    incidents = {row["incident"]: row for row in map(json.loads, _lines(folder, "incidents.jsonl"))}
    rows = [row for row in map(json.loads, _lines(folder, "reports.jsonl")) if row["incident"] in incidents]
    taken: dict[Half, int] = {"dev": 0, "held": 0}
    ordered = sorted(rows, key=lambda row: _hash(row["id"]))
    seen = {row["incident"] for row in ordered[:SEEN]}
    for row in ordered:
        half = half_of(row["incident"])
        if taken[half] < SAMPLE and (half == "dev" or row["incident"] not in seen):
            taken[half] += 1
            yield _shooting(row, incidents[row["incident"]], half)


@dataclass(frozen=True, slots=True)
class Told:
    """A report with the incident that it tells of; what the registry says of it is None where it has no row."""

    incident: str
    report: Report
    killed: int | None
    injured: int | None
    day: date | None = None
    town: str | None = None


def read_told(folder: Path) -> Iterator[Told]:
    """All reports, each once, with their incidents.

    Raises:
        FileNotFoundError: the folder lacks ``reports.jsonl`` or ``incidents.jsonl``, plain or gzipped.
    """
    incidents = {row["incident"]: row for row in map(json.loads, _lines(folder, "incidents.jsonl"))}
    for row in {row["id"]: row for row in map(json.loads, _lines(folder, "reports.jsonl"))}.values():
        known = incidents.get(row["incident"], {})
        day = datetime.strptime(known["date"], "%B %d, %Y").date() if known else None
        yield Told(
            row["incident"],
            _report(row),
            known.get("killed"),
            known.get("injured"),
            day,
            known.get("city_or_county"),
        )


def half_of(incident: str) -> Half:
    """The half that an incident is in, by a hash of its name."""
    return "held" if _hash(incident)[0] in "89abcdef" else "dev"


def speaks_of_harm(text: str) -> bool:
    """Whether a text has any word of killing or hurting."""
    return bool(DEATH.search(text) or HURT.search(text))


def read_plainly(text: str) -> tuple[int, int]:
    """The baseline: killed and injured by the first count beside a word of harm, else one where such a word stands."""
    killed, injured = _first_count(KILLED, text), _first_count(INJURED, text)
    if killed is None:
        killed = int(bool(DEATH.search(text)))
    if injured is None:
        injured = int(bool(HURT.search(text)) and killed == 0)
    return killed, injured


def _first_count(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    if found is None:
        return None
    shown = next(group for group in found.groups() if group).lower()
    return NUMBERS[shown] if shown in NUMBERS else int(shown)


def _shooting(row: dict[str, Any], incident: dict[str, Any], half: Half) -> Shooting:
    return Shooting(
        name=f"{row['incident']}/{row['id']}",
        half=half,
        text=f"{row['title']}.\n\n{row['text']}",
        published=date.fromisoformat(row["date"]),
        killed=incident["killed"],
        injured=incident["injured"],
    )


def _report(row: dict[str, Any]) -> Report:
    text = f"{row['title']}.\n\n{row['text']}"
    return Report(row["id"], row["url"], text, "", published=date.fromisoformat(row["date"]), title=row["title"])


def _hash(name: object) -> str:
    return hashlib.sha256(str(name).encode()).hexdigest()


def _lines(folder: Path, name: str) -> Iterator[str]:
    plain = folder / name
    if plain.exists():
        yield from plain.read_text(encoding="utf-8").splitlines()
    else:
        with gzip.open(folder / f"{name}.gz", "rt", encoding="utf-8") as file:
            yield from file
