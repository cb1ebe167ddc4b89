"""Giving feedback, noting what one was told, answering it; and a draft that may cool first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.models import Direction, Feedback, FeedbackAnswer, FeedbackDraft
from samenstroom.kit import clock

LINES = {Direction.GIVEN.value: "feedback_given", Direction.RECEIVED.value: "feedback_noted"}


@transaction.atomic
def share_feedback(
    *,
    seat: Seat,
    direction: str,
    said: Mapping[str, Any],
    said_on: date,
    now: datetime,
    draft: FeedbackDraft | None = None,
) -> Feedback:
    """Both read exactly this from now on; the draft it came from is gone.

    History: that feedback was given, or noted. The same words from the same side on one day are one feedback. Who
    shares decides; the caller tells the other. Refuses who only reads along, and a draft of somebody else.
    """
    if seat.party.speaker_id != seat.pk or (draft is not None and draft.person_id != seat.person_id):
        raise NotAllowedError
    kept = {**said, "proposal": said.get("proposal", "")}
    for one in Feedback.objects.select_for_update().filter(collaboration=seat.collaboration, by=seat, said_on=said_on):
        if one.direction == direction and one.said == kept:
            return one
    made = Feedback.objects.create(
        collaboration=seat.collaboration, direction=direction, by=seat, said=kept, said_on=said_on, shared_at=now
    )
    write_line(seat=seat, kind=LINES[direction], now=now, happened_on=said_on)
    if draft is not None:
        draft.delete()
    return made


@transaction.atomic
def answer_feedback(*, feedback: Feedback, seat: Seat, words: str, agreed: str, now: datetime) -> None:
    """Her side answers, once; what they agreed may stand with it. History: that she answered.

    Refuses who only reads along, another table, and a second answer.
    """
    is_here = feedback.collaboration_id == seat.collaboration_id
    if seat.party.speaker_id != seat.pk or not is_here:
        raise NotAllowedError
    held = Feedback.objects.select_for_update().get(pk=feedback.pk)
    if FeedbackAnswer.objects.filter(feedback=held, seat__party=seat.party).exists():
        raise NotAllowedError
    FeedbackAnswer.objects.create(
        feedback=held, collaboration=held.collaboration, seat=seat, words=words, agreed=agreed, answered_at=now
    )
    write_line(seat=seat, kind="feedback_answered", now=now)


def keep_draft(
    *, visit: Visit, content: Mapping[str, Any], cools_days: int, draft: FeedbackDraft | None = None
) -> FeedbackDraft:
    """What she writes waits for her, alone, until the day she chose. Leaves no trace for anyone else."""
    if draft is None:
        draft = FeedbackDraft(person=visit.person, collaboration=visit.collaboration)
    if draft.person_id != visit.person.pk:
        raise NotAllowedError
    draft.content, draft.written_at = dict(content), visit.now
    draft.cools_until = (clock.day_of(visit.now) + timedelta(days=cools_days)).isoformat() if cools_days else ""
    draft.save()
    return draft


def drop_draft(*, draft: FeedbackDraft, visit: Visit) -> None:
    """The draft is gone. Refuses one of somebody else."""
    if draft.person_id != visit.person.pk:
        raise NotAllowedError
    draft.delete()
