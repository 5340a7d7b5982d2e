"""Gathering reports into stories, and what a story is called."""

from __future__ import annotations

from datetime import date, timedelta
from math import sqrt
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.account.drafts import DAY, Draft

from reportedly.account.headlines import is_byline, title_of
from reportedly.account.stories import Pair, gather_stories, pairs_among, pile_up, telling_of, vector_of
from reportedly.account.vectors import UNIT, Vector, likeness, weight_of
from reportedly.reading.reader import Reader

FERRY = (
    "The ferry Northern Star ran aground off Tarsa in thick fog. Tugs from Velmo pulled at the ferry all night.",
    "Tugs freed the Northern Star from the rocks off Tarsa. The ferry sailed back to Velmo with a torn hull.",
    "The captain of the Northern Star was questioned in Velmo about the grounding off Tarsa and the speed in fog.",
)
BRIDGE = (
    "The bridge at Orno will shut for repairs, the mayor of Orno said. Buses to Lenz must go round by the dam.",
    "Residents of Orno protested against the shut bridge. The mayor promised buses to Lenz over the dam.",
)


def drafts(texts: tuple[str, ...], prefix: str, first: date = DAY) -> list[Draft]:
    return [Draft(text, f"{prefix}{number}", first + timedelta(days=3 * number)) for number, text in enumerate(texts)]


def gathered(*some: Draft, copies: dict[str, str] | None = None) -> set[frozenset[str]]:
    ordered = sorted((draft.report for draft in some), key=lambda report: (report.published or date.max, report.id))
    return {frozenset(story.reports) for story in gather_stories(ordered, copies or {})}


def test_reports_of_one_thing_are_one_story_and_of_two_things_two() -> None:
    found = gathered(*drafts(FERRY, "f"), *drafts(BRIDGE, "b"))
    assert found == {frozenset({"f0", "f1", "f2"}), frozenset({"b0", "b1"})}


def test_a_story_may_unfold_over_weeks_when_each_report_is_near_to_another() -> None:
    some = [Draft(FERRY[number % 3], f"f{number}", DAY + timedelta(days=15 * number)) for number in range(6)]
    assert gathered(*some) == {frozenset(draft.id for draft in some)}


def test_likeness_alone_does_not_bridge_a_year() -> None:
    some = [Draft(FERRY[0], "f0", DAY), Draft(FERRY[1], "f1", DAY + timedelta(days=365))]
    assert gathered(*some) == {frozenset({"f0"}), frozenset({"f1"})}


def test_an_undated_report_joins_by_likeness() -> None:
    some = [*drafts(FERRY[:2], "f"), Draft(FERRY[2], "f9", None)]
    assert gathered(*some) == {frozenset({"f0", "f1", "f9"})}


def test_a_copy_is_of_its_originals_story_whatever_its_day() -> None:
    some = [Draft(FERRY[0], "f0", DAY), Draft(BRIDGE[0], "b0", DAY)]
    assert gathered(*some, copies={"b0": "f0"}) == {frozenset({"f0", "b0"})}


@pytest.mark.parametrize("text", ["", "the of and", "\x00", "۱۲۳ ، ؛", "a" * 5000])
def test_a_report_without_telling_words_is_a_story_by_itself(text: str) -> None:
    assert gathered(Draft(text, "odd"), *drafts(FERRY, "f")) == {frozenset({"odd"}), frozenset({"f0", "f1", "f2"})}


@settings(deadline=None)
@given(st.permutations([*drafts(FERRY, "f"), *drafts(BRIDGE, "b")]))
def test_another_story_changes_nothing_in_this_one(some: list[Draft]) -> None:
    ferry = [draft for draft in some if draft.id.startswith("f")]
    assert gathered(*some) >= gathered(*ferry)


def test_a_vector_has_length_one_and_leaves_out_words_of_every_text() -> None:
    vector = vector_of(Draft(FERRY[0]).report)
    assert likeness(vector, vector) == pytest.approx(1)
    assert "the" not in vector
    assert weight_of("tarsa") > weight_of("water") > weight_of("say")


def of_words(name: str, **weights: float) -> Vector:
    """A vector of length 1 that holds some words and, for the rest, one of its own."""
    rest = sqrt(1 - sum(weight * weight for weight in weights.values()))
    return {word: round(UNIT * weight) for word, weight in {**weights, f"own{name}": rest}.items()}


def two_sides(many: int, few: int) -> dict[str, Vector]:
    """Reports of a thing, and of a side of it that is told of in other words; one of each leads to the other."""
    main = {f"m{number:02}": of_words(f"m{number}", dam=0.4) for number in range(many)}
    side = {f"s{number:02}": of_words(f"s{number}", dam=0.2, trial=0.38) for number in range(few)}
    bridge = {"m00": of_words("m0", dam=0.4, judge=0.28), "s00": of_words("s0", dam=0.2, trial=0.38, judge=0.28)}
    return {**main, **side, **bridge}


def piled(vectors: dict[str, Vector], pairs: list[Pair] | None = None) -> list[int]:
    """How many reports each story has."""
    days = dict.fromkeys(vectors, DAY)
    pairs = pairs_among(vectors, days) if pairs is None else pairs
    return [len(pile.reports) for pile in pile_up(sorted(vectors), vectors, pairs, {}, days)]


def test_a_large_story_takes_in_a_side_of_it_that_is_like_it_as_a_whole() -> None:
    assert piled(two_sides(30, 12)) == [42]


def test_of_a_few_reports_it_is_not_known_what_the_whole_is_about() -> None:
    assert piled(two_sides(9, 9)) == [9, 9]


def test_wholes_are_not_compared_where_no_pair_leads_from_one_to_the_other() -> None:
    vectors = two_sides(30, 12)
    vectors["s00"] = of_words("s0", dam=0.2, trial=0.38)
    assert piled(vectors) == [30, 12]


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(chance: Random) -> None:
    vectors = two_sides(30, 12)
    pairs = pairs_among(vectors, dict.fromkeys(vectors, DAY))
    chance.shuffle(pairs)
    assert piled(vectors, pairs) == [42]


SHOT = "A man was shot in {town} on Friday night, police said. {victim} was taken to hospital, where doctors saved him."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Henry Tarsvik, 34,", "Henry Tarsvik"),
        ("Henry Tarsvik", "His cousin Henry Tarsvik"),
        ("A 34-year-old", "The 34-year-old"),
    ],
    ids=["name and age", "name", "age"],
)
def test_a_person_in_common_makes_reports_more_alike(first: str, second: str) -> None:
    one, other, stranger = (
        vector_of(Draft(SHOT.format(town="Orno", victim=victim)).report)
        for victim in (first, second, "The victim, who is not named yet,")
    )
    assert likeness(one, other) > likeness(one, stranger) + 0.05


@pytest.mark.parametrize("text", ["President Donald Trump spoke.", "Friday April said so.", "henry tarsvik", ""])
def test_whom_all_news_speaks_of_and_what_is_no_name_is_no_mark(text: str) -> None:
    assert not [word for word in vector_of(Draft(text).report) if word.startswith("person ")]


def test_the_heaviest_words_hold_no_marks() -> None:
    vector = vector_of(Draft(SHOT.format(town="Orno", victim="Henry Tarsvik, 34,")).report)
    assert {"person henry tarsvik", "age 34"} <= vector.keys()
    assert not [word for word in telling_of(vector) if " " in word]


def test_two_deeds_of_one_sort_in_two_towns_are_two_stories() -> None:
    some = [
        Draft(SHOT.format(town="Orno", victim="Henry Tarsvik") + " Neighbours heard two bangs from a white van.", "a"),
        Draft(
            "Detectives in Velmo look for a man who shot Peter Lenzing, 52, on Saturday beside a shop in Tarsa Road. "
            "His sister said that he had been on the way home from the harbour.",
            "b",
        ),
    ]
    assert gathered(*some) == {frozenset("a"), frozenset("b")}


def test_a_story_is_called_by_its_most_telling_title() -> None:
    some = drafts(FERRY, "f")
    some[0].title = "Ferry Northern Star runs aground off Tarsa"
    some[1].title = "What we know so far"
    reports = [draft.report for draft in some]
    assert title_of(reports, {}) == "Ferry Northern Star runs aground off Tarsa"


def test_without_titles_it_is_called_by_the_beginning_of_a_lead() -> None:
    draft = Draft(
        "VELMO (AP) - The ferry Northern Star ran aground off Tarsa, harbour crews said, in fog that had hung there "
        "since Monday."
    )
    assert title_of([draft.report], {draft.id: draft.reading}) == "The ferry Northern Star ran aground off Tarsa"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The harbour office said the ferry has lost its rudder.", "The ferry has lost its rudder"),
        ("Tugs freed the ferry.", "Tugs freed the ferry"),
        (
            "Engineers in the coastal town of Tarsa shut the old iron bridge over the Orno after finding cracks in two "
            "of its four towers.",
            "Engineers in the coastal town of Tarsa shut the old iron bridge over the Orno",
        ),
        (
            "A long convoy of lorries loaded with flour and tents crossed the old iron bridge over the river Orno near "
            "Tarsa.",
            "A long convoy of lorries loaded with flour and tents crossed the old iron bridge",
        ),
    ],
)
def test_a_lead_becomes_a_title(text: str, title: str) -> None:
    draft = Draft(text)
    reading = Reader().read(draft.report)
    assert title_of([draft.report], {draft.id: reading}) == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By ANN MARN in Lota, 2024/03/05 18:20", True),
        ("By Ann Marn and Bo Lee | March 5, 2024", True),
        ("BY THE LOTA HERALD", True),
        ("By Saturday every ship had passed.", False),
        ("By Monday, Lota Council says, it will be open.", False),
        ("By", False),
        ("", False),
        ("Ann Marn, Lota", False),
    ],
)
def test_a_line_that_names_its_writer_is_a_byline(line: str, byline: bool) -> None:
    assert is_byline(line) is byline


def test_nothing_is_called_by_a_byline() -> None:
    draft = Draft("By ANN MARN 2024/03/05 18:20\n\nTugs freed the ferry.")
    assert title_of([draft.report], {draft.id: Reader(None).read(draft.report)}) == "Tugs freed the ferry"


def test_a_story_without_words_still_has_a_title() -> None:
    assert title_of([Draft("", "r7").report], {}) == "r7"


@pytest.mark.parametrize("folder", ["seeds", "stories/evergiven", "stories/thaicave"])
def test_a_real_story_of_weeks_comes_out_as_one(shared: Path, folder: str) -> None:
    some = []
    for file in sorted((shared / folder).glob("*.txt")):
        _, day, text = file.read_text(encoding="utf-8").lstrip().split(" ", 2)
        some.append(Draft(text, file.stem, date.fromisoformat(day)))
    assert gathered(*some) == {frozenset(draft.id for draft in some)}
