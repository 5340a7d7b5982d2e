"""Participants, modes, days and places read off the parse; trees are written by hand (see ``conftest.encode``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

WHO = [
    # Active, with a list and with an object shared by two verbs.
    (
        "[Gunmen|group] kidnapped [a nurse|person] and [two drivers|person].",
        "nsubj/2 root/0 det/4 obj/2 cc/7 nummod/7 conj/4/NOUN punct/2",
        ["abduction(Gunmen > a nurse, two drivers)"],
    ),
    # Passive, the agent behind "by"; a day behind "by" is nobody.
    (
        "[Orno|place] was captured by [rebels|group].",
        "nsubj:pass/3 aux:pass/3 root/0 case/5 obl/3 punct/3",
        ["territory_taken(rebels > Orno)"],
    ),
    (
        "[Orno|place] was captured by {Monday=2021-05-03}.",
        "nsubj:pass/3 aux:pass/3 root/0 case/5 obl/3 punct/3",
        ["territory_taken( > Orno)"],
    ),
    # A far subject: relative clause and apposition between it and its verb.
    (
        "[The firm|organisation] , which owns [a mine|place] near [Orno|place] , dismissed [Ann Roe|person].",
        "det/2 nsubj/11 punct/5 nsubj/5 acl:relcl/2 det/7 obj/5 case/9 nmod/7 punct/5 root/0 obj/11 flat/12 punct/11",
        ["dismissal(The firm > Ann Roe)"],
    ),
    # Coordination: the second verb has the subject of the first.
    (
        "[Rebels|group] captured [Orno|place] and later killed [two men|person].",
        "nsubj/2 root/0 obj/2 cc/6 advmod/6 conj/2 nummod/8 obj/6 punct/2",
        ["territory_taken(Rebels > Orno)", "killing(Rebels > two men)"],
    ),
    # Control by the object, by the subject, and by the owner of a noun.
    (
        "[The mayor|person] urged [crews|group] to free [the ship|vehicle].",
        "det/2 nsubj/3 root/0 obj/3 mark/6 xcomp/3 det/8 obj/6 punct/3",
        ["request(The mayor > crews)", "refloating(crews > the ship) hypothetical"],
    ),
    (
        "[Crews|group] managed to free [the ship|vehicle].",
        "nsubj/2 root/0 mark/4 xcomp/2 det/6 obj/4 punct/2",
        ["refloating(Crews > the ship)"],
    ),
    (
        "[The crew|group]'s attempt to free [the ship|vehicle] failed.",
        "det/2 nmod:poss/4 case/2/PART nsubj/9 mark/6 acl/4 det/8 obj/6 root/0 punct/9",
        ["refloating(The crew > the ship) possible", "failure( > The crew)"],
    ),
    # Participles and relative clauses hang on who undergoes or acts.
    (
        "[The men|person] arrested by [police|group] waited.",
        "det/2 nsubj/6 acl/2 case/5 obl/3 root/0 punct/6",
        ["arrest(police > The men)"],
    ),
    (
        "[The town|place] that [rebels|group] captured is quiet.",
        "det/2 nsubj/7 obj/5 nsubj/5 acl:relcl/2 cop/7 root/0/ADJ punct/7",
        ["territory_taken(rebels > The town)"],
    ),
    # Nouns: owner, "of", "by", a light verb and its subject.
    (
        "The fall of [Orno|place] stunned [the army|group].",
        "det/2 nsubj/5 case/4 nmod/2 root/0 det/7 obj/5 punct/5",
        ["territory_lost( > Orno)"],
    ),
    (
        "The surrender of [275 fighters|group] followed.",
        "det/2 nsubj/6 case/5 nummod/5 nmod/2 root/0 punct/6",
        ["surrender(275 fighters > )"],
    ),
    (
        "[The alliance|group] launched an assault on [Orno|place].",
        "det/2 nsubj/3 root/0 det/5 obj/3 case/7 obl/3 punct/3",
        ["offensive(The alliance > Orno)"],
    ),
    # A list in which each member hangs on the one before; an agent that two passives share.
    (
        "[Velmo|place], [Orno|place] and [Tarsa|place] condemned [the raid|event].",
        "nsubj/6 punct/3 conj/1/PROPN cc/5 conj/3/PROPN root/0 det/8 obj/6 punct/6",
        ["accusation(Velmo, Orno, Tarsa > the raid)", "raid( > )"],
    ),
    (
        "[Women|person] were attacked and robbed by [a gang|group].",
        "nsubj:pass/3 aux:pass/3 root/0 cc/5 conj/3 case/8 det/8 obl/5 punct/3",
        ["attack(a gang > Women)", "crime(a gang > Women)"],
    ),
    # Who claims a deed did it; what somebody is accused of, they did.
    (
        "[The group|group] claimed responsibility for the attack.",
        "det/2 nsubj/3 root/0 obj/3 case/7 det/7 nmod/4 punct/3",
        ["attack(The group > )"],
    ),
    (
        "[They|person] accused [the army|group] of shelling [Orno|place].",
        "nsubj/2 root/0 det/4 obj/2 mark/6 advcl/2 obj/6 punct/2",
        ["accusation(They > the army)", "shelling(the army > Orno) likely"],
    ),
    # Who holds others stands beside the noun; the object of a verb may look like an owner.
    (
        "[The ship|vehicle] remains in [Velmian|nationality] custody.",
        "det/2 nsubj/3 root/0 case/6 amod/6/ADJ obl/3 punct/3",
        ["arrest(Velmian > )"],
    ),
    (
        "[Police|group] arrested [her|person] three days later.",
        "nsubj/2 root/0 obj/2 nummod/5 obl/6 advmod/2 punct/2",
        ["arrest(Police > her)"],
    ),
    # A verb of doing without an object says something else, but for a passive without its auxiliary.
    ("It is going to hurt.", "nsubj/3 aux/3 root/0 mark/5 xcomp/3 punct/3", []),
    (
        "One man died and [two women|person] injured.",
        "nummod/2 nsubj/3 root/0 cc/7 nummod/6 nsubj/7 conj/3 punct/3",
        ["death( > )", "injury( > two women)"],
    ),
    # What has a clause for its object is told by the clause.
    (
        "[The study|other] found that [crews|group] rescued [two men|person].",
        "det/2 nsubj/3 root/0 mark/6 nsubj/6 ccomp/3 nummod/8 obj/6 punct/3",
        ["rescue(crews > two men)"],
    ),
    # Words that only look like a trigger.
    ("[The firm|organisation] charged a fee.", "det/2 nsubj/3 root/0 det/5 obj/3 punct/3", []),
    (
        "[The council|organisation] closed [the deal|other].",
        "det/2 nsubj/3 root/0 det/5 obj/3 punct/3",
        ["agreement( > )"],
    ),
    # The part of speech decides: a charge is no charging, a modifier no event.
    ("[Rescue workers|group] waited.", "compound/2 nsubj/3 root/0 punct/3", []),
]
MODES = [
    ("[Crews|group] did not free [it|vehicle].", "nsubj/4 aux/4 advmod/4/PART root/0 obj/4 punct/4", "denied"),
    ("[Crews|group] nearly freed [it|vehicle].", "nsubj/3 advmod/3 root/0 obj/3 punct/3", "denied"),
    ("[Crews|group] could free [the ship|vehicle].", "nsubj/3 aux/3 root/0 det/5 obj/3 punct/3", "possible"),
    ("[Crews|group] hope to free [the ship|vehicle].", "nsubj/2 root/0 mark/4 xcomp/2 det/6 obj/4 punct/2", "possible"),
    (
        "[Crews|group] will fix [the rudder|other] and free [the ship|vehicle].",
        "nsubj/3 aux/3 root/0 det/5 obj/3 cc/7 conj/3 det/9 obj/7 punct/3",
        "expected",
    ),
    (
        "If [crews|group] free [the ship|vehicle], [it|vehicle] sails.",
        "mark/3 nsubj/3 advcl/8 det/5 obj/3 punct/3 nsubj/8 root/0 punct/8",
        "hypothetical",
    ),
    # Obligation, what "from" keeps from happening, and what comes about by the verb above.
    (
        "[Crews|group] have to free [the ship|vehicle].",
        "nsubj/2 root/0 mark/4 xcomp/2 det/6 obj/4 punct/2",
        "hypothetical",
    ),
    (
        "Winds kept [crews|group] from freeing [the ship|vehicle].",
        "nsubj/2 root/0 obj/2 mark/5 advcl/2 det/7 obj/5 punct/2",
        "denied",
    ),
    (
        "[They|group] fear that [crews|group] freed [the ship|vehicle].",
        "nsubj/2 root/0 mark/5 nsubj/5 ccomp/2 det/7 obj/5 punct/2",
        "likely",
    ),
    (
        "[They|group] said that [crews|group] freed [the ship|vehicle].",
        "nsubj/2 root/0 mark/5 nsubj/5 ccomp/2 det/7 obj/5 punct/2",
        "asserted",
    ),
]
THURSDAY, MONDAY = date(2021, 5, 6), date(2021, 5, 3)


@pytest.mark.parametrize(("marked", "tree", "expected"), WHO)
def test_who_takes_part(tell: Callable[..., Any], marked: str, tree: str, expected: list[str]) -> None:
    told = tell(marked, trees=(tree,))
    assert [told.shown(event) for event in told.events if event.type != "other"] == expected


@pytest.mark.parametrize(("marked", "tree", "mode"), MODES)
def test_the_mode(tell: Callable[..., Any], marked: str, tree: str, mode: str) -> None:
    assert tell(marked, trees=(tree,)).one("refloating").mode == mode


def test_the_day_of_saying_dates_no_event_that_is_counted_from_it(tell: Callable[..., Any]) -> None:
    told = tell(
        "[Officials|group] said on {Thursday=2021-05-06}, {three days=duration P3D} after [a tunnel|place] collapsed.",
        trees=("nsubj/2 root/0 case/4 obl/2 punct/2 nummod/7 obl:unmarked/11 mark/11 det/10 nsubj/11 advcl/2 punct/2",),
    )
    event = told.one("collapse")
    assert (event.earliest, event.latest) == (MONDAY, MONDAY)


def test_what_follows_is_not_dated_by_what_went_before(tell: Callable[..., Any]) -> None:
    told = tell(
        "[The army|group] retreated on {Thursday=2021-05-06} after [rebels|group] shelled [Orno|place].",
        trees=("det/2 nsubj/3 root/0 case/5 obl/3 mark/8 nsubj/8 advcl/3 obj/8 punct/3",),
    )
    assert told.one("retreat").earliest == THURSDAY
    assert told.one("shelling").time is None


def test_verbs_that_are_joined_share_a_day(tell: Callable[..., Any]) -> None:
    told = tell(
        "On {Monday=2021-05-03} [rebels|group] captured [Orno|place] and killed [a man|person].",
        trees=("case/2 obl/4 nsubj/4 root/0 obj/4 cc/7 conj/4 det/9 obj/7 punct/4",),
    )
    assert told.one("killing").earliest == MONDAY


def test_a_relative_clause_keeps_its_day_for_itself(tell: Callable[..., Any]) -> None:
    told = tell(
        "[Police|group] arrested [a man|person] who was convicted in {1998=1998-01-01..1998-12-31}.",
        trees=("nsubj/2 root/0 det/4 obj/2 nsubj:pass/7 aux:pass/7 acl:relcl/4 case/9 obl/7 punct/2",),
    )
    assert told.one("arrest").time is None
    assert told.one("conviction").earliest == date(1998, 1, 1)


def test_the_place_of_its_own_clause_goes_before_a_nearer_one(tell: Callable[..., Any]) -> None:
    told = tell(
        "In [Orno|place] [a spokesman|person] from [Velmo|place] said [rebels|group] surrendered in [Tarsa|place].",
        trees=("case/2 obl/7 det/4 nsubj/7 case/6 nmod/4 root/0 nsubj/9 ccomp/7 case/11 obl/9 punct/7",),
    )
    assert told.place(told.one("surrender")) == "Tarsa"


def test_without_a_place_of_its_own_the_one_just_told_goes_on(tell: Callable[..., Any]) -> None:
    told = tell(
        "[Velmo|place] and [Velmo|place] wait. [Rebels|group] surrendered in [Orno|place]. [Two men|person] died.",
        trees=(
            "nsubj/4 cc/3 conj/1/PROPN root/0 punct/4",
            "nsubj/2 root/0 case/4 obl/2 punct/2",
            "nummod/2 nsubj/3 root/0 punct/3",
        ),
    )
    assert told.place(told.one("death")) == "Orno"


def test_a_tree_that_has_no_predicate_is_not_believed(tell: Callable[..., Any]) -> None:
    told = tell("[Crowds|group] looted [shops|facility].", trees=("compound/3 amod/3/VERB root/0/NOUN punct/3",))
    assert [told.shown(event) for event in told.events] == ["looting(Crowds > shops)"]
