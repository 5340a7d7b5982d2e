"""What is known of each cluster while it grows, and whether two mentions can mean the same at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.data import word_set
from reportedly.reading.coreference.clusters import Clusters
from reportedly.reading.coreference.context import DEFINITE, POSSESSIVE, Place
from reportedly.reading.coreference.names import ACTORS, SMALL, is_short_for, key_of
from reportedly.reading.coreference.pronouns import (
    COLLECTIVE,
    FEMALE,
    FEMALE_GIVEN,
    MALE,
    MALE_GIVEN,
    TYPES,
)
from reportedly.reading.reading import Kind, Mention
from reportedly.records import quicken, replace

Marks = frozenset[str]
NATIONS = frozenset(
    name.lower() for key in ("nationalities", "peoples", "countries") for name in word_set("names.toml", key)
)
"""Words that tell whose forces, party or coalition is meant."""
INDEFINITE = frozenset({"a", "an", "another", "some", "several", "no", "any", "each", "every", "other"})

ALL: Marks = frozenset({"person", "body", "place", "people", "thing", "event"})
FAMILIES: dict[Kind, Marks] = {
    "person": frozenset({"person"}),
    "organisation": frozenset({"body"}),
    "group": frozenset({"body"}),
    "place": frozenset({"place"}),
    "facility": frozenset({"place", "body"}),
    "nationality": frozenset({"people", "person"}),
    "vehicle": frozenset({"thing"}),
    "weapon": frozenset({"thing"}),
    "product": frozenset({"thing"}),
    "event": frozenset({"event"}),
    "other": ALL - {"person"},
}
"""What a mention of each kind can be."""
BY_PRONOUN: dict[str, Marks] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "i": frozenset({"person"}),
    "you": frozenset({"person"}),
    "we": frozenset({"person", "body"}),
    "who": frozenset({"person", "body", "people"}),
    "it": ALL - {"person", "people"},
    "they": ALL,
}
ONE, MANY = frozenset({"one"}), frozenset({"many"})
EITHER = ONE | MANY
BY_NUMBER: dict[str, Marks] = {"he": ONE, "she": ONE, "i": ONE, "it": ONE, "they": MANY}


@quicken
@dataclass(frozen=True, slots=True)
class Trait:
    """What a mention or a cluster can be: families, numbers and genders; its proper names, the numbers it tells, and
    the heads of its descriptions with the words beside them that tell whose it is. ``quoted`` are the quotations that
    speak of it as "he", "she" or "they", ``spoken`` those that it speaks.
    """

    families: Marks
    numbers: Marks
    genders: Marks
    names: frozenset[tuple[str, Kind]] = frozenset()
    counts: Marks = frozenset()
    heads: frozenset[tuple[str, Marks]] = frozenset()
    members: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()
    spoken: frozenset[int] = frozenset()

    def with_(self, other: Trait) -> Trait:
        """Both together: only what either leaves open stays open."""
        return Trait(
            self.families & other.families,
            self.numbers & other.numbers,
            self.genders & other.genders,
            self.names | other.names,
            self.counts | other.counts,
            self.heads | other.heads,
            self.members | other.members,
            self.apart | other.apart,
            self.quoted | other.quoted,
            self.spoken | other.spoken,
        )


QUOTES = frozenset({'"', "“", "``", "''", "‘"})
BOTH = frozenset({"he", "she"})
BODIES = frozenset({"organisation", "group"})
FEWEST_LETTERS = 3
"""Letters by which two first names that begin alike are taken for one."""
KNOWN = DEFINITE | POSSESSIVE


@dataclass(slots=True)
class Traits:
    """The traits of all clusters, by root.

    ``within`` has for each description the names inside its phrase, which it does not mean ("the coalition against
    Isis"), ``speakers`` the mention that speaks each quotation, ``told`` are those who are told something, and
    ``equated`` the pairs that the text sets equal.
    """

    mentions: Sequence[Mention]
    places: Sequence[Place]
    clusters: Clusters
    speakers: Mapping[int, int]
    told: frozenset[int]
    equated: frozenset[tuple[int, int]]
    within: Mapping[int, frozenset[int]] = field(default_factory=dict)
    by_root: dict[int, Trait] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gathers what the mentions tell, by the clusters that there are."""
        voices: dict[int, set[int]] = {}
        for quote, speaker in self.speakers.items():
            voices.setdefault(speaker, set()).add(quote)
        for index in range(len(self.mentions)):
            members, apart = frozenset({index}), self.within.get(index, NOBODY)
            trait, root = trait_of(self.mentions[index], self.places[index], members, apart), self.clusters.root(index)
            if (quoted := self._quoted(index)) or index in voices:
                trait = replace(trait, quoted=quoted, spoken=frozenset(voices.get(index, ())))
            self.by_root[root] = self.by_root[root].with_(trait) if root in self.by_root else trait

    def _quoted(self, index: int) -> frozenset[int]:
        """The quotation in which a mention is "he", "she" or "they", and so does not speak."""
        place = self.places[index]
        third = self.mentions[index].form == "pronoun" and TYPES.get(place.head_word) in {"he", "she", "they"}
        return frozenset({place.quote}) if third and place.quote >= 0 else frozenset()

    def of(self, index: int) -> Trait:
        """The trait of a mention's cluster."""
        return self.by_root[self.clusters.root(index)]

    def join(self, first: int, second: int) -> None:
        """Makes one cluster of two."""
        both = self.of(first).with_(self.of(second))
        self.clusters.join(first, second)
        self.by_root[self.clusters.root(first)] = both

    def join_fitting(self, first: int, second: int) -> None:
        """The same, where they can be one."""
        if can_be_one(first, second, self):
            self.join(first, second)


NOBODY: frozenset[int] = frozenset()


def trait_of(mention: Mention, place: Place, members: frozenset[int] = NOBODY, apart: frozenset[int] = NOBODY) -> Trait:
    """What one mention tells by itself, as a cluster of its ``members`` that is ``apart`` from some mentions."""
    if mention.form == "pronoun":
        kind = TYPES.get(place.head_word, "")
        genders = frozenset({kind}) if kind in BOTH else BOTH
        families, numbers = BY_PRONOUN.get(kind, ALL), BY_NUMBER.get(kind, EITHER)
        return Trait(families, numbers, genders, members=members, apart=apart)
    names = frozenset({(key_of(mention.name), mention.kind)}) if mention.name else frozenset()
    sides = place.words & NATIONS
    heads = frozenset({(place.head, sides)}) if sides and mention.form == "nominal" else frozenset()
    # "One of the stars" and "the 60-year-old" may be the same; which number it is, "one" does not tell.
    counts = place.counts - {"one"}
    numbers, genders = _numbers(mention, place), _genders(mention, place)
    return Trait(_families(mention, place), numbers, genders, names, counts, heads, members, apart)


def _families(mention: Mention, place: Place) -> Marks:
    if mention.kind == "nationality" and not mention.plural:
        # "Republican" beside somebody's name is nobody.
        return frozenset({"people"})
    if mention.kind == "other" and mention.form == "name":
        # A name that is quoted is a work's, or a word: "In his book, “A Year of Rain,” Berg said so. He …".
        return ALL - {"person"} if place.before in QUOTES else ALL
    return FAMILIES[mention.kind]


def _numbers(mention: Mention, place: Place) -> Marks:
    if mention.kind in {"organisation", "group", "nationality"} or place.head in COLLECTIVE:
        return EITHER
    return MANY if mention.plural else ONE


def _genders(mention: Mention, place: Place) -> Marks:
    """As "Mrs. Lund", "the spokesman", "Sharon Lund" tell; a title counts for more than a first name."""
    if mention.kind != "person":
        return BOTH
    words = {word for role in mention.roles for word in role.title.lower().split()} | {place.before}
    words |= {place.head} if mention.form == "nominal" else set()
    told = frozenset({"she"} if words & FEMALE else set()) | frozenset({"he"} if words & MALE else set())
    if len(told) == 1:
        return told
    first = (mention.name or "").split()
    if len(first) < 2 or told:
        return BOTH
    return frozenset({"she"}) if first[0] in FEMALE_GIVEN else frozenset({"he"}) if first[0] in MALE_GIVEN else BOTH


def can_be_one(first: int, second: int, traits: Traits) -> bool:
    """Whether the later mention ``second`` can mean what the earlier ``first`` means."""
    if traits.clusters.root(first) == traits.clusters.root(second):
        return True
    one, two = traits.of(first), traits.of(second)
    if (first, second) in traits.equated and traits.mentions[second].form == "nominal":
        return bool(one.families & two.families and one.numbers & two.numbers and one.genders & two.genders)
    fits = one.families & two.families and one.numbers & two.numbers and one.genders & two.genders
    if not fits or (one.counts and two.counts and one.counts.isdisjoint(two.counts)):
        return False
    if _is_headed_otherwise(one, two) or one.members & two.apart or two.members & one.apart:
        return False
    if one.quoted & two.spoken or two.quoted & one.spoken:
        return False
    if one.names and two.names and not _may_share(one, two):
        return False
    return not (
        _is_inside(first, second, traits)
        or _is_told(first, second, traits)
        or _speaks_for(first, second, traits)
        or _speaks_for(second, first, traits)
        or _is_spoken(first, second, traits)
        or _is_other(traits.places[first], traits.places[second], traits.mentions[second])
    )


def _speaks_for(one: int, other: int, traits: Traits) -> bool:
    """Whether one has a role in what the other names: "Berg, a spokesman for the operator" is not the operator."""
    if not traits.mentions[one].roles:
        return False
    bodies = {role.of.lower().split()[-1] for role in traits.mentions[one].roles if role.of}
    return traits.places[other].head_word in bodies


def _may_share(one: Trait, two: Trait) -> bool:
    """Whether a name of one may be a name of the other, and none is of a namesake: "Ann Berg" is not "Tor Berg"."""
    pairs = _pairs(one, two)
    return any(_are_alike(*pair) for pair in pairs) and not any(_are_namesakes(*pair) for pair in pairs)


def _are_namesakes(one: tuple[str, Kind], two: tuple[str, Kind]) -> bool:
    """Whether two names of several words share only a part: "Ann Berg", "Tor Berg"; "White House", "House of Lords"."""
    words, others = one[0].split(), two[0].split()
    if len(words) < 2 or len(others) < 2:
        return False
    if one[1] == two[1] == "person":
        # "J. Berg" may be "Jon Berg", and so may "Jonny Berg".
        length = min(FEWEST_LETTERS, len(words[0]), len(others[0]))
        return words[-1] == others[-1] and words[0][:length] != others[0][:length]
    common = set(words) & set(others) - SMALL
    return bool(common) and {one[1], two[1]} <= BODIES and not (set(words) <= set(others) or set(others) <= set(words))


def _pairs(one: Trait, two: Trait) -> list[tuple[tuple[str, Kind], tuple[str, Kind]]]:
    return [(left, right) for left in one.names for right in two.names]


def _are_alike(one: tuple[str, Kind], two: tuple[str, Kind]) -> bool:
    """Whether two names may be of one: as in "Berg" and "Anna Berg", "Canal Authority" and "Lund Canal Authority".

    Places of different names are two ("Suez", "Suez Canal").
    """
    shorter, longer = sorted((one, two), key=lambda name: len(name[0].split()))
    if shorter[0] == longer[0]:
        return True
    if not {shorter[1], longer[1]} <= ACTORS | {"person"} or "place" in {shorter[1], longer[1]}:
        return False
    words, more = shorter[0].split(), longer[0].split()
    if shorter[1] == "person":
        return len(words) < len(more) and words[-1] == more[-1]
    return set(words) <= set(more) or is_short_for(shorter[0].upper(), longer[0])


def _is_inside(first: int, second: int, traits: Traits) -> bool:
    """As in "a spokesman for the army": the part that lies within is not the whole."""
    one, two = traits.mentions[first], traits.mentions[second]
    return one.start < two.end and two.start < one.end


def _is_told(first: int, second: int, traits: Traits) -> bool:
    """As in "He told the Herald … The company denied it": a description does not take up whoever was told.

    The same word may ("He told the officer … The officer left").
    """
    if first not in traits.told or traits.mentions[second].form == "name":
        return False
    if traits.mentions[second].form == "pronoun":
        return traits.mentions[first].kind in {"organisation", "group"}
    return traits.places[second].head not in traits.places[first].words


def _is_spoken(first: int, second: int, traits: Traits) -> bool:
    """As in `“He left,” Berg said`, `“I like Lund,” she said`: whoever is named in a quotation does not speak it."""
    place = traits.places[second]
    if is_first_person(first, traits) != is_first_person(second, traits):
        # "I" and "we" are whoever speaks, which only the quotation tells.
        return True
    if is_first_person(first, traits) and place.quote != traits.places[first].quote:
        # Two quotations have one "we" only where one and the same speaks both.
        voices = [traits.speakers.get(quote) for quote in (place.quote, traits.places[first].quote)]
        return None in voices or len({traits.clusters.root(voice) for voice in voices if voice is not None}) > 1
    if is_first_person(second, traits):
        return False
    return _speaks_around(second, first, traits) or _speaks_around(first, second, traits)


def _speaks_around(index: int, other: int, traits: Traits) -> bool:
    """Whether ``other`` speaks the quotation in which ``index`` stands."""
    speaker = traits.speakers.get(traits.places[index].quote)
    return speaker is not None and traits.clusters.root(speaker) == traits.clusters.root(other)


def is_first_person(index: int, traits: Traits) -> bool:
    """Whether the mention is "I", "we" or a form of them."""
    pronoun = traits.mentions[index].form == "pronoun"
    return pronoun and TYPES.get(traits.places[index].head_word) in {"i", "we"}


def _is_other(there: Place, here: Place, mention: Mention) -> bool:
    """Whether a description names another one: "a man", "45 miners" after "the miners' union", or "Iraqi forces" after
    "Syrian forces".
    """
    if mention.form != "nominal":
        return False
    counted = here.counts and here.article not in KNOWN and here.counts != there.counts
    if here.article in INDEFINITE or counted:
        return True
    return _are_of_two(here.words & NATIONS, there.words & NATIONS)


def _are_of_two(ours: Marks, theirs: Marks) -> bool:
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _is_headed_otherwise(one: Trait, two: Trait) -> bool:
    """As in "the U.S.-led coalition" after "the SDF, a coalition of Kurdish and Arab militias": one head, two sides."""
    if not one.heads or not two.heads:
        return False
    return any(head == other and _are_of_two(ours, theirs) for head, ours in one.heads for other, theirs in two.heads)
