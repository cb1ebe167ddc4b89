"""A page both agree on: proposed, accepted, proposed otherwise; noted by one who is alone at the table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import QuerySet

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.planning.models import ProposedPage

Page = TypeVar("Page", bound=ProposedPage)


@transaction.atomic
def propose_page(
    kind: type[Page], *, seat: Seat, content: Mapping[str, Any], other_takes_part: bool, now: datetime
) -> Page:
    """A page of this kind lies on the table and holds once the other accepts it; alone it is noted.

    Takes the place of an open proposal; what holds goes on until the new one is accepted. History: that it was proposed
    or noted; the same again changes nothing. Refuses who only reads along (NotAllowedError).
    """
    _speaks(seat)
    there = _there(kind, seat)
    same = next((one for one in there if one.content == content), None)
    if same:
        return same
    waiting = there.filter(accepted_at=None, noted_at=None) if other_takes_part else there
    waiting.update(replaced_at=now)
    write_line(seat=seat, kind=f"{kind.LINE}_{'proposed' if other_takes_part else 'noted'}", now=now)
    return kind._default_manager.create(
        collaboration=seat.collaboration, content=dict(content), proposed_by=seat, proposed_at=now,
        noted_at=None if other_takes_part else now,
    )  # fmt: skip


@transaction.atomic
def accept_page(*, page: ProposedPage, seat: Seat, now: datetime) -> None:
    """The other side says yes: from now on this page holds, and the one before no more. History: that she did; once.

    A page that one noted alone can be accepted later. Refuses one's own proposal and one that is gone
    (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(page, seat)
    is_own = held.proposed_by is None or held.proposed_by.party_id == seat.party_id
    if is_own or not held.is_there:
        raise NotAllowedError
    if held.accepted_at:
        return
    _there(type(held), seat).exclude(pk=held.pk).update(replaced_at=now)
    type(held)._default_manager.filter(pk=held.pk).update(accepted_by=seat, accepted_at=now)
    write_line(seat=seat, kind=f"{held.LINE}_accepted", now=now)


@transaction.atomic
def drop_page(*, page: ProposedPage, seat: Seat, now: datetime) -> None:
    """A proposal lies on the table no more: taken back, or rather not. History: that it was taken off; once.

    Refuses one that holds already (NotAllowedError): that one is changed by another proposal.
    """
    _speaks(seat)
    held = _hold(page, seat)
    if held.holds:
        raise NotAllowedError
    if held.is_there:
        type(held)._default_manager.filter(pk=held.pk).update(dropped_at=now)
        write_line(seat=seat, kind=f"{held.LINE}_dropped", now=now)


def _there(kind: type[Page], seat: Seat) -> QuerySet[Page]:
    return kind._default_manager.filter(collaboration=seat.collaboration, replaced_at=None, dropped_at=None)


def _speaks(seat: Seat) -> None:
    """Refuses who only reads along; and two people who act at once do so one after the other."""
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(page: Page, seat: Seat) -> Page:
    if page.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    return type(page)._default_manager.select_related("proposed_by").get(pk=page.pk)
