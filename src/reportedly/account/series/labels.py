"""What to call a series: words that say what is counted and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.account.occasions import ASIDE
from reportedly.account.scope import TABLE, Counted, Scope
from reportedly.data import word_set
from reportedly.reading.sentences import lemma_of

STEM = 5
"""Letters by which two words are of one stem: "arrests", "arrested"."""


def label_of(group: Sequence[Counted], founder: Counted, scope: Scope) -> str:
    """Words for the series: "people killed", "age of the coach", "price in dollars", "share of global trade"."""
    first = founder.figure
    said = (first.relation or "").replace("_", " ")
    whose = next((item.whose for item in group if item.whose), None)
    if scope.sort in {"measure", "money"}:
        what = said or ("sum" if scope.sort == "money" else "measure")
        return f"{what} of {whose}" if whose and scope.sort == "measure" else f"{what} in {first.unit}"
    if scope.sort == "share":
        whole = next((item.figure.share_of for item in group if item.figure.share_of), None)
        return f"{said or 'share'} of {whole}" if whole and said in {"", "share"} else f"{said or 'share'} in percent"
    counted = _counted(_as_printed(first.counted or scope.population or first.unit, first.text), said)
    where = f" in {founder.within}" if founder.within else ""
    occasion = "" if scope.occasion == ASIDE else scope.occasion
    return f"{counted} {said}{where} {occasion}".strip()


def _as_printed(counted: str, text: str) -> str:
    """The counted words with their capital letters: "US citizens", "Chibok schoolgirls"; a headline's are not kept."""
    words = [word.strip(".,;:()'\"“”") for word in text.split()[1:]]
    headline = len(words) > 1 and all(word[:1].isupper() for word in words)
    printed = {} if headline else {word.lower(): word for word in words}
    return " ".join(printed.get(word, word) for word in counted.split())


def _counted(counted: str, said: str) -> str:
    """What is counted, without saying twice what is said of it: "deaths", "arrests" become "people"."""
    before, _, head = counted.rpartition(" ")
    doubled = lemma_of(head.lower())[:STEM] == lemma_of(said)[:STEM]
    if said and (doubled or head.lower() in word_set(TABLE, "telling")):
        return "people" if head.lower() not in {"people"} else counted
    return f"{before} {head}".strip()
