"""The reading model for tests of what the rules make of it."""

from __future__ import annotations

import pytest

from reportedly.data import path_of
from reportedly.reading.encoder import Encoder


@pytest.fixture(scope="session")
def trained() -> Encoder:
    """The installed model; tests that need it are skipped where it is absent."""
    if not (path_of("model") / "manifest.json").is_file():
        pytest.skip("needs the trained reading model, which is not in this checkout")
    return Encoder.load()
