"""The evaluation on gold data; the floors stand in ``evals/baseline.json``."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals import times


def test_the_eval_reads_timeml(tmp_path: Path) -> None:
    file = tmp_path / "a.tml"
    file.write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-10-14">x</TIMEX3></DCT>'
        '<TEXT>He &amp; I <EVENT eid="e1" class="OCCURRENCE">left</EVENT> on <TIMEX3 tid="t1" type="DATE" '
        'value="2017-10-13">Friday</TIMEX3>.</TEXT></TimeML>',
        encoding="utf-8",
    )
    text, created, gold = times.read_timeml(file)
    assert text == "He & I left on Friday."
    assert str(created) == "2017-10-14"
    assert [(text[item.start : item.end], item.type, item.value) for item in gold] == [("Friday", "DATE", "2017-10-13")]


def test_scores_follow_tempeval() -> None:
    tally = times.Tally(gold=4, found=5, strict=2, relaxed=3, type=3, value=2, strict_value=1)
    scores = tally.scores()
    assert scores["strict_f1"] == pytest.approx(4 / 9)
    assert scores["relaxed_f1"] == pytest.approx(6 / 9)
    assert scores["value_f1"] == pytest.approx(4 / 9)
    assert scores["strict_value_f1"] == pytest.approx(2 / 9)


@pytest.mark.slow
def test_gold_data_is_read_well(shared: Path) -> None:
    scores = times.measure(shared / "data" / "time")
    assert scores["timebank.held.value_f1"] > 0.82
    assert scores["aquaint.held.value_f1"] > 0.75
    assert scores["stories.value"] > 0.9
