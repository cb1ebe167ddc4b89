"""Someone behind a personal link stops taking part."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts.links import withdraw_link
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.collaborations.actions import stand_up
from samenstroom.collaborations.models import Seat


@transaction.atomic
def leave_tables(*, person: Person, now: datetime) -> None:
    """Her seats are free again, her links work no more and she gets no mail. History: that she stopped.

    What was shared stays readable for the other; what was sealed stays sealed.
    """
    for seat in Seat.objects.filter(person=person).select_related("collaboration", "invitee"):
        for link in PersonalLink.objects.filter(invitee=seat.invitee, withdrawn_at=None):
            withdraw_link(link=link, now=now)
        stand_up(seat=seat, now=now)
    person.is_active = False
    person.save(update_fields=["is_active"])
