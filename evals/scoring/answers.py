"""Claims against the answer key of a story: found, source, mode and relay right, each phrase of the key on its own."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from evals.scoring.counting import Tally
from reportedly.reading.reading import Claim, Reading
from reportedly.report import Report, report_id

SMALL = frozenset({"the", "a", "an", "of", "and", "col", "colonel", "mr", "s"})
MODES = {"reported-as-likely": "likely"}

Read = Callable[[Report], Reading]


@dataclass(slots=True)
class Answers:
    """Counts by question, and a line for each answer that is wrong."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[str] = field(default_factory=list)

    def add(self, gold: dict[str, Any], reading: Reading, text: str) -> None:
        """Ask for one claim of the key: a claim of ours counts where it overlaps the key's phrase."""
        at = text.find(gold["key_phrase"])
        hits = [claim for claim in reading.claims if claim.start < at + len(gold["key_phrase"]) and at < claim.end]
        own = gold["source_kind"] == "outlet" and gold["source_name"] in {"-", ""}
        good = [claim for claim in hits if _is_by(gold["source_name"], own, claim, reading)]
        want = MODES.get(gold["modality"], gold["modality"])
        told = {"found": bool(hits), "source": bool(good), "mode": any(claim.mode == want for claim in good or hits)}
        if gold["via"]:
            named = [relay.name for claim in hits for relay in claim.via]
            told["relay"] = any(same_name(via, named) for via in gold["via"])
        for question, right in told.items():
            self.tallies[f"claims_{question}"].add(right, 0, 1)
        failed = "/".join(question for question, right in told.items() if not right)
        if failed:
            ours = [(each.source.kind, each.source.name, each.mode, [via.name for via in each.via]) for each in hits]
            self.misses.append(
                f"{failed:12} {gold['source_name']} {want} {gold['via']} | {gold['key_phrase']} | {ours} | "
                f"{gold['file']}"
            )


def key_folders(root: Path) -> list[tuple[str, Path]]:
    """The stories with an answer key below the shared folder, by name."""
    found = sorted([*root.glob("seeds/key.json"), *root.glob("stories/*/key.json")])
    return [(path.parent.name, path.parent) for path in found]


def answer(folder: Path, read: Read) -> Answers:
    """The answers to all claims of a story's key."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    answers = Answers()
    reports = {path.name: _report(path) for path in sorted(folder.glob("*.txt"))}
    readings = {name: read(report) for name, report in reports.items()}
    for gold in key["claims"]:
        answers.add(gold, readings[gold["file"]], reports[gold["file"]].text)
    return answers


def _report(path: Path) -> Report:
    raw = path.read_text(encoding="utf-8")
    header = re.match(r"\s*date (\d{4}-\d\d-\d\d) ?", raw)
    text = raw[header.end() :] if header else raw
    published = date.fromisoformat(header.group(1)) if header else None
    return Report(report_id(text, None, published, None), path.name, text, "", published=published)


def _is_by(name: str, own: bool, claim: Claim, reading: Reading) -> bool:
    if own:
        return claim.source.kind == "outlet"
    names = [claim.source.name or ""]
    if claim.source.mention is not None and reading.mentions[claim.source.mention].chain >= 0:
        chain = reading.chains[reading.mentions[claim.source.mention].chain]
        names += [chain.name, *(reading.mentions[index].name or "" for index in chain.mentions)]
    return same_name(name, [known for known in names if known])


def same_name(gold: str, names: Iterable[str]) -> bool:
    """Whether one of the names shares its last word with ``gold``, or one's words hold the other's."""
    wanted = _words(gold)
    return bool(wanted) and any(_fits(wanted, ours) for name in names if (ours := _words(name)))


def _fits(wanted: list[str], ours: list[str]) -> bool:
    within = set(wanted) <= set(ours) or set(ours) <= set(wanted)
    return within or (wanted[-1] == ours[-1] and len(wanted[-1]) > 3)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name.lower()) if word not in SMALL]
