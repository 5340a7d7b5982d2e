"""The history of decisions: nothing is taken out of it; what is undone is said by a later entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.account.account import Decision, DecisionState


def in_order(decisions: Sequence[Decision]) -> list[Decision]:
    """By time, then by id."""
    return sorted(decisions, key=lambda each: (each.made, each.id))


def undone_by(decisions: Sequence[Decision]) -> dict[str, str]:
    """From each decision that is undone to the undoing one. An undo that is itself undone undoes nothing."""
    undone: dict[str, str] = {}
    for each in reversed(in_order(decisions)):
        if each.kind == "undo" and each.undoes and each.id not in undone:
            undone.setdefault(each.undoes, each.id)
    return undone


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that hold, in order of time; undoings are not among them."""
    undone = undone_by(decisions)
    return [each for each in in_order(decisions) if each.kind != "undo" and each.id not in undone]


def with_states(
    decisions: Sequence[Decision], marked: Sequence[Decision], story_of: Mapping[str, str]
) -> tuple[Decision, ...]:
    """The whole history in order of time, with what the reckoning made of each.

    ``marked`` are those whose target was found, as the chapters give them back; others in force have no target.
    ``story_of`` maps reports to stories: an undone decision, too, belongs to a story, and an undoing to that of what
    it undoes.
    """
    undone = undone_by(decisions)
    known = {each.id: each for each in marked}
    stories: dict[str, str | None] = {}
    told = []
    for each in in_order(decisions):
        found = known.get(each.id)
        stories[each.id] = found.story if found else stories.get(each.undoes or "") or _story_of(each, story_of)
        told.append(_with_state(each, undone.get(each.id), found, stories[each.id]))
    return tuple(told)


def _story_of(each: Decision, story_of: Mapping[str, str]) -> str | None:
    anchors = each.target.anchors if each.target else ()
    return next((story_of[anchor.report] for anchor in anchors if anchor.report in story_of), None)


def _with_state(each: Decision, undone: str | None, found: Decision | None, story: str | None) -> Decision:
    concerns = found.concerns if found else ()
    state: DecisionState = "in_force" if found or each.kind == "undo" else "without_target"
    return replace(each, state="undone" if undone else state, undone_by=undone, concerns=concerns, story=story)
