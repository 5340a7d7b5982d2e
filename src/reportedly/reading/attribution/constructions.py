"""Constructions: a cue, its source and its statement put together."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution
from reportedly.reading.attribution.boundaries import cut_short, is_trailing, opens_another, resumption, until
from reportedly.reading.attribution.citations import CITING, credit_cited
from reportedly.reading.attribution.clauses import split_clauses
from reportedly.reading.attribution.contents import content_start, left_parts, right_parts, without_time
from reportedly.reading.attribution.cues import Cue, find_cues
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.lines import Line
from reportedly.reading.attribution.phrases import (
    has_finite_verb,
    is_finite,
    noun_phrase_after,
    noun_phrase_before,
    verb_group,
)
from reportedly.reading.attribution.relays import relays_between
from reportedly.reading.attribution.subjects import (
    appositive_end,
    light_subject,
    owner,
    sentence_subject,
    subject_before,
)
from reportedly.reading.attribution.trees import topic_of, words_under
from reportedly.reading.reading import Quote, Relay
from reportedly.report import Span

SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
AFTER_SOURCE = ("", *',.:;IW"-SHTC(')
"""Word classes that may follow an inverted source."""
INVERTING_TELL = frozenset({"warn", "promise", "advise", "brief"})


class Constructions:
    """Reads the attributions of one sentence after another."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.quotes = quotes

    def of_line(self, line: Line) -> list[Attribution]:
        """The attributions of a sentence in order of their cues."""
        found: list[Attribution] = []
        for cue in find_cues(line):
            attribution = self._read(line, cue, found)
            if attribution is not None and attribution.parts:
                found = cut_short(found, attribution)
                found.append(attribution)
        told = [item for item in found if item.parts and not any(_names(other, item) for other in found)]
        told = [item for item in told if not any(_vouches(other, item) for other in told)]
        return credit_cited(line, told)

    def _read(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        match cue.form:
            case "according":
                return self._according(line, cue, before)
            case "colon":
                return self._colon(line, cue)
            case "dash":
                return self._dash(line, cue)
            case "writer":
                return self._writer(line, cue)
            case "noun":
                return self._noun(line, cue)
            case "passive":
                return self._passive(line, cue)
            case "participle":
                return self._participle(line, cue, before)
            case _:
                return self._finite(line, cue, before)

    def _according(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        """`according to S, C`; "C, according to S"."""
        end = noun_phrase_after(line, cue.last, len(line))
        opens = cue.first == 0 or line.tags[: cue.first] in ("C", "R") or _opens_clause(line, cue.first, end)
        if opens and line.tags[end : end + 1] in ("E", "L") and "," in line.tags[end:]:
            end = line.tags.index(",", end)  # "According to a source | cited by the paper, C"
        comma = line.tags.find(",", end + 1) if opens else -1
        end = appositive_end(line, end, comma if comma > 0 else None)
        if end == cue.last:
            return None
        source = line.span(cue.last, end)
        relays = relays_between(line, end, min(len(line), end + 12))
        if opens:
            start = end + 1 if line.tags[end : end + 1] == "," else end
            return Attribution(line, cue, source, right_parts(line, start, self.quotes))
        parts = left_parts(line, cue.first, self.quotes, line.floor)
        if (
            line.tags[end : end + 1] == ","
            and has_finite_verb(line, end + 1, len(line))
            and not has_finite_verb(line, 0, cue.first)
        ):
            parts += right_parts(line, end + 1, self.quotes)
        return Attribution(line, cue, source, parts, relays)

    def _colon(self, line: Line, cue: Cue) -> Attribution | None:
        if cue.last == len(line):
            # "From the mayor's letter:", with the quotation in the next line.
            first = line.floor + (line.tags[line.floor] in "ICS")
            return Attribution(line, cue, line.span(first, cue.index), right_parts(line, cue.last, self.quotes))
        start = noun_phrase_before(line, cue.index)
        if start == cue.index or (start > line.floor + 1 and line.tags[start - 1] not in "-.,"):
            return None
        return Attribution(line, cue, line.span(start, cue.index), right_parts(line, cue.last, self.quotes))

    def _dash(self, line: Line, cue: Cue) -> Attribution | None:
        """`"We go on." — Ann Lee, a teacher`, be the name in a sentence of its own or not."""
        end = noun_phrase_after(line, cue.last, len(line))
        quote = self.quotes[line.answered if cue.index == line.floor else line.quoted[cue.index - 1]]
        if end == cue.last:
            return None
        source = line.span(cue.last, appositive_end(line, end))
        return Attribution(line, cue, source, (Span(quote.start, quote.end),))

    def _writer(self, line: Line, cue: Cue) -> Attribution:
        """`The ship was reportedly blown off course`: nobody is named; the outlet passes it on."""
        return Attribution(line, cue, None, self._clause(line, cue))

    def _clause(self, line: Line, cue: Cue) -> tuple[Span, ...]:
        """The coordinated clause that a cue stands in: "It opened early, and | it reportedly closed late"."""
        clauses = split_clauses(line, line.floor, len(line)) if len(line) - line.floor > 3 else ()
        first, last = next(((a, b) for a, b in clauses if a <= cue.index < b), (line.floor, len(line)))
        return until(right_parts(line, first, self.quotes), line.tokens[last - 1].end)

    def _noun(self, line: Line, cue: Cue) -> Attribution | None:
        """`the ministry's claim that C`, "his refusal to C", "officials raised concerns that C"."""
        start = next(
            index for index in range(cue.last, len(line)) if cue.frame == "judge" or line.tokens[index].lower == "that"
        )
        source = owner(line, cue.index) or light_subject(line, cue.index)
        if source is None or source[0] == source[1]:
            return None
        if cue.frame == "judge" and line.tags[start] != "T":
            end = noun_phrase_after(line, start, len(line))
            parts: tuple[Span, ...] = (line.span(start, end),) if end > start else ()
        else:
            parts = right_parts(line, start, self.quotes)
        if cue.frame == "judge":
            parts = until(parts, _infinitive_end(line, start))
        return Attribution(line, cue, line.span(*source), parts)

    def _passive(self, line: Line, cue: Cue) -> Attribution | None:
        """`They were believed to remain`; "C was reported by S"; "S was quoted as saying C"."""
        following = line.tokens[cue.last].lower if cue.last < len(line) else ""
        saying = _saying(line, cue.last)
        if saying is not None:
            return self._quoted_as(line, cue, saying)
        if following == "by":
            return self._by(line, cue)
        if following == "that" or (following == "to" and line.tags[cue.last + 1 : cue.last + 2] in tuple("BXOVR")):
            return Attribution(line, cue, None, self._clause(line, cue))
        return None

    def _quoted_as(self, line: Line, cue: Cue, saying: int) -> Attribution | None:
        """`The mayor was quoted by state TV as saying C`."""
        source = subject_before(line, cue, ())
        if source is None:
            return None
        hands = relays_between(line, cue.last + 1, saying, told=True)
        return Attribution(line, cue, line.span(*source), right_parts(line, saying + 2, self.quotes), hands)

    def _by(self, line: Line, cue: Cue) -> Attribution | None:
        """`The plan was condemned by the union`: the subject is what is spoken of."""
        end = noun_phrase_after(line, cue.last + 1, len(line))
        start = min(noun_phrase_before(line, cue.first), _topic_start(line, cue))
        if end == cue.last + 1 or start == cue.first or cue.frame not in {"say", "judge"}:
            return None
        if cue.frame == "say" and _is_document(line, start, cue.first):
            return None
        return Attribution(line, cue, line.span(cue.last + 1, end), (line.span(start, cue.first),))

    def _participle(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        """`…, adding that C`: the source is the one of the cue before, else the subject of the sentence."""
        if cue.first and (line.tokens[cue.first - 1].lower == "as" or _is_deed(line, cue)):
            return None
        if line.tokens[cue.index].lower in CITING:
            return None
        witnessed = _witnessed(line, cue)
        if witnessed is not None and line.quoted[witnessed[0] - 1] >= 0:
            return self._trailing(line, cue, witnessed)
        source = (
            _accompanying(line, cue.first)
            or next((item.source for item in reversed(before) if item.source is not None), None)
            or sentence_subject(line, cue.first)
        )
        start = content_start(line, cue)
        parts = right_parts(line, start, self.quotes)
        if source is None or start >= len(line) or not parts:
            return None
        return Attribution(line, cue, source, parts, relays_between(line, cue.last, start))

    def _finite(self, line: Line, cue: Cue, before: Sequence[Attribution]) -> Attribution | None:
        if cue.frame == "seem" and line.tags[cue.last : cue.last + 1] in ("", *"IW.,;"):
            # "They appear on Friday before a judge" is a deed.
            return None
        if cue.frame == "seem":
            return Attribution(line, cue, None, self._clause(line, cue))
        inverted = self._inverted(line, cue)
        if inverted is not None:
            return inverted
        source = subject_before(line, cue, before)
        if source is None or source[1] > cue.first:
            return None
        if line.tags[cue.first - 1] == "H":
            return self._relative(line, cue, source)
        quoting = self._quoting(line, cue, line.span(*source), source[0])
        if quoting is not None:
            return quoting
        right = content_start(line, cue)
        if is_trailing(line, cue, source[0], right):
            return self._trailing(line, cue, source)
        return self._following(line, cue, source, right)

    def _relative(self, line: Line, cue: Cue, antecedent: tuple[int, int]) -> Attribution | None:
        """`The mayor, who said C, left`: the source phrase is the relative, its name stands before it."""
        if not _attributes(line, cue, content_start(line, cue)):
            return None
        if cue.frame == "attitude" and line.tags[antecedent[1]] != ",":
            return None  # "people who want to leave" says which people, not what they think
        parts = right_parts(line, content_start(line, cue), self.quotes)
        if line.tags[antecedent[1]] == ",":
            parts = until(parts, _relative_end(line, cue.last))
        return Attribution(line, cue, line.span(cue.first - 1, cue.first), parts, named=line.span(*antecedent))

    def _following(self, line: Line, cue: Cue, source: tuple[int, int], right: int) -> Attribution | None:
        """`S said (that) C`."""
        if (
            cue.frame == "show"
            and not _is_document(line, *source)
            and line.tokens[min(cue.last, len(line) - 1)].lower != "that"
        ):
            return None
        if cue.frame == "tell" and cue.lemma in INVERTING_TELL and line.tags[right : right + 1] in ("", "."):
            right = cue.last
        if line.tags[right : right + 1] in (",", "-"):
            right += 1
        answers = line.answered >= 0 and source[0] == line.floor and _leaves_unsaid(line, cue, right)
        if not answers and not _attributes(line, cue, right):
            return None
        if cue.lemma in lexicon().clausal and cue.last == cue.index + 1 and not _is_clausal(line, cue, right):
            return None
        before = relays_between(line, line.floor, source[0])
        relays = before + relays_between(line, cue.last, right, told=cue.frame == "tell")
        parts = right_parts(line, cue.index if cue.lemma in lexicon().acts else right, self.quotes)
        if (
            source[0]
            and line.tokens[source[0] - 1].lower == "what"
            and line.tokens[min(right, len(line) - 1)].lower == "as"
        ):
            parts = right_parts(line, right + 1, self.quotes)  # "what they see as | a risk"
        if cue.frame == "judge":
            parts = without_time(line, right, parts)
        if answers:
            quote = self.quotes[line.answered]
            parts = (Span(quote.start, quote.end),)
        return Attribution(line, cue, line.span(*source), parts, relays)

    def _quoting(self, line: Line, cue: Cue, relay: Span, begin: int) -> Attribution | None:
        """`X quoted Y as saying C`, "C, X quoted Y as saying": Y is the source, X passes it on."""
        if cue.lemma not in {"quote", "cite"}:
            return None
        end = noun_phrase_after(line, cue.last, len(line))
        saying = _saying(line, end)
        if saying is None or end == cue.last:
            return None
        hand = Relay(line.shown(*line.range(relay)), "outlet", relay.start, relay.end)
        parts = right_parts(line, saying + 2, self.quotes)
        if line.tags[saying + 2 : saying + 3] in ("", ".", ","):
            parts = left_parts(line, begin, self.quotes, line.floor)
        return Attribution(line, cue, line.span(cue.last, end), parts, (hand,))

    def _inverted(self, line: Line, cue: Cue) -> Attribution | None:
        """`C, said Karim Odeh, a spokesman for the army.`"""
        end = _inverted_source_end(line, cue)
        if end is None:
            return None
        resumed = next((index for index in range(end, len(line)) if line.quoted[index] >= 0), len(line))
        parts = left_parts(line, cue.first, self.quotes, line.floor)
        if resumed < len(line) and line.tags[resumed - 1] in ",.:;-":
            parts += right_parts(line, resumed, self.quotes)
        end = appositive_end(line, end)
        return Attribution(line, cue, line.span(cue.last, end), parts, relays_between(line, end, resumption(line, end)))

    def _trailing(self, line: Line, cue: Cue, source: tuple[int, int]) -> Attribution | None:
        """`C, S said.`; "C1, S said, C2"."""
        parts = left_parts(line, source[0], self.quotes, line.floor)
        if not parts:
            return None
        relays = relays_between(line, cue.last, resumption(line, cue.last), told=cue.frame == "tell")
        direct = line.quoted[source[0] - 1] >= 0 and line.quoted[line.floor] >= 0
        return Attribution(line, cue, line.span(*source), parts + self._resumed(line, cue.last, direct), relays)

    def _resumed(self, line: Line, index: int, direct: bool) -> tuple[Span, ...]:
        """The second piece of an interrupted statement: a quotation that goes on, or the rest of the clause.

        After a quotation only quotation goes on: `"Follow us," Lee said, and the boys trailed behind.`
        """
        start = resumption(line, index)
        if start >= len(line):
            return ()
        if line.quoted[start] >= 0:
            return right_parts(line, start, self.quotes)
        if direct:
            return ()
        if (
            line.tags[start - 1] in ",;"
            and (line.tags[start] not in "LHS" or line.tokens[start].lower == "that")
            and not opens_another(line, start)
        ):
            return right_parts(line, start, self.quotes)
        return ()


def _topic_start(line: Line, cue: Cue) -> int:
    """Index of the first word of a verb's whole subject: "| The claim that the wells were clean | was rejected by".

    That of the cue where there is no tree, or where other words part the subject from the cue.
    """
    topic = None if line.seen is None else topic_of(line, cue.index)
    words = set[int]() if topic is None else words_under(line, topic)
    start = cue.first
    while start - 1 in words:
        start -= 1
    return start


def _inverted_source_end(line: Line, cue: Cue) -> int | None:
    """Index after the source that follows its verb; None where the verb has its source before it, or none."""
    asks = cue.lemma == "ask" and cue.first > 0 and line.tags[cue.first - 1] == '"'
    if cue.frame != "say" and cue.lemma not in INVERTING_TELL and not asks:
        return None
    if not cue.first or line.tags[cue.first - 1] not in ',"-' or cue.last >= len(line):
        return None
    end = noun_phrase_after(line, cue.last, len(line))
    if end == cue.last or line.tags[cue.last] == "W" or has_finite_verb(line, cue.last, end):
        return None
    if line.tags[cue.last] == "P" and line.tokens[cue.last].lower not in SUBJECTS:
        return None
    stop = next((index for index in range(end, len(line)) if line.tags[index] in ",;:.SH"), len(line))
    if (
        line.tags[end : end + 1] in ("E", "L")
        and line.tags[end + 1 : end + 2] == "I"
        and line.tags[cue.first - 1] == '"'
    ):
        # `"It is a start," says a source involved in the talks.`
        return stop
    if line.tags[end : end + 1] not in AFTER_SOURCE or has_finite_verb(line, end, stop):
        return None
    # "Odeh, a spokesman, said the city …": before the comma stands no statement, but the source.
    said = (
        line.tags[cue.first - 1] != ","
        or has_finite_verb(line, 0, cue.first)
        or any(mark >= 0 for mark in line.quoted[: cue.first])
    )
    return end if said else None


def _saying(line: Line, start: int) -> int | None:
    """Index before "saying" soon after ``start``: "was quoted by state TV | as saying", "… | saying"."""
    for index in range(start, min(len(line) - 1, start + 12)):
        if line.quoted[index] >= 0 or line.tags[index] in ";:":
            return None
        if line.tokens[index + 1].lower in {"saying", "telling"}:
            return index
    return None


def _relative_end(line: Line, start: int) -> int:
    """Character at which "the mayor, who said C, | left" goes on: a comma with a verb after it."""
    for index in range(start, len(line) - 1):
        if line.tags[index] == "," and line.quoted[index] < 0 and line.tags[index + 1] in "XMVEB":
            return line.tokens[index].start
    return line.sentence.end


def _names(outer: Attribution, item: Attribution) -> bool:
    """Whether a cue only tells whom another means: "according to a person briefed on the matter"."""
    if outer is item or outer.source is None or outer.source == item.source:
        return False
    return outer.source.holds(item.cue_span) and (item.source is None or outer.source.holds(item.source))


def _is_deed(line: Line, cue: Cue) -> bool:
    """Whether a participle that judges is the object of a preposition: "jailed for | attacking a guard"."""
    return cue.frame in {"judge", "attitude"} and line.tags[cue.first - 1] == "I"


def _witnessed(line: Line, cue: Cue) -> tuple[int, int] | None:
    """The subject of "can be heard saying", "was filmed shouting"."""
    if not cue.first or line.tokens[cue.first - 1].lower not in {"heard", "seen", "filmed", "recorded", "overheard"}:
        return None
    end = verb_group(line, cue.first - 1)
    start = noun_phrase_before(line, end, line.floor)
    return (start, end) if line.floor < start < end else None


def _infinitive_end(line: Line, start: int) -> int:
    """Character at which "the mayor's decision to stay | surprised many" goes on: before its verb or a comma."""
    for index in range(start + 2, len(line)):
        if line.quoted[index] < 0 and (line.tags[index] in "XMV,;" or (is_finite(line, index) and index > start + 2)):
            return line.tokens[index - 1].end
    return line.sentence.end


def _opens_clause(line: Line, first: int, end: int) -> bool:
    """Whether "according to" opens the second of two clauses: "She fell, and | according to the club, she is well"."""
    comma = line.tags[end : end + 1] == ","
    return bool(first) and line.tags[first - 1] == "C" and comma and has_finite_verb(line, end + 1, len(line))


def _vouches(outer: Attribution, item: Attribution) -> bool:
    """Whether a doubt is no longer the outlet's: "police said the man is believed to have fled"."""
    if item.source is not None or outer.source is None or outer.cue.frame not in {"say", "tell"}:
        return False
    return outer.hull.holds(item.cue_span)


def _accompanying(line: Line, end: int) -> Span | None:
    """The subject that "with" gives a participle: "tension rose, with | the minister | threatening C"."""
    for index in range(end - 1, max(-1, end - 10), -1):
        if line.tokens[index].lower == "with":
            return line.span(index + 1, end) if index + 1 < end else None
        if line.tags[index] not in "AONDGT" and line.tokens[index].lower not in {"of", "for", "to"}:
            return None
    return None


def _leaves_unsaid(line: Line, cue: Cue, right: int) -> bool:
    """Whether a sentence only says who spoke the one before: `"Who are they?" | Lee asked of the visitors.`"""
    return cue.frame in {"say", "ask", "tell"} and (right >= len(line) or line.tags[right] in ".,I")


def _attributes(line: Line, cue: Cue, right: int) -> bool:
    """Whether what follows a verb is what the verb needs to attribute it to somebody."""
    objects = lexicon().objects.get(cue.lemma, frozenset())
    reach = next((index for index in range(right, len(line)) if line.quoted[index] >= 0), right + 6)
    if any(token.lower in objects or token.lemma in objects for token in line.tokens[right : min(reach, right + 6)]):
        return False
    if cue.lemma in lexicon().whole and line.tags[right : right + 1] != "T" and not _is_clausal(line, cue, right):
        return False
    return cue.frame != "say" or _says(line, cue, right)


def _says(line: Line, cue: Cue, right: int) -> bool:
    """Whether something that can be said follows a verb of saying.

    Not "videos posted | on the site", "he commented | on the plan"; and after "said" a clause or quotation, not
    "the firm lost money, it said | of its bank".
    """
    if right >= len(line) or line.quoted[right] >= 0 or line.tags[right] in "HS" or cue.lemma in lexicon().acts:
        return True
    first = next((index for index in range(right, len(line)) if line.tags[index] != "R"), right)
    quoted = any(mark >= 0 for mark in line.quoted[right:])
    if line.tags[first : first + 2] == "IN":
        return True  # "said | about 100 men remained"
    if line.tags[first] == "I" and not quoted and not _has_late_clause(line, first):
        return False
    bare = cue.lemma in lexicon().bare
    return not bare or quoted or line.tags[right] == "T" or _may_be_clause(line, right)


def _may_be_clause(line: Line, start: int) -> bool:
    """Whether any word can be a verb of a clause, be it only by its form: "the dam | holds"."""
    return any(
        tag in "XMVE" or (tag == "B" and line.tags[index - 1] not in "TD") or tag == "G"
        for index, tag in enumerate(line.tags[start:], start)
    )


def _has_late_clause(line: Line, start: int) -> bool:
    """Whether a clause follows an adjunct: "said | on the eve of the vote | the result was open"."""
    return has_finite_verb(line, start + 2, len(line)) and (line.tokens[start].lower not in {"for", "about", "against"})


def _is_clausal(line: Line, cue: Cue, start: int) -> bool:
    """Whether a clause or a quotation begins at ``start``."""
    if start >= len(line):
        return line.introduced >= 0
    if line.tags[start] in "TI":
        return line.tags[start] == "T" and cue.frame == "seem"
    if line.quoted[start] >= 0 or line.tags[start] in "HS":
        return True
    return has_finite_verb(line, start + 1, min(len(line), start + 8))


def _is_document(line: Line, start: int, end: int) -> bool:
    return any(token.lemma in lexicon().documents for token in line.tokens[start:end])
