"""Proving once more that it is she, right before something that counts: with her own password, or her own code."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from django.contrib.auth.hashers import check_password
from django.db import transaction

from . import throttle
from .events import note, note_refused
from .links import ClaimRefusedError, use_email_code
from .models import Invitee, Person

PROOF_A_DAY = throttle.Limit(20, timedelta(days=1))


class OwnWay(StrEnum):
    """What only she has: the password of her account, the code she chose, or a code sent to her own address."""

    ACCOUNT = "account"
    LINK_CODE = "link_code"
    LINK_EMAIL = "link_email"


class WrongProofError(Exception):
    """This is not her password or code."""


def own_way(person: Person, invitee: Invitee | None) -> OwnWay | None:
    """How this person proves who she is; None when there is nothing of her own to prove it with."""
    if person.has_account:
        return OwnWay.ACCOUNT
    if invitee is None or invitee.person_id != person.pk or invitee.claimed_at is None:
        return None
    if person.has_usable_password():
        return OwnWay.LINK_CODE
    return OwnWay.LINK_EMAIL if person.email and person.email_confirmed_at else None


def prove(*, person: Person, invitee: Invitee | None, secret: str, now: datetime) -> OwnWay:
    """Returns how she proved it. Call it outside a transaction that may roll back, or the tries roll back with it.

    Raises WrongProofError, or TooManyTriesError after five tries in a quarter of an hour.
    """
    way = own_way(person, invitee)
    if way is None:
        raise WrongProofError
    if way is OwnWay.LINK_EMAIL:
        assert invitee is not None
        try:
            use_email_code(invitee=invitee, email=str(person.email), code=secret, now=now)
        except ClaimRefusedError:
            raise WrongProofError from None
        note("proof given", person)
        return way
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        throttle.count_try(bucket=f"prove:{person.pk}", limit=throttle.CODE, now=now, person=person)
        throttle.count_try(bucket=f"prove-day:{person.pk}", limit=PROOF_A_DAY, now=now, person=person)
    if not check_password(secret, person.password):
        note_refused("proof refused", person)
        raise WrongProofError
    note("proof given", person)
    return way
