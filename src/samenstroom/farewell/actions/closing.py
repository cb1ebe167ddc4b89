"""Closing the collaboration: the last act at the table. And the questions about how it was, for each apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.exchanges.actions import draft_answer, save_answers, send_answer
from samenstroom.exchanges.models import ExchangeAnswer
from samenstroom.farewell.models import Ending
from samenstroom.kit import clock
from samenstroom.rules.closing import waits_for
from samenstroom.rules.life_cycle import Stage

from .tables import closing_envelopes, hold_table, nobody_across


@transaction.atomic
def close_ending(*, ending: Ending, seat: Seat, still_open: Sequence[str], now: datetime) -> None:
    """The collaboration is closed: all can be read, nothing new is done. The shared stage becomes learn.

    History: one line, with what is still open named in it; once, also when both close at the same moment. Refuses
    while the last day has not passed, and while the other can still answer.
    """
    if ending.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    table = hold_table(seat, may_be_closed=True)
    held = Ending.objects.get(pk=ending.pk)
    if held.closed_at:
        return
    if held.withdrawn_at or waits_for(held.notice(takes_part=not nobody_across(seat)), clock.day_of(now)):
        raise NotAllowedError
    Ending.objects.filter(pk=held.pk).update(closed_by=seat, closed_at=now)
    if table.stage != Stage.LEARN.value:
        table.stage, table.stage_since = Stage.LEARN.value, now
        table.save(update_fields=["stage", "stage_since"])
    write_line(seat=seat, kind="end_closed", now=now, note="\n".join(still_open))


@transaction.atomic
def keep_closing_answers(*, seat: Seat, answers: Mapping[str, str], now: datetime) -> ExchangeAnswer:
    """Keep how it was for her, for herself; nobody can tell that she did. Refuses before the end was announced."""
    table = hold_table(seat, may_be_closed=True)
    if not Ending.objects.filter(collaboration=table, withdrawn_at=None).exists():
        raise NotAllowedError
    draft = draft_answer(exchange=closing_envelopes(seat, now), seat=seat)
    save_answers(answer=draft, answers=answers)
    return draft


def send_closing_answers(*, answer: ExchangeAnswer, now: datetime) -> bool:
    """Close her envelope; both open when both have sent. History: only then, one line by the app."""
    return send_answer(answer=answer, kind="closing_opened", now=now)
