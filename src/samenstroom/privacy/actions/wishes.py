"""Wanting to be erased, and coming back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.privacy.models import ErasureWish

REFLECTION = timedelta(days=14)
"""In which she can come back."""


@transaction.atomic
def ask_erasure(*, person: Person, now: datetime) -> ErasureWish:
    """Her things will be erased after two weeks. History: nothing. Nobody is told. Asked twice: the first counts."""
    wish, _made = ErasureWish.objects.get_or_create(
        person=person, defaults={"asked_at": now, "erase_on": clock.day_of(now + REFLECTION)}
    )
    return wish


def come_back(*, person: Person) -> bool:
    """Nothing will be erased. History: nothing. Nobody is told. Says whether there was a wish."""
    gone, _what = ErasureWish.objects.filter(person=person).delete()
    return bool(gone)
