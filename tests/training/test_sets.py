"""The readers of data sets, on small texts of our own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from training.encoder import certainty, names
from training.encoder.attribution import read_attribution
from training.encoder.syntax import morph_of, read_conllu

CONLLU = """# newdoc id = harbour
1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\tEntity=(1-person-new-x-cf1-2-coref
2\tmayor\tmayor\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tVarna\tVarna\tPROPN\tNNP\tNumber=Sing\t2\tnmod\t_\tEntity=(2-place-new-x-cf2-1-sgl)1)
5-6\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
5\twas\tbe\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t6\taux:pass\t_\t_
6\tfreed\tfree\tVERB\tVBN\tTense=Past|VerbForm=Part|Voice=Pass\t0\troot\t_\t_

1\tShe\tshe\tPRON\tPRP\tCase=Nom|Number=Sing|Person=3\t2\tnsubj\t_\tEntity=(1-person-giv:act-x-cf1-1-ana)
2\tspoke\tspeak\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_

# newdoc id = secret
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_trees_tags_and_features_come_from_word_lines_only(treebank: Path) -> None:
    document = read_conllu(treebank, "gum")[0]
    sentence = document.sentences[0]
    assert sentence.words == ["The", "mayor", "of", "Varna", "was", "freed"]
    assert sentence.heads == [2, 6, 4, 2, 6, 0]
    assert (sentence.deprels or [])[4] == "aux:pass"
    assert (sentence.morph or [])[5] == "Tense=Past|VerbForm=Part|Voice=Pass"


def test_mentions_have_spans_heads_types_and_chains(treebank: Path) -> None:
    document = read_conllu(treebank, "gum")[0]
    found = {(m.sentence, m.start, m.end, m.head, m.type, m.chain) for m in document.mentions or ()}
    assert found == {(0, 0, 4, 1, "person", "1"), (0, 3, 4, 3, "place", "2"), (1, 0, 1, 0, "person", "1")}
    assert document.sentences[0].mentions == ["O", "person", "O", "place", "O", "O"]


def test_named_documents_are_skipped(treebank: Path) -> None:
    assert [d.name for d in read_conllu(treebank, "gum", frozenset({"secret"}))] == ["harbour"]


def test_a_gzipped_file_is_found_by_its_plain_name(treebank: Path) -> None:
    packed = treebank.with_name("packed.conllu.gz")
    packed.write_bytes(gzip.compress(treebank.read_bytes()))
    assert len(read_conllu(packed.with_suffix(""), "ewt")) == 2


@pytest.mark.parametrize(
    ("features", "kept"),
    [
        ("_", "_"),
        ("Definite=Def|PronType=Art", "_"),
        ("Tense=Past|Mood=Ind|Polarity=Neg|VerbForm=Fin", "Mood=Ind|Tense=Past|VerbForm=Fin"),
    ],
)
def test_only_the_features_that_rules_use_are_kept(features: str, kept: str) -> None:
    assert morph_of(features) == kept


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Ana\tB-PER\nKarst\tI-PER\ncame\tO\n", ["B-PER", "I-PER", "O"]),
        ("Ana I-PER\nKarst I-PER\nOslo I-LOC\n", ["B-PER", "I-PER", "B-LOC"]),
    ],
)
def test_columns_become_bio_whatever_parts_them(tmp_path: Path, text: str, labels: list[str]) -> None:
    path = tmp_path / "names.bio"
    path.write_text(text, encoding="utf-8")
    assert read_names(path) == labels


def read_names(path: Path) -> list[str]:
    return names.read_columns(path, "set")[0].sentences[0].names["set"]


def test_names_are_laid_over_equal_sentences(tmp_path: Path, treebank: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("She\tO\tO\nspoke\tO\tO\n\nUnknown\tB-ORG\tO\n", encoding="utf-8")
    documents = read_conllu(treebank, "ewt")
    assert names.lay_over(documents, path, "nner") == 1
    assert documents[0].sentences[1].names == {"nner": ["O", "O"]}


def test_conflict_entities_lie_on_our_words(tmp_path: Path) -> None:
    folder = tmp_path / "Agency"
    folder.mkdir()
    text = "The Northern Guard left Selm."
    folder.joinpath("documents.json").write_text(json.dumps({"_id": "d", "text": text}), encoding="utf-8")
    rows = [
        {
            "documentId": "d",
            "begin": 0,
            "end": 18,
            "type": "Organisation",
            "value": "The Northern Guard",
            "confidence": 1,
        },
        {"documentId": "d", "begin": 24, "end": 28, "type": "Location", "value": "Selm", "confidence": 0.9},
        {"documentId": "d", "begin": 19, "end": 23, "type": "Location", "value": "Left", "confidence": 0.1},
    ]
    folder.joinpath("entities.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    sentence = names.read_conflict(tmp_path, "re3d")[0].sentences[0]
    assert sentence.names["re3d"] == ["B-ORG", "I-ORG", "I-ORG", "O", "B-PLACE", "O"]


def test_attributions_are_painted_and_linked(tmp_path: Path) -> None:
    text = '"We left," the captain said. "It was late."'
    tmp_path.joinpath("a.txt").write_text(text, encoding="utf-8")
    annotation = (
        'T1\tContent 0 10;29 43\t"We left," "It was late."\nT2\tSource 11 22\tthe captain\nT3\tCue 23 27\tsaid\n'
        "T4\tAttribution 23 27\tsaid\nE1\tAttribution:T4 Content:T1 Cue:T3 Source:T2\n"
    )
    tmp_path.joinpath("a_0a1b.ann").write_text(annotation, encoding="utf-8")
    document = read_attribution(tmp_path, "polnear")[0]
    words = [word for sentence in document.sentences for word in sentence.words]
    labels = [label for sentence in document.sentences for label in sentence.attribution or ()]
    (link,) = document.links or []
    assert [words[a:b] for a, b in link.sources] == [["the", "captain"]]
    assert [words[a:b] for a, b in link.cues] == [["said"]]
    assert len(link.contents) == 2
    assert [label for label in labels if label.startswith("B-")] == ["B-content", "B-source", "B-cue", "B-content"]


def test_certainty_targets_stand_at_their_first_word(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    record = {"text": "He denied it", "targets": [{"span1": [1, 2], "label": -2.5}]}
    path.write_text(json.dumps(record), encoding="utf-8")
    sentence = certainty.read_certainty(path, "uw", certainty.UW)[0].sentences[0]
    assert sentence.certainty == {1: (certainty.UW, -2.5)}
