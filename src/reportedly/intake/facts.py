"""What a source tells about a report besides its text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.intake.notices import Notice


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts as printed; ``published`` is parsed later, so that a wrong day can be named together with its place."""

    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A text that a format found in a file, before it is a report.

    ``original`` is the untouched bytes that it was made from (of the file, or of the record's line).
    """

    place: str
    text: str
    original: bytes
    facts: Facts = Facts()
    warnings: tuple[Notice, ...] = ()


def make_facts(values: Mapping[str, str]) -> Facts:
    """Facts from printed values: white space evened, empty ones dropped, Unicode in NFC."""
    clean = {name: unicodedata.normalize("NFC", " ".join(value.split())) for name, value in values.items()}
    return Facts(**{name: value for name, value in clean.items() if value})
