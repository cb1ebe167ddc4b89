"""Send what is due: once, or marked uncertain; never lost, and never silently twice.

A mail is claimed, brought to the server, and marked `sending_at` (its own transaction, on disk) just before its content
is handed over. A worker that dies before that leaves a claim, which runs out: trying again is safe. A worker that dies
after it leaves `sending_at`: then nobody knows, and the mail is set aside as uncertain for a person to decide.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.kit.tokens import public_id
from samenstroom.rules.mail_hours import next_mail_moment

from .choices import DIGEST, Chosen, chosen_by
from .gathering import gather_due, with_gathered
from .invitations import invitation_in
from .models import IS_WAITING, OutgoingMail
from .outbox import NothingLeftError, as_message
from .smtp import HandoverError, NotAllowedToSendError, Outcome, Parcel, Postman, Server

logger = logging.getLogger(__name__)

STUCK_AFTER = timedelta(minutes=15)
"""Longer than any conversation takes: who claimed it is gone."""
BACKOFF = timedelta(minutes=10)
LONGEST_BACKOFF = timedelta(hours=4)
MAX_TRIES = 22
"""With those waits about three days."""
KEPT_TO_SEND_AGAIN = timedelta(days=14)
"""As long as a personal link works."""
A_BATCH = 100


def deliver_due(*, now: datetime) -> int:
    """Send what is due; returns how many left. Safe to run twice at the same time, and to kill at any moment."""
    if settings.MAIL_MODE != "smtp":
        return 0
    set_aside_uncertain(now=now)
    gather_due(now=now)
    sent = 0
    with Postman(Server.from_settings()) as postman:
        for pk in list(due_mail(now).values_list("pk", flat=True)[:A_BATCH]):
            mail = _claimed(pk, now)
            if mail is None:
                continue
            try:
                sent += _deliver(mail, postman, now)
            except HandoverError:
                break  # the server is gone, and would be for the next one
    return sent


def due_mail(now: datetime) -> QuerySet[OutgoingMail]:
    """What should leave now, oldest first."""
    is_free = Q(claim="") | Q(claimed_at__lt=now - STUCK_AFTER)
    waiting = OutgoingMail.objects.filter(IS_WAITING, is_free, sending_at=None, gathered_at=None, not_before__lte=now)
    return waiting.order_by("queued_at", "pk")


def set_aside_uncertain(*, now: datetime) -> None:
    """What was being handed over when its worker died: nobody knows whether it arrived."""
    stuck = OutgoingMail.objects.filter(IS_WAITING, sending_at__lt=now - STUCK_AFTER)
    stuck.update(uncertain_at=now, claim="", last_error="content stopped")


def send_again(*, mails: QuerySet[OutgoingMail], now: datetime) -> int:
    """What failed or is uncertain leaves once more, as if it was just queued; returns how many.

    What was settled, or has no link any more, cannot.
    """
    asked = unsettled(mails).filter(secret__isnull=False)
    return asked.update(
        failed_at=None, uncertain_at=None, sending_at=None, claimed_at=None, claim="", tries=0, last_error="",
        queued_at=now, not_before=now,
    )  # fmt: skip


def leave_it(*, mails: QuerySet[OutgoingMail], now: datetime) -> int:
    """What failed or is uncertain stays so; its link is wiped. Returns how many."""
    asked = list(unsettled(mails).values_list("pk", flat=True))
    with_gathered(asked).update(secret=None)
    return OutgoingMail.objects.filter(pk__in=asked).update(settled_at=now, secret=None)


def forget_unsettled(*, now: datetime) -> int:
    """What nobody settled in the time a link works is left as it is, and its link wiped."""
    before = now - KEPT_TO_SEND_AGAIN
    old = OutgoingMail.objects.filter(Q(failed_at__lt=before) | Q(uncertain_at__lt=before))
    return leave_it(mails=old, now=now)


def unsettled(mails: QuerySet[OutgoingMail]) -> QuerySet[OutgoingMail]:
    """Of these, what failed or is uncertain and was not settled."""
    return mails.filter(Q(failed_at__isnull=False) | Q(uncertain_at__isnull=False), settled_at=None)


def _claimed(pk: int, now: datetime) -> OutgoingMail | None:
    """This worker alone has it now. None when another was first, or when she is not mailed at this moment.

    An invitation for a moment that has passed meanwhile stays home.
    """
    with transaction.atomic(durable=True):
        if not due_mail(now).filter(pk=pk).update(claim=public_id(), claimed_at=now):
            return None
    mail = OutgoingMail.objects.select_related("person", "by").get(pk=pk)
    invitation = invitation_in(mail)
    if invitation and invitation.is_over(now):
        _settle(mail, cancelled_at=now, claim="", secret=None)
        return None
    if mail.person is not None:
        return mail if _is_for_her_now(mail, mail.person, now) else None
    if invitation and _is_outside_hours(mail, Chosen(), now):
        return None
    return mail


def _is_for_her_now(mail: OutgoingMail, person: Person, now: datetime) -> bool:
    """Whether she is mailed at this moment: at the address she has now, and not when she stopped or has none."""
    if not person.is_active or not person.email:
        _settle(mail, cancelled_at=now, claim="", secret=None)
        return False
    if mail.to_email != person.email:
        mail.to_email = person.email
        _settle(mail, to_email=person.email)
    return not _waits(mail, chosen_by(person), now)


def _waits(mail: OutgoingMail, chosen: Chosen, now: datetime) -> bool:
    """Whether it has to wait after all: it became late, or she had her number for today. Then it is put back.

    Beyond her number it is gathered; an invitation waits as long, and then leaves by itself.
    """
    if _is_outside_hours(mail, chosen, now):
        return True
    if mail.kind == DIGEST or chosen.a_day is None:
        return False
    start = chosen.hours_at(now).start_of(now)
    today = OutgoingMail.objects.filter(person=mail.person, digest=None, sent_at__gte=start)
    if today.count() < chosen.a_day:
        return False
    gathered_at = None if invitation_in(mail) else now
    _settle(mail, gathered_at=gathered_at, not_before=chosen.next_gathering(now), claim="")
    return True


def _is_outside_hours(mail: OutgoingMail, chosen: Chosen, now: datetime) -> bool:
    """Whether it is no time for mail; then it waits until it is."""
    leaves_at = next_mail_moment(now, chosen.hours_at(now))
    if leaves_at > now:
        _settle(mail, not_before=leaves_at, claim="")
    return leaves_at > now


def _deliver(mail: OutgoingMail, postman: Postman, now: datetime) -> bool:
    """Whether the server took it. Raises HandoverError when the server itself is the trouble."""
    try:
        postman.hand_over(Parcel.of(as_message(mail)), may_send=lambda: _settle(mail, sending_at=now))
    except NotAllowedToSendError:
        _settle(mail, claim="")
        return False
    except NothingLeftError:
        _settle(mail, cancelled_at=now, claim="", secret=None)
        return False
    except HandoverError as error:
        _note(mail, error, now)
        if error.is_of_the_server:
            raise
        return False
    except (ValueError, KeyError) as error:
        # A mail we cannot write: no server is at fault, and trying again changes nothing.
        logger.exception("a mail of kind %s cannot be written", mail.kind)
        _settle(mail, failed_at=now, claim="", last_error=f"writing {type(error).__name__}")
        return False
    _took(mail, now)
    return True


@transaction.atomic
def _took(mail: OutgoingMail, now: datetime) -> None:
    """It left. Also when it was set aside meanwhile: now we do know."""
    OutgoingMail.objects.filter(pk=mail.pk).update(sent_at=now, secret=None, last_error="", claim="", uncertain_at=None)
    with_gathered([mail.pk]).update(sent_at=now, secret=None)


def _note(mail: OutgoingMail, error: HandoverError, now: datetime) -> None:
    """It did not leave, or nobody knows. Only a step and a number are kept: a server's answer may quote an address."""
    tries = mail.tries + 1
    known = {"tries": tries, "last_error": f"{error.step} {error.detail}", "claim": ""}
    if error.outcome is Outcome.UNCERTAIN:
        _settle(mail, uncertain_at=now, **known)
    elif error.outcome is Outcome.REFUSED or tries >= MAX_TRIES:
        _settle(mail, failed_at=now, sending_at=None, **known)
    else:
        wait = min(BACKOFF * 2 ** min(tries - 1, 10), LONGEST_BACKOFF)
        _settle(mail, sending_at=None, not_before=now + wait, **known)


def _settle(mail: OutgoingMail, **changes: object) -> bool:
    """Write what became of it, at once on disk, if this worker still has it and nobody took it back."""
    with transaction.atomic(durable=True):
        mine = OutgoingMail.objects.filter(IS_WAITING, pk=mail.pk, claim=mail.claim)
        return mine.update(**changes) == 1
