"""Passkeys: her device holds the key and asks her finger, face or pin. What we keep opens nothing by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.db import transaction

from samenstroom.kit.sealing import seal, unseal
from samenstroom.kit.tokens import token_hash

from .events import note, note_refused
from .models import Person

MOST = 10
"""As many passkeys one person can have."""


class PasskeyRefusedError(Exception):
    """What the device sent is no passkey of this moment and place."""


class TooManyPasskeysError(Exception):
    """She has as many as one person can have."""


@dataclass(frozen=True)
class Passkey:
    """One passkey as she sees it; `key` stands in addresses."""

    key: str
    name: str
    made_at: datetime
    used_at: datetime | None


def passkeys_of(person: Person) -> list[Passkey]:
    """Hers, oldest first."""
    return [_seen(row) for row in _rows(person)]


def passkey_by_key(person: Person, key: str) -> Passkey | None:
    """One of hers."""
    return next((one for one in passkeys_of(person) if one.key == key), None)


def ask_to_make(person: Person) -> dict[str, Any]:
    """What her device needs to make one. The other half waits in her session."""
    return dict(auth.begin_registration(person, passwordless=True))


def ask_to_show(person: Person) -> dict[str, Any]:
    """What her device needs to show one of hers."""
    return dict(auth.begin_authentication(person))


def add_passkey(*, person: Person, name: str, credential: Any, now: datetime) -> None:
    """She can sign in with this device from now on.

    Raises PasskeyRefusedError, or TooManyPasskeysError when she has ten.
    """
    try:
        auth.parse_registration_response(credential)
        made = auth.complete_registration(credential)
    except (ValidationError, ValueError, KeyError) as error:
        raise PasskeyRefusedError from error
    if not made.is_user_verified():
        raise PasskeyRefusedError
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if len(_rows(person)) >= MOST:
            raise TooManyPasskeysError
        added = auth.WebAuthn.add(person, seal(name), credential).instance
        Authenticator.objects.filter(pk=added.pk).update(created_at=now)


@transaction.atomic
def rename_passkey(*, person: Person, key: str, name: str) -> None:
    """She calls it something else."""
    for row in _rows(person):
        if _key(row) == key:
            row.data["name"] = seal(name)
            row.save(update_fields=["data"])


@transaction.atomic
def remove_passkey(*, person: Person, key: str) -> bool:
    """This passkey opens nothing any more. Returns whether it was there."""
    gone = [row for row in _rows(person) if _key(row) == key]
    for row in gone:
        row.delete()
    return bool(gone)


def prove_with_passkey(*, person: Person, sent: Any) -> None:
    """She shows one of her passkeys once more. Raises PasskeyRefusedError, also after too many tries."""
    form = ReauthenticateWebAuthnForm(user=person, data={"credential": sent})
    if not form.is_valid():
        note_refused("proof refused", person)
        raise PasskeyRefusedError
    form.cleaned_data["credential"].record_usage()
    note("proof given", person)


def _rows(person: Person) -> list[Authenticator]:
    return list(Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN).order_by("pk"))


def _seen(row: Authenticator) -> Passkey:
    return Passkey(_key(row), unseal(row.data["name"]), row.created_at, row.last_used_at)


def _key(row: Authenticator) -> str:
    return token_hash(str(row.data["credential"]["id"]))[:16]
