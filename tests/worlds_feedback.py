"""Feedback, a decision and a word of thanks, the same in every world; what Noor still writes differs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samenstroom.feedback.actions.appreciations import appreciate
from samenstroom.feedback.actions.decisions import DecisionTerms, note_decision
from samenstroom.feedback.actions.feedback import keep_draft, share_feedback
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import Secrets, World

SAID = {"what": "De kop is lang.", "why": "Hij past niet.", "ground": "argument", "source": "", "source_year": None}


def feedback(world: World, noor_keeps: Secrets) -> None:
    """What both read, and drafts of Noor."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    with tokens.seeded(310):
        shared = share_feedback(
            seat=marleen.seat, direction="given", said={**SAID, "proposal": "Korter."}, said_on=date(2026, 5, 1),
            now=noor.now - timedelta(days=2),
        )  # fmt: skip
        terms = DecisionTerms("We kiezen blauw.", "", "none", noor.party, None, None, date(2026, 5, 1))
        made = note_decision(seat=noor.seat, terms=terms, now=noor.now - timedelta(days=2))
        appreciate(seat=marleen.seat, words="Fijn dat je meedenkt.", now=noor.now - timedelta(days=1))
    world.own |= {"feedback": shared.public_id, "decision_on_record": made.public_id}
    content = {**SAID, "what": noor_keeps.remark, "proposal": "", "direction": "given", "said_on": "2026-05-01"}
    with tokens.seeded(311):
        draft = keep_draft(visit=noor, content=content, cools_days=0)
    world.own["feedback_draft"] = draft.public_id
    for _number in range(noor_keeps.more):
        keep_draft(visit=noor, content=content, cools_days=1)
