"""What each chose about mail, which differs per world, and mail to Noor of which nobody knows whether it arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samenstroom.kit import tokens
from samenstroom.mail.choices import Chosen, choose_mail
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.mail_hours import Often
from samenstroom.rules.mail_subjects import Subject

if TYPE_CHECKING:
    from datetime import datetime

    from samenstroom.accounts.models import Person
    from tests.worlds import Secrets, World


def post(world: World, noor_keeps: Secrets, marleen_keeps: Secrets, start: datetime) -> None:
    """Before anything is mailed, so that all of it follows what they chose."""
    _chooses(world.noor, noor_keeps, start)
    _chooses(world.marleen, marleen_keeps, start)
    with tokens.seeded(460):
        world.own["mail_trouble"] = _uncertain(world.noor, "een", start).public_id
    for number in range(noor_keeps.more):
        _uncertain(world.noor, f"nog {number}", start)


def _chooses(person: Person, keeps: Secrets, start: datetime) -> None:
    often = list(Often)[keeps.more % len(Often)]
    chosen = Chosen(
        often=dict.fromkeys(Subject, often), a_day=keeps.more or None, opens=7 if keeps.sets_aside else 9,
        zone="Asia/Tokyo" if keeps.has_draft else "Europe/Amsterdam", holidays="BE" if keeps.more else "NL",
    )  # fmt: skip
    choose_mail(person=person, chosen=chosen, now=start)


def _uncertain(person: Person, key: str, start: datetime) -> OutgoingMail:
    """As a sender leaves it that was killed; without a mail server none can be made by an act."""
    return OutgoingMail.objects.create(
        unique_key=f"trouble:{key}", kind="rhythm_proposed", to_email=person.email or "", person=person,
        words={"name": "Noor", "other": "Marleen"}, secret={"link": "https://samenstroom.example/s/x/"},
        queued_at=start, not_before=start, sending_at=start, uncertain_at=start,
    )  # fmt: skip
