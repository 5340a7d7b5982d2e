"""What the words around a count make of it: a part of a whole, of several deeds together, a former report, a guess.

"Three of the victims", "the names of two men" and "three shot in the leg and another in the arm" are no counts of all;
two counts contradict each other only where neither is a part of the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.account.account import FigureEntry
from reportedly.account.countries import leading_country
from reportedly.account.names import name_words
from reportedly.account.scope import counts_things, population_of
from reportedly.account.voices import Voices
from reportedly.data import word_set

TABLE = "account/measures.toml"
PARTITIVE = re.compile(r"\bof (?:the|those|these|them|their|its)\b")
VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|several|few|couple|half|many)\b", re.IGNORECASE)
HEDGED = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|fear(?:s|ed)?|would)\b(?: (?:be|have|reach|rise|been|that|to|as|high))"
    r"{0,4} [“\"'`‘ ]*$",
    re.IGNORECASE,
)
""" "May be 50,000" contradicts no count."""
SOME = re.compile(
    r"\b(?:identit(?:y|ies)|names?|photos?|pictures?|conditions?|famil(?:y|ies)|relatives|funerals?)(?: and \w+)? of "
    r"(?:the |all )?$"
    r"|\b(?:the|his|her|their) (?:next|first|other|last|remaining) $|\bincluding (?:at least )?$",
    re.IGNORECASE,
)
""" "The names of three victims", "the next two", "including four people" are of some of them."""
INCREMENT = re.compile(r"\b(?:another|others?|more(?! than))\b", re.IGNORECASE)
""" "Another three", of those in one hospital of several."""
GRAVE = re.compile(
    r"\b(?:critical|serious|severe|bad|life[- ]threatening|minor|slight|superficial)(?:ly)?\b",
    re.IGNORECASE,
)
""" "Three critically injured" are some of the injured."""
NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|another|\d+)"
LISTED = re.compile(
    rf"^[^.;,]{{0,24}}\b(?:and|plus) {NUMBER}\b(?: (?P<noun>\w+))?"
    rf"|^ (?:in|at|near) [^.;,]{{1,24}}, (?:and )?{NUMBER} (?:\w+ )?(?:in|at|near)\b"
    r"|^[^.;,]{0,24}\b(?:and then|also)\b|^[^.;,]{0,40}\balso (?:was|were)\b"
    r"|^[^.;]{0,70}\ba (?:second|third|fourth|fifth|sixth|seventh|eighth) "
    r"|^[^.;,]{0,60}\band (?:another|the (?:other|fourth|fifth|sixth))\b|^[^.;,]{0,24}\bbefore\b",
    re.IGNORECASE,
)
""" "Two city officers and a deputy" are parts of a whole; "killed two people before …" tells the first of several."""
JOINED = re.compile(
    r"\b(?:an?|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d[\d,]*) "
    r"(?P<whom>(?:[\w’'-]+ ){1,3})and (?:the |all )?$",
    re.IGNORECASE,
)
""" "A woman and two men" are one count; "three people were killed and 41 miners were trapped" are two."""
VERB = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|died|\w+ed)\b", re.IGNORECASE)
LOOKED_AT = 84
"""Characters after a count in which others are listed beside it."""
HURT = frozenset({"injured", "shot", "hospitalised", "wounded"})
COMPOUND = re.compile(r"\b[\w]+-(?:person|man|woman|member|officer|vehicle|car)\b", re.IGNORECASE)
""" "Two-person squads" counts no two people."""
SEVERAL = re.compile(
    r"\b(?:separate|string of|series of|pair of|two|three|four|five|six|\d+) (?:\w+ )?"
    r"(?:shootings|attacks|incidents|crashes|explosions|blasts)\b"
    r"|\b(?:shootings|attacks|incidents|crashes|explosions|blasts) (?:across|around|throughout|over|all over)\b",
    re.IGNORECASE,
)
""" "Seven hurt in four shootings" is no count of one of them."""
NO_COUNT = re.compile(
    r"^ ?- ?(?:years?|months?|weeks?|days?|hours?|minutes?|foot|feet|miles?|met(?:re|er)s?|points?|magnitude|story)\b"
    r"|^[^.;,]{0,24}\b(?:died|dead|killed) (?:at the scene|on the spot|instantly|(?:in|at) (?:the |a )?hospital)\b"
    r"|^ ?/ ?\w|^[^.;,]{0,40}\b(?:daily|annually|yearly|(?:a|per|each|every) (?:day|week|month|year|hour))\b",
    re.IGNORECASE,
)
""" "16 - year - old", a part of an address, and so many a day are no counts of all; nor is "from 8 to 12"."""
STAYING = re.compile(
    r"^\s*(?:who )?(?:still )?(?:remains?|remained|stays?|stayed)\b|^\s*(?:who )?(?:is|are|was|were) still\b",
    re.IGNORECASE,
)
DOER = (
    r"(?:himself|herself|themselves|the (?:\w+ )?"
    r"(?:gunman|shooter|suspect|attacker|killer|bomber|assailant|driver|pilot|perpetrator)s?)"
)
WITH_DOER = re.compile(rf"\b(?:including|counting|among them) {DOER}\b", re.IGNORECASE)
BESIDE_DOER = re.compile(
    r"\b(?:and|then|besides|not (?:including|counting)) "
    rf"(?:(?:fatally )?(?:shot|killed|shoot|kill|turned the gun on) )?{DOER}\b"
    rf"(?! (?:\w+ed|then|ran|fled|who|was|were|is|are|had|has)\b)"
    r"|\bbefore (?:\w+ ){0,2}(?:himself|herself|his own|her own|the gun on)\b",
    re.IGNORECASE,
)
""" "Three people and himself" is one fewer than "four dead"."""
FORMER = re.compile(
    r"\b(?:initial|earlier|early|first|previous|preliminary) (?:\w+ )?"
    r"(?:reports?|accounts?|statements?|counts?|figures?|tolls?|estimates?)\b"
    r"|\b(?:initially|originally|previously|at first|had earlier)\b",
    re.IGNORECASE,
)
""" "Initial reports said four": the report that says so has another value now."""
FORMER_WITHIN = 90
"""Characters before a value in which it is said to be a former one."""
DOER_WITHIN = 70
WIDE = re.compile(
    r"\bworldwide\b|\b(?:around|across|throughout|in) the world\b|\bglobal(?:ly)?\b|\bin \d+ countries\b", re.IGNORECASE
)
SPREAD = re.compile(r"\b(?:most|mostly|mainly|majority)\b(?: of (?:them|those|these))?,? in\b", re.IGNORECASE)
CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w.]*")
ABROAD = 2
"""Countries in a sentence from which on its counts are those of each."""
OPENING = 700
"""Characters at the head of a report that tell where it is."""
MANY = 5
"""Countries in a sentence from which on it is a list."""
CLAUSE = re.compile(r"[.;,:(—–]|\b(?:but|while|with|including)\b|\band (?=\w+ \w+(?:ly|al)\b)")
"""What ends the words that say how badly the counted are hurt: "40 injured, three of them critically"."""


def is_vague(figure: FigureEntry) -> bool:
    """Whether a figure is of some of those, or names no number."""
    return bool(PARTITIVE.search(figure.text) or VAGUE.search(figure.text))


def is_of_some(figure: FigureEntry, voices: Voices) -> bool:
    """Whether the words around a count make it one of some of those, or a guess: "the names of three victims", "one
    remains", "may be 50,000".
    """
    text = voices.reports[figure.report].text
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + LOOKED_AT]
    listed = counts_things(figure) and (_is_listed(figure, after) or _is_joined(before))
    some = SOME.search(before) or STAYING.match(after) or COMPOUND.search(figure.text) or HEDGED.search(before)
    grows = figure.text.lower().startswith("from ")
    none = counts_things(figure) and (NO_COUNT.match(after) or before.rstrip().endswith("/") or grows)
    return listed or bool(some or none)


def _is_joined(before: str) -> bool:
    """Whether a count is the last of a list of counts."""
    match = JOINED.search(before)
    return match is not None and VERB.search(match["whom"]) is None


def _is_listed(figure: FigureEntry, after: str) -> bool:
    """Whether others of the same sort are counted beside it; "five officers and four civilians" has all officers."""
    match = LISTED.match(after)
    if match is None:
        return False
    noun = population_of((match["noun"] or "").lower())
    corps = population_of(figure.counted.rpartition(" ")[2]) in word_set(TABLE, "uniformed")
    return not (corps and noun in word_set(TABLE, "outsiders"))


def are_of_one_place(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether two counts can be of one country: "83 in Mexico" is no count of those who died "around the world"."""
    told = [(_country(each, voices), voices.sentence(each.report, each.start)) for each in (first, second)]
    if counts_things(first) and any(len(set(_countries(sentence).values())) >= MANY for _, sentence in told):
        return False
    if all(country for country, _ in told):
        return told[0][0] == told[1][0]
    homes = [_homes(voices.reports[each.report].text) for each in (first, second)]
    if any(country and home and country not in home for (country, _), home in zip(told, reversed(homes), strict=True)):
        return False
    here, other = sorted(told, key=lambda item: item[0] is None)
    wide = WIDE.search(other[1]) or SPREAD.search(other[1])
    return here[0] is None or not (wide or len(_countries(here[1])) >= ABROAD)


@lru_cache(maxsize=4096)
def _homes(text: str) -> frozenset[str]:
    """The countries that a report names at its head."""
    return frozenset(_countries(text[:OPENING]).values())


def _country(figure: FigureEntry, voices: Voices) -> str | None:
    """The country named nearest to a figure in its sentence, if any; "most in Mexico" is of more than one."""
    sentence = voices.sentence(figure.report, figure.start)
    if SPREAD.search(sentence):
        return None
    at = sentence.find(figure.text)
    return min(((abs(start - at), code) for start, code in _countries(sentence).items()), default=(0, None))[1]


def _countries(sentence: str) -> dict[int, str]:
    """Where a sentence names each of its countries first."""
    found: dict[str, int] = {}
    for match in CAPITAL.finditer(sentence):
        leading = leading_country(name_words(sentence[match.start() :][:LOOKED_AT]))
        if leading:
            found.setdefault(leading[0], match.start())
    return {start: code for code, start in found.items()}


def is_increment(figure: FigureEntry) -> bool:
    """Whether a figure is told beside others: "another three"."""
    return INCREMENT.search(figure.text) is not None


def are_of_one_whole(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether neither count is a part of the other.

    A smaller count of those who were hurt badly, and a larger one of several deeds together, are such; the other way
    round no number can be right.
    """
    few, many = sorted((first, second), key=lambda figure: figure.best)
    part = _is_grave(few, voices) and not _is_grave(many, voices)
    return not part and not (_is_of_several(many, voices) and not _is_of_several(few, voices))


def _is_grave(figure: FigureEntry, voices: Voices) -> bool:
    """Whether a count is of those who were hurt badly, or lightly, as its own clause says."""
    text = voices.reports[figure.report].text
    after = CLAUSE.split(text[figure.end : figure.end + 60])[0]
    return figure.relation in HURT and GRAVE.search(f"{figure.text} {after}") is not None


def _is_of_several(figure: FigureEntry, voices: Voices) -> bool:
    """Whether a count is of several deeds together."""
    return figure.relation != "age" and SEVERAL.search(voices.sentence(figure.report, figure.start)) is not None


def doer(figure: FigureEntry, voices: Voices) -> int:
    """1 where a count says that it has whoever did it among the dead, -1 where it leaves him out, 0 where it is silent.

    "Four people, including the gunman"; "killed three people and then himself".
    """
    text = voices.reports[figure.report].text
    around = text[max(0, figure.start - DOER_WITHIN) : figure.end + DOER_WITHIN]
    after = re.split(r"[.!?]\s", text[figure.end : figure.end + DOER_WITHIN])[0]
    return 1 if WITH_DOER.search(around) else -1 if BESIDE_DOER.search(after) else 0


def is_former(figure: FigureEntry, voices: Voices) -> bool:
    """Whether the report says that it was told before: "initial reports said four"."""
    sentence = voices.sentence(figure.report, figure.start)
    text = voices.reports[figure.report].text[max(0, figure.start - FORMER_WITHIN) : figure.start]
    return FORMER.search(text[-len(sentence) :]) is not None
