"""One attribution: a cue with its source and its statement, before it is cut into claims."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lines import Line
from reportedly.reading.reading import Relay
from reportedly.records import quicken, replace
from reportedly.report import Span


@quicken
@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue in ``line`` with its source and content.

    ``source`` is the source phrase (None: the outlet itself vouches or doubts), ``parts`` the content's pieces in
    order. ``named`` is where the source's name stands when the source phrase is a relative: "the mayor, who said C".
    ``nested`` says that the whole stands inside another's statement. ``elsewhere`` is the line of the source where that
    is not the cue's.
    """

    line: Line
    cue: Cue
    source: Span | None
    parts: tuple[Span, ...]
    relays: tuple[Relay, ...] = ()
    named: Span | None = None
    nested: bool = False
    elsewhere: Line | None = None

    @property
    def source_line(self) -> Line:
        """The line that the source phrase stands in."""
        return self.elsewhere or self.line

    @property
    def cue_span(self) -> Span:
        """The characters of the cue."""
        return self.line.span(self.cue.first, self.cue.last)

    @property
    def paragraph(self) -> int:
        """The paragraph of the cue."""
        return self.line.sentence.paragraph

    @property
    def hull(self) -> Span:
        """The content from its first to its last character."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def with_parts(self, parts: tuple[Span, ...]) -> Attribution:
        """The same attribution with other content."""
        return replace(self, parts=parts)

    def passed_on(self, hands: tuple[Relay, ...]) -> Attribution:
        """The same attribution inside another's statement, with the hands that it passed through."""
        named = {relay.name for relay in self.relays}
        return replace(self, relays=self.relays + tuple(hand for hand in hands if hand.name not in named), nested=True)


SPEECH = frozenset({"say", "tell"})


def wraps(outer: Attribution, inner: Attribution) -> bool:
    """Whether one attribution's statement holds all of another: its source, cue and content."""
    if (
        not outer.parts
        or outer.source is None
        or inner.source is None
        or outer.source == inner.source
        or outer.cue.frame not in SPEECH
    ):
        return False
    hull = outer.hull
    return hull.holds(inner.source) and hull.holds(inner.cue_span) and hull.holds(inner.hull)
