"""Everything that answers are made from: the account laid out, its sentences, and what stands in each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from reportedly.account.account import Account, Citation, ClaimEntry, Entity, Event, FigureEntry, Series
from reportedly.reading.sentences import find_sentences
from reportedly.telling.ask.lexicon import alike, words_for
from reportedly.telling.ask.passages import PREFER_OWN, Passage, Passages, lines_of
from reportedly.telling.ask.question import Question, is_telling, term_of
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import as_sentence

FLOOR = 0.62
"""The least coverage of a passage that answers. Set by hand, checked on the questions of tests/telling/ask/table.py."""


TOLD, MOST_ORIGINS, UNDONE = 0.04, 5, 0.1
"""What each origin behind an event adds to its sentence, up to so many; what an event that is not done takes away."""


class Bench:
    """Look-ups over one account, made once and shared by all questions."""

    def __init__(self, account: Account, passages: Passages | None = None) -> None:
        self.account, self.shelf = account, Shelf(account)
        self.passages = passages or Passages(
            {report.id: lines_of(account.texts[report.id]) for report in account.reports}
        )

    @cached_property
    def series(self) -> dict[str, Series]:
        """Series by id."""
        return {series.id: series for series in self.account.series}

    @cached_property
    def _events_in(self) -> dict[str, list[tuple[Citation, Event]]]:
        found: defaultdict[str, list[tuple[Citation, Event]]] = defaultdict(list)
        for event in self.account.events:
            for telling in event.mentions:
                found[telling.report].append((Citation(telling.report, telling.start, telling.end), event))
        return found

    @cached_property
    def _claims_in(self) -> dict[str, list[ClaimEntry]]:
        found: defaultdict[str, list[ClaimEntry]] = defaultdict(list)
        for claim in self.account.claims:
            found[claim.report].append(claim)
        return found

    def events_at(self, citation: Citation) -> list[tuple[Citation, Event]]:
        """The events told in a citation, each with the span that tells it."""
        return [(at, event) for at, event in self._events_in.get(citation.report, ()) if _inside(at, citation)]

    def claims_at(self, citation: Citation) -> list[ClaimEntry]:
        """The claims that begin in a citation."""
        found = self._claims_in.get(citation.report, ())
        return [claim for claim in found if citation.start <= claim.start < citation.end]

    def figures_at(self, citation: Citation) -> list[FigureEntry]:
        """The figures in a citation."""
        return self.shelf.figures_at(citation)

    def named_at(self, citation: Citation, kinds: frozenset[str]) -> list[Entity]:
        """The entities of some kinds that are mentioned in a citation."""
        return [entity for entity in self.shelf.entities_at(citation) if entity.kind in kinds]

    def sentence_around(self, report: str, start: int) -> Citation:
        """The sentence in which a character stands."""
        spans = self._spans_of.get(report, ())
        return next((span for span in spans if span.start <= start < span.end), Citation(report, start, start + 1))

    @cached_property
    def _spans_of(self) -> dict[str, list[Citation]]:
        found: defaultdict[str, list[Citation]] = defaultdict(list)
        for span in self.passages.spans:
            found[span.report].append(span)
        return found

    def answering(self, question: Question, floor: float = FLOOR) -> Iterator[Passage]:
        """The sentences that cover enough of a question, on its days, each wording once."""
        told: set[str] = set()
        for passage in self.passages.find(question):
            words = self.words_of(passage.citation)
            if passage.coverage >= floor and words not in told and self.is_of_days(passage.citation, question):
                told.add(words)
                yield passage

    def most_told(self, question: Question) -> list[Passage]:
        """The answering sentences, those first whose event has most origins behind it and is told as done."""
        return sorted(self.answering(question), key=lambda each: -self._standing(each, question))

    def _standing(self, passage: Passage, question: Question) -> float:
        asked = [event for at, event in self.events_at(passage.citation) if self.is_asked(at, event, question)]
        origins = max((min(event.independent_origins, MOST_ORIGINS) for event in asked), default=0)
        undone = any(event.mode != "asserted" for event in asked) or has_word(self.words_of(passage.citation), "partly")
        return passage.coverage + PREFER_OWN * passage.own + TOLD * origins - (UNDONE if undone else 0.0)

    def is_asked(self, at: Citation, event: Event, question: Question) -> bool:
        """Whether the predicate of an event is among the words of a question, or means the same."""
        told = terms_in(f"{self.account.shown(at)} {event.predicate}")
        return any(term in told or alike(term) & told for term in question.terms)

    def words_of(self, citation: Citation) -> str:
        """The words of a sentence on one line."""
        return as_sentence(self.account.shown(citation))

    def is_of_days(self, citation: Citation, question: Question) -> bool:
        """Whether a sentence tells of the question's days, or stands in a report of them."""
        first, last = question.earliest, question.latest
        if first is None or last is None:
            return True
        published = self.shelf.reports[citation.report].published
        spans = [(time.earliest, time.latest) for time in self.shelf.times_at(citation)]
        spans += [(event.earliest, event.latest) for _, event in self.events_at(citation)] or [(published, published)]
        return any(start and end and start <= last and first <= end for start, end in spans)

    def share(self, terms: Sequence[str], words: Iterable[str]) -> float:
        """The weighed share of some terms that are among some words, or mean the same as one of them."""
        present = set(words)
        weights = {term: self.passages.weight(term) for term in terms}
        found = sum(weight for term, weight in weights.items() if term in present or alike(term) & present)
        return found / sum(weights.values()) if weights else 0.0


@lru_cache(maxsize=1 << 18)
def terms_in(text: str) -> frozenset[str]:
    """The dictionary forms of the telling words of a text; kept, since names and lines are asked again and again."""
    tokens = (token for sentence in find_sentences(text) for token in sentence.tokens)
    return frozenset(term_of(token) for token in tokens if is_telling(token))


def has_word(words: str, name: str) -> bool:
    """Whether a text has one of the words of a list of ``[words]``."""
    return not words_for(name).isdisjoint(words.lower().replace(",", " ").replace('"', " ").split())


def _inside(one: Citation, other: Citation) -> bool:
    return other.start <= one.start < other.end
