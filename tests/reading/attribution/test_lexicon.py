"""The tables of words that attribute."""

from __future__ import annotations

import pytest

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.attribution import lexicon as tables
from reportedly.reading.sentences import lemma_of

MODES = {"asserted", "denied", "expected", "possible", "planned", "likely", "hypothetical"}


def lists(table: object) -> list[list[str]]:
    """Every list of words in a table, however deep."""
    if isinstance(table, list):
        return [table]
    return [found for value in table.values() for found in lists(value)] if isinstance(table, dict) else []


@pytest.mark.parametrize("name", [tables.TABLE, tables.WORDS, tables.MODES])
def test_lists_are_lower_case_and_repeat_nothing(name: str) -> None:
    for words in lists(load_table(name)):
        assert [word for word in words if word != word.lower()] == []
        assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_cue_verb_is_its_own_lemma() -> None:
    assert [verb for verb in sorted(tables.lexicon().verbs) if lemma_of(verb) != verb] == []


def test_modes_are_modes() -> None:
    words = tables.mode_words()
    assert {*words.cues.values(), *words.content.values(), *words.phrases.values(), *words.passives.values()} <= MODES


def test_particles_belong_to_cue_verbs() -> None:
    known = tables.lexicon()
    assert set(known.require) <= set(known.verbs)
    assert known.clausal | known.nounlike <= set(known.verbs)


def test_a_verb_in_two_frames_is_an_error() -> None:
    empty: dict[str, list[str]] = {frame: [] for frame in tables.FRAMES}
    with pytest.raises(TableError, match="moan stands in say and in ask"):
        tables.frames_of({**empty, "say": ["moan"], "ask": ["moan"]})
