"""Runs the scenarios and prints the table; see the package."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tools.faults.scenarios import ON_POSTGRES, ON_SQLITE, SCENARIOS
from tools.faults.trying import HEAD, Row, on_postgres, on_sqlite


def main(arguments: list[str]) -> int:
    """Runs what was asked; 1 when anything was lost, opened, readable or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults", description=__doc__)
    parser.add_argument("--only", action="append", choices=list(SCENARIOS), help="only this one (may be repeated)")
    parser.add_argument("--within", type=float, default=900, help="after so many seconds nothing new is broken")
    parser.add_argument("--seconds", type=float, default=2, help="how long everybody writes before something breaks")
    chosen = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that all that was started is stopped then too
    began = time.monotonic()
    rows = [
        row
        for names, run in ((ON_SQLITE, on_sqlite), (ON_POSTGRES, on_postgres))
        if (asked := [name for name in names if not chosen.only or name in chosen.only])
        for row in _apart(run, asked, chosen.seconds, chosen.within - (time.monotonic() - began))
    ]
    print(table(rows))
    faults = [fault for row in rows for fault in row.faults]
    print(
        "\n".join(faults) or "\nEverything that was accepted is there, once; nothing sealed became readable or opened."
    )
    print(f"In {time.monotonic() - began:.0f} seconds.")
    return int(bool(faults))


Run = Callable[[Path, list[str], float, float], list[Row]]


def _apart(run: Run, names: list[str], seconds: float, within: float) -> list[Row]:
    """In a process of its own: one process knows one database."""
    with (
        tempfile.TemporaryDirectory(prefix="samenstroom-faults-", ignore_cleanup_errors=True) as name,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other,
    ):
        return other.submit(run, Path(name), names, seconds, within).result()


def table(rows: list[Row]) -> str:
    """What was done, counted and compared."""
    lines = [HEAD, *(tuple(map(str, row.cells)) for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEAD))]
    told = [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]
    notes = [f"  {row.cells[0]}: {note}" for row in rows for note in row.notes]
    return "\n".join(["", *told, "", *notes])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
