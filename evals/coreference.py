"""Coreference inside a text on GUM: whether the links between mentions that both sides have are right.

    python -m evals.coreference [--data FOLDER] [--errors N] [--json]

A mention of ours and one of the gold standard are the same where the gold head lies in ours and our head in the gold
span. ``link_precision``: of our mentions with an antecedent, how many have a gold-coreferent nearest antecedent;
``link_recall``: of gold mentions with an antecedent, how many stand in one chain of ours with it. By form, too.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evals import shared
from reportedly.reading.coreference import resolve_mentions
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Mention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

DATA = "data/syntax"
FILE = "gum-dev.conllu"
OPENING_OR_CLOSING = re.compile(r"\(([^-()]+)-[^()]*?\)|\(([^-()]+)-[^()]*|([^-()]+)\)")
FORMS = ("name", "nominal", "pronoun")


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: offsets of its span and of its head word, and its group."""

    start: int
    end: int
    head: tuple[int, int]
    group: str


@dataclass(slots=True)
class Document:
    """A text under construction with its gold mentions; ``open``: (group, first token) of those not yet closed."""

    name: str
    text: str = ""
    golds: list[Gold] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a GUM file."""
    document: Document | None = None
    rows: list[list[str]] = []
    shown = ""
    broken = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), "# newdoc id = end"]:
        if line.startswith("# newdoc"):
            if document is not None:
                yield document
            document = Document(line.split("=")[-1].strip())
        elif line.startswith("# newpar"):
            broken = True
        elif line.startswith("# text ="):
            shown = line[8:].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows and document is not None:
            _add_sentence(document, rows, shown, broken)
            rows, broken = [], False


def _add_sentence(document: Document, rows: list[list[str]], shown: str, broken: bool) -> None:
    if document.text:
        document.text += "\n\n" if broken else " "
    at = len(document.text)
    document.text += shown
    rows = [row for row in rows if row[0].isdigit()]
    spans: list[tuple[int, int]] = []
    for row in rows:
        found = document.text.find(row[1], at)
        start = found if found >= 0 else at
        at = start + len(row[1])
        spans.append((start, at))
    heads = [int(row[6]) - 1 for row in rows]
    for index, row in enumerate(rows):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for group, first in _closed(document, entity, index):
            head = next((each for each in range(first, index + 1) if not first <= heads[each] <= index), first)
            document.golds.append(Gold(spans[first][0], spans[index][1], spans[head], group))
    document.open.clear()


def _closed(document: Document, entity: str, index: int) -> Iterator[tuple[str, int]]:
    """The mentions that end at this token, as (group, first token)."""
    for match in OPENING_OR_CLOSING.finditer(entity):
        single, opened, closed = match.groups()
        if single:
            yield single, index
        elif opened:
            document.open.append((opened, index))
        else:
            latest_first = range(len(document.open) - 1, -1, -1)
            position = next((at for at in latest_first if document.open[at][0] == closed), None)
            if position is not None:
                yield document.open.pop(position)


def aligned(mentions: tuple[Mention, ...], golds: list[Gold]) -> dict[int, Gold]:
    """For the index of a mention of ours the gold mention that it is."""
    found: dict[int, Gold] = {}
    for gold in golds:
        for index, mention in enumerate(mentions):
            inside = mention.start <= gold.head[0] < mention.end and gold.start <= mention.head.start < gold.end
            if inside and (index not in found or gold.end - gold.start < found[index].end - found[index].start):
                found[index] = gold
    return found


def score(documents: list[Document]) -> tuple[dict[str, float], list[str]]:
    """Link precision and recall, all and by form, and wrong links in readable lines."""
    counts: Counter[tuple[str, str]] = Counter()
    errors: list[str] = []
    for document in documents:
        report = Report(document.name, document.name, document.text, "")
        sentences = find_sentences(document.text)
        mentions = settle_kinds(find_mentions(report, sentences, ()), ())
        mentions, _ = resolve_mentions(report, sentences, mentions, find_quotes(document.text, sentences))
        golds = aligned(mentions, document.golds)
        ours: dict[int, int] = {}
        theirs: dict[str, int] = {}
        for index in sorted(golds):
            mention, gold = mentions[index], golds[index]
            before = ours.get(mention.chain)
            if before is not None:
                counts[mention.form, "linked"] += 1
                if golds[before].group == gold.group:
                    counts[mention.form, "right"] += 1
                else:
                    errors.append(_error(document.text, mentions[before], mention))
            earlier = theirs.get(gold.group)
            if earlier is not None:
                counts[mention.form, "wanted"] += 1
                counts[mention.form, "kept"] += mentions[earlier].chain == mention.chain
            ours[mention.chain] = index
            theirs[gold.group] = index
    scores: dict[str, float] = {}
    for form in ("all", *FORMS):
        chosen = FORMS if form == "all" else (form,)
        total = {key: sum(counts[each, key] for each in chosen) for key in ("linked", "right", "wanted", "kept")}
        scores[f"{form}.link_precision"] = round(total["right"] / max(1, total["linked"]), 4)
        scores[f"{form}.link_recall"] = round(total["kept"] / max(1, total["wanted"]), 4)
    return scores, errors


def _error(text: str, before: Mention, mention: Mention) -> str:
    left = " ".join(text[max(0, mention.start - 70) : mention.start].split())
    right = " ".join(text[mention.end : mention.end + 20].split())
    earlier, later = text[before.start : before.end], text[mention.start : mention.end]
    return f"{mention.form:8} [{earlier}] <- {left} [{later}] {right}"


def measure(data: Path) -> dict[str, float]:
    """The scores on the development part, between 0 and 1."""
    return score(list(read_documents(data / FILE)))[0]


def main() -> None:
    """Print the scores, and wrong links where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / FILE).is_file():
        raise SystemExit(f"coreference: {options.data / FILE} is missing; give the folder with --data")
    scores, errors = score(list(read_documents(options.data / FILE)))
    if options.json:
        print(json.dumps(scores))
        return
    for name, value in scores.items():
        print(f"{name:28} {value:6.3f}")
    for line in errors[:: max(1, len(errors) // max(1, options.errors))][: options.errors]:
        print(line)


if __name__ == "__main__":
    main()
