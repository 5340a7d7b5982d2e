"""Fits what the signs of tolls weigh (``[tolls]`` in ``data/account/incidents.toml``).

    python -m training.incidents.fit [--data FOLDER] [--folds]

Of the incidents of the ``dev`` half of the registry each gives an example as the account joins its reports, and one
with its reports by themselves where it has several. ``--folds`` weighs each part with weights fitted on the others, and
prints how often the numbers are right; without it the table's lines are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals import shared
from evals.gold.shootings import Told, half_of, read_told
from evals.incidents import DATA, Read, gather, once

from reportedly.account.incidents.gathering import gather_incidents
from reportedly.account.incidents.sighting import Sighting, sight
from reportedly.account.incidents.tolls import vote_tolls
from reportedly.account.incidents.weighing import SIGNS, Tolls, candidates
from reportedly.account.order import canonical
from reportedly.account.origins import find_copies, find_overlaps, trace_reports
from reportedly.reading.reader import Reader
from reportedly.report import Report
from training.incidents.softmax import Example, fit

RIDGE = 3.0
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """An incident as it is weighed: the candidates with their signs, the right one, and the one voted for."""

    incident: str
    joined: bool
    several: bool
    found: tuple[tuple[Tolls, Mapping[str, float]], ...]
    right: Tolls
    voted: Tolls

    @property
    def example(self) -> Example | None:
        """What is learnt from it; nothing where no report tells what is right."""
        at = next((number for number, (tolls, _) in enumerate(self.found) if tolls == self.right), None)
        return None if at is None else Example(tuple(signs for _, signs in self.found), at)


def find_cases(told: Sequence[Told], read: Read) -> Iterator[Case]:
    """The incidents of the registry of which a report tells a toll."""
    by_id = {each.report.id: each.report for each in told}
    of_incident: defaultdict[str, list[Told]] = defaultdict(list)
    for each in told:
        if each.killed is not None:
            of_incident[each.incident].append(each)
    stories: defaultdict[str, list[Report]] = defaultdict(list)
    for key, story in gather(list(by_id.values())).items():
        stories[story].append(by_id[key])
    homes: dict[str, tuple[list[Sighting], Mapping[str, str]]] = {}
    for _, reports in sorted(stories.items()):
        groups, origins = _gathered(reports, read)
        homes |= {sighting.report: (group, origins) for group in groups for sighting in group}
    for incident, gold in sorted(of_incident.items()):
        found = Counter(homes[one.report.id][0][0].report for one in gold if one.report.id in homes)
        if found:
            yield from _case(incident, homes[max(found, key=lambda key: (found[key], key))], gold, joined=True)
        if len(gold) > 1:
            groups, origins = _gathered([one.report for one in gold], read)
            yield from _case(incident, (max(groups, key=len, default=[]), origins), gold, joined=False)


def _gathered(reports: Sequence[Report], read: Read) -> tuple[list[list[Sighting]], Mapping[str, str]]:
    """The incidents of a story, and the origins of its reports."""
    readings = {report.id: read(report) for report in reports}
    ordered = canonical(reports, readings)
    overlaps = find_overlaps(ordered)
    origins = trace_reports(ordered, readings, overlaps, find_copies(overlaps))
    groups = gather_incidents([sight(report, readings[report.id]) for report in ordered])
    return groups, {key: origin.id for key, origin in origins.items()}


def _case(
    incident: str, home: tuple[Sequence[Sighting], Mapping[str, str]], gold: Sequence[Told], *, joined: bool
) -> Iterator[Case]:
    told = [each for each in home[0] if each.toll]
    killed, injured = gold[0].killed, gold[0].injured
    if told and killed is not None and injured is not None:
        voted = vote_tolls(told, home[1])
        found = tuple(candidates(told, home[1], voted))
        yield Case(incident, joined, len(gold) > 1, found, (killed, injured), voted)


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """The weights that fit cases best."""
    return fit([example for case in cases if (example := case.example)], SIGNS, RIDGE)


def chosen(case: Case, weights: Mapping[str, float]) -> Tolls:
    """The candidate that weighs most."""
    return max(case.found, key=lambda row: sum(weights[sign] * value for sign, value in row[1].items()))[0]


def cross_validated(cases: Sequence[Case]) -> dict[str, float]:
    """How often killed and injured are right of incidents that the weights were not fitted on."""
    parts = [int(hashlib.sha256(case.incident.encode()).hexdigest()[:8], 16) % FOLDS for case in cases]
    right: Counter[str] = Counter()
    judged = [(case, part) for case, part in zip(cases, parts, strict=True) if case.several]
    for part in range(FOLDS):
        weights = learn([case for case, other in zip(cases, parts, strict=True) if other != part])
        for case in (case for case, other in judged if other == part):
            name = "joined" if case.joined else "alone"
            for way, tolls in (("weighed", chosen(case, weights)), ("voted", case.voted)):
                for at, fate in enumerate(("killed", "injured")):
                    right[f"{name}.{fate}.{way}"] += tolls[at] == case.right[at]
    counted = Counter("joined" if case.joined else "alone" for case, _ in judged)
    return {name: count / counted[name.split(".")[0]] for name, count in sorted(right.items())}


def main() -> None:
    """Print the lines of the table, or how well they do."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--folds", action="store_true", help="cross-validate instead")
    options = parser.parse_args()
    told = [each for each in read_told(options.data) if half_of(each.incident) == "dev"]
    cases = list(find_cases(told, once(Reader().read)))
    if options.folds:
        for name, value in cross_validated(cases).items():
            sys.stdout.write(f"{name:24} {value:6.3f}\n")
        return
    for name, value in learn(cases).items():
        sys.stdout.write(f'"{name}" = {value:.2f}\n')


if __name__ == "__main__":
    main()
