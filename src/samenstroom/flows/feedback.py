"""Giving feedback, and a mail that says no more than that there is something to read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.actions.feedback import share_feedback
from samenstroom.feedback.models import Direction, Feedback, FeedbackDraft

from .letters import letter_to


def give_feedback(
    *, visit: Visit, direction: str, said: Mapping[str, Any], said_on: date, draft: FeedbackDraft | None = None
) -> Feedback:
    """Share it; who is given feedback is told that there is something to read, once. A note tells nobody."""
    made = share_feedback(seat=visit.seat, direction=direction, said=said, said_on=said_on, now=visit.now, draft=draft)
    if visit.takes_part and direction == Direction.GIVEN.value:
        letter_to(visit.other_party).queue("feedback_given", f"feedback:{made.public_id}", visit.now)
    return made
