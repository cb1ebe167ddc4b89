"""Lets everybody come, and prints what became of it; see the package."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from bench.load import world
from bench.load.clients import BARE, Told, everybody
from bench.load.comparing import Outcome, Write, compare, openings
from tools import postgres
from tools.faults.looking import asking, opener
from tools.faults.running import Instance, until
from tools.faults.world import close_database, enter, lay_tables


def main(arguments: list[str]) -> int:
    """1 when anything was refused, lost or doubled."""
    chosen = _parsed(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that all that was started is stopped then too
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="samenstroom-load-")))
        url = stack.enter_context(postgres.running(postgres.SAFE)).url if chosen.db == "postgres" else ""
        instance = Instance(folder, database=url, servers=2 if url else 1)
        instance.data.mkdir()
        try:
            return _load(instance, chosen)
        finally:
            instance.kill()
            instance.sink.down()
            close_database()


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description="Many practices at once.")
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="postgres", help="postgres: on its own server")
    parser.add_argument("--practices", type=int, default=20, help="each with two collaborations of two people")
    parser.add_argument("--clients", type=int, default=12, help="so many requests at once")
    parser.add_argument("--passes", type=int, default=3, help="how often everybody comes")
    return parser.parse_args(arguments)


def _load(instance: Instance, chosen: argparse.Namespace) -> int:
    enter(instance)
    lay_tables()
    visits = world.make(chosen.practices)
    instance.sink.up()
    instance.start()
    used, began = instance.cpu_seconds(), time.monotonic()
    told = everybody(visits, instance.ports, clients=chosen.clients, passes=chosen.passes)
    took, used = time.monotonic() - began, instance.cpu_seconds() - used
    accepted = [*told.accepted, *openings(told.accepted)]
    outcome = compare(accepted, found_in(instance))
    until(lambda: is_settled(instance), "mail does not arrive", instance.log)
    mails = Counter(instance.sink.arrived)
    print(
        f"{chosen.db}, web processes: {len(instance.ports)}, workers: {len(instance.ports)}, cores: {os.cpu_count()}.\n"
        f"{chosen.practices} practices, {len(visits) // 2} collaborations, {chosen.clients} requests at once."
    )
    _print(told, accepted, outcome, mails)
    print(
        f"{told.requests / took:.0f} requests a second; {used / told.requests * 1000:.0f} ms CPU of the app for each."
    )
    return int(bool(told.errors or outcome.lost or outcome.doubled or max(mails.values(), default=0) > 1))


def found_in(instance: Instance) -> list[Write]:
    """What is in the database, read without the app."""
    unseal = opener(instance.data)
    with asking(instance.data, instance.database) as ask:
        answers = ask("SELECT round_id, party_id, remark FROM checkins_answer WHERE sent_at IS NOT NULL")
        lines = ask("SELECT note FROM collaborations_historyline WHERE kind = 'note'")
        opened = ask("SELECT collaboration_id, data FROM collaborations_historyline WHERE kind = 'round_opened'")
        rounds = ask("SELECT collaboration_id, number, id FROM checkins_round WHERE revealed_at IS NOT NULL")
    keys = {(table, number): str(key) for table, number, key in rounds}
    return [
        *(Write("envelope", f"{round_}:{party}", unseal(remark)) for round_, party, remark in answers),
        *(Write("line", "", unseal(note)) for (note,) in lines),
        *(Write("opening", keys.get((table, json.loads(unseal(data))["number"]), "?")) for table, data in opened),
    ]


def is_settled(instance: Instance) -> bool:
    """Whether each mail that the app calls sent has arrived."""
    with asking(instance.data, instance.database) as ask:
        sent = ask("SELECT count(*) FROM mail_outgoingmail WHERE sent_at IS NOT NULL")[0][0]
    return bool(sent == len(set(instance.sink.arrived)))


def _print(told: Told, accepted: list[Write], outcome: Outcome, mails: Counter[str]) -> None:
    kinds = Counter(write.kind for write in accepted)
    print(
        f"{told.requests} requests, {len(told.errors)} errors. Accepted: {kinds['envelope']} envelopes, "
        f"{kinds['line']} lines; so {kinds['opening']} rounds have to be open."
    )
    doubled_mails = sum(times > 1 for times in mails.values())
    print(f"Lost: {len(outcome.lost)}. Doubled: {len(outcome.doubled)}. {len(mails)} mails, doubled: {doubled_mails}.")
    for one in [*told.errors[:5], *outcome.lost[:5], *outcome.doubled[:5]]:
        print(f"  {one}")
    bare = median(told.seconds[BARE])
    print(f"\n{'':36}{'times':>7}{'median':>9}{'95th':>9}   (times the median of {BARE})")
    for name, seconds in told.seconds.items():
        last = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
        print(f"{name:36}{len(seconds):>7}{median(seconds) / bare:>9.1f}{last / bare:>9.1f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
