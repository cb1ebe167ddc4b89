"""The short case of `make faults`: everything is killed while people write, and what was accepted is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
def test_what_was_accepted_survives_a_kill_and_stands_in_the_copy_made_under_load(tmp_path: Path) -> None:
    ours = {key: value for key, value in os.environ.items() if not key.startswith(("SAMENSTROOM_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "tools.faults", "--only", "kill", "--seconds", "1"],
        cwd=ROOT, env={**ours, "PYTHONPATH": "src", "TMPDIR": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything that was accepted is there, once" in done.stdout
