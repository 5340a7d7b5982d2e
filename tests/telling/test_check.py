"""The citation check refuses what its citations do not say."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.account.account import Account, Citation, Entity, FigureEntry, ReportEntry, TimeEntry
from reportedly.telling.check import unsupported
from reportedly.telling.shelf import Shelf

TEXT = "Officials in Zhezkazgan said on Monday that a dozen miners were hurt, Erlan Akhmetov told reporters."


@pytest.fixture
def shelf() -> Shelf:
    report = ReportEntry(
        "r1", "a.txt", "The Herald", date(2024, 3, 6), None, None, "en", len(TEXT), "", "o1", None, "s1"
    )
    monday = TEXT.index("Monday")
    dozen = TEXT.index("a dozen miners")
    minister = TEXT.index("Erlan Akhmetov")
    who = Citation("r1", minister, minister + 14)
    day = date(2024, 3, 4)
    count = FigureEntry(
        id="f1", report="r1", start=dozen, end=dozen + 14, text="a dozen miners", low=12, high=12, best=12,
        exclusive=False, approximate=False, unit="people", counted="miners", relation="injured", share_of=None,
        about_entity=None, source_claim=None, as_of_earliest=None, as_of_latest=None, series=None,
    )  # fmt: skip
    account = Account(
        reports=(report,),
        entities=(Entity("e1", "person", "Yerlan Akhmetov", ("Erlan Akhmetov",), (), None, (who,)),),
        times=(TimeEntry("t1", "r1", monday, monday + 6, "Monday", "DATE", "2024-03-04", None, day, day),),
        figures=(count,),
        texts={"r1": TEXT},
    )
    return Shelf(account)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 4 March 2024 miners were hurt.",
        "The Herald, 6 March 2024: 12 miners were hurt.",
        "Yerlan Akhmetov said so in Zhezkazgan.",
    ],
)
def test_supported(shelf: Shelf, sentence: str) -> None:
    assert unsupported(sentence, [Citation("r1", 0, len(TEXT))], shelf) == ()


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("13 miners were hurt.", ("13",)),
        ("On 7 April 2024 miners were hurt.", ("7", "April")),
        ("Miners were hurt in Karaganda.", ("Karaganda",)),
        ("Viktor Lem said so.", ("Viktor", "Lem")),
    ],
)
def test_unsupported(shelf: Shelf, sentence: str, missing: tuple[str, ...]) -> None:
    assert unsupported(sentence, [Citation("r1", 0, len(TEXT))], shelf) == missing


def test_a_name_outside_the_cited_span_is_not_supported(shelf: Shelf) -> None:
    only_the_start = [Citation("r1", 0, 40)]
    assert unsupported("Erlan Akhmetov said so.", only_the_start, shelf) == ("Erlan", "Akhmetov")


def test_without_a_citation_nothing_stands(shelf: Shelf) -> None:
    assert unsupported("Miners were hurt.", [], shelf) == ("no citation",)
