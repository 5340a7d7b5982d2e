"""Agreement: what the rules and the reading model see at one cue, put together."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.attribution.attributions import Attribution, wraps
from reportedly.reading.attribution.boundaries import edge_before, until
from reportedly.reading.attribution.citations import CITING, credit_cited
from reportedly.reading.attribution.contents import without_time
from reportedly.reading.attribution.cues import Cue
from reportedly.reading.attribution.lexicon import lexicon
from reportedly.reading.attribution.repairs import repair
from reportedly.reading.attribution.soundness import (
    is_done_to,
    is_sound,
    is_spoken,
    with_subject_only,
    without_undergoer,
)
from reportedly.reading.attribution.trees import (
    children_of,
    head_of,
    owner_of,
    phrase_of,
    relation_of,
    subject_of,
    words_under,
)
from reportedly.reading.reading import Quote
from reportedly.records import replace
from reportedly.report import Span

SPEAKING = frozenset({"say", "tell", "ask", "show"})
OPENING = frozenset("\"“«„'‘`")
DOUBTING = frozenset({"writer", "passive"})
DOUBLE = 0.5
"""From this share of common characters on, two contents are one."""


def agree(ruled: Sequence[Attribution], seen: Sequence[Attribution], quotes: Sequence[Quote]) -> list[Attribution]:
    """The attributions of a line in order of their cues: those of both, those of the model, some of the rules'."""
    whole = [without_undergoer(repair(item, quotes)) for item in seen if not _is_doubted(item, ruled)]
    pairs = _pairs(ruled, whole)
    partners = set(pairs.values())
    found = [_joined(ruled[pairs[at]], item) if at in pairs else item for at, item in enumerate(whole)]
    alone = (item for at, item in enumerate(ruled) if at not in partners and _is_kept(item, whole))
    found += [_with_clause(with_subject_only(item)) for item in alone]
    found = [_with_subject(without_undergoer(item)) for item in found if item.parts]
    found = [_cut_by(item, found) for item in found]
    found = credit_cited(found[0].line, found) if found else []
    found = [item for item in found if not (_cites(item) and any(_is_cited(item, other) for other in found))]
    found = [item for item in found if is_sound(item) and not any(_says_again(other, item) for other in found)]
    return sorted(found, key=lambda item: item.cue.first)


def _is_doubted(item: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether the outlet's doubt stands in a cue that says nothing: "which | reportedly raised | hopes"."""
    doubts = any(other.cue.form == "writer" and _overlap(item.cue, other.cue) for other in ruled)
    return doubts and item.cue.lemma not in lexicon().verbs


def _says_again(outer: Attribution, item: Attribution) -> bool:
    """Whether a speaker only tells what he thinks himself: "police said | they believe C" is one statement."""
    if item.source is None or item.cue.frame != "attitude" or not wraps(outer, item):
        return False
    first, last = item.line.range(item.source)
    return item.line.tags[first:last] == "P"


def _cut_by(item: Attribution, found: Sequence[Attribution]) -> Attribution:
    """The attribution up to the next cue of its own source: "She | said | C | and called for | D"."""
    line = item.line
    for other in found:
        if other is item or other.source != item.source or item.source is None or other.cue.first <= item.cue.first:
            continue
        edge = edge_before(line, other.cue.first)
        if edge is not None and item.hull.start < edge < item.hull.end and line.quoted[other.cue.first - 1] < 0:
            return item.with_parts(until(item.parts, edge))
    return item


def _is_cited(item: Attribution, other: Attribution) -> bool:
    """Whether an attribution only names whom another's source cites: "Reuters, | citing | a guard, reported C"."""
    source = other.source if item is not other else None
    return source is not None and any(_meet(part, source) for part in item.parts)


def _cites(item: Attribution) -> bool:
    return item.line.tokens[item.cue.index].lower in CITING


def _is_kept(item: Attribution, seen: Sequence[Attribution]) -> bool:
    """Whether an attribution that only the rules see is one: they know speech and the outlet's doubts well enough."""
    if item.source is None:
        known = any(_overlap(item.cue, other.cue) and other.parts for other in seen)
        return item.cue.form in DOUBTING and not known
    joined = _is_joined(item, seen)
    if not joined and (item.cue.frame not in SPEAKING or not is_spoken(item) or not _is_sure(item)):
        return False
    return not any(_likeness(item.parts, other.parts) >= DOUBLE and not wraps(other, item) for other in seen)


def _is_joined(item: Attribution, seen: Sequence[Attribution]) -> bool:
    """Whether a conjunction joins a cue to another of the same source: "denied the claim | and blamed | a rival"."""
    line, index = item.line, item.cue.index
    if item.cue.form != "finite" or relation_of(line, index) != "conj" or subject_of(line, index) is None:
        return False
    above = head_of(line, index)
    return any(other.cue.index == above and other.parts and other.source is not None for other in seen)


def _is_sure(item: Attribution) -> bool:
    """Whether the rules alone may be trusted with an attribution.

    Quotations, clauses, "his claim that C" and acts of speech like an apology are; of the rest one in ten is right.
    """
    if item.cue.lemma in lexicon().acts or item.cue.form == "noun":
        return True
    if item.cue.form in {"finite", "participle"} and _takes_clause(item):
        return True
    return bool(item.parts) and item.line.text[item.parts[0].start] in OPENING


CLAUSES = frozenset({"acl", "ccomp"})
MAIN = frozenset({"root", "ccomp", "parataxis", "conj", "advcl"})


def _takes_clause(item: Attribution) -> bool:
    """Whether a verb has a clause for its object, and is no relative's: "The firm said divers | confirmed | that C"."""
    line, cue = item.line, item.cue
    if relation_of(line, cue.index) not in MAIN or cue.lemma not in lexicon().verbs:
        return False
    clauses = (child for child in children_of(line, cue.index) if relation_of(line, child) == "ccomp")
    return any(part.holds(line.span(child, child + 1)) for child in clauses for part in item.parts)


def _with_clause(item: Attribution) -> Attribution:
    """The statement of a noun by its tree: "the mayor's claim | that the wells were clean | was rejected"."""
    line = item.line
    if item.cue.form != "noun" or item.cue.frame != "say":
        return item
    clause = next((child for child in children_of(line, item.cue.index) if relation_of(line, child) in CLAUSES), None)
    if clause is None:
        return item
    words = words_under(line, clause)
    last = clause
    while last + 1 in words:
        last += 1
    first = clause
    while first - 1 in words:
        first -= 1
    return item.with_parts((line.span(first, last + 1),))


def _with_subject(item: Attribution) -> Attribution:
    """The attribution with the subject of its cue for a source where neither rules nor model have one."""
    if item.source is not None or item.cue.frame == "seem":
        return item
    line = item.line
    if item.cue.form == "passive" and is_done_to(line, item.cue.index):
        return item
    head = owner_of(line, item.cue.index) if item.cue.form == "noun" else subject_of(line, item.cue.index)
    if head is None:
        return item
    source = line.span(*phrase_of(line, head))
    free = not _holds(item.parts, source) and not _meet(source, item.cue_span)
    return replace(item, source=source) if free else item


def _likeness(ours: Sequence[Span], others: Sequence[Span]) -> float:
    """Intersection over union, in characters, of two contents."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in others)
    total = sum(part.end - part.start for part in (*ours, *others)) - common
    return common / total if total else 0.0


def _pairs(ruled: Sequence[Attribution], seen: Sequence[Attribution]) -> dict[int, int]:
    """For the positions in ``seen`` the position in ``ruled`` of the attribution at the same cue."""
    pairs: dict[int, int] = {}
    for at, item in enumerate(seen):
        free = (place for place in range(len(ruled)) if place not in pairs.values() and _is_alike(ruled[place], item))
        best = max(free, key=lambda place: _overlap(item.cue, ruled[place].cue), default=None)
        if best is not None:
            pairs[at] = best
    return pairs


def _is_alike(ruled: Attribution, seen: Attribution) -> bool:
    """Whether two attributions share their cue; "reportedly" beside a verb with a source of its own is another."""
    doubts = ruled.source is None and ruled.cue.form == "writer"
    return bool(_overlap(seen.cue, ruled.cue)) and not (doubts and seen.source is not None)


def _overlap(one: Cue, other: Cue) -> int:
    return max(0, min(one.last, other.last) - max(one.first, other.first))


def _joined(ruled: Attribution, seen: Attribution) -> Attribution:
    """One attribution of two at the same cue: the model's source and statement, and what only the rules know."""
    cue = replace(ruled.cue, first=seen.cue.first, last=seen.cue.last)
    if not cue.first <= cue.index < cue.last:
        cue = replace(cue, index=seen.cue.index)
    if _is_passed_on(ruled, seen):
        return replace(ruled, cue=cue)
    source, named = _source(ruled, seen), None
    if ruled.named is not None and ruled.source is not None and source is not None and _meet(ruled.source, source):
        source, named = ruled.source, ruled.named
    rules_know = not seen.parts or source is None or _holds(seen.parts, source)
    parts = ruled.parts if rules_know else seen.parts
    if ruled.cue.frame == "judge" and parts:
        parts = without_time(seen.line, seen.line.range(parts[0])[0], parts)
    return replace(ruled, cue=cue, source=source, parts=parts, named=named, elsewhere=seen.elsewhere)


def _source(ruled: Attribution, seen: Attribution) -> Span | None:
    """The model's source, or that of the rules where only it is the subject of the cue: "Lee told | the agency | C"."""
    if seen.source is None or ruled.source is None:
        return seen.source or ruled.source
    if _meet(seen.source, ruled.source):
        # "Ann Lee, the | owner of the mill |, said": the rules have the name as well.
        before = seen.line.text[ruled.source.start : seen.source.start]
        return ruled.source if before.rstrip().endswith(",") and ruled.named is None else seen.source
    head = subject_of(seen.line, seen.cue.index)
    token = seen.line.tokens[head] if head is not None else None
    is_subject = token is not None and ruled.source.holds(Span(token.start, token.end))
    return ruled.source if is_subject else seen.source


def _is_passed_on(ruled: Attribution, seen: Attribution) -> bool:
    """Whether the model takes for the source whom the rules know for a hand: "State TV | quoted a guard as saying"."""
    source = seen.source
    return source is not None and any(_meet(Span(hand.start, hand.end), source) for hand in ruled.relays)


def _holds(parts: Sequence[Span], source: Span | None) -> bool:
    """Whether a source stands inside a statement that should be its own: the statement runs too far."""
    return source is not None and any(part.holds(source) for part in parts)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
