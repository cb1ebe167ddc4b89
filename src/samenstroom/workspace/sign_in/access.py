"""What the pages of coming in and of the practice fetch: each person her own."""

from __future__ import annotations

from allauth.account.models import Login
from django.http import Http404

from samenstroom.accounts.models import Membership, Person, Practice
from samenstroom.accounts.passkeys import Passkey, passkey_by_key, passkeys_of
from samenstroom.accounts.practices import administers, members_of
from samenstroom.workspace.access import practice_or_404


def passkey_or_404(person: Person, key: str) -> Passkey:
    """A passkey of her own."""
    found = passkey_by_key(person, key)
    if found is None:
        raise Http404
    return found


def has_passkeys(person: Person) -> bool:
    """Whether there is a passkey of hers to show."""
    return bool(passkeys_of(person))


def login_of(person: Person, redirect_url: str | None) -> Login:
    """Her coming in, that goes on to this page."""
    return Login(user=person, redirect_url=redirect_url)


def administered_practice_or_404(person: Person) -> Practice:
    """The practice she administers."""
    practice = practice_or_404(person)
    if not administers(practice, person):
        raise Http404
    return practice


def member_or_404(practice: Practice, seen_by: Person, public_id: str) -> Membership:
    """Who works there with her."""
    found = members_of(practice, seen_by=seen_by).filter(person__public_id=public_id).first()
    if found is None:
        raise Http404
    return found
