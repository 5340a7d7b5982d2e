"""The brief: the account in readable sentences, each with its citations, section by section.

Sentences are taken from cited claims or built from cited figures, names and days; ``check.py`` refuses any whose
numbers, names
or dates are not in what it cites, so that nothing is told that no report says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from rapidfuzz import fuzz

from reportedly.account.account import (
    Account,
    BriefSentence,
    Citation,
    ClaimEntry,
    Event,
    Story,
    TimelineEntry,
)
from reportedly.telling.check import unsupported
from reportedly.telling.counted import NO_NEWS, movement_of, tell_figures, value_of
from reportedly.telling.decided import decided_in
from reportedly.telling.held import held_by, tell_holdings
from reportedly.telling.lead import tell_lead
from reportedly.telling.nearness import Nearness
from reportedly.telling.phrasing import LONGEST, line_of, source_name, statement_of, words_of
from reportedly.telling.sentences import is_fragment, is_quotation, whole_sentence
from reportedly.telling.shelf import Shelf
from reportedly.telling.struck import tell_incidents
from reportedly.telling.timeline import best_telling, dated_line, is_ragged, tell_weightiest
from reportedly.telling.wording import as_sentence, say_day

__all__ = [
    "LONGEST",
    "NO_NEWS",
    "Told",
    "dated_line",
    "held_by",
    "movement_of",
    "tell_brief",
    "telling_claims",
    "value_of",
]

Section = Literal["lead", "happened", "claims", "figures", "disputed", "unconfirmed", "holdings", "changes"]
Told = tuple[str, tuple[Citation, ...]]
"""One sentence with what it cites."""

MOST_EVENTS, MOST_SOURCES, MOST_CLAIMS_OF_ONE, MOST_UNCONFIRMED = 14, 9, 2, 6
OPEN = ("expected", "planned", "possible", "likely")
"""Modes of what has not happened yet, or may not have."""
DAY = re.compile(r"^[^:“\"]*\d{4}\)?: ")
"""The day, or who spoke and when, before a line: "By 5 March 2024: ", "Ann Lee said (5 March 2024): "."""
PROSE = ("lead", "happened", "claims")
"""Sections that tell in words of the reports; no two of their lines say the same."""
SAME = 85
"""How alike two lines are, of 100, that say the same."""
SHORTEST = 20
"""Statements of fewer characters say too little to be told."""
BASE = 0.05
"""What a statement counts that has no word of what its story is about."""
QUOTED, COUNTED = 0.1, 0.05
"""What is added to the nearness of a statement in quoted words, and of one with figures."""
ALIKE = 75
"""How alike two statements are, of 100, for one to repeat the other."""


def tell_brief(account: Account, shelf: Shelf | None = None) -> tuple[BriefSentence, ...]:
    """The brief of every story, in the order of the sections; sentences that fail the citation check are left out."""
    shelf = shelf or Shelf(account)
    return tuple(sentence for story in account.stories for sentence in _tell_story(story, shelf))


def _tell_story(story: Story, shelf: Shelf) -> Iterable[BriefSentence]:
    tellers: tuple[tuple[Section, Callable[[Story, Shelf], Iterable[Told]]], ...] = (
        ("lead", tell_lead),
        ("happened", _happened),
        ("claims", _claims),
        ("figures", tell_incidents),
        ("figures", tell_figures),
        ("holdings", tell_holdings),
        ("disputed", _disputed),
        ("unconfirmed", _unconfirmed),
        ("changes", _changes),
    )
    told: set[str] = set()
    lines: list[str] = []
    for section, teller in tellers:
        for sentence, citations in teller(story, shelf):
            line = DAY.sub("", sentence).lower()
            if not sentence or sentence in told or (section in PROSE and _is_told(line, lines)):
                continue
            if not unsupported(sentence, citations, shelf):
                told.add(sentence)
                lines.append(line)
                yield BriefSentence(story.id, section, sentence, citations, decided_in(sentence, citations, shelf))


def _is_told(line: str, lines: Iterable[str]) -> bool:
    """Whether one of the lines says nearly the same words; their days may differ: one is that of the report."""
    return any(fuzz.ratio(line, other) > SAME for other in lines)


def _entries(story: Story, shelf: Shelf) -> list[TimelineEntry]:
    return [entry for entry in shelf.account.timeline if entry.story == story.id]


def _happened(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The weightiest events in order of their days; what is but a quotation is told with who says what."""
    lines = [entry for entry in _entries(story, shelf) if not is_quotation(entry.headline)]
    for entry in tell_weightiest(lines, shelf, MOST_EVENTS):
        yield dated_line(entry, shelf)


def _claims(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The sources that say most, each with its latest statements, quoted words first."""
    spoken: dict[str, list[ClaimEntry]] = {}
    in_story = set(story.reports)
    for claim in shelf.account.claims:
        name = source_name(claim, shelf)
        if (
            claim.report in in_story
            and name
            and claim.manner == "speech"
            and claim.source.kind in {"named", "organisation", "document", "unnamed"}
        ):
            spoken.setdefault(name, []).append(claim)
    near = Nearness(shelf)
    ranked = sorted(spoken.items(), key=lambda item: (-_standing(item[1], near), item[0]))[:MOST_SOURCES]
    for _, claims in ranked:
        for claim in telling_claims(claims, near):
            yield _said(claim, shelf)


def _said(claim: ClaimEntry, shelf: Shelf) -> Told:
    """The sentence that carries the claim, with its day, where it can stand by itself; else the claim in our words."""
    sentence = whole_sentence(claim, shelf)
    published = shelf.reports[claim.report].published
    if sentence is None or published is None:
        return statement_of(claim, shelf), shelf.cite_claim(claim)
    return f"{say_day(published)}: {as_sentence(shelf.account.shown(sentence))}", (sentence, *shelf.cite_claim(claim))


def _standing(claims: Sequence[ClaimEntry], near: Nearness) -> float:
    """How much a source has to say of what the story is about: its distinct statements by how near they are to that,
    those of named people and bodies counted twice.
    """
    distinct = {words_of(claim, near.shelf).lower(): BASE + near.of(claim) for claim in claims}
    return sum(distinct.values()) * (1 if claims[0].source.kind == "unnamed" else 2)


def telling_claims(claims: Sequence[ClaimEntry], near: Nearness) -> list[ClaimEntry]:
    """The statements of a source to show: denials first, then what is near to the story, quoted or counted before
    other words; none that nearly repeats another.
    """
    shelf = near.shelf
    good = [
        claim
        for claim in claims
        if SHORTEST <= claim.end - claim.start <= LONGEST and not is_ragged(claim) and not is_fragment(claim.text)
    ]
    good.sort(key=lambda claim: (claim.mode != "denied", -_worth(claim, near), claim.quote in {None, "indirect"}))
    chosen: list[ClaimEntry] = []
    for claim in good:
        if len(chosen) < MOST_CLAIMS_OF_ONE and not any(_is_alike(claim, other, shelf) for other in chosen):
            chosen.append(claim)
    return sorted(chosen, key=lambda claim: (shelf.number_of_report[claim.report], claim.start))


def _worth(claim: ClaimEntry, near: Nearness) -> float:
    return near.of(claim) + QUOTED * (claim.quote not in {None, "indirect"}) + COUNTED * bool(claim.figures)


def _is_alike(claim: ClaimEntry, other: ClaimEntry, shelf: Shelf) -> bool:
    return fuzz.token_set_ratio(words_of(claim, shelf).lower(), words_of(other, shelf).lower()) > ALIKE


def _disputed(story: Story, shelf: Shelf) -> Iterable[Told]:
    """Where reports contradict one another, open ones first."""
    rows = [row for row in shelf.disagreements_of_story(story.id) if row.status != "superseded"]
    for row in sorted(rows, key=lambda each: each.status != "open"):
        yield as_sentence(row.reason), shelf.cite_disagreement(row)


def _unconfirmed(story: Story, shelf: Shelf) -> Iterable[Told]:
    """What is only thought, expected or planned, and that no report tells as having happened."""
    events = [
        event
        for event in shelf.account.events
        if event.story == story.id and event.mode in OPEN and event.type != "other"
    ]
    events.sort(key=lambda event: (-event.independent_origins, event.earliest is None, event.earliest, event.id))
    told: list[str] = []
    for event in events:
        telling = best_telling(event, shelf)
        claim = shelf.claims[telling.claim or ""] if telling else None
        if claim is None or is_ragged(claim) or claim.mode not in OPEN:
            continue
        sentence, citations = _open_event(event, claim, shelf)
        if not is_fragment(sentence) and all(fuzz.token_set_ratio(sentence, other) <= ALIKE for other in told):
            told.append(sentence)
            yield sentence, citations
        if len(told) == MOST_UNCONFIRMED:
            return


def _open_event(event: Event, claim: ClaimEntry, shelf: Shelf) -> Told:
    sentence = whole_sentence(claim, shelf)
    if sentence:
        return f"{event.mode.capitalize()}: {as_sentence(shelf.account.shown(sentence))}", (sentence,)
    return f"{event.mode.capitalize()}: {line_of(claim, shelf)}", shelf.cite_claim(claim)


def _changes(story: Story, shelf: Shelf) -> Iterable[Told]:
    """How the account changed: values that later ones replaced, and what was withdrawn."""
    for row in shelf.disagreements_of_story(story.id):
        if row.status == "superseded":
            yield as_sentence(row.reason), shelf.cite_disagreement(row)
