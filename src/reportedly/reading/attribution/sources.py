"""Sources: who a statement is credited to, and of what kind they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.phrases import Line
from reportedly.reading.attribution.relays import agency_at
from reportedly.reading.reading import Chain, Mention, Source, SourceKind
from reportedly.report import Report, Span

ARTICLES = ("the ", "a ", "an ")


class Sources:
    """Makes sources of the phrases of one report, with the help of its mentions and chains."""

    def __init__(self, report: Report, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self.report, self.mentions, self.chains = report, mentions, chains
        self.starts = [mention.start for mention in mentions]

    def outlet(self) -> Source:
        """The reporting outlet itself."""
        return Source("outlet", self.report.outlet)

    def make(self, line: Line, span: Span) -> Source:
        """The source that a phrase names."""
        found = self._mention(span)
        phrase = " ".join(self.report.text[span.start : self._core_end(line, span)].split())
        if found is None:
            return Source(kind_of(line, span, phrase, None), phrase, span.start, span.end)
        index, mention = found
        chain = self.chains[mention.chain] if mention.chain >= 0 else None
        name = mention.name or (chain.name if chain is not None else None) or phrase
        if chain is not None and chain.name and (mention.form == "pronoun" or chain.name[:1].isupper()):
            name = chain.name
        if mention.form == "nominal" and not name[:1].isupper():
            name = phrase
        kind = kind_of(line, span, name, chain.kind if chain is not None else mention.kind)
        return Source(kind, name, span.start, span.end, index, mention.affiliation)

    def _mention(self, span: Span) -> tuple[int, Mention] | None:
        """The mention that the phrase is about: the name nearest its start that is not inside a longer description."""
        inside: list[tuple[int, Mention]] = []
        for index in range(bisect_left(self.starts, span.start), len(self.mentions)):
            mention = self.mentions[index]
            if mention.start >= span.end:
                break
            if mention.end <= span.end:
                inside.append((index, mention))
        if not inside:
            return None
        people = [item for item in inside if item[1].kind == "person" and item[1].form == "name"]
        return people[0] if people else inside[0]

    def _core_end(self, line: Line, span: Span) -> int:
        """The end of the phrase up to its first comma."""
        for token in line.tokens:
            if token.start > span.start and token.end <= span.end and token.text == ",":
                return token.start
        return span.end


def kind_of(line: Line, span: Span, name: str, known: str | None) -> SourceKind:
    """What kind of source a name or description is."""
    table = lexicon()
    tokens = [index for index, token in enumerate(line.tokens) if span.start <= token.start and token.end <= span.end]
    core = _core(line, tokens)
    lemmas = [line.tokens[index].lemma for index in core]
    head = _head(line, core)
    if known == "person":
        return "named" if name[:1].isupper() and not name.lower().startswith(ARTICLES) else "unnamed"
    if core and (agency_at(line, core[0], core[-1] + 1) == core[-1] + 1 or head in table.media and not (set(lemmas) & table.people)):
        return "outlet"
    if head in table.documents and known not in {"organisation", "group"}:
        return "document"
    if head in table.people and head not in table.organisations:
        return "unnamed"
    if known in {"organisation", "group", "place"} or head in table.organisations:
        return "organisation"
    if name[:1].isupper() and any(line.tags[index] == "A" for index in core):
        return "named"
    return "unnamed"


def _core(line: Line, tokens: list[int]) -> list[int]:
    core: list[int] = []
    for index in tokens:
        if line.tags[index] in ",(H" and core:
            break
        core.append(index)
    return core


def _head(line: Line, core: list[int]) -> str:
    """The lemma of the head noun: the last word before a preposition."""
    head = ""
    for index in core:
        if line.tags[index] == "I" and head:
            break
        head = line.tokens[index].lemma
    return head
