"""A question to who runs this instance, from anybody; it is compared with nobody we know."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from samenstroom.accounts.throttle import Limit, count_try
from samenstroom.privacy.models import PrivacyQuestion

FROM_ONE_PLACE = Limit(3, timedelta(days=1))
IN_ALL = Limit(100, timedelta(days=1))
KEPT_AFTER_ANSWER = timedelta(days=365)


@transaction.atomic
def ask_operator(*, name: str, contact: str, words: str, sender: str, now: datetime) -> PrivacyQuestion:
    """The question waits for the operator. History: nothing. The same answer whoever asks, about whomever.

    Refuses more than three a day from one place, or a hundred in all (TooManyTriesError).
    """
    count_try(bucket=f"privacy:{sender}", limit=FROM_ONE_PLACE, now=now)
    count_try(bucket="privacy:all", limit=IN_ALL, now=now)
    return PrivacyQuestion.objects.create(name=name, contact=contact, words=words, asked_at=now)


def answered(*, public_id: str, now: datetime) -> bool:
    """The operator answered it; says whether there was such a question. Twice changes nothing."""
    found = PrivacyQuestion.objects.filter(public_id=public_id)
    found.filter(answered_at=None).update(answered_at=now)
    return found.exists()


def forget_answered(*, now: datetime) -> int:
    """Questions that were answered a year ago are gone; returns how many."""
    gone, _what = PrivacyQuestion.objects.filter(answered_at__lt=now - KEPT_AFTER_ANSWER).delete()
    return gone
