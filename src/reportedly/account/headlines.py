"""What to call a story: the words of one of its reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.account.names import common_words, name_words
from reportedly.reading.reading import Reading
from reportedly.report import Report, Span

LEAST, LONGEST = 40, 90
"""Characters of a title that is cut from a lead sentence."""
CLAUSE = re.compile(
    r", | (?:after|although|amid|as|because|before|despite|following|since|so|that|though|to|when|where|which|while|"
    r"who|whose|and (?:he|it|she|they)|[a-z]+ing) "
)
PHRASE = re.compile(r" (?:at|by|during|for|from|in|into|near|off|on|over|through|under|with|within) ")
DATELINE = re.compile(r"^[^a-z]{3,60}?(?:\([^)]{1,40}\))?\s*[-–—:]{1,2}\s+")
"""BANGKOK (Reuters) - …"""
BYLINE_WORD = re.compile(r"[A-Z\d][^\s]*|and|for|from|in|of|the|with|[ap]\.?m\.?|\W+")
TAIL = re.compile(r"[\s,;:–—-]+$")


def title_of(reports: Sequence[Report], readings: Mapping[str, Reading]) -> str:
    """The title that uses most of the story's common words, else the beginning of a first sentence that does.

    Args:
        reports: of the story, the earliest first; not empty.
        readings: by report id.
    """
    titled = [(report.title or "").strip() for report in reports]
    leads = titled if any(titled) else [_lead(report, readings.get(report.id)) for report in reports]
    spread = Counter(word for lead in leads for word in set(_telling(lead)))
    return max(leads, key=lambda lead: (_centrality(lead, spread), -leads.index(lead))) or reports[0].id


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote it, and when: "By ANN MARN in Lota, 2024/03/05 18:20".

    "By Saturday every ship had passed" tells something.
    """
    by, *words = line.split() or [""]
    return by.lower() == "by" and bool(words) and all(BYLINE_WORD.fullmatch(word) for word in words)


def _telling(lead: str) -> tuple[str, ...]:
    return tuple(word for word in name_words(lead) if word not in common_words())


def _centrality(lead: str, spread: Counter[str]) -> float:
    """How many other leads use its words, per word: a short lead of common words is the best title."""
    words = _telling(lead)
    return sum(spread[word] for word in set(words)) / (4 + len(lead.split())) if words else 0.0


def _lead(report: Report, reading: Reading | None) -> str:
    """What the first sentence tells, without its dateline and who says it, cut at a boundary where it is long."""
    sentences = reading.sentences if reading else ()
    telling = (each for each in sentences if not is_byline(report.shown(each)))
    span = next(telling, Span(0, min(len(report.text), 300)))
    said = _said(span, reading) if reading else None
    sentence = " ".join(DATELINE.sub("", report.shown(said or span)).split()).rstrip(".,;: ")
    return _shortened(sentence[:1].upper() + sentence[1:])


def _said(sentence: Span, reading: Reading) -> Span | None:
    """What somebody says in a sentence, where it is the most of it: "The ministry said [the bridge is shut]"."""
    contents = (
        claim.parts[0]
        for claim in reading.claims
        if claim.cue is not None and claim.quote != "direct" and claim.manner == "speech" and claim.parts
    )
    inside = (each for each in contents if sentence.start <= each.start and each.end <= sentence.end)
    return next((each for each in inside if (each.end - each.start) * 2 > sentence.end - sentence.start), None)


def _shortened(sentence: str) -> str:
    """A sentence as a title: up to where its first clause ends, else to the last phrase that there is room for."""
    if len(sentence) <= LONGEST:
        return sentence
    for boundary, wanted in ((CLAUSE, 0), (PHRASE, -1)):
        cuts = [match.start() for match in boundary.finditer(sentence) if LEAST < match.start() <= LONGEST]
        if cuts:
            return TAIL.sub("", sentence[: cuts[wanted]])
    return TAIL.sub("", sentence[:LONGEST].rpartition(" ")[0] or sentence[:LONGEST]) + " …"
