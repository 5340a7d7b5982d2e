"""Sentence boundaries and tokens on running text of English treebanks (UD EWT and GUM), and lemmas of right tokens.

    python -m evals.sentences [--data FOLDER] [--errors N] [--json]

The text of a paragraph is built from the ``# text`` lines (joined with a space) and cut again.
Scores are between 0 and 1.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals import shared
from reportedly.reading.sentences import find_sentences

DATA = "data/syntax"
PARTS = {"ewt": "ewt-dev.conllu", "gum": "gum-dev.conllu"}


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its gold sentences and tokens as (start, end), and the lemma of each token."""

    text: str
    sentences: frozenset[tuple[int, int]]
    tokens: dict[tuple[int, int], str]


def read_passages(path: Path) -> Iterator[Passage]:
    """The paragraphs of a CoNLL-U file; a new document or paragraph comment opens one."""
    texts: list[tuple[str, list[tuple[str, str]]]] = []
    words: list[tuple[str, str]] = []
    shown = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(("# newpar", "# newdoc")) and texts:
            yield _passage(texts)
            texts = []
        if line.startswith("# text ="):
            shown = line[8:].strip()
        fields = line.split("\t")
        if len(fields) == 10:
            _add_word(fields, words)
        elif not line and words:
            texts.append((shown, words))
            words = []
    if texts:
        yield _passage(texts)


def _add_word(fields: list[str], words: list[tuple[str, str]]) -> None:
    """Multiword tokens ("don't") are given by their syntactic words, which stand in the text one after the other."""
    if "-" in fields[0] or "." in fields[0]:
        return
    words.append((fields[1], fields[2]))


def _passage(texts: list[tuple[str, list[tuple[str, str]]]]) -> Passage:
    text = ""
    sentences: set[tuple[int, int]] = set()
    tokens: dict[tuple[int, int], str] = {}
    for shown, words in texts:
        start = len(text) + (1 if text else 0)
        text += (" " if text else "") + shown
        sentences.add((start, len(text)))
        at = start
        for form, lemma in words:
            found = text.find(form, at)
            if found < 0:
                continue
            tokens[found, found + len(form)] = lemma
            at = found + len(form)
    return Passage(text, frozenset(sentences), tokens)


def score(passages: list[Passage]) -> tuple[dict[str, float], list[str]]:
    """F1 of sentences and tokens by exact offsets, accuracy of lemmas on right tokens, and wrong boundaries."""
    counts = dict.fromkeys(
        ("sentence", "sentence_ours", "sentence_gold", "token", "token_ours", "token_gold", "lemma"), 0
    )
    errors: list[str] = []
    for passage in passages:
        ours = find_sentences(passage.text)
        spans = {(each.start, each.end) for each in ours}
        tokens = {(token.start, token.end): token.lemma for each in ours for token in each.tokens}
        right = tokens.keys() & passage.tokens.keys()
        counts["sentence"] += len(spans & passage.sentences)
        counts["sentence_ours"] += len(spans)
        counts["sentence_gold"] += len(passage.sentences)
        counts["token"] += len(right)
        counts["token_ours"] += len(tokens)
        counts["token_gold"] += len(passage.tokens)
        counts["lemma"] += sum(tokens[span].lower() == passage.tokens[span].lower() for span in right)
        errors += [f"sentence {passage.text[max(0, end - 40):end]!r} | {passage.text[end:end + 30]!r} "
                   f"{'too many' if (start, end) in spans else 'missed'}"
                   for start, end in sorted(spans ^ set(passage.sentences))]  # fmt: skip
        errors += [f"token {passage.text[start:end]!r} in {passage.text[max(0, start - 15):end + 15]!r} "
                   f"{'too many' if (start, end) in tokens else 'missed'}"
                   for start, end in sorted(tokens.keys() ^ passage.tokens.keys())]  # fmt: skip
    return {
        "sentence_f1": round(2 * counts["sentence"] / max(1, counts["sentence_ours"] + counts["sentence_gold"]), 4),
        "token_f1": round(2 * counts["token"] / max(1, counts["token_ours"] + counts["token_gold"]), 4),
        "lemma_accuracy": round(counts["lemma"] / max(1, counts["token"]), 4),
    }, errors


def measure(data: Path) -> dict[str, float]:
    """Scores by treebank."""
    return {
        f"{part}.{name}": value
        for part, file in PARTS.items()
        for name, value in score(list(read_passages(data / file)))[0].items()
    }


def main() -> None:
    """Print the scores, and errors where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=shared() / DATA)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / PARTS["ewt"]).is_file():
        raise SystemExit(f"sentences: {options.data / PARTS['ewt']} is missing; give the folder with --data")
    scores = measure(options.data)
    if options.json:
        print(json.dumps(scores))
        return
    for name, value in scores.items():
        print(f"{name:24} {value:6.3f}")
    for part, file in PARTS.items():
        errors = score(list(read_passages(options.data / file)))[1] if options.errors else []
        for line in errors[:: max(1, len(errors) // max(1, options.errors))][: options.errors]:
            print(part, line)


if __name__ == "__main__":
    main()
