"""A day that will not be met: told with a new day, and answered by the other."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.planning.models import Task, TaskWord

from .tasks import held_task


@transaction.atomic
def tell_later(*, task: Task, seat: Seat, new_due: date, reason: str, now: datetime) -> TaskWord | None:
    """Whose task it is says that the day will not be met; her new day holds from now on.

    History: that it gets another day. The same day again changes nothing (None). The caller tells the other. Refuses
    who only reads along, the other side's task, one without a day, done or off the plan.
    """
    held = held_task(task, seat)
    if held.owner_id not in (None, seat.party_id) or held.due_on is None or held.done_at:
        raise NotAllowedError
    if held.due_on == new_due:
        return None
    word = TaskWord.objects.create(
        task=held, collaboration=held.collaboration, seat=seat, told_at=now, old_due=held.due_on, new_due=new_due,
        reason=reason,
    )  # fmt: skip
    held.due_on = new_due
    if held.owner_id == seat.party_id:
        held.promised_at = held.promised_at or now
    held.save(update_fields=["due_on", "promised_at"])
    write_line(seat=seat, kind="task_later", now=now)
    return word


@transaction.atomic
def answer_later(*, task: Task, seat: Seat, answer: str, due_on: date | None, words: str, now: datetime) -> None:
    """The other finds the new day fine, or names the day that holds instead. History: that she answered; once.

    Refuses who told it, who only reads along, and when no new day waits for an answer.
    """
    held = held_task(task, seat)
    word = held.words.select_related("seat").order_by("-told_at", "-pk").first()
    is_mine = word is None or word.seat is None or word.seat.party_id == seat.party_id
    if word is None or is_mine or word.answer or held.done_at:
        raise NotAllowedError
    word.answer, word.answer_words, word.answered_by, word.answered_at = answer, words, seat, now
    if answer == TaskWord.Answer.OTHER and due_on is not None:
        word.answer_due = held.due_on = due_on
        held.save(update_fields=["due_on"])
    word.save()
    write_line(seat=seat, kind="task_later_answered", now=now)
