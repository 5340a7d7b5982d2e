"""When, where, why, what happened, and whether it is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.account.account import Citation, Event, TimelineEntry
from reportedly.telling.ask.bench import Bench, has_word, terms_in
from reportedly.telling.ask.lexicon import alike
from reportedly.telling.ask.question import Question
from reportedly.telling.brief import Told, dated_line
from reportedly.telling.phrasing import source_name
from reportedly.telling.wording import as_sentence, say_days

PLACES = frozenset({"place", "facility"})
MOST_LINES, MOST_PASSAGES, MOST_DISPUTES = 8, 2, 2
LOCATING = ("where is", "where are", "where was", "where were", "where does")
LONGEST_DAYS = 45
"""A longer interval is no answer to "when"."""
COUNTS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine"}
UNDONE = {
    "denied": "Denied",
    "expected": "Only expected",
    "planned": "Only planned",
    "possible": "Only said to be possible",
    "likely": "Only said to be likely",
    "hypothetical": "Only supposed",
}


def answer_when(question: Question, bench: Bench) -> Iterator[Told]:
    """The day of the event that the best sentence tells, and that sentence."""
    for passage in bench.most_told(question):
        days = _days(passage.citation, question, bench)
        if days:
            yield f"{days}: {bench.words_of(passage.citation)}", (passage.citation,)
            return


def _days(citation: Citation, question: Question, bench: Bench) -> str | None:
    """The days of the event that is asked about; else those that the sentence names."""
    asked = [event for at, event in bench.events_at(citation) if bench.is_asked(at, event, question)]
    spans = [(event.earliest, event.latest) for event in asked]
    spans += [(time.earliest, time.latest) for time in bench.shelf.times_at(citation)]
    for first, last in spans:
        if first and last and (last - first).days <= LONGEST_DAYS:
            return say_days(first, last)
    return None


def answer_where(question: Question, bench: Bench) -> Iterator[Told]:
    """The best sentence that names a place which the question does not."""
    asked = set(question.terms)
    passages = bench.most_told(question)
    if question.text.lower().startswith(LOCATING):
        passages.sort(key=lambda each: not _says_where(each.citation, bench))
    for passage in passages:
        places = [
            entity
            for entity in bench.named_at(passage.citation, PLACES)
            if not terms_in(entity.name) <= asked and entity.name[:1].isupper()
        ]
        if places:
            yield bench.words_of(passage.citation), (passage.citation,)
            return


def _says_where(citation: Citation, bench: Bench) -> bool:
    """ "The mine lies north of the town" does."""
    return has_word(bench.words_of(citation), "located")


def answer_why(question: Question, bench: Bench) -> Iterator[Told]:
    """The sentences that tell a cause."""
    found = [(bench.words_of(passage.citation), passage.citation) for passage in bench.answering(question)]
    causal = [each for name in ("cause", "weak_cause") for each in found if has_word(each[0], name)]
    yield from ((words, (citation,)) for words, citation in causal[:MOST_PASSAGES])


def answer_happened(question: Question, bench: Bench) -> Iterator[Told]:
    """The lines of the timeline of a place, of somebody, or of days; those with most origins, in order of days."""
    entries = [entry for entry in bench.account.timeline if _is_of_days(entry, question)]
    wanted = question.terms
    if wanted:
        entries = [entry for entry in entries if _speaks_of(entry, question, bench)]
    chosen = sorted(entries, key=lambda entry: (-entry.independent_origins, -len(entry.citations)))[:MOST_LINES]
    yield from (dated_line(entry) for entry in entries if entry in chosen)


def _is_of_days(entry: TimelineEntry, question: Question) -> bool:
    if question.earliest is None or question.latest is None:
        return True
    return entry.date_earliest <= question.latest and question.earliest <= entry.date_latest


def _speaks_of(entry: TimelineEntry, question: Question, bench: Bench) -> bool:
    """Whether a line, or where and with whom its events are, has all words of the question."""
    events = [bench.shelf.events[key] for key in entry.events]
    keys = {key for event in events for key in (event.place, *event.actors, *event.recipients) if key}
    names = [bench.shelf.entities[key].name for key in keys]
    words = terms_in(" . ".join((entry.headline, *names)))
    return all(term in words or alike(term) & words for term in question.terms)


def answer_confirm(question: Question, bench: Bench) -> Iterator[Told]:
    """Who says that it happened, or that it did not; and what stands against it."""
    for passage in bench.most_told(question):
        events = [event for at, event in bench.events_at(passage.citation) if bench.is_asked(at, event, question)]
        cited = (passage.citation,)
        yield f"{_standing(events, passage.citation, bench)}: {bench.words_of(passage.citation)}", cited
        yield from _against(events, passage.citation, bench)
        return


def _standing(events: list[Event], citation: Citation, bench: Bench) -> str:
    """How firm it is, in words: "Two independent origins say so", "Only the mayor says so", "Denied"."""
    claims = bench.claims_at(citation)
    mode = events[0].mode if events else claims[0].mode if claims else "asserted"
    if mode in UNDONE:
        return UNDONE[mode]
    origins = max((event.independent_origins for event in events), default=1)
    if origins > 1:
        return f"{COUNTS.get(origins, 'Many')} independent origins say so"
    source = next((name for claim in claims if (name := source_name(claim, bench.shelf))), None)
    return f"Only {source or bench.shelf.reports[citation.report].outlet or 'one report'} says so"


def _against(events: list[Event], citation: Citation, bench: Bench) -> Iterator[Told]:
    claims = {claim.id for claim in bench.claims_at(citation)}
    claims |= {telling.claim for event in events for telling in event.mentions if telling.claim}
    rows = [row for row in bench.account.disagreements if claims & set(row.claims)]
    yield from ((as_sentence(row.reason), bench.shelf.cite_disagreement(row)) for row in rows[:MOST_DISPUTES])


def answer_open(question: Question, bench: Bench) -> Iterator[Told]:
    """The sentences that cover most of the question."""
    for told, passage in enumerate(bench.answering(question)):
        if told < MOST_PASSAGES:
            yield bench.words_of(passage.citation), (passage.citation,)
