"""Figures of one series that exclude one another, and tolls that were lowered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from reportedly.account.account import Disagreement, DisagreementKind, FigureEntry, Series, Status
from reportedly.account.disagreements.ages import firm_ages, may_have_aged
from reportedly.account.disagreements.likeness import roots
from reportedly.account.disagreements.parts import (
    are_of_one_place,
    are_of_one_whole,
    doer,
    is_former,
    is_increment,
    is_of_some,
    is_vague,
)
from reportedly.account.disagreements.scenes import are_of_one_scene
from reportedly.account.replacing import replaced_value
from reportedly.account.scope import counts_things, growing, names_its_noun
from reportedly.account.voices import Voices, agree, cut, named, plain, uncapitalised
from reportedly.data import word_set

TABLE = "account/measures.toml"
OLDER = 6
"""Years by which reports may differ over one person's age; a larger difference is another person's age."""
HALF = 0.5
"""A count that falls below this part of the earlier one counts something else."""
STEEP = 0.6
"""A count that falls below this part of the earlier one was not taken back but counts something else."""
ROUNDED = 0.03
"""Relative difference of two roundings: "131 feet" and "130 feet"."""
LARGE = 1000
"""A count from which roundings are told."""
NEAR = 1
"""Days between two sizes of one undertaking."""
PRINTED = timedelta(days=7)
"""Between the reports of two counts that can be of one time."""
TWO = 2
VALUES = 4
"""Values that one disagreement lists."""
SHOWN = 32
"""Characters of a figure as it is listed."""
SCOPE = "; so far apart, the two do not count the same"
DOER_TOO = "; the larger number counts the one who did it, too"
ROUND = 0.1
"""Relative difference that "about" forgives."""


def find_values(
    series: Sequence[Series], figures: Sequence[FigureEntry], voices: Voices, story: str
) -> Iterator[Disagreement]:
    """At most one disagreement of each kind per series: the figures that clash, or those that a lower one replaced.

    What two series tell with the same values is told once, under a name before "the girl".
    """
    by_id = {figure.id: figure for figure in figures}
    told: list[tuple[str, set[float]]] = []
    for line in sorted(series, key=_is_described):
        label = "age" if line.measure.startswith("age") else line.label
        for found in _of_series(line, figures, by_id, voices, story):
            values = {by_id[key].best for key in found.figures}
            if not any(label == other and values <= known for other, known in told):
                told.append((label, values))
                yield found


def _is_described(line: Series) -> bool:
    """Whether a series has nobody's name: "age of the girl"."""
    return line.measure.startswith("age") and line.label.partition(" of ")[2].startswith("the ")


def _of_series(
    line: Series, figures: Sequence[FigureEntry], by_id: Mapping[str, FigureEntry], voices: Voices, story: str
) -> Iterator[Disagreement]:
    members = [by_id[point.figure] for point in line.points]
    corrected = _corrected(members, voices)
    clash = _clashing(
        line, [figure for figure in members if figure.best != corrected[1].best] if corrected else members, voices
    )
    if clash:
        told = [*clash, *_saying_the_same(clash, figures)] if line.measure == "elapsed" else clash
        yield _disagreement(line, *_sorted_out(told, voices), voices, story)
    elif line.measure == "size":
        apart = _apart(members, voices)
        if apart:
            yield _disagreement(line, apart, "scope", voices, story)
    lowered = corrected or _lowered(line, members, voices)
    if lowered:
        yield _disagreement(line, lowered, "superseded", voices, story)


def _clashing(line: Series, members: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """The figures that hold for one day and exclude one another, said by speakers who each give one value."""
    if line.measure == "elapsed":
        members = [figure for figure in members if figure.relation == "elapsed"]
    if line.measure in word_set(TABLE, "moving") or not _is_of_one(line, members):
        return []
    if line.measure.startswith("age"):
        members = firm_ages(line.label.partition(" of ")[2], members, voices)
    days = [_of_day(line, same, voices) for same in _by_day(line, members).values()]
    clash = max(days, key=len, default=frozenset())
    found = [figure for figure in members if figure.id in clash]
    return [] if _is_of_several(line, found) else found


def _of_day(line: Series, same: Sequence[FigureEntry], voices: Voices) -> frozenset[str]:
    """The figures of one day that exclude one another, by their ids, with those of others who give the same values."""
    wavering = _wavering(same, voices)
    firm = [figure for figure in same if (figure.report, _voice(figure, voices)) not in wavering]
    clash = [
        figure
        for one, other in combinations(_each_once(firm, voices), 2)
        if _exclude(one, other) and _comparable(one, other, voices) and not _has_grown(line, one, other, voices)
        for figure in (one, other)
    ]
    values = {(figure.low, figure.high, figure.relation) for figure in clash}
    alike = [figure for figure in firm if (figure.low, figure.high, figure.relation) in values]
    return frozenset(figure.id for figure in alike if figure in clash or not is_of_some(figure, voices))


def _has_grown(line: Series, one: FigureEntry, other: FigureEntry, voices: Voices) -> bool:
    """Whether the larger count of what can only grow was printed on a later day: a toll that rose, no contradiction."""
    few, many = sorted((one, other), key=lambda figure: figure.best)
    first, then = (voices.reports[figure.report].published for figure in (few, many))
    stays = {one.relation, other.relation} & word_set(TABLE, "fixed")
    return line.measure in growing() and not stays and first is not None and then is not None and first < then


def _are_told_alike(one: FigureEntry, other: FigureEntry, voices: Voices) -> bool:
    """Whether two sentences share enough to measure one thing: how long the boys, and how long a woman was trapped."""
    told = [roots(voices.sentence(figure.report, figure.start)) for figure in (one, other)]
    return len(told[0] & told[1]) >= TWO


def _saying_the_same(clash: Sequence[FigureEntry], figures: Sequence[FigureEntry]) -> list[FigureEntry]:
    """Figures of other reports that tell one of the lengths of time, counted from whatever day."""
    reports = {figure.report for figure in clash}
    told = {(figure.low, figure.high, figure.unit) for figure in clash}
    return [
        figure
        for figure in figures
        if figure.relation == "elapsed"
        and (figure.low, figure.high, figure.unit) in told
        and figure.report not in reports
    ]


def _apart(members: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """The first two sizes told within a day of each other that are so far apart that they must count different things:
    those who dived, and the whole team.
    """
    told = [
        figure
        for figure in members
        if figure.relation in word_set(TABLE, "taking_part") and not is_vague(figure) and figure.as_of_latest
    ]
    return next(([one, other] for one, other in combinations(told, 2) if _is_far(one, other, voices)), [])


def _is_far(one: FigureEntry, other: FigureEntry, voices: Voices) -> bool:
    if one.as_of_latest is None or other.as_of_latest is None or one.report == other.report:
        return False
    near = abs((one.as_of_latest - other.as_of_latest).days) <= NEAR
    far = min(one.best, other.best) < HALF * max(one.best, other.best)
    return near and far and _exclude(one, other) and _voice(one, voices) != _voice(other, voices)


def _is_of_several(line: Series, clash: Sequence[FigureEntry]) -> bool:
    """Whether three ages are told of somebody without a name: "the child" is three children then."""
    owner = line.label.rpartition(" of ")[2]
    described = owner.startswith("the ") and owner.islower()
    return line.measure.startswith("age") and described and len({figure.best for figure in clash}) > TWO


def _is_of_one(line: Series, members: Sequence[FigureEntry]) -> bool:
    """Whether a series counts something, or measures what is named: two heights that nobody is said to have may be of
    two things, and two distances of one place are from two others.
    """
    if line.measure.startswith("distance"):
        return False
    return line.measure == "elapsed" or all(map(counts_things, members)) or " of " in line.label


def _by_day(line: Series, members: Sequence[FigureEntry]) -> dict[object, list[FigureEntry]]:
    """The figures by the day for which they hold; the size of what is trapped or aboard holds for all days."""
    days: dict[object, list[FigureEntry]] = {}
    fixed = any(figure.relation in word_set(TABLE, "fixed") for figure in members)
    for figure in members:
        days.setdefault(None if fixed else figure.as_of_latest, []).append(figure)
    return days


def _voice(figure: FigureEntry, voices: Voices) -> str:
    return voices.speaker(figure.source_claim, figure.report)


def _wavering(figures: Sequence[FigureEntry], voices: Voices) -> set[tuple[str, str]]:
    """Speakers who give two values in one report: they list, and contradict nobody."""
    said: dict[tuple[str, str], FigureEntry] = {}
    return {
        key
        for figure in figures
        if _exclude(said.setdefault(key := (figure.report, _voice(figure, voices)), figure), figure)
    }


def _corrected(members: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """The last figure that names the value it takes the place of ("38, not 41"), after the first with that value."""
    for later in reversed(members):
        value = replaced_value(voices.reports[later.report].text, later)
        earlier = next((figure for figure in members if figure.best == value and figure.report != later.report), None)
        if earlier and not (later.best > earlier.best and _is_later(earlier, later, voices)):
            return [earlier, later]
    return []


def _is_later(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether the second was printed on a later day: "109 cases, up from 91" has grown."""
    days = [voices.reports[figure.report].published for figure in (first, second)]
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def _each_once(figures: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """One figure for each speaker and value, so that what many repeat is compared once."""
    return list({(_voice(figure, voices), figure.low, figure.high): figure for figure in reversed(figures)}.values())


def _comparable(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether two speakers claim to give the same count: no part against the whole, no other person's age, no
    rounding.
    """
    if is_vague(first) or is_vague(second) or is_of_some(first, voices) or is_of_some(second, voices):
        return False
    if first.relation == "hospitalised" and (is_increment(first) or is_increment(second)):
        return False
    if not are_of_one_whole(first, second, voices) or not are_of_one_place(first, second, voices):
        return False
    if counts_things(first) and first.relation != "age" and not are_of_one_scene(first, second, voices):
        return False
    if not _same_said(first, second) or not _is_printed_near(first, second, voices):
        return False
    if first.relation == second.relation == "elapsed" and not _are_told_alike(first, second, voices):
        return False
    if first.relation == second.relation == "age" and _are_of_two(first, second, voices):
        return False
    if first.report == second.report and not _are_set_apart(first, second):
        return False
    return _voice(first, voices) != _voice(second, voices) and min(first.best, second.best) > HALF * max(
        first.best, second.best
    )


def _are_set_apart(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether one report credits both, and says of both what they count: a bare "895" may count others."""
    credited = first.source_claim and second.source_claim
    stays = first.relation == "age" or first.relation in word_set(TABLE, "fixed")
    return bool(credited) and (stays or (names_its_noun(first) and names_its_noun(second)))


def _are_of_two(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether two ages are those of two people, or of one at two times."""
    return abs(first.best - second.best) > OLDER or may_have_aged(first, second, voices)


def _is_printed_near(first: FigureEntry, second: FigureEntry, voices: Voices) -> bool:
    """Whether two counts were printed so near each other that they can be of one time; an age stays for longer."""
    days = [voices.reports[figure.report].published for figure in (first, second)]
    if days[0] is None or days[1] is None or first.relation == "age":
        return True
    return abs(days[0] - days[1]) <= PRINTED


def _comparable_later(first: FigureEntry, last: FigureEntry) -> bool:
    """Whether a later count can take an earlier one back: both are exact, and say the same of the whole."""
    return not is_vague(first) and not is_vague(last) and first.relation == last.relation


def _same_said(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether both say one thing of what they count, or one of them leaves it out."""
    if None not in {first.relation, second.relation}:
        return first.relation == second.relation
    anybody = {first.counted.rpartition(" ")[2], second.counted.rpartition(" ")[2]} & word_set(TABLE, "anybody")
    return bool(word_set(TABLE, "fixed") & {first.relation, second.relation}) and not anybody


def _exclude(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether no number lies in both ranges, allowing for "about" and for rounding."""
    if first.unit != second.unit:
        return False
    (low, high), (other_low, other_high) = _range(first), _range(second)
    return high < other_low or other_high < low


def _range(figure: FigureEntry) -> tuple[float, float]:
    slack = ROUND if figure.approximate else 0.0 if counts_things(figure) and figure.best < LARGE else ROUNDED
    slack = 0.0 if figure.relation == "age" else slack
    low = float("-inf") if figure.low is None else figure.low * (1 - slack)
    high = float("inf") if figure.high is None else figure.high * (1 + slack)
    return low, high


def _lowered(line: Series, members: Sequence[FigureEntry], voices: Voices) -> list[FigureEntry]:
    """The highest earlier figure and the lower one that replaced it, of a count that can only grow."""
    if line.measure not in growing():
        return []
    last = members[-1]
    higher = [
        figure
        for figure in members[:-1]
        if _exclude(figure, last)
        and last.best < figure.best <= last.best / STEEP
        and _comparable_later(figure, last)
        and _is_taken_back(figure, last, voices)
        and (_is_later(figure, last, voices) or is_former(figure, voices))
    ]
    higher = [figure for figure in higher if figure.report != last.report and figure.as_of_latest != last.as_of_latest]
    return [max(higher, key=lambda figure: figure.best), last] if higher else []


def _is_taken_back(figure: FigureEntry, last: FigureEntry, voices: Voices) -> bool:
    """Whether the lower count is of the same people: all, with or without whoever did it, however badly hurt."""
    if any(is_of_some(each, voices) for each in (figure, last)) or not _is_printed_near(figure, last, voices):
        return False
    one_apart = abs(figure.best - last.best) == 1 and (doer(figure, voices) or doer(last, voices))
    return not one_apart and are_of_one_whole(figure, last, voices) and are_of_one_scene(figure, last, voices)


def _sorted_out(clash: Sequence[FigureEntry], voices: Voices) -> tuple[list[FigureEntry], Status]:
    """The figures that clash, those of former reports first, and what their clash comes to.

    Values that are said to be former ones are superseded; where one count leaves out whoever did it, the scopes differ.
    """
    if any(figure.relation == "age" for figure in clash):
        return list(clash), _status(clash)
    former = [figure for figure in clash if is_former(figure, voices)]
    values = {figure.best for figure in clash}
    now = [figure for figure in clash if figure.best not in {each.best for each in former}]
    if former and now:
        return [*former, *now], "superseded"
    doers = {figure.best: doer(figure, voices) for figure in clash if doer(figure, voices)}
    with_doer = bool(values) and (doers.get(max(values)) == 1 or doers.get(min(values)) == -1)
    if len(values) == 2 and max(values) - min(values) == 1 and with_doer:
        return list(clash), "scope"
    return list(clash), _status(clash)


def _status(clash: Sequence[FigureEntry]) -> Status:
    return "within_report" if len({figure.report for figure in clash}) == 1 else "open"


def _disagreement(
    line: Series, members: Sequence[FigureEntry], status: Status, voices: Voices, story: str
) -> Disagreement:
    kind: DisagreementKind = "identity" if line.measure.startswith("age") else "figure"
    told = "; ".join(_told(members, voices))
    label = line.label[:1].upper() + line.label[1:]
    values = _change(members) if status == "superseded" else ""
    scope = "" if status != "scope" else SCOPE if line.measure == "size" else DOER_TOO
    return Disagreement(
        id=f"d:{line.id.removeprefix('s:')}{'-revised' if values else ''}",
        kind=kind,
        claims=tuple(dict.fromkeys(figure.source_claim for figure in members if figure.source_claim)),
        figures=tuple(figure.id for figure in members),
        reason=f"{label}{values}: {told}{scope}.",
        status=status,
        story=story,
    )


def _told(members: Sequence[FigureEntry], voices: Voices) -> Iterator[str]:
    """ "On 6 July Newsweek says 38", one for each value, with all who say it."""
    by_value: dict[tuple[float | None, float | None], list[FigureEntry]] = {}
    for figure in members:
        by_value.setdefault((figure.low, figure.high), []).append(figure)
    for same in list(by_value.values())[:VALUES]:
        speakers = list(dict.fromkeys(_voice(figure, voices) for figure in same))
        shown = [named(speaker) for speaker in speakers]
        verb = "say" if len(shown) > 1 else agree(shown[0], "say")
        day = voices.on_day(same[0].report, begins=False)
        yield f"{day} {_listed(shown)} {verb} {_value(same[0])}"


def _value(figure: FigureEntry) -> str:
    """ "13 foreign divers": a figure with what it counts, where its own words end before that."""
    text = uncapitalised(cut(plain(figure.text), SHOWN))
    bare = text.replace(",", "").rpartition(" ")[2]
    noun = figure.counted.rpartition(" ")[2]
    ends = figure.relation in word_set(TABLE, "taking_part") and bare in figure.counted.lower().split()
    return f"{text} {noun}" if ends and bare != noun else text


def _change(members: Sequence[FigureEntry]) -> str:
    """ ", lowered from 41 to 38"."""
    first, last = members[0], members[-1]
    return f", {'lowered' if last.best < first.best else 'raised'} from {_number(first)} to {_number(last)}"


def _number(figure: FigureEntry) -> str:
    return f"{figure.best:,.0f}" if figure.best == int(figure.best) else f"{figure.best:,}"


def _listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C", "A, B and 3 others"."""
    if len(names) <= 2:
        return " and ".join(names)
    rest = names[2] if len(names) == 3 else f"{len(names) - 2} others"
    return f"{names[0]}, {names[1]} and {rest}"
