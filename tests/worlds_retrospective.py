"""Looking back at the first table: one that opened, one that waits; what Noor keeps of it for herself differs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.kit import tokens
from samenstroom.learning.actions.lessons import OWN, Taught, learn_lesson, let_return
from samenstroom.learning.actions.retrospectives import finish_retrospective, keep_answers
from samenstroom.learning.actions.together import keep_together, propose_together, send_together
from samenstroom.rules.lessons import Place

if TYPE_CHECKING:
    from tests.worlds import Secrets, World


def retrospective(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    """What both opened is the same in every world; what is sealed or private differs."""
    _together(world, noor_keeps, marleen_keeps)
    noor = world.visit(world.noor, world.first)
    with tokens.seeded(402):
        kept = keep_answers(
            visit=noor,
            answers={
                "causes": ["money"] if noor_keeps.sets_aside else ["nobody"],
                "again": noor_keeps.remark,
                "otherwise": noor_keeps.appreciation,
                "together": "no" if noor_keeps.sets_aside else "yes",
                "energy": "2" if noor_keeps.sets_aside else "4",
            },
        )
    if noor_keeps.sets_aside:
        finish_retrospective(retrospective=kept, visit=noor)
    _lessons(world, noor_keeps)


def _together(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    with tokens.seeded(400):
        opened = propose_together(visit=noor)
        for visit, words in ((noor, "Het bellen op vrijdag."), (marleen, "Je geduld.")):
            send_together(visit=visit, exchange=opened, answers={"well": words, "otherwise": "", "thanks": "Dank."})
        waits = propose_together(visit=marleen)
    answers = {"well": noor_keeps.remark, "otherwise": noor_keeps.appreciation, "thanks": ""}
    send_together(visit=noor, exchange=waits, answers=answers)
    keep_together(visit=marleen, exchange=waits, answers={"well": marleen_keeps.remark})
    world.own |= {"together_opened": opened.public_id, "together": waits.public_id}


def _lessons(world: World, keeps: Secrets) -> None:
    """One lesson that comes back everywhere, from no collaboration; and more of them in one world."""
    noor = world.visit(world.noor, world.first)
    taught = Taught(keeps.remark, "money" if keeps.sets_aside else "trust", "haggles" if keeps.sets_aside else "")
    with tokens.seeded(420):
        lesson = learn_lesson(
            person=world.noor, collaboration=None, taught=taught, source=OWN, now=noor.now - timedelta(days=3)
        )
    world.own["lesson"] = lesson.public_id
    rule = {"term": "payment_term_days", "bound": "at_most", "limit": "9" if keeps.sets_aside else "21"}
    question = {"question": keeps.remark, "waves_on": "yes"}
    more: dict[Place, dict[str, str]] = {Place.SCAN: question, Place.AGREEMENT: rule, Place.DECISION: {}}
    for place, terms in more.items():
        let_return(lesson=lesson, place=place, terms={**terms, "everywhere": True})
    for _number in range(keeps.more):
        learn_lesson(person=world.noor, collaboration=noor.collaboration, taught=taught, source=OWN, now=noor.now)
