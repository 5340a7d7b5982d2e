"""``reportedly serve`` as a user meets it: a real process, its address, and its errors."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from reportedly.errors import ServingError
from reportedly.server.built import FOLDER, require_built

COMMAND = [sys.executable, "-W", "error", "-m", "reportedly.cli.main", "serve"]
built = pytest.mark.skipif(not (FOLDER / "index.html").is_file(), reason="the web app is not built (make desk)")


def refused(*arguments: str | Path) -> str:
    done = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


@built
def test_it_says_where_it_is_and_answers_there(example: Path) -> None:
    plain = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [*COMMAND, str(example), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=plain) as running:
        assert running.stdout is not None
        said = running.stdout.readline()
        try:
            address = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
            with urllib.request.urlopen(address) as answer:
                assert b"<script type=" in answer.read()
            with urllib.request.urlopen(f"{address}api/stories") as answer:
                assert b"Tunnel collapse" in answer.read()
        finally:
            running.send_signal(signal.SIGINT)
            _, errors = running.communicate(timeout=30)
    assert "Traceback" not in errors


def test_an_address_that_others_reach_needs_a_token(example: Path) -> None:
    assert "--token" in refused(example, "--host", "0.0.0.0")


@built
def test_an_archive_that_is_not_there(tmp_path: Path) -> None:
    assert "there is no archive" in refused(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_without_the_built_app_it_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(ServingError, match="make desk"):
        require_built(tmp_path)
