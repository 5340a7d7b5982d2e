"""Furniture of pages is told from what reports say, and nothing is read in it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportedly.reading.furniture import part_furniture
from reportedly.reading.reader import Reader
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

PAGE = """Sign up for our morning newsletter and get the news of the harbour in your inbox.

A ferry ran aground off Lota on Monday, the coastguard said.

Advertisement Continue reading the main story

Image caption The ferry lay on its side on Tuesday.

Related: Ten ferries that never sailed

Share this story: Facebook | Twitter | Email

Divers searched the hull for three missing sailors.

(Reporting by Ann Lee; Editing by Bo Marn)

© 2024 Lota Herald. All rights reserved. This material may not be published, broadcast or rewritten.
"""

FURNITURE = (
    "Subscribe here.",
    "Follow us on Twitter for the latest.",
    "Follow @lotaherald on Twitter.",
    "Read more",
    "Click here to see all pictures of the fire.",
    "This article was amended on 4 May 2024 to correct the name of the ship.",
    "An earlier version of this story gave the wrong day.",
    "Photograph: Ann Lee/Getty Images",
    "(AP Photo/Ann Lee, File)",
    "FILE - In this May 3, 2024, file photo, the mayor of Lota waves from the town hall.",
    "Please enable JavaScript to watch this video.",
    "By clicking, you agree to our terms of service and privacy policy.",
    "Download the Lota News app for the latest alerts.",
    "Hide caption 3 of 12",
    "Copyright 2024 Lota Broadcasting Corp.",
    "Have a news tip?",
    "Comments (14)",
    "Updated: 4 May 2024 14:05",
    "— Ann Lee (@annlee) May 4, 2024",
    "Stay with us for updates as this story develops.",
    "Check back for details.",
)

NEWS = (
    "The mayor asked residents to follow the orders of the police.",
    "She posted the video on Facebook and deleted it an hour later.",
    "The company was fined for a breach of its privacy policy.",
    "“Share this with everyone you know,” the minister said.",
    "Protesters clashed with police for a third night.",
    "He was sued over the copyright of a song.",
    "The photo shows the two men at the harbour.",
    "The newspaper published the letter on Friday.",
    "More than 40 people were killed.",
    "Home prices rose by 4 percent.",
    "The court continues to hear the case on Monday.",
    "Sign language teachers went on strike.",
    "Subscribers lost their savings when the fund collapsed.",
    "Watch groups say the vote was rigged.",
    "The report was updated by the ministry after 12 more bodies were found.",
    "Video from the scene showed smoke over the port.",
)


def parted(text: str) -> tuple[list[str], list[str]]:
    """The sentences that are read, and the furniture."""
    sentences, furniture = part_furniture(text, find_sentences(text))
    return [text[each.start : each.end] for each in sentences], [text[each.start : each.end] for each in furniture]


def test_a_page_is_read_without_its_furniture() -> None:
    kept, left = parted(PAGE)
    assert kept == [
        "A ferry ran aground off Lota on Monday, the coastguard said.",
        "The ferry lay on its side on Tuesday.",
        "Divers searched the hull for three missing sailors.",
    ]
    assert "Image caption" in " ".join(left)
    assert any("morning newsletter" in each for each in left)
    assert any("All rights reserved" in each for each in left)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    kept = parted(f"A ferry sank.\n\n{line}\n\nTwo sailors were saved.")[0]
    assert kept == ["A ferry sank.", "Two sailors were saved."]


@pytest.mark.parametrize("line", NEWS)
def test_news(line: str) -> None:
    assert parted(f"A ferry sank.\n\n{line}\n\nTwo sailors were saved.")[1] == []


def test_a_scrap_between_two_pieces_of_furniture_is_furniture() -> None:
    assert parted("Read more\n\nTen ferries that never sailed\n\nShare this: Facebook")[0] == []
    assert parted("A ferry sank.\n\nTen ferries that never sailed\n\nShare this: Facebook")[0] != []


def test_spans_are_in_order_and_apart() -> None:
    spans = part_furniture(PAGE, find_sentences(PAGE))[1]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_nothing_is_read_in_furniture_but_the_credit() -> None:
    text = "A ferry sank off Lota, police said.\n\nSign up for our newsletter: 40 died in the last one.\n\n(Reuters)"
    reading = Reader().read(Report(id="r1", path="a", text=text, sha256="0"))
    assert text[reading.furniture[0].start :].startswith("Sign up")
    assert reading.figures == ()
    assert [relay.name for relay in reading.credits] == ["Reuters"]


def test_a_text_of_furniture_alone_has_an_empty_reading() -> None:
    reading = Reader().read(Report(id="r1", path="a", text="Read more\n\nAll rights reserved.", sha256="0"))
    assert reading.sentences == ()
    assert reading.claims == ()
