"""An archive of the example story and a desk over it, for all tests of the server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import reportedly
from reportedly.archive import Archive
from reportedly.server.app import build_app

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "examples" / "karatas"
BASE = "http://127.0.0.1"


def client_of(app: FastAPI) -> TestClient:
    return TestClient(app, base_url=BASE, follow_redirects=False)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the example story; nobody may write to it."""
    path = tmp_path_factory.mktemp("desk") / "story.db"
    with Archive.open(path) as archive:
        reportedly.ingest(STORY, archive)
    return path


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the built app."""
    folder = tmp_path_factory.mktemp("static")
    (folder / "assets").mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Desk</title>", encoding="utf-8")
    (folder / "assets" / "index-1a2b.js").write_text("export {};", encoding="utf-8")
    (folder / "secret.txt").write_text("not for the browser", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def desk(example: Path, static: Path) -> Iterator[TestClient]:
    """A client of a desk over the example story."""
    with Archive.open(example, create=False) as archive:
        yield client_of(build_app(archive, static))


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that holds nothing, to copy: making one takes half a second."""
    path = tmp_path_factory.mktemp("nothing") / "new.db"
    Archive.open(path).close()
    return path


@pytest.fixture
def empty(tmp_path: Path, nothing: Path, static: Path) -> Iterator[TestClient]:
    """A client of a desk over an archive that holds nothing yet."""
    shutil.copy(nothing, tmp_path / "new.db")
    with Archive.open(tmp_path / "new.db") as archive:
        yield client_of(build_app(archive, static))


@pytest.fixture(scope="session")
def story(desk: TestClient) -> str:
    """The id of the example story."""
    return str(desk.get("/api/stories").json()["stories"][0]["id"])
