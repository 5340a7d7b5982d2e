"""Two spellings of one person's name: "Isaiah Lund", "Isiah Lund".

Only spellings that a reader would look up are told: no accents, capitals, hyphens or doubled letters, no short forms,
and none that one report uses beside the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from reportedly.account.account import Citation, Disagreement, Entity
from reportedly.account.names import DOUBLED, name_words
from reportedly.account.voices import Voices, named

SHORTEST = 5
"""Letters of a name of which one may be mistaken."""
MOST = 1
"""Letters that differ; two neighbours that change places are one."""
Forms = Mapping[tuple[str, ...], Sequence[Citation]]
WORDS = 2


def find_spellings(entities: Sequence[Entity], voices: Voices, story: str) -> Iterator[Disagreement]:
    """One disagreement for each pair of names of two words and more that differ by a letter of one word."""
    forms = _forms(entities, voices)
    by_word: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in forms:
        for word in set(words):
            by_word[word].append(words)
    told: set[frozenset[str]] = set()
    for same in by_word.values():
        for one, other in combinations(same, 2):
            differing = _differing(one, other)
            reports = [{mention.report for mention in forms[each]} for each in (one, other)]
            if differing and frozenset(differing) not in told and reports[0].isdisjoint(reports[1]):
                told.add(frozenset(differing))
                found = _disagreement(forms[one], forms[other], voices, story)
                if found:
                    yield found


def _forms(entities: Sequence[Entity], voices: Voices) -> Forms:
    """The names of persons as they are printed, of two words and more, by their words."""
    forms: defaultdict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for entity in entities:
        if entity.kind == "person":
            for mention in entity.mentions:
                printed = voices.reports[mention.report].text[mention.start : mention.end]
                words = name_words(printed)
                if len(words) >= WORDS and all(part[0].isupper() for part in printed.split()):
                    forms[words].append(mention)
    return forms


def _differing(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str] | None:
    """The one word in which two names differ, in both spellings."""
    first, second = ([word for word in words if word not in others] for words, others in ((one, other), (other, one)))
    first, second = ([word for word in words if len(word) > 2] for words in (first, second))
    if len(first) != 1 or len(second) != 1:
        return None
    pair = (first[0], second[0])
    alike = pair[0][0] == pair[1][0] and min(map(len, pair)) >= SHORTEST and OSA.distance(*pair) == MOST
    return pair if alike and not _is_form(*pair) and _stand_alike(one, other, *pair) else None


def _stand_alike(one: tuple[str, ...], other: tuple[str, ...], first: str, second: str) -> bool:
    """Whether the words stand in one order: "Tomas Lund" is no spelling of "Lund Thomas"."""
    return all(
        (one.index(word) < one.index(first)) == (other.index(word) < other.index(second))
        for word in one
        if word in other
    )


def _is_form(one: str, other: str) -> bool:
    """Whether the spellings differ by a doubled letter or an ending only: "Steve", "Steven"."""
    short, long = sorted((one, other), key=len)
    return DOUBLED.sub(r"\1", one) == DOUBLED.sub(r"\1", other) or long.startswith(short)


def _disagreement(
    one: Sequence[Citation], other: Sequence[Citation], voices: Voices, story: str
) -> Disagreement | None:
    cited = [voices.beside(side[0].report, side[0].start, side[0].end) for side in (one, other)]
    if not all(cited):
        return None
    told = "; ".join(_said(side, voices) for side in (one, other))
    return Disagreement(
        id=f"d:spelling-{one[0].report}-{one[0].start}-{other[0].report}-{other[0].start}",
        kind="identity",
        claims=tuple(dict.fromkeys(claim.id for claim in cited if claim)),
        figures=(),
        reason=f"Spelling of a name: {told}.",
        status="open",
        story=story,
    )


def _said(side: Sequence[Citation], voices: Voices) -> str:
    """ "the Tarsa Post and one more report have Ada Lund"."""
    outlets = list(dict.fromkeys(named(voices.speaker(None, mention.report)) for mention in side))
    text = voices.reports[side[0].report].text
    more = "" if len(outlets) == 1 else f" and {len(outlets) - 1} more"
    name = " ".join(text[side[0].start : side[0].end].split())
    return f"{outlets[0]}{more} {'has' if len(outlets) == 1 else 'have'} {name}"
