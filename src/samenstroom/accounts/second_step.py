"""A second step after the password: six digits from an app on her phone, and codes to keep for when the phone is gone.

The secrets lie in the tables of allauth, sealed by `WaysIn`. A passkey is strong by itself, so it asks no second step;
and having one does not ask it of who signs in with a password, or losing a phone would shut her out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

import qrcode
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, validate_totp_code
from django.db import transaction
from qrcode.image.svg import SvgPathFillImage

from samenstroom.kit.sealing import seal, unseal

from . import throttle
from .events import note_refused
from .models import Person

NAME = "Samenstroom"
Type = Authenticator.Type


class WrongCodeError(Exception):
    """These are not the digits of the app at this moment."""


class WaysIn(DefaultMFAAdapter):
    """How allauth keeps what belongs to a way in: sealed, and under our name."""

    def encrypt(self, text: str) -> str:
        """What is kept can be read only with the key outside the database."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself."""
        return unseal(encrypted_text)

    def is_mfa_enabled(self, user: Any, types: Iterable[str] | None = None) -> bool:
        """Whether a password is not enough: only with the second step on, never because of a passkey alone."""
        asked = set(types or [Type.TOTP])
        if {Type.TOTP, Type.WEBAUTHN} <= asked:
            asked = {Type.TOTP}
        return bool(super().is_mfa_enabled(user, types=asked))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Her device shows our name beside the passkey."""
        return {**super().get_public_key_credential_rp_entity(), "name": NAME}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """Her device shows her name and address beside the passkey."""
        handle = user_pk_to_url_str(user).encode("utf8")
        return {"id": handle, "display_name": user.name, "name": user.email or user.name}


def new_secret() -> str:
    """A secret that her app and we will share."""
    return str(generate_totp_secret())


def address_of(person: Person, secret: str) -> str:
    """What her app reads: the secret, our name and hers."""
    return str(get_adapter().build_totp_url(person, secret))


def picture_of(person: Person, secret: str) -> bytes:
    """The same as a picture to scan; black on white, also on a dark page."""
    code = qrcode.QRCode(border=3, box_size=8, image_factory=SvgPathFillImage)
    code.add_data(address_of(person, secret))
    drawn = BytesIO()
    code.make_image().save(drawn)
    return drawn.getvalue()


def second_step_since(person: Person) -> datetime | None:
    """When she turned the second step on; None when it is off."""
    found = Authenticator.objects.filter(user=person, type=Type.TOTP).first()
    return found.created_at if found else None


def start_second_step(*, person: Person, secret: str, code: str, now: datetime) -> None:
    """From now on a password asks six digits too, and there are ten codes to keep. On already: nothing changes.

    Raises WrongCodeError, or TooManyTriesError after five tries in a quarter of an hour.
    """
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        throttle.count_try(bucket=f"second-step:{person.pk}", limit=throttle.CODE, now=now, person=person)
    if not validate_totp_code(secret, code):
        note_refused("second step refused", person)
        raise WrongCodeError
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if second_step_since(person) is None:
            made = TOTP.activate(person, secret).instance
            Authenticator.objects.filter(pk=made.pk).update(created_at=now)
            RecoveryCodes.activate(person)


def stop_second_step(*, person: Person) -> bool:
    """A password is enough again, and the codes open nothing. Returns whether it was on."""
    gone, _each = Authenticator.objects.filter(user=person, type__in=[Type.TOTP, Type.RECOVERY_CODES]).delete()
    return bool(gone)


def spare_codes(person: Person) -> list[str]:
    """The codes she has not used; none without a second step."""
    found = Authenticator.objects.filter(user=person, type=Type.RECOVERY_CODES).first()
    return [f"{code[:4]} {code[4:]}" for code in RecoveryCodes(found).get_unused_codes()] if found else []


@transaction.atomic
def renew_spare_codes(*, person: Person) -> list[str]:
    """Ten new codes; the old ones open nothing. None without a second step."""
    Person.objects.select_for_update().get(pk=person.pk)
    if second_step_since(person) is None:
        return []
    Authenticator.objects.filter(user=person, type=Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(person)
    return spare_codes(person)


SEALED = ("secret", "seed", "name")
"""What is sealed in `Authenticator.data`: of the app, of the codes, and what she calls a passkey."""


@transaction.atomic
def reseal_ways_in() -> int:
    """Seal every secret again under the newest key; returns of how many ways in."""
    rows = list(Authenticator.objects.select_for_update())
    for row in rows:
        row.data |= {part: seal(unseal(row.data[part])) for part in SEALED if part in row.data}
    Authenticator.objects.bulk_update(rows, ["data"])
    return len(rows)
