"""The contract: whatever is asked in whatever way, the API answers as its own description says, and never breaks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from tests.server.conftest import ROOT

from reportedly.archive import Archive
from reportedly.server.app import build_app

schemathesis = pytest.importorskip("schemathesis")
from schemathesis import GenerationMode  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
HOST = {"Host": "127.0.0.1"}
ROUNDS = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="session")
def app(example: Path, static: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """A desk over a copy of the example story, which may be written to."""
    path = tmp_path_factory.mktemp("contract") / "story.db"
    shutil.copy(example, path)
    with Archive.open(path) as archive:
        yield build_app(archive, static)


@pytest.fixture(scope="session")
def contract(app: FastAPI) -> Any:
    """The description of that desk."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HOST)


ASKED_WITH_MORE = (
    *("/api/stories", "/api/search", "/api/search/reports", "/api/ask", "/api/reports/{report}/passage"),
    *(
        f"/api/stories/{{story}}{page}"
        for page in ("/ask", "/changes", "/claims", "/figures", "/incidents", "/reports", "/timeline/lanes")
    ),
)
"""Paths whose parameters can be wrong."""


def described() -> list[tuple[str, str]]:
    """Every path of the description with its methods."""
    paths: dict[str, dict[str, object]] = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))[
        "paths"
    ]
    return [(path, method) for path, methods in paths.items() for method in methods]


def hold(operation: Any, mode: GenerationMode = GenerationMode.POSITIVE, **parameters: str) -> None:
    """Ask in many ways; ``parameters`` stand in the path as they are."""

    @given(operation.as_strategy(generation_mode=mode))
    @ROUNDS
    def ask(case: Any) -> None:
        case.path_parameters.update(parameters)
        case.call_and_validate(checks=CHECKS, headers=HOST)

    ask()


@pytest.mark.parametrize(("path", "method"), described())
def test_whatever_is_asked_is_answered_as_described(contract: Any, path: str, method: str) -> None:
    hold(contract[path][method])


@pytest.mark.parametrize("path", ASKED_WITH_MORE)
def test_what_is_asked_against_the_description_is_refused_as_described(contract: Any, path: str, story: str) -> None:
    hold(contract[path]["get"], GenerationMode.NEGATIVE, **({"story": story} if "{story}" in path else {}))


@pytest.mark.parametrize("path", [path for path, _ in described() if "{story}" in path])
def test_a_story_that_is_there_is_told_as_described(contract: Any, path: str, story: str) -> None:
    hold(contract[path]["get"], story=story)


def test_a_report_that_is_there_is_told_as_described(contract: Any, desk: TestClient, story: str) -> None:
    report = desk.get(f"/api/stories/{story}").json()["cited"][0]["id"]
    hold(contract["/api/reports/{report}"]["get"], report=report)
    hold(contract["/api/reports/{report}/passage"]["get"], report=report)
