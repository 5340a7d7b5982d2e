"""What changes in the stories when reports come or go, found without looking at the rest of the archive.

The account is always the one that ``reckon`` gives for all reports at once. That it can be had from a small part rests
on three things:

- Whether two reports are a *pair* depends on these two alone, and pairs are joined from the most alike downward. A
  story changes nothing in another one as long as every pair between the two is refused. So it is enough to gather the
  stories that a new report is a pair with, and those that a changed story is a pair with, until no more change.
- *Origins* go from report to report only where texts overlap. So it is enough to trace the reports that hang together
  by overlaps with one that came or went. Where a passage becomes furniture, or no longer is, by what came and went,
  the reports that hold it are compared anew.
- The chapter of a story needs nothing but its reports and their origins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from reportedly.account.account import Decision
from reportedly.account.order import Rank, canonical
from reportedly.account.origins import Credited, Overlap, ReportOrigin, find_copies, trace_reports
from reportedly.account.origins.copies import CROWD, MEETING, compare
from reportedly.account.outline import Outline
from reportedly.account.stories import Pair, Vector, pairs_among, pairs_of, pile_up, telling_of
from reportedly.account.trait import Trait, trait_of
from reportedly.report import Report


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands among the others: its story, its origin, and the report that it repeats."""

    story: str
    origin: ReportOrigin
    copy_of: str | None


class Ledger(Protocol):
    """What is known of the reports that have been gathered so far. Reports that are not are passed over."""

    def traits(self, reports: Collection[str]) -> dict[str, Trait]:
        """What some reports are gathered by."""

    def standings(self, reports: Collection[str]) -> dict[str, Standing]:
        """Where some reports stand."""

    def members(self, stories: Collection[str]) -> dict[str, str]:
        """The reports of some stories, each with its story."""

    def alike(self, telling: Vector, published: date | None) -> set[str]:
        """Reports that share enough of the heaviest words of a report, and are not too far from it in time."""

    def pairs(self, reports: Collection[str]) -> list[Pair]:
        """Every pair that one of some reports is in."""

    def crowds(self, hashes: Collection[int]) -> dict[int, int]:
        """How many reports have each hash in their sample; none are left out."""

    def holders(self, hashes: Collection[int]) -> list[tuple[int, str]]:
        """Each of some hashes with each report that has it in its sample."""

    def overlaps(self, reports: Collection[str]) -> list[Overlap]:
        """Every overlap that one of some reports is in."""

    def reports(self, reports: Collection[str]) -> dict[str, Report]:
        """Some reports."""

    def credited(self, reports: Collection[str]) -> Mapping[str, Credited]:
        """Whom some reports credit, as far as they have a reading."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What is to be written down, and which stories are to be reckoned anew.

    Attributes:
        gone: reports of which nothing holds any more; those that were read anew are also among ``came``.
        compared: reports all of whose overlaps were found anew; ``overlaps`` are theirs.
        standings: of every report that stands elsewhere than before.
        stories: those to be reckoned anew, by id: their reports in canonical order.
        former: ids of stories of which nothing holds any more; some are also among ``stories``.
    """

    gone: frozenset[str]
    came: Mapping[str, Trait]
    pairs: Sequence[Pair]
    compared: frozenset[str]
    overlaps: Sequence[Overlap]
    standings: Mapping[str, Standing]
    stories: Mapping[str, Sequence[str]]
    former: frozenset[str]


def grow(
    ledger: Ledger,
    reports: Sequence[Report],
    credited: Mapping[str, Credited],
    gone: Collection[str],
    traits: Mapping[str, Trait] | None = None,
) -> Growth:
    """What changes when some reports come and others go; one that is read anew does both.

    ``credited``: the readings of those that come, or what they credit. ``traits``: of some of them, where known.
    """
    return _Growing(ledger, reports, credited, frozenset(gone), traits or {}).settle()


def outlines_of(
    ledger: Ledger, growth: Growth, reports: Sequence[Report], decisions: Sequence[Decision] = ()
) -> Iterator[Outline]:
    """The stories that a growth changed, which are to be reckoned anew, the largest first.

    ``reports`` are those that came, ``decisions`` those in force, their anchors in reports that are there.
    """
    came = {report.id: report for report in reports}
    for members in sorted(growth.stories.values(), key=len, reverse=True):
        others = [report for report in members if report not in came]
        known = {**ledger.reports(others), **came}
        stands = {**ledger.standings(others), **growth.standings}
        yield Outline(
            tuple(known[report] for report in members),
            {report: stands[report].origin for report in members},
            {report: copy for report in members if (copy := stands[report].copy_of)},
            tuple(decisions),
        )


class _Growing:
    """One change under way; nothing of it is written."""

    def __init__(
        self,
        ledger: Ledger,
        reports: Sequence[Report],
        credited: Mapping[str, Credited],
        gone: frozenset[str],
        traits: Mapping[str, Trait],
    ) -> None:
        self.ledger, self.gone, self.credited = ledger, gone, credited
        self.reports = {report.id: report for report in reports}
        self.came = {
            report.id: traits.get(report.id) or trait_of(report, credited.get(report.id)) for report in reports
        }
        self.traits = dict(self.came)

    def settle(self) -> Growth:
        compared = self._to_compare()
        overlaps = self._compare(compared)
        traced = self._trace(compared, overlaps)
        former = self.ledger.standings([*traced, *self.gone])
        moved = {report for report, (origin, copy) in traced.items() if _moved(former.get(report), origin, copy)}
        moved |= self.came.keys()
        pairs = self._pairs()
        piles, homes = self._gather(pairs, traced, former, moved)
        sizes = Counter(homes.values())
        stories = {f"y:{pile[0]}": pile for pile in piles if not _is_unchanged(pile, homes, sizes) or moved & set(pile)}
        left = {homes[report] for pile in stories.values() for report in pile if report in homes}
        left |= {former[report].story for report in self.gone if report in former}
        return Growth(
            gone=self.gone,
            came=self.came,
            pairs=pairs,
            compared=compared,
            overlaps=overlaps,
            standings=self._standings(stories, traced),
            stories=stories,
            former=frozenset(left),
        )

    def _know(self, reports: Iterable[str]) -> None:
        """Make sure that the traits of some reports are there."""
        self.traits |= self.ledger.traits([report for report in reports if report not in self.traits])

    def _rank(self, report: str) -> Rank:
        return self.traits[report].rank

    # Pairs

    def _pairs(self) -> list[Pair]:
        """Every pair that one of the reports that came is in."""
        days = {report: trait.published for report, trait in self.came.items()}
        found = pairs_among({report: trait.vector for report, trait in self.came.items()}, days)
        for report, trait in self.came.items():
            near = self.ledger.alike(telling_of(trait.vector), trait.published) - self.gone - self.came.keys()
            self._know(near)
            days |= {other: self.traits[other].published for other in near}
            found += pairs_of(report, trait.vector, {other: self.traits[other].vector for other in sorted(near)}, days)
        return found

    # Overlaps and origins

    def _to_compare(self) -> frozenset[str]:
        """The reports that came, and those that hold a passage which now is furniture, or no longer is."""
        came = Counter(hashed for trait in self.came.values() for hashed in trait.sample)
        went = Counter(hashed for trait in self.ledger.traits(self.gone).values() for hashed in trait.sample)
        before = self.ledger.crowds([*came, *went])
        after = {hashed: before.get(hashed, 0) + came[hashed] - went[hashed] for hashed in (*came, *went)}
        turned = [hashed for hashed, count in after.items() if (before.get(hashed, 0) > CROWD) != (count > CROWD)]
        return frozenset({report for _, report in self.ledger.holders(turned)} - self.gone | self.came.keys())

    def _compare(self, compared: Set[str]) -> tuple[Overlap, ...]:
        """All overlaps that some reports are in."""
        self._know(compared)
        met = self._met(compared)
        self._know({report for pair in met for report in pair})
        ordered = [sorted(pair, key=self._rank) for pair in met]
        texts = self._reports_of({report for pair in met for report in pair})
        return compare([(texts[first], texts[second]) for first, second in ordered])

    def _met(self, compared: Set[str]) -> set[frozenset[str]]:
        """Pairs of reports whose samples have enough in common; one of each is to be compared."""
        wanted = {hashed for report in compared for hashed in self.traits[report].sample}
        crowds, holders = self.ledger.crowds(wanted), defaultdict[int, set[str]](set)
        for hashed, report in self.ledger.holders(
            [each for each in wanted if crowds.get(each, 0) <= CROWD + len(self.gone)]
        ):
            holders[hashed].add(report)
        crowded = {hashed for hashed, count in crowds.items() if count > CROWD + len(self.gone)}
        for report, trait in self.came.items():
            for hashed in trait.sample & wanted:
                holders[hashed].add(report)
        times: Counter[frozenset[str]] = Counter()
        for hashed, held in holders.items():
            held -= self.gone - self.came.keys()
            if hashed not in crowded and 1 < len(held) <= CROWD:
                times.update(frozenset((one, other)) for one in held & compared for other in held if one != other)
        return {pair for pair, count in times.items() if count >= MEETING * (1 + (pair <= compared))}

    def _reports_of(self, wanted: Collection[str]) -> dict[str, Report]:
        self.reports |= self.ledger.reports([report for report in wanted if report not in self.reports])
        return {report: self.reports[report] for report in wanted}

    def _trace(self, compared: Set[str], overlaps: Sequence[Overlap]) -> dict[str, tuple[ReportOrigin, str | None]]:
        """The origins of all reports that hang together with what came or went, and what each repeats."""
        reach = set(compared)
        frontier, found = reach | self.gone, {(each.earlier, each.later): each for each in overlaps}
        while frontier:
            stored = self.ledger.overlaps(frontier)  # also those that hold no more: who was in one may stand elsewhere
            stale = compared | self.gone
            found |= {(each.earlier, each.later): each for each in stored if not {each.earlier, each.later} & stale}
            met = {report for each in (*overlaps, *stored) for report in (each.earlier, each.later)}
            frontier = met - reach - self.gone
            reach |= frontier
        reports = self._reports_of(reach)
        credited = {**self.ledger.credited([each for each in reach if each not in self.came]), **self.credited}
        ordered = canonical(list(reports.values()), credited)
        place = {report.id: number for number, report in enumerate(ordered)}
        ranked = sorted(found.values(), key=lambda each: (place[each.earlier], place[each.later]))
        copies = find_copies(ranked)
        traced = trace_reports(ordered, credited, ranked, copies)
        return {report: (traced[report], copies[report].original if report in copies else None) for report in place}

    # Stories

    def _gather(
        self,
        pairs: Sequence[Pair],
        traced: Mapping[str, tuple[ReportOrigin, str | None]],
        former: Mapping[str, Standing],
        moved: Set[str],
    ) -> tuple[list[tuple[str, ...]], dict[str, str]]:
        """The stories that what came or went can have changed, and the former story of each report in them."""
        homes = self._homes({former[report].story for report in (*moved, *self.gone) if report in former})
        near = {report for pair in pairs for report in (pair.first, pair.second)} - self.came.keys()
        links = {copy for report in moved if (copy := traced[report][1])}
        homes |= self._homes({each.story for each in self.ledger.standings([*near, *links]).values()})
        while True:
            inside = self.came.keys() | homes.keys() - self.gone
            self._know(inside)
            touching = [each for each in self.ledger.pairs(inside) if not {each.first, each.second} & self.gone]
            within = [each for each in (*pairs, *touching) if each.first in inside and each.second in inside]
            order = sorted(inside, key=lambda report: self.traits[report].rank)
            piles = pile_up(
                order,
                {each: self.traits[each].vector for each in inside},
                within,
                self._copies(inside, traced),
                {each: self.traits[each].published for each in inside},
            )
            gathered = [pile.reports for pile in piles]
            sizes = Counter(homes.values())
            changed = {each for pile in gathered if not _is_unchanged(pile, homes, sizes) for each in pile}
            beyond = {
                each for pair in touching if changed & {pair.first, pair.second} for each in (pair.first, pair.second)
            }
            if not (beyond := beyond - inside):
                return gathered, homes
            homes |= self._homes({each.story for each in self.ledger.standings(beyond).values()})

    def _homes(self, stories: Collection[str]) -> dict[str, str]:
        return self.ledger.members(stories)

    def _copies(
        self, reports: Collection[str], traced: Mapping[str, tuple[ReportOrigin, str | None]]
    ) -> dict[str, str]:
        stored = self.ledger.standings([report for report in reports if report not in traced])
        linked = {report: standing.copy_of for report, standing in stored.items()}
        linked |= {report: traced[report][1] for report in reports if report in traced}
        return {report: original for report, original in linked.items() if original}

    def _standings(
        self, stories: Mapping[str, Sequence[str]], traced: Mapping[str, tuple[ReportOrigin, str | None]]
    ) -> dict[str, Standing]:
        """Where the reports stand that did not stand there before."""
        story_of = {report: story for story, members in stories.items() for report in members}
        stored = self.ledger.standings([report for report in story_of if report not in self.came])
        kept = {report: (standing.origin, standing.copy_of) for report, standing in stored.items()} | dict(traced)
        stands = {report: Standing(story, *kept[report]) for report, story in story_of.items()}
        return {report: standing for report, standing in stands.items() if stored.get(report) != standing}


def _moved(former: Standing | None, origin: ReportOrigin, copy: str | None) -> bool:
    """Whether a report has another origin than before, or repeats another report."""
    return former is None or (former.origin, former.copy_of) != (origin, copy)


def _is_unchanged(pile: Sequence[str], homes: Mapping[str, str], sizes: Mapping[str, int]) -> bool:
    """Whether a pile is just what one of the former stories was.

    Args:
        pile: reports.
        homes: the former story of each report.
        sizes: how many reports each former story had.
    """
    stories = {homes.get(report) for report in pile}
    return len(stories) == 1 and sizes.get(stories.pop() or "") == len(pile)
