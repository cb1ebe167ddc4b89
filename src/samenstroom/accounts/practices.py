"""Practices and their members: verbs and questions."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from samenstroom.kit.tokens import new_token, token_hash

from .models import Membership, Person, Practice, PracticeInvitation

INVITATION_LIFETIME = timedelta(days=7)


class NotAMemberError(Exception):
    """Only who works in a practice may do this."""


class InvitationGoneError(Exception):
    """The invitation was used, was withdrawn or ran out."""


@transaction.atomic
def start_practice(*, person: Person, name: str, now: datetime) -> Practice:
    """A new practice exists with this person as its first member."""
    practice = Practice.objects.create(name=name, created_at=now)
    Membership.objects.create(practice=practice, person=person, joined_at=now)
    return practice


def practice_of(person: Person) -> Practice | None:
    """The practice this person works in now (the first, when several)."""
    return Practice.objects.filter(memberships__person=person, memberships__left_at=None).order_by("pk").first()


def members_of(practice: Practice, *, seen_by: Person) -> QuerySet[Membership]:
    """Who works there now, for someone who works there; for anyone else nobody."""
    inside = Membership.objects.filter(person=seen_by, left_at=None).values("practice")
    current = Membership.objects.filter(practice=practice, left_at=None, practice__in=inside)
    return current.select_related("person").order_by("joined_at")


def rename_practice(*, practice: Practice, by: Person, name: str) -> None:
    """Change the name; refuses who does not work there."""
    _must_work_in(practice, by)
    practice.name = name
    practice.save(update_fields=["name"])


def invite_colleague(*, practice: Practice, by: Person, now: datetime) -> str:
    """Mint a link for a colleague, valid for a week and for one person. Returns the token, shown once."""
    _must_work_in(practice, by)
    token = new_token()
    PracticeInvitation.objects.create(
        practice=practice,
        token_hash=token_hash(token),
        invited_by=by,
        invited_at=now,
        expires_at=now + INVITATION_LIFETIME,
    )
    return token


def find_invitation(token: str, now: datetime) -> PracticeInvitation | None:
    """The invitation behind a token while it can still be accepted."""
    return (
        PracticeInvitation.objects.select_related("practice", "invited_by")
        .filter(token_hash=token_hash(token), accepted_at=None, withdrawn_at=None, expires_at__gt=now)
        .first()
    )


@transaction.atomic
def accept_invitation(*, invitation: PracticeInvitation, person: Person, now: datetime) -> Membership:
    """The person works in the practice from now on. She sees nothing private of her colleagues.

    Refuses (InvitationGoneError) when somebody was first, or when it can no longer be accepted.
    """
    waiting = PracticeInvitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    if not waiting.filter(expires_at__gt=now).update(accepted_at=now):
        raise InvitationGoneError
    membership, _made = Membership.objects.get_or_create(
        practice=invitation.practice, person=person, left_at=None, defaults={"joined_at": now}
    )
    return membership


@transaction.atomic
def leave_practice(*, practice: Practice, person: Person, now: datetime) -> None:
    """She no longer works there; her own collaborations and notes stay hers. Invitations she made open nothing more."""
    waiting = PracticeInvitation.objects.filter(practice=practice, invited_by=person, accepted_at=None)
    waiting.filter(withdrawn_at=None).update(withdrawn_at=now)
    Membership.objects.filter(practice=practice, person=person, left_at=None).update(left_at=now)


def _must_work_in(practice: Practice, person: Person) -> None:
    if not Membership.objects.filter(practice=practice, person=person, left_at=None).exists():
        raise NotAMemberError
