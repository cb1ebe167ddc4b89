"""What the two worlds hold of the start: shared things the same, envelopes and a preparation that differ."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samenstroom.collaborations.models import Seat
from samenstroom.exchanges.actions import draft_answer, save_answers, send_answer
from samenstroom.kit import tokens
from samenstroom.planning.actions.kickoff import (
    OPENED,
    accept_goal,
    add_point,
    keep_own_kickoff,
    note_kickoff,
    propose_goal,
    propose_kickoff,
)
from samenstroom.planning.actions.pages import accept_page, propose_page
from samenstroom.planning.actions.talks import Moment, agree_talk, plan_talk
from samenstroom.planning.models import WorkingAgreement

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from samenstroom.exchanges.models import Exchange, ExchangeAnswer
    from tests.worlds import Secrets, World

SHARED = {
    "noor": {"goal": "leads", "goal_why": "Boekingen.", "talks": "weekly"},
    "marleen": {"goal": "awareness", "goal_why": "Ze moeten ons kennen.", "talks": "monthly"},
}


def add_start(world: World, noor_keeps: Secrets, marleen_keeps: Secrets, start: datetime) -> None:
    """One kick-off that opened, with all that followed; one that Noor sent and Marleen began; a preparation each."""
    opened = _begin(world, world.noor, start, 240)
    for person, answers, number in ((world.noor, SHARED["noor"], 241), (world.marleen, SHARED["marleen"], 242)):
        draft = _draft(world, person, opened)
        save_answers(answer=draft, answers=answers)
        with tokens.seeded(number):
            send_answer(answer=draft, kind=OPENED, now=start)
    world.own["kickoff_opened"] = opened.public_id
    with tokens.seeded(243):
        _plan(world)
    with tokens.seeded(244):
        _agree(world)
    waiting = _begin(world, world.marleen, start + timedelta(days=50), 245)
    draft = _draft(world, world.noor, waiting)
    save_answers(answer=draft, answers=_sealed(noor_keeps))
    send_answer(answer=draft, kind=OPENED, now=start + timedelta(days=51))
    save_answers(answer=_draft(world, world.marleen, waiting), answers=_sealed(marleen_keeps))
    world.own["kickoff"] = waiting.public_id
    if noor_keeps.has_draft or noor_keeps.sets_aside:
        answers = {"goal": {"mine": noor_keeps.remark, "guess": noor_keeps.appreciation}}
        keep_own_kickoff(visit=world.visit(world.noor, world.first), answers=answers)


def _plan(world: World) -> None:
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    held = propose_goal(
        seat=noor.seat, about="leads", text="Vier aanvragen per maand.", other_takes_part=True,
        now=noor.now - timedelta(days=20),
    )  # fmt: skip
    accept_goal(goal=held, seat=marleen.seat, now=noor.now - timedelta(days=19))
    waits = propose_goal(
        seat=marleen.seat, about="awareness", text="Duizend mensen kennen ons.", other_takes_part=True,
        now=noor.now - timedelta(days=18),
    )  # fmt: skip
    point = add_point(seat=marleen.seat, text="De feestdagen.", now=noor.now - timedelta(days=18))
    world.own |= {"goal": waits.public_id, "agenda_point": point.public_id}


def _agree(world: World) -> None:
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    before, ahead = noor.now - timedelta(days=15), noor.now + timedelta(days=9)
    was = plan_talk(seat=noor.seat, moment=Moment(before, 60, "Bij Noor"), other_takes_part=True,
                    now=before - timedelta(days=2))  # fmt: skip
    agree_talk(talk=was, seat=marleen.seat, now=before - timedelta(days=1))
    note_kickoff(seat=noor.seat, held_on=before.date(), text="Eerst bekend worden.", now=before)
    waits = plan_talk(seat=marleen.seat, moment=Moment(ahead, 30, "Bellen"), other_takes_part=True,
                      now=noor.now - timedelta(days=3))  # fmt: skip
    content = {"channels": {"mail": "vragen"}, "response_days": 2}
    holds = propose_page(WorkingAgreement, seat=noor.seat, content=content, other_takes_part=True, now=before)
    accept_page(page=holds, seat=marleen.seat, now=before)
    other = propose_page(
        WorkingAgreement,
        seat=marleen.seat, content={**content, "urgent": "Dan bellen we."}, other_takes_part=True,
        now=noor.now - timedelta(days=3),
    )  # fmt: skip
    world.own |= {
        "kickoff_talk": waits.public_id, "kickoff_talk_agreed": was.public_id, "working": other.public_id,
    }  # fmt: skip


def _begin(world: World, by: Person, now: datetime, number: int) -> Exchange:
    with tokens.seeded(number):
        return propose_kickoff(visit=world.visit(by, world.first))[0]


def _draft(world: World, person: Person, exchange: Exchange) -> ExchangeAnswer:
    seat = Seat.objects.select_related("party", "collaboration", "person").get(collaboration=world.first, person=person)
    return draft_answer(exchange=exchange, seat=seat)


def _sealed(keeps: Secrets) -> dict[str, object]:
    return {"goal": ("calm", "revenue")[keeps.sets_aside], "goal_why": keeps.appreciation, "seen": keeps.remark}
