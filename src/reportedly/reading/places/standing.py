"""Whether a name that some place bears names a place here: what it stands in, what stands beside it, what else bears
it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Literal

from reportedly.reading.dictionary import is_ordinary as is_english
from reportedly.reading.places.gazetteer import Place
from reportedly.reading.places.lexicon import lexicon
from reportedly.reading.places.resolution import kilometres
from reportedly.reading.places.spotting import Spotted, is_capital, opens
from reportedly.reading.reading import Mention, Sentence, Token

Part = Literal["whole", "site", "organisation", "person", "other"]
"""What the run of capitalised words makes of the name: nothing more, a site named after it, an organisation,
somebody, or a
longer name of unknown kind."""
Parts = Mapping[tuple[int, int], Part]
"""The part of each name by its start and end."""
THRESHOLD = 1.0
"""Points from which a name is taken for a place."""
SURE = 2.5
"""Points from which a name is believed more easily where the report has it again."""
BESIDE = 100.0
"""Kilometres within which a doubtful name is believed for the sake of another place of the report."""
DOUBT = -2.0
"""Points from which a name may still be a place: when it lies beside the report's other places."""
DATELINE_MARKS = frozenset({"(", "-", "–", "—", "--", ":", ",", "_"})
SETTLEMENTS = frozenset({"city", "capital"})
WEIGHTS = {
    "inside": 3.0,
    "towards": 1.5,
    "aged": 3.5,
    "seat": 4.0,
    "dateline": 6.0,
    "entering": 2.0,
    "container": 4.0,
    "rank": 2.0,
    "locals": 2.0,
    "listed": 1.5,
    "known": 3.0,
    "long": 1.5,
    "alternate": -0.7,
    "bare": -2.0,
    "common": -4.0,
    "english": -2.0,
    "opening": -0.5,
    "given": -2.5,
    "personal": -2.5,
    "surname": -5.0,
    "acronym": -4.0,
    "people": -6.0,
    "mention_place": 2.0,
    "mention_person": -2.0,
    "mention_organisation": -1.5,
    "in_person": -5.0,
    "again": 1.5,
    "fits": 2.0,
}
"""Points for and against a name's naming a place. ``aged``: "Lee, 18, of Regina"; ``seat``: "Ann Lee, D-Regina";
``listed``: "Sharon, Cornwall and
Kent"; ``people``:
a people's name ("Arab"); ``again``: the name is surely a place elsewhere in the report; ``fits``: it lies beside its
other places."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the report says elsewhere: surnames of its people, its mentions by span, the characters inside names of
    persons, which names are listed with others.
    """

    surnames: frozenset[str]
    mentions: Mapping[tuple[int, int], Mention]
    persons: frozenset[int]
    listed: frozenset[int]


def part_of(spotted: Spotted, sentence: Sentence) -> Part:
    """What the run around the name makes of it ("Suez Canal Authority", "Mustafa Bali", "Chicago Mayor Ann Lee")."""
    tokens = sentence.tokens
    if is_saints(tokens, spotted):
        return "other"
    before = _stranger_before(tokens, spotted)
    after = _words_after(tokens, spotted)
    if before is not None and (before.lower.rstrip(".") in lexicon().titles or (not after and _is_given(before))):
        return "person"
    if after and after[-1].lower in lexicon().organisations:
        return "organisation"
    if before is not None and _opens_organisation(tokens, spotted):
        return "organisation"
    if before is not None and not after:
        return "person" if _may_be_somebodys(tokens, spotted, before) else "organisation"
    if before is not None:
        return "other"
    if not after:
        return "whole"
    if after[-1].lower in lexicon().sites:
        return "site"
    return "other"


def _stranger_before(tokens: Sequence[Token], spotted: Spotted) -> Token | None:
    """The capitalised word right before the name that is more than a direction, a people, a date or a sentence's
    first word.
    """
    words = lexicon()
    index = spotted.first - 1
    if index > spotted.run[0] and tokens[index].lower == "of" and not _opens_organisation(tokens, spotted):
        return None
    if index > spotted.run[0] and tokens[index].text == "-" and _is_acronym(tokens[index - 1]):
        return None
    while index >= spotted.run[0] and (tokens[index].lower in words.directions or not tokens[index].text[0].isalpha()):
        index -= 1
    if index < spotted.run[0]:
        return None
    token = tokens[index]
    if token.lower in words.peoples or token.lower in words.dates:
        return None
    return None if opens(tokens, index) and is_ordinary(token) else token


def is_ordinary(token: Token) -> bool:
    """Whether a sentence's first word is a word rather than a name ("In Raqqa", "Losing Raqqa", "Officials")."""
    words = lexicon()
    if token.lower in words.given or token.lower.rstrip(".") in words.titles:
        return False
    return token.lower in words.plain or token.lemma != token.lower


def _may_be_somebodys(tokens: Sequence[Token], spotted: Spotted, before: Token) -> bool:
    """Whether the word before a name can be of somebody; "Education" or "CBC" before one makes a body of it, and so
    does a place that is joined to it ("Logan-Rogersville").
    """
    joined = spotted.first > 0 and tokens[spotted.first - 1].text in ("-", "–")
    return not (joined or _is_acronym(before) or (is_english(before.lower) and not _is_given(before)))


def _is_given(token: Token) -> bool:
    """Whether a word before a name is somebody's: "Chuck Blair", "Thomas B. Hoover"."""
    return token.lower in lexicon().given or len(token.text.rstrip(".")) == 1


def is_saints(tokens: Sequence[Token], spotted: Spotted) -> bool:
    """Whether it is something of a saint's rather than a town ("St. Patrick's Day")."""
    return spotted.folded.startswith("saint ") and spotted.last < len(tokens) and tokens[spotted.last].lower == "'s"


def _opens_organisation(tokens: Sequence[Token], spotted: Spotted) -> bool:
    """Whether "University of", "Bank of", "Government of" stands before the name in its run."""
    return any(token.lower in lexicon().joining for token in tokens[spotted.run[0] : spotted.first])


def is_bearer(spotted: Spotted, sentence: Sentence, part: Part) -> bool:
    """Whether somebody bears the name here: as a surname ("Mustafa Bali"), or as a given name ("Georgia Stevens");
    ``part`` is its part.
    """
    after = _words_after(sentence.tokens, spotted)
    if part != "other" or spotted.folded not in lexicon().given or len(after) != 1:
        return part == "person"
    return not is_ordinary(after[0]) and not (after[0].lower in lexicon().sites or after[0].lower in lexicon().joining)


def _words_after(tokens: Sequence[Token], spotted: Spotted) -> tuple[Token, ...]:
    """The words of the run after the name, up to a title or a date ("Chicago Mayor", "Kabul Monday")."""
    words = lexicon()
    after: list[Token] = []
    for token in tokens[spotted.last : spotted.run[1]]:
        if token.lower in words.dates or (
            not after and (token.lower.rstrip(".") in words.titles or token.lower in words.directions)
        ):
            break
        after.append(token)
    return tuple(after)


def support(spotted: Spotted, sentence: Sentence, around: Surroundings, contained: bool) -> float:
    """Points for and against the name's naming a place here; ``contained`` = its region or country follows ("Paris,
    Texas").
    """
    signs = {
        "container": contained,
        "listed": spotted.start in around.listed,
        **_neighbour_signs(sentence.tokens, spotted),
        **_mention_signs(spotted, around),
    }
    return _sum(signs) + own_support(spotted, sentence, around)


def own_support(spotted: Spotted, sentence: Sentence, around: Surroundings) -> float:
    """The points that lie in the name itself, whatever stands beside it."""
    signs = {
        "surname": spotted.folded in around.surnames,
        "in_person": _is_in_person(spotted, around),
        **_word_signs(sentence.tokens, spotted),
    }
    return _sum(signs) + max((renown(place) for place in spotted.places), default=-1.0)


def _sum(signs: Mapping[str, bool]) -> float:
    return sum(WEIGHTS[sign] for sign, holds in signs.items() if holds)


def lies_beside(spotted: Spotted, settled: Sequence[tuple[str, Place]]) -> bool:
    """Whether some place of the name lies close to a settled one of another name."""
    return any(
        kilometres(place, other) <= BESIDE
        for place in spotted.places
        for folded, other in settled
        if folded != spotted.folded
    )


def _neighbour_signs(tokens: Sequence[Token], spotted: Spotted) -> dict[str, bool]:
    """Signs in the words before and after."""
    words = lexicon()
    before = tokens[spotted.first - 1].lower if spotted.first else ""
    after = tokens[spotted.last] if spotted.last < len(tokens) else None
    aged = _is_after_age(tokens, spotted.first)
    return {
        "inside": before in words.inside,
        "towards": before in words.towards and not aged,
        "aged": aged,
        "seat": _is_seat(tokens, spotted.first),
        "entering": spotted.first > 0 and tokens[spotted.first - 1].lemma in words.entering,
        "rank": _ranked(tokens, spotted),
        "locals": after is not None and not is_capital(after) and after.lemma in words.locals,
        "personal": after is not None and after.lemma in words.personal,
    }


def _is_after_age(tokens: Sequence[Token], first: int) -> bool:
    """Whether a place of residence stands here: "Lee, 18, of Regina", "Lee, 18, Regina"."""
    words = [token.text for token in tokens[max(0, first - 3) : first]]
    if words[-2:] == [",", "of"]:
        return True
    return len(words) == 3 and words[0] == words[2] == "," and words[1].isdigit() and len(words[1]) < 4


def _is_seat(tokens: Sequence[Token], first: int) -> bool:
    """Whether a member's party stands before, as it is written of parliaments: "Ann Lee, D-Regina"."""
    if first < 2 or tokens[first - 1].text not in ("-", "–"):
        return False
    party = tokens[first - 2].text
    return len(party) <= 3 and party.isupper() and (first < 3 or not tokens[first - 3].text[0].isalnum())


def _word_signs(tokens: Sequence[Token], spotted: Spotted) -> dict[str, bool]:
    """Signs in the name itself."""
    words, token = lexicon(), tokens[spotted.first]
    single = spotted.last - spotted.first == 1
    common = single and (token.lower in words.common or token.lower in words.never)
    return {
        "long": not single,
        "common": common,
        "english": single and not common and not token.text.isupper() and is_english(token.lower),
        "opening": single and spotted.first == 0,
        "given": single and token.lower in words.given,
        "people": spotted.folded in words.peoples,
        "dateline": _is_dateline(tokens, spotted),
        "acronym": single and _is_acronym(token) and all(place.feature in SETTLEMENTS for place in spotted.places),
    }


def _ranked(tokens: Sequence[Token], spotted: Spotted) -> bool:
    """Whether a noun of rank stands beside the name ("city of Mosul", "the town Palu", "Idlib province")."""
    ranks = lexicon().ranks
    if spotted.last < len(tokens) and tokens[spotted.last].text in ranks:
        return True
    before = [token.text for token in tokens[max(0, spotted.first - 2) : spotted.first]]
    return bool(before) and (before[-1] in ranks or (before[-1] == "of" and before[0] in ranks))


def _is_dateline(tokens: Sequence[Token], spotted: Spotted) -> bool:
    """Whether the name stands as a dateline does: in capitals, early, before a mark ("CAIRO (Reuters) -", "MAE SAI,
    Thailand --").
    """
    shown = all(token.text.isupper() or not token.text[0].isalpha() for token in tokens[spotted.first : spotted.last])
    marked = spotted.last < len(tokens) and tokens[spotted.last].text in DATELINE_MARKS
    return shown and marked and spotted.first < 8 and len(spotted.folded) > 3


def is_initials(tokens: Sequence[Token]) -> bool:
    """Whether a name is written with initials and dots: "S.C.", "N.Y.", "W. Va.", not "Miss." or "OR"."""
    shown = "".join(token.text for token in tokens)
    return shown.count(".") > 1 and shown[:1].isupper()


def _is_acronym(token: Token) -> bool:
    return len(token.text) <= 4 and token.text.isupper() and token.text.isalpha()


def _mention_signs(spotted: Spotted, around: Surroundings) -> dict[str, bool]:
    """What the mention of the same span is taken for, or the longer name that holds this one (Harold "Hal" Rogers)."""
    mention = around.mentions.get((spotted.start, spotted.end))
    kind = mention.kind if mention else ""
    return {
        "mention_place": kind in ("place", "facility"),
        "mention_person": kind == "person",
        "mention_organisation": kind in ("organisation", "group", "vehicle"),
    }


def _is_in_person(spotted: Spotted, around: Surroundings) -> bool:
    """Whether a longer name of somebody holds this one ("Milton J. Little")."""
    held = spotted.start in around.persons and spotted.end - 1 in around.persons
    return held and (spotted.start, spotted.end) not in around.mentions


def renown(place: Place) -> float:
    """Points for how well known a place is: countries and hand-listed places 3, else by tens of population (10,000
    people: 0).
    """
    if place.feature not in SETTLEMENTS and place.feature != "admin2":
        return WEIGHTS["known"] + (
            WEIGHTS["alternate"] if place.bearing != "name" and place.feature == "admin1" else 0.0
        )
    points = log10(place.population + 10) - 4.0 if place.feature != "admin2" else 0.0
    if place.bearing == "bare":
        return points + WEIGHTS["bare"]
    return points + (0.0 if place.bearing == "name" else WEIGHTS["alternate"])
