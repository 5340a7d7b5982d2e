"""Whole sentences of reports: what reads best, where one can stand by itself."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from reportedly.account.account import Citation, ClaimEntry
from reportedly.reading.dictionary import is_ordinary
from reportedly.telling.shelf import Shelf

STOP = re.compile(r"[.!?][”\"’']*\s+(?=[“\"‘`A-Z])|\n")
END = re.compile(r"[.!?][”\"’']*$")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Col|Gen|Lt|Maj|Capt|Sgt|Brig|Adm|Cmdr|Gov|Sen|Rep|Rev|Prof|Jr|Sr|Inc|Ltd|Co|Corp|No|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.[”\"’']*\s+$"
)
LEANING = re.compile(
    r"(?:[“\"‘`]*(?:He|She|It|They|This|That|These|Those|But|And|Or|So|Yet|However|Meanwhile|Also|There|Here|His|Her|"
    r"Their|Its|Both|Such|Another|Others?|Then|Still|Instead|Now|Despite this|On that occasion|Previously|"
    r"Traditionally|Separately|Elsewhere|In (?:a|an) (?:separate|unrelated|related)|"
    r"The (?:\d+|two|three|latter|former|official|statement|spokes\w+|man|woman))\b|[a-z])"
)
"""How sentences begin that lean on the one before: they say nothing by themselves."""
LEANING_INSIDE = re.compile(
    r"(?<!not only )(?<!but )\balso\b|\b(?:meanwhile|likewise|as well|too)\b(?=[,.;]|$)|"
    r"\b[Tt]he (?:other|others|latter|former|remaining|same) (?:\w+ )?\w+|"
    r"^(?:The|All|Two|Three|Some|Most|None|One) of (?:them|those)\b|"
    r"^(?:\w+ )?(?:other|more) \w+ (?:was|were|had|have|survived)\b|"
    r"\b(?:in|of|after|before|during|from|by|since|survived|following) that \w+"
)
"""Words within a sentence that point at one before it: "Divers also found the other two men." """
UNNAMED = re.compile(r"The (?:[a-z][\w-]*(?=[ ,]) ?){1,5}")
"""An opening that takes for granted that a reader knows who is meant: "The boy fell …"."""
NAME = re.compile(r"[A-Z]")
QUOTATION = re.compile(r"[“\"](?:[^”\"\s]+\s+){3,}[^”\"\s]+[”\"]")
HANGING = re.compile(
    r"\b(?:the|an?|and|or|nor|of|since|at|from|into|during|than|because|whose|its|their|between|until)\W*(?:\([^()]*\)\W*)?$"
)
"""How words end that were cut off: "The ferry has been stuck since (Ann Lee)"."""
SHOUTED = re.compile(r"(?:\b[A-Z]{3,}\b\W+){3}|\bREAD MORE\b|\bUPDATE\b|\(Reuters\)|\(AP\)|\(AFP\)|-LRB-")
DATELINE = re.compile(r"\s*(?:[A-Z]{3,}[^.!?\n]{0,60}? (?:--?|–|—) |\([A-Z][A-Za-z]+\)\s*(?:(?:--?|–|—) )?)")
"""Where a report was written: "BERGEN, Norway (Fjord Wire) - "."""
SHORTEST, LONGEST = 30, 260
FAR = 700
"""Characters of the longest sentence that is looked at."""
WORDS = 5
WORD = re.compile(r"[^\W\d_]+")
LETTERS, MOSTLY = 3, 0.8
"""Letters of words that titles write with a capital, and the part of them that does."""
TEXTS, LINES = 512, 16384
"""Texts whose sentences are kept at hand, and lines and places of which it is kept how they read: the steps of the
telling ask for the same again and again.
"""


def whole_sentence(claim: ClaimEntry, shelf: Shelf, most: int = LONGEST) -> Citation | None:
    """The sentence around a claim, where it is of a readable length, holds the source by name and leans on nothing."""
    span = sentence_at(claim.report, claim.start, shelf)
    if span.end < claim.end or (claim.source.start is not None and not _holds(span, claim)):
        return None
    line = shelf.account.shown(span)
    return span if SHORTEST <= len(line) <= most and stands_alone(line) else None


@lru_cache(maxsize=LINES)
def stands_alone(line: str) -> bool:
    """Whether a sentence is whole and says something without the one before it."""
    marks = line.count("“") == line.count("”") and line.count('"') % 2 == 0 and line.count("(") == line.count(")")
    whole = END.search(line) is not None and len(line.split()) >= WORDS
    return marks and whole and LEANING.match(line) is None and SHOUTED.search(line) is None


@lru_cache(maxsize=LINES)
def leans(line: str) -> bool:
    """Whether a sentence points at one before it: "They were found there", "Divers also found the other two men"."""
    return LEANING.match(line) is not None or LEANING_INSIDE.search(line) is not None


@lru_cache(maxsize=LINES)
def is_headline(words: str) -> bool:
    """Whether nearly all longer words are capitalised, as in the titles of reports: "Ferry Runs Aground Off Lota"."""
    long = [word for word in WORD.findall(words) if len(word) > LETTERS]
    return len(long) >= WORDS and sum(word[0].isupper() for word in long) > MOSTLY * len(long)


def opens_unnamed(line: str) -> bool:
    """Whether a sentence begins with what it takes for known, and names nothing near it: "The collapse happened …"."""
    opening = UNNAMED.match(line)
    return opening is not None and NAME.match(line, opening.end()) is None


def sentence_at(report: str, at: int, shelf: Shelf) -> Citation:
    """The span of the sentence around a place in a report."""
    return Citation(report, *_sentence_around(shelf.account.texts[report], at))


@lru_cache(maxsize=LINES)
def _sentence_around(text: str, at: int) -> tuple[int, int]:
    start = max((end for end in _ends(text, max(0, at - FAR), at)), default=max(0, at - FAR))
    end = next((stop for stop in _ends(text, at, min(len(text), at + FAR)) if stop > at), min(len(text), at + FAR))
    dateline = DATELINE.match(text, start, end)
    start = dateline.end() if dateline and dateline.end() <= at else start
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def spans_of_sentences(report: str, shelf: Shelf) -> list[Citation]:
    """The sentences of a report in order, as far as their marks tell, without space around them."""
    return [Citation(report, start, end) for start, end in _sentences_of(shelf.account.texts[report])]


@lru_cache(maxsize=TEXTS)
def _sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    edges = [0, *_ends(text, 0, len(text)), len(text)]
    spans = []
    for start, end in pairwise(edges):
        line = text[start:end]
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            spans.append((first, first + len(line.strip())))
    return tuple(spans)


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where sentences end between two places; "Col." and "J." end none."""
    found = (match.end() for match in STOP.finditer(text, start, end + 1))
    return [stop for stop in found if stop <= end and not ABBREVIATION.search(text[max(0, stop - 12) : stop])]


def _holds(span: Citation, claim: ClaimEntry) -> bool:
    """Whether the source stands in the sentence, as more than a pronoun."""
    start, end = claim.source.start or 0, claim.source.end or 0
    return span.start <= start and end <= span.end and end - start > len("they")


def is_quotation(line: str) -> bool:
    """Whether a line begins with words of somebody, more than a phrase: “The hull is damaged,” said Ann Lee."""
    return QUOTATION.match(line) is not None


@lru_cache(maxsize=LINES)
def is_fragment(words: str) -> bool:
    """Whether a line says too little to be told: "An inquiry", "The talks", "The ferry has been stuck since"."""
    plain = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 1]
    return (
        len(plain) < WORDS - 1
        or HANGING.search(words) is not None
        or all(not is_ordinary(word.lower()) for word in plain)
    )
