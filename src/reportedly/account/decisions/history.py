"""The history of decisions: nothing is taken out of it; what is undone is said by a later entry."""

from __future__ import annotations

from collections.abc import Sequence
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


def with_states(decisions: Sequence[Decision], marked: Sequence[Decision]) -> tuple[Decision, ...]:
    """The whole history in order of time, with what the reckoning made of each.

    ``marked`` are those whose target was found, as the chapters give them back; others in force have no target.
    """
    undone = undone_by(decisions)
    known = {each.id: each for each in marked}
    return tuple(_with_state(each, undone.get(each.id), known.get(each.id)) for each in in_order(decisions))


def _with_state(each: Decision, undone: str | None, found: Decision | None) -> Decision:
    concerns, story = (found.concerns, found.story) if found else ((), None)
    state: DecisionState = "in_force" if found or each.kind == "undo" else "without_target"
    return replace(each, state="undone" if undone else state, undone_by=undone, concerns=concerns, story=story)
