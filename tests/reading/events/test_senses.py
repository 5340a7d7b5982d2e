"""Classes that patterns ask for or rule out, reports of games, and runs of headlines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportedly.reading.events.lexicon import NONE, lexicon
from reportedly.reading.events.sport import is_of_games
from reportedly.reading.sentences import find_sentences

GAME = (
    "The coach praised his players after the match. The striker scored two goals in the second half. "
    "It was the third win of the season for the team, and the league title is near. {}"
)


@pytest.mark.parametrize(
    ("marked", "types"),
    [
        ("Police closed [the road|place].", ["closure"]),
        ("[The bank|organisation] closed [the account|other].", []),
        ("[The website|other] crashed.", []),
        ("[The plane|vehicle] crashed.", ["crash"]),
        ("Fire damaged [the bridge|facility].", ["damage"]),
        ("The leak damaged [her reputation|other].", []),
    ],
)
def test_the_neighbours_of_a_word_settle_its_sense(tell: Callable[..., Any], marked: str, types: list[str]) -> None:
    assert [event.type for event in tell(marked).events if event.type not in {"other", "fire", "spill"}] == types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GAME.format(""), True),
        ("A bomb went off outside the stadium after the match on Sunday. Police sealed off the area. " * 4, False),
        ("The team won.", False),
    ],
)
def test_a_report_of_a_game_is_known_by_its_words(text: str, expected: bool) -> None:
    assert is_of_games(find_sentences(text)) is expected


def test_an_attack_in_a_game_is_a_move(tell: Callable[..., Any]) -> None:
    told = tell(GAME.format("[The visitors|group] attacked [the defence|group] early."))
    assert "attack" not in {event.type for event in told.events}


def test_a_run_of_headlines_tells_nothing(tell: Callable[..., Any]) -> None:
    calm = (
        "[Gunmen|group] attacked [a bank|facility] near the old market on Monday and police arrested [two men|person] "
    )
    loud = "SHOCK RAID FOOTBALL WEATHER HORROR and then a long list of other things that readers of the page may like"
    assert tell(calm + "later.").events
    assert not tell(calm + loud + ".").events


def test_words_that_tell_of_none_have_no_type() -> None:
    assert any(pattern.type == NONE for patterns in lexicon().patterns.values() for pattern in patterns)
