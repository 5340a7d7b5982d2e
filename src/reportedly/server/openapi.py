"""The description of the API that the web app's types are made from, checked in as ``web/openapi.json``.

``python -m reportedly.server.openapi FILE`` writes it again; a test holds the two together.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reportedly.archive import Archive
from reportedly.server.app import build_app


def description() -> str:
    """The OpenAPI document as JSON text; without the program's version, so that a release does not change it."""
    with Archive.open(":memory:") as archive:
        document = build_app(archive).openapi()
    document["info"]["version"] = "1"
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(description(), encoding="utf-8")
