"""JSON lines, and JSON documents of one record or a list of records; field names as news-please writes them."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.data import load_table
from reportedly.errors import IntakeError
from reportedly.intake.decoding import TEXT_LIMIT, decode, refuse_binary
from reportedly.intake.facts import Found, make_facts
from reportedly.intake.files import SourceFile, read_bytes, read_lines
from reportedly.intake.notices import LeftOut, Notice, refusal, warning

TABLE = "intake.toml"
LIMIT_SHOWN = f"{TEXT_LIMIT // 1_000_000} MB"
DOCUMENT_LIMIT = 200_000_000
TOO_LARGE = "Write its records as JSON lines (one a line, in a file that ends in .jsonl): they are read one by one"
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def find_line_reports(file: SourceFile) -> Iterator[Found | Notice]:
    """The reports of a JSON lines file, one record a line; a line that holds none is named by ``file:line``.

    Raises:
        IntakeError: the file cannot be read.
    """
    for number, line in read_lines(file):
        place = f"{file.place}:{number}"
        try:
            if line is None:
                raise IntakeError(place, f"this line is longer than {LIMIT_SHOWN}", "Split it, or leave it out")
            if number == 1 and line.startswith(WIDE):
                raise IntakeError(file.place, "it is in UTF-16", "Save it in UTF-8")
            content = line.rstrip(b"\r\n")
            if content.strip():
                yield _found(_parsed(decode(content, place), place), place, content)
        except IntakeError as error:
            yield refusal(error)
            if error.place == file.place:
                return


def find_document_reports(file: SourceFile) -> Iterator[Found | Notice | LeftOut]:
    """The reports of a JSON document: an object, or a list of them (``file#3`` is the third).

    A document in a folder none of whose objects has a text (settings, an answer key) is left out; where somebody asked
    for it by name, it is refused.

    Raises:
        IntakeError: the file cannot be read, or is not JSON.
    """
    content = read_bytes(file, DOCUMENT_LIMIT, TOO_LARGE)
    parsed = _parsed(decode(content, file.place), file.place)
    records = parsed if isinstance(parsed, list) else [parsed]
    if not any(isinstance(record, dict) and _text_field(record) for record in records):
        if not file.named:
            yield LeftOut(file.place, "it holds no field with a report's text")
            return
        raise IntakeError(file.place, "it holds no field with a report's text", _expected())
    for number, record in enumerate(records, 1):
        place = f"{file.place}#{number}" if isinstance(parsed, list) else file.place
        try:
            yield _found(record, place, content)
        except IntakeError as error:
            yield refusal(error)


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise IntakeError(place, f"this is not valid JSON ({error.msg}, {where})", "Mend it, or leave it out") from None
    except (RecursionError, ValueError):
        raise IntakeError(place, "this JSON is nested too deep, or holds a number too long", "Leave it out") from None


def _expected() -> str:
    return "A report has its text in one of: " + ", ".join(load_table(TABLE)["json"]["text"])


def _text_field(record: Mapping[str, Any]) -> str | None:
    """The field that holds the text: the first that is a string with something in it, else the first that is there."""
    names = [name for name in load_table(TABLE)["json"]["text"] if name in record]
    filled = (name for name in names if isinstance(record[name], str) and record[name].strip())
    return next(filled, names[0] if names else None)


def _found(record: Any, place: str, content: bytes) -> Found:
    if not isinstance(record, dict):
        raise IntakeError(place, "this is no record (a JSON object)", "Write each report as one object")
    field = _text_field(record)
    if field is None:
        raise IntakeError(place, "this record has no text", _expected())
    if not isinstance(record[field], str):
        raise IntakeError(place, f"its field '{field}' is not a text", "Write it as a string, or leave the record out")
    text = _whole_characters(record[field]).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > TEXT_LIMIT:
        raise IntakeError(place, f"its text is longer than {LIMIT_SHOWN}", "Split it, or leave it out")
    refuse_binary(text, place)
    values, warnings = _values(record, place)
    return Found(place, text, content, make_facts(values), warnings)


def _values(record: Mapping[str, Any], place: str) -> tuple[dict[str, str], tuple[Notice, ...]]:
    """The facts in the record's fields as printed; a day that is a number too, to be named as wrong later."""
    values: dict[str, str] = {}
    warnings: list[Notice] = []
    for fact, names in load_table(TABLE)["json"].items():
        given = [(name, record[name]) for name in names if record.get(name) not in (None, "", [], {})]
        if fact == "text" or not given:
            continue
        name, value = next(((name, value) for name, value in given if isinstance(value, str)), given[0])
        if isinstance(value, str) or fact == "published":
            values[fact] = _whole_characters(str(value)).replace("\0", "")
        else:
            remedy = "It was left out; write it as a string"
            warnings.append(warning(place, f"its field '{name}' is not a text", remedy))
    return values, tuple(warnings)


def _whole_characters(text: str) -> str:
    r"""The text with lone halves of surrogate pairs ("\ud83d" alone) replaced: no encoding can write them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
