"""For when it ever stops: what one proposes, and a mail that says no more than that."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.actions.pages import propose_page
from samenstroom.planning.models import ExitPlan

from .letters import letter_to


def suggest_exit_plan(*, visit: Visit, content: Mapping[str, str]) -> ExitPlan:
    """Propose it and tell the other; alone at the table it is noted, and nobody is told."""
    made = propose_page(ExitPlan, seat=visit.seat, content=content, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part and made.is_open:
        letter_to(visit.other_party).queue("exit_plan_proposed", f"exit-plan:{made.public_id}", visit.now)
    return made
