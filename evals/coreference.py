"""Coreference inside a report, on GUM: nearest links, and the CoNLL score with mentions as the reader finds them.

    python -m evals.coreference [--data FOLDER] [--errors N] [--rules] [--json]

A mention of ours and one of the gold standard are the same where the gold head lies in ours and our head in the gold
span. ``link_precision``: of our mentions with an antecedent, how many have a gold-coreferent nearest antecedent;
``link_recall``: of gold mentions with an antecedent, how many stand in one chain of ours with it. By form, too.
``conll`` is the mean of MUC, B³ and CEAF over chains of two mentions or more. The text is read from its letters, not
from gold words. ``--rules`` reads without the reading model.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals import shared
from evals.gold.treebank import Document, read_documents
from evals.scoring.chains import Coreference
from reportedly.reading import reader
from reportedly.reading.coreference import resolve_mentions
from reportedly.reading.encoder import Encoder
from reportedly.reading.mentions import find_mentions, settle_kinds
from reportedly.reading.quotes import find_quotes
from reportedly.reading.reading import Mention
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

DATA = "data/syntax"
FILE = "gum-dev.conllu"
FORMS = ("name", "nominal", "pronoun")


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: offsets of its span and of its head word, and its group."""

    start: int
    end: int
    head: tuple[int, int]
    group: str


def golds_of(document: Document) -> list[Gold]:
    """The gold mentions of a document in characters of its text."""
    words = document.words
    return [
        Gold(words[each.first].start, words[each.last].end, (words[each.head].start, words[each.head].end), each.group)
        for each in document.mentions
    ]


def resolved(document: Document, encoder: Encoder | None) -> tuple[Mention, ...]:
    """Our mentions of the document's text, with their chains."""
    report = Report(document.name, document.name, document.text, "")
    sentences = find_sentences(document.text)
    encoded = encoder.read([[token.text for token in each.tokens] for each in sentences]) if encoder else None
    mentions = settle_kinds(find_mentions(report, sentences, (), encoded), (), encoded)
    return resolve_mentions(report, sentences, mentions, find_quotes(document.text, sentences), encoded)[0]


def aligned(mentions: Sequence[Mention], golds: Sequence[Gold]) -> dict[int, Gold]:
    """For the index of a mention of ours the gold mention that it is."""
    found: dict[int, Gold] = {}
    for gold in golds:
        for index, mention in enumerate(mentions):
            inside = mention.start <= gold.head[0] < mention.end and gold.start <= mention.head.start < gold.end
            if inside and (index not in found or gold.end - gold.start < found[index].end - found[index].start):
                found[index] = gold
    return found


def chains_of(mentions: Sequence[Mention], golds: Mapping[int, Gold]) -> list[list[Hashable]]:
    """Our chains of two or more, each mention as the gold mention that it is, or as itself."""
    chains: dict[int, list[Hashable]] = {}
    taken: set[Hashable] = set()
    for index, mention in enumerate(mentions):
        same: Hashable = golds.get(index, index)
        key = index if same in taken else same
        taken.add(key)
        chains.setdefault(mention.chain, []).append(key)
    return [chain for chain in chains.values() if len(chain) > 1]


def gold_chains(golds: Sequence[Gold]) -> list[list[Hashable]]:
    """The gold groups of two mentions or more."""
    groups: dict[str, list[Hashable]] = {}
    for gold in golds:
        groups.setdefault(gold.group, []).append(gold)
    return [group for group in groups.values() if len(group) > 1]


def count_links(
    mentions: Sequence[Mention], golds: Mapping[int, Gold], text: str, counts: Counter[tuple[str, str]]
) -> list[str]:
    """Adds nearest links to ``counts`` by form, and gives the wrong ones in readable lines."""
    errors: list[str] = []
    ours: dict[int, int] = {}
    theirs: dict[str, int] = {}
    for index in sorted(golds):
        mention, gold = mentions[index], golds[index]
        before, earlier = ours.get(mention.chain), theirs.get(gold.group)
        if before is not None:
            right = golds[before].group == gold.group
            counts[mention.form, "linked"] += 1
            counts[mention.form, "right"] += right
            if not right:
                errors.append(_error(text, mentions[before], mention))
        if earlier is not None:
            counts[mention.form, "wanted"] += 1
            counts[mention.form, "kept"] += mentions[earlier].chain == mention.chain
        ours[mention.chain] = index
        theirs[gold.group] = index
    return errors


def _error(text: str, before: Mention, mention: Mention) -> str:
    left = " ".join(text[max(0, mention.start - 70) : mention.start].split())
    right = " ".join(text[mention.end : mention.end + 20].split())
    earlier, later = text[before.start : before.end], text[mention.start : mention.end]
    return f"{mention.form:8} [{earlier}] <- {left} [{later}] {right}"


def score(documents: Sequence[Document], encoder: Encoder | None) -> tuple[dict[str, float], list[str]]:
    """All scores, and wrong links in readable lines."""
    counts: Counter[tuple[str, str]] = Counter()
    chains = Coreference()
    errors: list[str] = []
    for document in documents:
        golds, mentions = golds_of(document), resolved(document, encoder)
        same = aligned(mentions, golds)
        errors += count_links(mentions, same, document.text, counts)
        chains.add(gold_chains(golds), chains_of(mentions, same))
    scores = {"conll": chains.conll, "muc": chains.muc.f1, "b_cubed": chains.b_cubed.f1, "ceaf": chains.ceaf.f1}
    for form in ("all", *FORMS):
        chosen = FORMS if form == "all" else (form,)
        total = {key: sum(counts[each, key] for each in chosen) for key in ("linked", "right", "wanted", "kept")}
        scores[f"{form}.link_precision"] = total["right"] / max(1, total["linked"])
        scores[f"{form}.link_recall"] = total["kept"] / max(1, total["wanted"])
    return {name: round(value, 4) for name, value in scores.items()}, errors


def measure(data: Path) -> dict[str, float]:
    """The scores on the development part, between 0 and 1."""
    return score(list(read_documents(data / FILE)), reader.installed_encoder())[0]


def main() -> None:
    """Print the scores, and wrong links where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / FILE).is_file():
        raise SystemExit(f"coreference: {options.data / FILE} is missing; give the folder with --data")
    encoder = None if options.rules else reader.installed_encoder()
    scores, errors = score(list(read_documents(options.data / FILE)), encoder)
    if options.json:
        print(json.dumps(scores))
        return
    for name, value in scores.items():
        print(f"{name:28} {value:6.3f}")
    for line in errors[:: max(1, len(errors) // max(1, options.errors))][: options.errors]:
        print(line)


if __name__ == "__main__":
    main()
