"""The steps of an end that tests of pages share."""

from __future__ import annotations

from samenstroom.kit import clock
from tests.doors.table_story import Door, door_of
from tests.people import Together, day

END, SETTLE, THANK = "afscheid/einde/", "afscheid/afrekenen/", "afscheid/bedanken/"
NEWS = {"how": "one_side", "last_on": "2026-01-20", "words": "Dank voor twee jaar.\nHet werk past niet meer."}


def doors(table: Together, first: str = "noor") -> tuple[Door, Door]:
    """Who lets it know, and the other."""
    both = door_of(table.noor, table), door_of(table.marleen, table)
    return both if first == "noor" else (both[1], both[0])


def told(table: Together, first: str = "noor") -> tuple[Door, Door]:
    one, other = doors(table, first)
    assert one.post(f"{END}laten-weten/", **NEWS).status_code == 302
    return one, other


def closed(table: Together) -> tuple[Door, Door]:
    one, other = told(table)
    other.post(f"{END}antwoord/", do="confirm")
    with clock.frozen(day(20)):
        assert one.post(f"{END}afronden/").status_code == 302
    return one, other
