"""What changed between two days: the account as it stood on each, laid side by side.

Things of the two accounts are matched by what stands in the texts (their spans, claims and figures), never by their
order, since a new report may join what was apart. Every sentence passes the same citation check as the brief.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from reportedly.account.account import (
    Account,
    Citation,
    ClaimEntry,
    Disagreement,
    Event,
    FigureEntry,
    Holding,
    Series,
    SeriesPoint,
)
from reportedly.reading.sentences import find_sentences
from reportedly.telling.brief import (
    NO_NEWS,
    dated_line,
    held_by,
    movement_of,
    telling_claims,
    value_of,
)
from reportedly.telling.check import unsupported
from reportedly.telling.nearness import Nearness
from reportedly.telling.phrasing import line_of, source_name, statement_of
from reportedly.telling.shelf import Shelf, merge_citations
from reportedly.telling.timeline import best_telling, is_ragged
from reportedly.telling.wording import as_sentence, say_day

ChangeKind = Literal["new", "revised", "withdrawn", "settled"]
Subject = Literal["story", "event", "figure", "holding", "disagreement", "claim", "voice"]
KINDS: tuple[ChangeKind, ...] = ("new", "revised", "withdrawn", "settled")
SUBJECTS: tuple[Subject, ...] = ("story", "event", "figure", "holding", "disagreement", "claim", "voice")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, in a sentence with what supports it; the spans are those of the later account."""

    story: str
    kind: ChangeKind
    subject: Subject
    sentence: str
    citations: tuple[Citation, ...]


def tell_changes(before: Account, after: Account) -> tuple[Change, ...]:
    """What the later account has that the earlier one had not, or had otherwise; by story, kind and subject."""
    pair = _Pair(before, after)
    found = [change for teller in TELLERS for change in teller(pair)]
    order = {story.id: number for number, story in enumerate(after.stories)}
    found.sort(key=lambda each: (order.get(each.story, 0), KINDS.index(each.kind), SUBJECTS.index(each.subject)))
    kept: dict[str, Change] = {}
    for change in found:
        if change.sentence and not unsupported(change.sentence, change.citations, pair.shelf):
            kept.setdefault(change.sentence, change)
    return tuple(kept.values())


class _Pair:
    """Two accounts of one archive, the earlier one laid out by what stands in the texts."""

    def __init__(self, before: Account, after: Account) -> None:
        self.before, self.after, self.shelf = before, after, Shelf(after)

    @cached_property
    def old_reports(self) -> frozenset[str]:
        return frozenset(report.id for report in self.before.reports)

    @cached_property
    def event_at(self) -> dict[Citation, Event]:
        """Earlier events by the spans of their tellings."""
        return {
            Citation(one.report, one.start, one.end): event for event in self.before.events for one in event.mentions
        }

    @cached_property
    def series_with(self) -> dict[str, Series]:
        """Earlier series by the ids of their figures."""
        return {point.figure: series for series in self.before.series for point in series.points}

    @cached_property
    def holding_of(self) -> dict[tuple[str, str], Holding]:
        """Earlier holdings by the names of place and holder."""
        names = {entity.id: entity.name for entity in self.before.entities}
        return {(names[row.place], names[row.holder]): row for row in self.before.holdings}

    @cached_property
    def voices(self) -> dict[str, list[ClaimEntry]]:
        """Later claims of those who have a name and speak for themselves, by that name."""
        found: dict[str, list[ClaimEntry]] = {}
        for claim in self.after.claims:
            name = source_name(claim, self.shelf)
            if name and claim.source.start is not None and claim.source.kind in {"named", "organisation"}:
                found.setdefault(name.lower().removeprefix("the "), []).append(claim)
        return found

    def is_new(self, report: str) -> bool:
        """Whether a report was published between the two days."""
        return report not in self.old_reports

    def story_of(self, report: str) -> str:
        """The later story of a report."""
        return self.shelf.reports[report].story


def _stories(pair: _Pair) -> Iterator[Change]:
    """Stories that were two and are one now, and those that were part of another one; each shown by what it tells.

    A story keeps its id as long as its first report is in it: of two that became one the older, of one that fell apart
    the part with the first report.
    """
    for story, formers in _matched(pair.after, pair.before).items():
        for former in formers[1:]:
            yield from _retold(story, "Now one with", pair.before, former)
    for _, stories in sorted(_matched(pair.before, pair.after).items()):
        for story in stories[1:]:
            yield from _retold(story, "Now apart", pair.after, story)


def _matched(account: Account, other: Account) -> dict[str, list[str]]:
    """Stories of an account, each with the stories of the other one whose first known report is in it."""
    home = {report: story.id for story in account.stories for report in story.reports}
    found: dict[str, list[str]] = {}
    for story in other.stories:
        if known := [home[report] for report in story.reports if report in home]:
            found.setdefault(known[0], []).append(story.id)
    return found


def _retold(story: str, words: str, account: Account, told: str) -> Iterator[Change]:
    """A change of stories, with the first line of the timeline of the one that is told of, or else its first words."""
    lines = [dated_line(entry) for entry in account.timeline if entry.story == told]
    lines += [(brief.sentence, brief.citations) for brief in account.brief if brief.story == told]
    lines += [_beginning(report.id, account) for report in account.reports if report.story == told]
    for sentence, citations in lines[:1]:
        yield Change(story, "revised", "story", f"{words}: {sentence}", citations)


def _beginning(report: str, account: Account) -> tuple[str, tuple[Citation, ...]]:
    """The first sentence of a report."""
    first = find_sentences(account.texts[report])[:1]
    cited = tuple(Citation(report, sentence.start, sentence.end) for sentence in first)
    return as_sentence(" ".join(account.shown(each) for each in cited)), cited


def _events(pair: _Pair) -> Iterator[Change]:
    """Lines of the timeline that a new report tells, of an event that no earlier report told."""
    for entry in pair.after.timeline:
        events = [pair.shelf.events[key] for key in entry.events]
        told = any(event.type != "other" and _former_event(event, pair) is None for event in events)
        if told and pair.is_new(entry.citations[0].report):
            yield Change(entry.story, "new", "event", *dated_line(entry))


def _former_event(event: Event, pair: _Pair) -> Event | None:
    spans = (Citation(one.report, one.start, one.end) for one in event.mentions)
    return next((pair.event_at[span] for span in spans if span in pair.event_at), None)


WORDS_OF_MODE = {"asserted": "Now told as having happened", "denied": "Now denied"}


def _modes(pair: _Pair) -> Iterator[Change]:
    """What was only expected or possible and is now told as done; what was told as done and is now denied."""
    for event in pair.after.events:
        former, telling = _former_event(event, pair), best_telling(event, pair.shelf)
        if former is None or former.mode == event.mode or event.mode not in WORDS_OF_MODE or telling is None:
            continue
        claim = pair.shelf.claims[telling.claim or ""]
        if pair.is_new(claim.report) and not is_ragged(claim):
            sentence = f"{WORDS_OF_MODE[event.mode]}: {line_of(claim, pair.shelf)}"
            kind: ChangeKind = "withdrawn" if event.mode == "denied" else "revised"
            yield Change(event.story, kind, "event", sentence, pair.shelf.cite_claim(claim))


def _figures(pair: _Pair) -> Iterator[Change]:
    """Series that are new, that moved, or of which somebody now gives another value."""
    for series in pair.after.series:
        former = _former_series(series, pair)
        if all(_figure(point, pair).relation in NO_NEWS for point in series.points):
            continue
        if former is None:
            yield Change(series.story, "new", "figure", *movement_of(series, pair.shelf))
        elif _value(former) != _value(series):
            yield _moved(former, series, pair)
        else:
            yield from _other_values(former, series, pair)


def _former_series(series: Series, pair: _Pair) -> Series | None:
    shared = [pair.series_with[point.figure] for point in series.points if point.figure in pair.series_with]
    return max(shared, key=lambda each: (len(each.points), each.id)) if shared else None


def _value(series: Series) -> tuple[float | None, float | None, float]:
    return series.current.low, series.current.high, series.current.best


def _figure(point: SeriesPoint, pair: _Pair) -> FigureEntry:
    return pair.shelf.figures[point.figure]


def _moved(former: Series, series: Series, pair: _Pair) -> Change:
    """From which value to which, each with its day and whoever gives it."""
    points = [_current_point(former), _current_point(series)]
    told = [_given(point, series, pair) for point in points]
    cited = [citation for point in points for citation in pair.shelf.cite_figure(_figure(point, pair))]
    sentence = as_sentence(f"{series.label}: from {told[0]} to {told[1]}")
    return Change(series.story, "revised", "figure", sentence, merge_citations(cited))


def _current_point(series: Series) -> SeriesPoint:
    """The last point that gives the current value."""
    same = [point for point in series.points if (point.low, point.high, point.best) == _value(series)]
    return (same or list(series.points))[-1]


def _given(point: SeriesPoint, series: Series, pair: _Pair) -> str:
    figure = _figure(point, pair)
    claim = pair.shelf.claims.get(figure.source_claim or "")
    source = source_name(claim, pair.shelf) if claim else None
    day = f" on {say_day(point.as_of)}" if point.as_of else ""
    return f"{value_of(figure, series.unit)}{day}{f' ({source})' if source else ''}"


def _other_values(former: Series, series: Series, pair: _Pair) -> Iterator[Change]:
    """Values that nobody gave before and that did not become the current one."""
    known = {(point.low, point.high, point.best) for point in former.points}
    for point in series.points:
        value = (point.low, point.high, point.best)
        if pair.is_new(point.report) and value not in known:
            known.add(value)
            sentence = as_sentence(f"{series.label}: also {_given(point, series, pair)}")
            yield Change(series.story, "new", "figure", sentence, pair.shelf.cite_figure(_figure(point, pair)))


def _disagreements(pair: _Pair) -> Iterator[Change]:
    """New ones by their kind of status, and those that were open and are so no more."""
    for row in pair.after.disagreements:
        formers = [other for other in pair.before.disagreements if _is_of_one(row, other)]
        if not formers and _is_news(row, pair):
            yield _disagreed(row, _kind_of(row), pair)
        elif formers and row.status == "superseded" and all(other.status == "open" for other in formers):
            yield _disagreed(row, "settled", pair)
    for row in pair.before.disagreements:
        if row.status == "open" and not any(_is_of_one(row, other) for other in pair.after.disagreements):
            yield _disagreed(row, "settled", pair)


def _kind_of(row: Disagreement) -> ChangeKind:
    """A value that a later one replaced was revised; a statement that was undone was withdrawn."""
    if row.status != "superseded":
        return "new"
    return "revised" if row.kind == "figure" else "withdrawn"


def _is_of_one(row: Disagreement, other: Disagreement) -> bool:
    """Whether two accounts tell of one disagreement: the sides of one are among those of the other."""
    first, second = {*row.claims, *row.figures}, {*other.claims, *other.figures}
    return row.kind == other.kind and (first <= second or second <= first)


def _is_news(row: Disagreement, pair: _Pair) -> bool:
    """Whether a new report is part of it."""
    claims = (pair.shelf.claims[key].report for key in row.claims)
    figures = (pair.shelf.figures[key].report for key in row.figures)
    return any(pair.is_new(report) for report in chain(claims, figures))


def _disagreed(row: Disagreement, kind: ChangeKind, pair: _Pair) -> Change:
    citations = pair.shelf.cite_disagreement(row)
    story = pair.story_of(citations[0].report) if citations else row.story
    return Change(story, kind, "disagreement", as_sentence(row.reason), citations)


def _holdings(pair: _Pair) -> Iterator[Change]:
    """Who holds a place that did not before, for another time than was told, or is now contested."""
    names = {entity.id: entity.name for entity in pair.after.entities}
    for row in pair.after.holdings:
        claims = [pair.shelf.claims[key] for key in row.claims if key in pair.shelf.claims]
        former = pair.holding_of.get((names[row.place], names[row.holder]))
        if claims and (former is None or _extent(former) != _extent(row)):
            kind: ChangeKind = "new" if former is None else "revised"
            yield Change(pair.story_of(claims[0].report), kind, "holding", *held_by(row, claims, pair.shelf))


def _extent(row: Holding) -> tuple[object, ...]:
    return row.earliest, row.latest, row.share, row.contested


def _denials(pair: _Pair) -> Iterator[Change]:
    """What somebody with a name denies for the first time."""
    for claim in pair.after.claims:
        told = claim.source.start is not None and not is_ragged(claim)
        if claim.mode == "denied" and told and pair.is_new(claim.report):
            yield _stated(claim, "claim", pair)


def _voices(pair: _Pair) -> Iterator[Change]:
    """Those who are quoted for the first time, each with what they have to say."""
    near = Nearness(pair.shelf)
    for claims in pair.voices.values():
        if all(pair.is_new(claim.report) for claim in claims):
            yield from (_stated(claim, "voice", pair) for claim in telling_claims(claims, near)[:1])


def _stated(claim: ClaimEntry, subject: Subject, pair: _Pair) -> Change:
    return Change(
        pair.story_of(claim.report), "new", subject, statement_of(claim, pair.shelf), pair.shelf.cite_claim(claim)
    )


TELLERS = (_stories, _events, _modes, _figures, _holdings, _disagreements, _denials, _voices)
