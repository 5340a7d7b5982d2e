"""What one report knows of each somebody and something: a profile per chain of mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from reportedly.account.account import Citation
from reportedly.account.bonds import NEITHER, Bond, Sides, sides_of
from reportedly.account.entities.likeness import one_body_name
from reportedly.account.names import TABLE, fold, name_key, name_words, person_words
from reportedly.data import word_set
from reportedly.reading.reading import Kind, Location, Mention, Reading, Role
from reportedly.records import quicken
from reportedly.report import Report

Gender = Literal["she", "he"]
Family = Literal["person", "body", "place", "thing"]
FAMILIES: dict[Kind, Family] = {
    "person": "person",
    "organisation": "body",
    "group": "body",
    "place": "place",
    "facility": "place",
    "vehicle": "thing",
    "weapon": "thing",
    "event": "thing",
    "product": "thing",
    "nationality": "thing",
    "other": "thing",
}


NEXT_WORD = re.compile(r"[ -]+([^\W\d_]+)")
"""The word that follows without a mark between."""
TIED = re.compile(r"(?:[^\W\d_][^\s-]*-[a-z]+ )+$")
"""Words that tell who supports a body, before its name: "Velmian-backed Orno League"."""
OPENING = 300
"""Characters in which a report tells of somebody whom it names later."""
LONGEST = 48
"""Characters of a description that is listed as another name."""
SEPARATE: tuple[set[str], ...] = ({"place", "body"}, {"place", "person"}, {"person", "body"})
"""Families of which coreference joins two names only by mistake."""


@quicken
@dataclass(frozen=True, slots=True)
class Label:
    """A name with its family and the words that tell it from others."""

    family: Family
    words: tuple[str, ...]
    name: str


@quicken
@dataclass(frozen=True, slots=True)
class Profile:
    """One somebody or something in one report.

    ``names`` are its proper names with their counts, none for somebody who is only described; ``description`` is how
    it is shown then; it is ``definite`` after "the", ``introduced`` after "a" where the report begins. ``mentions`` and
    ``places`` are indexes into the reading.
    """

    report: str
    published: date | None
    kind: Kind
    names: tuple[tuple[str, int], ...]
    description: str
    definite: bool = False
    introduced: bool = False
    descriptions: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    gender: Gender | None = None
    location: Location | None = None
    mentions: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    spans: tuple[Citation, ...] = field(default=())
    sides: Sides = NEITHER

    @property
    def family(self) -> Family:
        """The kinds within which two names may be one."""
        return FAMILIES[self.kind]

    @property
    def id(self) -> str:
        """The id of an entity that has this as its first profile."""
        return f"e:{self.report}.m{self.mentions[0]}" if self.mentions else f"e:{self.report}.p{self.places[0]}"


def profiles_of(
    report: Report, reading: Reading, cuts: Sequence[frozenset[Citation]] = (), bonds: Sequence[Bond] = ()
) -> tuple[Profile, ...]:
    """The profiles of one report, in order of first mention; places that no mention covers come last.

    A place that only its people or the name of something else tells of is nobody's profile; see ``hints.py``.
    ``cuts`` are mentions that people took out of their chain, ``bonds`` what people decided to be one or two.
    """
    literal = {number: place for number, place in enumerate(reading.places) if place.use == "literal"}
    placed = {place.mention: number for number, place in literal.items() if place.mention is not None}
    groups = [group for chain in _chains(reading) for group in _apart(reading.mentions, chain)]
    for cut in cuts:
        groups = [part for group in groups for part in _cut(report.id, reading, group, cut)]
    told = [group for group in sorted(groups) if _is_told_of(report.text, reading, group)]
    found = [_profile(report, reading, group, placed) for group in told]
    covered = {place for profile in found for place in profile.places}
    loose = [number for number in literal if number not in covered]
    every = (*found, *(_loose_place(report, reading, number) for number in loose))
    return tuple(replace(each, sides=sides_of(each.spans, bonds)) for each in every) if bonds else every


def _is_told_of(text: str, reading: Reading, group: tuple[int, ...]) -> bool:
    """Whether a chain says whom or what it means: not where it has only pronouns ("they"), nor where it only says whose
    something else is ("Velmian officials": the country is hinted at, see ``hints.py``).
    """
    mentions = [reading.mentions[number] for number in group]
    if all(mention.form == "pronoun" for mention in mentions):
        return False
    told = [mention for mention in mentions if mention.form != "pronoun"]
    return not all(mention.kind == "nationality" and _is_attribute(text, mention) for mention in told)


def _is_attribute(text: str, mention: Mention) -> bool:
    """Whether a word for a people stands before what is theirs: "Velmian troops", not "the Velmians fled"."""
    if mention.plural or fold(text[mention.start : mention.end]).endswith("s"):
        return False
    after = NEXT_WORD.match(text, mention.end)
    return after is not None and fold(after.group(1)) not in word_set(TABLE, "after_people")


def _cut(report: str, reading: Reading, group: tuple[int, ...], cut: frozenset[Citation]) -> list[tuple[int, ...]]:
    """A chain in the part that stays and the part that people took out of it."""
    mentions = reading.mentions
    out = tuple(n for n in group if Citation(report, mentions[n].start, mentions[n].end) in cut)
    return [part for part in (tuple(n for n in group if n not in out), out) if part]


def _chains(reading: Reading) -> Iterator[tuple[int, ...]]:
    """The chains, and each mention that stands in none by itself."""
    covered: set[int] = set()
    for chain in reading.chains:
        if chain.mentions:
            covered.update(chain.mentions)
            yield tuple(sorted(chain.mentions))
    yield from ((number,) for number in range(len(reading.mentions)) if number not in covered)


def _apart(mentions: Sequence[Mention], chain: tuple[int, ...]) -> list[tuple[int, ...]]:
    """A chain in parts where it holds names of two: coreference erred, and two must not become one.

    Two persons with different full names are two; so are a place and a body whose names differ ("Suez Canal", "Suez
    Canal Authority"). What has no name goes with the first name.
    """
    groups: dict[Label, list[int]] = {}
    labels: dict[Label, list[Label]] = {}
    nameless = []
    for number in chain:
        label = _label(mentions[number])
        if label is None:
            nameless.append(number)
        else:
            key = next(
                (first for first, known in labels.items() if all(_one_label(each, label) for each in known)), label
            )
            labels.setdefault(key, []).append(label)
            groups.setdefault(key, []).append(number)
    if not groups:
        return [chain]
    first = min(groups, key=lambda key: groups[key][0])
    groups[first] = sorted(groups[first] + nameless)
    return [tuple(group) for group in groups.values()]


def _label(mention: Mention) -> Label | None:
    """The family of a name and its words; None for a mention without one."""
    words = name_words(mention.name) if mention.name else ()
    if mention.name is None or not words:
        return None
    family = FAMILIES[mention.kind]
    return Label(family, person_words(mention.name) if family == "person" else words, mention.name)


def _one_label(first: Label, second: Label) -> bool:
    """Whether two names of one chain may be of one: equal ones always, else of one family only. Two full names of
    persons are two, and so are two bodies of which neither name says less of the other.
    """
    if first.words == second.words:
        return True
    if first.family != second.family:
        return {first.family, second.family} not in SEPARATE
    if first.family == "person":
        return first.words[-1] == second.words[-1] or min(len(first.words), len(second.words)) < 2
    return first.family != "body" or one_body_name(first.name, second.name)


def _profile(report: Report, reading: Reading, group: tuple[int, ...], placed: dict[int, int]) -> Profile:
    mentions = [reading.mentions[number] for number in group]
    names = Counter(mention.name for mention in mentions if mention.name and name_words(mention.name))
    places = tuple(placed[number] for number in group if number in placed)
    location = next((found for place in places if (found := reading.places[place].location)), None)
    described = [mention for mention in mentions if mention.form == "nominal"] or mentions[:1]
    roles = tuple(role for mention in mentions for role in mention.roles)
    gender = _gender(report.text, mentions)
    shown = next((mention for mention in described if _is_telling(report.text, mention)), described[0])
    return Profile(
        report=report.id,
        published=report.published,
        kind=_kind(mentions, location, bool(roles and gender)),
        names=tuple(sorted(names.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))),
        description=report.text[shown.start : shown.end],
        definite=report.text[max(0, shown.start - 4) : shown.start].lower() == "the ",
        introduced=_is_introduced(report.text, shown),
        descriptions=tuple(
            dict.fromkeys((*_telling_descriptions(report.text, mentions), *_tied(report.text, mentions)))
        ),
        roles=roles,
        gender=gender,
        location=location,
        mentions=group,
        places=places,
        spans=tuple(Citation(report.id, mention.start, mention.end) for mention in mentions),
    )


def _is_introduced(text: str, mention: Mention) -> bool:
    """Whether a report begins with somebody whom it will name: "A Velmian rights league said on Monday …"."""
    return mention.start <= OPENING and text[: mention.start].lower().endswith((" a ", " an ", "\na ", "\nan "))


def _telling_descriptions(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """Descriptions with a capital letter that is not only the sentence's first."""
    for mention in mentions:
        if mention.form == "nominal" and _is_telling(text, mention):
            yield text[mention.start : mention.end]


def _tied(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """Names with the words before them that tell who supports the body: "Velmian-backed Orno League"."""
    for mention in mentions:
        found = TIED.search(text, max(0, mention.start - LONGEST), mention.start) if mention.form == "name" else None
        if found and found.group().rstrip().rpartition("-")[2] in word_set(TABLE, "ties"):
            yield text[found.start() : mention.end]


def _is_telling(text: str, mention: Mention) -> bool:
    """Whether a short description names somebody inside it ("Acme militants"), so that it says who is meant."""
    if mention.end - mention.start > LONGEST:
        return False
    shown, at = text[mention.start : mention.end], mention.start
    while at and text[at - 1].isspace():
        at -= 1
    inner = shown[1:] if not at or text[at - 1] in '.!?"”' else shown
    return any(letter.isupper() for letter in inner)


def _kind(mentions: Sequence[Mention], location: Location | None, is_somebody: bool) -> Kind:
    """The kind that most named mentions have, else most mentions; what the gazetteer knows is a place, and a body that
    ``is_somebody`` (he or she, with a role) a person.
    """
    named = [mention.kind for mention in mentions if mention.form == "name"] or [mention.kind for mention in mentions]
    kinds = Counter(named)
    best = min(kinds, key=lambda kind: (-kinds[kind], named.index(kind)))
    if FAMILIES[best] == "body" and is_somebody:
        return "person"
    return "place" if location and FAMILIES[best] == "thing" else best


def _gender(text: str, mentions: Sequence[Mention]) -> Gender | None:
    """Told by pronouns ("she said") and titles ("spokeswoman")."""
    pronouns = [text[mention.start : mention.end] for mention in mentions if mention.form == "pronoun"]
    return gender_of([*pronouns, *(role.title for mention in mentions for role in mention.roles)])


def gender_of(told: Iterable[str]) -> Gender | None:
    """The gender that pronouns and titles tell; None where they say nothing, or both."""
    words = [fold(word) for text in told for word in text.split()]
    she = any(word in word_set(TABLE, "she") or word in word_set(TABLE, "female") for word in words)
    he = any(word in word_set(TABLE, "he") or word in word_set(TABLE, "male") for word in words)
    if she == he:
        return None
    return "she" if she else "he"


def _loose_place(report: Report, reading: Reading, number: int) -> Profile:
    place = reading.places[number]
    shown = report.text[place.start : place.end]
    name = place.location.name if place.location else shown
    is_own = bool(name_key(shown)) and not (place.location and place.location.feature == "part")
    return Profile(
        report=report.id,
        published=report.published,
        kind="place",
        names=((shown if is_own else name, 1),),
        description=shown,
        location=place.location,
        places=(number,),
        spans=(Citation(report.id, place.start, place.end),),
    )
