"""Two people from outside at the first table: a mediator for both, the same in every world, and a lawyer of Noor's own.

What each side ticked for the mediator differs, and so does what Noor's lawyer reads and writes, and how many there are.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.adjusting.actions import mediations
from samenstroom.adjusting.given import items_of
from samenstroom.adjusting.models import Mediation
from samenstroom.agreements.actions import lawyers
from samenstroom.agreements.for_lawyer import given_of
from samenstroom.kit import clock, tokens

if TYPE_CHECKING:
    from samenstroom.collaborations.visits import Visit
    from tests.worlds import Secrets, World


def outside(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    """A mediator whom both asked in, who wrote and proposed a moment; each ticked something; and a lawyer of Noor's."""
    made = _mediator(world)
    for person, keeps in ((world.noor, noor_keeps), (world.marleen, marleen_keeps)):
        _ticks(world.visit(person, world.first), made, keeps)
    with tokens.seeded(372):
        _lawyers(world, noor_keeps)


def _mediator(world: World) -> Mediation:
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    before = noor.now - timedelta(days=2)
    with tokens.seeded(370):
        terms = mediations.MediatorTerms("Bea Kramer", clock.day_of(noor.now + timedelta(days=30)), "Zij kent het vak.")
        made = mediations.propose_mediation(seat=noor.seat, terms=terms, other_takes_part=True, now=before)
        mediations.agree_mediation(mediation=made, seat=marleen.seat, now=before)
        mediations.mint_mediator_link(mediation=made, seat=noor.seat, other_takes_part=True, now=before)
        key = mediations.claim_mediation(mediation=made, key="", now=before)
        mediations.log_mediator_look(mediation=made, now=before)
        mediations.write_note(mediation=made, key=key, text="Zullen we praten?", now=before)
        moment = noor.now + timedelta(days=5)
        talk = mediations.propose_talk(mediation=made, key=key, begins_at=moment, minutes=60, place="", now=before)
        for visit in (noor, marleen):
            mediations.answer_talk(talk=talk, seat=visit.seat, can="yes", now=before)
    world.own["mediation"] = made.public_id
    return made


def _ticks(visit: Visit, made: Mediation, keeps: Secrets) -> None:
    items = items_of(visit)
    picked = {one.key: one.mark for one in (items if keeps.sets_aside else items[:1] if keeps.has_draft else [])}
    among = [one.key for one in items]
    mediations.tick_given(mediation=made, seat=visit.seat, picked=picked, among=among, now=visit.now)


def _lawyers(world: World, keeps: Secrets) -> None:
    visit = world.visit(world.noor, world.first)
    given = given_of(visit, "draft")
    assert given is not None
    for number in range(keeps.more + 1):
        words = f"{keeps.remark} {number}"
        review = lawyers.ask_lawyer(visit=visit, name=words, words=keeps.appreciation, days=14, given=given)
        lawyers.mint_lawyer_link(review=review, now=visit.now)
        key = lawyers.claim_review(review=review, key="", now=visit.now)
        lawyers.log_lawyer_look(review=review, now=visit.now)
        remark = lawyers.write_remark(
            review=review, key=key, place="fee", words=words, proposal=keeps.appreciation, now=visit.now
        )
        if number == 0:
            world.own |= {"lawyer": review.public_id, "lawyer_remark": remark.public_id}
        if keeps.sets_aside:
            text = review.texts.get().public_id
            lawyers.tick_reviewed(review=review, key=key, text=text, name=words, now=visit.now)
