"""The training sets by name, with their licences as stated, read from one data folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.encoder import certainty, names
from training.encoder.attribution import read_attribution
from training.encoder.documents import Document
from training.encoder.syntax import read_conllu


@dataclass(frozen=True, slots=True)
class Source:
    """A data set: where it lies in the data folder, its licence as stated at its origin, how it is read."""

    name: str
    files: tuple[str, ...]
    licence: str
    origin: str
    read: Callable[[Path], list[Document]]


def _ewt(data: Path) -> list[Document]:
    documents = read_conllu(data / "syntax/ewt-train.conllu", "ewt")
    names.lay_over(documents, data / "names/ewt-nner-train.tsv", "ewt-nner")
    certainty.lay_over(documents, data / "certainty/uds-ih2-train.jsonl", certainty.UDS)
    return documents


def noncommercial(data: Path) -> frozenset[str]:
    """The names of GUM documents whose texts may not be used for a shipped model."""
    lines = (data / "syntax/gum-noncommercial.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[-1] for line in lines if line.strip())


def _gum(data: Path) -> list[Document]:
    return read_conllu(data / "syntax/gum-train.conllu", "gum", noncommercial(data))


SOURCES = (
    Source(
        "ewt",
        ("syntax/ewt-train.conllu.gz", "names/ewt-nner-train.tsv", "certainty/uds-ih2-train.jsonl"),
        "CC BY-SA 4.0 (trees and text); EWT-NNER: none stated for the labels; UDS-IH2: MIT",
        "UD English Web Treebank, with EWT-NNER names and UDS-IH2 certainty on its sentences",
        _ewt,
    ),
    Source(
        "gum",
        ("syntax/gum-train.conllu.gz", "syntax/gum-noncommercial.txt"),
        "annotations CC BY 4.0; texts CC BY 2.5, CC BY-SA 3.0, CC BY 4.0; the 59 non-commercial documents are left out",
        "GUM V11 (trees, mentions, coreference)",
        _gum,
    ),
    Source(
        "worldwide",
        ("names/worldwide-train.bio",),
        "none stated",
        "Worldwide English newswire NER",
        lambda data: names.read_columns(data / "names/worldwide-train.bio", "worldwide"),
    ),
    Source(
        "wikigold",
        ("names/wikigold.bio",),
        "CC BY 4.0",
        "Wikigold",
        lambda data: names.read_columns(data / "names/wikigold.bio", "wikigold"),
    ),
    Source(
        "crossner",
        ("names/crossner-politics-train.bio",),
        "MIT (repository); Wikipedia text",
        "CrossNER politics",
        lambda data: names.read_columns(data / "names/crossner-politics-train.bio", "crossner"),
    ),
    Source(
        "re3d",
        ("names/re3d",),
        "public domain, OGL 3.0, CC BY-SA 3.0, EU reuse notice, by folder",
        "re3d (Syria and Iraq)",
        lambda data: names.read_conflict(data / "names/re3d", "re3d"),
    ),
    Source(
        "polnear",
        ("attribution/polnear/train",),
        "none stated",
        "PolNeAR, first annotator",
        lambda data: read_attribution(data / "attribution/polnear/train", "polnear"),
    ),
    Source(
        "uw",
        ("certainty/uw-train.jsonl",),
        "MIT (repository); sentences from LDC news text",
        "UW factuality",
        lambda data: certainty.read_certainty(data / "certainty/uw-train.jsonl", "uw", certainty.UW),
    ),
)


def chosen(wanted: Sequence[str]) -> list[Source]:
    """The sources of these names; an unknown name is an error."""
    known = {source.name: source for source in SOURCES}
    strange = sorted(set(wanted) - set(known))
    if strange:
        raise ValueError(f"no data set named {', '.join(strange)}; there are {', '.join(known)}")
    return [known[name] for name in wanted]


def held_out(document: Document, one_in: int) -> bool:
    """Whether a document is kept for tuning: by its name and first words, so that it stays so whatever else is read."""
    first = " ".join(document.sentences[0].words) if document.sentences else ""
    digest = hashlib.sha256(f"{document.origin}/{document.name}/{first}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % one_in == 0


def digests(source: Source, data: Path) -> dict[str, str]:
    """SHA-256 of each file of a set; of a folder, of all its files in order."""
    found = {}
    for name in source.files:
        path = data / name
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        total = hashlib.sha256()
        for file in files:
            total.update(file.read_bytes())
        found[name] = total.hexdigest()
    return found
