"""How these tests read a text: sentences, then figures, without the times and mentions that other stages find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.reading.figures import find_figures
from reportedly.reading.reading import Figure
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

Read = Callable[[str], tuple[Figure, ...]]


@pytest.fixture
def figures() -> Read:
    """Reads the figures of a text that was published on 5 March 2024."""

    def read(text: str) -> tuple[Figure, ...]:
        report = Report("r1", "-", text, "0", published=date(2024, 3, 5))
        return find_figures(report, find_sentences(text), (), ())

    return read
