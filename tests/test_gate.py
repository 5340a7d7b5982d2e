"""The gate of accuracy: a floor is held, raised when beaten, never lowered, and bound to its data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals.gate import BASELINE, EVALS, MODEL, MODEL_EVALS, ROOT, Outcome, failures, fingerprint, raised, run

FLOORS = {"times": {"data": "d1", "floors": {"f1": 0.8, "recall": 0.7}}}


def outcome(**scores: float) -> Outcome:
    return Outcome("times", scores, "d1", 1.0)


def test_at_the_floor_passes() -> None:
    assert failures(outcome(f1=0.8, recall=0.75), FLOORS) == []


def test_below_the_floor_fails() -> None:
    assert failures(outcome(f1=0.79, recall=0.7), FLOORS) == ["times: f1 is 0.79, the floor is 0.8"]


def test_the_noise_between_machines_passes() -> None:
    assert failures(outcome(f1=0.796, recall=0.7), FLOORS) == []
    assert failures(outcome(f1=0.794, recall=0.7), FLOORS) != []


def test_a_score_that_is_gone_fails() -> None:
    assert failures(outcome(f1=0.9), FLOORS) == ["times: recall is gone, the floor is 0.7"]


def test_other_data_fails() -> None:
    assert "data differs" in failures(Outcome("times", {"f1": 1.0}, "d2", 1.0), FLOORS)[0]


def test_an_eval_without_data_is_left_out() -> None:
    assert failures(Outcome("times", {}, "", 0.0, "its data is not here"), FLOORS) == []


def test_floors_only_rise() -> None:
    assert raised(outcome(f1=0.7, recall=0.9, new=0.5), FLOORS)["floors"] == {"f1": 0.8, "recall": 0.9, "new": 0.5}


def test_precision_beside_an_f1_is_shown_and_not_held() -> None:
    assert raised(outcome(strict_precision=0.9, dev_p=0.9, f1=0.9), {})["floors"] == {"f1": 0.9}


def test_fingerprint_changes_with_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    before = fingerprint(tmp_path)
    (tmp_path / "a.txt").write_text("ab")
    assert fingerprint(tmp_path) != before


@pytest.mark.parametrize("name", EVALS)
def test_every_eval_is_there_and_has_floors(name: str) -> None:
    assert (ROOT / "evals" / f"{name}.py").exists()
    assert json.loads(BASELINE.read_text())[name]["floors"]


@pytest.mark.parametrize("name", MODEL_EVALS)
def test_evals_of_the_model_are_left_out_without_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (ROOT / "evals" / f"{name}.py").exists()
    monkeypatch.setattr("evals.gate.MODEL", ROOT / "absent")
    assert run(name) == Outcome(name, {}, "", 0.0, "no reading model is installed; make train makes one")


def test_an_installed_model_has_floors() -> None:
    if not MODEL.is_file():
        pytest.skip("needs the trained reading model, which is not in this checkout")
    assert set(MODEL_EVALS) <= set(json.loads(BASELINE.read_text()))
