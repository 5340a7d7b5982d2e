"""The desk in a real browser: the tests in ``web/browser``, against a desk over the example story."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from benches.bulk import write_archive
from tests.server.conftest import ROOT, STORY

import reportedly
from reportedly.archive import Archive
from reportedly.server.app import build_app
from reportedly.server.built import FOLDER

WEB = ROOT / "web"
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)

HUNDREDS = 340


def missing() -> str | None:
    """What a browser test needs and this machine lacks."""
    if not CHROMIUM:
        return "no chromium on this machine"
    if not (WEB / "node_modules" / "playwright-core").is_dir():
        return "the web app's packages are not installed (make desk)"
    if not (FOLDER / "index.html").is_file():
        return "the web app is not built (make desk)"
    return None


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where a desk over a fresh archive of the example story answers."""
    with Archive.open(tmp_path / "story.db") as archive:
        reportedly.ingest(STORY, archive)
        with serving(archive) as where:
            yield where


@pytest.fixture
def long_address(tmp_path: Path) -> Iterator[str]:
    """Where a desk over one story of hundreds of reports answers."""
    write_archive(tmp_path / "long.db", HUNDREDS, HUNDREDS, lambda _said: None)
    with Archive.open(tmp_path / "long.db", create=False) as archive, serving(archive) as where:
        yield where


@contextmanager
def serving(archive: Archive) -> Iterator[str]:
    """The address of a desk over an archive."""
    import uvicorn

    from reportedly.server.running import Address, listen

    listening = listen(Address("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(build_app(archive), log_level="error", lifespan="off"))
    failed: Queue[BaseException] = Queue()
    thread = threading.Thread(target=_serve, args=(server, listening, failed), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listening.close()
    assert failed.empty()


def _serve(server: object, listening: object, failed: Queue[BaseException]) -> None:
    try:
        server.run(sockets=[listening])  # type: ignore[attr-defined]
    except BaseException as error:  # noqa: BLE001 (told by the fixture)
        failed.put(error)


@pytest.mark.skipif(not (WEB / "node_modules" / "vitest").is_dir(), reason="the web app's packages are not installed")
def test_the_web_apps_own_tests() -> None:
    command = ["npx", "--no-install", "vitest", "run"]
    done = subprocess.run(command, cwd=WEB, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(missing() is not None, reason=missing() or "")
@pytest.mark.parametrize("name", ["pages", "work", "hostile", "review"])
def test_in_a_browser(address: str, name: str) -> None:
    browse(address, name)


@pytest.mark.slow
@pytest.mark.skipif(missing() is not None, reason=missing() or "")
def test_a_long_story_in_a_browser(long_address: str) -> None:
    browse(long_address, "long")


def browse(address: str, name: str) -> None:
    """Run the tests of a file in ``web/browser`` against a desk."""
    command = ["npx", "--no-install", "vitest", "run", "--config", "vitest.browser.config.ts", name]
    told = {**os.environ, "DESK": address, "CHROMIUM": CHROMIUM, "NO_COLOR": "1", "CI": "1"}
    done = subprocess.run(command, cwd=WEB, env=told, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 0, done.stdout + done.stderr
