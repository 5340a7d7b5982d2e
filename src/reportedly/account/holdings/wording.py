"""Words that say who holds a place: "the rebels still hold the town", "the port is in the hands of the army"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from reportedly.account.account import ClaimEntry, Entity
from reportedly.account.holdings.evidence import GROUNDS, Evidence, is_holder
from reportedly.account.names import fold, last_word, name_words
from reportedly.data import load_table, word_set

TABLE = "account/control.toml"
REACH = 60
"""Characters between the words for control and the holder, or the place that stands before them."""
OBJECT = 32
"""Characters between a verb of control and the place after it: "still hold [parts of the old] town"."""
TOWN = 3
"""UCDP's where_precision up to which a place is a town, not a region or a country."""
HELD = frozenset({"asserted", "likely", "denied"})


@dataclass(frozen=True, slots=True)
class Spans:
    """Where one report names entities: (start, end, entity id) in order of start."""

    spans: Sequence[tuple[int, int, str]]

    def last_before(self, end: int, reach: int, wanted: Collection[str]) -> str | None:
        """The entity among ``wanted`` that is named last within ``reach`` characters before ``end``."""
        found = [key for _, stop, key in self.spans if end - reach <= stop <= end and key in wanted]
        return found[-1] if found else None

    def first_after(self, start: int, reach: int, wanted: Collection[str]) -> str | None:
        """The entity among ``wanted`` that is named first within ``reach`` characters after ``start``."""
        return next((key for begin, _, key in self.spans if start <= begin <= start + reach and key in wanted), None)


def spans_of(entities: Mapping[str, Entity], reports: Sequence[str]) -> dict[str, Spans]:
    """Where each report names entities."""
    found: dict[str, list[tuple[int, int, str]]] = {report: [] for report in reports}
    for key, entity in entities.items():
        for mention in entity.mentions:
            found[mention.report].append((mention.start, mention.end, key))
    return {report: Spans(sorted(spans)) for report, spans in found.items()}


def named_places(entities: Mapping[str, Entity], named: frozenset[str], spans: Mapping[str, Spans]) -> dict[str, str]:
    """From a place that is only described to the named one it means: "the city" to the town of the gazetteer that was
    named last before it, "the station" to the station that was.
    """
    grounds = {key: entity for key, entity in entities.items() if entity.kind in GROUNDS and key in named}
    towns = {key for key, entity in grounds.items() if _is_town(entity)}
    by_word: dict[str, set[str]] = {}
    for key, entity in grounds.items():
        for word in name_words(entity.name):
            by_word.setdefault(word, set()).add(key)
    meant: dict[str, str] = {}
    for key, entity in entities.items():
        if key in named or entity.kind not in GROUNDS:
            continue
        word = last_word(entity.name)
        wanted = towns if word in word_set(TABLE, "grounds") else by_word.get(word, set())
        mention = entity.mentions[0]
        place = spans[mention.report].last_before(mention.start, mention.start, wanted)
        if place:
            meant[key] = place
    return meant


def _is_town(entity: Entity) -> bool:
    return entity.place is not None and entity.place.precision <= TOWN


def of_claims(
    claims: Sequence[ClaimEntry],
    entities: Mapping[str, Entity],
    spans: Mapping[str, Spans],
    places: Mapping[str, str],
    speakers: Mapping[str, str],
    days: Mapping[str, date | None],
    named: frozenset[str],
) -> Iterator[Evidence]:
    """Evidence from the words of claims that are not foretold; a denial speaks against.

    Args:
        claims: of the story.
        entities: by id.
        spans: of each report.
        places: from an entity that only describes a place ("the city") to the named one it means.
        speakers: from a claim's source entity to the body that it speaks for.
        days: of publication, by report.
        named: ids of the entities that have a proper name.
    """
    holders = {key for key, entity in entities.items() if is_holder(entity, named)}
    grounds = {key for key, entity in entities.items() if _is_ground(entity) and key not in holders}
    for claim in claims:
        if claim.mode not in HELD:
            continue
        for kind in ("holder_first", "place_first", "presence"):
            for match in _patterns(kind).finditer(claim.text.lower()):
                around = (match.start() + claim.start, match.end() + claim.start)
                pair = _pair(kind, claim, around, holders, grounds, spans[claim.report], speakers)
                if pair:
                    day = days[claim.report]
                    yield Evidence(
                        place=places.get(pair[1], pair[1]),
                        holder=pair[0],
                        earliest=day,
                        latest=day,
                        claim=claim.id,
                        origin=claim.origin,
                        strong=kind != "presence",
                        share=_share(claim.text),
                        denied=claim.mode == "denied",
                    )


def _is_ground(entity: Entity) -> bool:
    """Whether a place can be held: in "a sliver of the city" the city, not the sliver."""
    return entity.kind in GROUNDS and last_word(entity.name.partition(" of ")[0]) not in word_set(TABLE, "slices")


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_table(TABLE)[kind])})\b".replace(r"\b(?:(?:is|are", r"(?:\b(?:is|are"))


def _pair(
    kind: str,
    claim: ClaimEntry,
    around: tuple[int, int],
    holders: Collection[str],
    grounds: Collection[str],
    spans: Spans,
    speakers: Mapping[str, str],
) -> tuple[str, str] | None:
    """The holder and the place around the words at the half-open span ``around``."""
    start, end = around
    if kind == "place_first":
        place = spans.last_before(start, min(REACH, start - claim.start), grounds)
        holder = _own_hands(claim, end, speakers) or spans.first_after(end, REACH, holders)
    else:
        place = spans.first_after(end, OBJECT, grounds)
        holder = _own_side(claim, start, speakers) or spans.last_before(start, min(REACH, start - claim.start), holders)
    return (holder, place) if holder and place and holder != place else None


def _own_hands(claim: ClaimEntry, end: int, speakers: Mapping[str, str]) -> str | None:
    """The body that the speaker speaks for in "the port is in our hands"."""
    words = claim.text[: end - claim.start].lower().split()[-3:]
    return speakers.get(claim.source.entity or "") if word_set(TABLE, "ours").intersection(words) else None


def _own_side(claim: ClaimEntry, start: int, speakers: Mapping[str, str]) -> str | None:
    """The body that the speaker speaks for where it says "we" just before."""
    words = fold(claim.text[max(0, start - claim.start - 20) : start - claim.start]).replace('"', " ").split()
    if not any(word.strip("“”'") in word_set(TABLE, "ours") for word in words[-2:]):
        return None
    return speakers.get(claim.source.entity or "")


def _share(text: str) -> float | None:
    """1 where the whole is said to be held; None where a part is, or nothing is said."""
    lower = text.lower()
    if any(phrase in lower for phrase in load_table(TABLE)["part"]):
        return None
    return 1.0 if any(phrase in lower for phrase in load_table(TABLE)["whole"]) else None
