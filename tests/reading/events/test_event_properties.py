"""Any text gives events whose spans lie in it, the same every time."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.events import find_events
from reportedly.reading.sentences import find_sentences
from reportedly.report import Report

PIECES = """
rebels the , and who that killed attack attacks on of by to was were not said took control Orno 's fall - “ ” if
be missing began its have had will free ship up out off 12 two hundreds about at least ; . \x00 \u200f
"""
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_lie_in_their_sentences(text: str) -> None:
    report = Report("r", "r", text, "", published=date(2021, 5, 7))
    sentences = find_sentences(text)
    events = find_events(report, sentences, (), (), (), (), (), ())
    for event in events:
        assert sentences[event.sentence].start <= event.start < event.end <= sentences[event.sentence].end
        assert event.earliest is None or event.latest is None or event.earliest <= event.latest
    assert list(events) == sorted(events, key=lambda event: event.start)
    assert events == find_events(report, sentences, (), (), (), (), (), ())


def test_a_sentence_without_end_gives_no_events() -> None:
    text = "killed the men and " * 500
    assert find_events(Report("r", "r", text, ""), find_sentences(text), (), (), (), (), (), ()) == ()
