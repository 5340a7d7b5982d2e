"""What the API answers when something is wrong: the problem and its remedy, never a traceback."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from reportedly.errors import DecisionError, NotFoundError, ReportedlyError, ServingError

CODES: tuple[tuple[type[ReportedlyError], int], ...] = (
    (NotFoundError, 404),
    (ServingError, 422),
    (DecisionError, 422),
    (ReportedlyError, 409),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and what to do about it."""

    problem: str
    remedy: str


def add_problems(app: FastAPI) -> None:
    """Let the app answer errors in the one form that the desk shows."""

    @app.exception_handler(ReportedlyError)
    async def ours(_request: Request, error: ReportedlyError) -> Response:
        code = next(code for kind, code in CODES if isinstance(error, kind))
        return _answer(code, *_parted(error))

    @app.exception_handler(RequestValidationError)
    async def malformed(_request: Request, error: RequestValidationError) -> Response:
        where = ", ".join(str(each["loc"][-1]) for each in error.errors())
        return _answer(422, f"The request is not understood ({where})", "Go back, or reload the page")

    @app.exception_handler(HTTPException)
    async def unknown(_request: Request, error: HTTPException) -> Response:
        return _answer(error.status_code, "There is nothing at this address", "Go back to the list of stories")

    @app.exception_handler(Exception)
    async def unforeseen(_request: Request, error: Exception) -> Response:
        problem = f"The server met a fault of its own ({type(error).__name__})"
        return _answer(500, problem, "Look at the terminal in which it runs, and please report what it says there")


def _parted(error: ReportedlyError) -> tuple[str, str]:
    """Problem and remedy of an error whose message tells them in this order."""
    if isinstance(error, ServingError | DecisionError):
        return error.problem, error.remedy
    problem, _, remedy = str(error).partition(". ")
    return problem, remedy or "Look at the archive with `reportedly reports`"


def _answer(code: int, problem: str, remedy: str) -> Response:
    return JSONResponse(asdict(Problem(problem.rstrip("."), remedy.rstrip("."))), code)
