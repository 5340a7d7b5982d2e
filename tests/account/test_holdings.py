"""Who held which place: from events, and from words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.account.drafts import DAY, Draft, town

from reportedly.account.account import Account, Holding
from reportedly.account.reckon import reckon
from reportedly.report import Span

TARSA = town("Tarsa")


def holdings(*drafts: Draft) -> tuple[Account, tuple[Holding, ...]]:
    account = reckon([draft.report for draft in drafts], {draft.id: draft.reading for draft in drafts})
    return account, account.holdings


def name(account: Account, key: str) -> str:
    return next(entity.name for entity in account.entities if entity.id == key)


def taking(
    text: str, who: str, whom: str | None = None, *, mode: str = "asserted", identity: str = "r1", day: int = 0
) -> Draft:
    """A report in which ``who`` takes Tarsa."""
    draft = Draft(text, identity, DAY + timedelta(days=day))
    actor = draft.mention(who, "group")
    draft.place("Tarsa", TARSA)
    loser = (draft.mention(whom, "group"),) if whom else ()
    draft.claim(text.rstrip("."))
    draft.event(
        "seized", "territory_taken", (actor,), (draft.places[0].mention or 0, *loser), place=0, claim=0, mode=mode
    )
    return draft


def test_who_takes_a_place_holds_it_from_that_day() -> None:
    account, found = holdings(taking("The Northern Army seized Tarsa on Wednesday.", "Northern Army"))
    (holding,) = found
    assert (name(account, holding.holder), name(account, holding.place)) == ("Northern Army", "Tarsa")
    assert (holding.earliest, holding.latest, holding.contested) == (DAY, None, False)
    assert holding.claims == ("r1.c0",)


@pytest.mark.parametrize("mode", ["denied", "planned", "expected", "possible"])
def test_what_did_not_happen_gives_nobody_a_place(mode: str) -> None:
    _, found = holdings(taking("The Northern Army seized Tarsa on Wednesday.", "Northern Army", mode=mode))
    assert found == ()


def test_a_holding_ends_when_another_takes_the_place() -> None:
    first = taking("The Red Front seized Tarsa after heavy fighting near the old mill.", "Red Front", identity="r1")
    second = taking(
        "The Northern Army seized Tarsa after heavy fighting near the old mill.", "Northern Army", identity="r2", day=5
    )
    account, found = holdings(first, second)
    ends = {name(account, holding.holder): (holding.earliest, holding.latest) for holding in found}
    later = DAY + timedelta(days=5)
    assert ends == {"Red Front": (DAY, later), "Northern Army": (later, None)}
    assert not any(holding.contested for holding in found)


def told(sentence: str, holder: str, kind: str = "group") -> Draft:
    """A report that also tells of fighting, so that words about control are read."""
    draft = Draft(f"{sentence} There was fighting all day.")
    draft.mention(holder, kind)
    draft.place("Tarsa", TARSA)
    draft.claim(sentence.rstrip("."))
    draft.event("fighting", "armed_clash")
    return draft


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("The Red Front still holds Tarsa.", "Red Front"),
        ("The Red Front is in full control of Tarsa.", "Red Front"),
        ("Tarsa is in the hands of the Red Front.", "Red Front"),
        ("Tarsa remains under the control of the Red Front.", "Red Front"),
        ("Tarsa was held by the Red Front.", "Red Front"),
    ],
)
def test_words_that_say_who_holds_a_place(sentence: str, holder: str) -> None:
    account, found = holdings(told(sentence, holder))
    assert [(name(account, entry.holder), name(account, entry.place)) for entry in found] == [(holder, "Tarsa")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Red Front held talks in Tarsa.",
        "The Red Front left Tarsa.",
        "The Red Front remains in Tarsa.",
    ],
    ids=["talks", "left", "mere presence where nobody speaks of control"],
)
def test_words_that_do_not(sentence: str) -> None:
    assert holdings(told(sentence, "Red Front"))[1] == ()


def test_where_nobody_fights_a_festival_held_in_town_is_no_holding() -> None:
    draft = told(
        "The Tarsa Festival still holds Tarsa.".replace("Tarsa Festival", "Book Festival"),
        "Book Festival",
        "organisation",
    )
    draft.events.clear()
    assert holdings(draft)[1] == ()


def test_we_are_the_speakers_side_and_the_whole_is_all_of_it() -> None:
    draft = Draft(
        "“We are in control of the whole of Tarsa,” said Ivo Marn, spokesman for the Northern Army. Fighting went on."
    )
    draft.mention("Northern Army", "group")
    who = draft.mention("Ivo Marn", "person", roles=(("spokesman", "Northern Army"),))
    draft.place("Tarsa", TARSA)
    draft.claim("We are in control of the whole of Tarsa", who, "named")
    draft.event("Fighting", "armed_clash")
    account, (holding,) = holdings(draft)
    assert name(account, holding.holder) == "Northern Army"
    assert holding.share == 1.0


def test_two_who_are_said_to_hold_one_place_at_one_time_contest_it() -> None:
    first = taking("The Northern Army seized Tarsa after heavy fighting near the old mill.", "Northern Army")
    second = Draft("The Red Front still holds Tarsa after heavy fighting near the old mill.", "r2", outlet="Orno Times")
    second.mention("Red Front", "group")
    second.place("Tarsa", TARSA)
    second.claim("The Red Front still holds Tarsa")
    account, found = holdings(first, second)
    assert {name(account, entry.holder): entry.contested for entry in found} == {
        "Northern Army": True,
        "Red Front": True,
    }
    assert [entry.kind for entry in account.disagreements] == ["holding"]


def test_our_hands_are_the_speakers_and_who_denies_it_contests_it() -> None:
    ours = '"The mill is in our hands," said Ada Lund, for the strikers.'
    theirs = "Ivo Marn denied that the strikers controlled the mill."
    draft = Draft(f"Fighting broke out at the Tarsa mill. {ours} {theirs}", "r1")
    mill = draft.mention("Tarsa mill", "facility")
    draft.mention("mill is", "facility", name=False)
    speaker = draft.mention("Ada Lund", "person", roles=(("spokeswoman", "strikers"),))
    police = draft.mention("Ivo Marn", "person")
    draft.mention("strikers", "person", name=False)
    draft.mentions[1] = replace(draft.mentions[1], end=draft.mentions[1].end - 3)
    draft.claim("The mill is in our hands", speaker, "named")
    denial = draft.claim("that the strikers controlled the mill", police, "named", "denied")
    at = draft.span("strikers controlled").start
    draft.mentions.append(replace(draft.mentions[4], start=at, end=at + 8, head=Span(at, at + 8)))
    draft.chains[4] = replace(draft.chains[4], mentions=(4, 5))
    at = draft.text.rindex("mill")
    draft.mentions.append(
        replace(draft.mentions[mill], start=at, end=at + 4, head=Span(at, at + 4), form="nominal", name=None)
    )
    draft.chains[mill] = replace(draft.chains[mill], mentions=(mill, 6))
    draft.event("Fighting", "armed_clash")
    account, (holding,) = holdings(draft)
    assert (name(account, holding.holder), holding.contested) == ("strikers", True)
    (found,) = [entry for entry in account.disagreements if entry.kind == "holding"]
    assert found.claims == ("r1.c0", f"r1.c{denial}")


@pytest.mark.parametrize("holder", ["doctors", "festival", "300 people"])
def test_people_who_are_no_force_hold_nothing(holder: str) -> None:
    draft = told(f"The {holder} still hold Tarsa.", holder, "person")
    draft.mentions[0] = replace(draft.mentions[0], form="nominal", name=None)
    assert holdings(draft)[1] == ()


@pytest.mark.parametrize("marks", ["…", "—", "!!"])
def test_a_holder_of_marks_only_is_nobody(marks: str) -> None:
    draft = told(f"The {marks} still hold Tarsa.", marks, "group")
    draft.mentions[0] = replace(draft.mentions[0], form="nominal", name=None)
    assert holdings(draft)[1] == ()


NORWAY = replace(TARSA, country="Norway")


def held(sentence: str, who: str, identity: str) -> Draft:
    """A report from Norway that says who holds Tarsa."""
    draft = Draft(f"{sentence} There was fighting all day.", identity, outlet=f"The {identity} Post")
    draft.mention(who, "group", name=False)
    draft.place("Tarsa", NORWAY)
    draft.claim(sentence.rstrip("."))
    draft.event("fighting", "armed_clash")
    return draft


def test_what_troops_of_a_state_and_its_army_hold_their_state_holds() -> None:
    account, found = holdings(
        held("The government troops are in full control of Tarsa.", "government troops", "r1"),
        held("The Norwegian army still holds Tarsa.", "Norwegian army", "r2"),
        held("Tarsa was held by regime forces.", "regime forces", "r3"),
    )
    (holding,) = found
    assert len(holding.claims) == 3
    assert not holding.contested
    troops = next(entity for entity in account.entities if "government troops" in entity.aliases)
    assert (troops.name, [(role.title, role.of) for role in troops.roles]) == (
        "Norwegian government troops",
        [("troops", "Norway")],
    )
    army = next(entity for entity in account.entities if entity.name == "Norwegian army")
    assert army.id != troops.id
    assert [(role.title, role.of) for role in army.roles] == [("army", "Norway")]


def test_an_army_that_turns_on_its_government_is_another_side() -> None:
    first = held("The Norwegian government still holds Tarsa.", "Norwegian government", "r1")
    second = held("The Norwegian army is in full control of Tarsa.", "Norwegian army", "r2")
    coup = Draft("The Norwegian army overthrew the Norwegian government.", "r3")
    actor = coup.mention("Norwegian army", "group", name=False)
    loser = coup.mention("Norwegian government", "organisation", name=False)
    coup.place("Norwegian", None)
    coup.event("overthrew", "coup", (actor,), (loser,))
    _, found = holdings(first, second, coup)
    assert len(found) == 2


def test_the_forces_of_another_state_are_another_side() -> None:
    _, found = holdings(
        held("The Norwegian army still holds Tarsa.", "Norwegian army", "r1"),
        held("Chilean troops are in full control of Tarsa.", "Chilean troops", "r2"),
    )
    assert len(found) == 2
    assert all(holding.contested for holding in found)


def test_who_only_backs_the_troops_of_a_state_does_not_hold_the_place_in_their_stead() -> None:
    sentence = "Government troops, backed by village guards, are in full control of Tarsa."
    draft = held(sentence, "Government troops", "r1")
    draft.mention("village guards", "group", name=False)
    troops, guards = draft.mentions[0], len(draft.mentions) - 1
    assert troops.form == draft.mentions[guards].form == "nominal"
    draft.event("control", "territory_taken", (0,), (draft.places[0].mention or 0,), place=0, claim=0)
    account, (holding,) = holdings(draft)
    assert name(account, holding.holder) == "Norwegian Government troops"
