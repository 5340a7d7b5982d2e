"""Readers' comments below a report: found by their marks, kept in the text, and not read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly.comments import find_comments
from reportedly.intake.settling import Taken
from reportedly.intake.taking import take_in
from reportedly.reading.reader import Reader
from reportedly.report import Report

NEWS = """TARSA - A crane fell into the harbour of Tarsa on Monday and killed two dockers, the port said.
The quay is shut.
"""
SIGNED = """By Web Editor | May 5, 2031 ; 2:58 PM ET
Nine people died there, I tell you. Posted by : orlando9 | May 5, 2031 4:01 PM | Report abuse
The mayor of Tarsa said that nobody died. Posted by : quayside | May 5, 2031 4:20 PM | Report abuse
Not true, twelve dockers were killed. Posted by : lund_fan | May 6, 2031 1:57 AM | Report abuse
The comments to this entry are closed.
"""
WROTE = """At 5:27 pm on 05 May 2031, orlando9 wrote: Nine people died there.
I saw all of it.
At 17:44 5th May 2031, quayside wrote: The mayor said that nobody died.
4. At 9:01 am on 6 May 2031 , lund_fan wrote : Twelve dockers were killed.
"""
AGO = """Orla Lund · 3 hours ago
Nine people died there, a friend of mine said.
Like · Reply · 2
Quay Side · 2 hours ago
The mayor said that nobody died.
Reply
"""


@pytest.mark.parametrize("talk", [SIGNED, WROTE, AGO], ids=["signed", "wrote", "ago"])
def test_comments_reach_from_the_first_to_the_last(talk: str) -> None:
    (found,) = find_comments(NEWS + talk)
    assert (NEWS + talk)[found.start : found.end].strip() == talk.strip()


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        NEWS + "Posted by : Ada Lund | May 5, 2031 4:01 PM\n",
        NEWS + "The crew left three hours ago.\nThe harbour union said it would reply.\nReply came on Tuesday.\n",
        "Ada Lund said: The quay is shut.\nIvo Marn said: It is open.\nOrla Birk said: Nobody knows.\n",
    ],
    ids=["none", "a byline", "the words in sentences", "speakers"],
)
def test_what_is_no_comment(text: str) -> None:
    assert find_comments(text) == ()


def test_links_among_the_lines_of_a_report_take_nothing_of_it() -> None:
    links = "Ferry aground · 3 hours ago\nCrane rules · 2 days ago\nQuay sold · 1 week ago\n"
    text = NEWS + links + "\n" + "The port said that divers had searched the harbour until midnight. " * 4
    (found,) = find_comments(text)
    assert text[found.start : found.end] == links.strip("\n")


def test_nothing_is_read_in_comments() -> None:
    report = Report("r1", "1.txt", NEWS + SIGNED, "0", "The Tarsa Post", date(2031, 5, 5))
    reading = Reader().read(report)
    assert [report.text[figure.start : figure.end] for figure in reading.figures] == ["two dockers"]
    assert max(claim.end for claim in reading.claims) <= len(NEWS)
    assert any(span.end == len(report.text) for span in reading.furniture)


def test_intake_tells_how_much_of_a_text_is_comments(tmp_path: Path) -> None:
    (tmp_path / "crane.txt").write_text(NEWS + SIGNED, encoding="utf-8")
    (taken,) = [each for each in take_in([tmp_path]) if isinstance(each, Taken)]
    (notice,) = [each for each in taken.warnings if "comments of readers" in each.problem]
    assert notice.severity == "warning"
    assert taken.report.text == NEWS + SIGNED
