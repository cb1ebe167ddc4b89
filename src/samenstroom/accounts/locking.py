"""Closing an account for a while, by whoever runs the instance: after theft of a device, or when asked."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from samenstroom.accounts.events import note
from samenstroom.accounts.models import Person


class CannotLockError(Exception):
    """This person has no account that can be locked or opened again."""


@transaction.atomic
def lock_account(*, person: Person) -> bool:
    """She cannot sign in, is signed out everywhere and gets no mail; what she wrote stays as it is. Says whether that
    changed anything.

    History: none, it is nothing between the two. Nobody is told. Refuses who has no account.
    """
    _refuse_without_account(person)
    changed = Person.objects.filter(pk=person.pk, is_active=True).update(is_active=False)
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()
    note("locked", person)
    return bool(changed)


@transaction.atomic
def unlock_account(*, person: Person) -> bool:
    """She can sign in again, everywhere anew. Says whether that changed anything. Refuses who has no account."""
    _refuse_without_account(person)
    note("unlocked", person)
    return bool(Person.objects.filter(pk=person.pk, is_active=False).update(is_active=True))


def _refuse_without_account(person: Person) -> None:
    # Without an account "not active" means that somebody stopped, or never was: that is not ours to undo.
    if not person.has_account or person.erased_at:
        raise CannotLockError
