"""Reads a text's places the way the reader does, without a mentions room in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.reading.places import find_places
from reportedly.reading.reading import PlaceMention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

Places = Callable[[str], list[tuple[str, PlaceMention]]]


@pytest.fixture(scope="session")
def places() -> Places:
    """The shown words of each place of a text in literal use, with the place."""
    return lambda text: [(shown, place) for shown, place in _read(text) if place.use == "literal"]


@pytest.fixture(scope="session")
def hints() -> Places:
    """The shown words of each place of a text that it only hints at, with the place."""
    return lambda text: [(shown, place) for shown, place in _read(text) if place.use != "literal"]


@pytest.fixture(scope="session")
def mentioned() -> Places:
    """The shown words of each place of a text in any use, with the place."""
    return _read


def _read(text: str) -> list[tuple[str, PlaceMention]]:
    report = Report("r0", "test", text, "")
    return [(text[place.start : place.end], place) for place in find_places(report, find_sentences(text), ())]
