"""The encoder as a whole, with random weights: everything is read, every time alike."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.encoded import Encoded, stance_of
from reportedly.reading.encoder import Encoder

REPORTS = [
    [["Rescuers", "reached", "the", "village", "."], ["\"", "Nobody", "lives", ",", "\"", "said", "a", "medic", "."]],
    [["Floods", "hit", "two", "towns", "."]] * 9,
    [],
    [[], ["One"], []],
    [["A", "mast", "fell", "on", "the", "quay", "and", "was", "towed", "off", "."], ["It", "was", "old", "."]],
]  # fmt: skip
WORDS = st.lists(st.lists(st.text(max_size=12), max_size=12), max_size=6)


def same(left: Encoded, right: Encoded) -> bool:
    plain = (left.sentences, left.stretches, left.attributions, left.chains)
    return plain == (right.sentences, right.stretches, right.attributions, right.chains) and np.array_equal(
        left.vectors, right.vectors
    )


def check(seen: Encoded, sentences: list[list[str]]) -> None:
    assert len(seen.sentences) == len(sentences) == len(seen.vectors)
    for words, sentence in zip(sentences, seen.sentences, strict=True):
        for field in (sentence.upos, sentence.morph, sentence.heads, sentence.relations, sentence.certainty):
            assert len(field) == len(words)
        check_tree(sentence.heads)
        assert all(0 <= name.start < name.end <= len(words) for name in sentence.names)
    heads = [(at, head.word) for at, sentence in enumerate(seen.sentences) for head in sentence.mentions]
    assert sorted(mention for chain in seen.chains for mention in chain) == heads
    for item in seen.attributions:
        assert seen.stretches[item.cue].role == "cue"
        assert item.source is None or seen.stretches[item.source].role == "source"
        assert all(seen.stretches[at].role == "content" for at in item.contents)
    for stretch in seen.stretches:
        assert all(0 <= part.start < part.end <= len(sentences[part.sentence]) for part in stretch.parts)


def check_tree(heads: tuple[int, ...]) -> None:
    assert sum(head == 0 for head in heads) == (1 if heads else 0)
    for word in range(len(heads)):
        at, steps = word + 1, 0
        while at:
            at, steps = heads[at - 1], steps + 1
            assert steps <= len(heads)


@pytest.mark.parametrize("sentences", REPORTS)
def test_everything_is_read(encoder: Encoder, sentences: list[list[str]]) -> None:
    check(encoder.read(sentences), sentences)


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_any_words_are_read(encoder: Encoder, sentences: list[list[str]]) -> None:
    check(encoder.read(sentences), sentences)


@pytest.mark.parametrize("count", [509, 600, 2500])
def test_a_sentence_longer_than_the_window_is_read_to_its_end(encoder: Encoder, count: int) -> None:
    words = [f"w{number % 9}" for number in range(count)]
    sentences = [["Start", "."], words, ["End", "."]]
    seen = encoder.read(sentences)
    check(seen, sentences)
    assert len(set(seen.sentences[1].certainty)) > 1


def test_a_vector_has_length_one(encoder: Encoder) -> None:
    seen = encoder.read([["Floods", "hit", "."], [], ["w"] * 900])
    assert np.linalg.norm(seen.vectors, axis=1) == pytest.approx([1.0, 0.0, 1.0], abs=1e-5)


def test_reports_read_alike_alone_in_any_order_and_in_threads(encoder: Encoder) -> None:
    alone = [encoder.read(report) for report in REPORTS]
    back = [encoder.read(report) for report in reversed(REPORTS)][::-1]
    with ThreadPoolExecutor(4) as pool:
        threads = list(pool.map(encoder.read, REPORTS * 5))
    assert all(map(same, alone, back))
    assert all(map(same, alone * 5, threads))


def test_a_copy_in_another_process_reads_alike(encoder: Encoder) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        elsewhere = list(pool.map(encoder.read, REPORTS))
    assert all(map(same, map(encoder.read, REPORTS), elsewhere))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_process_opens_the_model_for_itself(encoder: Encoder) -> None:
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, mp_context=context, initializer=_keep, initargs=(encoder,)) as pool:
        elsewhere = list(pool.map(_read_kept, REPORTS))
    assert all(map(same, map(encoder.read, REPORTS), elsewhere))


KEPT: list[Encoder] = []


def _keep(encoder: Encoder) -> None:
    KEPT.append(encoder)


def _read_kept(sentences: list[list[str]]) -> Encoded:
    return KEPT[-1].read(sentences)


def test_a_copy_is_loaded_from_the_same_folder(encoder: Encoder, folder: Path) -> None:
    again: Encoder = pickle.loads(pickle.dumps(encoder))
    assert again.version == encoder.version == "test"
    assert same(again.read(REPORTS[0]), Encoder.load(folder).read(REPORTS[0]))


@pytest.mark.parametrize(
    ("rating", "stance"),
    [(3.0, "asserted"), (1.65, "asserted"), (1.4, "uncertain"), (0.1, "uncertain"), (0.0, "denied"), (-3.0, "denied")],
)
def test_a_rating_becomes_a_stance(rating: float, stance: str) -> None:
    assert stance_of(rating) == stance
