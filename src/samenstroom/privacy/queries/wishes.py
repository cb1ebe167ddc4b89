"""Who wants to be erased."""

from __future__ import annotations

from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.privacy.models import ErasureWish


def erase_day_of(person: Person) -> date | None:
    """The day on which her things are erased; None when she did not ask for it."""
    wish = ErasureWish.objects.filter(person=person).first()
    return wish.erase_on if wish else None


def due_wishes(today: date) -> list[ErasureWish]:
    """The wishes whose two weeks are over."""
    return list(ErasureWish.objects.filter(erase_on__lte=today).select_related("person").order_by("pk"))
