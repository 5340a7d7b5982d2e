"""Where and when an event is set, and which claim and figures belong to it.

A time or place of the event's own clause comes first, then of its sentence, then what the report as a whole gives:
the last date
told in the paragraph or the days around publication, the dateline or the place most spoken of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.reading.events.grammar import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    MARK,
    PAST,
    PREPOSITION,
    RELATIVE,
    REPORT,
    SUBORDINATOR,
    TO,
    listed,
)
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.matches import Found
from reportedly.reading.reading import Claim, Figure, Mention, Mode, PlaceMention, TimeExpression
from reportedly.records import quicken
from reportedly.report import Report, Span

PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "of",
        "on",
        "from",
        "to",
        "into",
        "outside",
        "around",
        "across",
        "inside",
        "off",
        "over",
        "through",
    }
)
ONSET = frozenset({"since", "from"})
LIMITS = frozenset({"until", "till", "pending"})
BINDERS = ONSET | LIMITS
LATITUDE = frozenset({"at", "least", "early", "late", "mid", "about", "around", "after", "the", "end", "of", "-"})
ANTECEDENT = 5
LIMIT_REACH = 5
RANKED = 16
"""How many words may lie between a superlative and its "since"."""
WEEK = 7
YEAR = 366
"""A longer stretch ("in the 1970s") is background: the next sentence has left it."""
AROUND = 2
TOLD_OF_PAST: frozenset[Mode] = frozenset({"asserted", "likely", "denied"})


@quicken
@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days with UCDP's date_precision (1 a day, 2 two to six days, 3 a week, 4 a month, 5
    longer).
    """

    earliest: date | None
    latest: date | None
    precision: int
    time: int | None = None


NO_DAYS = Days(None, None, 5)


def precision_of(earliest: date, latest: date) -> int:
    """UCDP's date_precision of a closed interval of days."""
    length = (latest - earliest).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if length <= most), 5)


def days_of_time(layout: Layout, times: Sequence[TimeExpression], index: int) -> Days:
    """The days of a time expression; "since Saturday" begins on Saturday, and the event with it.

    Of a longer stretch ("since 2009") nobody knows on which of its days: it stays whole.
    """
    time = times[index]
    if time.earliest is None or time.latest is None:
        return NO_DAYS
    narrow = binder(layout, token_at(layout, time.start)) in ONSET and (time.latest - time.earliest).days < WEEK
    latest = time.earliest if narrow else time.latest
    return Days(time.earliest, latest, precision_of(time.earliest, latest), index)


def binder(layout: Layout, at: int) -> str:
    """The preposition that binds a time to its clause: "until", "since", "by"; empty where there is none."""
    for before in range(at, max(-1, at - 4), -1):
        if layout.word(before) in BINDERS:
            return layout.word(before)
        if before < at and not layout.has(before, DETERMINER) and layout.word(before) not in LATITUDE:
            break
    return ""


def nearest_days(
    layout: Layout, found: Found, times: Sequence[TimeExpression], indexes: Sequence[int], claim: Span | None
) -> Days:
    """The days of the time expression that ``nearest_time`` finds; ``NO_DAYS`` where it finds none."""
    index = nearest_time(layout, found, times, indexes, claim)
    return NO_DAYS if index is None else days_of_time(layout, times, index)


def nearest_time(
    layout: Layout, found: Found, times: Sequence[TimeExpression], indexes: Sequence[int], claim: Span | None
) -> int | None:
    """The dated time expression nearest to the trigger, of those that govern it: in its clause, else in its sentence.

    A time in the words around a claim ("said on Tuesday that …") dates the saying; it counts only where nothing else
    does. So does the beginning of a state ("closed since Monday") beside the day of an event.
    """
    best: tuple[int, int, int] | None = None
    for index in indexes:
        if times[index].type in {"DURATION", "SET"} or times[index].earliest is None:
            continue
        at = token_at(layout, times[index].start)
        if not _governs(layout, found, at):
            continue
        outside = claim is not None and not claim.start <= times[index].start < claim.end
        distance = abs(layout.clause[at] - layout.clause[found.first])
        weak = 3 * outside + 2 * (binder(layout, at) in ONSET)
        rank = (distance + weak, abs(at - found.first) + 4 * (at < found.first), index)
        best = rank if best is None else min(best, rank)
    return best[2] if best else None


def _governs(layout: Layout, found: Found, at: int) -> bool:
    """Whether the time at a token can be the day of the event.

    No day of it: "closed [until June]", "the worst fire [since 1959]", and what stands in a clause or a participle
    about another thing ("arrested a man who was convicted [in 1998]", "freed girls abducted [in April]").
    """
    limited = any(layout.word(index) in LIMITS for index in range(max(found.last + 1, at - LIMIT_REACH), at + 1))
    if limited and not _is_ahead_or_never(layout, found):
        return False
    if binder(layout, at) == "since" and found.last < at and is_ranked(layout, at):
        return False
    if layout.clause[at] != layout.clause[found.first]:
        return not _is_aside(layout, found, at)
    return at < found.first or not _belongs_to_participle(layout, found, at)


def _is_ahead_or_never(layout: Layout, found: Found) -> bool:
    """ "will not reopen until May", "was not found until Monday": there the limit is the day itself."""
    return found.group is not None and found.group.negated


def is_ranked(layout: Layout, at: int) -> bool:
    """Whether a superlative looks back to the time ("the first crash on a tram since 1959")."""
    return any(
        layout.word(before) in listed("settings", "superlatives") or layout.word(before).endswith("iest")
        for before in range(max(0, at - RANKED), at)
    )


def _is_aside(layout: Layout, found: Found, at: int) -> bool:
    """Whether the time stands in a relative clause, or in what somebody announces, of which the event is no part.

    An event noun right before its own relative clause takes its day ("the fire that broke out on Monday").
    """
    first = layout.clause.index(layout.clause[at])
    opener = next((index for index in range(first, min(first + 4, at + 1)) if _opens_aside(layout, index)), None)
    if opener is None or any(layout.verbal[index] for index in range(first, opener)):
        return False
    if layout.clause[found.first] > layout.clause[at]:
        return not layout.has(layout.clause.index(layout.clause[found.first]), COORDINATOR | SUBORDINATOR | RELATIVE)
    return found.last < opener and not _is_antecedent(layout, found, opener)


def _is_antecedent(layout: Layout, found: Found, opener: int) -> bool:
    """Whether a relative clause is about the event noun before it, not about persons ("the release of those who …")."""
    between = range(found.last + 1, opener)
    personal = layout.word(opener) in {"who", "whom", "whose"}
    near = len(between) <= ANTECEDENT and not any(layout.verbal[index] for index in between)
    return found.frame == "nouns" and near and not personal


def _opens_aside(layout: Layout, index: int) -> bool:
    return layout.has(index, RELATIVE) or layout.word(index) in {"whose", "where"}


def _belongs_to_participle(layout: Layout, found: Found, at: int) -> bool:
    """Whether a participle between trigger and time has the time for itself: "freed girls [abducted] in April"."""
    if found.frame == "nouns" and not any(layout.verbal[index] for index in range(found.last + 1, at)):
        return False
    for index in range(at - 1, found.last, -1):
        if layout.has(index, MARK | COORDINATOR):
            return False
        if layout.verbal[index]:
            bare = layout.has(index, PAST) and not layout.has(index - 1, AUXILIARY | ADVERB | TO)
            return bare and not layout.has(index, REPORT) and layout.owner[index - 1] >= 0 and found.group is not None
    return False


def token_at(layout: Layout, offset: int) -> int:
    """The token that holds an offset or follows it."""
    at = next((at for at, token in enumerate(layout.tokens) if token.end > offset), len(layout) - 1)
    return max(at, 0)


def default_days(report: Report, mode: Mode, told: Days | None, background: bool) -> Days:
    """The days of an event that no time in its sentence dates: the last date told in its paragraph, else about
    publication day.

    What lies behind the story ("had begun in …") and what is yet to come gets none.
    """
    if mode not in TOLD_OF_PAST or background:
        return NO_DAYS
    if told is not None and told.earliest and told.latest and (told.latest - told.earliest).days <= YEAR:
        return Days(told.earliest, told.latest, max(told.precision, AROUND))
    if report.published is None:
        return NO_DAYS
    return Days(report.published - timedelta(days=1), report.published, AROUND)


def own_place(layout: Layout, found: Found, places: Sequence[PlaceMention], indexes: Sequence[int]) -> int | None:
    """The place of the event in its sentence: in its clause before others, after a preposition of place before
    others.
    """
    best: tuple[int, int, int, int] | None = None
    for index in indexes:
        at = token_at(layout, places[index].start)
        away = layout.clause[at] != layout.clause[found.first]
        bare = not _follows_place_preposition(layout, at)
        rank = (int(away), int(bare), abs(at - found.first), index)
        best = rank if best is None else min(best, rank)
    return best[3] if best else None


def _follows_place_preposition(layout: Layout, at: int) -> bool:
    before = at - 1
    while before >= 0 and at - before < 4 and not layout.has(before, PREPOSITION):
        before -= 1
    return layout.word(before) in PLACE_PREPOSITIONS


def real_places(places: Sequence[PlaceMention], mentions: Sequence[Mention]) -> tuple[int, ...]:
    """The places in literal use that are no words before the head of another thing ("[Syrian] Democratic Forces")."""
    others = [mention for mention in mentions if mention.kind not in {"place", "facility"}]
    inside: set[int] = set()
    heads = sorted((other.start, max(other.head.start, other.end if other.form == "name" else 0)) for other in others)
    reach = 0
    position = 0
    for index in sorted(range(len(places)), key=lambda i: places[i].start):
        while position < len(heads) and heads[position][0] <= places[index].start:
            reach = max(reach, heads[position][1])
            position += 1
        if places[index].end <= reach or places[index].use != "literal":
            inside.add(index)
    return tuple(index for index in range(len(places)) if index not in inside)


def main_place(places: Sequence[PlaceMention], indexes: Sequence[int]) -> int | None:
    """The place most spoken of in the report, the more exact and the earlier first; its first mention."""
    if not indexes:
        return None
    names = {index: _name(places[index], index) for index in indexes}
    counts = Counter(names.values())

    def rank(index: int) -> tuple[int, int, int]:
        location = places[index].location
        return -counts[names[index]], location.precision if location else 4, index

    return min(indexes, key=rank)


def _name(place: PlaceMention, index: int) -> str:
    return place.location.name if place.location else f"#{place.start if place.mention is None else place.mention}"


def smallest_claim(claims: Sequence[Claim], indexes: Sequence[int], start: int, end: int) -> int | None:
    """The smallest of these claims whose content holds the span, by index; a credited one before the outlet's own."""
    best: tuple[bool, int, int] | None = None
    for index in indexes:
        claim = claims[index]
        if (
            claim.start <= start
            and end <= claim.end
            and any(part.start <= start and end <= part.end for part in claim.parts)
        ):
            rank = (claim.source.kind == "outlet", claim.end - claim.start, index)
            best = rank if best is None else min(best, rank)
    return best[2] if best else None


def figures_of(layout: Layout, found: Found, figures: Sequence[Figure], indexes: Sequence[int]) -> tuple[int, ...]:
    """The figures in the clause of the trigger."""
    clause = layout.clause[found.first]
    return tuple(index for index in indexes if layout.clause[token_at(layout, figures[index].start)] == clause)
