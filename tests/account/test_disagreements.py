"""Disagreements: what is listed, how its reason reads, and what is not worth a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reportedly.account.account import (
    ClaimEntry,
    ClaimSource,
    Cue,
    CurrentValue,
    Disagreement,
    Entity,
    Event,
    EventTelling,
    FigureEntry,
    Holding,
    Series,
    SeriesPoint,
    TimeEntry,
)
from reportedly.account.disagreements import find_disagreements
from reportedly.account.voices import Voices, agree, clipped, named, spoken
from reportedly.report import Report

DAY = date(2031, 5, 14)


def report(number: int, text: str = "", day: int = 0) -> Report:
    return Report(f"r{number}", f"folder/{number}.txt", text, "0", f"Outlet {number}", DAY + timedelta(days=day))


def claim(
    number: int, text: str, source: str | None = None, mode: str = "asserted", events: tuple[str, ...] = ()
) -> ClaimEntry:
    who = ClaimSource("named" if source else "outlet", source, None, None, None)
    return ClaimEntry(
        f"r{number}.c0",
        f"r{number}",
        0,
        len(text),
        text,
        who,
        (),
        Cue(0, 1) if source else None,
        None,
        mode,
        "speech",
        f"o:{source or number}",
        events,
        (),  # type: ignore[arg-type]
    )


def voices(*claims: ClaimEntry, days: tuple[int, ...] = ()) -> Voices:
    some = [report(number, entry.text, (days or (0,) * len(claims))[number]) for number, entry in enumerate(claims)]
    return Voices({entry.id: entry for entry in some}, {entry.id: entry for entry in claims})


def figure(
    number: int, text: str, value: float, relation: str, day: int = 0, high: float | None = -1, **more: object
) -> FigureEntry:
    as_of = None if relation == "age" else DAY + timedelta(days=day)
    top = value if high == -1 else high
    known = {"exclusive": False, "approximate": False, "unit": "people", "counted": "people", "share_of": None} | more
    known = {"end": 1} | known
    return FigureEntry(
        id=f"r{number}.f0",
        report=f"r{number}",
        start=0,
        text=text,
        low=value,
        high=top,
        best=value,
        relation=relation,
        about_entity=None,
        source_claim=f"r{number}.c0",
        as_of_earliest=as_of,
        as_of_latest=as_of,
        series="s:1",
        **known,  # type: ignore[arg-type]
    )


def series(*figures: FigureEntry, label: str = "people killed", measure: str = "killed") -> Series:
    points = tuple(SeriesPoint(f.as_of_latest, f.low, f.high, f.best, f.id, "o:1", f.report) for f in figures)
    current = CurrentValue(points[-1].low, points[-1].high, points[-1].best, points[-1].as_of)
    return Series("s:1", label, measure, "people", None, None, "people", points, current, False, "y:1")


def of_figures(*figures: FigureEntry, **more: str) -> list[Disagreement]:
    days = tuple(((each.as_of_latest or DAY) - DAY).days for each in figures)
    told = voices(*(claim(number, "text", f"Speaker {number}") for number in range(len(figures))), days=days)
    return list(find_disagreements([series(*figures, **more)], figures, [], [], [], {}, told, "y:1"))


def test_two_values_for_one_day_are_an_open_disagreement_with_names_values_and_days() -> None:
    (found,) = of_figures(figure(0, "12 people", 12, "killed"), figure(1, "15 people", 15, "killed"))
    assert (found.kind, found.status) == ("figure", "open")
    assert found.claims == ("r0.c0", "r1.c0")
    assert found.reason == ("People killed: on 14 May Speaker 0 says 12 people; on 14 May Speaker 1 says 15 people.")


@pytest.mark.parametrize(
    "pair",
    [
        (figure(0, "12 people", 12, "killed"), figure(1, "12 people", 12, "killed")),
        (figure(0, "at least 12 people", 12, "killed", high=None), figure(1, "15 people", 15, "killed")),
        (figure(0, "about 100 people", 100, "killed", approximate=True), figure(1, "105 people", 105, "killed")),
        (figure(0, "12 people", 12, "killed"), figure(1, "15 people", 15, "killed", day=1)),
        (figure(0, "five of the dead", 5, "killed"), figure(1, "15 people", 15, "killed")),
    ],
    ids=["equal", "a bound that holds", "about", "a later day", "a part"],
)
def test_what_can_both_hold_or_replaces_is_none(pair: tuple[FigureEntry, FigureEntry]) -> None:
    assert of_figures(*pair) == []


def test_a_toll_that_was_lowered_is_superseded() -> None:
    (found,) = of_figures(figure(0, "15 people", 15, "killed"), figure(1, "12 people", 12, "killed", day=1))
    assert (found.kind, found.status) == ("figure", "superseded")
    assert found.reason.startswith("People killed, lowered from 15 to 12: ")


def test_a_value_that_names_the_one_it_replaces_supersedes_it_and_contradicts_nobody_else() -> None:
    told = voices(
        claim(0, "40 sailors were aboard", "Ada Lund"),
        claim(1, "44 sailors were aboard", "the union"),
        claim(2, "37 sailors, not 40", "Ivo Marn"),
        days=(0, 1, 3),
    )
    figures = [
        figure(n, text, value, relation, day, counted="sailors", end=len(text))
        for n, (text, value, relation, day) in enumerate(
            [("40 sailors", 40, "aboard", 0), ("44 sailors", 44, "aboard", 1), ("37 sailors", 37, "aboard", 0)]
        )
    ]
    line = series(*figures, label="sailors aboard", measure="size")
    found = find_disagreements([line], figures, [], [], [], {}, told, "y:1")
    assert [(entry.status, entry.reason) for entry in found] == [
        ("open", "Sailors aboard: on 14 May Ada Lund says 40 sailors; on 15 May the union says 44 sailors."),
        (
            "superseded",
            "Sailors aboard, lowered from 40 to 37: on 14 May Ada Lund says 40 sailors; "
            "on 17 May Ivo Marn says 37 sailors.",
        ),
    ]


@pytest.mark.parametrize("text", ["dozens", "20 of those hurt", "several people"])
def test_vague_numbers_and_parts_contradict_nobody(text: str) -> None:
    assert of_figures(figure(0, text, 20, "injured"), figure(1, "30 people", 30, "injured"), measure="injured") == []


@pytest.mark.parametrize(
    ("before", "count"),
    [
        ("At least two people were hurt and ", 1),
        ("The hold flooded and ", 1),
        ("Two divers and ", 0),
        ("They buried a cook and all ", 0),
    ],
)
def test_a_count_that_ends_a_list_is_a_part_of_the_whole(before: str, count: int) -> None:
    told = voices(claim(0, f"{before}12 sailors were trapped", "Ada Lund"), claim(1, "15 sailors trapped", "the union"))
    start = len(before)
    figures = [
        figure(0, "12 sailors", 12, "trapped", counted="sailors", end=start + len("12 sailors")),
        figure(1, "15 sailors", 15, "trapped", counted="sailors", end=len("15 sailors")),
    ]
    figures[0] = replace(figures[0], start=start)
    line = series(*figures, label="sailors trapped", measure="trapped")
    assert len(list(find_disagreements([line], figures, [], [], [], {}, told, "y:1"))) == count


def test_prices_move_and_roundings_agree() -> None:
    sums = (figure(0, "$61", 61, "price", unit="dollars"), figure(1, "$64", 64, "price", unit="dollars"))
    assert of_figures(*sums, measure="price", label="price in dollars") == []
    weights = (figure(0, "131 feet", 131, "length", unit="feet"), figure(1, "130 feet", 130, "length", unit="feet"))
    assert of_figures(*weights, measure="length length", label="length of the barge") == []


def test_a_number_of_waiting_that_falls_is_news_not_a_revision() -> None:
    assert of_figures(figure(0, "15", 15, "waiting"), figure(1, "12", 12, "waiting", day=1), measure="waiting") == []


@pytest.mark.parametrize(("ages", "count"), [((37, 38), 1), ((37, 37), 0), ((11, 48), 0)])
def test_two_ages_of_one_person_are_a_matter_of_identity(ages: tuple[int, int], count: int) -> None:
    assert [entry.kind for entry in of_ages(*ages)] == ["identity"] * count


def of_ages(*ages: int, text: str = "Ivo Marn, {}, was aboard", days: tuple[int, ...] = ()) -> list[Disagreement]:
    told = voices(*(claim(n, text.format(age), f"Speaker {n}") for n, age in enumerate(ages)), days=days)
    at = text.index("{")
    plain = [figure(n, str(age), age, "age", unit="years") for n, age in enumerate(ages)]
    figures = [replace(each, start=at, end=at + 2) for each in plain]
    line = series(*figures, label="age of Ivo Marn", measure="age duration")
    return list(find_disagreements([line], figures, [], [], [], {}, told, "y:1"))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ivo Marn, {}, was aboard", 1),
        ("the {}-year-old sailor Ivo Marn", 1),
        ("his {}-year-old brother, Ivo Marn", 1),
        ("Ivo Marn was {} when he sailed", 1),
        ("Ada Lund, {}, and Ivo Marn", 0),
        ("Ivo Marn, {}-year-old Ada Lund and a dog", 0),
        ("the {}-year-old and his brother, Ivo Marn", 0),
        ("the {}-year-old alleged thief", 0),
    ],
)
def test_an_age_counts_for_the_name_that_stands_beside_it(text: str, count: int) -> None:
    assert len(of_ages(37, 38, text=text)) == count


@pytest.mark.parametrize(("ages", "days", "count"), [((37, 38), 10, 1), ((37, 38), 90, 0), ((38, 37), 90, 1)])
def test_a_birthday_between_two_reports_is_no_disagreement(ages: tuple[int, int], days: int, count: int) -> None:
    assert len(of_ages(*ages, days=(0, days))) == count


def test_one_speaker_in_one_report_lists_and_does_not_contradict() -> None:
    one, other = figure(0, "49 killed", 49, "killed"), figure(1, "32 killed", 32, "killed")
    told = voices(claim(0, "a"), claim(1, "b"))
    same = Voices({"r0": told.reports["r0"]}, told.claims)
    listed = [one, FigureEntry(**{name: getattr(other, name) for name in other.__slots__} | {"report": "r0"})]
    assert list(find_disagreements([series(*listed)], listed, [], [], [], {}, same, "y:1")) == []


def event(
    identity: str, kind: str, *tellings: tuple[int, str], day: int = 0, recipients: tuple[str, ...] = ("e:x",)
) -> Event:
    mentions = tuple(EventTelling(f"r{n}", 0, 4, f"r{n}.c0", mode) for n, mode in tellings)  # type: ignore[arg-type]
    as_of = DAY + timedelta(days=day)
    return Event(
        identity, kind, None, None, kind, (), recipients, None, as_of, as_of, 1, 7, "asserted", mentions, 2, "y:1"
    )


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Prosecutors", "prosecutors"), ("A man", "a man"), ("Houston police", "Houston police"), ("Acme", "Acme")],
)
def test_a_source_as_it_stands_inside_a_sentence(name: str, inside: str) -> None:
    assert named(name) == inside


def test_what_one_says_and_another_denies() -> None:
    told = voices(
        claim(0, "sank the barge off Tarsa", "Ada Lund"),
        claim(1, "sank the barge off Tarsa", "Ivo Marn", "denied"),
        days=(0, 2),
    )
    events = [event("v:1", "sinking", (0, "asserted"), (1, "denied"))]
    (found,) = find_disagreements([], [], events, [], [], {}, told, "y:1")
    assert found.kind == "denial"
    assert found.reason == (
        "On 14 May Ada Lund says “sank the barge off Tarsa”; on 16 May Ivo Marn denies that “sank the barge off Tarsa”."
    )


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("Red Front killed six villagers near Tarsa", "that Red Front was paid for peace"),
        ("the Velmo board sold the harbour cranes", "that the Tarsa council sold the harbour cranes"),
        ("the board denied that it sold the harbour cranes", "that it sold the harbour cranes"),
    ],
    ids=["one name, another deed", "one deed, another name", "two denials"],
)
def test_a_denial_must_be_of_what_the_other_says(said: str, denied: str) -> None:
    told = voices(claim(0, said, "Ada Lund"), claim(1, denied, "Ivo Marn", "denied"))
    assert find_disagreements([], [], [], [], [], {}, told, "y:1") == ()


def left(text: str, counted: str, relation: str, day: int = 1, speaker: str = "the union") -> list[Disagreement]:
    told = voices(claim(0, text, "Acme"), claim(1, f"six {counted} are {relation}", speaker), days=(0, day))
    six = figure(1, f"Six {counted}", 6, relation, day, counted=counted)
    return list(find_disagreements([], [six], [], [], [], {}, told, "y:1"))


@pytest.mark.parametrize(
    ("text", "counted", "relation"),
    [
        ("All sailors have been brought to the shore", "sailors", "missing"),
        ("all of the sailors were rescued", "men", "missing"),
        ("Nobody is left aboard", "sailors", "trapped"),
        ("no one was missing", "people", "missing"),
    ],
)
def test_what_a_later_count_undoes(text: str, counted: str, relation: str) -> None:
    (found,) = left(text, counted, relation)
    assert (found.kind, found.status, found.claims) == ("denial", "superseded", ("r0.c0", "r1.c0"))
    assert found.reason == f"On 14 May Acme says “{text}”; on 15 May the union says six {counted} {relation}."


@pytest.mark.parametrize(
    ("text", "counted", "relation", "day"),
    [
        ("All sailors have been brought to the shore", "goats", "missing", 1),
        ("All sailors were hungry", "sailors", "missing", 1),
        ("Nobody is left aboard", "sailors", "killed", 1),
        ("Nobody is left aboard", "sailors", "missing", 30),
    ],
    ids=["others", "another thing", "no count of those left", "long after"],
)
def test_what_no_count_undoes(text: str, counted: str, relation: str, day: int) -> None:
    assert left(text, counted, relation, day) == []


def test_nobody_contradicts_himself_in_one_breath() -> None:
    assert left("Nobody is left aboard", "sailors", "missing", 0, "Acme") == []


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("officials", "say"), ("police", "say"), ("Leth Agencies", "says"), ("the ministry", "says"),
        ("residents of Velmo", "say"), ("the ship's owners", "say"),
        ("a spokesman for the strikers", "says"), ("Acme", "says"), ("the press", "says"),
    ],
)  # fmt: skip
def test_verbs_agree_with_speakers(name: str, verb: str) -> None:
    assert agree(name, "say") == verb
    assert agree(name, "deny") == {"say": "deny", "says": "denies"}[verb]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("that the strikers held the mill", "Ivo Marn denies that the strikers held the mill"),
        ("firing first", "Ivo Marn denies firing first"),
        ("The mill had burned", "Ivo Marn denies that “The mill had burned”"),
        ("no shot was fired", "Ivo Marn says “no shot was fired”"),
    ],
)
def test_denials_are_told_in_the_words_of_the_report(text: str, words: str) -> None:
    denial = claim(0, text, "Ivo Marn", "denied")
    assert voices(denial).denied(denial, begins=True) == f"On 14 May {words}"


def test_a_negation_about_something_else_is_no_denial() -> None:
    told = voices(
        claim(0, "sank the barge off Tarsa", "Ada Lund"), claim(1, "Velmo could not be reached", "Ivo Marn", "denied")
    )
    events = [event("v:1", "sinking", (0, "asserted"), (1, "denied"))]
    assert find_disagreements([], [], events, [], [], {}, told, "y:1") == ()


def test_one_who_denies_his_own_words_is_not_two() -> None:
    told = voices(
        claim(0, "sank the barge off Tarsa", "Ivo Marn"), claim(1, "sank the barge off Tarsa", "Ivo Marn", "denied")
    )
    events = [event("v:1", "sinking", (0, "asserted"), (1, "denied"))]
    assert find_disagreements([], [], events, [], [], {}, told, "y:1") == ()


@pytest.mark.parametrize(
    ("kind", "days", "count"), [("death", 1, 1), ("death", 0, 0), ("death", 9, 0), ("meeting", 1, 0)]
)
def test_two_days_for_what_happens_once(kind: str, days: int, count: int) -> None:
    said = [f"died on {DAY.day + n * days} May in the house of Birk" for n in (0, 1)]
    told = voices(claim(0, said[0], "Ada Lund"), claim(1, said[1], "Ivo Marn"))
    events = [event("v:1", kind, (0, "asserted")), event("v:2", kind, (1, "asserted"), day=days)]
    times = [day_named(n, f"{DAY.day + n * days} May", n * days) for n in (0, 1)]
    found = find_disagreements(
        [], [], events, events, [], {"e:x": "Olan Birk"}, told, "y:1", times=times, entities=[BIRK]
    )
    assert [entry.reason for entry in found] == [
        "The day of the death of Olan Birk: Ada Lund says 14 May; Ivo Marn says 15 May."
    ] * count


BIRK = Entity("e:x", "person", "Olan Birk", (), (), None, ())


def day_named(number: int, text: str, day: int) -> TimeEntry:
    as_of = DAY + timedelta(days=day)
    return TimeEntry(f"r{number}.t0", f"r{number}", 8, 14, text, "DATE", as_of.isoformat(), None, as_of, as_of)


def test_one_night_and_a_court_day_are_no_second_day() -> None:
    night = [replace(day_named(0, "Monday night", 0), start=8), replace(day_named(1, "early Tuesday", 1), start=8)]
    told = voices(claim(0, "died on Monday night", "Ada Lund"), claim(1, "died on early Tuesday", "Ivo Marn"))
    events = [event("v:1", "death", (0, "asserted")), event("v:2", "death", (1, "asserted"), day=1)]
    names = {"e:x": "Olan Birk"}
    assert find_disagreements([], [], events, events, [], names, told, "y:1", times=night, entities=[BIRK]) == ()
    told = voices(claim(0, "died on 14 May", "Ada Lund"), claim(1, "was charged on 15 May with the death", "Ivo Marn"))
    times = [day_named(0, "14 May", 0), day_named(1, "15 May", 1)]
    assert find_disagreements([], [], events, events, [], names, told, "y:1", times=times, entities=[BIRK]) == ()


def causes(*texts: str) -> list[str]:
    told = voices(*(claim(n, text, f"Speaker {n}", events=("v:1",)) for n, text in enumerate(texts)))
    events = [event("v:1", "grounding", *((n, "asserted") for n in range(len(texts))))]
    return [entry.reason for entry in find_disagreements([], [], events, [], [], {}, told, "y:1")]


def test_different_causes_of_one_thing() -> None:
    assert causes(
        "strong winds caused the grounding",
        "the grounding was due to a steering fault",
        "the board ruled out engine failure",
    ) == [
        "Cause of the grounding: on 14 May Speaker 0 names strong winds; on 14 May Speaker 1 names steering fault; "
        "on 14 May Speaker 2 rules out engine failure."
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("strong winds caused it", "it was caused by wind and strong winds"),
        ("it was not immediately clear what caused the grounding", "strong winds caused it"),
        ("the incident led to an inquiry", "strong winds caused it"),
        ("the ship ran aground", "nobody knows why"),
    ],
    ids=["one cause", "nothing known", "a consequence", "no cause"],
)
def test_what_is_no_quarrel_about_causes(texts: tuple[str, ...]) -> None:
    assert causes(*texts) == []


def test_a_place_that_two_hold_is_told_with_both_voices() -> None:
    told = voices(claim(0, "we hold all of Tarsa", "Ada Lund"), claim(1, "the rebels are still in Tarsa", "Ivo Marn"))
    holdings = [
        Holding(f"h:{n}", "e:tarsa", holder, DAY, None, None, True, (f"r{n}.c0",), 1)
        for n, holder in enumerate(("e:army", "e:front"))
    ]
    names = {"e:tarsa": "Tarsa", "e:army": "Army", "e:front": "Red Front"}
    (found,) = find_disagreements([], [], [], [], holdings, names, told, "y:1")
    assert (found.kind, found.status) == ("holding", "open")
    assert found.reason == (
        "Who holds Tarsa: on 14 May Ada Lund says “we hold all of Tarsa” (Army); "
        "on 14 May Ivo Marn says “the rebels are still in Tarsa” (Red Front)."
    )


def test_days_are_spoken_and_long_words_are_clipped() -> None:
    assert spoken(date(2031, 10, 17)) == "17 October"
    assert clipped("one two three", 8) == "“one two …”"


def test_an_unknown_outlet_is_named_by_its_file_and_an_undated_report_says_so() -> None:
    told = Voices({"r1": Report("r1", "folder/note.txt", "", "0")}, {})
    assert told.speaker(None, "r1") == "note.txt"
    assert told.on_day("r1") == "In an undated report"
