"""Taking a step of the ladder."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.adjusting.models import Conflict, LadderMove
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.kit import clock
from samenstroom.rules.ladder import Ladder, Step

from .conflicts import held_open


class TooEarlyError(Exception):
    """The day lies before the step they were on began, or is yet to come."""


@transaction.atomic
def move_ladder(
    *, conflict: Conflict, seat: Seat, ladder: Ladder, step: Step, on: date, other_takes_part: bool, now: datetime
) -> LadderMove:
    """They are on this step since that day, with the days it gets; either side may take it. Alone it is noted.

    History: that a step was taken, with its day; the same step twice is one. The caller tells the other. Refuses who
    only reads along, a step that is not above the last one (NotAllowedError), and a day that cannot be (TooEarlyError).
    """
    held = held_open(conflict, seat)
    last = LadderMove.objects.filter(conflict=held).order_by("began_on", "pk").last()
    if last is not None and last.step == step.value:
        return last
    rung = next((one for one in ladder.after(Step(last.step) if last else None) if one.step is step), None)
    if rung is None:
        raise NotAllowedError
    if on > clock.day_of(now) or (last is not None and on < last.began_on):
        raise TooEarlyError
    made = LadderMove.objects.create(
        conflict=held,
        collaboration=held.collaboration,
        step=step.value,
        began_on=on,
        due_on=rung.due_on(on),
        is_agreed=ladder.is_agreed,
        moved_by=seat,
        moved_at=now,
        noted_at=None if other_takes_part else now,
    )
    write_line(seat=seat, kind="ladder_moved" if other_takes_part else "ladder_noted", now=now, happened_on=on)
    return made
