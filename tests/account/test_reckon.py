"""The whole reckoning: entries, ids, citations, and that the order of reports does not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.account.drafts import DAY, Draft, town

from reportedly.account.account import Account
from reportedly.account.reckon import canonical, reckon
from reportedly.reading.reading import Relay

WHERE = town("Tarsa")


def ferry(
    number: int, sentence: str, killed: int, source: str, role: str | None = "spokesman", **more: object
) -> Draft:
    """A report of the ferry that sank, with a toll according to somebody."""
    sank = "The ferry Northern Star sank off Tarsa."
    text = f"{sentence} {sank} {killed} people were killed, said {source} of the Sea Guard."
    draft = Draft(text, f"f{number}", DAY + timedelta(days=number % 3), f"Outlet {number % 4}", **more)  # type: ignore[arg-type]
    ship = draft.mention("Northern Star", "vehicle")
    draft.mention("Sea Guard", "organisation")
    who = draft.mention(source, "person", roles=((role, "Sea Guard"),) if role else ())
    place = draft.place("Tarsa", WHERE)
    own = draft.claim("The ferry Northern Star sank off Tarsa")
    said = draft.claim(f"{killed} people were killed", who, "named")
    draft.figure(f"{killed} people", killed, "people", "killed", claim=said, place=place)
    draft.event("sank", "sinking", (), (ship,), claim=own, place=place, earliest=DAY, latest=DAY)
    return draft


FERRY = [
    ferry(0, "Fog lay over the bay at dawn.", 12, "Ivo Marn", credits=[Relay("AP", "agency", 0, 2)]),
    ferry(1, "Divers went down in the morning.", 15, "Marn", None),
    ferry(2, "Families waited on the quay.", 15, "Ada Lund"),
    ferry(
        3,
        "A board of inquiry met behind closed doors and will hear the captain, two deckhands and a pilot next week.",
        14,
        "Olan Birk",
        title="Ferry sinks off Tarsa",
    ),
]
BRIDGE = [
    Draft(
        "The bridge at Orno will shut for repairs, the mayor of Orno said. Buses to Lenz must go round by the dam.",
        "b0",
    ),
    Draft(
        "Residents of Orno protested against the shut bridge. The mayor promised buses to Lenz over the dam.",
        "b1",
        None,
    ),
]
ALL = [*FERRY, *BRIDGE]


def account_of(drafts: list[Draft]) -> Account:
    return reckon([draft.report for draft in drafts], {draft.id: draft.reading for draft in drafts})


@given(st.permutations(ALL))
@settings(max_examples=25, deadline=None)
def test_the_order_in_which_reports_are_given_does_not_matter(drafts: list[Draft]) -> None:
    assert account_of(drafts) == account_of(ALL)


@given(st.sets(st.sampled_from(range(len(ALL)))))
@settings(max_examples=25, deadline=None)
def test_a_report_changes_nothing_in_other_stories(chosen: set[int]) -> None:
    some = account_of([ALL[number] for number in sorted(chosen)])
    bridge = account_of([draft for number, draft in enumerate(ALL) if number in chosen and draft in BRIDGE])
    assert {story.id for story in bridge.stories} <= {story.id for story in some.stories}
    assert set(bridge.claims) <= set(some.claims)


def test_ids_of_what_was_there_stay_when_a_later_report_joins() -> None:
    few, more = account_of(FERRY[:2]), account_of(FERRY)
    for kind in ("entities", "events", "series", "claims", "figures", "stories"):
        assert {item.id for item in getattr(few, kind)} <= {item.id for item in getattr(more, kind)}


def test_two_stories_of_known_reports() -> None:
    account = account_of(ALL)
    assert [set(story.reports) for story in account.stories] == [{"f0", "f1", "f2", "f3"}, {"b0", "b1"}]
    ferries = next(story for story in account.stories if "f0" in story.reports)
    assert ferries.title == "Ferry sinks off Tarsa"
    assert (ferries.first, ferries.last) == (DAY, DAY + timedelta(days=2))


def test_one_event_with_all_its_tellings_and_their_origins() -> None:
    (event,) = account_of(FERRY).events
    assert len(event.mentions) == 4
    assert event.independent_origins == 4
    assert event.place is not None


def test_two_spokespeople_of_one_body_are_one_origin() -> None:
    account = account_of(FERRY)
    names = {origin.id: origin.name for origin in account.origins}
    assert {names[claim.origin] for claim in account.claims if claim.source.kind == "named"} == {"Sea Guard"}


def test_figures_know_their_series_and_claims_their_figures_and_events() -> None:
    account = account_of(FERRY)
    (line,) = account.series
    assert [point.best for point in line.points] == [12, 14, 15, 15]
    assert {figure.series for figure in account.figures} == {line.id}
    assert all(claim.figures or claim.events for claim in account.claims)
    assert line.current.best == 15


def test_the_figures_of_one_day_that_differ_are_a_disagreement() -> None:
    (found,) = [entry for entry in account_of(FERRY).disagreements if entry.kind == "figure"]
    assert found.status == "open"
    assert "Ivo Marn says 12 people" in found.reason
    assert "Olan Birk says 14 people" in found.reason


def test_every_text_is_the_report_at_its_span() -> None:
    account = account_of(ALL)
    for item in (*account.claims, *account.figures, *account.times, *account.places):
        assert item.text == account.texts[item.report][item.start : item.end]
    for entity in account.entities:
        assert all(account.shown(mention) for mention in entity.mentions)


def test_every_id_that_is_named_is_there() -> None:
    account = account_of(ALL)
    entities = {entity.id for entity in account.entities}
    origins = {origin.id for origin in account.origins}
    claims = {claim.id for claim in account.claims}
    assert {report.origin for report in account.reports} | {claim.origin for claim in account.claims} <= origins
    assert {claim.source.entity for claim in account.claims} - {None} <= entities
    assert {key for event in account.events for key in (*event.actors, *event.recipients, event.place)} - {
        None
    } <= entities
    assert {telling.claim for event in account.events for telling in event.mentions} - {None} <= claims
    assert {key for story in account.stories for key in story.entities} == entities


def test_a_report_that_is_given_twice_stands_once() -> None:
    assert account_of([FERRY[0], FERRY[0]]) == account_of([FERRY[0]])


def test_a_report_without_a_reading_is_listed_and_says_nothing() -> None:
    account = reckon([FERRY[0].report], {})
    assert [report.id for report in account.reports] == ["f0"]
    assert not account.claims
    assert account.stories[0].reports == ("f0",)


def test_no_reports_make_an_empty_account() -> None:
    assert reckon([], {}) == Account()


def test_undated_reports_come_last_and_credited_ones_first_of_a_day() -> None:
    plain, credited = Draft("a", "r1"), Draft("b", "r2", credits=[Relay("AFP", "agency", 0, 1)])
    undated = Draft("c", "r0", None)
    readings = {draft.id: draft.reading for draft in (plain, credited, undated)}
    ordered = canonical([undated.report, plain.report, credited.report], readings)
    assert [report.id for report in ordered] == ["r2", "r1", "r0"]


@given(st.lists(st.text(max_size=80), max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_an_account(texts: list[str]) -> None:
    drafts = [Draft(text, f"r{number}") for number, text in enumerate(texts)]
    account = account_of(drafts)
    assert {report for story in account.stories for report in story.reports} == {draft.id for draft in drafts}


def test_the_same_words_under_another_id_are_another_report() -> None:
    twin = replace(FERRY[0].report, id="f9", outlet="Orno Times")
    account = reckon([FERRY[0].report, twin], {"f0": FERRY[0].reading})
    assert {report.id: report.copy_of for report in account.reports} == {"f0": None, "f9": "f0"}
