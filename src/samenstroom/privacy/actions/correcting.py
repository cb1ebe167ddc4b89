"""Correcting what stands about her: her own name at a table, and a remark beside what she cannot change herself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import HistoryLine, Seat


@transaction.atomic
def rename_seat(*, seat: Seat, name: str, now: datetime) -> None:
    """She is called otherwise at this table from now on. History: that she is, with both names; the same name: nothing.

    What was signed keeps the name it was signed with. Also after the end, and for who reads along: it is her own name.
    """
    held = Seat.objects.select_for_update().get(pk=seat.pk)
    before, held.name = held.name, name
    if before == name:
        return
    held.save(update_fields=["name"])
    write_line(seat=held, kind="renamed", now=now, data={"before": before, "after": name})


@transaction.atomic
def remark_beside(*, seat: Seat, about: str, words: str, now: datetime) -> HistoryLine:
    """Both read that something is not right, according to her, with the day. Nothing of the other's is changed.

    History: this line itself. Also after the end: a right to correct does not end there. The same twice: once.
    """
    lies = HistoryLine.objects.filter(collaboration=seat.collaboration, seat=seat, kind="correction", withdrawn_at=None)
    same = next((one for one in lies if (one.data.get("what"), one.note) == (about, words)), None)
    return same or write_line(seat=seat, kind="correction", now=now, data={"what": about}, note=words)
