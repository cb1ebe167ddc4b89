"""Tries the scenarios on an instance, and counts after each what is there."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tools import postgres
from tools.faults.client import MARK, Writers, page
from tools.faults.looking import Seen, look
from tools.faults.running import Instance, TooLateError, small_disk
from tools.faults.scenarios import SCENARIOS, Stage
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


def on_sqlite(folder: Path, names: list[str], seconds: float, within: float) -> list[Row]:
    """The scenarios with these names on a new instance in this folder."""
    instance = Instance(folder)
    with small_disk(instance.data, DISK) as is_small:
        _say(f"SQLite, one web process and its worker, a disk {f'of {DISK} MB' if is_small else 'without a size'}.")
        return _run(instance, names, seconds, within, disk="tmpfs" if is_small else "limit")


def on_postgres(folder: Path, names: list[str], seconds: float, within: float) -> list[Row]:
    """The scenarios with these names on a server that is there for them alone."""
    try:
        with postgres.running(postgres.SAFE) as server:
            instance = Instance(folder, database=server.url, servers=2)
            instance.data.mkdir()
            _say("PostgreSQL, two web processes, each with a worker.")
            return _run(instance, names, seconds, within, server=server)
    except postgres.NoServerError as error:
        return [Row((str(SCENARIOS[name].__doc__), *["-"] * (len(HEAD) - 1)), [], [str(error)]) for name in names]


def _run(
    instance: Instance, names: list[str], seconds: float, within: float, *, disk: str = "",
    server: postgres.Server | None = None,
) -> list[Row]:  # fmt: skip
    until = time.monotonic() + within
    instance.backups.mkdir()
    try:
        enter(instance)
        lay_tables()
        world = make_world()
        instance.sink.up()
        instance.start()
        writers = Writers(instance.ports, instance.folder / "accepted.log", world.hands)
        stage = Stage(instance, world, writers, disk, seconds, [], server)
        return [_one(stage, name) if time.monotonic() < until else _not_tried(name) for name in names]
    finally:
        instance.kill()
        instance.sink.down()
        close_database()


def _not_tried(name: str) -> Row:
    what = str(SCENARIOS[name].__doc__)
    return Row((what, *["-"] * (len(HEAD) - 1)), [f"{what}: not tried, the time was over (--within)"], [])


def _say(text: str) -> None:
    print(text, flush=True)


def _one(stage: Stage, name: str) -> Row:
    scenario, began, faults = SCENARIOS[name], time.monotonic(), []
    stage.seen.clear()
    _say(f"{scenario.__doc__} ...")
    try:
        scenario(stage)
    except TooLateError as error:
        faults.append(str(error))
    known = stage.writers.so_far()
    copied, of_copy = _copied(stage, name)
    stage.writers.end()
    there = _settled(stage)
    lost, lost_in_copy = (
        there.lost(stage.writers.so_far(), stage.writers.tried),
        copied.lost(known, stage.writers.tried),
    )
    faults += [*of_copy, *_faults(stage, there, copied, lost, lost_in_copy)]
    arrived = Counter(stage.instance.sink.arrived)
    count = stage.writers.count
    cells = (
        scenario.__doc__, count.accepted, count.refused, count.unheard, len(lost), len(lost_in_copy),
        there.twice, there.opened + copied.opened, there.readable + copied.readable, len(arrived),
        sum(times > 1 for times in arrived.values()), round(time.monotonic() - began),
    )  # fmt: skip
    return Row(cells, [f"{scenario.__doc__}: {fault}" for fault in faults], list(stage.seen))


def _copied(stage: Stage, name: str) -> tuple[Seen, list[str]]:
    """A backup while everybody writes on, restored in a folder (and a database) of its own."""
    into, target = stage.instance.folder / f"restored-{name}", stage.instance.backups / f"{name}.tar.gz"
    database, faults = "", []
    if stage.server:
        stage.server.make_database(f"restored_{name}")
        database = stage.server.url_of(f"restored_{name}")
    for given, where in ((("backup", target), ""), (("restore", target, "--into", into), database)):
        code, said = stage.instance.run(*given, database=where)
        if code:
            faults.append(f"{given[0]} said: {said.strip()[-300:]}")
    return look(into, database=database), faults


def _settled(stage: Stage) -> Seen:
    """What is there, once the mail that is being sent at this moment is counted on both sides."""
    also = [stage.instance.log, *stage.instance.backups.iterdir()]
    also += [path for path in stage.server.folder.rglob("*") if path.is_file()] if stage.server else []
    for _again in range(20):
        there = look(stage.instance.data, also, database=stage.instance.database)
        if there.sent == len(set(stage.instance.sink.arrived)):
            break
        time.sleep(1)
    return there


def _faults(stage: Stage, there: Seen, copied: Seen, lost: list[str], lost_in_copy: list[str]) -> list[str]:
    seen_by_other = [page(stage.instance.ports[-1], *eyes) for eyes in stage.world.eyes]
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
