"""Entities across reports: when two names are one, and when they must stay two."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.account.drafts import DAY, Draft, town

from reportedly.account.account import Entity
from reportedly.account.entities import join_entities, profiles_of
from reportedly.report import Span


def entities(*drafts: Draft) -> list[Entity]:
    found = join_entities([profile for draft in drafts for profile in profiles_of(draft.report, draft.reading)])
    return list(found.entities.values())


def told(kind: str, *names: str, roles: tuple[tuple[tuple[str, str | None], ...], ...] = ()) -> list[Draft]:
    """One report for each name."""
    drafts = []
    for number, name in enumerate(names):
        draft = Draft(f"Yesterday {name} was seen.", f"r{number}", DAY + timedelta(days=number))
        draft.mention(name, kind, roles=roles[number] if roles else ())
        drafts.append(draft)
    return drafts


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("organisation", ("Sea Safety Bureau", "The Sea Safety Bureau")),
        ("organisation", ("Northern Salvage Group", "NSG")),
        ("organisation", ("Velmo Kisen", "Velmo Kisen Kaisha", "Velmo Kisen Kaisha Ltd.")),
        ("organisation", ("Associated Press", "AP")),
        ("group", ("Tarsan Navy Frogmen", "Navy Frogmen", "Frogmen")),
        ("person", ("Ivo Marn", "Ivo K. Marn")),
        ("person", ("Ivo Marn", "Marn")),
        ("person", ("Narit Osattakorn", "Narit Osotakorn", "Narit")),
        ("person", ("Arpakorn Yukong", "Apakorn Yukong")),
        ("vehicle", ("Northern Star", "MV Northern Star")),
        ("facility", ("Lom Nang cave", "Lom Nang")),
        ("facility", ("Velmo copper mine", "Velmo mine")),
        ("organisation", ("Wild Otters", "Wild Otter Academy")),
    ],
)
def test_names_of_one(kind: str, names: tuple[str, ...]) -> None:
    found = entities(*told(kind, *names))
    assert len(found) == 1
    assert {found[0].name, *found[0].aliases} == set(names)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("person", ("Ivo Marn", "Ada Marn")),
        ("person", ("James Brown", "James Crown")),
        ("person", ("Anna Lund", "Anne Lund")),
        ("organisation", ("Tarsan Navy", "Tarsan Navy Frogmen")),
        ("organisation", ("Northern Front", "Northern Army")),
        ("organisation", ("Velmo Bank", "Orno Bank")),
        ("group", ("Sea League", "Sea League Youth")),
    ],
)
def test_names_of_two(kind: str, names: tuple[str, ...]) -> None:
    assert len(entities(*told(kind, *names))) == len(names)


def test_a_surname_that_two_bear_joins_neither() -> None:
    assert len(entities(*told("person", "Ivo Marn", "Ada Marn", "Marn"))) == 3


def test_a_surname_with_another_role_stays_apart() -> None:
    roles = ((("captain", None),), (("minister", None),))
    assert len(entities(*told("person", "Ivo Marn", "Marn", roles=roles))) == 2


def test_different_spellings_are_one_where_the_role_is_one() -> None:
    roles = ((("deputy governor", "Tarsa"),), (("deputy governor", "Tarsa"),))
    assert len(entities(*told("person", "Passarn Bunlug", "Pasarn Bunlak", roles=roles))) == 1


def test_he_and_she_are_two() -> None:
    drafts = told("person", "Alex Lund", "Alex Lund", roles=((("spokesman", None),), (("spokeswoman", None),)))
    assert len(entities(*drafts)) == 2


def test_a_place_and_a_body_that_bears_its_name_are_two_even_in_one_chain() -> None:
    draft = Draft("The Tarsa Canal is shut. The Tarsa Canal Authority said so.")
    place, body = draft.mention("Tarsa Canal", "place"), draft.mention("Tarsa Canal Authority", "organisation")
    draft.chains[:] = [type(draft.chains[0])("Tarsa Canal", "place", (place, body))]
    assert {(entity.name, entity.kind) for entity in entities(draft)} == {
        ("Tarsa Canal", "place"),
        ("Tarsa Canal Authority", "organisation"),
    }


def test_two_people_in_one_chain_are_taken_apart() -> None:
    draft = Draft("Ivo Marn met Ada Lund.")
    draft.mention("Ivo Marn", "person")
    draft.mention("Ada Lund", "person")
    draft.chains[:] = [type(draft.chains[0])("Ivo Marn", "person", (0, 1))]
    assert {entity.name for entity in entities(draft)} == {"Ivo Marn", "Ada Lund"}


def test_places_are_one_by_the_gazetteer_and_by_sound() -> None:
    one, other, third = Draft("In Tarqah.", "r1"), Draft("In Tarka.", "r2"), Draft("In Ar-Tarqa.", "r3")
    one.place("Tarqah", town("Tarqah", number=7))
    other.place("Tarka", town("Tarqah", number=7))
    third.place("Ar-Tarqa", None)
    found = entities(one, other, third)
    assert len(found) == 1
    assert found[0].place is not None
    assert found[0].place.geonames_id == 7


def test_collectives_without_a_name_are_one_across_reports_and_officials_are_their_body() -> None:
    drafts = [Draft("The strikers left.", "r1"), Draft("Strikers held the mill.", "r2")]
    drafts[0].mention("strikers", "person", name=False)
    drafts[1].mention("Strikers", "person", name=False)
    assert len(entities(*drafts)) == 1
    bodies = [Draft("Harbour Bureau is here.", "r1"), Draft("Ask Harbour Bureau officials.", "r2")]
    bodies[0].mention("Harbour Bureau", "organisation")
    bodies[1].mention("Harbour Bureau officials", "person", name=False)
    assert len(entities(*bodies)) == 1


def test_towns_of_different_names_are_two() -> None:
    one, other = Draft("In Tarsa.", "r1"), Draft("In Velmo.", "r2")
    one.place("Tarsa", town("Tarsa", 10, 20, 1))
    other.place("Velmo", town("Velmo", 10.1, 20.1, 2))
    assert len(entities(one, other)) == 2


def test_people_of_a_body_are_the_body_and_so_are_the_people_where_only_one_has_such() -> None:
    draft = Draft("The Red Front left. Red Front rebels burned a depot. Later the rebels fled.")
    draft.mention("Red Front", "group")
    draft.mention("Red Front rebels", "person", name=False)
    at = draft.text.index("rebels fled")
    mention = draft.mentions[draft.mention("rebels", "person", name=False)]
    draft.mentions[-1] = type(mention)(at, at + 6, "person", "nominal", mention.head, 0, chain=2)
    found = entities(draft)
    assert len(found) == 1
    assert found[0].name == "Red Front"
    assert found[0].aliases == ("Red Front rebels",)


def test_somebody_who_is_only_described_stays_in_the_report() -> None:
    drafts = [Draft("The captain left.", f"r{number}") for number in range(2)]
    for draft in drafts:
        draft.mention("captain", "person", name=False)
    assert len(entities(*drafts)) == 2


def test_the_fullest_common_name_is_shown_and_roles_have_their_days() -> None:
    drafts = told(
        "person",
        "Ivo Marn",
        "Marn",
        "Ivo Marn",
        roles=((("captain", "Northern Star"),), (), (("captain", "Northern Star"),)),
    )
    (found,) = entities(*drafts)
    assert found.name == "Ivo Marn"
    assert found.aliases == ("Marn",)
    (role,) = found.roles
    assert (role.title, role.of, role.first, role.last) == ("captain", "Northern Star", DAY, DAY + timedelta(days=2))
    assert len(role.spans) == 2


def test_every_mention_of_a_report_has_an_entity_and_ids_start_with_the_first_report() -> None:
    drafts = told("person", "Ivo Marn", "Marn")
    found = join_entities([profile for draft in drafts for profile in profiles_of(draft.report, draft.reading)])
    assert found.of_mention == {("r0", 0): "e:r0.m0", ("r1", 0): "e:r0.m0"}


@given(
    st.lists(
        st.sampled_from(["Ivo Marn", "Marn", "Ada Marn", "NSG", "Northern Salvage Group", "Velmo", ""]),
        min_size=1,
        max_size=8,
    )
)
def test_no_entity_ever_mixes_two_full_names(names: list[str]) -> None:
    drafts = []
    for number, name in enumerate(names):
        draft = Draft(f"Yesterday {name or 'somebody'} was seen.", f"r{number}")
        draft.mention(name or "somebody", "person" if "Marn" in name else "organisation", name=bool(name))
        drafts.append(draft)
    for entity in entities(*drafts):
        assert not {"Ivo Marn", "Ada Marn"} <= {entity.name, *entity.aliases}
        assert not {"Velmo", "NSG"} <= {entity.name, *entity.aliases}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        # short forms of first names, and what follows a surname
        ("person", ("Edward Marnov", "Ed Marnov")),
        ("person", ("William Tarsa", "Bill Tarsa", "Tarsa")),
        ("person", ("Paulo do Velmo Orno Jr.", "Orno")),
        ("person", ("Han Jae", "Han Jae-ok")),
        # a country or a union at the head, written out or not, or left out
        ("organisation", ("UN Harbour Council", "United Nations Harbour Council", "Harbour Council")),
        ("organisation", ("U.S. Tide Office", "United States Tide Office")),
        ("organisation", ("Chile Tide Office", "Chilean Tide Office")),
        ("organisation", ("Norwegian Harbour Ministry", "Harbour Ministry")),
        # initials: with a title's word in the name, or with the small words' letters small
        ("organisation", ("General Turbines", "GT")),
        ("organisation", ("Trains for Orno", "TfO")),
        ("organisation", ("Orno Salt", "Orno Salt newspaper")),
        # transliterations that differ in vowels
        ("place", ("Nebi Tarsil", "Nabi Tarsel")),
    ],
)
def test_more_names_of_one(kind: str, names: tuple[str, ...]) -> None:
    found = entities(*told(kind, *names))
    assert len(found) == 1
    assert {found[0].name, *found[0].aliases} == set(names)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("organisation", ("Free Norwegian Army", "Norwegian Army")),
        ("organisation", ("Liberal Tide Party", "Tide Party")),
        ("organisation", ("National Aeronautics and Tide Administration", "National Tide Administration")),
        ("organisation", ("Tarsa Police Department", "Orno Police Department", "Police Department")),
        ("organisation", ("Estonian Union", "EU")),
        ("organisation", ("Blue Anchor", "Big Apples", "BA")),
        ("person", ("Ed Marnov", "Ted Marnovski")),
        ("place", ("Tarsa", "Torso")),
    ],
)
def test_more_names_of_two(kind: str, names: tuple[str, ...]) -> None:
    assert len(entities(*told(kind, *names))) == len(names)


def test_initials_of_a_body_are_no_place_and_of_two_bodies_neither_is_meant() -> None:
    place, body = Draft("In Blue Anchor.", "r0"), Draft("BA said no.", "r1")
    place.place("Blue Anchor", town("Blue Anchor"))
    body.mention("BA", "organisation")
    assert len(entities(place, body)) == 2


def test_the_best_known_bearer_of_a_surname_is_meant_by_it() -> None:
    drafts = told("person", *["Ivo Marn"] * 9, "Ada Marn", "Marn")
    assert sorted(len(entity.mentions) for entity in entities(*drafts)) == [1, 10]


def test_a_surname_that_reports_use_for_each_of_two_joins_no_third_report() -> None:
    drafts = []
    for number, full in enumerate(("Ivo Marn", "Ada Marn")):
        draft = Draft(f"{full} came. So Marn is here.", f"r{number}")
        draft.mention(full, "person")
        at = draft.text.index("So Marn") + 3
        short = draft.mentions[draft.mention(full, "person")]
        draft.mentions[-1] = replace(short, start=at, end=at + 4, head=Span(at, at + 4), name="Marn")
        draft.chains[:] = [type(draft.chains[0])(full, "person", (0, 1))]
        drafts.append(draft)
    third = told("person", "Marn")[0]
    assert len(entities(*drafts, replace(third, id="r9"))) == 3


def chained(text: str, *names: tuple[str, str], kind: str = "organisation") -> Draft:
    """A report in which coreference took the names, each with its kind, for one."""
    draft = Draft(text)
    for name, each in names:
        draft.mention(name, each)
    draft.chains[:] = [type(draft.chains[0])(names[0][0], kind, tuple(range(len(names))))]  # type: ignore[arg-type]
    return draft


@pytest.mark.parametrize(
    ("text", "names", "apart"),
    [
        ("Velmo Rail sold Orno Steel.", (("Velmo Rail", "organisation"), ("Orno Steel", "organisation")), True),
        ("Ivo Marn left Velmo.", (("Ivo Marn", "person"), ("Velmo", "organisation")), True),
        ("The Tide League's Tide League Council.", (("Tide League", "group"), ("Tide League Council", "group")), True),
        ("The Salt Office is the Salt.", (("Salt Office", "organisation"), ("Salt", "organisation")), False),
        ("The House for Old Dogs is in House.", (("House for Old Dogs", "group"), ("House", "organisation")), True),
        ("Velmo Rail, once VRC.", (("Velmo Rail", "organisation"), ("VRC", "organisation")), False),
        ("Han Jae-il is the son of Han Jae-ok; Han left.", (("Han Jae-il", "person"), ("Han Jae-ok", "person")), True),
    ],
)  # fmt: skip
def test_names_that_coreference_takes_for_one(text: str, names: tuple[tuple[str, str], ...], apart: bool) -> None:
    assert len(entities(chained(text, *names))) == (2 if apart else 1)


def test_a_short_name_is_that_of_the_only_long_one_in_its_report() -> None:
    drafts = []
    for number, country in enumerate(("Norwegian", "Chilean")):
        draft = Draft(f"The {country} Tide Ministry met. The Tide Ministry left.", f"r{number}")
        draft.mention(f"{country} Tide Ministry", "organisation")
        at = draft.text.rindex("Tide Ministry")
        short = draft.mentions[draft.mention("Tide Ministry", "organisation")]
        draft.mentions[-1] = replace(short, start=at, end=at + 13, head=Span(at, at + 13))
        drafts.append(draft)
    assert sorted(len(entity.mentions) for entity in entities(*drafts)) == [2, 2]


def test_a_definite_description_is_the_only_body_whose_name_ends_so() -> None:
    named, described = Draft("Tarsa Canal Authority is here.", "r0"), Draft("Ask the canal authority.", "r1")
    named.mention("Tarsa Canal Authority", "organisation")
    described.mention("canal authority", "organisation", name=False)
    assert len(entities(named, described)) == 1


def test_an_introduction_is_the_body_that_the_report_names_later() -> None:
    draft = Draft("On Monday a Velmo-backed Tarsan league took the hill. The Tarsan Miners' League said so.")
    draft.mention("Velmo-backed Tarsan league", "group", name=False)
    draft.mention("Tarsan Miners' League", "organisation")
    (found,) = entities(draft)
    assert found.name == "Tarsan Miners' League"
    assert found.aliases == ("Velmo-backed Tarsan league",)


def test_a_name_is_also_called_by_who_supports_it() -> None:
    draft = Draft("It was the Velmo-backed Red Front.")
    draft.mention("Red Front", "group")
    assert entities(draft)[0].aliases == ("Velmo-backed Red Front",)


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "form", "kept"),
    [
        ("A Norwegian court ruled.", "Norwegian", "nationality", "name", False),
        ("Two Norwegians fled.", "Norwegians", "nationality", "name", True),
        ("The Chinese said no.", "Chinese", "nationality", "name", True),
        ("Then they left.", "they", "person", "pronoun", False),
        ("Then strikers left.", "strikers", "person", "nominal", True),
    ],
)
def test_whose_something_is_and_bare_pronouns_are_nobody(
    text: str, phrase: str, kind: str, form: str, kept: bool
) -> None:
    draft = Draft(text)
    mention = draft.mentions[draft.mention(phrase, kind, name=form == "name")]
    draft.mentions[-1] = replace(mention, form=form)
    assert bool(entities(draft)) is kept


@pytest.mark.parametrize(
    ("kind", "names", "shown"),
    [
        ("person", ("Marn", "Marn", "Marn", "Marn", "Ivo Marn"), "Ivo Marn"),
        ("person", ("Ivo Marn", "Ivo Marn", "Daily Post Ivo Marn"), "Ivo Marn"),
        ("place", ("Tarsa.", "Tarsa"), "Tarsa"),
        ("organisation", ("TIDE OFFICE", "Tide Office"), "Tide Office"),
    ],
)
def test_the_name_that_is_shown(kind: str, names: tuple[str, ...], shown: str) -> None:
    assert shown in {entity.name for entity in entities(*told(kind, *names))}


def test_dprk_the_body_and_north_korea_the_place_and_the_north_are_one() -> None:
    place, body, north = Draft("In North Korea.", "r0"), Draft("DPRK said no.", "r1"), Draft("The North said no.", "r2")
    place.place("North Korea", town("North Korea", 40.0, 127.0, 9, 6))
    body.mention("DPRK", "organisation")
    north.mention("North", "place")
    assert len(entities(place, body, north)) == 1
