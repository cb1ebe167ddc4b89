"""Look in the outbox: her own mail that may not have arrived, counts for the operator, a preview for developers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from samenstroom.accounts.addresses import has_proven_address
from samenstroom.accounts.models import Person

from .delivery import due_mail, unsettled
from .models import IS_WAITING, OutgoingMail
from .outbox import NothingLeftError, as_message


@dataclass(frozen=True)
class MailView:
    """One mail as it would leave."""

    public_id: str
    to: str
    queued_at: datetime
    subject: str
    text: str


def newest_mail() -> list[MailView]:
    """The newest hundred mails, newest first."""
    mails = OutgoingMail.objects.exclude(to_email="").select_related("person", "by").order_by("-queued_at", "-pk")[:100]
    return [view for mail in mails if (view := _view(mail))]


def mail_by_id(public_id: str) -> MailView | None:
    """One mail."""
    mail = OutgoingMail.objects.filter(public_id=public_id).exclude(to_email="").first()
    return _view(mail) if mail else None


def _view(mail: OutgoingMail) -> MailView | None:
    try:
        message = as_message(mail)
    except NothingLeftError:
        return None
    return MailView(mail.public_id, mail.to_email, mail.queued_at, str(message.subject), str(message.body))


def mails_of(person: Person) -> QuerySet[OutgoingMail]:
    """Mail to her; and, at an address that she proved is hers, what reached it because somebody typed it.

    Of mail that somebody else took back nobody hears.
    """
    hers = Q(person=person)
    if person.email and has_proven_address(person):
        hers |= Q(person=None, to_email__iexact=person.email, sent_at__isnull=False)
    return OutgoingMail.objects.filter(hers)


def troubles_of(person: Person) -> QuerySet[OutgoingMail]:
    """Mail to her, or to an address she typed, that failed or of which nobody knows; newest first.

    Mail to somebody else's own address is not hers to see, whatever became of it.
    """
    return unsettled(OutgoingMail.objects.filter(_is_hers(person))).order_by("-queued_at", "-pk")


def trouble_by_id(person: Person, public_id: str) -> QuerySet[OutgoingMail]:
    """One of those, as a set of one or none."""
    return OutgoingMail.objects.filter(_is_hers(person), public_id=public_id)


def _is_hers(person: Person) -> Q:
    return Q(person=person) | Q(by=person, person=None)


def in_trouble(*, is_uncertain: bool) -> QuerySet[OutgoingMail]:
    """Everything that is uncertain, or that failed, of everybody: for the operator, to settle without reading."""
    return unsettled(OutgoingMail.objects.filter(uncertain_at__isnull=not is_uncertain))


@dataclass(frozen=True)
class OutboxCounts:
    """How the outbox stands, in numbers: nobody's address, name or link."""

    waiting: int
    retrying: Counter[str]
    gathered: int
    sent_today: int
    oldest_due: datetime | None
    failed: Counter[tuple[str, str]]
    uncertain: Counter[tuple[str, str]]


def outbox_counts(now: datetime) -> OutboxCounts:
    """What waits, what is tried again and why, and what failed or is uncertain: per kind and error."""
    waiting = OutgoingMail.objects.filter(IS_WAITING, digest=None)
    open_ = unsettled(OutgoingMail.objects.all())
    oldest = due_mail(now).order_by("not_before").first()
    return OutboxCounts(
        waiting=waiting.filter(gathered_at=None).count(),
        retrying=Counter(waiting.filter(tries__gt=0).values_list("last_error", flat=True)),
        gathered=waiting.filter(gathered_at__isnull=False).count(),
        sent_today=OutgoingMail.objects.filter(sent_at__gt=now - timedelta(days=1), digest=None).count(),
        oldest_due=oldest.not_before if oldest else None,
        failed=Counter(open_.filter(uncertain_at=None).values_list("kind", "last_error")),
        uncertain=Counter(open_.filter(uncertain_at__isnull=False).values_list("kind", "last_error")),
    )
