"""The app: the API, the built pages, and the gate before both."""

from __future__ import annotations

from collections.abc import Collection
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.archive import Archive
from reportedly.server import built
from reportedly.server.gate import LOOPBACK, Gate
from reportedly.server.problems import add_problems
from reportedly.server.routes import routes
from reportedly.server.standing import Standing
from reportedly.server.story_routes import list_stories


def build_app(
    archive: Archive, static: Path = built.FOLDER, *, hosts: Collection[str] = LOOPBACK, token: str | None = None
) -> FastAPI:
    """The app over an open archive.

    Args:
        archive: stays open while the app runs.
        static: the folder of the built pages.
        hosts: names by which the desk may be called; any other Host header is refused.
        token: what every request must carry; None = nothing.
    """
    app = FastAPI(
        title="Reportedly",
        version=version("reportedly"),
        description="The desk's interface to an archive. Spans are half-open ranges of code points; days are closed.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_name,
    )
    app.state.standing = Standing(archive)
    app.include_router(routes(app.state.standing))
    add_problems(app)
    _add_pages(app, static)
    app.add_middleware(Gate, hosts=hosts, token=token)
    return app


def prepare(app: FastAPI) -> None:
    """Make what the first page needs, so that its first visitor does not wait for it.

    Raises:
        ArchiveError: the stored account is damaged.
    """
    list_stories(app.state.standing)
    # The addresses of a router are laid out when the first of them is looked for, which takes a tenth of a second.
    looked_for = {"type": "http", "method": "GET", "path": "/api/stories", "root_path": "", "headers": []}
    for route in app.routes:
        route.matches(looked_for)


def _name(route: APIRoute) -> str:
    return route.name


def _add_pages(app: FastAPI, static: Path) -> None:
    @app.get("/assets/{path:path}", include_in_schema=False)
    def asset(path: str) -> Response:
        return built.asset(static, path)

    @app.get("/api/{path:path}", include_in_schema=False)
    def no_such_thing(path: str) -> Response:
        raise HTTPException(404)

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> Response:
        return built.page(static)
