"""What breaks, one after the other, on the same instance: what was accepted before has to be there after the last."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from tools.faults.client import Writers
from tools.faults.running import Instance, until
from tools.faults.world import World, deliver_now, queue_mails, workers_busy_with
from tools.postgres import Server

HOUR, DAY = 3600, 24 * 3600


@dataclass
class Stage:
    """What a scenario has in hands."""

    instance: Instance
    world: World
    writers: Writers
    disk: str
    """How this machine lets us fill a disk: `tmpfs`, or `limit` on the size of each file."""
    seconds: float
    seen: list[str]
    """What a scenario counted itself, for the last column."""
    server: Server | None = None
    """The database server, when there is one."""

    def writing(self, seconds: float | None = None) -> None:
        self.writers.for_a_while(self.seconds if seconds is None else seconds)


def quiet(stage: Stage) -> None:
    """nothing breaks"""
    stage.writers.begin()
    stage.writing()


def killed(stage: Stage) -> None:
    """kill -9 of everything"""
    stage.writers.begin()
    stage.writing()
    stage.instance.kill()
    stage.instance.start()
    stage.writing(1)


def killed_in_part(stage: Stage) -> None:
    """kill -9 of the worker"""
    stage.writers.begin()
    before = set(stage.instance.family())
    stage.writing(1)
    stage.instance.kill_one("\0work\0")
    until(lambda: len(set(stage.instance.family()) - before) >= 1, "the worker does not come back", stage.instance.log)
    stage.writing(1)


def full_disk(stage: Stage) -> None:
    """a full disk"""
    if stage.disk == "limit":
        _limited(stage)
        return
    stage.writers.begin()
    stage.writing(1)
    ballast = stage.instance.data / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(65536))
    stage.writing()
    code, said = stage.instance.run("backup", stage.instance.backups)
    refused = stage.writers.count.refused
    ballast.unlink()
    words = "in words" if code == 1 and "full" in said else f"WRONG: {said.strip()[-90:]}"
    stage.seen.append(f"{refused} writes refused while full; backup refused {words}; then writing went on")
    until(lambda: _goes_on(stage), "writing does not go on after there is room again", stage.instance.log)


def _limited(stage: Stage) -> None:
    stage.instance.stop()
    most = (stage.instance.data / "samenstroom.sqlite3").stat().st_size
    stage.instance.most_of_a_file = most
    stage.instance.start()
    stage.writers.begin()
    stage.writing()
    refused = stage.writers.count.refused
    stage.writers.end()
    stage.instance.stop()
    stage.instance.most_of_a_file = None
    stage.instance.start()
    stage.writers.begin()
    stage.writing(1)
    stage.seen.append(f"{refused} writes refused while no file could grow; then writing went on")


def _goes_on(stage: Stage) -> bool:
    before = stage.writers.count.accepted
    time.sleep(0.5)
    return stage.writers.count.accepted > before


def without_mail_server(stage: Stage) -> None:
    """no mail server, then one an hour later"""
    stage.instance.sink.down()
    stage.writers.begin()
    queue_mails("down", 10)
    deliver_now()
    stage.writing(max(stage.seconds, 3))
    stage.instance.sink.up()
    _restarted(stage, clock=HOUR)
    _wait_for_mail(stage, "down", 10)
    stage.seen.append("10 mails waited, each arrived once")


def two_workers(stage: Stage) -> None:
    """three workers at once"""
    stage.writers.begin()
    _restarted(stage, clock=0)
    since = _now()
    stage.instance.more_workers(2)
    until(lambda: workers_busy_with(jobs=3, since=since) >= 3, "three workers are not all at work", stage.instance.log)
    queue_mails("more", 60)
    since = _now()
    until(lambda: workers_busy_with(jobs=6, since=since) >= 2, "the workers do not share the work", stage.instance.log)
    _wait_for_mail(stage, "more", 60)
    stage.seen.append("60 mails by three workers, each arrived once")


def moved_clock(stage: Stage) -> None:
    """the clock 40 days on, and back"""
    # The round of the day closes in those days: its answer stays as it is, so nobody writes it on.
    for shift in (40 * DAY, -2 * DAY, 0):
        _restarted(stage, clock=shift)
        stage.writers.begin(without="sealed")
        stage.writing(1.5)
        stage.writers.end()
    stage.writers.begin(without="sealed")
    queue_mails("clock", 5)
    deliver_now()
    _wait_for_mail(stage, "clock", 5)
    stage.seen.append("rounds of those days opened none; 5 mails left after the clock was right again")


def database_restarted(stage: Stage) -> None:
    """PostgreSQL: the server restarted, then crashed"""
    server = stage.server
    assert server is not None
    stage.writers.begin()
    stage.writing()
    for number, how in enumerate((signal.SIGINT, signal.SIGQUIT)):
        server.stop(how)
        stage.writing(0.5)
        server.start()
        until(lambda: _goes_on(stage), "writing does not go on after the database is back", stage.instance.log)
        queue_mails(f"database{number}x", 5)
        deliver_now()
        _wait_for_mail(stage, f"database{number}x", 5)
        stage.writing(1)
    stage.seen.append("two web processes and two workers went on after both; 10 mails, each arrived once")


def _restarted(stage: Stage, *, clock: int) -> None:
    stage.instance.stop()
    stage.instance.clock = clock
    stage.instance.start()


def _wait_for_mail(stage: Stage, prefix: str, count: int) -> None:
    """By who has mail: the people at the tables get some too."""
    until(
        lambda: stage.instance.sink.count_to(prefix) >= count, f"mail to {prefix} does not arrive", stage.instance.log
    )


def _now() -> datetime:
    return datetime.now(UTC)


SCENARIOS: dict[str, Callable[[Stage], None]] = {
    "quiet": quiet,
    "kill": killed,
    "worker": killed_in_part,
    "disk": full_disk,
    "mail": without_mail_server,
    "workers": two_workers,
    "clock": moved_clock,
    "database": database_restarted,
}

ON_SQLITE = ("quiet", "kill", "worker", "disk", "mail", "workers", "clock")
ON_POSTGRES = ("database",)
