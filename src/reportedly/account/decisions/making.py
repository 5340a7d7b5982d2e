"""Making a decision from what a person wishes: checked against the account, addressed by words of reports."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec

from reportedly.account.account import (
    Account,
    Citation,
    DecidedValue,
    Decision,
    DecisionKind,
    EntityPlace,
    Target,
    TargetKind,
)
from reportedly.account.decisions.addressing import anchors_of
from reportedly.account.decisions.history import undone_by
from reportedly.account.decisions.holding import (
    sort_of,
    span_of,
    words_of_disagreement,
    words_of_events,
    words_of_series,
)
from reportedly.errors import DecisionError, NotFoundError

FEW, MANY = 12, 400
"""How many anchors tell what a thing is, and how many are kept where each word counts (a split, a rejected event)."""
LONGEST_NAME, LONGEST_NOTE, LONGEST_AUTHOR = 200, 2000, 100
ALLOWED: Mapping[TargetKind, tuple[DecisionKind, ...]] = {
    "entity": ("confirm", "merge", "split", "rename", "re-place", "note"),
    "event": ("confirm", "reject", "merge", "split", "re-date", "re-place", "note"),
    "claim": ("confirm", "reject", "note"),
    "figure": ("confirm", "reject", "note"),
    "series": ("confirm", "merge", "split", "rename", "note"),
    "disagreement": ("confirm", "reject", "note"),
    "story": ("rename", "note"),
}
"""What can be decided about each sort of thing."""
UNREASONED: Collection[DecisionKind] = ("confirm", "note")
"""Decisions that need no reason: the reports themselves give it, or the note is it."""
PLACES = ("place", "facility")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants decided. ``target`` and ``other`` are ids of the account as it stands.

    ``other`` is what is merged with the target, what is kept apart from it, or the place of an event; ``spans`` are the
    mentions (or tellings, or figures) that a split takes out of it; ``text`` a new name or a note.
    """

    kind: DecisionKind
    target: str
    other: str | None = None
    spans: tuple[Citation, ...] = ()
    text: str | None = None
    earliest: date | None = None
    latest: date | None = None
    location: EntityPlace | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of the account that can be decided on, with the words that tell of it."""

    id: str
    kind: TargetKind
    name: str
    story: str | None
    words: tuple[Citation, ...]
    sort: str | None = None


def make_decision(account: Account, wish: Wish, author: str, reason: str, now: datetime) -> Decision:
    """The decision that a person wishes.

    Raises:
        NotFoundError: what it is about is not in the account.
        DecisionError: it makes no sense; says why and what to do.
    """
    thing = thing_of(account, wish.target)
    _check(wish, thing, author, reason)
    value = MAKERS.get(wish.kind, _nothing)(account, wish, thing)
    most = MANY if wish.kind == "reject" or thing.kind == "disagreement" else FEW
    made = Decision(
        id="",
        kind=wish.kind,
        target=_target(thing, account, most),
        value=value,
        author=author.strip(),
        made=now,
        reason=reason.strip(),
    )
    return replace(made, id=_id_of(made))


def make_undo(decisions: Sequence[Decision], wanted: str, author: str, reason: str, now: datetime) -> Decision:
    """The undoing of a decision, named by its id or the beginning of it. Undoing an undo puts the decision in force.

    Raises:
        NotFoundError: there is no such decision, or there are several.
        DecisionError: it is undone already, or nobody signs.
    """
    found = [each for each in decisions if each.id == wanted] or [
        each for each in decisions if len(wanted) > 2 and each.id.startswith(wanted)
    ]
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} decisions have the id {wanted!r}. `reportedly decisions` lists them.")
    if found[0].id in undone_by(decisions):
        raise DecisionError(
            f"The decision {found[0].id} is undone already", "Undo its undoing to put it in force again"
        )
    _check_author(author)
    undo = Decision("", "undo", None, None, author.strip(), now, reason.strip(), undoes=found[0].id)
    return replace(undo, id=_id_of(undo))


def thing_of(account: Account, wanted: str) -> Thing:
    """What an id of the account means.

    Raises:
        NotFoundError: there is nothing of that id.
    """
    for find in FINDERS:
        if (thing := find(account, wanted)) is not None:
            return thing
    raise NotFoundError(
        f"There is nothing of the id {wanted!r} in the account. It may have been reckoned anew: look it up again."
    )


def _entity(account: Account, wanted: str) -> Thing | None:
    row = next((each for each in account.entities if each.id == wanted), None)
    if row is None:
        return None
    named = [each for each in row.mentions if account.shown(each)[:1].isupper()]
    story = next((each.id for each in account.stories if wanted in each.entities), None)
    return Thing(wanted, "entity", row.name, story, (*named, *(each for each in row.mentions if each not in named)))


def _event(account: Account, wanted: str) -> Thing | None:
    row = next((each for each in account.events if each.id == wanted), None)
    if row is None:
        return None
    told = next((each.claim for each in row.mentions if each.claim and each.mode == row.mode), None)
    claim = next((each for each in account.claims if each.id == told), None)
    name = _short(claim.text) if claim else row.predicate
    return Thing(wanted, "event", name, row.story, tuple(sorted(words_of_events([row])[0][1])))


def _series(account: Account, wanted: str) -> Thing | None:
    row = next((each for each in account.series if each.id == wanted), None)
    if row is None:
        return None
    figures = {each.id: each for each in account.figures}
    return Thing(wanted, "series", row.label, row.story, tuple(sorted(words_of_series([row], figures)[0][1])))


def _claim(account: Account, wanted: str) -> Thing | None:
    row = next((each for each in account.claims if each.id == wanted), None)
    return Thing(wanted, "claim", _short(row.text), _story_of(account, row.report), (span_of(row),)) if row else None


def _figure(account: Account, wanted: str) -> Thing | None:
    row = next((each for each in account.figures if each.id == wanted), None)
    return Thing(wanted, "figure", row.text, _story_of(account, row.report), (span_of(row),)) if row else None


def _disagreement(account: Account, wanted: str) -> Thing | None:
    row = next((each for each in account.disagreements if each.id == wanted), None)
    if row is None:
        return None
    claims, figures = {each.id: each for each in account.claims}, {each.id: each for each in account.figures}
    words = tuple(sorted(words_of_disagreement(row, claims, figures)))
    return Thing(wanted, "disagreement", row.reason, row.story, words, sort_of(row))


def _story(account: Account, wanted: str) -> Thing | None:
    row = next((each for each in account.stories if each.id == wanted), None)
    words = tuple(Citation(report, 0, 0) for report in row.reports) if row else ()
    return Thing(wanted, "story", row.title, wanted, words) if row else None


FINDERS: tuple[Callable[[Account, str], Thing | None], ...] = (
    _entity, _event, _series, _claim, _figure, _disagreement, _story,
)  # fmt: skip


def _check(wish: Wish, thing: Thing, author: str, reason: str) -> None:
    if wish.kind not in ALLOWED[thing.kind]:
        allowed = ", ".join(ALLOWED[thing.kind])
        raise DecisionError(f"One cannot {wish.kind} {_an(thing.kind)}", f"What can be decided about one: {allowed}")
    _check_author(author)
    if wish.kind not in UNREASONED and not reason.strip():
        raise DecisionError(f"A decision to {wish.kind} needs its reason", "Say in a few words what shows it")
    if len(reason) > LONGEST_NOTE:
        raise DecisionError("The reason is too long", f"Keep it below {LONGEST_NOTE} characters")


def _check_author(author: str) -> None:
    if not author.strip() or len(author) > LONGEST_AUTHOR:
        raise DecisionError("A decision needs its author", "Give your name or your initials")


def _pair(account: Account, wish: Wish, thing: Thing) -> DecidedValue:
    """The second thing of a merge or of a split: another one, or the words that are taken out."""
    if wish.kind == "split" and wish.spans:
        return DecidedValue(other=_target(_taken_out(wish, thing), account, MANY))
    if wish.other is None:
        raise DecisionError(f"It is not said what to {wish.kind} it with", "Give the id of the other one")
    other = thing_of(account, wish.other)
    if other.id == thing.id or other.kind != thing.kind or other.story != thing.story:
        raise DecisionError(
            f"{_quoted(thing)} and {_quoted(other)} are not two of one sort and one story",
            f"Name another {thing.kind} of the same story",
        )
    return DecidedValue(other=_target(other, account, MANY))


def _taken_out(wish: Wish, thing: Thing) -> Thing:
    own = tuple(each for each in thing.words if each in set(wish.spans))
    if len(own) < len(set(wish.spans)) or len(own) == len(thing.words):
        raise DecisionError(
            f"These are not some of the {len(thing.words)} places that tell of {_quoted(thing)}",
            "Take out some of them, and leave at least one",
        )
    return replace(thing, words=own)


def _name(_account: Account, wish: Wish, thing: Thing) -> DecidedValue:
    text = " ".join((wish.text or "").split())
    if not text or len(text) > LONGEST_NAME or text == thing.name:
        raise DecisionError(f"That is no new name for {_quoted(thing)}", f"Give one of up to {LONGEST_NAME} characters")
    return DecidedValue(text=text)


def _noted(_account: Account, wish: Wish, _thing: Thing) -> DecidedValue:
    text = (wish.text or "").strip()
    if not text or len(text) > LONGEST_NOTE:
        raise DecisionError("The note is empty or too long", f"Write one of up to {LONGEST_NOTE} characters")
    return DecidedValue(text=text)


def _days(_account: Account, wish: Wish, _thing: Thing) -> DecidedValue:
    earliest, latest = wish.earliest or wish.latest, wish.latest or wish.earliest
    if earliest is None or latest is None or earliest > latest:
        raise DecisionError("That is no day and no range of days", "Give the first day, and the last where it is later")
    return DecidedValue(earliest=earliest, latest=latest)


def _place(account: Account, wish: Wish, thing: Thing) -> DecidedValue:
    if thing.kind == "entity":
        return DecidedValue(location=_location(account, wish, thing))
    if wish.other is None:
        raise DecisionError("It is not said where it happened", "Give the id of a place of the story")
    where = thing_of(account, wish.other)
    if where.story != thing.story or not _is_place(account, where):
        raise DecisionError(f"{_quoted(where)} is no place of this story", "`reportedly entities` lists them")
    return DecidedValue(other=_target(where, account, FEW))


def _location(account: Account, wish: Wish, thing: Thing) -> EntityPlace:
    found = wish.location
    if not _is_place(account, thing):
        raise DecisionError(f"{_quoted(thing)} is no place", "Only places and facilities lie somewhere")
    if found is None or not (-90 <= found.latitude <= 90 and -180 <= found.longitude <= 180):
        raise DecisionError("That is no point on the earth", "Give degrees of latitude and longitude")
    return found


def _is_place(account: Account, thing: Thing) -> bool:
    return any(each.id == thing.id and each.kind in PLACES for each in account.entities)


def _nothing(_account: Account, _wish: Wish, _thing: Thing) -> None:
    return None


MAKERS: Mapping[DecisionKind, Callable[[Account, Wish, Thing], DecidedValue | None]] = {
    "merge": _pair, "split": _pair, "rename": _name, "note": _noted, "re-date": _days, "re-place": _place,
}  # fmt: skip


def _target(thing: Thing, account: Account, most: int) -> Target:
    return Target(thing.kind, thing.name, anchors_of(thing.words, account.texts, most), thing.sort)


def _id_of(made: Decision) -> str:
    plain: Any = msgspec.to_builtins(made)
    return "k:" + hashlib.sha256(msgspec.json.encode(plain, order="sorted")).hexdigest()[:10]


def _story_of(account: Account, report: str) -> str | None:
    return next((each.story for each in account.reports if each.id == report), None)


def _short(text: str, most: int = 120) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: plain.rfind(" ", 0, most)] + " …"


def _quoted(thing: Thing) -> str:
    return f"“{_short(thing.name, 60)}”"


def _an(kind: str) -> str:
    return f"{'an' if kind[0] in 'ae' else 'a'} {kind}"
