"""Decisions that a person makes in the desk: one in a request, small, signed, kept at once."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from fastapi.routing import APIRoute
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from reportedly import pipeline
from reportedly.account.account import Citation, DecisionKind, EntityPlace
from reportedly.account.decisions import Wish
from reportedly.account.decisions.making import LONGEST_AUTHOR, LONGEST_NOTE, MANY
from reportedly.archive import Archive
from reportedly.errors import ServingError
from reportedly.server.pages.review import DecisionLine, SpanIn, decision_line

JSON = "application/json"
LIMIT = 2**17
"""The most bytes of one decision."""
Id = Annotated[str, Field(max_length=300)]
Author = Annotated[str, Field(max_length=LONGEST_AUTHOR)]
Words = Annotated[str, Field(max_length=LONGEST_NOTE)]


@dataclass(frozen=True, slots=True)
class PointAt:
    """Where a place lies, in degrees, with what the gazetteer knows of it."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    geonames_id: int | None = None
    country: Annotated[str | None, Field(max_length=100)] = None
    admin1: Annotated[str | None, Field(max_length=200)] = None
    precision: Annotated[int, Field(ge=1, le=7)] = 1


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What a person decides. ``target`` and ``other`` are ids of the account, ``spans`` what a split takes out.

    ``story`` says in whose account they stand; without it the accounts of all stories are looked through.
    """

    kind: DecisionKind
    target: Id
    author: Author
    reason: Words = ""
    other: Id | None = None
    story: Id | None = None
    text: Words | None = None
    earliest: date | None = None
    latest: date | None = None
    location: PointAt | None = None
    spans: Annotated[tuple[SpanIn, ...], Field(max_length=MANY)] = field(default=())


@dataclass(frozen=True, slots=True)
class Undoing:
    """Who undoes a decision, and why."""

    author: Author
    reason: Words = ""


class SmallJson(APIRoute):
    """A route that takes JSON and little of it; what is something else is refused before its body is read."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler behind the check."""
        handle = super().get_route_handler()

        async def checked(request: Request) -> Response:
            require_small_json(request)
            return await handle(request)

        return checked


def require_small_json(request: Request) -> None:
    """Let only a script of the desk's own pages through: a form of another site cannot send JSON.

    Raises:
        ServingError: it is something else, or too large.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise ServingError("The decision came in a form that is not taken", f"Send it as {JSON}")
    declared = request.headers.get("content-length", "")
    if not declared.isdigit() or int(declared) > LIMIT:
        raise ServingError("The decision is too large", f"Keep it below {LIMIT // 1024} kilobytes")


def take_decision(archive: Archive, new: NewDecision) -> DecisionLine:
    """Keep a decision; the account is not made anew before it is asked to be."""
    at = new.location
    wish = Wish(
        kind=new.kind,
        target=new.target,
        other=new.other,
        spans=tuple(Citation(each.report, each.start, each.end) for each in new.spans),
        text=new.text,
        earliest=new.earliest,
        latest=new.latest,
        location=EntityPlace(at.geonames_id, at.latitude, at.longitude, at.country, at.admin1, at.precision)
        if at
        else None,
    )
    return decision_line(pipeline.decide(archive, wish, new.author, new.reason, story=new.story))


def take_undoing(archive: Archive, decision: str, undoing: Undoing) -> DecisionLine:
    """Keep the undoing of a decision."""
    return decision_line(pipeline.undo(archive, decision, undoing.author, undoing.reason))
