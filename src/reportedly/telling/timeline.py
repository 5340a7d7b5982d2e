"""The timeline: what happened, by the day on which it did, each line in the words of a report.

An event is told by its best telling: the sentence around the claim that carries it where that can stand by itself, else
the content of the claim. Events that one claim carries make one line. An event of another day that a sentence tells by
the way ("… freed 21 of the girls abducted in 2014") is told by the phrase that tells it, on a line of its own.
Only what somebody asserts to have happened stands here; hopes, plans and denials have their own places in the brief.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from reportedly.account.account import Account, Citation, ClaimEntry, Event, EventTelling, Story, TimelineEntry
from reportedly.telling.phrasing import is_accusation, line_of
from reportedly.telling.sentences import is_fragment, is_headline, leans, sentence_at, whole_sentence
from reportedly.telling.shelf import Shelf, merge_citations
from reportedly.telling.weights import is_outdated, weigh, weightiest, with_weights
from reportedly.telling.wording import as_sentence, say_day, say_days

LONGEST_HEADLINE = 220
GOOD_LENGTH = range(40, 200)
NEAR_THE_HEAD = 30
"""Characters of a claim within which its main event stands; later ones are background ("… after the tram derailed")."""
BACKGROUND = re.compile(
    r"(?:For|Over|In) (?:the (?:past|last) )?[\w-]+ (?:years|decades|months)\b(?! (?:later|after))", re.I
)
"""How sentences begin that tell what had long been so: "For three years, it was home to …"."""
SHOUTED = re.compile(r"(?:\b[A-Z]{3,}\b\W+){4}")


def tell_timeline(account: Account, shelf: Shelf | None = None) -> tuple[TimelineEntry, ...]:
    """The dated lines of all stories, by story, then by day; a line without a known day is not told."""
    shelf = shelf or Shelf(account)
    groups: dict[tuple[str, str, int | None], list[tuple[Event, EventTelling]]] = defaultdict(list)
    for event in account.events:
        telling = best_telling(event, shelf)
        if telling is not None and telling.claim and _has_happened(event, telling, shelf):
            apart = telling.start if telling.aside and is_by_the_way(event, telling, shelf) else None
            groups[event.story, telling.claim, apart].append((event, telling))
    entries = [_entry(story, claim, told, shelf) for (story, claim, _), told in groups.items()]
    order = {story.id: number for number, story in enumerate(account.stories)}
    entries.sort(key=lambda entry: (order.get(entry.story, 0), entry.date_earliest, entry.date_latest, entry.citations))
    kept = _without_echoes([entry for entry in entries if not is_fragment(entry.headline)])
    by_story: dict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in kept:
        by_story[entry.story].append(entry)
    return tuple(entry for story in account.stories for entry in _weighed(story, by_story[story.id], shelf))


def _weighed(story: Story, entries: Sequence[TimelineEntry], shelf: Shelf) -> list[TimelineEntry]:
    return with_weights(weigh(story, entries, shelf), entries, shelf) if entries else []


def tell_weightiest(entries: Sequence[TimelineEntry], shelf: Shelf, most: int) -> tuple[TimelineEntry, ...]:
    """At most ``most`` lines of each story, the weightiest, in their order; no two of them tell the same."""
    told: list[TimelineEntry] = []
    for story in shelf.account.stories:
        own = [entry for entry in entries if entry.story == story.id]
        told += weightiest(weigh(story, own, shelf), own, most) if own else []
    return tuple(told)


def _has_happened(event: Event, telling: EventTelling, shelf: Shelf) -> bool:
    """Whether it is told as having happened: what lies after the day of its report has not happened yet."""
    published = shelf.reports[telling.report].published
    if event.mode != "asserted" or event.earliest is None or event.latest is None:
        return False
    if BACKGROUND.match(shelf.account.shown(sentence_at(telling.report, telling.start, shelf))):
        return False
    return published is None or event.earliest <= published


def is_by_the_way(event: Event, telling: EventTelling, shelf: Shelf) -> bool:
    """Whether a telling's sentence is about another event, of other days, and only names this one beside it."""
    if telling.aside is None:
        return False
    sentence = sentence_at(telling.report, telling.start, shelf)
    main = [other for other, told in shelf.events_at(sentence) if told.aside is None and other.id != event.id]
    return bool(main) and all(_are_apart(event, other) for other in main)


def _are_apart(event: Event, other: Event) -> bool:
    days = (event.earliest, event.latest, other.earliest, other.latest)
    return None in days or days[1] < days[2] or days[3] < days[0]  # type: ignore[operator]


def best_telling(event: Event, shelf: Shelf) -> EventTelling | None:
    """The telling to show: whole, about the event, with numbers that hold, leaning on nothing, of a readable length, in
    the report's words, the earliest.
    """
    tellings = [telling for telling in event.mentions if telling.mode == event.mode and telling.claim in shelf.claims]
    if not tellings:
        return None
    return min(tellings, key=lambda telling: _rank(telling, shelf))


def _rank(telling: EventTelling, shelf: Shelf) -> tuple[bool, bool, bool, bool, bool, bool, bool, int, int]:
    claim = shelf.claims[telling.claim or ""]
    length = claim.end - claim.start
    return (
        is_ragged(claim) or is_accusation(claim, shelf),
        telling.aside is not None,
        is_outdated(Citation(claim.report, claim.start, claim.end), shelf),
        leans(shelf.account.shown(sentence_at(claim.report, claim.start, shelf))),
        length not in GOOD_LENGTH,
        claim.quote == "direct",
        telling.start - claim.start > NEAR_THE_HEAD,
        shelf.number_of_report[telling.report],
        telling.start,
    )


def is_ragged(claim: ClaimEntry) -> bool:
    """Whether the words are furniture of a page ("STAGE Site of …", a caption over two lines) or begin in
    mid-sentence.
    """
    begins_inside = claim.source.start is None and claim.text[:1].islower()
    scrap = "\n" in claim.text.strip() or SHOUTED.search(claim.text) is not None
    return begins_inside or scrap or is_headline(claim.text)


def _entry(story: str, claim_id: str, told: Sequence[tuple[Event, EventTelling]], shelf: Shelf) -> TimelineEntry:
    """The line of one claim; of several days that it tells, the one that is known best, of what it is about first."""
    claim = shelf.claims[claim_id]
    dated, first = min(told, key=lambda each: (each[1].aside is not None, each[0].date_precision, each[1].start))
    cited = [Citation(telling.report, telling.start, telling.end) for event, _ in told for telling in event.mentions]
    sentence = whole_sentence(claim, shelf)
    if first.aside is not None and is_by_the_way(dated, first, shelf):
        sentence = Citation(first.report, first.aside.start, first.aside.end)
    own = (sentence,) if sentence else shelf.cite_claim(claim)
    line = as_sentence(shelf.account.shown(sentence)) if sentence else line_of(claim, shelf, LONGEST_HEADLINE)
    return TimelineEntry(
        story=story,
        date_earliest=dated.earliest or date.min,
        date_latest=dated.latest or date.max,
        precision=dated.date_precision,
        headline=line,
        events=tuple(event.id for event, _ in told),
        citations=own + tuple(each for each in merge_citations(cited) if each not in own),
        independent_origins=max(event.independent_origins for event, _ in told),
        decided=tuple(dict.fromkeys(key for event, _ in told for key in event.decided)),
    )


def dated_line(entry: TimelineEntry, shelf: Shelf | None = None) -> tuple[str, tuple[Citation, ...]]:
    """A line of the timeline behind its day; what a report tells without a day happened by the day it was printed."""
    published = shelf.reports[entry.citations[0].report].published if shelf else None
    by_then = entry.date_latest == published and (entry.date_latest - entry.date_earliest).days == 1
    day = f"By {say_day(entry.date_latest)}" if by_then else say_days(entry.date_earliest, entry.date_latest)
    return f"{day}: {entry.headline}", entry.citations


def _without_echoes(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Lines that say the same words on the same days only once, the one with the most origins."""
    best: dict[tuple[str, date, str], TimelineEntry] = {}
    for entry in entries:
        key = (entry.story, entry.date_earliest, entry.headline.lower())
        if key not in best or best[key].independent_origins < entry.independent_origins:
            best[key] = entry
    return [entry for entry in entries if best[entry.story, entry.date_earliest, entry.headline.lower()] is entry]
