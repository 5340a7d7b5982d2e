"""Sentences and the events that they tell: type, who to whom, mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ACTIVE = [
    ("[Rebels|group] captured [Orno|place] on Thursday.", ["territory_taken(Rebels > Orno)"]),
    ("[Government troops|group] recaptured [the town|place].", ["territory_regained(Government troops > the town)"]),
    ("The [Velmo army|group] has taken control of [Orno|place].", ["territory_regained(Velmo army > Orno)"]),
    ("[Gunmen|group] kidnapped [three teachers|person].", ["abduction(Gunmen > three teachers)"]),
    ("[Warplanes|weapon] bombed [the port|place].", ["air_strike(Warplanes > the port)"]),
    (
        "[Police|group] arrested [the driver|person] and [two passengers|person].",
        ["arrest(Police > the driver, two passengers)"],
    ),
    (
        "[Police|group] arrested [Ann Roe|person], [Bo Lim|person] and [a boy|person].",
        ["arrest(Police > Ann Roe, Bo Lim, a boy)"],
    ),
    ("[The blast|event] killed [nine people|person].", ["explosion( > )", "killing(The blast > nine people)"]),
    ("[The storm|event] destroyed [40 houses|facility].", ["storm( > )", "damage(The storm > 40 houses)"]),
    ("[The owner|person] of [the ship|vehicle] apologised.", ["apology(The owner > )"]),
    ("[Divers|group] rescued hundreds of [villagers|person].", ["rescue(Divers > villagers)"]),
    ("[Prosecutors|group] charged [Ann Roe|person] with fraud.", ["charge(Prosecutors > Ann Roe)", "crime( > )"]),
    ("[The court|organisation] found [the broker|person] guilty.", ["conviction(The court > the broker)"]),
    ("[The firm|organisation] laid off [300 workers|person].", ["layoffs(The firm > 300 workers)"]),
    (
        "[The firm|organisation] filed a lawsuit against [the ministry|organisation].",
        ["lawsuit(The firm > the ministry)"],
    ),
    ("[Engineers|group] are clearing landmines in [the town|place].", ["clearing(Engineers > )"]),
    ("[Snow|other] blocked [the pass|place].", ["closure(Snow > the pass)"]),
    ("[The president|person] praised [the volunteers|group].", ["support(The president > the volunteers)"]),
    ("[Velmo|place] releases [dozens of prisoners|person].", ["release(Velmo > dozens of prisoners)"]),
    ("[The mayor|person] unplugged [the fountain|facility].", ["other(The mayor > the fountain)"]),
    ("[Nurses|group] vaccinated [900 children|person].", ["vaccination(Nurses > 900 children)"]),
    ("[Hackers|group] breached [the registry|organisation].", ["cyberattack(Hackers > the registry)"]),
]
HELD = [
    ("[Strikers|group] seized [the station|facility] of [Orno|place].", ["territory_taken(Strikers > the station)"]),
    ("[Police|group] regained control of [the station|facility].", ["territory_regained(Police > the station)"]),
    ("[Strikers|group] still held [the station|facility].", []),
    ("[A festival|event] was held in [Orno|place].", []),
    ("[Their data|other] is held by [the firm|organisation].", []),
    ("[Three men|person] were held by [police|group].", ["arrest(police > Three men)"]),
    ("[Officers|group] took their positions near [the bridge|facility].", []),
    ("[Parents|person] were told who would be held accountable.", []),
]
LOOKALIKES = [
    ("[At least|other] [40 people|person] were hurt.", ["injury( > 40 people)"]),
    ("[The tram|vehicle] came off at a sharp, left-hand bend.", []),
    ("[Crews|group] stood close to [the house|facility].", []),
    ("[The sanctions committee|organisation] is small.", []),
    ("[The leader|person] gave up his ambitions.", []),
    ("[The leader|person] gave up gains.", []),
    ("A tornado watch is in effect.", []),
    ("[Officers|group] returned fire.", ["shooting(Officers > )"]),
    ("A home invasion is under study.", ["crime( > )"]),
    ("[The soldier|person] who tried to sleep is young.", []),
    ("[The firm|organisation] will deal with it.", []),
    ("[The price|other] has fallen below a dollar.", []),
    ("[The hall|facility] is located in [Orno|place].", []),
    ("[The speaker|person], [Ban Ki-moon|person], is old.", []),
]
INTRANSITIVE = [
    ("[The ferry|vehicle] sank.", ["sinking( > The ferry)"]),
    ("[A torpedo|weapon] sank [the ferry|vehicle].", ["sinking(A torpedo > the ferry)"]),
    ("[A tanker|vehicle] has run aground in [the strait|place].", ["grounding( > A tanker)"]),
    ("[Forty fighters|group] surrendered to [the army|group].", ["surrender(Forty fighters > the army)"]),
    ("[The minister|person] resigned.", ["resignation(The minister > )"]),
    ("[Two climbers|person] died.", ["death( > Two climbers)"]),
    ("[The bridge|facility] collapsed.", ["collapse( > The bridge)"]),
    ("[Cholera|other] broke out in [the camp|place].", ["outbreak( > Cholera)"]),
    ("[Two hikers|person] went missing.", ["missing( > Two hikers)"]),
    ("[Two hikers|person] are still missing.", ["missing( > Two hikers)"]),
    ("[Nurses|group] went on strike.", ["strike(Nurses > )"]),
    ("[Thousands|group] fled.", ["displacement( > Thousands)"]),
    ("[The city of Orno|place] fell.", ["territory_lost( > The city of Orno)"]),
    ("[Traffic|other] resumed.", ["resumption( > Traffic)"]),
    ("[The ship|vehicle] is “fully afloat”.", ["refloating( > The ship)"]),
    ("[Oil prices|other] rose.", ["price_move( > Oil prices)"]),
    ("[The four miners|person] came out.", ["emergence( > The four miners)"]),
]
PASSIVE = [
    ("[The mayor|person] was killed by [a sniper|person].", ["killing(a sniper > The mayor)"]),
    ("[Four boys|person] were brought out.", ["rescue( > Four boys)"]),
    ("[The stadium|facility] has been retaken.", ["territory_taken( > The stadium)"]),
    ("[The driver|person] got arrested.", ["arrest( > The driver)"]),
    ("[Ann Roe|person] was found guilty.", ["conviction( > Ann Roe)"]),
    (
        "[The talks|event] were called off by [the union|organisation].",
        ["meeting( > )", "suspension(the union > The talks)"],
    ),
    ("[Twelve miners|person] were taken to hospital.", ["treatment( > Twelve miners)"]),
    ("[The banker|person] was sentenced to nine years.", ["sentence( > The banker)"]),
    ("[The group|group] were all indicted.", ["charge( > The group)"]),
]
PARTICIPLES = [
    ("[People|person] killed by [the blast|event] were mourned.", ["killing(the blast > People)", "explosion( > )"]),
    ("[Boys|person] trapped in [a cave|place] were found.", ["entrapment( > Boys)", "found( > Boys)"]),
    ("Airstrikes that killed [30 people|person] shook [Orno|place].", ["air_strike( > )", "killing( > 30 people)"]),
    (
        "[The army|group] met resistance from [civilians|person] trapped in [the city|place].",
        ["entrapment( > civilians)"],
    ),
    (
        "[A gunman|person] fled, killing [two people|person].",
        ["displacement( > A gunman)", "killing(A gunman > two people)"],
    ),
    (
        "[Troops|group] rescued [two men|person] held by [the gang|group].",
        ["rescue(Troops > two men)", "arrest(the gang > two men)"],
    ),
    ("[The captured town|place] is quiet.", []),
    ("[12 trapped boys|person] waved.", []),
]
NOMINAL = [
    ("[Orno|place]'s fall shocked [the region|place].", ["territory_lost( > Orno)"]),
    ("The fall of [Orno|place] shocked [them|person].", ["territory_lost( > Orno)"]),
    ("The surrender of [275 fighters|group] pleased them.", ["surrender(275 fighters > )"]),
    ("An attack on [the post|place] by [rebels|group] failed.", ["attack(rebels > the post)"]),
    ("[Rebel|group] attacks on [the post|place] went on.", ["attack(Rebel > the post)"]),
    ("[The alliance|group] began [its|group] assault on [Orno|place].", ["offensive(its > Orno)"]),
    ("[The alliance|group] launched an assault on [Orno|place].", ["offensive(The alliance > Orno)"]),
    ("[The army|group] carried out several air strikes on [the camp|place].", ["air_strike(The army > the camp)"]),
    ("The arrest of [Ann Roe|person] by [police|group] drew crowds.", ["arrest(police > Ann Roe)"]),
    ("[Ann Roe|person]'s arrest drew crowds.", ["arrest( > Ann Roe)"]),
    ("[Rescue workers|group] waited.", []),
    ("Fighting with [the militants|group] went on.", ["armed_clash( > the militants)"]),
    ("[The president|person] held talks with [the envoy|person].", ["meeting(The president > the envoy)"]),
    ("[The two navies|group] held a joint exercise.", ["cooperation(The two navies > )"]),
    ("[The bloc|organisation] imposed sanctions on [the junta|group].", ["sanction(The bloc > the junta)"]),
    ("[The mayor|person] is in charge of a great deal.", []),
    ("[The Fire Committee|organisation] sat.", []),
]
RELATIVES = [
    (
        "[The ship|vehicle] that blocks [the canal|place] sank.",
        ["closure(The ship > the canal)", "sinking( > The ship)"],
    ),
    ("[Bo Lim|person], [a spokesman|person], apologised.", ["apology(Bo Lim > )"]),
    (
        "[The liner|vehicle], [a ship|vehicle] registered in [Velmo|place] and run by [Roe|organisation], ran aground.",
        ["grounding( > The liner)"],
    ),
    (
        "[The firm|organisation], which apologised, dismissed [Ann Roe|person].",
        ["apology(The firm > )", "dismissal(The firm > Ann Roe)"],
    ),
    ("By {Saturday=2021-05-01} [every ship|vehicle] had sunk.", ["sinking( > every ship)"]),
    ("[A spokesman|person] said [the army|group] captured [Orno|place].", ["territory_regained(the army > Orno)"]),
    ("[About 100 fighters|group] surrendered.", ["surrender(About 100 fighters > )"]),
    ("Hundreds of [survivors|person] fled.", ["displacement( > survivors)"]),
    (
        "[Rebels|group] captured [Orno|place] and killed [two men|person].",
        ["territory_taken(Rebels > Orno)", "killing(Rebels > two men)"],
    ),
    (
        "[Rebels|group] captured [Orno|place] and [the army|group] fled.",
        ["territory_taken(Rebels > Orno)", "displacement( > the army)"],
    ),
    ("[Rebels|group] captured [the army|group]'s prize, the city of [Orno|place].", ["territory_taken(Rebels > Orno)"]),
    ("[The union|organisation] condemned the abuses of [the firm|organisation].", ["accusation(The union > the firm)"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"), [*ACTIVE, *HELD, *LOOKALIKES, *INTRANSITIVE, *PASSIVE, *PARTICIPLES, *NOMINAL, *RELATIVES]
)
def test_who_does_what_to_whom(tell: Callable[[str], Any], marked: str, expected: list[str]) -> None:
    told = tell(marked)
    assert [told.shown(event) for event in told.events] == expected
