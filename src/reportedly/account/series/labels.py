"""What to call a series: words that say what is counted and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.account.occasions import ASIDE
from reportedly.account.scope import TABLE, Counted, Scope, growing
from reportedly.data import load_table, word_set
from reportedly.reading.sentences import lemma_of

ANYBODY = frozenset({"person", "people", "individual", "human", "soul"})
"""Nouns for people of any sort."""
PRICES = frozenset({"price", "cost", "value"})
"""Relations of money that belong to something."""
REGION = 4
"""UCDP's where_precision up to which a place is no larger than a region."""
SEVERAL = 3
"""Figures of which one alone does not say what befell the counted."""
STEM = 5
"""Letters by which two words are of one stem: "arrests", "arrested"."""


def label_of(group: Sequence[Counted], founder: Counted, scope: Scope) -> str:
    """Words for the series: "people killed", "age of the coach", "price in dollars", "share of global trade"."""
    first = founder.figure
    said = (first.relation or "").replace("_", " ")
    whose = next((item.whose for item in group if item.whose), None)
    if scope.sort in {"measure", "money"}:
        what = said or ("sum" if scope.sort == "money" else "measure")
        if said == "magnitude":
            return "magnitude of the earthquake"
        if whose and scope.sort == "measure":
            return f"{what} of {whose}"
        return f"{what} of {whose} in {first.unit}" if whose and what in PRICES else f"{what} in {first.unit}"
    if scope.sort == "share":
        whole = next((item.figure.share_of for item in group if item.figure.share_of), None)
        return f"{said or 'share'} of {whole}" if whole and said in {"", "share"} else f"{said or 'share'} in percent"
    if len(group) >= SEVERAL and sum(item.figure.relation == first.relation for item in group) == 1:
        said = ""  # only one of them says it: "until the last six men are out"
    counted = _counted(_as_printed(first.counted or scope.population or first.unit, first.text), said)
    where = f" in {place}" if (place := founder.within or _only_place(group, scope)) else ""
    occasion = "" if scope.occasion == ASIDE else scope.occasion
    return " ".join(f"{counted} {_shown(said)}{where} {occasion}".split())


def _only_place(group: Sequence[Counted], scope: Scope) -> str | None:
    """Where the people were killed of whom one report tells; what several tell needs no place to be known by."""
    alone = len({item.figure.report for item in group}) == 1 and scope.part == "whole"
    if not alone or scope.measure not in growing() or scope.population != "people":
        return None
    return next((item.place_name for item in group if item.where and item.where.precision <= REGION), None)


def _shown(said: str) -> str:
    words = load_table(TABLE)["shown"].get(said, said)
    return str(words)


def _as_printed(counted: str, text: str) -> str:
    """The counted words with their capital letters: "US citizens", "Chibok schoolgirls"; a headline's are not kept."""
    words = [word.strip(".,;:()'\"“”") for word in text.split()[1:]]
    headline = len(words) > 1 and all(word[:1].isupper() for word in words)
    printed = {} if headline else {word.lower(): word for word in words}
    return " ".join(printed.get(word, word) for word in counted.split())


def _counted(counted: str, said: str) -> str:
    """What is counted, without saying twice what is said of it: "deaths", "arrests", "individuals" become "people",
    "dead Americans" are "Americans".
    """
    words = counted.split()
    while len(words) > 1 and words[-1].lower() in _words("trailing"):
        words.pop()
    before, head = words[:-1], words[-1] if words else ""
    doubled = lemma_of(head.lower())[:STEM] == lemma_of(said)[:STEM]
    if said and (doubled or head.lower() in word_set(TABLE, "telling")):
        return "people" if head.lower() not in {"people"} else counted
    if said and lemma_of(head.lower()) in ANYBODY:
        head = "people"
    if said:
        before = [word for word in before if word.lower() not in _words("adorning")]
    return " ".join([*before, head])


def _words(section: str) -> frozenset[str]:
    return frozenset(load_table(TABLE)[section]["words"])
