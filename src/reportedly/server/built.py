"""The built web app: the files beside this one that `make desk` writes."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from reportedly.errors import ServingError

FOLDER = Path(__file__).parent / "static"
NAME = re.compile(r"\w[\w.-]*")
"""The names that the build gives to its files: no folders, nothing hidden."""
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
EACH_TIME = {"Cache-Control": "no-cache"}


def require_built(folder: Path = FOLDER) -> Path:
    """The folder of the built app.

    Raises:
        ServingError: the app has not been built.
    """
    if not (folder / "index.html").is_file():
        raise ServingError(
            f"The desk's web app is not built (there is no {folder / 'index.html'})",
            "Run `make desk` in the source folder (it needs Node.js 20.19 or later), or install a released wheel",
        )
    return folder


def asset(folder: Path, path: str) -> Response:
    """A file of the built app; its name holds a hash of what is in it, so that a browser may keep it.

    Raises:
        HTTPException: 404, there is no such file.
    """
    wanted = folder / "assets" / path
    if not NAME.fullmatch(path) or not wanted.is_file():
        raise HTTPException(404)
    return FileResponse(wanted, headers=FOREVER)


def page(folder: Path) -> Response:
    """The one page of the app, which draws every address itself."""
    return FileResponse(folder / "index.html", headers=EACH_TIME)
