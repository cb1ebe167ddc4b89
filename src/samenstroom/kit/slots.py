"""Slots: one row per run of periodic work, so that several schedulers together still start it once.

Time is cut into slots of so many minutes, counted from midnight UTC, 1 January 1970. Who inserts the row of a
slot runs the work; the database refuses the second.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, models, transaction

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def slot_of(moment: datetime, *, minutes: int) -> datetime:
    """The start of the slot of `minutes` in which `moment` (aware) falls."""
    length = timedelta(minutes=minutes)
    return EPOCH + ((moment - EPOCH) // length) * length


def once_per_slot(slots: type[models.Model], *, name: str, slot_at: datetime, run: Callable[[], object]) -> bool:
    """Calls `run` if nobody did so yet for this name and slot; says whether it did.

    `slots` is a model with `name` and `slot_at`, unique together. Row and work share one transaction: when
    `run` fails, the slot is free again.
    """
    try:
        with transaction.atomic():
            slots._base_manager.create(name=name, slot_at=slot_at)
            run()
    except IntegrityError:
        if not slots._base_manager.filter(name=name, slot_at=slot_at).exists():
            raise
        return False
    return True
