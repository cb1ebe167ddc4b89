"""A thank-you note: kept as a draft for herself, shared once by an act of its own."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import ThankNote

from .tables import hold_table


def draft_thanks(*, visit: Visit, draft: str) -> None:
    """Keep what she is writing, for herself. Leaves no trace for anyone else, also when it was shared before."""
    ThankNote.objects.update_or_create(
        person=visit.person, collaboration=visit.collaboration, defaults={"draft": draft, "seat": visit.seat}
    )


@transaction.atomic
def share_thanks(*, seat: Seat, words: str, now: datetime) -> None:
    """The other reads exactly these words, from now on. History: that she thanked; once, also after the end.

    Refuses a second note: what was said stays.
    """
    hold_table(seat, may_be_closed=True)
    assert seat.person is not None, "who speaks here sits here"
    note, _is_new = ThankNote.objects.get_or_create(person=seat.person, collaboration=seat.collaboration)
    if note.shared_at:
        if note.words != words:
            raise NotAllowedError
        return
    note.words, note.draft, note.seat, note.shared_at = words, "", seat, now
    note.save()
    write_line(seat=seat, kind="thanks_shared", now=now)
