"""Holding a table while something is done at its end: who speaks, and not after it was closed."""

from __future__ import annotations

from datetime import datetime

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.exchanges.actions import start_exchange
from samenstroom.exchanges.models import Exchange
from samenstroom.farewell.models import Ending


class ClosedError(NotAllowedError):
    """This collaboration is closed: everything can be read, nothing new is done."""


def hold_table(seat: Seat, *, may_be_closed: bool = False) -> Collaboration:
    """Lock the table of this seat until the transaction ends.

    Refuses a colleague who only reads along (NotAllowedError) and a closed collaboration (ClosedError), unless what is
    done stays possible after the end.
    """
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    table = Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    if not may_be_closed and is_closed(table.pk):
        raise ClosedError
    return table


def is_closed(collaboration: int) -> bool:
    """Whether the end of this collaboration was closed."""
    return Ending.objects.filter(collaboration=collaboration, withdrawn_at=None).exclude(closed_at=None).exists()


def nobody_across(seat: Seat) -> bool:
    """Whether nobody of the other side takes part."""
    others = Seat.objects.filter(collaboration=seat.collaboration_id, person__isnull=False)
    return not others.exclude(party=seat.party_id).exists()


def closing_envelopes(seat: Seat, now: datetime) -> Exchange:
    """The envelopes for how it was, for both sides; they lie there from the announcement on, so that they tell nothing
    about who began to write.
    """
    rows = Exchange.objects.filter(collaboration=seat.collaboration_id, purpose=Ending.PURPOSE, closed_at=None)
    return rows.first() or start_exchange(seat=seat, purpose=Ending.PURPOSE, now=now)


def is_ours(proposer: Seat | None, seat: Seat) -> bool:
    """Whether somebody of this side did it."""
    return proposer is not None and proposer.party_id == seat.party_id
