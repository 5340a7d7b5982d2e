"""Who held which place, in sentences: from when to when, according to whom, and who of those speaks for the holder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.account.account import Citation, ClaimEntry, Entity, Holding, Story
from reportedly.telling.phrasing import credited
from reportedly.telling.shelf import Shelf, merge_citations
from reportedly.telling.wording import MONTHS, as_sentence, say_day, say_few, say_list

Told = tuple[str, tuple[Citation, ...]]
MOST_SOURCES = 5
LONGEST_HOLDER = 40
WEEKS = 26
"""Days after the first, from which on a time is a month."""
FORCES = re.compile(r"\b(?:military|army|navy|troops|forces|militia|police|soldiers)\b", re.IGNORECASE)
"""Words for armed bodies: whoever speaks for one speaks for the side of troops that hold a place."""


def tell_holdings(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The holdings of a story, each as a sentence."""
    in_story = set(story.reports)
    for holding in shelf.account.holdings:
        claims = [shelf.claims[claim] for claim in holding.claims if claim in shelf.claims]
        if claims and claims[0].report in in_story:
            yield held_by(holding, claims, shelf)


def held_by(holding: Holding, claims: Sequence[ClaimEntry], shelf: Shelf) -> Told:
    """Who held a place, from when until when, and according to whom."""
    place, holder = shelf.entities[holding.place].name, _holder(holding, claims, shelf)
    extent = f" ({holding.share:.0%} of it)" if holding.share is not None and holding.share < 1 else ""
    since = f", from {_start(holding.earliest, claims, shelf)}" if holding.earliest else ""
    until = f" until {say_day(holding.latest)}" if holding.latest else ""
    sources = list(dict.fromkeys(name for claim in claims if (name := credited(claim, shelf))))
    credit = f", according to {say_list(sources[:MOST_SOURCES])}" if sources else ""
    contested = " Contested." if holding.contested else ""
    cited = [citation for claim in [*claims, *_that_end(holding, shelf)] for citation in shelf.cite_claim(claim)]
    cited += [
        near for party in (holding.place, holding.holder) for claim in claims for near in shelf.nearest(party, claim)
    ]
    side = _side(holding, claims, len(sources), shelf)
    return as_sentence(f"{place}: {holder}{extent}{since}{until}{credit}.{side}{contested}"), merge_citations(cited)


def _start(day: date, claims: Sequence[ClaimEntry], shelf: Shelf) -> str:
    """The first day; the month alone, where the claims tell no more."""
    times = [time for claim in claims for time in shelf.times_at(Citation(claim.report, claim.start, claim.end))]
    month = any(time.earliest == day and time.latest and (time.latest - day).days > WEEKS for time in times)
    return f"{MONTHS[day.month - 1]} {day.year}" if month else say_day(day)


def _holder(holding: Holding, claims: Sequence[ClaimEntry], shelf: Shelf) -> str:
    """The holder's name; of one without a name, the fullest description in the claims: "government troops"."""
    entity = shelf.entities[holding.holder]
    if not entity.name[:1].islower():
        return entity.name
    reports = {claim.report: claim for claim in claims}
    shown = [
        " ".join(shelf.account.shown(mention).split())
        for mention in entity.mentions
        for claim in claims
        if mention.report in reports and mention.report == claim.report and claim.start <= mention.start < claim.end
    ]
    return max([entity.name, *(words for words in shown if len(words) <= LONGEST_HOLDER)], key=len)


def _side(holding: Holding, claims: Sequence[ClaimEntry], sources: int, shelf: Shelf) -> str:
    """Which of several sources speak for the holder, or for an armed body where the holder is one."""
    holder = shelf.entities[holding.holder]
    own = [name for claim in claims if _speaks_for(claim, holder, shelf) and (name := credited(claim, shelf))]
    names = list(dict.fromkeys(own))
    if sources < 2 or not names:
        return ""
    who = "speaks" if len(names) == 1 else "speak"
    return f" Of these {say_few(sources)} sources, {say_list(names)} {who} for the holder's side."


def _speaks_for(claim: ClaimEntry, holder: Entity, shelf: Shelf) -> bool:
    source = shelf.entities.get(claim.source.entity or "")
    told = f"{claim.source.name or ''} {claim.source.affiliation or ''} {source.name if source else ''}"
    roles = " ".join(f"{role.title} {role.of or ''}" for role in source.roles) if source else ""
    if FORCES.search(holder.name):
        return FORCES.search(told) is not None
    return holder.name in roles or (source is not None and source.id == holder.id)


def _that_end(holding: Holding, shelf: Shelf) -> list[ClaimEntry]:
    """The claims of whoever held the place next: they tell until when this one did."""
    following = [
        other
        for other in shelf.account.holdings
        if other.place == holding.place
        and other.holder != holding.holder
        and other.earliest == holding.latest is not None
    ]
    return [shelf.claims[key] for other in following for key in other.claims if key in shelf.claims]
