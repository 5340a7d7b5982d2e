"""The model of these tests, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.encoder.models import write_model

from reportedly.data import path_of
from reportedly.reading.encoder import Encoder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a whole model with random weights."""
    return write_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def encoder(folder: Path) -> Encoder:
    """The same, loaded."""
    return Encoder.load(folder)


@pytest.fixture(scope="session")
def trained() -> Encoder:
    """The installed model; tests that need it are skipped where it is absent."""
    if not (path_of("model") / "manifest.json").is_file():
        pytest.skip("needs the trained reading model, which is not in this checkout")
    return Encoder.load()
