"""A repair attempt and a pause at the first table, the same in every world; what is sealed or her own differs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samenstroom.adjusting.actions.attempts import Terms, agree_attempt, keep_look, propose_attempt, send_look
from samenstroom.adjusting.actions.own_attempts import look_back_on_own, start_own_attempt
from samenstroom.adjusting.actions.pauses import PauseTerms, propose_pause
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def adjusting(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    """An attempt that runs, with Noor's answer sealed and maybe a draft of Marleen's; a pause that waits for a yes."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    terms = Terms("Ik mis het overleg van vroeger.", [("We bellen elke maandag.", None)], date(2026, 6, 1))
    with tokens.seeded(160):
        attempt = propose_attempt(seat=noor.seat, terms=terms, now=noor.now - timedelta(days=9))
        agree_attempt(attempt=attempt, seat=marleen.seat, now=noor.now - timedelta(days=8))
        answers = {"said": _said(noor_keeps), "why": noor_keeps.remark, "helped": noor_keeps.appreciation}
        draft = keep_look(attempt=attempt, seat=noor.seat, answers=answers, now=noor.now - timedelta(days=2))
        send_look(attempt=attempt, answer=draft, now=noor.now - timedelta(days=2))
        propose_pause(
            seat=marleen.seat, terms=PauseTerms(date(2026, 8, 1), date(2026, 9, 1), None, ["work"]),
            other_takes_part=True, now=noor.now - timedelta(days=1),
        )  # fmt: skip
    if marleen_keeps.has_draft:
        keep_look(attempt=attempt, seat=marleen.seat, answers={"why": marleen_keeps.remark}, now=marleen.now)
    _own_attempt(world, noor_keeps)


def _own_attempt(world: World, keeps: Secrets) -> None:
    visit = world.visit(world.noor, world.first)
    with tokens.seeded(161):
        own = start_own_attempt(visit=visit, stuck=keeps.remark, tries=[keeps.remark], look_back_on=date(2026, 6, 1))
    world.own["own_attempt"] = own.public_id
    if keeps.sets_aside:
        look_back_on_own(attempt=own, visit=visit, said="part", why=keeps.remark, helped="")


def _said(keeps: Secrets) -> str:
    return "part" if keeps.sets_aside else "go_on"
