"""Practices with collaborations in which a check-in waits, made through the real actions."""

from __future__ import annotations

from dataclasses import dataclass

from tools.faults.world import close_database, session_of

TABLES = 2


@dataclass(frozen=True)
class Visit:
    """One person at one table, with a session."""

    session: str
    home: str
    table: str
    """Address of the collaboration through her own door."""
    day: str
    place: str
    """`round:side`, the place of her envelope."""


def make(practices: int) -> list[Visit]:
    """Both sides of each table, next to each other."""
    from samenstroom.kit import clock
    from tests import people

    now, found = clock.now(), []
    for number in range(practices):
        noor = people.with_account(f"Noor {number}", f"noor{number}@voorbeeld.nl", now=now)
        mine = session_of(noor)
        for table in range(TABLES):
            here = people.started(noor, now=now, name=f"Tafel {number}-{table}")
            together = people.Together(here, noor, people.marleen_at(here, now=now))
            people.agree_on_rhythm(together, weeks=4, now=now)
            round_, address = together.round, here.public_id
            day = round_.opened_on.isoformat()
            sides = [f"{round_.pk}:{seat.party_id}" for seat in (together.noors_seat, together.marleens_seat)]
            found.append(Visit(mine, "/vandaag/", f"/s/{address}/", day, sides[0]))
            hers = session_of(together.marleen)
            found.append(Visit(hers, f"/kant/{address}/", f"/kant/{address}/", day, sides[1]))
    close_database()
    return found
