"""From an invitation to a seat at the table: the claim and what follows from it, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts import links
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.collaborations.actions import NotAllowedError, sit_down
from samenstroom.collaborations.models import Collaboration, Party, Seat


class OwnSideError(Exception):
    """Someone of the inviting side tried to take the other's seat."""


def refuse_own_side(*, link: PersonalLink, person: Person) -> None:
    """Raise OwnSideError for whoever made this link, sits at its table, or works in the practice of another side.

    The holder of the link herself is never refused.
    """
    seat = Seat.objects.filter(invitee=link.invitee).first()
    if seat is None or link.invitee.person_id == person.pk:
        return
    if link.minted_by_id == person.pk or _sits_at(seat.collaboration, person) or _is_colleague(seat, person):
        raise OwnSideError


def _sits_at(collaboration: Collaboration, person: Person) -> bool:
    return Seat.objects.filter(collaboration=collaboration, person=person).exists()


def _is_colleague(seat: Seat, person: Person) -> bool:
    """Works in the practice of another party at this table, even if she does not read along there."""
    others = Party.objects.filter(collaboration=seat.collaboration).exclude(pk=seat.party_id)
    return others.filter(practice__memberships__person=person, practice__memberships__left_at=None).exists()


@transaction.atomic
def claim_by_code(*, link: PersonalLink, code: str, language: str, now: datetime) -> Person:
    """She claims with a code of her own and sits down. History: she joined."""
    person = links.claim_with_code(link=link, code=code, language=language, now=now)
    sit_down(invitee=link.invitee, person=person, now=now)
    return person


def claim_by_email(*, link: PersonalLink, email: str, code: str, language: str, now: datetime) -> Person:
    """She claims with a code from her mail and sits down. History: she joined.

    Someone who holds another link with this address takes this seat as the same person. Refuses an address of an
    account (`has_account`: she signs in first and claims as herself) and one that opens an earlier place at this very
    table (`in_use`: after a new start she chooses a code of her own).
    """
    links.use_email_code(invitee=link.invitee, email=email, code=code, now=now)
    known = links.holder_of_address(email)
    if known and known.has_account:
        raise links.ClaimRefusedError("has_account")
    if known and known.is_active:
        if not _is_free_to_sit(link, known):
            raise links.ClaimRefusedError("in_use")
        return claim_as(link=link, person=known, now=now)
    with transaction.atomic():
        person = links.claim_with_email(link=link, email=email, language=language, now=now)
        sit_down(invitee=link.invitee, person=person, now=now)
    return person


def _is_free_to_sit(link: PersonalLink, person: Person) -> bool:
    try:
        refuse_own_side(link=link, person=person)
    except OwnSideError:
        return False
    return True


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
