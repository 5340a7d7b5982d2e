"""Incidents: reports of one shooting joined, its day, town and toll, beside a registry (Gun Violence Archive).

    python -m evals.incidents [--data FOLDER] [--every N] [--errors N] [--part dev|held] [--json]

All reports of a part are gathered into stories, as an archive would; then every ``N``-th story is read and reckoned,
and its account's incidents are looked at. 1 reads them all, which takes minutes.

``pairs_f1``: of all pairs of reports, those that an incident of the account joins and those that the registry does,
told of the stories that are read (the stories by themselves: ``stories_f1``). ``killed``, ``injured``, ``day`` and
``town``: the part of the registry's incidents, of two reports or more, for which the account's incident with most of
their reports says what the registry does; the day may be one of two. ``killed_alone`` and ``injured_alone``: the same
where the reports of one shooting are reckoned by themselves, so that nothing is joined wrongly. Incidents are in the
part that a hash of their names says: what is weighed was fitted on ``dev``; of ``held`` only the scores were looked at.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals import shared
from evals.gold.shootings import Told, half_of, read_told
from reportedly.account.account import Account, Incident
from reportedly.account.reckon import reckon
from reportedly.account.stories import gather_stories
from reportedly.reading.reader import Reader
from reportedly.reading.reading import Reading
from reportedly.report import Report

DATA = "data/coreference/gva"
PARTS = ("dev", "held")
EVERY = 6
"""Of so many stories one is read for the gate."""
Read = Callable[[Report], Reading]


@dataclass(slots=True)
class Part:
    """What is found in the stories of one part that are read."""

    told: Mapping[str, Told]
    story_of: Mapping[str, str]
    incident_of: dict[str, str] = field(default_factory=dict)
    incidents: dict[str, tuple[Account, Incident]] = field(default_factory=dict)


def gather(reports: Sequence[Report]) -> dict[str, str]:
    """The story of each report, named by its first report."""
    ordered = sorted(reports, key=lambda report: (report.published, report.id))
    return {report: story.reports[0] for story in gather_stories(ordered, {}) for report in story.reports}


def pairs(labels: Iterable[Hashable]) -> int:
    """How many pairs bear the same label."""
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


def pairwise(part: Part, said: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of reports that one label joins; a pair is wanted where the first of its
    reports is read.
    """
    gold = {key: told.incident for key, told in part.told.items()}
    both = pairs((gold[key], label) for key, label in said.items())
    found = pairs(said.values())
    waiting = Counter(gold.values())
    wanted = 0
    for key in sorted(gold):
        waiting[gold[key]] -= 1
        wanted += waiting[gold[key]] if key in part.incident_of else 0
    return both / max(1, found), both / max(1, wanted), 2 * both / max(1, found + wanted)


def reckon_stories(told: Sequence[Told], read: Read, every: int) -> Part:
    """Every so many stories of a part reckoned; a report in no incident stands for itself."""
    by_id = {each.report.id: each for each in told}
    story_of = gather([each.report for each in told])
    stories: defaultdict[str, list[Report]] = defaultdict(list)
    for report, story in story_of.items():
        stories[story].append(by_id[report].report)
    part = Part(by_id, story_of)
    for story in sorted(stories)[::every]:
        reports = stories[story]
        account = reckon(reports, {report.id: read(report) for report in reports}, as_one=True)
        part.incident_of |= {report.id: report.id for report in reports}
        for row in account.incidents:
            part.incidents[row.id] = account, row
            part.incident_of |= dict.fromkeys(row.reports, row.id)
    return part


def shootings(part: Part) -> list[list[Told]]:
    """The registry's incidents that two reports or more were read of, each with its reports that were."""
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for key in part.incident_of:
        if part.told[key].killed is not None:
            groups[part.told[key].incident].append(part.told[key])
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def home_of(group: Sequence[Told], part: Part) -> tuple[Account, Incident] | None:
    """The account's incident that holds most of some reports."""
    homes = Counter(home for each in group if (home := part.incident_of[each.report.id]) in part.incidents)
    return part.incidents[max(homes, key=lambda home: (homes[home], home))] if homes else None


def alone(group: Sequence[Told], read: Read) -> tuple[Account, Incident] | None:
    """The incident with most reports where some are reckoned by themselves."""
    reports = [each.report for each in group]
    account = reckon(reports, {report.id: read(report) for report in reports}, as_one=True)
    row = max(account.incidents, key=lambda row: len(row.reports), default=None)
    return (account, row) if row else None


def judged(found: tuple[Account, Incident] | None, gold: Told) -> dict[str, bool]:
    """What an incident of an account says as the registry does."""
    if found is None:
        return {"killed": gold.killed == 0, "injured": gold.injured == 0, "day": False, "town": False}
    account, row = found
    names = {entity.id: (entity.name, *entity.aliases) for entity in account.entities}
    town = (gold.town or "").split(" (")[0].lower()
    within = bool(row.earliest and row.latest and gold.day and row.earliest <= gold.day <= row.latest)
    return {
        "killed": row.killed.best == gold.killed,
        "injured": row.injured.best == gold.injured,
        "day": within,
        "town": any(name.lower().removesuffix(" county") in town for name in names.get(row.place or "", ())),
    }


def examine(
    data: Path, every: int = EVERY, parts: Sequence[str] = PARTS, read: Read | None = None
) -> tuple[dict[str, float], list[str]]:
    """The scores of some parts, and what is wrong in ``dev``."""
    told = list(read_told(data))
    read = read or Reader().read
    scores, errors = dict[str, float](), list[str]()
    for name in parts:
        remembered = once(read)
        part = reckon_stories([each for each in told if half_of(each.incident) == name], remembered, every)
        groups = shootings(part)
        found = [judged(home_of(group, part), group[0]) for group in groups]
        apart = [judged(alone(group, remembered), group[0]) for group in groups]
        scores |= {f"{name}.{score}": value for score, value in _scores(part, found, apart).items()}
        wrong = [group for group, right in zip(groups, found, strict=True) if not all(right.values())]
        errors += [_wrong(group, part) for group in wrong] if name == "dev" else []
    return scores, errors


def once(read: Read) -> Read:
    """A reader that reads each report once."""
    kept = dict[str, Reading]()

    def remembered(report: Report) -> Reading:
        if report.id not in kept:
            kept[report.id] = read(report)
        return kept[report.id]

    return remembered


def _scores(part: Part, found: Sequence[Mapping[str, bool]], apart: Sequence[Mapping[str, bool]]) -> dict[str, float]:
    precision, recall, f1 = pairwise(part, part.incident_of)
    return {
        "pairs_precision": precision,
        "pairs_recall": recall,
        "pairs_f1": f1,
        "stories_f1": pairwise(part, {key: part.story_of[key] for key in part.incident_of})[2],
        **{sort: _share(sort, found) for sort in ("killed", "injured", "day", "town")},
        **{f"{sort}_alone": _share(sort, apart) for sort in ("killed", "injured")},
    }


def _share(sort: str, judgements: Sequence[Mapping[str, bool]]) -> float:
    return sum(each[sort] for each in judgements) / max(1, len(judgements))


def _wrong(group: Sequence[Told], part: Part) -> str:
    found = home_of(group, part)
    told = [(str(each.report.published), each.report.title) for each in group]
    gold = (group[0].killed, group[0].injured, str(group[0].day), group[0].town)
    if found is None:
        return f"{gold}: no incident {told}"
    row = found[1]
    points = [[(str(point.as_of), point.best) for point in toll.points] for toll in (row.killed, row.injured)]
    return f"{gold}: {(row.killed.best, row.injured.best, str(row.earliest), row.place)} {points} {told}"


def measure(data: Path) -> dict[str, float]:
    """The scores of both parts, between 0 and 1."""
    return examine(data)[0]


def main() -> None:
    """Print the scores, and what is wrong in the part that may be looked at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--every", type=int, default=EVERY, help="of so many stories one is read (default 6)")
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not options.data.is_dir():
        raise SystemExit(f"{options.data} is missing; give the folder of the gold data with --data")
    scores, errors = examine(options.data, options.every, [options.part] if options.part else PARTS)
    if options.json:
        print(json.dumps(scores, indent=1))
        return
    for name, value in scores.items():
        print(f"{name:24} {value:6.3f}")
    print(*errors[: options.errors], sep="\n")


if __name__ == "__main__":
    main()
