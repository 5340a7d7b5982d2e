"""The origin of each claim: whose statement it is, however many outlets print it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reportedly.account.account import ClaimEntry, Entity, OriginKind
from reportedly.account.names import TABLE as NAMES
from reportedly.account.names import agency_names, fold, name_key
from reportedly.account.origins.copies import Shingle, shingles
from reportedly.account.origins.credits import ReportOrigin
from reportedly.data import word_set
from reportedly.records import replace

TABLE = "account/origins.toml"
VERBATIM = 0.7
"""Share of a claim's word sequences that must stand in an earlier report for the claim to be taken from there."""
FEWEST_WORDS = 8
BODIES = frozenset({"organisation", "group"})


def trace_claims(
    claims: Sequence[ClaimEntry],
    entities: Mapping[str, Entity],
    reports: Mapping[str, ReportOrigin],
    texts: Mapping[str, str],
) -> tuple[tuple[ClaimEntry, ...], dict[str, ReportOrigin]]:
    """The claims of one story with their origins, and the origins that they name.

    Args:
        claims: in canonical order, those of the earliest report first.
        entities: by id, of the same story.
        reports: origins of reports, by report id, in canonical order.
        texts: by report id.
    """
    bodies = _bodies(entities)
    passages = _Passages(list(reports), texts)
    found: dict[str, ReportOrigin] = {}
    traced = []
    for claim in claims:
        origin = (
            _stated_by(claim, entities, bodies) or _passed_on_by(claim) or _printed_first_in(claim, reports, passages)
        )
        found.setdefault(origin.id, origin)
        traced.append(replace(claim, origin=origin.id))
    return tuple(traced), found


def _bodies(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Organisations and groups by the keys of all their names; the most mentioned wins a name that two share."""
    known: dict[str, Entity] = {}
    for entity in sorted(entities.values(), key=lambda entity: (-len(entity.mentions), entity.id)):
        if entity.kind in BODIES or fold(entity.name) in word_set(NAMES, "collective"):
            for name in (entity.name, *entity.aliases):
                known.setdefault(name_key(name), entity)
    return known


def spokesmen(entities: Mapping[str, Entity]) -> dict[str, str]:
    """From each person to the body that the person speaks for, by entity ids."""
    bodies = _bodies(entities)
    return {key: body.id for key, entity in entities.items() if (body := _body_of(entity, bodies))}


def _stated_by(claim: ClaimEntry, entities: Mapping[str, Entity], bodies: Mapping[str, Entity]) -> ReportOrigin | None:
    """The body or person whose statement it is; None for unnamed sources that speak for nobody known, and for the
    outlet itself.
    """
    source = claim.source
    if source.name is None or _is_nobody(source.name):
        return None
    entity = entities.get(source.entity) if source.entity else None
    body = (
        _affiliated(source.affiliation, bodies)
        or (entity and _body_of(entity, bodies))
        or _described_body(source.name, bodies)
    )
    if body:
        return _origin(body.name, "organisation", f"{source.name} speaks for {body.name}")
    if source.kind in {"unnamed", "document"}:
        return None
    name = entity.name if entity else source.name
    return _origin(name, _kind(name, entity, source.kind), f"the statement is {name}'s")


def _is_nobody(name: str) -> bool:
    return name_key(name) in word_set(TABLE, "nobody")


def _origin(name: str, kind: OriginKind, reason: str) -> ReportOrigin:
    known = agency_names().get(name_key(name))
    return ReportOrigin(known or name, "agency" if known else kind, "relay", reason)


def _kind(name: str, entity: Entity | None, source: str) -> OriginKind:
    if source == "outlet":
        return "outlet"
    return "person" if entity and entity.kind == "person" else "organisation"


def _affiliated(affiliation: str | None, bodies: Mapping[str, Entity]) -> Entity | None:
    """The body behind words like "affiliated with the Syrian military", where the story knows it."""
    if not affiliation:
        return None
    for words in sorted(word_set(TABLE, "affiliation")):
        _, found, body = affiliation.partition(words + " ")
        if found and (known := bodies.get(name_key(body))):
            return known
    return None


def _body_of(entity: Entity, bodies: Mapping[str, Entity]) -> Entity | None:
    """The body that a person most often speaks for."""
    if entity.kind != "person":
        return None
    for role in sorted(entity.roles, key=lambda role: (-len(role.spans), role.title)):
        if role.of and _speaks(role.title) and (body := bodies.get(name_key(role.of))):
            return body
    return None


def _described_body(name: str, bodies: Mapping[str, Entity]) -> Entity | None:
    """The body in a description: "a spokesman for the coalition", "Sea Guard officials"."""
    for link in (" for ", " of ", " from ", " at "):
        title, found, body = name.partition(link)
        if found and _speaks(title) and (known := bodies.get(name_key(body))):
            return known
    body, _, title = name.rpartition(" ")
    return bodies.get(name_key(body)) if body and _speaks(title) else None


def _speaks(title: str) -> bool:
    """Whether people of that title speak for their body: "deputy spokesman", "officials"."""
    last = title.rpartition(" ")[2].lower()
    return last in word_set(TABLE, "speaks_for") or last.removesuffix("s") in word_set(TABLE, "speaks_for")


def _passed_on_by(claim: ClaimEntry) -> ReportOrigin | None:
    """The last agency or outlet through whose hands an unnamed source's words came; our own outlet is no relay."""
    if claim.source.kind == "outlet" and claim.source.name is None:
        return None
    relay = next((step for step in reversed(claim.via) if step.kind in {"agency", "outlet"}), None)
    return _origin(relay.name, "outlet", f"{relay.name} passed the statement on") if relay else None


class _Passages:
    """The shingles of a story's reports, for finding the earliest report in which a claim's words stand."""

    def __init__(self, reports: Sequence[str], texts: Mapping[str, str]) -> None:
        self._order = {report: number for number, report in enumerate(reports)}
        self._holders: defaultdict[Shingle, list[str]] = defaultdict(list)
        for report in reports[:-1]:  # nothing comes after the last
            for shingle in shingles(texts[report]):
                self._holders[shingle].append(report)

    def first_with(self, text: str, report: str) -> str:
        """The earliest report, before ``report`` or itself, in which most of the text's word sequences stand."""
        if not self._order[report] or len(text.split()) < FEWEST_WORDS:
            return report
        wanted = shingles(text)
        shared = Counter(
            holder
            for shingle in wanted
            for holder in self._holders[shingle]
            if self._order[holder] < self._order[report]
        )
        enough = [holder for holder, count in shared.items() if count >= VERBATIM * len(wanted)]
        return min(enough, key=self._order.__getitem__, default=report)


def _printed_first_in(claim: ClaimEntry, reports: Mapping[str, ReportOrigin], passages: _Passages) -> ReportOrigin:
    """The origin of the earliest report that prints these words, else of the claim's own report."""
    return reports[passages.first_with(claim.text, claim.report)]
