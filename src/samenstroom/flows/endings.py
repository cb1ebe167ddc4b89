"""The end and mail: the other is told once that something stands there, and reminded once when it stays quiet."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions.endings import announce_ending, confirm_ending, withdraw_ending
from samenstroom.farewell.models import Ending
from samenstroom.kit import clock
from samenstroom.mail.outbox import cancel_mail, mail_is_on
from samenstroom.rules.closing import reminder_due_on

from .letters import Letter, letters_of


@transaction.atomic
def tell_ending(*, visit: Visit, how: str, last_on: date | None, words: str) -> Ending:
    """Announce that it ends, and tell the other side that something stands there. What it is, no mail says.

    When the other announced it at the same moment, hers stands and nobody gets a mail from this one.
    """
    ending = announce_ending(seat=visit.seat, how=how, last_on=last_on, words=words, now=visit.now)
    _tell(ending, visit.now)
    return ending


@transaction.atomic
def confirm_end(*, ending: Ending, seat: Seat, now: datetime) -> None:
    """She says in writing that she read it; mail that asked her for it stays home."""
    confirm_ending(ending=ending, seat=seat, now=now)
    _keep_home(ending, now)


@transaction.atomic
def take_back_end(*, ending: Ending, seat: Seat, now: datetime) -> None:
    """They go on after all; mail about the end stays home."""
    withdraw_ending(ending=ending, seat=seat, now=now)
    _keep_home(ending, now)


def sweep_endings(*, now: datetime) -> None:
    """Tell who was not told yet, and remind once, a week later, who has not answered. Harmless to repeat."""
    if not mail_is_on():
        return
    for ending in _waiting():
        _tell(ending, now)
        if clock.day_of(now) >= reminder_due_on(clock.day_of(ending.announced_at)):
            for letter in _letters(ending):
                letter.queue("end_reminder", _key("end-remind", ending), now)


def _waiting() -> QuerySet[Ending]:
    rows = Ending.objects.filter(confirmed_at=None, withdrawn_at=None, closed_at=None, last_days=None)
    return rows.select_related("collaboration", "announced_by").order_by("pk")


def _tell(ending: Ending, now: datetime) -> None:
    for letter in _letters(ending):
        letter.queue("end_announced", _key("end", ending), now)


def _letters(ending: Ending) -> list[Letter]:
    """To the side that did not announce it."""
    announcer = ending.announced_by
    if announcer is None:
        return []
    return [letter for letter in letters_of(ending.collaboration) if letter.to.pk != announcer.party_id]


def _keep_home(ending: Ending, now: datetime) -> None:
    for kind in ("end", "end-remind"):
        cancel_mail(unique_key=_key(kind, ending), now=now)


def _key(kind: str, ending: Ending) -> str:
    return f"{kind}:{ending.public_id}"
