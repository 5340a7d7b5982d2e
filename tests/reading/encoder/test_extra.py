"""The runtime of the reading model is an extra: nothing else needs it, and what is missing is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

NEEDED = ("numpy", "onnxruntime", "tokenizers")
STORY = Path(__file__).resolve().parents[3] / "examples" / "karatas"


def run_without(missing: tuple[str, ...], code: str) -> str:
    """What a program prints where packages are not installed."""
    hidden = f"import sys; sys.modules.update(dict.fromkeys({missing!r}))\n"
    return subprocess.run([sys.executable, "-c", hidden + code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("missing", NEEDED)
@pytest.mark.parametrize("module", ["encoder", "encoder.graph"])
def test_a_missing_package_is_named_with_the_remedy(missing: str, module: str) -> None:
    code = f"""
from reportedly.errors import ModelError
try:
    import reportedly.reading.{module}
except ModelError as error:
    print(error)
"""
    said = run_without((missing,), code)
    assert f"needs {missing}, which is not installed" in said
    assert "pip install 'reportedly[model]'" in said


def test_reports_are_read_without_the_extra() -> None:
    code = f"import reportedly, reportedly.cli.main; print(len(reportedly.read({str(STORY)!r}).brief))"
    assert int(run_without(NEEDED, code)) > 10
