"""Where and when an event is set, told by the parse: what hangs on its own clause goes before what stands further off.

How far a time or a place is from an event is counted in links between clauses. Some links a time does not pass: "said
on Thursday, three days [after] a tunnel collapsed" dates no collapse, "arrested a man [who] was convicted in 1998" no
arrest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from reportedly.reading.events.grammar import REPORT
from reportedly.reading.events.layout import Layout
from reportedly.reading.events.matches import Found
from reportedly.reading.events.settings import (
    LIMITS,
    NO_DAYS,
    ONSET,
    Days,
    binder,
    days_of_time,
    is_ranked,
    token_at,
)
from reportedly.reading.events.tree import Tree
from reportedly.reading.reading import Figure, PlaceMention, TimeExpression
from reportedly.records import replace
from reportedly.report import Span

CLOSED = 100
"""The length of a link that a time does not pass."""
OUTSIDE = 6
"""The length of the link to words that only report the event ("said on Thursday"): they date the saying."""
FAR = 5
"""From this length on the days of a time are only about those of the event."""
NEAR = 8
"""Up to this rank a place is one of the event's own, not just one that its sentence names."""
SITES = frozenset(
    {"in", "at", "near", "on", "outside", "around", "across", "inside", "off", "over", "throughout", "of", "along"}
)
SAME_TIME = frozenset({"when", "as", "while", "where", "in", "by", "to", ""})
APART = frozenset({"after", "before", "since", "until", "till", "if", "unless", "once", "so"})


class Bearings:
    """Finds times, places and figures of events in one sentence."""

    def __init__(self, layout: Layout, tree: Tree) -> None:
        self.layout = layout
        self.tree = tree

    def time(
        self, found: Found, times: Sequence[TimeExpression], indexes: Sequence[int], claim: Span | None, ahead: bool
    ) -> Days:
        """The days of the dated time expression nearest to the event; ``NO_DAYS`` where none governs it.

        ``ahead``: the event has not happened yet or is denied, so that "until" may name its day.
        """
        best: tuple[int, int, int] | None = None
        for index in indexes:
            if times[index].type in {"DURATION", "SET"} or times[index].earliest is None:
                continue
            length = self._length_to_time(found, times[index], ahead)
            if length >= CLOSED:
                continue
            at = token_at(self.layout, times[index].start)
            outside = claim is not None and not claim.start <= times[index].start < claim.end
            rank = (max(length, OUTSIDE * outside), abs(at - found.first) + 4 * (at < found.first), index)
            best = rank if best is None else min(best, rank)
        if best is None:
            return NO_DAYS
        days = days_of_time(self.layout, times, best[2])
        return days if best[0] < FAR else replace(days, precision=max(days.precision, 2))

    def _length_to_time(self, found: Found, time: TimeExpression, ahead: bool) -> int:
        at = token_at(self.layout, time.start)
        bound = binder(self.layout, at)
        if bound in LIMITS and not ahead:
            return CLOSED
        if bound == "since" and found.last < at and is_ranked(self.layout, at):
            return CLOSED
        top = self._top(time.start, time.end)
        return self._length(found, top) + 2 * (bound in ONSET)

    def _top(self, start: int, end: int) -> int:
        first = token_at(self.layout, start)
        last = first
        while last + 1 < len(self.layout) and self.layout.tokens[last + 1].start < end:
            last += 1
        return self.tree.top(first, last + 1)

    def _length(self, found: Found, word: int) -> int:
        """The number of links between an event and a word: 0 where the word hangs on the event itself."""
        own = self.tree.top(found.first, found.last + 1)
        above = list(self.tree.above(word))
        for anchor in (own, found.anchor):
            if anchor in above and self.tree.clause[word] in {self.tree.clause[anchor], anchor}:
                return self._detour(word, anchor, found)
        here, there = self.tree.clause[found.anchor], self.tree.clause[word]
        if here == there:
            return 1 + self._detour(word, here, found)
        return self._between(found, here, there) + min(2, self._detour(word, there, found))

    def _detour(self, word: int, anchor: int, found: Found) -> int:
        """Further off where another noun has the word for itself ("the attack followed a [vote] on Monday")."""
        at = self.tree.heads[word]
        steps = 0
        while at >= 0 and at != anchor:
            inside = found.first <= at <= found.last or self.layout.dated[at]
            steps += 0 if inside or self.tree.upos[at] in {"ADP", "ADV", "NUM"} else 1
            at = self.tree.heads[at]
        return min(steps, 2)

    def _between(self, found: Found, here: int, there: int) -> int:
        """The length of the way from the event's clause to another, up to the clause that both hang on, and down."""
        mine, theirs = self._path(here), self._path(there)
        common = next((clause for clause in mine if clause in theirs), None)
        if common is None:
            return FAR
        up = sum(self._upward(clause) for clause in mine[: mine.index(common)])
        down = sum(self._downward(clause, found) for clause in theirs[: theirs.index(common)])
        return min(CLOSED, up + down)

    def _path(self, clause: int) -> list[int]:
        path = [clause]
        while self.tree.heads[path[-1]] >= 0 and len(path) < 20:
            path.append(self.tree.clause[self.tree.heads[path[-1]]])
        return path

    def _upward(self, clause: int) -> int:
        """The length of the link from an event's clause to the one above it."""
        tree, plain = self.tree, self.tree.plain[clause]
        if plain == "xcomp":
            return 1
        if plain == "conj":
            return 1 if tree.kid(clause, "nsubj") is None else 3
        if plain == "advcl":
            opener = tree.opener(clause)
            return CLOSED if opener in APART else 2 if opener in SAME_TIME else 4
        if plain in {"ccomp", "parataxis", "csubj"}:
            return OUTSIDE if self.layout.has(tree.heads[clause], REPORT) else 3
        return FAR

    def _downward(self, clause: int, found: Found) -> int:
        """The length of the link from an event's clause down to another that has a time."""
        tree, plain = self.tree, self.tree.plain[clause]
        if plain == "xcomp":
            return 1
        if plain == "conj":
            return 3
        if plain == "advcl":
            opener = tree.opener(clause)
            return 3 if opener in SAME_TIME and not tree.is_infinitive(clause) else CLOSED
        if plain == "acl":
            return 1 if self._is_about(clause, found) else CLOSED
        if plain == "parataxis":
            return OUTSIDE if self.layout.has(clause, REPORT) else 4
        return CLOSED

    def _is_about(self, clause: int, found: Found) -> bool:
        """Whether a relative clause is about the event noun itself ("the fire that broke out on Monday")."""
        noun = self.tree.heads[clause]
        personal = any(self.tree.words[kid] in {"who", "whom", "whose"} for kid in self.tree.children[clause])
        return found.frame == "nouns" and found.first <= noun <= found.last and not personal

    def place(self, found: Found, places: Sequence[PlaceMention], indexes: Sequence[int]) -> tuple[int, bool] | None:
        """The place nearest to the event: on its own clause before elsewhere, as a site before a mere participant.

        The second value tells whether the event surely is set there: the place is a site of its own clause or of one
        that goes on from it.
        """
        best: tuple[int, int, int] | None = None
        for index in indexes:
            top = self._top(places[index].start, places[index].end)
            rank = (2 * self._length(found, top) + 3 * self._site(top), abs(top - found.first), index)
            best = rank if best is None else min(best, rank)
        return (best[2], best[0] < NEAR) if best else None

    def _site(self, top: int) -> int:
        """0 for a place after a preposition of place, 1 for a participant or where one goes from, 2 for a modifier."""
        if "-" in self.layout.word(top + 1) or "-based" in self.layout.word(top):
            return 2
        for at in (top, self.tree.heads[top]):
            if at >= 0 and self.tree.case(at):
                return int(self.tree.case(at) not in SITES)
        return 1 if self.tree.plain[top] in {"nsubj", "obj", "conj", "root"} else 2

    def figures(self, found: Found, figures: Sequence[Figure], indexes: Sequence[int]) -> tuple[int, ...]:
        """The figures in the event's clause; of a noun those below it, or beside it under its light verb."""
        own = self.tree.top(found.first, found.last + 1)
        clause = self.tree.clause[found.anchor]
        bare = found.frame == "nouns" and found.anchor == own

        def belongs(index: int) -> bool:
            word = token_at(self.layout, figures[index].start)
            if bare and own != clause:
                return self.tree.is_under(word, own)
            return self.tree.clause[word] == clause or own in self.tree.above(word)

        return tuple(index for index in indexes if belongs(index))


def shifted(
    layout: Layout, tree: Tree, found: Found, times: Sequence[TimeExpression], indexes: Sequence[int]
) -> Days | None:
    """The day of an event that is counted from another: "said on Thursday, three days after a tunnel collapsed".

    None where the event does not stand in such a clause, ``NO_DAYS`` where it does and the day is not known.
    """
    clause = tree.clause[found.anchor]
    for at in (clause, *(word for word in tree.above(clause) if tree.plain[word] in {"advcl", "ccomp"})):
        mark = next((kid for kid in tree.kids(at, "mark") if tree.words[kid] in {"after", "before"}), None)
        if mark is None or tree.plain[at] != "advcl":
            continue
        durations = (times[i] for i in indexes if times[i].type == "DURATION")
        length = next((time for time in durations if _ends_at(layout, time, mark)), None)
        if length is None:
            return None
        days = _days_long(length.value)
        anchor = next((times[i] for i in indexes if _hangs_on(layout, tree, times[i], tree.heads[at])), None)
        if days is None or anchor is None or anchor.earliest is None or anchor.latest is None:
            return NO_DAYS
        shift = timedelta(days=-days if tree.words[mark] == "after" else days)
        return Days(anchor.earliest + shift, anchor.latest + shift, 1 if anchor.earliest == anchor.latest else 2)
    return None


def _ends_at(layout: Layout, time: TimeExpression, mark: int) -> bool:
    return mark > 0 and layout.tokens[mark - 1].start < time.end <= layout.tokens[mark].start


def _hangs_on(layout: Layout, tree: Tree, time: TimeExpression, clause: int) -> bool:
    dated = time.type in {"DATE", "TIME"} and time.earliest is not None
    return dated and clause >= 0 and tree.clause[token_at(layout, time.start)] == tree.clause[clause]


def _days_long(value: str) -> int | None:
    """The days of a duration of days or weeks ("P3D", "P2W")."""
    number, unit = value[1:-1], value[-1:]
    return int(number) * {"D": 1, "W": 7}[unit] if number.isdigit() and unit in {"D", "W"} else None
