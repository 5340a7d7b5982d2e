"""What intake has to tell a person: refusals, duplicates, warnings, and files that were left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.errors import IntakeError

Severity = Literal["refused", "duplicate", "warning"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that a person should know: where (``file``, ``file:line``), what is wrong, and what to do about it.

    "refused": nothing was taken; "duplicate": the same report was taken from another place; "warning": it was taken,
    without something that it should have.
    """

    severity: Severity
    place: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}. {self.remedy}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file in a folder that holds no report, as far as its name or its fields tell; no fault of anybody's."""

    place: str
    reason: str


def refusal(error: IntakeError) -> Notice:
    """The notice of an error."""
    return Notice("refused", error.place, error.problem, error.remedy)


def warning(place: str, problem: str, remedy: str) -> Notice:
    """A notice about something that was taken all the same."""
    return Notice("warning", place, problem, remedy)
