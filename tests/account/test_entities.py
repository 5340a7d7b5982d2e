"""Entities across reports: when two names are one, and when they must stay two."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.account.drafts import DAY, Draft, town

from reportedly.account.account import Entity
from reportedly.account.entities import join_entities, profiles_of


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
