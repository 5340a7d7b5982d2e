"""Negation, hope, plan and prediction never become facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportedly.reading.reading import Claim, Source
from reportedly.report import Span

MODES = [
    ("[Crews|group] freed [the ship|vehicle].", "asserted"),
    ("[Crews|group] managed to free [the ship|vehicle].", "asserted"),
    ("[Crews|group] began freeing [the ship|vehicle].", "asserted"),
    ("[Crews|group] were able to free [the ship|vehicle].", "asserted"),
    ("[The ship|vehicle] was the last to be freed.", "asserted"),
    ("[Crews|group] did not free [the ship|vehicle].", "denied"),
    ("[Crews|group] haven't freed [the ship|vehicle].", "denied"),
    ("[Crews|group] never freed [the ship|vehicle].", "denied"),
    ("[Crews|group] failed to free [the ship|vehicle].", "denied"),
    ("[Crews|group] refused to free [the ship|vehicle].", "denied"),
    ("[Crews|group] were unable to free [the ship|vehicle].", "denied"),
    ("[Crews|group] did not fail to free [the ship|vehicle].", "asserted"),
    ("[Crews|group] will free [the ship|vehicle].", "expected"),
    ("[The ship|vehicle] is expected to be freed.", "expected"),
    ("[Crews|group] would free [the ship|vehicle].", "expected"),
    ("[Crews|group] plan to free [the ship|vehicle].", "planned"),
    ("[Crews|group] vowed to free [the ship|vehicle].", "planned"),
    ("[Crews|group] are set to free [the ship|vehicle].", "planned"),
    ("[Crews|group] could free [the ship|vehicle].", "possible"),
    ("[Crews|group] may have freed [the ship|vehicle].", "possible"),
    ("[Crews|group] are trying to free [the ship|vehicle].", "possible"),
    ("[Crews|group] worked to free [the ship|vehicle].", "possible"),
    ("[Crews|group] made an effort to free [the ship|vehicle].", "possible"),
    ("[The ship|vehicle] is believed to have been freed.", "likely"),
    ("[Crews|group] are likely to free [the ship|vehicle].", "likely"),
    ("[Crews|group] should free [the ship|vehicle].", "hypothetical"),
    ("[The mayor|person] urged [crews|group] to free [the ship|vehicle].", "hypothetical"),
    ("[Crews|group] did not free [the ship|vehicle] until {Monday=2021-05-03}.", "asserted"),
    ("If [crews|group] do not free [the ship|vehicle], all is lost.", "hypothetical"),
    ("[The ship|vehicle] was expected to be freed.", "expected"),
    ("No [ship|vehicle] was freed.", "denied"),
    ("Nobody freed [the ship|vehicle].", "denied"),
    ("There is no doubt that [crews|group] freed [the ship|vehicle].", "asserted"),
    ("If [crews|group] free [the ship|vehicle], all is well.", "hypothetical"),
]
NOUN_MODES = [
    ("There were no injuries.", "injury", "denied"),
    ("[Officers|person] went to a call of a shooting.", "shooting", "asserted"),
    ("[He|person] is accused of attempted first-degree murder.", "killing", "possible"),
    ("No arrests were made.", "arrest", "denied"),
    ("The war ended with a truce, not a treaty.", "agreement", "denied"),
    ("[The envoy|person] told [reporters|person] after the meeting that it was late.", "meeting", "asserted"),
    ("[The mayor|person] called for a meeting.", "meeting", "hypothetical"),
    ("[The gang|group] called off a planned attack on [the bank|organisation].", "attack", "planned"),
    ("[Officials|group] spoke of a possible attack on [the bank|organisation].", "attack", "possible"),
    ("[Officials|group] spoke of the risk of a flood.", "flood", "possible"),
    ("[Officials|group] denied an attack on [the bank|organisation].", "attack", "denied"),
    ("[The suspected attack|event] on [the bank|organisation] failed.", "attack", "likely"),
]


@pytest.mark.parametrize(("marked", "mode"), MODES)
def test_mode_of_a_verb(tell: Callable[[str], Any], marked: str, mode: str) -> None:
    assert tell(marked).one("refloating").mode == mode


@pytest.mark.parametrize(("marked", "type_id", "mode"), NOUN_MODES)
def test_mode_of_a_noun(tell: Callable[[str], Any], marked: str, type_id: str, mode: str) -> None:
    assert tell(marked).one(type_id).mode == mode


def test_the_object_of_urging_is_the_one_to_act(tell: Callable[[str], Any]) -> None:
    told = tell("[The mayor|person] urged [crews|group] to free [the ship|vehicle].")
    assert told.names(told.one("refloating").actors) == "crews"


def test_the_claim_lends_its_mode_to_what_it_asserts(tell: Callable[..., Any], said: Callable[..., Any]) -> None:
    marked = "[Rebels|group] captured [Orno|place]."
    told = tell(marked, (said(Span(0, 21), "Roe", "denied"),))
    assert (told.events[0].mode, told.events[0].claim) == ("denied", 0)


def test_the_smallest_credited_claim_carries_the_event(tell: Callable[..., Any], said: Callable[..., Any]) -> None:
    claims = (said(Span(0, 22), None), said(Span(0, 22), "Roe"), said(Span(0, 21), "Lim"))
    assert tell("[Rebels|group] captured [Orno|place].", claims).events[0].claim == 2


@pytest.mark.parametrize(
    ("text", "claim_mode", "type_id", "expected"),
    [
        # A modal of another clause takes nothing back.
        ("[Two men|person] died and more will come, she said.", "planned", "death", "asserted"),
        ("[Two men|person] probably died, she said.", "likely", "death", "likely"),
        # The verb of speech reaches the whole statement, but not what only tells who is meant.
        ("[Two men|person] died, she feared.", "expected", "death", "expected"),
        ("She expects to meet [those|person] who died.", "expected", "death", "asserted"),
    ],
)
def test_what_a_claim_makes_of_an_event(
    tell: Callable[..., Any], text: str, claim_mode: Any, type_id: str, expected: str
) -> None:
    plain = text.replace("[", "").replace("]", "").replace("|person", "")
    content = Span(0, len(plain))
    claim = Claim(0, len(plain), (content,), 0, Source("person", "she"), (), None, "indirect", claim_mode)
    assert tell(text, (claim,)).one(type_id).mode == expected
