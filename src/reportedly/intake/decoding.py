"""Bytes to text: encodings, line ends, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from reportedly.errors import IntakeError

TEXT_LIMIT = 10_000_000
"""The most bytes that one text may have; a day's newspaper has fewer."""
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL_SHARE = 0.02
NOT_TEXT = "Save it as plain text in UTF-8"


def decode(content: bytes, place: str) -> str:
    r"""The text of some bytes, with ``\n`` line ends: by byte order mark, else UTF-8, else Windows-1252.

    Raises:
        IntakeError: no text (NULs, many control characters), or none of these encodings.
    """
    text = _characters(content, place).replace("\r\n", "\n").replace("\r", "\n")
    refuse_binary(text, place)
    return text


def refuse_binary(text: str, place: str) -> None:
    """Let text pass.

    Raises:
        IntakeError: it holds a NUL, or more than 2% control characters.
    """
    if "\0" in text:
        raise IntakeError(place, "this is no text (it holds NUL characters)", f"{NOT_TEXT}, or leave it out")
    if len(CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise IntakeError(place, "this is no text (it is full of control characters)", f"{NOT_TEXT}, or leave it out")


def _characters(content: bytes, place: str) -> str:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _by_mark(content[len(mark) :], encoding, place)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise IntakeError(place, "this is no text (it holds NUL bytes)", f"{NOT_TEXT}, or leave it out") from None
        offset = error.start
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        problem = f"neither UTF-8 (byte {offset} fits not) nor Windows-1252"
        raise IntakeError(place, problem, NOT_TEXT) from None


def _by_mark(content: bytes, encoding: str, place: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"its first bytes say {encoding.upper()}, but byte {error.start} is not"
        raise IntakeError(place, problem, NOT_TEXT) from None
