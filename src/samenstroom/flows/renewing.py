"""Ask for a new personal link on the page of one that no longer works."""

from __future__ import annotations

from datetime import datetime

from samenstroom.accounts.links import ask_for_new_link
from samenstroom.accounts.models import PersonalLink
from samenstroom.collaborations.models import Party, Seat

from .letters import letter_to


def request_new_link(*, link: PersonalLink | None, now: datetime) -> None:
    """The request waits for who can grant it, on Vandaag and, when mail is set up, in a mail.

    An unknown link leaves nothing behind. Raises TooManyTriesError after three requests in a day.
    """
    request = ask_for_new_link(link=link, now=now)
    if request is None:
        return
    seat = Seat.objects.filter(invitee=request.invitee).first()
    if seat is None:
        return
    for party in Party.objects.filter(collaboration=seat.collaboration_id).exclude(pk=seat.party_id):
        letter_to(party).queue("link_request", f"asked:{request.pk}", now)
