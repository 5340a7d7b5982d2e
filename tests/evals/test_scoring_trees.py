"""The scorer of parses on cases counted by hand."""

from __future__ import annotations

import pytest
from evals.scoring.trees import Node, score_given, score_raw

TEXT = "Cats don't bark. Dogs do."
GOLD = [
    [
        Node(0, 4, "NOUN", 3, "nsubj"),
        Node(5, 7, "AUX", 3, "aux"),
        Node(7, 10, "PART", 3, "advmod"),
        Node(11, 15, "VERB", -1, "root"),
        Node(15, 16, "PUNCT", 3, "punct"),
    ],
    [Node(17, 21, "NOUN", 1, "nsubj"), Node(22, 24, "VERB", -1, "root"), Node(24, 25, "PUNCT", 1, "punct")],
]


def f1(text: str, ours: list[list[Node]]) -> dict[str, float]:
    return {name: round(tally.f1, 4) for name, tally in score_raw(text, GOLD, ours).items()}


def test_gold_against_itself_is_perfect() -> None:
    assert set(f1(TEXT, GOLD).values()) == {1.0}
    assert {tally.f1 for tally in score_given(GOLD, GOLD).values()} == {1.0}


def test_a_missed_clitic_costs_words_and_what_hangs_on_them() -> None:
    fused = [
        [
            Node(0, 4, "NOUN", 2, "nsubj"),
            Node(5, 10, "AUX", 2, "aux"),
            Node(11, 15, "VERB", -1, "root"),
            Node(15, 16, "PUNCT", 2, "punct"),
        ],
        GOLD[1],
    ]
    words = round(2 * 6 / (7 + 8), 4)
    assert f1(TEXT, fused) == {"words": words, "upos": words, "uas": words, "las": words, "sentences": 1.0}


def test_a_missed_boundary_costs_sentences_and_one_root() -> None:
    second = [Node(n.start, n.end, n.upos, n.head + 5 if n.head >= 0 else 3, n.relation) for n in GOLD[1]]
    scores = f1(TEXT, [[*GOLD[0], *second]])
    assert scores["sentences"] == 0.0
    assert scores["words"] == 1.0
    assert scores["uas"] == scores["las"] == round(7 / 8, 4)


def test_subtypes_count_on_gold_words_only() -> None:
    ours = [[Node(0, 4, "NOUN", 3, "nsubj:pass"), *GOLD[0][1:]], GOLD[1]]
    assert f1(TEXT, ours)["las"] == 1.0
    given = score_given(GOLD, ours)
    assert given["las"].f1 == pytest.approx(7 / 8)
    assert given["las_universal"].f1 == given["uas"].f1 == 1.0


def test_white_space_between_words_does_not_count() -> None:
    spread = [[Node(node.start, node.end, node.upos, node.head, node.relation) for node in side] for side in GOLD]
    spread[0][0] = Node(0, 5, "NOUN", 3, "nsubj")
    assert f1(TEXT, spread)["words"] == 1.0


def test_other_words_than_the_gold_are_refused_where_words_are_given() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score_given(GOLD, GOLD[:1])
