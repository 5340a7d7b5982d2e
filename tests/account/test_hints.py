"""Places that reports only hint at: which entity they mean, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace

from tests.account.drafts import Draft, town

from reportedly.account.entities import Directory, join_entities, profiles_of, with_hinted_places
from reportedly.reading.reading import Location, PlaceMention, Use

VELMO = town("Velmo", number=7)


def hinted(draft: Draft) -> Directory:
    directory = join_entities(profiles_of(draft.report, draft.reading))
    return with_hinted_places(directory, [draft.reading])


def hint(draft: Draft, phrase: str, use: Use, location: Location | None) -> int:
    at = draft.span(phrase)
    draft.places.append(PlaceMention(at.start, at.end, 0, location, 0.8, None, use))
    return len(draft.places) - 1


def test_a_hint_means_the_named_place_that_lies_there() -> None:
    draft = Draft("Velmo's port is shut. Velmish sailors wait for the Velmo Harbour Board.")
    place = draft.place("Velmo", VELMO)
    people = hint(draft, "Velmish", "people", replace(VELMO, name="Velmo City"))
    found = hinted(draft)
    assert found.of_place["r1", people] == found.of_place["r1", place]
    assert [entity.aliases for entity in found.entities.values()] == [()]


def test_a_place_that_nothing_names_becomes_an_entity_with_all_its_hints() -> None:
    draft = Draft("Velmish sailors wait for the Velmo Harbour Board.")
    draft.mention("Velmo Harbour Board", "organisation")
    for phrase, use in (("Velmish", "people"), ("Velmo", "inside")):
        hint(draft, phrase, use, VELMO)  # type: ignore[arg-type]
    found = hinted(draft)
    place = found.entities[found.of_place["r1", 0]]
    assert found.of_place["r1", 0] == found.of_place["r1", 1]
    assert (place.kind, place.name, len(place.mentions)) == ("place", "Velmo", 2)
    assert place.id in found.named


def test_a_hint_joins_no_entities_and_gives_none_a_place() -> None:
    draft = Draft("Velmish sailors wait for the Velmo Harbour Board. Velmo said nothing.")
    draft.mention("Velmo Harbour Board", "organisation")
    hint(draft, "Velmo", "inside", VELMO)
    before = join_entities(profiles_of(draft.report, draft.reading))
    assert {key: entity for key, entity in hinted(draft).entities.items() if key in before.entities} == before.entities


def test_places_without_an_id_are_told_apart_by_name() -> None:
    draft = Draft("The Lom cave lies on the Tarsan. The Tarsan River Guard came.")
    river = Location("Tarsan", 10.0, 20.0, "XX", None, None, "river", 5)
    cave = draft.place("Lom cave", replace(river, name="Lom cave", feature="site"))
    guard = hint(draft, "Tarsan River", "inside", river)
    found = hinted(draft)
    assert found.of_place["r1", guard] != found.of_place["r1", cave]


def test_a_hint_that_the_gazetteer_does_not_know_means_nothing() -> None:
    draft = Draft("The Velmo Harbour Board met.")
    hint(draft, "Velmo", "inside", None)
    assert hinted(draft).of_place == {}
