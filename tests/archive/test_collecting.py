"""Decoding pauses the collection of garbage, and leaves it as it was."""

from __future__ import annotations

import gc

import pytest

from reportedly.archive.collecting import uncollected


def test_no_garbage_is_collected_meanwhile_and_again_afterwards() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_ends_the_pause() -> None:
    with pytest.raises(ValueError, match="damaged"), uncollected():
        raise ValueError("damaged")
    assert gc.isenabled()


def test_whoever_collects_by_hand_goes_on_doing_so() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
