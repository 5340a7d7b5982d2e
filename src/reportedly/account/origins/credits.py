"""The origin of a report as a whole: the agency that it credits, the report that it repeats, or its outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportedly.account.account import Basis, OriginKind
from reportedly.account.names import agency_names, name_key, slug
from reportedly.account.origins.copies import Copy, Overlap
from reportedly.reading.reading import Relay
from reportedly.records import quicken
from reportedly.report import Report

DATELINE = re.compile(r"^[^a-z\n(]{2,60}?(?:,\s[\w. ]{2,30})?\s?\((?:The )?([A-Z][^()\d\n]{1,40})\)\s*[-–—:]")
"""VELMO, Odrin (Northern Wire) - Who stands there supplied the text, known as an agency or not."""
BORROWED = 0.33
"""Share of a report that must stand in an agency's story before the whole counts as the agency's."""


class Credited(Protocol):
    """Of a reading, what tells where the text of its report comes from."""

    @property
    def credits(self) -> tuple[Relay, ...]:
        """The agencies and outlets that the report credits."""


@quicken
@dataclass(frozen=True, slots=True)
class ReportOrigin:
    """Where the text of a report comes from, and what shows it."""

    name: str
    kind: OriginKind
    basis: Basis
    reason: str

    @property
    def id(self) -> str:
        """The id of the origin, made from its name: one agency is one origin, whoever prints it."""
        return origin_id(self.name)


def origin_id(name: str) -> str:
    """The id under which statements of that body count."""
    return f"o:{slug(name_key(name))}"


def credited_agency(report: Report, reading: Credited | None) -> str | None:
    """The first news agency that the report credits, by its full name, or who stands in its dateline."""
    credits = reading.credits if reading else ()
    known = next((name for credit in credits if (name := agency_names().get(name_key(credit.name)))), None)
    dateline = DATELINE.match(report.text[:160])
    return known or (dateline.group(1).strip() if dateline else None)


def is_its_own(report: Report, agency: str) -> bool:
    """Whether the credited agency itself prints the report."""
    return name_key(report.outlet or "") == name_key(agency)


def trace_reports(
    reports: Sequence[Report], readings: Mapping[str, Credited], overlaps: Sequence[Overlap], copies: Mapping[str, Copy]
) -> dict[str, ReportOrigin]:
    """The origin of every report, by report id.

    Args:
        reports: in canonical order, the earliest first.
        readings: by report id; a report without one counts as crediting nobody.
        overlaps: pairs of reports with text in common.
        copies: the reports that repeat another as a whole.
    """
    printed = {report.id: report for report in reports}
    own = {report.id: _own(report, readings.get(report.id)) for report in reports}
    sources = _group_sources(reports, own, copies)
    lent: dict[str, list[Overlap]] = {}
    for overlap in overlaps:
        lent.setdefault(overlap.later, []).append(overlap)
    traced: dict[str, ReportOrigin] = {}
    for report in reports:
        source, share = sources.get(report.id) or _lender(own, lent.get(report.id, ())) or (report.id, 1.0)
        traced[report.id] = (
            own[report.id] if _stands(own, report.id, source) else _taken(printed[source], own[source], share)
        )
    return traced


def _own(report: Report, reading: Credited | None) -> ReportOrigin:
    """What the report says of itself, and nothing else."""
    agency = credited_agency(report, reading)
    if agency:
        return ReportOrigin(agency, "agency", "credit", f"credits {agency}")
    if report.outlet:
        kind: OriginKind = "agency" if name_key(report.outlet) in agency_names() else "outlet"
        return ReportOrigin(report.outlet, kind, "credit", f"printed by {report.outlet}, which credits nobody else")
    outlet = next((credit.name for credit in reading.credits if credit.kind == "outlet"), None) if reading else None
    if outlet:
        return ReportOrigin(outlet, "outlet", "credit", f"credits {outlet}")
    name = f"unknown outlet of {report.path.rpartition('/')[2] or report.id}"
    return ReportOrigin(name, "unknown", "credit", "names no outlet and credits nobody")


def _stands(own: Mapping[str, ReportOrigin], report: str, source: str) -> bool:
    """Whether a report keeps its own origin: it is its own source, or it credits an agency itself."""
    return source == report or (own[report].reason.startswith("credits ") and own[report].kind == "agency")


def _group_sources(
    reports: Sequence[Report], own: Mapping[str, ReportOrigin], copies: Mapping[str, Copy]
) -> dict[str, tuple[str, float]]:
    """For every report of a group of copies, the one whose origin counts for all: the first that credits an agency,
    else the root.
    """
    groups: dict[str, list[str]] = {}
    for report in reports:
        root = copies[report.id].original if report.id in copies else report.id
        groups.setdefault(root, []).append(report.id)
    sources: dict[str, tuple[str, float]] = {}
    for root, members in groups.items():
        source = next((member for member in members if own[member].kind == "agency"), root)
        if len(members) > 1:
            sources.update({member: (source, copies[member].share if member in copies else 1.0) for member in members})
    return sources


def _lender(own: Mapping[str, ReportOrigin], overlaps: Sequence[Overlap]) -> tuple[str, float] | None:
    """The agency story in which a good part of the report stands, earlier or of the same day, where there is one.

    ``overlaps`` are those in which it is the later one.
    """
    found = [
        (overlap.earlier, overlap.of_later)
        for overlap in overlaps
        if overlap.of_later >= BORROWED and own[overlap.earlier].kind == "agency"
    ]
    return min(found, key=lambda lender: (-lender[1], lender[0]), default=None)


def _taken(source: Report, origin: ReportOrigin, share: float) -> ReportOrigin:
    printer = source.outlet or source.path.rpartition("/")[2]
    day = f" of {source.published.isoformat()}" if source.published else ""
    credit = f", which credits {origin.name}" if origin.kind == "agency" and origin.name != printer else ""
    reason = f"{share:.0%} of the word sequences of the shorter text stand in that of {printer}{day}{credit}"
    return ReportOrigin(origin.name, origin.kind, "text", reason)
