"""How near a timeline comes to one that was written by hand.

The measures are those of Martschat and Markert, "Improving ROUGE for Timeline Summarization" (EACL 2017): F1 over days,
and ROUGE-1 after every day was aligned, many to one, with the day of the other timeline that is nearest in time and in
words ("align+ m:1"). As there, words are compared without their endings and without words that stand in every text; as
endings go by the product's own lemmas and its own list of such words, scores can differ from ROUGE 1.5.5 in the third
place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from reportedly.account.names import function_words
from reportedly.reading.sentences import lemma_of

Lines = Mapping[date, Sequence[str]]
"""A timeline: the sentences of each of its days."""
WORD = re.compile(r"[^\W_]+")


def date_f1(said: Lines, gold: Lines) -> float:
    """F1 over days: a day counts only where it is exactly the same."""
    shared = len(set(said) & set(gold))
    return 2 * shared / (len(said) + len(gold)) if shared else 0.0


def aligned_rouge(said: Lines, gold: Lines) -> float:
    """ROUGE-1 F1 of aligned days ("align+ m:1"); what is aligned over a gap of ``n`` days counts 1/(n+1)."""
    return _f1(_aligned_share(said, gold), _aligned_share(gold, said))


def _aligned_share(side: Lines, other: Lines) -> float:
    """The share of one timeline's words that the day aligned with theirs has too."""
    counted = {day: (_printed(lines), _telling(lines)) for day, lines in other.items()}
    hits = total = 0.0
    for day, lines in side.items():
        printed, telling = _printed(lines), _telling(lines)
        total += telling.total()
        if counted:
            best = min(sorted(counted), key=lambda there: _cost(day, there, printed, counted[there][0]))
            hits += _nearness(day, best) * (telling & counted[best][1]).total()
    return hits / total if total else 0.0


def _cost(day: date, other: date, words: Counter[str], others: Counter[str]) -> float:
    """What aligning two days costs: nothing on the same day or with the same words."""
    shared = (words & others).total()
    alike = _f1(shared / words.total(), shared / others.total()) if shared else 0.0
    return (1 - _nearness(day, other)) * (1 - alike)


def _nearness(day: date, other: date) -> float:
    return 1 / (abs((day - other).days) + 1)


def _printed(lines: Sequence[str]) -> Counter[str]:
    """The words as they are printed: the costs of an alignment go by them."""
    return Counter(word for line in lines for word in line.split())


def _telling(lines: Sequence[str]) -> Counter[str]:
    """The words that ROUGE counts."""
    found = (word.lower() for line in lines for word in WORD.findall(line))
    return Counter(lemma_of(word) for word in found if word not in function_words())


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
