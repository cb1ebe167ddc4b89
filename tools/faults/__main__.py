"""Runs the scenarios and prints the table; see the package."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.faults.client import MARK, Writers, page
from tools.faults.looking import Seen, look
from tools.faults.running import Instance, small_disk
from tools.faults.scenarios import ALL, SCENARIOS, Stage
from tools.faults.world import close_database, enter, lay_tables, make_world

HEAD = (
    "what broke",
    "accepted",
    "refused",
    "no answer",
    "lost",
    "lost in the copy",
    "twice",
    "opened",
    "readable",
    "mails",
    "doubled",
    "s",
)
DISK = 160  # megabytes


@dataclass(frozen=True)
class Row:
    """One scenario, counted."""

    cells: tuple[object, ...]
    faults: list[str]
    notes: list[str]


def main(arguments: list[str]) -> int:
    """Runs what was asked; 1 when anything was lost, opened, readable or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults", description=__doc__)
    parser.add_argument("--only", action="append", choices=list(SCENARIOS), help="only this one (may be repeated)")
    parser.add_argument("--within", type=float, default=290, help="after so many seconds nothing new is broken")
    parser.add_argument("--seconds", type=float, default=2, help="how long everybody writes before something breaks")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="samenstroom-faults-", ignore_cleanup_errors=True) as name:
        rows = run(Path(name), chosen.only or list(ALL), seconds=chosen.seconds, within=chosen.within, say=_say)
    print(table(rows))
    faults = [fault for row in rows for fault in row.faults]
    print(
        "\n".join(faults) or "\nEverything that was accepted is there, once; nothing sealed became readable or opened."
    )
    return int(bool(faults))


def run(folder: Path, names: list[str], *, seconds: float, within: float, say: Callable[[str], None]) -> list[Row]:
    """The scenarios with these names on a new instance in this folder."""
    instance, until = Instance(folder), time.monotonic() + within
    instance.backups.mkdir()
    with small_disk(instance.data, DISK) as is_small:
        try:
            say(f"An instance on {instance.address}, its disk {f'of {DISK} MB' if is_small else 'without a size'}.")
            enter(instance)
            lay_tables()
            world = make_world()
            instance.sink.up()
            instance.start()
            writers = Writers(instance.port, folder / "accepted.log", world.hands)
            stage = Stage(instance, world, writers, "tmpfs" if is_small else "limit", seconds, [])
            return [
                _one(stage, name, f"{name}{number}", say) if time.monotonic() < until else _not_tried(name)
                for number, name in enumerate(names)
            ]
        finally:
            instance.kill()
            instance.sink.down()
            close_database()


def _not_tried(name: str) -> Row:
    what = str(SCENARIOS[name].__doc__)
    return Row((what, *["-"] * (len(HEAD) - 1)), [f"{what}: not tried, the time was over (--within)"], [])


def _say(text: str) -> None:
    print(text, flush=True)


def _one(stage: Stage, name: str, copy: str, say: Callable[[str], None]) -> Row:
    scenario, began = SCENARIOS[name], time.monotonic()
    stage.seen.clear()
    say(f"{scenario.__doc__} ...")
    scenario(stage)
    known = stage.writers.so_far()
    copied, faults = _copied(stage, copy)
    stage.writers.end()
    there = look(stage.instance.data, [stage.instance.log, *stage.instance.backups.iterdir()])
    lost, lost_in_copy = (
        there.lost(stage.writers.so_far(), stage.writers.tried),
        copied.lost(known, stage.writers.tried),
    )
    faults += _faults(stage, there, copied, lost, lost_in_copy)
    arrived = Counter(stage.instance.sink.arrived)
    count = stage.writers.count
    cells = (
        scenario.__doc__, count.accepted, count.refused, count.unheard, len(lost), len(lost_in_copy),
        there.twice, there.opened + copied.opened, there.readable + copied.readable, len(arrived),
        sum(times > 1 for times in arrived.values()), round(time.monotonic() - began),
    )  # fmt: skip
    return Row(cells, [f"{scenario.__doc__}: {fault}" for fault in faults], list(stage.seen))


def _copied(stage: Stage, name: str) -> tuple[Seen, list[str]]:
    """A backup while everybody writes on, restored in a folder of its own."""
    into, target = stage.instance.folder / f"restored-{name}", stage.instance.backups / f"{name}.tar.gz"
    faults = []
    for given in (("backup", target), ("restore", target, "--into", into)):
        code, said = stage.instance.run(*given)
        if code:
            faults.append(f"{given[0]} said: {said.strip()[-300:]}")
    return look(into), faults


def _faults(stage: Stage, there: Seen, copied: Seen, lost: list[str], lost_in_copy: list[str]) -> list[str]:
    seen_by_other = [page(stage.instance.port, *eyes) for eyes in stage.world.eyes]
    arrived = Counter(stage.instance.sink.arrived)
    checks = {
        f"{len(lost)} accepted writes are gone, such as {lost[:2]}": bool(lost),
        f"{len(lost_in_copy)} accepted writes are not in the copy, such as {lost_in_copy[:2]}": bool(lost_in_copy),
        "a word was written twice": there.twice > 0 or copied.twice > 0,
        "a sealed round was opened": there.opened > 0 or copied.opened > 0,
        "the other side reads what is sealed": any(f"{MARK}sealed" in text for _status, text in seen_by_other),
        "the other side is not answered": any(status != 200 for status, _text in seen_by_other),
        "something sealed stands readable in a file": there.readable > 0 or copied.readable > 0,
        "the database is damaged": not (there.is_whole and copied.is_whole),
        "a mail arrived twice": any(times > 1 for times in arrived.values()),
        f"{there.sent} mails were sent and {len(arrived)} arrived": there.sent != len(arrived),
        "nothing was accepted, so nothing was shown": stage.writers.count.accepted == 0,
        "a part of it went otherwise": any("WRONG" in one for one in stage.seen),
    }
    return [what for what, is_so in checks.items() if is_so]


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
