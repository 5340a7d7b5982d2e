"""Figures joined to claims, days and places."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.reading.figures import find_figures
from reportedly.reading.linking import link_figures
from reportedly.reading.reading import Claim, Figure, Location, PlaceMention, Source, TimeExpression
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report, Span

PUBLISHED = date(2024, 3, 5)


def claim(text: str, content: str, kind: str = "named") -> Claim:
    """A claim over the first occurrence of some content."""
    start = text.index(content)
    span = Span(start, start + len(content))
    return Claim(span.start, span.end, (span,), 0, Source(kind, "A"), (), None, "indirect", "asserted")  # type: ignore[arg-type]


def time(text: str, shown: str, first: date, last: date | None = None, kind: str = "DATE") -> TimeExpression:
    """A time expression over the first occurrence of some words."""
    start = text.index(shown)
    number = next(n for n, sentence in enumerate(find_sentences(text)) if sentence.start <= start < sentence.end)
    return TimeExpression(start, start + len(shown), number, kind, "X", None, first, last or first)  # type: ignore[arg-type]


def place(text: str, shown: str) -> PlaceMention:
    """A place over the first occurrence of a name."""
    start = text.index(shown)
    number = next(n for n, sentence in enumerate(find_sentences(text)) if sentence.start <= start < sentence.end)
    return PlaceMention(start, start + len(shown), number, Location(shown, 0.0, 0.0, None, None, None, "P", 3), 1.0)


def linked(text: str, *, claims=(), times=(), places=(), published: date | None = PUBLISHED) -> tuple[Figure, ...]:
    report = Report("r1", "-", text, "0", published=published)
    sentences = find_sentences(text)
    return link_figures(report, sentences, find_figures(report, sentences, times, ()), claims, times, places)


def days(figure: Figure) -> tuple[date | None, date | None]:
    return figure.as_of_earliest, figure.as_of_latest


def test_the_smallest_claim_holds_the_figure() -> None:
    text = "The mayor said that the army said 12 people were killed."
    wide, narrow = claim(text, "the army said 12 people were killed"), claim(text, "12 people were killed")
    assert linked(text, claims=(wide, narrow))[0].claim == 1


def test_an_attributed_claim_goes_before_the_outlets_own() -> None:
    text = "12 people were killed, the mayor said."
    outlet, mayor = claim(text, "12 people", "outlet"), claim(text, "12 people were killed")
    assert linked(text, claims=(outlet, mayor))[0].claim == 1


def test_a_claim_elsewhere_holds_nothing() -> None:
    text = "12 people were killed. The mayor said the road was shut."
    assert linked(text, claims=(claim(text, "the road was shut"),))[0].claim is None


def test_a_claim_in_two_parts_does_not_hold_what_interrupts_it() -> None:
    text = "The road, two officials told us, was shut."
    first, second = text.index("The road"), text.index("was shut")
    split = Claim(
        first, len(text), (Span(first, 8), Span(second, len(text))), 0, Source("named", "A"), (), None, None, "asserted"
    )
    assert linked(text, claims=(split,))[0].claim is None


def test_a_claim_over_two_sentences_holds_the_figures_of_both() -> None:
    text = "The dam broke. It killed 12 people."
    assert linked(text, claims=(claim(text, text),))[0].claim == 0


def test_the_day_in_the_sentence_dates_the_figure() -> None:
    text = "12 people were killed on Sunday."
    assert days(linked(text, times=(time(text, "Sunday", date(2024, 3, 3)),))[0]) == (
        date(2024, 3, 3),
        date(2024, 3, 3),
    )


def test_of_two_days_the_one_in_the_clause_counts() -> None:
    text = "The storm came on Friday, and on Sunday 12 people were killed."
    times = (time(text, "Friday", date(2024, 3, 1)), time(text, "Sunday", date(2024, 3, 3)))
    assert days(linked(text, times=times)[0]) == (date(2024, 3, 3), date(2024, 3, 3))


def test_an_interval_is_kept() -> None:
    text = "Earlier in the week, the army estimated that 300 to 400 rebels remained."
    times = (time(text, "Earlier in the week", date(2024, 3, 3), date(2024, 3, 4)),)
    assert days(linked(text, times=times)[0]) == (date(2024, 3, 3), date(2024, 3, 4))


@pytest.mark.parametrize(
    ("text", "shown", "kind"),
    [
        ("321 ships have been waiting since Tuesday.", "Tuesday", "DATE"),
        ("321 ships are waiting after four months of war.", "four months", "DURATION"),
    ],
)
def test_beginnings_and_durations_date_nothing(text: str, shown: str, kind: str) -> None:
    figures = linked(text, times=(time(text, shown, date(2024, 2, 27), kind=kind),))
    assert days(figures[0]) == (PUBLISHED, PUBLISHED)


def test_a_stretch_of_years_dates_nothing() -> None:
    text = "In 2023, 500 people were killed."
    assert days(linked(text, times=(time(text, "2023", date(2023, 1, 1), date(2023, 12, 31)),))[0]) == (
        PUBLISHED,
        PUBLISHED,
    )


def test_the_day_of_a_statement_holds_for_the_next_sentence() -> None:
    text = "The canal is shut, its head said on Sunday. Over 300 ships are waiting."
    assert days(linked(text, times=(time(text, "Sunday", date(2024, 3, 3)),))[0]) == (
        date(2024, 3, 3),
        date(2024, 3, 3),
    )


def test_the_day_of_an_event_does_not_hold_for_the_next_sentence() -> None:
    text = "The ship ran aground on Sunday. Over 300 ships are waiting."
    assert days(linked(text, times=(time(text, "Sunday", date(2024, 3, 3)),))[0]) == (PUBLISHED, PUBLISHED)


def test_a_new_paragraph_takes_no_day_over() -> None:
    text = "The canal is shut, its head said on Sunday.\n\nOver 300 ships are waiting."
    assert days(linked(text, times=(time(text, "Sunday", date(2024, 3, 3)),))[0]) == (PUBLISHED, PUBLISHED)


def test_without_any_day_the_day_of_publication_holds() -> None:
    assert days(linked("12 people are missing.")[0]) == (PUBLISHED, PUBLISHED)


def test_an_undated_report_gives_no_day() -> None:
    assert days(linked("12 people are missing.", published=None)[0]) == (None, None)


def test_lengths_and_ages_have_no_day() -> None:
    assert days(linked("The 400-metre ship is stuck.")[0]) == (None, None)


def test_the_nearest_place_of_the_sentence() -> None:
    text = "In Arden 12 people died and in far Belmont 30 people were hurt."
    figures = linked(text, places=(place(text, "Arden"), place(text, "Belmont")))
    assert [figure.place for figure in figures] == [0, 1]


def test_a_place_is_carried_on_in_its_paragraph_only() -> None:
    text = "Floods hit Arden. They left 12 people dead.\n\nElsewhere 30 people were hurt."
    assert [figure.place for figure in linked(text, places=(place(text, "Arden"),))] == [0, None]
