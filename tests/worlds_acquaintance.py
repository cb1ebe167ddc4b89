"""What the two worlds hold of getting acquainted: one that opened, one that Noor sent and Marleen began, a guide each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samenstroom.collaborations.models import Seat
from samenstroom.exchanges.actions import draft_answer, save_answers, send_answer
from samenstroom.exploring.actions.acquaintance import (
    OPENED,
    keep_own_acquaintance,
    note_said,
    propose_acquaintance,
)
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from samenstroom.exchanges.models import Exchange, ExchangeAnswer
    from tests.worlds import Secrets, World

SHARED = {"purpose": "calm", "hours": 12}


def add_acquaintance(world: World, noor_keeps: Secrets, marleen_keeps: Secrets, start: datetime) -> None:
    """What both opened is the same in every world; what is sealed or private differs."""
    opened = _begin(world, world.noor, start, 140)
    for person, number in ((world.noor, 141), (world.marleen, 142)):
        _send(_draft(world, person, opened), SHARED, start, number)
    opened.refresh_from_db()
    with tokens.seeded(143):
        note_said(visit=world.visit(world.noor, world.first), exchange=opened, question="purpose", text="Rust.")
    waiting = _begin(world, world.marleen, start + timedelta(days=60), 144)
    _send(_draft(world, world.noor, waiting), _sealed(noor_keeps), start + timedelta(days=61), 145)
    save_answers(answer=_draft(world, world.marleen, waiting), answers=_sealed(marleen_keeps))
    for person, keeps in ((world.noor, noor_keeps), (world.marleen, marleen_keeps)):
        visit = world.visit(person, world.first)
        keep_own_acquaintance(visit=visit, answers={"success": {"mine": keeps.remark, "said": keeps.appreciation}})
    world.own |= {"acquaintance_opened": opened.public_id, "acquaintance": waiting.public_id}


def _begin(world: World, by: Person, now: datetime, number: int) -> Exchange:
    with tokens.seeded(number):
        return propose_acquaintance(visit=world.visit(by, world.first))[0]


def _draft(world: World, person: Person, exchange: Exchange) -> ExchangeAnswer:
    seat = Seat.objects.select_related("party", "collaboration", "person").get(collaboration=world.first, person=person)
    return draft_answer(exchange=exchange, seat=seat)


def _send(answer: ExchangeAnswer, given: dict[str, object], now: datetime, number: int) -> None:
    save_answers(answer=answer, answers=given)
    with tokens.seeded(number):
        send_answer(answer=answer, kind=OPENED, now=now)


def _sealed(keeps: Secrets) -> dict[str, object]:
    purpose = ("calm", "growth")[keeps.sets_aside]
    return {"success": keeps.remark, "purpose": purpose, "purpose_why": keeps.appreciation, "hours": keeps.guess}
