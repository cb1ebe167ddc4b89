"""From an invitation to a seat at the table: the claim and what follows from it, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts import links
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.collaborations.actions import NotAllowedError, sit_down
from samenstroom.collaborations.models import Seat


class OwnSideError(Exception):
    """Someone of the inviting side tried to take the other's seat."""


def refuse_own_side(*, link: PersonalLink, person: Person) -> None:
    """Raise OwnSideError when this person already sits at the table this link leads to (and is not its holder)."""
    seat = Seat.objects.filter(invitee=link.invitee).first()
    if seat is None or link.invitee.person_id == person.pk:
        return
    if (
        link.minted_by_id == person.pk
        or Seat.objects.filter(collaboration=seat.collaboration, person=person).exists()
    ):
        raise OwnSideError


@transaction.atomic
def claim_by_code(*, link: PersonalLink, code: str, language: str, now: datetime) -> Person:
    """She claims with a code of her own and sits down. History: she joined."""
    person = links.claim_with_code(link=link, code=code, language=language, now=now)
    sit_down(invitee=link.invitee, person=person, now=now)
    return person


def claim_by_email(*, link: PersonalLink, email: str, code: str, language: str, now: datetime) -> Person:
    """She claims with a code from her mail and sits down. History: she joined."""
    links.use_email_code(invitee=link.invitee, email=email, code=code, now=now)
    with transaction.atomic():
        person = links.claim_with_email(link=link, email=email, language=language, now=now)
        sit_down(invitee=link.invitee, person=person, now=now)
    return person


@transaction.atomic
def claim_as(*, link: PersonalLink, person: Person, now: datetime) -> Person:
    """Someone already known here claims it for herself and sits down. Refuses the inviting side."""
    refuse_own_side(link=link, person=person)
    links.claim_for_person(link=link, person=person, now=now)
    try:
        sit_down(invitee=link.invitee, person=person, now=now)
    except NotAllowedError:
        raise OwnSideError from None
    return person
