"""What a person does with a finding. All of it stays with her."""

from __future__ import annotations

from datetime import datetime

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.findings import record

from .models import SeenMark, ShownFinding
from .queries import Noticed


def keep_shown(*, visit: Visit, noticed: Noticed) -> ShownFinding:
    """Keep what she was shown, with its evidence and the version of its rule. Only once for the same facts."""
    shown, _made = ShownFinding.objects.get_or_create(
        person=visit.person,
        collaboration=visit.collaboration,
        fingerprint=noticed.mark,
        defaults={"finding": record(noticed.finding), "shown_at": visit.now},
    )
    return shown


def set_aside(*, shown: ShownFinding, reason: str, now: datetime) -> None:
    """It does not come back for the same facts."""
    shown.set_aside_at, shown.set_aside_reason = now, reason
    shown.save(update_fields=["set_aside_at", "set_aside_reason"])


def take_up_again(*, shown: ShownFinding) -> None:
    """She changed her mind: it may be seen again."""
    shown.set_aside_at, shown.set_aside_reason = None, ""
    shown.save(update_fields=["set_aside_at", "set_aside_reason"])


def mark_seen(*, person: Person, key: str, now: datetime) -> None:
    """She looked at it. Nobody else can know."""
    SeenMark.objects.get_or_create(person=person, key=key, defaults={"seen_at": now})
