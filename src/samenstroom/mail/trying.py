"""One mail to try the settings with."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage

from samenstroom.kit.tokens import public_id

from .smtp import Parcel


def trial_parcel(address: str) -> Parcel:
    """A mail that says only that mail works; it is kept nowhere."""
    message = EmailMessage(
        subject="Samenstroom: mail works",
        body=f"This is a test from {settings.PUBLIC_URL}. Mail works. You need not do anything.\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[address],
        headers={"Message-ID": f"<{public_id()}@{settings.MAIL_DOMAIN}>", "Auto-Submitted": "auto-generated"},
    )
    return Parcel.of(message)
