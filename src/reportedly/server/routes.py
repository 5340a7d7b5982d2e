"""The addresses of the API. Every answer is one of the data classes in ``pages/``, written as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from reportedly.errors import ServingError
from reportedly.pipeline import settle
from reportedly.report import Span
from reportedly.server.answers import Most, Question, Skip, as_json
from reportedly.server.deciding import NewDecision, SmallJson, Undoing, take_decision, take_undoing
from reportedly.server.pages.asking import Answered, Questions, answered, questions_of_several
from reportedly.server.pages.citing import Passage, passage
from reportedly.server.pages.paging import Window
from reportedly.server.pages.report import ReportPage, report_page
from reportedly.server.pages.review import DecisionLine, History, ReviewPage, history, review_page
from reportedly.server.pages.search import Found, FoundReports, search, search_reports
from reportedly.server.problems import Problem
from reportedly.server.standing import Standing
from reportedly.server.story_routes import add_story_routes, list_stories
from reportedly.server.uploads import Settled, Upload, body_of, take_upload

Looked = Annotated[str, Query(description="The words that are looked for", max_length=200)]
MOST_SPANS = 100
MOST_ITEMS = 100
BYTES = "application/octet-stream"
NEWEST, SMALL = 4, 60
"""So many stories give examples of questions, and the most reports of one that does: a larger takes long to look at."""
REFUSALS: Mapping[int | str, dict[str, Any]] = {code: {"model": Problem} for code in (403, 404, 409, 422)}


def routes(standing: Standing) -> APIRouter:
    """The routes over one archive."""
    api = APIRouter(prefix="/api", responses=dict(REFUSALS))
    add_story_routes(api, standing)
    _add_report_routes(api, standing)
    _add_search_routes(api, standing)
    _add_question_routes(api, standing)
    _add_upload_routes(api, standing)
    _add_review_routes(api, standing)
    return api


def _add_report_routes(api: APIRouter, standing: Standing) -> None:
    @api.get("/reports/{report}", response_model=ReportPage)
    def told_report(report: str) -> Response:
        """A report with its text and marks."""
        return as_json(report_page(standing.story(standing.story_of(report)), report))

    @api.get("/reports/{report}/passage", response_model=Passage)
    def told_passage(
        report: str,
        spans: Annotated[str, Query(description="Half-open ranges of code points, as in 12-40,55-61", max_length=2000)],
    ) -> Response:
        """The words around some spans of a report."""
        return as_json(passage(standing.archive.text(report), report, spans_of(spans)))


def _add_search_routes(api: APIRouter, standing: Standing) -> None:
    @api.get("/search", response_model=Found)
    def found(q: Looked, story: str | None = None) -> Response:
        """Names and statements that hold all words of `q`, in one story or in all."""
        return as_json(search(standing.archive, q, story, _titles(standing)))

    @api.get("/search/reports", response_model=FoundReports)
    def found_reports(q: Looked, story: str | None = None, skip: Skip = 0, most: Most = 50) -> Response:
        """Reports that hold all words of `q`, in one story or in all, the newest first."""
        return as_json(search_reports(standing.archive, q, story, _titles(standing), Window(skip, most)))


def _titles(standing: Standing) -> dict[str, str]:
    return standing.once("titles", lambda: {line.id: line.title for line in list_stories(standing)})


def _add_question_routes(api: APIRouter, standing: Standing) -> None:
    @api.get("/ask", response_model=Answered)
    def told_by_any_story(q: Question) -> Response:
        """The answer to a question from whichever stories tell it; without lines the reports do not say."""
        return as_json(answered(*standing.ask(q)))

    @api.get("/questions", response_model=Questions)
    def questions_to_all() -> Response:
        """Questions that the newest stories answer."""
        return as_json(standing.once("questions", lambda: _questions_to_all(standing)))


def _questions_to_all(standing: Standing) -> Questions:
    newest = [line.id for line in list_stories(standing) if line.reports <= SMALL][:NEWEST]
    accounts = [standing.story(story) for story in newest]
    return questions_of_several(accounts, lambda question: standing.ask(question)[0])


def _add_upload_routes(api: APIRouter, standing: Standing) -> None:
    content = {"requestBody": {"content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}}

    @api.post("/reports", response_model=Upload, openapi_extra=content)
    async def upload(request: Request, name: Annotated[str, Query(max_length=1000)]) -> Response:
        """Read one file into the archive; `POST /api/account` afterwards brings the account up to date."""
        if request.headers.get("content-type") != BYTES:
            raise ServingError("The file came in a form that is not taken", f"Send its bytes as {BYTES}")
        body = await body_of(request)
        return as_json(await run_in_threadpool(take_upload, standing.archive, name, body))

    @api.post("/account", response_model=Settled)
    def bring_up_to_date() -> Response:
        """Reckon the account anew where reports or decisions have been added."""
        summary = settle(standing.archive)
        return as_json(Settled(summary.reckoned, len(summary.read_again)))


def _add_review_routes(api: APIRouter, standing: Standing) -> None:
    writing = APIRouter(route_class=SmallJson)

    @api.get("/stories/{story}/review", response_model=ReviewPage)
    def to_review(
        story: str,
        offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
        limit: Annotated[int, Query(ge=1, le=MOST_ITEMS)] = 25,
    ) -> Response:
        """What is least sure of a story, the most doubtful first."""
        return as_json(review_page(standing.story(story), standing.queue(story), offset, limit))

    @api.get("/stories/{story}/decisions", response_model=History)
    def told_decisions(story: str) -> Response:
        """What was decided about a story, the newest first."""
        return as_json(history(standing.story(story)))

    @writing.post("/decisions", response_model=DecisionLine)
    def decide(new: NewDecision) -> Response:
        """Keep a decision; `POST /api/account` afterwards brings the account up to date."""
        return as_json(take_decision(standing.archive, new))

    @writing.post("/decisions/{decision}/undo", response_model=DecisionLine)
    def undo(decision: str, undoing: Undoing) -> Response:
        """Undo a decision, or undo its undoing; `POST /api/account` afterwards brings the account up to date."""
        return as_json(take_undoing(standing.archive, decision, undoing))

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
