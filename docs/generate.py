"""Write the reference pages that follow from the code: commands, the account format and the ontology.

``python docs/generate.py`` writes them; ``--check`` exits with 1 where a page is not what the code says.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from reportedly.cli.main import cli
from reportedly.export.schema import build_schema
from reportedly.reading.events.ontology import EventType, ontology

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"


def command_page() -> str:
    """The page of all commands, from their own help."""
    lines = [
        "# Commands",
        "",
        "Every command explains itself with `--help`. This page is made from the same texts.",
        "",
    ]
    context = click.Context(cli, info_name="reportedly")
    for name, command in sorted(cli.commands.items()):
        own = click.Context(command, info_name=name, parent=context)
        lines += [f"## reportedly {name}", "", "```text", command.get_help(own), "```", ""]
    lines += [
        "## Exit codes",
        "",
        "| code | meaning |",
        "|---|---|",
        "| 0 | done; there may have been warnings |",
        "| 2 | nothing could be read, something asked for is not there, or the command line is wrong |",
        "| 130 | stopped from the keyboard |",
        "",
    ]
    return "\n".join(lines)


def format_page() -> str:
    """The page of the account format, from its JSON Schema."""
    schema = build_schema()
    lines = [
        "# The account format, reportedly/1",
        "",
        "`reportedly export story.db --format json` writes one JSON object. Its JSON Schema (draft 2020-12) is part",
        "of the package: `reportedly/data/reportedly-1.schema.json`. Ids are short stable strings, dates ISO,",
        "unknown = null, spans half-open, intervals of days closed. Fields may be added; those here keep their names.",
        "",
        "| table | row |",
        "|---|---|",
    ]
    tables = {
        name: part["items"]["$ref"].rsplit("/", 1)[1] for name, part in schema["properties"].items() if name != "format"
    }
    lines += [f"| `{name}` | [{row}](#{row.lower()}) |" for name, row in tables.items()]
    for name, definition in schema["$defs"].items():
        lines += ["", f"## {name}", "", *_described(definition), "", "| field | type |", "|---|---|"]
        lines += [f"| `{field}` | {_type(part)} |" for field, part in definition.get("properties", {}).items()]
    return "\n".join(lines) + "\n"


def _described(definition: dict[str, Any]) -> Iterator[str]:
    text = str(definition.get("description", "")).replace("``", "`")
    yield from (line.strip() for line in text.splitlines())


def _type(part: dict[str, Any]) -> str:
    if "$ref" in part:
        row = str(part["$ref"]).rsplit("/", 1)[1]
        return f"[{row}](#{row.lower()})"
    if "anyOf" in part:
        return " or ".join(_type(each) for each in part["anyOf"])
    if "enum" in part:
        return ", ".join(f"`{value}`" if value is not None else "null" for value in part["enum"])
    if part.get("type") == "array":
        return f"list of {_type(part['items'])}"
    return f"{part.get('type', 'any')}{' (date)' if part.get('format') == 'date' else ''}"


def ontology_page() -> str:
    """The page of the event types, from their table."""
    known = ontology()
    lines = [
        "# The ontology",
        "",
        f"{len(known.types)} types of events in {len(known.families)} families, with their counterparts in PLOVER and",
        "ACLED where they have one. The table is `reportedly/data/ontology.toml`; what triggers a type stands in",
        "`reportedly/data/triggers/`.",
    ]
    for family in known.families:
        rows = [each for each in known.types.values() if each.family == family]
        if rows:
            lines += [
                "",
                f"## {family}",
                "",
                "| type | what counts | PLOVER | ACLED | afterwards | example |",
                "|---|---|---|---|---|---|",
            ]
            lines += [_type_row(each) for each in rows]
    return "\n".join(lines) + "\n"


def _type_row(event_type: EventType) -> str:
    effects = ", ".join(f"{role}: {state}" for role, state in event_type.effects.items())
    codes = f"{event_type.plover or ''} | {event_type.acled or ''}"
    return f"| `{event_type.id}` | {event_type.definition} | {codes} | {effects} | {event_type.example} |"


ABOUT = {
    "accounts": "whole accounts of three real stories against answer keys (rules were developed on these stories)",
    "attribution": "PolNeAR dev (tuned on its train part), and the claims of the three keyed stories",
    "coreference": "links between mentions, GUM dev (seen in development)",
    "events": "PLV, cross-validated in three folds (`held`: the fold that no rule was developed on), WikiEvents dev "
    "(seen in development), events of the keyed stories",
    "figures": "figures of the keyed stories; tolls of shooting reports against a registry (dev / held)",
    "incidents": "reports of one shooting joined, and tolls of a sample of incidents, against a registry (dev / held)",
    "joining": "ECB+ dev, predicted topics: events joined across reports (`gold`: mentions given, `own`: ours, "
    "`lemma`: a baseline of equal lemmas)",
    "source_links": "who a pronoun or description that speaks is, 135 links judged by hand (read in development)",
    "encoder_attribution": "the reading model alone, before any rule: PolNeAR dev from raw text (seen in development)",
    "encoder_certainty": "the reading model alone: UW and UDS-IH2 dev, each with its own head",
    "encoder_coreference": "the reading model alone: GUM dev, CoNLL score with predicted mentions",
    "encoder_mentions": "the reading model alone: heads of mentions, GUM dev (`closed`: non-commercial genres)",
    "encoder_names": "the reading model alone: Worldwide newswire dev on gold words, also in odd cases",
    "encoder_parse": "the reading model alone: trees of EWT and GUM dev, on gold words and from raw text",
    "encoder_steadiness": "whether a report is read alike alone, in any order, in threads, elsewhere (1: always)",
    "names": "Worldwide newswire dev (lightly seen in development)",
    "places": "LGL and TR-News (dev: odd articles, held: even articles, never looked at)",
    "sentences": "EWT and GUM dev, from raw text",
    "stories": "Giveme5W1H clusters, B-cubed (dev: even clusters, test: odd clusters)",
    "times": "TimeBank and AQUAINT (dev: two thirds, held: a third), and the times of the keyed stories",
}


def accuracy_page() -> str:
    """The page of the floors of accuracy, from ``evals/baseline.json``."""
    floors = json.loads((ROOT / "evals" / "baseline.json").read_text(encoding="utf-8"))
    lines = [
        "# Accuracy",
        "",
        "What every stage was last measured to reach; `make evals` measures it again and fails below these floors.",
        "Scores on data that was seen in development promise less for new stories than those on held data.",
    ]
    for name, known in sorted(floors.items()):
        lines += ["", f"## {name}", "", f"{ABOUT[name][0].upper()}{ABOUT[name][1:]}.", ""]
        lines += ["| measure | score |", "|---|---|"]
        lines += [f"| {key} | {floor:.3f} |" for key, floor in known["floors"].items()]
    return "\n".join(lines) + "\n"


PAGES = {
    "accuracy.md": accuracy_page,
    "commands.md": command_page,
    "format.md": format_page,
    "ontology.md": ontology_page,
}


def stale() -> list[str]:
    """The names of pages that are not what the code says."""
    return [name for name, write in PAGES.items() if not _same(REFERENCE / name, write())]


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def main() -> None:
    """Write or check the pages."""
    if "--check" in sys.argv:
        sys.exit(f"Run `make docs`: out of date are {', '.join(stale())}." if stale() else 0)
    for name, write in PAGES.items():
        (REFERENCE / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
