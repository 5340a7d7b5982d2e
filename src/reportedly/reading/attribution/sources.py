"""Sources: who a statement is credited to, and of what kind they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.data import word_set
from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.kinds import head_index, is_lone_name, kind_of, named_range
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.pairs import pair_before
from reportedly.reading.attribution.trees import children_of, relation_of, top_of
from reportedly.reading.reading import Chain, Mention, Relay, Source, SourceKind
from reportedly.records import quicken, replace
from reportedly.report import Report, Span

PRONOUNS: dict[str, tuple[SourceKind, ...]] = {
    "he": ("named", "unnamed"),
    "she": ("named", "unnamed"),
    "it": ("organisation", "outlet", "named", "document"),
    "they": ("unnamed", "organisation", "outlet", "named"),
}
SPEAKING: dict[bool, frozenset[str]] = {
    True: frozenset({"person", "group", "organisation", "nationality"}),
    False: frozenset({"organisation", "group"}),
}
"""Kinds that can say something, by whether the pronoun is a person's."""
GIVEN = {
    "he": frozenset(name.lower() for name in word_set("names.toml", "male_given")),
    "she": frozenset(name.lower() for name in word_set("names.toml", "female_given")),
}
"""Given names by the pronoun of those who bear them."""
ONE = frozenset({"he", "she"})
"""Pronouns of one person."""
WORDLESS = frozenset(
    word for kind in ("he", "she", "it", "they", "i", "we", "who") for word in word_set("mentions/pronouns.toml", kind)
)
"""Names that name nobody, where a source is a pronoun that stands for nobody told of."""
LINKS = frozenset({"of", "from", "for", "in", "at", "by", "with", "on", "to", "and", "who", "that"})
ACTING = frozenset({"person", "organisation", "group", "place"})
"""Kinds of those who can be two sources joined by "and"."""
COUNTRIES = frozenset(name.lower() for name in word_set("names.toml", "countries"))
AGE = re.compile(r"the (?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old")
REACH = 40
"""How many attributions back a pronoun or part of a name looks for who it stands for."""


@quicken
@dataclass(frozen=True, slots=True)
class Credited:
    """Who an attribution credits, and the hands that it passed through."""

    source: Source
    relays: tuple[Relay, ...]
    paragraph: int


class Sources:
    """Makes sources of the phrases of one report, in their order, with the help of its mentions and chains."""

    def __init__(self, report: Report, mentions: Sequence[Mention], chains: Sequence[Chain]) -> None:
        self.report, self.mentions, self.chains = report, mentions, chains
        self.starts = [mention.start for mention in mentions]
        self.met: list[Credited] = []
        self.called: dict[int, str | None] = {}

    def outlet(self) -> Source:
        """The reporting outlet itself."""
        return Source("outlet", self.report.outlet)

    def credit(self, item: Attribution) -> Credited:
        """The source of an attribution, and its relays; a nested one is not who "he" stands for afterwards."""
        if item.source is None:
            return Credited(self.outlet(), item.relays, item.paragraph)
        credited = self._known(item.source_line, item.named or item.source, item.relays)
        if item.named is not None:
            source = replace(credited.source, start=item.source.start, end=item.source.end)
            credited = replace(credited, source=source)
        if not item.nested:
            self.met.append(credited)
        return credited

    def _known(self, line: Line, span: Span, relays: tuple[Relay, ...]) -> Credited:
        source, paragraph = self._made(line, span), line.sentence.paragraph
        pair = self._pair(source.mention)
        if pair is not None:
            name = self.report.text[pair.start : pair.end]
            return Credited(Source("named", name, span.start, span.end), relays, paragraph)
        first, last = line.range(span)
        channel = self._channel(line, first, last)
        if channel is not None:
            named = replace(channel.source, start=span.start, end=span.end, mention=None)
            return Credited(named, relays or channel.relays, paragraph)
        spoke = self._spoke_last(source.mention)
        if spoke is not None:
            source = replace(source, kind=spoke.source.kind, name=spoke.source.name)
        earlier = self._antecedent(line, first, last) if spoke is None else spoke
        if earlier is None or self._are_others(source, earlier, paragraph):
            return Credited(source, relays, paragraph)
        bare = _is_age(line, first, last) or (source.name or "").lower() == line.shown(first, last).lower()
        if source.mention is None or bare or self._is_open(source.mention):
            affiliation = source.affiliation or earlier.source.affiliation
            source = replace(source, kind=earlier.source.kind, name=earlier.source.name, affiliation=affiliation)
        # "State TV quoted an official as saying … The official says …": what goes on came the same way.
        goes_on = not relays and earlier.paragraph == paragraph and same(source.name, earlier.source.name)
        return Credited(source, earlier.relays if goes_on else relays, paragraph)

    def _pair(self, index: int | None) -> Span | None:
        """The two names that a "they" takes up, where these are told of right before it."""
        they = index is not None and self.mentions[index].form == "pronoun" and self.mentions[index].plural
        return pair_before(self.report.text, self.mentions, index) if they and index is not None else None

    def _are_others(self, source: Source, earlier: Credited, paragraph: int) -> bool:
        """Whether "they" are new since the last source: "the firm said C.¶Relatives wept before | they | knew"."""
        mention = self.mentions[source.mention] if source.mention is not None else None
        if mention is None or mention.form != "pronoun" or not mention.plural or mention.chain < 0:
            return False
        if self.chains[mention.chain].kind not in SPEAKING[True]:
            return False
        if earlier.paragraph == paragraph and self._is_many(earlier):
            return False
        told = (self.mentions[index] for index in self.chains[mention.chain].mentions)
        return any(other.form != "pronoun" and other.start < mention.start for other in told)

    def _is_many(self, item: Credited) -> bool:
        mention = self._credited(item)
        return mention is not None and (mention.plural or mention.kind in SPEAKING[False])

    def _channel(self, line: Line, first: int, last: int) -> Credited | None:
        """The attribution whose channel a phrase takes up: "said in a statement … The statement added"."""
        if last - first != 2 or line.tokens[first].lower not in {"the", "its", "his", "her", "their"}:
            return None
        head = line.tokens[last - 1].lemma
        for credited in reversed(self.met[-4:]):
            if any(_takes_up(head, relay) for relay in credited.relays):
                return credited
        return None

    def _is_open(self, index: int) -> bool:
        """Whether coreference left a pronoun without a name, or gave it one that cannot speak ("it": the ship)."""
        mention = self.mentions[index]
        if mention.form != "pronoun":
            return False
        chain = self.chains[mention.chain] if mention.chain >= 0 else None
        if chain is None:
            return True
        if chain.kind == "place" and chain.name.lower() in COUNTRIES and mention.kind != "person":
            return False
        if chain.kind not in SPEAKING[mention.kind == "person"]:
            return not self._is_document(chain)
        return not _is_named(chain, self.mentions) and self._spoke_last(index) is None

    def _is_document(self, chain: Chain) -> bool:
        """Whether a chain tells of a document, which "it" may well mean: "A statement said C. It added …"."""
        nominals = (self.mentions[index] for index in chain.mentions if self.mentions[index].form == "nominal")
        documents = lexicon().documents
        return any(self.report.text[each.head.start : each.head.end].lower() in documents for each in nominals)

    def _spoke_last(self, index: int | None) -> Credited | None:
        """Whoever spoke last, where a pronoun takes up nobody by name but him or her.

        As in "Lee said A. | A neighbour | said B. She said C".
        """
        if index is None or self.mentions[index].form != "pronoun" or self.mentions[index].chain < 0:
            return None
        number, one = self.mentions[index].chain, self.mentions[index].kind == "person"
        for item in reversed(self.met[-REACH:]):
            mention = self._person(item) if one and not self.mentions[index].plural else self._credited(item)
            if mention is not None and mention.form != "pronoun":
                same_one = mention.chain == number and not _is_named(self.chains[number], self.mentions)
                return item if same_one else None
        return None

    def _person(self, item: Credited) -> Mention | None:
        """The mention of one person whom an attribution credits."""
        mention = self._credited(item)
        return mention if mention is not None and mention.kind == "person" and not mention.plural else None

    def _credited(self, item: Credited) -> Mention | None:
        return self.mentions[item.source.mention] if item.source.mention is not None else None

    def _antecedent(self, line: Line, first: int, last: int) -> Credited | None:
        """The source met last that a pronoun, a part of a name or "the official" can stand for."""
        words = [token.lower for token in line.tokens[first:last]]
        if len(words) == 1 and words[0] in PRONOUNS:
            kinds = PRONOUNS[words[0]]
            fitting = [
                item
                for item in reversed(self.met[-REACH:])
                if item.source.name and item.source.kind in kinds and self._may_be(words[0], item)
            ]
            return min(fitting, key=lambda item: kinds.index(item.source.kind), default=None)
        if _is_age(line, first, last):
            return next((item for item in reversed(self.met[-2:]) if self._is_somebody(item)), None)
        definite = len(words) == 2 and words[0] == "the"
        lone = is_lone_name(line, list(range(first, last)))
        if not definite and not lone and (line.tags[first:last].strip("A") or last - first > 2):
            return None
        tail = words[1:] if definite else words
        return next(
            (
                item
                for item in reversed(self.met[-REACH:])
                if _ends_with((item.source.name or "").lower().split(), tail)
            ),
            None,
        )

    def _is_somebody(self, item: Credited) -> bool:
        mention = self._credited(item)
        return item.source.kind == "named" and mention is not None and mention.kind == "person"

    def _may_be(self, pronoun: str, item: Credited) -> bool:
        """Whether a pronoun may stand for a source: not "it" for whom the report calls "she", nor "he" for Anna."""
        if (item.source.name or "").lower() in WORDLESS:
            return False
        if pronoun in ONE and self.mentions and self._person(item) is None:
            return False
        own = self._pronoun(item.source.mention) if pronoun != "they" else None
        return own is None or own == pronoun

    def _pronoun(self, index: int | None) -> str | None:
        """What the report calls somebody, "he" or "she", or what the given name tells; None where nothing does."""
        if index is None or self.mentions[index].kind != "person" or self.mentions[index].chain < 0:
            return None
        number = self.mentions[index].chain
        if number not in self.called:
            self.called[number] = self._called(self.chains[number])
        return self.called[number]

    def _called(self, chain: Chain) -> str | None:
        members = [self.mentions[index] for index in chain.mentions]
        words = {self.report.text[each.start : each.end].lower() for each in members if each.form == "pronoun"}
        given = chain.name.split(" ")[0].lower()
        return next((own for own, names in GIVEN.items() if own in words or given in names), None)

    def _made(self, line: Line, span: Span) -> Source:
        first, last = named_range(line, *line.range(span))
        phrase = line.shown(first, last)
        found = self._mention(line, first, last)
        if found is None or self._are_two(line, first, last):
            return Source(kind_of(line, span, None, None), phrase, span.start, span.end)
        mention = self.mentions[found]
        chain = self.chains[mention.chain] if mention.chain >= 0 else None
        proper = self._proper_name(mention)
        name = proper or (chain.name if chain is not None and mention.form == "pronoun" else phrase)
        known = chain.kind if chain is not None else mention.kind
        return Source(
            kind_of(line, span, known, proper is not None), name, span.start, span.end, found, mention.affiliation
        )

    def _are_two(self, line: Line, first: int, last: int) -> bool:
        """Whether a phrase joins two names, so that neither is the source alone: "Uma Lund and Tor Berg"."""
        if line.seen is None or all(line.tokens[index].lower != "and" for index in range(first, last)):
            return False
        top = top_of(line, first, last)
        others = [at for at in children_of(line, top) if first <= at < last and relation_of(line, at) == "conj"]
        return any(self._names_in(line, first, at) and self._names_in(line, at, last) for at in others)

    def _names_in(self, line: Line, first: int, last: int) -> bool:
        """Whether a name lies between two tokens."""
        begin, end = line.tokens[first].start, line.tokens[last - 1].end
        mentions = self.mentions[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]
        return any(mention.form == "name" and mention.end <= end and mention.kind in ACTING for mention in mentions)

    def _proper_name(self, mention: Mention) -> str | None:
        """The name that a mention stands for: its chain's where a member of the chain has one, else its own."""
        if mention.chain < 0:
            return mention.name
        chain = self.chains[mention.chain]
        return chain.name if _is_named(chain, self.mentions) else mention.name

    def _mention(self, line: Line, first: int, last: int) -> int | None:
        """The index of the mention whose head is the head of the phrase; in "Navy captain Ann Lee" that is the name."""
        head = head_index(line, first, last)
        if head is None:
            return None
        token, best = line.tokens[head], None
        begin = line.tokens[first].start
        for index in range(bisect_left(self.starts, begin), len(self.mentions)):
            mention = self.mentions[index]
            if mention.start > token.start:
                break
            if mention.head.start <= token.start < mention.head.end and (best is None or mention.form == "name"):
                best = index
        return best


def _is_named(chain: Chain, mentions: Sequence[Mention]) -> bool:
    return any(mentions[member].form == "name" for member in chain.mentions)


def same(one: str | None, other: str | None) -> bool:
    """Whether two names are one, or one is the end of the other ("Lee", "Ann Lee")."""
    if not one or not other:
        return False
    shorter, longer = sorted((_without_article(one), _without_article(other)), key=len)
    return longer[-len(shorter) :] == shorter


def _ends_with(name: Sequence[str], tail: Sequence[str]) -> bool:
    """Whether a name's head is its end: "a rescue official", not "an ad from the mayor's campaign"."""
    return list(name[-len(tail) :]) == list(tail) and LINKS.isdisjoint(name[: -len(tail)])


def _is_age(line: Line, first: int, last: int) -> bool:
    """Whether a phrase tells somebody's age and nothing else: "the | 76-year-old |"."""
    return AGE.fullmatch(line.shown(first, last).lower()) is not None if last > first else False


def _without_article(name: str) -> list[str]:
    words = name.lower().split()
    return words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words


def _takes_up(head: str, relay: Relay) -> bool:
    if relay.kind != "channel":
        return False
    return relay.name.lower().split()[-1] == head or (
        head in {"post", "tweet", "page"} and relay.name.lower() in lexicon().platforms
    )
