"""The order of the stages of reading."""

from __future__ import annotations

from functools import cache
from typing import Literal

from reportedly.reading.attribution import find_claims, find_credits
from reportedly.reading.coreference import resolve_mentions
from reportedly.reading.encoder import Encoder
from reportedly.reading.events import find_events
from reportedly.reading.figures import find_figures, find_toll
from reportedly.reading.furniture import part_furniture
from reportedly.reading.linking import link_figures
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.places import find_places
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Reading
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report, Span

READER = "4"
"""The version of the rules of reading."""


@cache
def installed_encoder() -> Encoder:
    """The reading model that comes with the package, loaded once for all readers of this process.

    Raises:
        ModelError: a file of it is missing or damaged.
    """
    return Encoder.load()


class Reader:
    """Reads reports one at a time. It keeps no state between them: the same report always gives the same reading.

    Without an encoder (``Reader(None)``) a report is read by rules alone: faster, and less well.
    """

    def __init__(self, encoder: Encoder | Literal["installed"] | None = "installed") -> None:
        self.encoder = installed_encoder() if encoder == "installed" else encoder

    @property
    def version(self) -> str:
        """The versions of the rules and of the model: a stored reading of other ones is made anew."""
        return f"{READER}/{self.encoder.version if self.encoder else 'rules'}"

    def read(self, report: Report) -> Reading:
        """What the report says; any text has a reading, be it an empty one."""
        everything = find_sentences(report.text)
        sentences, furniture = part_furniture(report.text, everything)
        words = [[token.text for token in sentence.tokens] for sentence in sentences]
        encoded = self.encoder.read(words) if self.encoder else None
        quotes = find_quotes(report.text, sentences)
        times = find_times(report, sentences)
        named = find_mentions(report, sentences, times, encoded)
        places = find_places(report, sentences, named)
        settled = settle_kinds(named, places, encoded)
        counted = find_figures(report, sentences, times, settled)
        mentions, chains = resolve_mentions(report, sentences, settled, quotes, encoded)
        claims = find_claims(report, sentences, quotes, mentions, chains, encoded)
        figures = link_figures(report, sentences, counted, claims, times, places)
        events = find_events(report, sentences, mentions, chains, places, times, figures, claims, encoded)
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
            credits=find_credits(report, everything),
            toll=find_toll(sentences, mentions, figures),
            furniture=furniture,
        )
