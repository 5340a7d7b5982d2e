"""The timeline: what happened, by the day on which it did, each line in the words of a report.

An event is told by its best telling: the content of the claim that carries it. Events that one claim carries make one
line.
Only what somebody asserts to have happened stands here; hopes, plans and denials have their own places in the brief.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from reportedly.account.account import Account, Citation, Event, EventTelling, TimelineEntry
from reportedly.telling.phrasing import line_of
from reportedly.telling.shelf import Shelf, merge_citations

LONGEST_HEADLINE = 220
GOOD_LENGTH = range(40, 200)


def tell_timeline(account: Account, shelf: Shelf | None = None) -> tuple[TimelineEntry, ...]:
    """The dated lines of all stories, by story, then by day; a line without a known day is not told."""
    shelf = shelf or Shelf(account)
    groups: dict[tuple[str, str, date, date], list[tuple[Event, EventTelling]]] = defaultdict(list)
    for event in account.events:
        telling = best_telling(event, shelf)
        if (
            telling is not None
            and telling.claim
            and event.earliest
            and event.latest
            and _has_happened(event, telling, shelf)
        ):
            groups[event.story, telling.claim, event.earliest, event.latest].append((event, telling))
    entries = [_entry(story, claim, first, last, told, shelf) for (story, claim, first, last), told in groups.items()]
    order = {story.id: number for number, story in enumerate(account.stories)}
    entries.sort(key=lambda entry: (order.get(entry.story, 0), entry.date_earliest, entry.date_latest, entry.citations))
    return tuple(_without_echoes(entries))


def _has_happened(event: Event, telling: EventTelling, shelf: Shelf) -> bool:
    """Whether it is told as having happened: what lies after the day of its report has not happened yet."""
    published = shelf.reports[telling.report].published
    return event.mode == "asserted" and (published is None or event.earliest is None or event.earliest <= published)


def best_telling(event: Event, shelf: Shelf) -> EventTelling | None:
    """The telling to show: asserted, by somebody named if there is one, of a readable length, the earliest of those."""
    tellings = [telling for telling in event.mentions if telling.mode == event.mode and telling.claim in shelf.claims]
    if not tellings:
        return None
    return min(tellings, key=lambda telling: _rank(telling, shelf))


def _rank(telling: EventTelling, shelf: Shelf) -> tuple[bool, bool, int, int]:
    claim = shelf.claims[telling.claim or ""]
    length = claim.end - claim.start
    is_quoted = claim.quote == "direct"
    return (length not in GOOD_LENGTH, is_quoted, shelf.number_of_report[telling.report], telling.start)


def _entry(
    story: str, claim_id: str, first: date, last: date, told: Sequence[tuple[Event, EventTelling]], shelf: Shelf
) -> TimelineEntry:
    claim = shelf.claims[claim_id]
    cited = [Citation(telling.report, telling.start, telling.end) for event, _ in told for telling in event.mentions]
    own = shelf.cite_claim(claim)
    events = tuple(event.id for event, _ in told)
    return TimelineEntry(
        story=story,
        date_earliest=first,
        date_latest=last,
        precision=min(event.date_precision for event, _ in told),
        headline=line_of(claim, shelf, LONGEST_HEADLINE),
        events=events,
        citations=own + tuple(each for each in merge_citations(cited) if each not in own),
        independent_origins=max(event.independent_origins for event, _ in told),
    )


def _without_echoes(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Lines that say the same words on the same days only once, the one with the most origins."""
    best: dict[tuple[str, date, str], TimelineEntry] = {}
    for entry in entries:
        key = (entry.story, entry.date_earliest, entry.headline.lower())
        if key not in best or best[key].independent_origins < entry.independent_origins:
            best[key] = entry
    return [entry for entry in entries if best[entry.story, entry.date_earliest, entry.headline.lower()] is entry]
