"""Names of persons, places and organisations on worldwide newswire: spans and kinds.

    python -m evals.names [--data FOLDER] [--errors N] [--rules] [--json]

The data (``names/worldwide-dev.bio``) has tokens; a text is built from them with the spaces that English has. Its types
are mapped to ours: Person; Location and Facility to place; Organization to organisation or group; NORP to nationality.
The stages up to the places room run, so that the gazetteer has its say. Scores are between 0 and 1. ``--rules`` reads
without the reading model.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evals import shared
from reportedly.reading import reader
from reportedly.reading.encoder import Encoder
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.places import find_places
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import find_times
from reportedly.report import Report

DATA = "data/names"
GOLD = {
    "Person": "person",
    "Location": "place",
    "Facility": "place",
    "Organization": "organisation",
    "NORP": "nationality",
}
OURS = {
    "person": "person",
    "place": "place",
    "facility": "place",
    "organisation": "organisation",
    "group": "organisation",
    "nationality": "nationality",
}
CLOSING = frozenset(".,;:!?)]}%’”") | {"'s", "’s", "n't", "n’t", "'", "..."}
OPENING = frozenset("([{$£€“‘#")
KINDS = ("person", "place", "organisation", "nationality")

Named = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold names as (start, end, kind)."""

    name: str
    text: str
    names: tuple[Named, ...]


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a BIO file with ``# newdoc id`` lines."""
    rows: list[tuple[str, str]] = []
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            if rows:
                yield _article(name, rows)
            name, rows = line.split("=")[-1].strip(), []
        elif not line.startswith("# ") or "\t" in line:
            fields = line.split("\t")
            rows.append((fields[0], fields[1]) if len(fields) > 1 else ("", "O"))
    if rows:
        yield _article(name, rows)


def _article(name: str, rows: Sequence[tuple[str, str]]) -> Article:
    text = ""
    before = ""
    names: list[Named] = []
    quoted = False
    for word, tag in rows:
        if not word:
            text, before, quoted = text.rstrip() + "\n\n" if text else "", "", False
            continue
        straight = word == '"'
        dotted = (
            before == "." and len(word) == 1 and word.isupper() and text[-2:-1].isupper() and not text[-3:-2].isalnum()
        )
        glued = (
            dotted
            or not before
            or word in CLOSING
            or before in OPENING
            or word == "-"
            or before == "-"
            or (word in {"s", "S"} and before == "’")
            or (straight and quoted)
            or (before == '"' and quoted)
        )
        start = len(text) + (0 if glued or text.endswith("\n") else 1)
        text += ("" if glued or text.endswith("\n") else " ") + word
        if straight:
            quoted = not quoted
        if tag.startswith("B-"):
            names.append((start, len(text), tag[2:]))
        elif tag.startswith("I-") and names:
            names[-1] = (names[-1][0], len(text), names[-1][2])
        before = word
    return Article(name, text, tuple(names))


def found_names(article: Article, encoder: Encoder | None) -> list[Named]:
    """Our names, the longer of two that overlap."""
    report = Report(article.name, article.name, article.text, "", published=date(2022, 7, 1))
    sentences = find_sentences(report.text)
    encoded = encoder.read([[token.text for token in each.tokens] for each in sentences]) if encoder else None
    named = find_mentions(report, sentences, find_times(report, sentences), encoded)
    settled = settle_kinds(named, find_places(report, sentences, named), encoded)
    taken: list[Named] = []
    for mention in settled:
        if mention.form == "name" and not any(
            mention.start < end and start < mention.end for start, end, _ in taken[-3:]
        ):
            taken.append((mention.start, mention.end, OURS.get(mention.kind, mention.kind)))
    return taken


def score(articles: Sequence[Article], encoder: Encoder | None) -> tuple[dict[str, float], list[str]]:
    """Untyped and typed F1, precision and recall by kind, and the errors in readable lines."""
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    errors: list[str] = []
    for article in articles:
        wanted = {(start, end): GOLD[kind] for start, end, kind in article.names if kind in GOLD}
        other = {(start, end) for start, end, kind in article.names if kind not in GOLD}
        got = {(start, end): kind for start, end, kind in found_names(article, encoder)}
        got = {
            span: kind
            for span, kind in got.items()
            if not any(span[0] < end and start < span[1] for start, end in other)
        }
        right["any"] += len(wanted.keys() & got.keys())
        gold["any"] += len(wanted)
        ours["any"] += len(got)
        gold.update(wanted.values())
        ours.update(got.values())
        right.update(kind for span, kind in got.items() if wanted.get(span) == kind)
        errors += _errors(article, wanted, got)
    scores: dict[str, float] = {}
    _add(scores, "dev.span", right["any"], ours["any"], gold["any"])
    typed = [sum(counter[kind] for kind in KINDS) for counter in (right, ours, gold)]
    _add(scores, "dev.typed", *typed)
    for kind in KINDS:
        _add(scores, f"dev.{kind}", right[kind], ours[kind], gold[kind])
    return scores, errors


def _add(scores: dict[str, float], name: str, right: int, ours: int, gold: int) -> None:
    precision, recall = right / max(1, ours), right / max(1, gold)
    scores[f"{name}_p"] = round(precision, 4)
    scores[f"{name}_r"] = round(recall, 4)
    scores[f"{name}_f1"] = round(2 * right / max(1, ours + gold), 4)


def _errors(article: Article, wanted: dict[tuple[int, int], str], got: dict[tuple[int, int], str]) -> Iterator[str]:
    for span in sorted(wanted.keys() | got.keys()):
        gold, ours = wanted.get(span), got.get(span)
        if gold != ours:
            left = article.text[max(0, span[0] - 40) : span[0]].replace("\n", "¶")
            right = article.text[span[1] : span[1] + 30].replace("\n", "¶")
            yield f"{gold or '-':12} {ours or '-':12} {left}[{article.text[slice(*span)]}]{right}"


def measure(data: Path) -> dict[str, float]:
    """Scores on the development part."""
    return score(list(read_articles(data / "worldwide-dev.bio")), reader.installed_encoder())[0]


def main() -> None:
    """Prints the scores, and errors where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    options = parser.parse_args()
    path = options.data / f"worldwide-{options.part}.bio"
    if not path.is_file():
        raise SystemExit(f"names: {path} is missing; give the folder with --data")
    articles = list(read_articles(path))
    encoder = None if options.rules else reader.installed_encoder()
    scores, errors = score(articles if options.part == "dev" else articles[::6], encoder)
    if options.json:
        print(json.dumps(scores))
        return
    for name, value in scores.items():
        print(f"{name:24} {value:6.3f}")
    step = max(1, len(errors) // max(1, options.errors))
    for line in errors[::step][: options.errors]:
        print(line)


if __name__ == "__main__":
    main()
