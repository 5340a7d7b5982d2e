"""The order of the stages of reading."""

from __future__ import annotations

from reportedly.reading.attribution import find_claims, find_credits
from reportedly.reading.coreference import resolve_mentions
from reportedly.reading.events import find_events
from reportedly.reading.figures import find_figures, find_toll
from reportedly.reading.linking import link_figures
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.places import find_places
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Reading
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report, Span

READER = "2"
"""The version of what reading gives; a stored reading of another version is made anew."""


class Reader:
    """Reads reports one at a time. It keeps no state between them: the same report always gives the same reading."""

    version = READER

    def read(self, report: Report) -> Reading:
        """What the report says; any text has a reading, be it an empty one."""
        sentences = find_sentences(report.text)
        quotes = find_quotes(report.text, sentences)
        times = find_times(report, sentences)
        named = find_mentions(report, sentences, times)
        places = find_places(report, sentences, named)
        settled = settle_kinds(named, places)
        counted = find_figures(report, sentences, times, settled)
        mentions, chains = resolve_mentions(report, sentences, settled, quotes)
        claims = find_claims(report, sentences, quotes, mentions, chains)
        figures = link_figures(report, sentences, counted, claims, times, places)
        events = find_events(report, sentences, mentions, chains, places, times, figures, claims)
        return Reading(
            report=report.id,
            reader=self.version,
            sentences=tuple(Span(sentence.start, sentence.end) for sentence in sentences),
            paragraphs=tuple(sentence.paragraph for sentence in sentences),
            quotes=quotes,
            mentions=mentions,
            chains=chains,
            times=times,
            places=places,
            figures=figures,
            claims=claims,
            events=events,
            credits=find_credits(report, sentences),
            toll=find_toll(sentences, mentions, figures),
        )
