"""No more mail of this kind: what one press under a mail does."""

from __future__ import annotations

from datetime import datetime

from samenstroom.rules.mail_hours import Often
from samenstroom.rules.mail_subjects import Subject

from .choices import Chosen, choose_mail, chosen_by
from .models import IS_WAITING, MailStop, OutgoingMail
from .outbox import STOPPED
from .ways import Way, address_hash

GATHERED = frozenset({Often.DAILY, Often.WEEKLY})


def stop(*, way: Way, now: datetime) -> None:
    """She gets no more mail about this subject; what waits stays home. Nobody is told, and pressing twice is the same.

    Under the mail in which others are gathered it is everything that she had gathered, or else everything. Under a mail
    at an address that somebody typed it is every mail that this person asks for; who asks sees that it is not sent.
    """
    if way.person is not None:
        chosen = chosen_by(way.person)
        gathered = {subject for subject, often in chosen.often.items() if often in GATHERED}
        ends = {way.subject} if way.subject else gathered or set(Subject)
        often = {**chosen.often, **dict.fromkeys(ends, Often.NEVER)}
        choose_mail(person=way.person, chosen=Chosen(**{**vars(chosen), "often": often}), now=now)
    elif way.by is not None:
        _stop_address(way, now)


def _stop_address(way: Way, now: datetime) -> None:
    MailStop.objects.get_or_create(person=way.by, address_hash=way.address_hash, defaults={"stopped_at": now})
    for mail in OutgoingMail.objects.filter(IS_WAITING, by=way.by, person=None, claim=""):
        if address_hash(mail.to_email) == way.address_hash:
            mail.failed_at, mail.last_error, mail.secret = now, STOPPED, None
            mail.save(update_fields=["failed_at", "last_error", "secret"])
