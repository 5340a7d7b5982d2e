"""The grammar as a machine, and its tables as data."""

from __future__ import annotations

import re

import pytest

from reportedly.data import load_table
from reportedly.errors import TableError
from reportedly.reading.sentences import find_sentences
from reportedly.reading.times import grammar as room
from reportedly.reading.times.grammar import Match, load_grammar
from reportedly.reading.times.lengths import unit_letter
from reportedly.reading.times.makers import MAKERS
from reportedly.reading.times.tense import load_cues
from reportedly.reading.times.words import load_words


def matches(text: str) -> list[Match]:
    return [match for sentence in find_sentences(text) for match in load_grammar().matches(sentence.tokens)]


def test_the_longest_rule_takes_the_words() -> None:
    (match,) = matches("It fell on Saturday 14 October 2017 at noon.")
    assert (match.make, match.start, match.end) == ("day", 3, 9)
    assert match.slots == {"weekday": "saturday", "day": "14", "month": "october", "year": "2017", "highpoint": "noon"}


def test_what_a_rule_gives_reaches_its_maker() -> None:
    (match,) = matches("Two days ago.")
    assert (match.make, match.given) == ("shift", {"sign": -1})


@pytest.mark.parametrize(("text", "count"), [("in May", 1), ("in may", 0), ("the sun, 4 June", 1), ("IN MAY", 1)])
def test_some_words_need_a_capital(text: str, count: int) -> None:
    assert len(matches(text)) == count


def test_dots_and_curly_apostrophes_make_no_difference() -> None:
    assert [match.make for match in matches("5 p.m. on Oct. 3. New Year’s Day")] == ["day", "holiday"]


def test_every_rule_names_a_maker_and_every_maker_has_a_rule() -> None:
    named = {row["make"] for row in load_table(room.TABLE)["rule"]}
    assert named == set(MAKERS)


def test_every_union_of_words_is_used() -> None:
    words, table = load_words(), load_table(room.TABLE)
    rows = [str(row[key]) for row in table["rule"] for key in room.PATTERNS if key in row]
    named = set(re.findall(r"[A-Z0-9]+", " ".join([*rows, *table["phrases"].values()])))
    named |= {part for parts in words.unions.values() for part in parts}
    assert set(words.unions) - named == set()
    assert set(table["phrases"]) - named == set()


def test_every_rule_is_tried_wherever_it_can_match() -> None:
    """The index by first letter leaves nothing out: each rule is filed under the letter of each of its own matches."""
    grammar = load_grammar()
    rules = {rule.pattern.pattern: rule for filed in grammar.starting.values() for rule in filed}
    letters = sorted({*grammar.letters.values(), *grammar.small.values()})
    for rule in rules.values():
        alone = {letter for letter in letters if rule.pattern.match(letter)}
        assert alone <= {letter for letter in letters if rule in grammar.starting.get(letter, ())}
    assert len(rules) > 100


def test_a_rule_that_names_an_unknown_class_is_refused() -> None:
    with pytest.raises(TableError, match="NOSUCH"):
        room._Compiler(load_words(), {}).compile([{"make": "day", "pattern": "the NOSUCH:x"}])


def test_a_rule_that_is_no_expression_is_refused() -> None:
    with pytest.raises(TableError, match="does not compile"):
        room._Compiler(load_words(), {}).compile([{"make": "day", "pattern": "MONTH ("}])


def test_every_unit_has_a_letter() -> None:
    words = load_words()
    units = [word for name in words.unions["LONGUNIT"] + words.unions["LONGONE"] for word in words.values[name]]
    assert {unit_letter(word) for word in units} == {"D", "W", "F", "MONTH", "Q", "Y", "E", "C"}


def test_words_are_keys_of_tokens() -> None:
    """A word with a capital, a blank or a dot could never be met."""
    for name, words in load_words().values.items():
        if name != "STOP":
            assert all(word == word.lower() and " " not in word and "." not in word for word in words), name


def test_shapes_tell_figures_apart() -> None:
    shapes = {
        "7": "upto12", "13": "upto24", "31": "upto31", "1066": "oldyear", "2017": "year", "23rd": "ordinal31",
        "1,000": "integer", "23:30": "clock", "9.45": "dotted", "3.1415": None,
    }  # fmt: skip
    assert {key: load_words().shape_of(key) for key in shapes} == shapes


def test_no_word_looks_both_ahead_and_back() -> None:
    cues = load_cues()
    assert not cues.ahead & cues.back
