"""Practices and their members: verbs and questions."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from samenstroom.kit.tokens import new_token, token_hash

from .models import Membership, Person, Practice, PracticeInvitation

INVITATION_LIFETIME = timedelta(days=7)
ADMINISTRATOR, MEMBER = Membership.Role.ADMINISTRATOR.value, Membership.Role.MEMBER.value


class NotAMemberError(Exception):
    """Only who works in a practice may do this."""


class NotAnAdministratorError(Exception):
    """Only an administrator of the practice may do this."""


class LastAdministratorError(Exception):
    """Somebody else has to be administrator first: a practice with people in it has one."""


class InvitationGoneError(Exception):
    """The invitation was used, was withdrawn or ran out."""


@transaction.atomic
def start_practice(*, person: Person, name: str, now: datetime) -> Practice:
    """A new practice exists with this person as its first member, and its administrator."""
    practice = Practice.objects.create(name=name, created_at=now)
    Membership.objects.create(practice=practice, person=person, role=ADMINISTRATOR, joined_at=now)
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
    """Change the name; refuses who is no administrator there."""
    _must_administer(practice, by)
    practice.name = name
    practice.save(update_fields=["name"])


def invite_colleague(*, practice: Practice, by: Person, now: datetime) -> str:
    """Mint a link for a colleague, valid for a week and for one person. Returns the token, shown once.

    Refuses who is no administrator there.
    """
    _must_administer(practice, by)
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
    """She no longer works there; her own collaborations and notes stay hers. Invitations she made open nothing more.

    Refuses (LastAdministratorError) the only administrator while others work there.
    """
    _lock(practice)
    if _is_last_administrator(practice, person) and _current(practice).exclude(person=person).exists():
        raise LastAdministratorError
    _end(practice, person, now)


@transaction.atomic
def remove_member(*, practice: Practice, person: Person, by: Person, now: datetime) -> None:
    """A colleague no longer works there; everything of her own stays hers. Invitations she made open nothing more.

    Refuses who is no administrator, and an administrator who would remove herself: for that there is leaving.
    """
    _must_administer(practice, by)
    if person.pk == by.pk:
        raise NotAnAdministratorError
    _end(practice, person, now)


@transaction.atomic
def give_role(*, practice: Practice, person: Person, role: str, by: Person) -> None:
    """A member is administrator from now on, or no longer is. It opens nothing of anybody's work.

    Refuses who is no administrator (NotAnAdministratorError), and taking it from the last one (LastAdministratorError).
    """
    _lock(practice)
    _must_administer(practice, by)
    if role == MEMBER and _is_last_administrator(practice, person):
        raise LastAdministratorError
    _current(practice).filter(person=person).update(role=role)


@transaction.atomic
def hand_on_practices(*, person: Person) -> None:
    """For who goes away altogether: where she is the only administrator, whoever works there longest becomes it."""
    for practice in Practice.objects.filter(memberships__person=person, memberships__left_at=None):
        _lock(practice)
        heir = _current(practice).exclude(person=person).order_by("joined_at", "pk").first()
        if heir is not None and _is_last_administrator(practice, person):
            Membership.objects.filter(pk=heir.pk).update(role=ADMINISTRATOR)


def administers(practice: Practice, person: Person) -> bool:
    """Whether she is an administrator there now."""
    return _current(practice).filter(person=person, role=ADMINISTRATOR).exists()


def _end(practice: Practice, person: Person, now: datetime) -> None:
    waiting = PracticeInvitation.objects.filter(practice=practice, invited_by=person, accepted_at=None)
    waiting.filter(withdrawn_at=None).update(withdrawn_at=now)
    Membership.objects.filter(practice=practice, person=person, left_at=None).update(left_at=now)


def _current(practice: Practice) -> QuerySet[Membership]:
    return Membership.objects.filter(practice=practice, left_at=None)


def _lock(practice: Practice) -> None:
    """One at a time, so that two who step down at once do not leave nobody."""
    Practice.objects.select_for_update().get(pk=practice.pk)


def _is_last_administrator(practice: Practice, person: Person) -> bool:
    administrators = _current(practice).filter(role=ADMINISTRATOR)
    return administrators.filter(person=person).exists() and not administrators.exclude(person=person).exists()


def _must_administer(practice: Practice, person: Person) -> None:
    if not _current(practice).filter(person=person).exists():
        raise NotAMemberError
    if not administers(practice, person):
        raise NotAnAdministratorError
