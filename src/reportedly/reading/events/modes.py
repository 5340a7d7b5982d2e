"""In which mode an event is told: asserted, denied, expected, possible, planned, likely or hypothetical.

The modes are PLOVER's auxiliary modes with denial added. Negation, hope, plan and prediction never become facts.
"""

from __future__ import annotations

from reportedly.data import load_table
from reportedly.reading.events.arguments import is_participle
from reportedly.reading.events.grammar import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
    PREPOSITION,
    RELATIVE,
    TO,
    listed,
)
from reportedly.reading.events.layout import DASHES, Layout
from reportedly.reading.events.matches import Found
from reportedly.reading.events.predicates import VerbGroup, control_of, is_ordinal_infinitive
from reportedly.reading.reading import Mode

CONDITIONS = frozenset({"if", "unless", "whether"})
NOUN_MODES: tuple[Mode, ...] = ("denied", "planned", "possible", "likely", "expected", "hypothetical")
MODES: dict[str, Mode] = {
    name: name for name in ("asserted", "denied", "expected", "possible", "planned", "likely", "hypothetical")
}
NOUN_REACH = 5
CLAIM_MODES = "attribution_modes.toml"
CLAUSAL: frozenset[Mode] = frozenset({"possible", "likely"})
"""Modes that an adverb or a modal in the clause gives; the others come from verbs that are looked at themselves."""
LATE_REACH = 8
SUBJECT_REACH = 6
NOBODY = frozenset({"no", "nobody", "none", "neither"})
TELLING = frozenset({"tell", "suppose", "allow"})
"""Verbs that make an infinitive hypothetical, but no noun ("told a [briefing]")."""


def mode_of(layout: Layout, found: Found) -> Mode:
    """The mode of an event as its own sentence tells it; the claim around it is looked at elsewhere."""
    if found.frame == "nouns":
        before = _before_noun(layout, found)
        if before != "asserted":
            return before
    if found.group is None:
        return "hypothetical" if _in_condition(layout, found.first) else "asserted"
    return _group_mode(layout, found.group)


def reaches_from_claim(layout: Layout, found: Found, content: str, mode: Mode) -> bool:
    """Whether the mode of a claim holds for an event in its content.

    The verb of speech reaches every event in the statement ("denied that …", "fears that …"); a word inside it only
    those of its clause: "two died and more [may] come" takes nothing back of the deaths, "two [probably] died" does.
    """
    words = frozenset(load_table(CLAIM_MODES)["content"].get(mode, ()))
    if words.isdisjoint(content.lower().split()):
        return True
    clause = layout.clause[found.first]
    near = any(layout.word(at) in words for at in range(len(layout)) if layout.clause[at] == clause)
    return near and mode in CLAUSAL


def is_presupposed(layout: Layout, found: Found) -> bool:
    """Whether the event only tells which one is meant: "expects to pay the tax [signed] into law last week"."""
    if found.group is None:
        return False
    before = found.group.start - 1
    relative = layout.word(before) in {"who", "which", "whose"}
    return relative or (before >= 0 and is_participle(layout, found.group, found.last))


def _group_mode(layout: Layout, group: VerbGroup) -> Mode:
    """Negation first, then the nearest governor that is no mere phase, then the modal, then a condition."""
    governed = _governed(layout, group)
    if (group.negated or _is_of_nobody(layout, group)) and not _is_only_late(layout, group):
        if _in_condition(layout, group.start):
            return "hypothetical"
        return "asserted" if governed == "denied" else "denied"
    if governed is not None and governed != "asserted":
        return governed
    for at in group.auxiliaries:
        if layout.has(at, MODAL):
            return _modal_mode(layout, at)
    if _in_condition(layout, group.start):
        return "hypothetical"
    if group.infinitive and governed is None and not is_ordinal_infinitive(layout, group):
        return "possible"
    return "denied" if layout.word(group.start - 1) == "without" else "asserted"


def _is_of_nobody(layout: Layout, group: VerbGroup) -> bool:
    """ "[No] officers were hurt", "[no] one was arrested", but not "there is no doubt the army fled"."""
    for at in range(group.start - 1, max(-1, group.start - SUBJECT_REACH), -1):
        if layout.word(at) in NOBODY:
            return not (at and (layout.verbal[at - 1] or layout.has(at - 1, AUXILIARY | PREPOSITION)))
        if layout.verbal[at] or layout.has(at, MARK | AUXILIARY | RELATIVE):
            return False
    return False


def _is_only_late(layout: Layout, group: VerbGroup) -> bool:
    """Whether the negation only holds up to a time: "was not found until Monday" says that it was found."""
    clause = layout.clause[group.head]
    after = range(group.head + 1, min(len(layout), group.head + LATE_REACH))
    return any(layout.word(at) in {"until", "till"} for at in after if layout.clause[at] == clause)


def _governed(layout: Layout, group: VerbGroup) -> Mode | None:
    for at in group.governors:
        control = control_of(layout, at)
        if control is not None and control != "asserted":
            return MODES[control]
    return "asserted" if group.governors else None


def _modal_mode(layout: Layout, at: int) -> Mode:
    for mode in ("possible", "hypothetical", "expected"):
        if layout.word(at) in listed("controls", mode):
            return MODES[mode]
    return "expected"


def _in_condition(layout: Layout, at: int) -> bool:
    """Whether the clause of the token begins with "if" or the like."""
    clause = layout.clause[at] if at < len(layout) else 0
    while at >= 0 and layout.clause[at] == clause:
        if layout.word(at) in CONDITIONS:
            return True
        at -= 1
    return False


def _before_noun(layout: Layout, found: Found) -> Mode:
    """ "no injuries", "a planned attack", "fears of a flood", "called for a strike"."""
    if layout.has(found.first - 1, NEGATION):
        return "denied"
    for at in range(found.first - 1, max(-1, found.first - NOUN_REACH), -1):
        if layout.has(at, MARK) and layout.tokens[at].text not in DASHES:
            break
        if layout.word(at) == "not" and layout.word(at + 1) in {"a", "an", "any"}:
            return "denied"
        for mode in NOUN_MODES:
            if layout.word(at) in listed("noun_modes", mode):
                return mode
        governed = _noun_governor(layout, at) if _reaches(layout, at, found.first) else None
        if governed is not None:
            return governed
        if not layout.has(at, DETERMINER | PREPOSITION | ADVERB | TO) and layout.owner[at] < 0 and layout.verbal[at]:
            break
    return "asserted"


def _reaches(layout: Layout, at: int, noun: int) -> bool:
    """Whether a verb governs the noun: by itself or by the preposition beside it ("called [for] a strike"), not past
    another ("told reporters [after] the meeting").
    """
    if not layout.verbal[at]:
        return True
    return layout.keys[at] not in TELLING and not any(
        layout.has(index, PREPOSITION) and not layout.has(index, DETERMINER | ADVERB) for index in range(at + 2, noun)
    )


def _noun_governor(layout: Layout, at: int) -> Mode | None:
    """What a verb or a noun directly above the event noun makes of it."""
    key = layout.keys[at]
    if layout.verbal[at]:
        for mode in ("denied", "planned", "expected", "hypothetical"):
            if key in listed("controls", mode) and key not in listed("controls", "asserted"):
                return MODES[mode]
        return None
    if layout.has(at + 1, PREPOSITION):
        for mode in ("possible", "hypothetical", "planned", "denied"):
            links = {"for"} if mode == "hypothetical" else {"of", "for"}
            if key in listed("control_nouns", mode) and layout.word(at + 1) in links:
                return MODES[mode]
    return None
