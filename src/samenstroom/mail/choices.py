"""When and how often one person is mailed: what she chose, or what is usual; and how that plans a mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.kit.public_holidays import holidays_around
from samenstroom.rules.mail_hours import MailHours, Often, Plan, next_gathering, plan_mail
from samenstroom.rules.mail_subjects import Subject, subject_of

from .invitations import invitation_in
from .models import IS_WAITING, MailChoice, OutgoingMail

DIGEST = "digest"
"""The kind of the mail in which others are gathered."""


@dataclass(frozen=True)
class Chosen:
    """What one person chose, for forms and for planning."""

    zone: str = "Europe/Amsterdam"
    opens: int = 8
    closes: int = 18
    weekdays: frozenset[int] = frozenset(range(5))
    holidays: str = "NL"
    weekly_on: int = 0
    a_day: int | None = None
    often: Mapping[Subject, Often] = field(default_factory=dict)

    def hours_at(self, moment: datetime) -> MailHours:
        """Her hours, with the public holidays around this moment."""
        zone = ZoneInfo(self.zone)
        around = holidays_around(self.holidays, moment.astimezone(zone).date())
        return MailHours(zone, self.opens, self.closes, self.weekdays, around, self.weekly_on)

    def often_for(self, kind: str) -> Often:
        """How often she wants mail of this kind. What is gathered already comes in one mail, when that is ready."""
        return Often.AT_ONCE if kind == DIGEST else self.often.get(subject_of(kind), Often.AT_ONCE)

    def next_gathering(self, moment: datetime) -> datetime:
        """When what is too much for one day leaves, gathered in one mail."""
        return next_gathering(moment, self.hours_at(moment))

    def plan(self, kind: str, moment: datetime, needed_at: datetime | None = None) -> Plan | None:
        """When a mail of this kind, ready at this moment, leaves; None when she wants none of it.

        `needed_at`: it comes with a file for her calendar, which is needed by then.
        """
        return plan_mail(self.often_for(kind), moment, self.hours_at(moment), needed_at)


def chosen_by(person: Person) -> Chosen:
    """What she chose; without a choice, what is usual."""
    kept = MailChoice.objects.filter(person=person).first()
    if kept is None:
        return Chosen()
    return Chosen(
        zone=kept.zone,
        opens=kept.opens,
        closes=kept.closes,
        weekdays=frozenset(int(one) for one in kept.weekdays),
        holidays=kept.holidays,
        weekly_on=kept.weekly_on,
        a_day=kept.a_day,
        often={Subject(subject): Often(often) for subject, often in kept.often.items()},
    )


@transaction.atomic
def choose_mail(*, person: Person, chosen: Chosen, now: datetime) -> None:
    """This is when and how often she is mailed from now on, also for mail that waits.

    No history, and nobody is told: it is hers alone. What she does not want any more stays home.
    """
    MailChoice.objects.update_or_create(
        person=person,
        defaults={
            "zone": chosen.zone,
            "opens": chosen.opens,
            "closes": chosen.closes,
            "weekdays": "".join(str(day) for day in sorted(chosen.weekdays)),
            "holidays": chosen.holidays,
            "weekly_on": chosen.weekly_on,
            "a_day": chosen.a_day,
            "often": {subject.value: often.value for subject, often in chosen.often.items()},
            "changed_at": now,
        },
    )
    waiting = OutgoingMail.objects.filter(IS_WAITING, person=person, digest=None, claim="").exclude(kind=DIGEST)
    for mail in waiting.select_for_update():
        invitation = invitation_in(mail)
        needed_at = invitation.needed_at if invitation else None
        follow_plan(mail, chosen.plan(mail.kind, now, needed_at), now)
        mail.save(update_fields=["not_before", "gathered_at", "cancelled_at", "secret"])


def follow_plan(mail: OutgoingMail, plan: Plan | None, now: datetime) -> None:
    """The mail (not saved yet) leaves as planned, waits to be gathered, or stays home."""
    if plan is None:
        mail.cancelled_at, mail.secret = now, None
        return
    mail.not_before = plan.leaves_at
    mail.gathered_at = now if plan.is_gathered else None
