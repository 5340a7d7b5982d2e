"""The addresses below a story. Lists are given a page at a time, and each is made once for all of its pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends
from starlette.responses import Response

from reportedly.account.account import Account, Status
from reportedly.errors import ServingError
from reportedly.server.answers import AsOf, Most, Question, Skip, Words, as_json
from reportedly.server.pages.asking import Answered, Questions, answered, questions
from reportedly.server.pages.changes import Changes, changes
from reportedly.server.pages.claims import Choice as ClaimsChoice
from reportedly.server.pages.claims import ClaimsBoard, claims_board, whole_board
from reportedly.server.pages.disagreements import Disputes, disputes
from reportedly.server.pages.entities import Entities, entities, entity_lines
from reportedly.server.pages.figures import Figures, charts_of, figures
from reportedly.server.pages.incidents import Incidents, incident_lines, incidents
from reportedly.server.pages.map import PlacePage, StoryMap, place_page, story_map
from reportedly.server.pages.paging import Window
from reportedly.server.pages.reports import Choice as ReportsChoice
from reportedly.server.pages.reports import ReportList, report_lines, report_list
from reportedly.server.pages.stories import StoryLine, StoryList, story_lines, story_list
from reportedly.server.pages.story import StoryPage, story_page
from reportedly.server.pages.timeline import Choice as TimelineChoice
from reportedly.server.pages.timeline import Lane, Lanes, Timeline, lanes, timeline, timeline_lines
from reportedly.server.standing import Standing
from reportedly.telling.changes import Change, tell_changes

Made = TypeVar("Made")


def add_story_routes(api: APIRouter, standing: Standing) -> None:
    """The list of stories, and what each page of a story shows."""
    for add in (_add_stories, _add_changes, _add_timeline, _add_statements, _add_map, _add_names, _add_questions):
        add(api, standing)


def list_stories(standing: Standing) -> tuple[StoryLine, ...]:
    """The line of each story, made once."""
    return standing.once("stories", lambda: story_lines(standing.archive.heads()))


def _add_stories(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories", response_model=StoryList)
    def stories(words: Words = "", skip: Skip = 0, most: Most = 50) -> Response:
        """The stories of the archive."""
        archive = standing.archive
        lines = list_stories(standing)
        current = archive.is_current() or not archive.ids()
        return as_json(story_list(lines, archive.path.name, words, Window(skip, most), current=current))

    @api.get("/stories/{story}", response_model=StoryPage)
    def brief(story: str, as_of: AsOf = None) -> Response:
        """A story: its brief with citations, and the reports that they lead to."""
        before = standing.story_as_of(story, as_of - timedelta(days=1)) if as_of and as_of > date.min else None
        return as_json(story_page(standing.story(story), standing.story_as_of(story, as_of), as_of, before))

    @api.get("/stories/{story}/reports", response_model=ReportList)
    def told_reports(
        story: str, chosen: Annotated[ReportsChoice, Depends()], as_of: AsOf = None, skip: Skip = 0, most: Most = 50
    ) -> Response:
        """The reports of a story with their origins."""
        return as_json(report_list(_made(standing, "reports", story, as_of, report_lines), chosen, Window(skip, most)))


def _add_changes(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories/{story}/changes", response_model=Changes)
    def told_changes(story: str, since: date, as_of: AsOf = None, skip: Skip = 0, most: Most = 50) -> Response:
        """What is new, revised, withdrawn or settled since a day, that day included."""
        if as_of and since > as_of:
            raise ServingError(
                "The day since which changes are asked for lies behind the last day", "Give an earlier one"
            )
        after = standing.story_as_of(story, as_of)
        told = standing.once(("changes", story, since, as_of), lambda: _changes(standing, story, since, after))
        return as_json(changes(after, told, since, Window(skip, most)))


def _changes(standing: Standing, story: str, since: date, after: Account) -> tuple[Change, ...]:
    before = standing.story_as_of(story, since - timedelta(days=1)) if since > date.min else Account()
    return tell_changes(before, after)


def _add_timeline(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories/{story}/timeline", response_model=Timeline)
    def told_timeline(
        story: str, chosen: Annotated[TimelineChoice, Depends()], as_of: AsOf = None, skip: Skip = 0, most: Most = 50
    ) -> Response:
        """What happened, by day."""
        return as_json(timeline(_made(standing, "timeline", story, as_of, timeline_lines), chosen, Window(skip, most)))

    @api.get("/stories/{story}/timeline/lanes", response_model=Lanes)
    def told_lanes(story: str, by: Lane, chosen: Annotated[TimelineChoice, Depends()], as_of: AsOf = None) -> Response:
        """What happened, drawn in lanes by actor, place or type."""
        return as_json(lanes(_made(standing, "timeline", story, as_of, timeline_lines), chosen, by))


def _add_statements(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories/{story}/figures", response_model=Figures)
    def told_figures(
        story: str,
        series: str | None = None,
        as_of: AsOf = None,
        words: Words = "",
        skip: Skip = 0,
        most: Most = 50,
    ) -> Response:
        """The series of figures with every value; `series` = only this one."""
        return as_json(figures(_made(standing, "figures", story, as_of, charts_of), series, words, Window(skip, most)))

    @api.get("/stories/{story}/incidents", response_model=Incidents)
    def told_incidents(story: str, as_of: AsOf = None, skip: Skip = 0, most: Most = 50) -> Response:
        """What killed or hurt people: what it was, where and when, how many, in which reports."""
        return as_json(incidents(_made(standing, "incidents", story, as_of, incident_lines), Window(skip, most)))

    @api.get("/stories/{story}/claims", response_model=ClaimsBoard)
    def board(
        story: str,
        chosen: Annotated[ClaimsChoice, Depends()],
        as_of: AsOf = None,
        outlets: bool = False,
        skip: Skip = 0,
        most: Most = 50,
    ) -> Response:
        """Statements by origin; `outlets` adds what the outlets say themselves."""
        every = _made(
            standing, f"claims {outlets}", story, as_of, lambda account: whole_board(account, with_outlets=outlets)
        )
        return as_json(claims_board(every, chosen, Window(skip, most)))

    @api.get("/stories/{story}/disagreements", response_model=Disputes)
    def disagreements(
        story: str, status: Status | None = None, as_of: AsOf = None, skip: Skip = 0, most: Most = 50
    ) -> Response:
        """Where reports contradict one another, with both sides."""
        return as_json(disputes(standing.story_as_of(story, as_of), status, Window(skip, most)))


def _add_map(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories/{story}/map", response_model=StoryMap)
    def told_map(story: str, as_of: AsOf = None) -> Response:
        """Places with the days of what happened there, and who held them."""
        return as_json(_made(standing, "map", story, as_of, story_map))

    @api.get("/stories/{story}/map/{place}", response_model=PlacePage)
    def told_place(
        story: str, place: str, day: date | None = None, as_of: AsOf = None, skip: Skip = 0, most: Most = 50
    ) -> Response:
        """What happened at a place, on any day or on one."""
        return as_json(place_page(standing.story_as_of(story, as_of), place, day, Window(skip, most)))


def _add_names(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories/{story}/entities", response_model=Entities)
    def told_entities(
        story: str, kind: str | None = None, words: Words = "", as_of: AsOf = None, skip: Skip = 0, most: Most = 50
    ) -> Response:
        """Who and what the story speaks of."""
        return as_json(
            entities(_made(standing, "entities", story, as_of, entity_lines), kind, words, Window(skip, most))
        )


def _add_questions(api: APIRouter, standing: Standing) -> None:
    @api.get("/stories/{story}/questions", response_model=Questions)
    def told_questions(story: str, as_of: AsOf = None) -> Response:
        """Questions that the reports of the story answer."""
        asker = standing.asker(story, as_of)
        return as_json(_made(standing, "questions", story, as_of, lambda account: questions(account, asker.ask)))

    @api.get("/stories/{story}/ask", response_model=Answered)
    def told_answer(story: str, q: Question, as_of: AsOf = None) -> Response:
        """The answer to a question in English with its citations; without lines the reports do not say."""
        return as_json(answered(standing.asker(story, as_of).ask(q), standing.story_as_of(story, as_of)))


def _made(standing: Standing, name: str, story: str, as_of: date | None, make: Callable[[Account], Made]) -> Made:
    """A list of a story, made once for all of its pages."""
    account = standing.story_as_of(story, as_of)
    return standing.once((name, story, as_of), lambda: make(account))
