"""One attribution: a cue with its source and its statement, before it is cut into claims."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.phrases import Line
from reportedly.reading.reading import Relay
from reportedly.report import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue in ``line`` with its source and content.

    ``source`` is the source phrase (None: the outlet itself vouches or doubts), ``parts`` the content's pieces in order, ``whole`` says
    that the source of a neighbour was taken over.
    """

    line: Line
    cue: Cue
    source: Span | None
    parts: tuple[Span, ...]
    relays: tuple[Relay, ...] = field(default=())

    @property
    def cue_span(self) -> Span:
        """The characters of the cue."""
        return Span(self.line.tokens[self.cue.first].start, self.line.tokens[self.cue.last - 1].end)

    @property
    def hull(self) -> Span:
        """The content from its first to its last character."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def with_parts(self, parts: tuple[Span, ...]) -> Attribution:
        """The same attribution with other content."""
        return replace(self, parts=parts)

    def with_relays(self, relays: tuple[Relay, ...]) -> Attribution:
        """The same attribution with relays added."""
        return replace(self, relays=self.relays + relays)
