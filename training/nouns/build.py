"""Builds ``src/reportedly/data/nouns.npz``: what each English noun is likely to refer to, told without its context.

``python -m training.nouns.build --wordnet FOLDER --data FOLDER --to FILE``

``--wordnet`` holds ``index.noun``, ``data.noun``, ``noun.exc`` and ``cntlist.rev`` of WordNet 3.0 (Debian's package
``wordnet-base``), ``--data`` holds ``syntax/gum-train.conllu.gz``. A noun's senses are in classes ("noun.artifact");
GUM's nouns tell how often a class, and a noun itself, is a person, a place, an object and so on. Each noun gets the
share of each type, over the share that the type has among all nouns. GUM's non-commercial documents are not counted.
The same inputs give the same file.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoder.nouns import FORMAT, STEPS, singulars
from training.encoder.corpus import noncommercial
from training.encoder.syntax import read_conllu

NOUNS = range(3, 29)
"""The classes of nouns by their number in WordNet's files."""
RARER = 0.5
"""What the first sense of a noun has beside its count; the second has half of it, the third a third."""
FEW = 0.5
"""What each type of a class has beside its count."""
TRUST = 5.0
"""How many times a noun must be seen until it counts as much as its classes."""

Counts = npt.NDArray[np.float64]
Shares = Mapping[str, Mapping[int, float]]


def read_classes(folder: Path) -> dict[str, dict[int, float]]:
    """The share of each class among the senses of each noun of one word, and of its irregular plural."""
    classes = {line.split(None, 2)[0]: int(line.split(None, 2)[1]) for line in _lines(folder / "data.noun")}
    counted = Counter[tuple[str, int]]()
    for line in _lines(folder / "cntlist.rev"):
        key, sense, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1:"):
            counted[lemma, int(sense)] += int(count)
    found: dict[str, dict[int, float]] = {}
    for line in _lines(folder / "index.noun"):
        parts = line.split()
        if parts[0].isalpha():
            found[parts[0]] = _shares(parts[0], [classes[at] for at in parts[-int(parts[2]) :]], counted)
    plurals = (line.split()[:2] for line in _lines(folder / "noun.exc"))
    return found | {plural: found[noun] for plural, noun in plurals if plural.isalpha() and noun in found}


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file of WordNet, less those of its licence."""
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if not line.startswith("  "))


def _shares(lemma: str, senses: list[int], counted: Mapping[tuple[str, int], int]) -> dict[int, float]:
    shares = defaultdict[int, float](float)
    for number, each in enumerate(senses, 1):
        shares[each] += counted[lemma, number] + RARER / number
    whole = sum(shares.values())
    return {each: share / whole for each, share in shares.items()}


def count_nouns(data: Path, types: list[str]) -> dict[str, Counts]:
    """How often each noun that heads a mention has each type, in GUM's training part."""
    found = defaultdict[str, Counts](lambda: np.zeros(len(types)))
    for document in read_conllu(data / "syntax/gum-train.conllu", "gum", noncommercial(data)):
        for sentence in document.sentences:
            for word, tag, kind in zip(sentence.words, sentence.upos or (), sentence.mentions or (), strict=True):
                if tag == "NOUN" and kind in types:
                    found[word.casefold()][types.index(kind)] += 1
    return dict(found)


def weigh(classes: Shares, seen: Mapping[str, Counts], types: list[str]) -> tuple[list[str], npt.NDArray[np.int8]]:
    """All nouns in order, and for each and each type STEPS times the logarithm of its ratio to the type's share."""
    known = defaultdict[str, Counts](lambda: np.zeros(len(types)))
    by_class = np.full((max(NOUNS) + 1, len(types)), FEW)
    for word, counts in seen.items():
        noun = next((each for each in singulars(word) if each in classes), None)
        if noun is not None:
            known[noun] += counts
            for each, share in classes[noun].items():
                by_class[each] += share * counts
    everywhere = sum(seen.values(), np.ones(len(types)))
    by_class /= by_class.sum(1, keepdims=True)
    words = sorted(classes)
    rows = np.array([_mixed(known.get(word), classes[word], by_class) for word in words])
    ratios = np.log(rows / (everywhere / everywhere.sum()))
    return words, np.clip(np.round(ratios * STEPS), -127, 127).astype(np.int8)


def _mixed(counts: Counts | None, classes: Mapping[int, float], by_class: Counts) -> Counts:
    told: Counts = np.sum([share * by_class[each] for each, share in classes.items()], axis=0)
    return told if counts is None else (counts + TRUST * told) / (counts.sum() + TRUST)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wordnet", "data", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    documents = read_conllu(given.data / "syntax/gum-train.conllu", "gum", noncommercial(given.data))
    kinds = {kind for document in documents for sentence in document.sentences for kind in sentence.mentions or ()}
    types = sorted(kinds - {"O"})
    words, ratios = weigh(read_classes(given.wordnet), count_nouns(given.data, types), types)
    np.savez_compressed(
        given.to, format=np.array(FORMAT), types=np.array(types), words=np.array("\n".join(words)), ratios=ratios
    )
    sys.stdout.write(f"{len(words)} nouns, {given.to.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
