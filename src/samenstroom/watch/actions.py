"""What a person does with a finding. All of it stays with her."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.findings import record
from samenstroom.rules.visibility import Circle

from .gather import known_of
from .models import SeenMark, ShownFinding
from .queries import Noticed, noticed_from, shown_rows

SNOOZE = timedelta(weeks=2)
ASK_AFTER = timedelta(weeks=2)


def keep_shown(*, visit: Visit, noticed: Noticed) -> ShownFinding:
    """Keep what she was shown, with its evidence and the version of its rule. Only once for the same facts."""
    shown, _made = ShownFinding.objects.get_or_create(
        person=visit.person,
        collaboration=visit.collaboration,
        fingerprint=noticed.mark,
        defaults={"finding": record(noticed.finding), "shown_at": visit.now},
    )
    return shown


def forget_unfounded(*, visit: Visit) -> None:
    """What was shown to her alone here and no longer rests on any fact is gone, with her reason to set it aside."""
    still = {one.mark for one in noticed_from(visit, known_of(visit.person, [visit])[visit.collaboration.pk])}
    for shown in shown_rows(visit.person).filter(collaboration=visit.collaboration).exclude(fingerprint__in=still):
        if shown.finding["audience"] == Circle.PRIVATE.value:
            shown.delete()


def set_aside(*, shown: ShownFinding, reason: str, now: datetime) -> None:
    """It does not come back for the same facts."""
    shown.set_aside_at, shown.set_aside_reason = now, reason
    shown.save(update_fields=["set_aside_at", "set_aside_reason"])


def take_up_again(*, shown: ShownFinding) -> None:
    """She changed her mind: it may be seen again."""
    shown.set_aside_at, shown.set_aside_reason, shown.snoozed_until = None, "", None
    shown.save(update_fields=["set_aside_at", "set_aside_reason", "snoozed_until"])


def snooze(*, shown: ShownFinding, today: date) -> None:
    """It rests for two weeks; nothing is decided."""
    shown.snoozed_until = today + SNOOZE
    shown.save(update_fields=["snoozed_until"])


def note_talked(*, shown: ShownFinding, today: date) -> None:
    """They talked about it: it rests, and later she is asked once whether it helped."""
    shown.talked_on, shown.snoozed_until = today, today + ASK_AFTER
    shown.save(update_fields=["talked_on", "snoozed_until"])


def note_helped(*, shown: ShownFinding, helped: str, now: datetime) -> None:
    """She says whether talking helped."""
    shown.helped, shown.asked_helped_at = helped, now
    shown.save(update_fields=["helped", "asked_helped_at"])


def mark_seen(*, person: Person, key: str, now: datetime) -> None:
    """She looked at it. Nobody else can know."""
    SeenMark.objects.get_or_create(person=person, key=key, defaults={"seen_at": now})
