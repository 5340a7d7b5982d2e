"""The addresses of the API. Every answer is one of the data classes in ``pages/``, written as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from reportedly.account.account import Account
from reportedly.errors import ServingError
from reportedly.pipeline import settle
from reportedly.report import Span
from reportedly.server.deciding import NewDecision, SmallJson, Undoing, take_decision, take_undoing
from reportedly.server.pages.citing import Passage, passage
from reportedly.server.pages.claims import ClaimsBoard, claims_board
from reportedly.server.pages.disagreements import Disputes, disputes
from reportedly.server.pages.entities import Entities, entities
from reportedly.server.pages.figures import Figures, figures
from reportedly.server.pages.map import StoryMap, story_map
from reportedly.server.pages.report import ReportPage, report_page
from reportedly.server.pages.review import DecisionLine, History, ReviewPage, history, review_page
from reportedly.server.pages.search import Found, search, search_archive
from reportedly.server.pages.stories import StoryList, story_list
from reportedly.server.pages.story import StoryPage, story_page
from reportedly.server.pages.timeline import Timeline, timeline
from reportedly.server.problems import Problem
from reportedly.server.standing import Standing
from reportedly.server.uploads import Settled, Upload, body_of, take_upload

MOST_SPANS = 100
MOST_ITEMS = 100
BYTES = "application/octet-stream"
AsOf = Annotated[
    date | None, Query(description="Only what was published until the evening of this day; left out = everything")
]
REFUSALS: Mapping[int | str, dict[str, Any]] = {404: {"model": Problem}, 409: {"model": Problem}}


def routes(standing: Standing) -> APIRouter:
    """The routes over one archive."""
    api = APIRouter(prefix="/api", responses=dict(REFUSALS))
    _add_story_routes(api, standing)
    _add_report_routes(api, standing)
    _add_upload_routes(api, standing)
    _add_review_routes(api, standing)
    return api


def _add_story_routes(api: APIRouter, standing: Standing) -> None:
    def part(story: str, as_of: date | None) -> Account:
        return standing.story_as_of(story, as_of)

    @api.get("/stories", response_model=StoryList)
    def stories() -> Response:
        """Every story of the archive."""
        archive = standing.archive
        return _json(story_list(standing.account(), archive.path.name, current=archive.is_current()))

    @api.get("/stories/{story}", response_model=StoryPage)
    def brief(story: str, as_of: AsOf = None) -> Response:
        """A story: its brief with citations, and its reports."""
        before = part(story, as_of - timedelta(days=1)) if as_of and as_of > date.min else None
        return _json(story_page(standing.story(story), part(story, as_of), as_of, before))

    @api.get("/stories/{story}/timeline", response_model=Timeline)
    def told_timeline(story: str, as_of: AsOf = None) -> Response:
        """What happened, by day."""
        return _json(timeline(part(story, as_of)))

    @api.get("/stories/{story}/figures", response_model=Figures)
    def told_figures(story: str, as_of: AsOf = None) -> Response:
        """The series of figures with every value."""
        return _json(figures(part(story, as_of)))

    @api.get("/stories/{story}/claims", response_model=ClaimsBoard)
    def board(story: str, as_of: AsOf = None, outlets: bool = False) -> Response:
        """Statements by origin; `outlets` adds what the outlets say themselves."""
        return _json(claims_board(part(story, as_of), with_outlets=outlets))

    @api.get("/stories/{story}/disagreements", response_model=Disputes)
    def disagreements(story: str, as_of: AsOf = None) -> Response:
        """Where reports contradict one another, with both sides."""
        return _json(disputes(part(story, as_of)))

    @api.get("/stories/{story}/map", response_model=StoryMap)
    def told_map(story: str, as_of: AsOf = None) -> Response:
        """Places with what happened there and who held them."""
        return _json(story_map(part(story, as_of)))

    @api.get("/stories/{story}/entities", response_model=Entities)
    def told_entities(story: str, as_of: AsOf = None) -> Response:
        """Who and what the story speaks of."""
        return _json(entities(part(story, as_of)))


def _add_report_routes(api: APIRouter, standing: Standing) -> None:
    @api.get("/reports/{report}", response_model=ReportPage)
    def told_report(report: str) -> Response:
        """A report with its text and marks."""
        return _json(report_page(standing.story(standing.story_of(report)), report))

    @api.get("/reports/{report}/passage", response_model=Passage)
    def told_passage(
        report: str,
        spans: Annotated[str, Query(description="Half-open ranges of code points, as in 12-40,55-61", max_length=2000)],
    ) -> Response:
        """The words around some spans of a report."""
        return _json(passage(standing.account(), report, spans_of(spans)))

    @api.get("/search", response_model=Found)
    def found(q: Annotated[str, Query(max_length=200)], story: str | None = None) -> Response:
        """Names, statements and reports that hold all words of `q`, in one story or in all."""
        return _json(search(standing.story(story), q) if story else search_archive(standing.archive, q))


def _add_upload_routes(api: APIRouter, standing: Standing) -> None:
    content = {"requestBody": {"content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}}

    @api.post("/reports", response_model=Upload, openapi_extra=content)
    async def upload(request: Request, name: Annotated[str, Query(max_length=1000)]) -> Response:
        """Read one file into the archive; `POST /api/account` afterwards brings the account up to date."""
        if request.headers.get("content-type") != BYTES:
            raise ServingError("The file came in a form that is not taken", f"Send its bytes as {BYTES}")
        body = await body_of(request)
        return _json(await run_in_threadpool(take_upload, standing.archive, name, body))

    @api.post("/account", response_model=Settled)
    def bring_up_to_date() -> Response:
        """Reckon the account anew where reports or decisions have been added."""
        summary = settle(standing.archive)
        return _json(Settled(summary.reckoned, len(summary.read_again)))


def _add_review_routes(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories/{story}/review", response_model=ReviewPage)
    def to_review(
        story: str,
        offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
        limit: Annotated[int, Query(ge=1, le=MOST_ITEMS)] = 25,
    ) -> Response:
        """What is least sure of a story, the most doubtful first."""
        return _json(review_page(standing.story(story), standing.queue(story), offset, limit))

    @api.get("/stories/{story}/decisions", response_model=History)
    def told_decisions(story: str) -> Response:
        """What was decided about a story, the newest first."""
        return _json(history(standing.story(story)))

    writing = APIRouter(route_class=SmallJson)

    @writing.post("/decisions", response_model=DecisionLine)
    def decide(new: NewDecision) -> Response:
        """Keep a decision; `POST /api/account` afterwards brings the account up to date."""
        return _json(take_decision(standing.archive, new))

    @writing.post("/decisions/{decision}/undo", response_model=DecisionLine)
    def undo(decision: str, undoing: Undoing) -> Response:
        """Undo a decision, or undo its undoing; `POST /api/account` afterwards brings the account up to date."""
        return _json(take_undoing(standing.archive, decision, undoing))

    api.include_router(writing)


def spans_of(written: str) -> list[Span]:
    """The spans of "12-40,55-61".

    Raises:
        ServingError: it is written in another way, or there are too many.
    """
    try:
        pairs = [tuple(map(int, piece.split("-"))) for piece in written.split(",")]
        spans = [Span(start, end) for start, end in pairs]
    except ValueError:
        raise ServingError(f"{written!r} names no spans", "Write them as start-end,start-end") from None
    if len(spans) > MOST_SPANS:
        raise ServingError(f"{len(spans)} spans are too many", f"Ask for {MOST_SPANS} at a time")
    return spans


def _json(page: object) -> Response:
    return Response(
        msgspec.json.encode(page), media_type="application/json", headers={"Cache-Control": "no-store, private"}
    )
