"""The readers of gold data, on files of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals.encoder_coreference import gold_chains
from evals.encoder_mentions import gold_heads
from evals.gold.certainty import read_rated
from evals.gold.polnear import Attribution, read_articles
from evals.gold.tagged import read_tagged, recased, spans_of
from evals.gold.treebank import read_documents

CONLLU = """\
# newdoc id = one
# newpar
# text = The mayor and aides don't agree.
1	The	the	DET	DT	_	2	det	_	Entity=(1-person-new-2-sgl(2-person-new-2-sgl
2	mayor	mayor	NOUN	NN	Number=Sing	7	nsubj	_	Entity=2)
3	and	and	CCONJ	CC	_	4	cc	_	_
4	aides	aide	NOUN	NNS	Number=Plur	2	conj	_	Entity=(3-person-new-1-sgl)1)
5-6	don't	_	_	_	_	_	_	_	_
5	do	do	AUX	VBP	_	7	aux	_	_
6	n't	not	PART	RB	_	7	advmod	_	_
7	agree	agree	VERB	VB	_	0	root	_	SpaceAfter=No
8	.	.	PUNCT	.	_	7	punct	_	_

# text = She waits.
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(2-person-giv-1-ana)
2	waits	wait	VERB	VBZ	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = two
# newpar
# text = Rain .
1	Rain	rain	NOUN	NN	_	0	root	_	_
2	.	.	PUNCT	.	_	1	punct	_	_

"""


def test_a_treebank(tmp_path: Path) -> None:
    path = tmp_path / "part.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    one, two = read_documents(path)
    assert (one.name, one.text, two.text) == ("one", "The mayor and aides don't agree. She waits.", "Rain .")
    assert [one.text[word.start : word.end] for word in one.words] == [word.form for word in one.words]
    assert [word.head for word in one.sentences[0]] == [1, 6, 3, 1, 6, 6, -1, 6]
    assert gold_heads(one) == {1: "person", 3: "person", 8: "person"}
    assert sorted(map(sorted, gold_chains(one))) == [[(1, 0), (8, 0)], [(1, 1)], [(3, 0)]]


def test_tagged_words(tmp_path: Path) -> None:
    path = tmp_path / "part.bio"
    rows = "Old\tB-Location\tO\nMill\tI-Location\nburns\tO\n\nNo\tO\n"
    path.write_text(f"# newdoc id = x\n# url = y\n\n{rows}", encoding="utf-8")
    (document,) = read_tagged(path)
    assert document.sentences == (("Old", "Mill", "burns"), ("No",))
    assert document.spans() == [[(0, 2, "Location")], []]
    assert recased([document], "upper")[0].sentences[0] == ("OLD", "MILL", "BURNS")
    assert recased([document], "lower")[0].sentences[0] == ("old", "mill", "burns")
    assert recased([document], "title")[0].sentences[0] == ("Old", "Mill", "Burns")


@pytest.mark.parametrize(
    ("tags", "spans"),
    [("B-a I-a B-a", [(0, 2, "a"), (2, 3, "a")]), ("O I-a I-b", [(1, 2, "a"), (2, 3, "b")]), ("", [])],
)
def test_spans_of_tags(tags: str, spans: list[tuple[int, int, str]]) -> None:
    assert spans_of(tags.split()) == spans


def test_attributions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann said: no , she said, never .", encoding="utf-8")
    (tmp_path / "a_12ab.ann").write_text(
        "T1\tSource 0 3\tAnn\nT2\tCue 4 9\tsaid:\nT3\tContent 10 13;25 30\tno never\n"
        "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3\nE2\tAttribution:T8 Cue:T2\n",
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path)
    assert article.annotators == ((Attribution(((0, 3),), ((4, 9),), ((10, 12), (25, 30))),),)


def test_ratings(tmp_path: Path) -> None:
    path = tmp_path / "part.jsonl"
    row = {"text": "It may rain .", "targets": [{"span1": [2, 3], "label": 0.5}]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (rated,) = read_rated(path)
    assert (rated.words, rated.ratings) == (("It", "may", "rain", "."), ((2, 0.5),))
