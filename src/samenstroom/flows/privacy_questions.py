"""A question to the operator, and a mail that says no more than that there is one."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samenstroom.mail.outbox import queue_mail
from samenstroom.privacy.actions.questions import ask_operator
from samenstroom.privacy.models import PrivacyQuestion


@transaction.atomic
def put_question(*, name: str, contact: str, words: str, sender: str, now: datetime) -> PrivacyQuestion:
    """It waits for the operator, who gets a mail when mail is on and her address is known."""
    made = ask_operator(name=name, contact=contact, words=words, sender=sender, now=now)
    queue_mail(
        kind="privacy_question",
        to_email=settings.OPERATOR_EMAIL,
        language="nl",
        words={},
        secret={"link": settings.PUBLIC_URL + reverse("privacy")},
        unique_key=f"privacy-question:{made.public_id}",
        now=now,
    )
    return made
