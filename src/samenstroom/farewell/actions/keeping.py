"""How long both keep what is here: proposed by one, agreed by the other; also after the end."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.farewell.models import KeepTerm

from .tables import hold_table, is_ours


@transaction.atomic
def propose_term(*, seat: Seat, until: date, now: datetime) -> KeepTerm:
    """A day lies on the table until which both keep this. History: that it was proposed. The same again: nothing."""
    table = hold_table(seat, may_be_closed=True)
    lies = KeepTerm.objects.filter(collaboration=table, agreed_at=None, replaced_at=None)
    same = lies.filter(until=until, proposed_by__party=seat.party_id).first()
    if same:
        return same
    lies.update(replaced_at=now)
    write_line(seat=seat, kind="term_proposed", now=now, data={"until": until.isoformat()})
    return KeepTerm.objects.create(collaboration=table, until=until, proposed_by=seat, proposed_at=now)


@transaction.atomic
def agree_term(*, term: KeepTerm, seat: Seat, now: datetime) -> None:
    """The other side agrees; an earlier term is replaced by it. History: that she agreed; once.

    Refuses one's own proposal, and one that no longer lies there.
    """
    if term.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    hold_table(seat, may_be_closed=True)
    held = KeepTerm.objects.select_related("proposed_by").get(pk=term.pk)
    if held.replaced_at or is_ours(held.proposed_by, seat):
        raise NotAllowedError
    if KeepTerm.objects.filter(pk=held.pk, agreed_at=None).update(agreed_by=seat, agreed_at=now):
        others = KeepTerm.objects.filter(collaboration=held.collaboration_id, replaced_at=None)
        others.exclude(pk=held.pk).update(replaced_at=now)
        write_line(seat=seat, kind="term_agreed", now=now, data={"until": held.until.isoformat()})
