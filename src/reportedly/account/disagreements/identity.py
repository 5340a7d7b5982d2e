"""What somebody or something is: two ranks of one person, two kinds of one craft."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportedly.account.account import Citation, Disagreement, Entity
from reportedly.account.voices import BRACKET, Voices, agree, named
from reportedly.data import load_table

TABLE = "account/identity.toml"
BEFORE = 48
"""Characters before a name in which the rank stands, directly before it."""
AFTER = 24
MOST = 4
"""Reports of one side that are named."""
CRAFT = frozenset({"vehicle", "other", "facility", "organisation"})
FLEETS = frozenset(
    {"navy", "army", "force", "forces", "airlines", "airways", "air", "fleet", "guard", "marine", "marines"}
)
"""Words of names of those who have many craft."""
DIRECTLY, LAST, NEXT = r"\b(?P<kind>{})\s+$", r" (?P<kind>{})$", r"^ (?P<kind>{})\b"
APPOSED = r"^, an? (?:[\w-]+ ){{0,2}}(?P<kind>{})\b"
"""Where the kind of a craft stands: "the tanker Vesta", "the Vesta tanker", "the Vesta, a Greek tanker"."""
Sides = Mapping[str, Sequence[tuple[str, Citation]]]
"""Each rank or kind under its one name: how it is printed, and the mention beside it."""


def find_identities(entities: Sequence[Entity], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each person told with two ranks, and for each craft told as of two kinds."""
    crafts: dict[str, Sides] = {}
    for entity in entities:
        named_at = [mention for mention in entity.mentions if _is_name(mention, voices)]
        if entity.kind == "person":
            yield from _told(entity, "rank", _without_shorter(_ranks(named_at, voices)), voices, story)
        elif entity.kind in CRAFT and not _is_of_many(entity):
            crafts[entity.id] = _crafts(named_at, voices)
    for entity in entities:
        if crafts.get(entity.id):
            others = [sides for key, sides in crafts.items() if key != entity.id]
            sides = _with_definite(crafts[entity.id], others, voices)
            if len({mention.report for told in sides.values() for _, mention in told}) > 1:
                yield from _told(entity, "kind", sides, voices, story)


def _is_of_many(entity: Entity) -> bool:
    """Whether a name is no craft's own: "Indian warship", "US Navy"."""
    words = set(entity.name.lower().split())
    return not words.isdisjoint(_names("craft")) or not words.isdisjoint(FLEETS)


def _is_name(mention: Citation, voices: Voices) -> bool:
    text = voices.reports[mention.report].text[mention.start : mention.end]
    return text[:1].isupper() and not BRACKET.match(text)


def _ranks(mentions: Sequence[Citation], voices: Voices) -> Sides:
    """The ranks that stand directly before the name, with their grade: "Petty Officer 2nd Class"."""
    sides: defaultdict[str, list[tuple[str, Citation]]] = defaultdict(list)
    for mention in mentions:
        text = voices.reports[mention.report].text
        before = text[max(0, mention.start - BEFORE) : mention.start]
        match = _rank().search(before) if before.rstrip().lower().endswith(_endings()) else None
        if match and not match["office"]:
            rank = _names("ranks")[match["rank"].lower()]
            grade = _names("grades").get((match["grade"] or "").lower(), "")
            sides[f"{rank} {grade}".strip()].append((match["whole"], mention))
    return sides


def _without_shorter(sides: Sides) -> Sides:
    """Without a rank whose grade is left out, where the same rank is told with one, and without the short form of a
    longer rank: "Gen." is also said of a lieutenant general.
    """
    return {
        key: told
        for key, told in sides.items()
        if not any(other.startswith(f"{key} ") or other.endswith(f" {key}") for other in sides)
    }


@cache
def _endings() -> tuple[str, ...]:
    """With what a rank ends; most names have none before them, and are looked at no further."""
    return tuple({*_names("ranks"), *_names("grades")})


@cache
def _rank() -> re.Pattern[str]:
    ranks = "|".join(map(re.escape, sorted(_names("ranks"), key=len, reverse=True)))
    grades = "|".join(map(re.escape, sorted(_names("grades"), key=len, reverse=True)))
    offices = "|".join(load_table(TABLE)["offices"]["words"])
    shape = rf"(?:(?P<office>\b(?:{offices})) )?\b(?P<whole>(?P<rank>{ranks})(?: (?P<grade>{grades}))?)\s+$"
    return re.compile(shape, re.IGNORECASE)


@cache
def _names(key: str) -> dict[str, str]:
    return {name: one for one, names in load_table(TABLE)[key].items() for name in names}


def _crafts(mentions: Sequence[Citation], voices: Voices) -> Sides:
    """The kinds of craft named directly before or behind the name: "the tanker Vesta", "the Vesta, a tanker"."""
    sides: defaultdict[str, list[tuple[str, Citation]]] = defaultdict(list)
    for mention in mentions:
        text = voices.reports[mention.report].text
        before = text[max(0, mention.start - BEFORE) : mention.start].lower()
        own = text[mention.start : mention.end].lower()
        after = text[mention.end : mention.end + AFTER].lower()
        for shape, words in ((DIRECTLY, before), (LAST, own), (NEXT, after), (APPOSED, after)):
            match = _kind(shape).search(words)
            if match:
                sides[_names("craft")[match["kind"]]].append((match["kind"], mention))
    return sides


def _with_definite(sides: Sides, others: Sequence[Sides], voices: Voices) -> Sides:
    """With the kinds that a report gives its only craft elsewhere: "the ferry" in a report that names one craft, with
    its kind, and tells of no second one ("a ferry").
    """
    found = {key: list(told) for key, told in sides.items()}
    media = {_names("media")[key] for key in sides}
    crowded = {mention.report for other in others for told in other.values() for _, mention in told}
    for report in sorted({mention.report for told in sides.values() for _, mention in told} - crowded):
        text = voices.reports[report].text
        for match in _kind(r"\b[Tt]he (?P<kind>{})\b").finditer(text):
            if not re.search(rf"\b(?:a|an|another|second) (?:[\w-]+ )?{match['kind']}\b", text):
                kind = _names("craft")[match["kind"]]
                if _names("media")[kind] not in media:
                    continue
                found.setdefault(kind, []).append((match["kind"], Citation(report, match.start("kind"), match.end())))
    return found


@cache
def _kind(shape: str) -> re.Pattern[str]:
    return re.compile(shape.format("|".join(map(re.escape, sorted(_names("craft"), key=len, reverse=True)))))


def _told(entity: Entity, what: str, sides: Sides, voices: Voices, story: str) -> Iterator[Disagreement]:
    if len(sides) < 2:
        return
    sides = dict(sorted(sides.items()))
    cited = [(printed, mention) for told in sides.values() for printed, mention in told]
    beside = (voices.beside(mention.report, mention.start, mention.end) for _, mention in cited)
    claims = dict.fromkeys(claim.id for claim in beside if claim)
    reports = {mention.report for _, mention in cited}
    said = "; ".join(_said(told, voices) for told in sides.values())
    yield Disagreement(
        id=f"d:{what}-{entity.id.removeprefix('e:')}",
        kind="identity",
        claims=tuple(claims),
        figures=(),
        reason=f"{what.capitalize()} of {entity.name}: {said}.",
        status="within_report" if len(reports) == 1 else "open",
        story=story,
    )


def _said(told: Sequence[tuple[str, Citation]], voices: Voices) -> str:
    """ "The Times and the Post say Petty Officer 2nd Class"."""
    outlets = list(dict.fromkeys(named(voices.speaker(None, mention.report)) for _, mention in told))
    shown = outlets[0] if len(outlets) == 1 else " and ".join(outlets[:2])
    more = f", with {len(outlets) - 2} more," if len(outlets) > 2 else ""
    verb = agree(outlets[0], "say") if len(outlets) == 1 else "say"
    return f"{shown}{more} {verb} {told[0][0]}"
