"""The brief: the account in readable sentences, each with its citations, section by section.

Sentences are taken from cited claims or built from cited figures, names and days; ``check.py`` refuses any whose
numbers, names
or dates are not in what it cites, so that nothing is told that no report says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal

from rapidfuzz import fuzz

from reportedly.account.account import (
    Account,
    BriefSentence,
    Citation,
    ClaimEntry,
    Disagreement,
    Event,
    FigureEntry,
    Holding,
    Series,
    Story,
    TimelineEntry,
)
from reportedly.telling.check import unsupported
from reportedly.telling.decided import decided_in
from reportedly.telling.phrasing import LONGEST, line_of, source_name, statement_of, words_of
from reportedly.telling.shelf import Shelf, merge_citations
from reportedly.telling.timeline import best_telling, is_ragged
from reportedly.telling.wording import as_sentence, say_day, say_days, say_list, say_value

Section = Literal["lead", "happened", "claims", "figures", "disputed", "unconfirmed", "holdings", "changes"]
Told = tuple[str, tuple[Citation, ...]]
"""One sentence with what it cites."""

MOST_EVENTS, MOST_SOURCES, MOST_CLAIMS_OF_ONE, MOST_SERIES, MOST_VALUES, MOST_UNCONFIRMED = 16, 9, 2, 10, 4, 8
NO_NEWS = {None, "elapsed", "duration", "age", "share"}
"""Relations of figures that do not say what became of the counted."""
SHORTEST = 20
"""Statements of fewer characters say too little to be told."""
ALIKE = 75
"""How alike two statements are, of 100, for one to repeat the other."""


def tell_brief(account: Account, shelf: Shelf | None = None) -> tuple[BriefSentence, ...]:
    """The brief of every story, in the order of the sections; sentences that fail the citation check are left out."""
    shelf = shelf or Shelf(account)
    return tuple(sentence for story in account.stories for sentence in _tell_story(story, shelf))


def _tell_story(story: Story, shelf: Shelf) -> Iterable[BriefSentence]:
    tellers: tuple[tuple[Section, Callable[[Story, Shelf], Iterable[Told]]], ...] = (
        ("lead", _lead),
        ("happened", _happened),
        ("claims", _claims),
        ("figures", _figures),
        ("holdings", _holdings),
        ("disputed", _disputed),
        ("unconfirmed", _unconfirmed),
        ("changes", _changes),
    )
    told: set[str] = set()
    for section, teller in tellers:
        for sentence, citations in teller(story, shelf):
            if sentence and sentence not in told and not unsupported(sentence, citations, shelf):
                told.add(sentence)
                yield BriefSentence(story.id, section, sentence, citations, decided_in(sentence, citations, shelf))


def _entries(story: Story, shelf: Shelf) -> list[TimelineEntry]:
    return [entry for entry in shelf.account.timeline if entry.story == story.id]


def _weight(entry: TimelineEntry, shelf: Shelf) -> tuple[int, int, int]:
    """How much stands behind a line: its reports, their origins, and how many of its events have a type."""
    events = [shelf.events[event] for event in entry.events]
    reports = {citation.report for citation in entry.citations}
    return (len(reports), entry.independent_origins, sum(event.type != "other" for event in events))


def _lead(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The event that most reports tell, the first of those; then the last one that is told of the story."""
    told = [entry for entry in _entries(story, shelf) if not unsupported(*dated_line(entry), shelf)]
    entries = [entry for entry in told if _is_typed(entry, shelf)] or told
    if not entries:
        return
    main = max(entries, key=lambda entry: (_weight(entry, shelf), -entry.date_earliest.toordinal()))
    yield dated_line(main)
    later = [entry for entry in entries if entry.date_earliest > main.date_latest and entry.headline[:1] != "“"]
    if later:
        yield dated_line(max(later, key=lambda entry: (entry.date_latest, _weight(entry, shelf))))


def _is_typed(entry: TimelineEntry, shelf: Shelf) -> bool:
    return any(shelf.events[event].type != "other" for event in entry.events)


def dated_line(entry: TimelineEntry) -> Told:
    """A line of the timeline behind its day."""
    day = say_days(entry.date_earliest, entry.date_latest)
    return f"{day}: {entry.headline}", entry.citations


def _happened(story: Story, shelf: Shelf) -> Iterable[Told]:
    """The weightiest events in order of their days."""
    entries = _entries(story, shelf)
    kept = sorted(entries, key=lambda entry: _weight(entry, shelf), reverse=True)[:MOST_EVENTS]
    for entry in entries:
        if entry in kept:
            yield dated_line(entry)


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
    ranked = sorted(spoken.items(), key=lambda item: (-_standing(item[1], shelf), item[0]))[:MOST_SOURCES]
    for _, claims in ranked:
        for claim in telling_claims(claims, shelf):
            yield statement_of(claim, shelf), shelf.cite_claim(claim)


def _standing(claims: Sequence[ClaimEntry], shelf: Shelf) -> int:
    """How much a source has to say: its distinct statements, those of named people and bodies counted twice."""
    distinct = len({words_of(claim, shelf).lower() for claim in claims})
    return distinct * (1 if claims[0].source.kind == "unnamed" else 2)


def telling_claims(claims: Sequence[ClaimEntry], shelf: Shelf) -> list[ClaimEntry]:
    """The statements of a source to show: denials, quotations and figures first, none that nearly repeats another."""
    good = [claim for claim in claims if SHORTEST <= claim.end - claim.start <= LONGEST and not is_ragged(claim)]
    good.sort(key=lambda claim: (claim.mode != "denied", claim.quote in {None, "indirect"}, not claim.figures))
    chosen: list[ClaimEntry] = []
    for claim in good:
        if len(chosen) < MOST_CLAIMS_OF_ONE and not any(_is_alike(claim, other, shelf) for other in chosen):
            chosen.append(claim)
    return sorted(chosen, key=lambda claim: (shelf.number_of_report[claim.report], claim.start))


def _is_alike(claim: ClaimEntry, other: ClaimEntry, shelf: Shelf) -> bool:
    return fuzz.token_set_ratio(words_of(claim, shelf).lower(), words_of(other, shelf).lower()) > ALIKE


def _figures(story: Story, shelf: Shelf) -> Iterable[Told]:
    """How the numbers moved: the series that most origins and most values stand behind."""
    series = [each for each in shelf.series_of_story(story.id) if _is_telling(each, shelf)]
    series.sort(
        key=lambda each: (
            -len({point.best for point in each.points}),
            -len({point.origin for point in each.points}),
            each.label,
        )
    )
    for each in series[:MOST_SERIES]:
        yield movement_of(each, shelf)


def _is_telling(series: Series, shelf: Shelf) -> bool:
    """Whether it says what became of the counted, and more than one report gives it; spans of time are no news."""
    relations = {shelf.figures[point.figure].relation for point in series.points}
    return len({point.report for point in series.points}) > 1 and bool(relations - NO_NEWS)


def value_of(figure: FigureEntry, unit: str) -> str:
    """The value as its report gives it, with its own unit where the series is kept in another one."""
    value = say_value(figure.low, figure.high, figure.best, figure.exclusive, figure.approximate)
    return value if figure.unit == unit else f"{value} {figure.unit}"


def movement_of(series: Series, shelf: Shelf) -> Told:
    """The values day by day, those of one day side by side; a day that only repeats the one before is left out."""
    days: dict[date | None, list[str]] = {}
    citations: list[Citation] = []
    for point in series.points:
        figure = shelf.figures[point.figure]
        value = value_of(figure, series.unit)
        citations += shelf.cite_figure(figure)
        if value not in days.setdefault(point.as_of, []):
            days[point.as_of].append(value)
    steps = list(days.items())
    moved = [step for place, step in enumerate(steps) if place == 0 or step[1] != steps[place - 1][1]]
    told = [f"{' or '.join(values[:MOST_VALUES])}{f' on {say_day(day)}' if day else ''}" for day, values in moved]
    return as_sentence(f"{series.label}: {', then '.join(told)}"), merge_citations(citations)


def _holdings(story: Story, shelf: Shelf) -> Iterable[Told]:
    """Who held which place, and according to whom."""
    in_story = set(story.reports)
    for holding in shelf.account.holdings:
        claims = _claims_of(holding, shelf)
        if claims and claims[0].report in in_story:
            yield held_by(holding, claims, shelf)


def _claims_of(holding: Holding, shelf: Shelf) -> list[ClaimEntry]:
    return [shelf.claims[claim] for claim in holding.claims if claim in shelf.claims]


def held_by(holding: Holding, claims: Sequence[ClaimEntry], shelf: Shelf) -> Told:
    """Who held a place, from when until when, and according to whom."""
    place, holder = shelf.entities[holding.place].name, shelf.entities[holding.holder].name
    share = f" ({holding.share:.0%} of it)" if holding.share is not None and holding.share < 1 else ""
    since = f", from {say_day(holding.earliest)}" if holding.earliest else ""
    until = f" until {say_day(holding.latest)}" if holding.latest else ""
    sources = list(dict.fromkeys(name for claim in claims if (name := source_name(claim, shelf))))
    credit = f", according to {say_list(sources[:3])}" if sources else ""
    contested = " Contested." if holding.contested else ""
    cited = [citation for claim in [*claims, *_that_end(holding, shelf)] for citation in shelf.cite_claim(claim)]
    cited += [
        near for party in (holding.place, holding.holder) for claim in claims for near in shelf.nearest(party, claim)
    ]
    return as_sentence(f"{place}: {holder}{share}{since}{until}{credit}.{contested}"), merge_citations(cited)


def _that_end(holding: Holding, shelf: Shelf) -> list[ClaimEntry]:
    """The claims of whoever held the place next: they tell until when this one did."""
    following = [
        other
        for other in shelf.account.holdings
        if other.place == holding.place
        and other.holder != holding.holder
        and other.earliest == holding.latest is not None
    ]
    return [claim for other in following for claim in _claims_of(other, shelf)]


def _disputed(story: Story, shelf: Shelf) -> Iterable[Told]:
    """Where reports contradict one another, open ones first."""
    rows = [row for row in shelf.disagreements_of_story(story.id) if row.status != "superseded"]
    for row in sorted(rows, key=lambda each: each.status != "open"):
        yield as_sentence(row.reason), cite_disagreement(row, shelf)


def cite_disagreement(row: Disagreement, shelf: Shelf) -> tuple[Citation, ...]:
    """What supports a disagreement: its claims and its figures."""
    citations = [citation for claim in row.claims for citation in shelf.cite_claim(shelf.claims[claim])]
    citations += [citation for figure in row.figures for citation in shelf.cite_figure(shelf.figures[figure])]
    return merge_citations(citations)


def _unconfirmed(story: Story, shelf: Shelf) -> Iterable[Told]:
    """What is only thought, expected, planned or denied, and that no report tells as having happened."""
    events = [
        event
        for event in shelf.account.events
        if event.story == story.id and event.mode != "asserted" and event.type != "other"
    ]
    events.sort(key=lambda event: (-event.independent_origins, event.earliest is None, event.earliest, event.id))
    told = 0
    for event in events:
        telling = best_telling(event, shelf)
        if telling is None or is_ragged(claim := shelf.claims[telling.claim or ""]):
            continue
        told += 1
        yield _open_event(event, claim, shelf)
        if told == MOST_UNCONFIRMED:
            return


def _open_event(event: Event, claim: ClaimEntry, shelf: Shelf) -> Told:
    return f"{event.mode.capitalize()}: {line_of(claim, shelf)}", shelf.cite_claim(claim)


def _changes(story: Story, shelf: Shelf) -> Iterable[Told]:
    """How the account changed: values that later ones replaced, and what was withdrawn."""
    for row in shelf.disagreements_of_story(story.id):
        if row.status == "superseded":
            yield as_sentence(row.reason), cite_disagreement(row, shelf)
