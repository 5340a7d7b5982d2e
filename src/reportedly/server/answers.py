"""What requests may say, and how they are answered."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from fastapi import Query
from starlette.responses import Response

AsOf = Annotated[
    date | None, Query(description="Only what was published until the evening of this day; left out = everything")
]
Words = Annotated[str, Query(description="Only what holds all of these words", max_length=200)]
Question = Annotated[str, Query(description="A question in English", min_length=1, max_length=300)]
Skip = Annotated[int, Query(description="So many of the list are left out at its head", ge=0, le=10**7)]
Most = Annotated[int, Query(description="So many of the list are given at most", ge=1, le=200)]


def as_json(page: object) -> Response:
    """A page as JSON, kept by no cache: it may hold what is confidential."""
    return Response(
        msgspec.json.encode(page), media_type="application/json", headers={"Cache-Control": "no-store, private"}
    )
