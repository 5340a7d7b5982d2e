"""What is counted, its unit, and the span from the bound to the end of the noun phrase."""

from __future__ import annotations

import pytest

SPANS = [
    ("About 100 Islamist fighters remain there.", "About 100 Islamist fighters", "islamist fighters", "people"),
    ("At least seven tug boats are at work.", "At least seven tug boats", "tug boats", "ships"),
    ("275 local men and their families surrendered.", "275 local men and their families", "local men", "people"),
    ("Four of the 12 boys were rescued.", "Four of the 12 boys", "boys", "people"),
    ("Eight of their teammates remain inside.", "Eight of their teammates", "teammates", "people"),
    ("The remaining five miners are alive.", "remaining five miners", "miners", "people"),
    ("The ferry has a 25-member crew.", "25-member crew", "crew", "people"),
    ("A 200-strong force was deployed.", "200-strong", "members", "people"),
    ("There were 25 crew aboard.", "25 crew", "crew", "people"),
    ("13 dead were counted.", "13 dead", "people", "people"),
    ("There were 45 deaths.", "45 deaths", "people", "people"),
    ("Twelve civilian deaths were counted.", "Twelve civilian deaths", "civilians", "people"),
    ("Five Velmian deaths were counted.", "Five Velmian deaths", "velmians", "people"),
    ("The flood claimed 40 lives.", "40 lives", "people", "people"),
    ("Rescuers found 12 bodies.", "12 bodies", "bodies", "people"),
    ("40 Palestinians were arrested.", "40 Palestinians", "palestinians", "people"),
    ("300 Chinese were evacuated.", "300 Chinese", "chinese", "people"),
    ("Six policewomen were injured.", "Six policewomen", "policewomen", "people"),
    ("Fourteen buses were burned.", "Fourteen buses", "buses", "vehicles"),
    ("Three helicopters crashed.", "Three helicopters", "helicopters", "aircraft"),
    ("Some 120 homes were destroyed.", "Some 120 homes", "homes", "buildings"),
    ("20,000 containers were carried.", "20,000 containers", "containers", "containers"),
    ("Experts from over 50 countries came.", "over 50 countries", "countries", "countries"),
    ("The plan reached 55,000 US public schools.", "55,000 US public schools", "us public schools", "buildings"),
    ("Dozens of the abducted pupils were freed.", "Dozens of the abducted pupils", "abducted pupils", "people"),
    (
        "Ten United Nations peacekeepers were killed.",
        "Ten United Nations peacekeepers",
        "united nations peacekeepers",
        "people",
    ),
    ("One local fisherman drowned.", "One local fisherman", "local fisherman", "people"),
]


@pytest.mark.parametrize(("text", "shown", "counted", "unit"), SPANS, ids=[row[0] for row in SPANS])
def test_span_noun_and_unit(figures, text: str, shown: str, counted: str, unit: str) -> None:
    figure = figures(text)[0]
    assert (text[figure.start : figure.end], figure.counted, figure.unit) == (shown, counted, unit)


MEASURES = [
    ("The 400-metre ship ran aground.", "400-metre", 400, "metres", "length"),
    ("The 400m-long ship ran aground.", "400m-long", 400, "metres", "length"),
    ("The bridge is 120 metres long.", "120 metres", 120, "metres", "length"),
    ("The shaft is 90 feet deep.", "90 feet", 90, "feet", "depth"),
    ("The wave was 12 metres high.", "12 metres", 12, "metres", "height"),
    ("They were found 3 km from the shore.", "3 km", 3, "km", "distance"),
    ("It lies around a kilometre from the gate.", "around a kilometre", 1, "km", "distance"),
    ("The 200,000-ton tanker sank.", "200,000-ton", 200_000, "tons", "weight"),
    ("Gusts of 40 knots were measured.", "40 knots", 40, "knots", "speed"),
    ("Winds reached 120 km/h.", "120 km/h", 120, "km/h", "speed"),
    ("It was 45 degrees Celsius.", "45 degrees Celsius", 45, "degrees", "temperature"),
    ("The fire burned 5,000 hectares.", "5,000 hectares", 5000, "hectares", "burned"),
    ("The work took nine hours.", "nine hours", 9, "hours", "duration"),
    ("They were trapped for 13 days.", "13 days", 13, "days", "elapsed"),
    ("They came out after more than two weeks.", "more than two weeks", 2, "weeks", "elapsed"),
    ("The clean-up could take several months.", "several months", 3, "months", "expected"),
    ("The strike entered its third day.", "third day", 3, "days", "elapsed"),
    ("He was sentenced to 12 years in prison.", "12 years", 12, "years", "sentenced"),
    ("The 18-day siege ended.", "18-day", 18, "days", "duration"),
    ("The storm cost $9 billion.", "$9 billion", 9e9, "dollars", "cost"),
    ("The company was fined £3m.", "£3m", 3e6, "pounds", "fined"),
    ("The state paid 5 million euros.", "5 million euros", 5e6, "euros", "paid"),
    ("The bank lost US$40 million.", "US$40 million", 4e7, "dollars", "lost"),
    ("Their 25-year-old guide died.", "25-year-old", 25, "years", "age"),
    ("A woman aged 71 was hurt.", "71", 71, "years", "age"),
    ("Omar Saleh, 38, was hurt.", "38", 38, "years", "age"),
    ("Omar Saleh (38) was hurt.", "38", 38, "years", "age"),
]


@pytest.mark.parametrize(("text", "shown", "best", "unit", "relation"), MEASURES, ids=[row[0] for row in MEASURES])
def test_measures(figures, text: str, shown: str, best: float, unit: str, relation: str) -> None:
    figure = figures(text)[0]
    assert (text[figure.start : figure.end], figure.best, figure.unit, figure.relation) == (shown, best, unit, relation)


def test_a_list_of_ages(figures) -> None:
    read = figures("Their sons, 4, 6 and 9, were unharmed.")
    assert [(figure.best, figure.relation) for figure in read] == [(4, "age"), (6, "age"), (9, "age")]


def test_the_same_measure_in_brackets_keeps_its_relation(figures) -> None:
    read = figures("It reached an altitude of 770 km (480 miles).")
    assert [(figure.unit, figure.relation) for figure in read] == [("km", "height"), ("miles", "height")]


def test_two_measures_are_no_range(figures) -> None:
    read = figures("Shares fell as much as 5 percent to $12.40.")
    assert [(figure.best, figure.unit) for figure in read] == [(5, "percent"), (12.4, "dollars")]


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 7.8 quake struck.",
        "A quake of 7.8 magnitude struck.",
        "A 7.8-magnitude quake struck.",
        "It had a magnitude of 7.8.",
    ],
)
def test_magnitudes(figures, text: str) -> None:
    (figure,) = figures(text)
    assert (figure.best, figure.unit, figure.relation) == (7.8, "magnitude", "magnitude")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The scouts, aged between 11 and 16, got home.", 11, 16),
        ("The boys, aged 11 to 16, were found.", 11, 16),
        ("The scouts, between 11 and 16 years old, got home.", 11, 16),
        ("A man in his 30s was hurt.", 30, 39),
        ("A man in his late 40s was hurt.", 47, 49),
    ],
)
def test_ages_as_ranges(figures, text: str, low: float, high: float) -> None:
    figure = figures(text)[0]
    assert (figure.low, figure.high, figure.unit, figure.relation) == (low, high, "years", "age")


@pytest.mark.parametrize(
    ("text", "best", "whole"),
    [
        ("About 10% of the city is cleared.", 10, "the city"),
        ("12 percent of the vote was counted.", 12, "the vote"),
        ("Sixty per cent of the crop was lost.", 60, "the crop"),
        ("A fifth of the homes were destroyed.", 20, "the homes"),
        ("Two-thirds of the voters abstained.", 66.67, "the voters"),
        ("Half the town was destroyed.", 50, "the town"),
        ("More than half of the crew survived.", 50, "the crew"),
        ("One in three was infected.", 33.3333, None),
        ("The fire is 45% contained.", 45, None),
    ],
)
def test_shares(figures, text: str, best: float, whole: str | None) -> None:
    figure = figures(text)[0]
    assert (figure.best, figure.unit, figure.share_of) == (best, "percent", whole)


@pytest.mark.parametrize(
    ("text", "best", "unit"),
    [
        ("The blast hit a bus, killing 12.", 12, "people"),
        ("Twelve boys went in. All 12 were found.", 12, "people"),
        ("12 people died and another 20 were injured.", 20, "people"),
        ("321 ships are waiting; the other 50 were diverted.", 50, "ships"),
        ("50 foreign and 40 local divers took part.", 50, "people"),
        ("276 lorries wait, and the queue grows by about 50 per day.", 50, "vehicles"),
    ],
)
def test_a_noun_left_out_is_recovered(figures, text: str, best: float, unit: str) -> None:
    assert (best, unit) in {(figure.best, figure.unit) for figure in figures(text)}


NOTHING = [
    "It happened on 14 October that rebels withdrew.",
    "Talks began in June 2017.",
    "The 2016 election was close.",
    "In 1998 the town flooded.",
    "The alarm sounded at 7:40 a.m. on Monday.",
    "They met at 11 p.m. outside.",
    "Flight 370 vanished.",
    "A Boeing 737 landed.",
    "She told Fox 13 about it.",
    "The Group of 20 met.",
    "Covid-19 spread.",
    "Resolution 2254 was adopted.",
    "Route 66 was closed.",
    "No one knows the cause.",
    "One of the doctors spoke.",
    "One day the dam will break.",
    "Call 615-555-0199 for help.",
    "He lived at 6740 N. Clark St. in the city.",
    "Shots were heard in the 200 block of Oak Avenue.",
    "They won 3-1 at home.",
    "The team had a 50-32-1 record.",
    "The K9 barked.",
    "He was hit three times by the waves.",
    "She left two years ago.",
    "In the past two days the river rose.",
    "Image 8 of 8",
    "1. Boil the water.",
    "The second half of the match was calm.",
    "It was the third time.",
    "For several reasons the trial stopped.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(figures, text: str) -> None:
    assert figures(text) == ()
