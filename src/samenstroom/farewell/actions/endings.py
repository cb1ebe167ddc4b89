"""Announcing that it ends, confirming it, and going on after all."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.farewell.models import Ending, LastDay
from samenstroom.rules.life_cycle import Stage

from .tables import closing_envelopes


@transaction.atomic
def announce_ending(*, seat: Seat, how: str, last_on: date | None, words: str, now: datetime) -> Ending:
    """Both see that it ends: how, when, and exactly these words. The shared stage becomes farewell.

    History: one line, that it was announced, with the last day and the words. Announced twice, also by both at once,
    the first one stands and is returned. Refuses a colleague who only reads along, and a `how` that does not exist
    (ValueError).
    """
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    table = Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    standing = Ending.objects.filter(collaboration=table, withdrawn_at=None).first()
    if standing:
        return standing
    ending = Ending.objects.create(
        collaboration=table,
        how=Ending.How(how).value,
        words=words,
        last_on=last_on,
        announced_by=seat,
        announced_at=now,
    )
    if table.stage != Stage.FAREWELL.value:
        table.stage, table.stage_since = Stage.FAREWELL.value, now
        table.save(update_fields=["stage", "stage_since"])
    closing_envelopes(seat, now)
    data = {"last_on": last_on.isoformat()} if last_on else {}
    write_line(seat=seat, kind="end_announced", now=now, data=data, note=words)
    return ending


@transaction.atomic
def confirm_ending(*, ending: Ending, seat: Seat, now: datetime) -> None:
    """The other side says in writing: I read this, it ends. An open wish for another last day goes away.

    History: that she confirmed; once. Refuses the side that announced it, another table, and an ending that was taken
    back or closed.
    """
    held = Ending.objects.select_for_update().get(pk=ending.pk)
    if not _is_across(held, seat) or held.withdrawn_at or held.closed_at:
        raise NotAllowedError
    if held.confirmed_at is None:
        LastDay.objects.filter(ending=held, agreed_at=None, replaced_at=None).update(replaced_at=now)
        Ending.objects.filter(pk=held.pk).update(confirmed_by=seat, confirmed_at=now)
        write_line(seat=seat, kind="end_agreed", now=now)


@transaction.atomic
def withdraw_ending(*, ending: Ending, seat: Seat, now: datetime) -> None:
    """They go on after all: whoever announced it takes it back. The stage becomes adjusting, to talk from.

    History: that it was taken back; once. Refuses anybody else, and what is closed already.
    """
    held = Ending.objects.select_for_update(of=("self",)).select_related("announced_by").get(pk=ending.pk)
    mine = held.announced_by is not None and held.announced_by.party_id == seat.party_id
    if not mine or seat.party.speaker_id != seat.pk or held.closed_at:
        raise NotAllowedError
    if held.withdrawn_at is None:
        Ending.objects.filter(pk=held.pk).update(withdrawn_at=now)
        stage = {"stage": Stage.ADJUST.value, "stage_since": now}
        Collaboration.objects.filter(pk=held.collaboration_id).update(**stage)
        write_line(seat=seat, kind="end_withdrawn", now=now)


def _is_across(ending: Ending, seat: Seat) -> bool:
    """Whether this seat speaks for the side that did not announce it."""
    announcer = Seat.objects.filter(pk=ending.announced_by_id or 0).first()
    is_other = announcer is None or announcer.party_id != seat.party_id
    return is_other and seat.collaboration_id == ending.collaboration_id and seat.party.speaker_id == seat.pk
