"""A table with a history of check-ins, and the two doors that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client

from samenstroom.accounts.models import Person
from samenstroom.checkins import actions
from samenstroom.checkins.models import Round
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import HistoryLine
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle
from tests.people import Together, answer, day, together

PREFIXES = {"workspace": "/s", "portal": "/kant"}


@dataclass
class Door:
    """One person behind her own door, at one table."""

    client: Client
    root: str

    def get(self, rest: str = "") -> HttpResponse:
        return self.client.get(self.root + rest)

    def post(self, rest: str, **data: Any) -> HttpResponse:
        return self.client.post(self.root + rest, data)

    def text(self, rest: str = "") -> str:
        """The page as HTML; it has to be there."""
        response = self.get(rest)
        assert response.status_code == 200, (rest, response.status_code)
        return str(response.content.decode())


def door_of(person: Person, table: Together) -> Door:
    """Her client, signed in, behind the door that is hers."""
    client = Client()
    client.force_login(person)
    prefix = PREFIXES["workspace" if person.has_account else "portal"]
    return Door(client, f"{prefix}/{table.collaboration.public_id}/")


@dataclass
class Story:
    """A table with its people, and where to find things."""

    table: Together
    noor: Door
    marleen: Door
    apart: date
    closed: date
    open: date

    def checkin(self, on: date, rest: str = "") -> str:
        return f"samenwerken/check-in/{on.isoformat()}/{rest}"

    def lines(self, circle: str) -> list[HistoryLine]:
        return list(HistoryLine.objects.filter(collaboration=self.table.collaboration, circle=circle).order_by("pk"))


def opened(table: Together, n: int) -> Round:
    """The next round opens on day n."""
    return actions.open_round(collaboration=table.collaboration, now=day(n))


def both_answer(table: Together, round_: Round, mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    answer(round_, table.noors_seat, **mine)
    answer(round_, table.marleens_seat, **theirs)


def story() -> Story:
    """Three opened rounds that drift apart, one that closed with Noor's answer, one open that Noor has sent."""
    table = together(weeks=1)
    for n in (0, 7):
        both_answer(table, opened(table, n), {"communication": 2}, {"communication": 4})
    apart = opened(table, 14)
    both_answer(
        table, apart,
        {
            "communication": 2, "guess": 4, "appreciation": "DANK-VAN-NOOR",
            "remark": "BEWAARD-DOOR-NOOR", "remark_choice": "mine",
        },
        {
            "communication": 4, "appreciation": "DANK-VAN-MARLEEN",
            "remark": "GEDEELD-DOOR-MARLEEN", "remark_choice": "now",
        },
    )  # fmt: skip
    closed = opened(table, 21)
    answer(closed, table.noors_seat, appreciation="DICHT-GEBLEVEN", flow=1)
    newest = opened(table, 28)
    answer(newest, table.noors_seat, flow=1, appreciation="NOG-IN-DE-ENVELOP", remark="OOK-DICHT", remark_choice="now")
    seat = table.noors_seat
    write_line(seat=seat, kind="note", now=day(20), note="SAMEN-GENOTEERD")
    write_line(seat=seat, kind="note", now=day(20), note="ALLEEN-VAN-NOOR", circle=Circle.PRIVATE)
    return Story(
        table=table,
        noor=door_of(table.noor, table),
        marleen=door_of(table.marleen, table),
        apart=apart.opened_on,
        closed=closed.opened_on,
        open=newest.opened_on,
    )


@contextmanager
def on_day(n: int) -> Iterator[None]:
    """The doors read this day from the clock."""
    with clock.frozen(day(n)):
        yield
