"""The next version: what was accepted put in, the same again on the table, and a last day that is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenstroom.agreements.models import AgreementVersion, ClauseProposal
from samenstroom.agreements.terms import clause_order
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import clock
from samenstroom.rules.agreement.amending import change_between, change_from
from samenstroom.rules.agreement.proposing import with_all

from .addenda import as_it_reads, put_addendum
from .negotiating import hold_open
from .open_proposals import waiting_proposals
from .versions import put_version, speaks

Content = dict[str, Any]


def accepted_of(collaboration_id: int) -> list[ClauseProposal]:
    """What was accepted and waits for the next version, in the order in which it was."""
    rows = waiting_proposals(collaboration_id).exclude(answered_at=None)
    return list(rows.order_by("answered_at", "pk"))


def content_with(version: AgreementVersion, accepted: Sequence[ClauseProposal]) -> Content:
    """The next text. Raises OtherGroundError when a part reads otherwise by now."""
    return with_all(version.content, [one.wanted for one in accepted], clause_order)


@transaction.atomic
def make_next(
    *, version: AgreementVersion, seat: Seat, shown: Sequence[str], now: datetime, expires_on: date | None = None
) -> AgreementVersion:
    """The next version lies on the table, with everything that was accepted; either side may do it.

    `shown` are the ids of what she read in it. What is about other parts goes on. History: that a version was put.
    Refuses who only reads along, a version that is not open, one with nothing accepted, and other things accepted than
    she read (NotAllowedError).
    """
    held = hold_open(seat)
    accepted = accepted_of(seat.collaboration_id)
    if held.pk != version.pk or not accepted or [one.public_id for one in accepted] != list(shown):
        raise NotAllowedError
    new = content_with(held, accepted)
    chosen = [one.pk for one in accepted]
    if held.amends is not None:
        change = change_between(as_it_reads(held.amends), new)
        made = put_addendum(seat=seat, base=held.amends, change=change, now=now, expires_on=expires_on)
    else:
        provider = held.provider or seat.party
        made = put_version(seat=seat, content=new, provider=provider, now=now, expires_on=expires_on)
    ClauseProposal.objects.filter(pk__in=chosen).update(taken_into=made, closed_at=None)
    return made


@transaction.atomic
def put_again(
    *, version: AgreementVersion, seat: Seat, now: datetime, expires_on: date | None = None
) -> AgreementVersion:
    """The text of a version whose last day is over lies on the table once more, as a new version.

    History: that a version was put. Refuses who only reads along, a version that did not lapse, and one while something
    else lies there (NotAllowedError).
    """
    speaks(seat)
    if version.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    held = AgreementVersion.objects.select_related("amends", "provider").get(pk=version.pk)
    others = AgreementVersion.objects.filter(collaboration=seat.collaboration_id, number__gt=held.number)
    if held.expired_at is None or others.exists():
        raise NotAllowedError
    if held.amends is not None:
        change = change_from(held.change)
        return put_addendum(seat=seat, base=held.amends, change=change, now=now, expires_on=expires_on)
    provider = held.provider or seat.party
    return put_version(seat=seat, content=held.content, provider=provider, now=now, expires_on=expires_on)


@transaction.atomic
def expire(*, version: AgreementVersion, now: datetime) -> bool:
    """The last day of this version is over: it cannot be signed any more. History: a line of the app; once."""
    Collaboration.objects.select_for_update().get(pk=version.collaboration_id)
    held = AgreementVersion.objects.get(pk=version.pk)
    if not held.is_open or held.expires_on is None or held.expires_on >= clock.day_of(now):
        return False
    AgreementVersion.objects.filter(pk=held.pk).update(expired_at=now)
    write_line(
        seat=None, collaboration=held.collaboration, kind="agreement_expired", now=now, data={"number": held.number}
    )
    return True


def past_their_day(now: datetime) -> list[AgreementVersion]:
    """Versions that lie open and whose last day is over."""
    rows = AgreementVersion.objects.filter(
        expires_on__lt=clock.day_of(now), expired_at=None, withdrawn_at=None, declined_at=None, signed_at=None
    )  # fmt: skip
    return list(rows.order_by("pk"))
