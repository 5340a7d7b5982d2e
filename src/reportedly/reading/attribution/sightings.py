"""Sightings: the attributions that the reading model sees, in the words that the rules have for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.hands import hands_of
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.seen_cues import cue_at
from reportedly.reading.encoded import Attributed, Encoded, Part, Stretch
from reportedly.records import replace
from reportedly.report import Span

Found = dict[int, list[Attribution]]
"""Attributions by the position of their cue's line."""


def find_sightings(lines: Sequence[Line], encoded: Encoded) -> Found:
    """The model's attributions, each in the line of its cue; some cues come without a content."""
    return _Sight(lines, encoded.stretches).of(encoded.attributions)


class _Sight:
    """Turns stretches of words into attributions."""

    def __init__(self, lines: Sequence[Line], stretches: Sequence[Stretch]) -> None:
        self.lines, self.stretches = lines, stretches
        self.places: dict[int, list[int]] = defaultdict(list)
        for position, line in enumerate(lines):
            self.places[line.index].append(position)

    def of(self, attributions: Sequence[Attributed]) -> Found:
        found: Found = defaultdict(list)
        for item in self._rejoined(attributions):
            position, attribution = self._read(item)
            found[position].append(attribution)
        return found

    def _rejoined(self, attributions: Sequence[Attributed]) -> Iterator[Attributed]:
        """The attributions, each with the contents that a conjunction joins to one of its own.

        "She said that the road is open, | and that trucks will follow": the second goes where the first does.
        """
        holder = {at: number for number, item in enumerate(attributions) for at in item.contents}
        contents = [at for at, stretch in enumerate(self.stretches) if stretch.role == "content"]
        for before, after in pairwise(contents):
            if before in holder and self._is_joined(self.stretches[before].parts[-1], self.stretches[after].parts[0]):
                holder[after] = holder[before]
        for number, item in enumerate(attributions):
            yield replace(item, contents=tuple(at for at in contents if holder.get(at) == number))

    def _is_joined(self, before: Part, after: Part) -> bool:
        """Whether only marks and a conjunction stand between two parts of a sentence."""
        if before.sentence != after.sentence:
            return False
        position, first, _ = self._range(Part(before.sentence, before.end, after.start))
        tags = self.lines[position].tags[first : first + after.start - before.end]
        return "C" in tags and not tags.strip(",;C")

    def _read(self, item: Attributed) -> tuple[int, Attribution]:
        position, first, last = self._range(self.stretches[item.cue].parts[0])
        line = self.lines[position]
        paragraph = line.sentence.paragraph
        spans = (self._span(self._near(self.stretches[at].parts, paragraph)) for at in item.contents)
        parts = tuple(sorted(spans, key=lambda span: span.start))
        cue = cue_at(line, first, last, parts)
        if item.source is None:
            return position, Attribution(line, cue, None, parts, hands_of(line, cue, None, parts))
        part = self._nearest(self.stretches[item.source], line.index)
        where, begin, end = self._range(part)
        source = self.lines[where].span(begin, end)
        elsewhere = self.lines[where] if where != position else None
        return position, Attribution(line, cue, source, parts, hands_of(line, cue, source, parts), elsewhere=elsewhere)

    @staticmethod
    def _nearest(stretch: Stretch, sentence: int) -> Part:
        """The part of a stretch in the sentence, or else its first."""
        return next((part for part in stretch.parts if part.sentence == sentence), stretch.parts[0])

    def _range(self, part: Part) -> tuple[int, int, int]:
        """The position of the line that a part begins in, and the part's range there."""
        positions = self.places[part.sentence]
        position = positions[0]
        if len(positions) > 1:
            position = next(at for at in reversed(positions) if self.lines[at].offset <= part.start)
        line = self.lines[position]
        return position, part.start - line.offset, min(part.end - line.offset, len(line))

    def _near(self, parts: Sequence[Part], paragraph: int) -> Sequence[Part]:
        """The parts of a statement without paragraphs that go on with something else: only quotations run on."""
        if len(parts) == 1:
            return parts
        groups = [list(group) for _, group in groupby(parts, key=self._paragraph)]
        nearest = min(range(len(groups)), key=lambda at: abs(self._paragraph(groups[at][0]) - paragraph))
        first = last = nearest
        while first and self._opens_with_quote(groups[first - 1][0]):
            first -= 1
        while last + 1 < len(groups) and self._opens_with_quote(groups[last + 1][0]):
            last += 1
        return [part for group in groups[first : last + 1] for part in group]

    def _paragraph(self, part: Part) -> int:
        return self.lines[self._range(part)[0]].sentence.paragraph

    def _opens_with_quote(self, part: Part) -> bool:
        position, first, _ = self._range(part)
        return self.lines[position].quoted[first] >= 0

    def _span(self, parts: Sequence[Part]) -> Span:
        first, last = parts[0], parts[-1]
        opening, start, _ = self._range(first)
        closing, end, _ = self._range(Part(last.sentence, last.end - 1, last.end))
        return Span(self.lines[opening].tokens[start].start, self.lines[closing].tokens[end].end)
