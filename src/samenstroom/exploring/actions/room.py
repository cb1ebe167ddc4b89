"""What she keeps about her own room. Nobody is told, nothing shared is written."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.models import Asked, OwnRoom


def save_room(
    *, person: Person, hours: Decimal | None, income: Decimal | None, energy: int | None, now: datetime
) -> None:
    """What she has to give; what she left open stays open. The latest counts."""
    kept = {"hours": _text(hours), "income": _text(income), "energy": energy, "saved_at": now}
    OwnRoom.objects.update_or_create(person=person, defaults=kept)


def save_asked(
    *,
    person: Person,
    collaboration: Collaboration,
    hours: Decimal | None,
    income: Decimal | None,
    energy: int | None,
    starts_on: date | None,
    is_running: bool,
    now: datetime,
) -> None:
    """What this collaboration asks of her and brings; what she left open stays open. The latest counts."""
    kept = {
        "hours": _text(hours),
        "income": _text(income),
        "energy": energy,
        "starts_on": starts_on.isoformat() if starts_on else "",
        "is_running": is_running,
        "saved_at": now,
    }
    Asked.objects.update_or_create(person=person, collaboration=collaboration, defaults=kept)


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)
