"""The account of the example story, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportedly
from reportedly.account.account import Account
from reportedly.telling.ask import Asker

STORY = Path(__file__).resolve().parents[3] / "examples" / "karatas"


@pytest.fixture(scope="session")
def karatas() -> Account:
    """The account of the example story."""
    return reportedly.read(STORY)


@pytest.fixture(scope="session")
def asker(karatas: Account) -> Asker:
    """Whoever answers questions about it."""
    return Asker(karatas)
