"""Origins: credits, copies, and whose statement a claim is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.account.drafts import DAY, Draft

from reportedly.account.origins import find_copies, find_overlaps
from reportedly.account.origins.copies import shingles
from reportedly.account.reckon import reckon
from reportedly.reading.reading import Relay

WIRE = (
    "The ferry Northern Star left Velmo before dawn with eighty people on board and ran into fog off the Tarsa light. "
    "Harbour crews reached it within the hour, and by noon every passenger stood on the quay wrapped in a blanket. "
    "The harbour master said that nobody had been hurt and that the cause would be looked into by the safety bureau."
)
OWN = (
    "Schools in Orno open two hours later from next month, as buses cannot cross the bridge during the repair works. "
    "Parents had asked for the change in a letter that four hundred of them signed."
)
AP = Relay("AP", "agency", 0, 2)


def account_of(*drafts: Draft):
    return reckon([draft.report for draft in drafts], {draft.id: draft.reading for draft in drafts})


def origin_names(account) -> dict[str, str]:
    names = {origin.id: origin.name for origin in account.origins}
    return {report.id: names[report.origin] for report in account.reports}


def test_a_report_that_credits_an_agency_is_the_agencys() -> None:
    account = account_of(Draft(WIRE, "r1", credits=[AP]))
    assert origin_names(account) == {"r1": "Associated Press"}
    assert account.origins[0].kind == "agency"


def test_a_report_that_credits_nobody_is_its_outlets() -> None:
    assert origin_names(account_of(Draft(WIRE, "r1"))) == {"r1": "The Harbour Post"}


def test_reports_of_unknown_outlets_are_not_one_origin() -> None:
    account = account_of(Draft(WIRE, "r1", outlet=None), Draft(OWN, "r2", outlet=None))
    assert origin_names(account) == {"r1": "unknown outlet of r1.txt", "r2": "unknown outlet of r2.txt"}


def test_a_whole_copy_points_to_the_earliest_and_shares_its_origin() -> None:
    later = Draft(WIRE + " More follows.", "r0", DAY + timedelta(days=1), "Orno Times")
    account = account_of(later, Draft(WIRE, "r1"))
    assert {report.id: report.copy_of for report in account.reports} == {"r1": None, "r0": "r1"}
    assert origin_names(account) == {"r1": "The Harbour Post", "r0": "The Harbour Post"}


def test_of_two_copies_of_one_day_the_one_with_the_credit_is_the_original() -> None:
    account = account_of(Draft(WIRE, "r1", outlet="Orno Times"), Draft(WIRE, "r2", credits=[AP]))
    assert {report.id: report.copy_of for report in account.reports} == {"r1": "r2", "r2": None}
    assert origin_names(account) == {"r1": "Associated Press", "r2": "Associated Press"}


def test_the_print_of_the_credited_agency_is_the_original_known_or_not() -> None:
    text = f"VELMO, Odrin (Northern Wire) - {WIRE}"
    account = account_of(Draft(text, "r1", outlet="The Harbour Post"), Draft(text, "r2", outlet="Northern Wire"))
    assert [(report.id, report.copy_of) for report in account.reports] == [("r2", None), ("r1", "r2")]
    assert set(origin_names(account).values()) == {"Northern Wire"}


def test_copies_of_a_copy_point_to_the_first() -> None:
    drafts = [Draft(WIRE, f"r{n}", DAY + timedelta(days=n), f"Outlet {n}") for n in range(3)]
    copies = find_copies(find_overlaps([draft.report for draft in drafts]))
    assert {copy.report: copy.original for copy in copies.values()} == {"r1": "r0", "r2": "r0"}


def test_a_long_report_that_takes_in_a_flash_is_no_copy_of_it() -> None:
    flash = WIRE.partition(". ")[0] + "."
    longer = Draft(
        flash + " " + OWN + " " + OWN.replace("Orno", "Tarsa").replace("two", "three"), "r2", DAY + timedelta(days=1)
    )
    overlaps = find_overlaps([Draft(flash, "r1").report, longer.report])
    assert overlaps
    assert not find_copies(overlaps)


def test_different_reports_share_nothing() -> None:
    assert find_overlaps([Draft(WIRE, "r1").report, Draft(OWN, "r2").report]) == ()


@pytest.mark.parametrize("text", ["", "one two three", "\x00 \x00", "\u202eabc def"])
def test_short_and_odd_texts_have_few_shingles_and_no_copies(text: str) -> None:
    assert len(shingles(text)) == 0
    assert find_overlaps([Draft(text, "r1").report, Draft(text, "r2").report]) == ()


def claim_origins(account) -> list[str]:
    names = {origin.id: origin.name for origin in account.origins}
    return [names[claim.origin] for claim in account.claims]


def test_a_spokesman_speaks_for_the_body() -> None:
    draft = Draft("The Sea Guard reached the ferry. All are safe, said Ivo Marn, a spokesman for the Sea Guard.")
    draft.mention("Sea Guard", "organisation")
    who = draft.mention("Ivo Marn", "person", roles=(("spokesman", "Sea Guard"),))
    draft.claim("All are safe", who, "named")
    assert claim_origins(account_of(draft)) == ["Sea Guard"]


@pytest.mark.parametrize("source", ["Sea Guard officials", "spokeswoman for the Sea Guard", "head of the Sea Guard"])
def test_somebody_without_a_name_who_speaks_for_a_body_is_the_body(source: str) -> None:
    draft = Draft(f"The Sea Guard reached the ferry. All are safe, said {source}.")
    draft.mention("Sea Guard", "organisation")
    draft.claim("All are safe", draft.mention(source, "person", name=False), "unnamed")
    assert claim_origins(account_of(draft)) == ["Sea Guard"]


def test_a_survivor_of_something_speaks_for_herself() -> None:
    draft = Draft("The Sea Guard reached the ferry. It was dark, said Ada Lund, a survivor of the Northern Star.")
    draft.mention("Sea Guard", "organisation")
    who = draft.mention("Ada Lund", "person", roles=(("survivor", "Northern Star"),))
    draft.claim("It was dark", who, "named")
    assert claim_origins(account_of(draft)) == ["Ada Lund"]


def test_an_outlet_that_is_affiliated_with_a_body_counts_as_the_body() -> None:
    draft = Draft("The Northern Army left. Front News, affiliated with the Northern Army, says the town fell.")
    draft.mention("Northern Army", "organisation")
    who = draft.mention("Front News", "organisation", affiliation="affiliated with the Northern Army")
    draft.claim("the town fell", who, "outlet")
    assert claim_origins(account_of(draft)) == ["Northern Army"]


def test_an_unnamed_source_counts_as_the_relay_that_quotes_it() -> None:
    draft = Draft("A Tarsa official told Coast Radio that the bridge was shut.")
    who = draft.mention("Tarsa official", "person", name=False)
    relay = Relay("Coast Radio", "outlet", 21, 32)
    draft.claim("the bridge was shut", who, "unnamed", via=(relay,))
    assert claim_origins(account_of(draft)) == ["Coast Radio"]


def test_an_unnamed_source_without_a_relay_counts_as_the_report() -> None:
    draft = Draft("A Tarsa official said that the bridge was shut.")
    draft.claim("the bridge was shut", draft.mention("Tarsa official", "person", name=False), "unnamed")
    assert claim_origins(account_of(draft)) == ["The Harbour Post"]


def test_a_passage_taken_over_from_an_earlier_report_keeps_its_origin() -> None:
    sentence = WIRE.split(". ")[1]
    first = Draft(WIRE, "r1", outlet="Orno Times")
    first.claim(sentence)
    second = Draft(
        f"A day after the Northern Star hit fog off the Tarsa light near Velmo, the ferry is in dock. {sentence}. "
        "Divers will look at the hull of the Northern Star on Friday; the ferry line to Velmo stays shut until then. "
        "Passengers who had paid for the crossing can ask for their money at the Tarsa light office of the line.",
        "r2",
        DAY + timedelta(days=1),
    )
    second.claim(sentence)
    second.claim("Divers will look at the hull of the Northern Star on Friday")
    account = account_of(first, second)
    assert len(account.stories) == 1
    assert [report.copy_of for report in account.reports] == [None, None]
    assert claim_origins(account) == ["Orno Times", "Orno Times", "The Harbour Post"]


def test_days_decide_what_is_earlier_and_undated_reports_come_last() -> None:
    undated = Draft(WIRE, "r0", None, "Orno Times")
    account = account_of(undated, Draft(WIRE, "r1", date(2031, 5, 20)))
    assert {report.id: report.copy_of for report in account.reports} == {"r1": None, "r0": "r1"}
