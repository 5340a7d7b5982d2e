"""Which decisions of people stand behind a line that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.account.account import Account, Citation, DecidedValue, Decision, Target
from reportedly.telling.shelf import Shelf
from reportedly.telling.wording import as_sentence, say_count, say_day, say_days, say_list, shorten

LONGEST = 80
VERBS = {
    "merge": "merged",
    "split": "parted",
    "rename": "named",
    "reject": "rejected",
    "confirm": "confirmed",
    "re-date": "dated",
    "re-place": "placed",
    "note": "noted",
    "undo": "undone",
}
"""How a decision is told in one word."""


def decided_in(sentence: str, citations: Sequence[Citation], shelf: Shelf) -> tuple[str, ...]:
    """The ids of the decisions behind a sentence: about events, statements and figures that it cites, about a name
    that it uses, about the disagreement that it tells. Notes change nothing, and are not among them.
    """
    if not shelf.account.decisions:
        return ()
    found = dict.fromkeys(_about(sentence, citations, shelf))
    return tuple(key for key in found if key in shelf.decisions and shelf.decisions[key].kind != "note")


def _about(sentence: str, citations: Sequence[Citation], shelf: Shelf) -> Iterator[str]:
    for citation in citations:
        for row in shelf.decided_at(citation):
            yield from row.decided
        for claim in shelf.claims_at(citation):
            yield from claim.decided
        for figure in shelf.figures_at(citation):
            yield from figure.decided
        for entity in (*shelf.entities_at(citation), *shelf.sources_at(citation)):
            if entity.decided and entity.name in sentence:
                yield from (key for key in entity.decided if shelf.decisions[key].kind == "rename")
    for found in shelf.account.disagreements:
        if found.decided and as_sentence(found.reason) == sentence:
            yield from found.decided


def say_decided(ids: Iterable[str], account: Account) -> str:
    """ "dated by Ada (5 March 2024)", for each of some decisions; empty for none."""
    known = {each.id: each for each in account.decisions}
    told = list(dict.fromkeys(_said(known[key]) for key in ids if key in known))
    return say_list(told) if told else ""


def _said(decision: Decision) -> str:
    return f"{VERBS[decision.kind]} by {decision.author} ({say_day(decision.made.date())})"


def say_decision(decision: Decision, known: Iterable[Decision] = ()) -> str:
    """What was decided, in one line: "re-date event “The train left the rails” to 4 March 2024".

    ``known`` are the decisions among which an undone one is looked up; without it an undoing gives only its id.
    """
    if decision.target is None:
        undone = next((each for each in known if each.id == decision.undoes), None)
        return f"undo: {say_decision(undone, known)}" if undone else f"undo {decision.undoes}"
    value = decision.value or DecidedValue()
    what = f"{decision.kind} {decision.target.kind} “{shorten(decision.target.name, LONGEST)}”"
    if value.other:
        link = {"merge": "with", "split": "from"}.get(decision.kind, "to")
        return f"{what} {link} “{shorten(value.other.name, LONGEST)}”{_counted(decision, value.other)}"
    if value.earliest and value.latest:
        return f"{what} to {say_days(value.earliest, value.latest)}"
    if value.location:
        return f"{what} to {value.location.latitude:.4f}, {value.location.longitude:.4f}"
    return f"{what}: {value.text}" if value.text else what


def _counted(decision: Decision, other: Target) -> str:
    """Of a split by mentions, how many were taken out."""
    apart = decision.kind == "split" and decision.target and decision.target.name == other.name
    return f" ({say_count(len(other.anchors), 'mention')} taken out)" if apart else ""
