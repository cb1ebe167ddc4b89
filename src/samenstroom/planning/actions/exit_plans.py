"""For when it ever stops: proposed, accepted, proposed otherwise; noted by one who is alone; and one's own page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import ExitPlan, OwnExitPlan


@transaction.atomic
def propose_exit_plan(*, seat: Seat, content: Mapping[str, str], other_takes_part: bool, now: datetime) -> ExitPlan:
    """A page for when it ever stops lies on the table and holds once the other accepts it; alone it is noted.

    Takes the place of an open proposal; what holds goes on until the new one is accepted. History: that it was proposed
    or noted; the same again changes nothing. Refuses who only reads along (NotAllowedError).
    """
    _speaks(seat)
    there = ExitPlan.objects.filter(collaboration=seat.collaboration, replaced_at=None, dropped_at=None)
    same = next((one for one in there if one.content == content), None)
    if same:
        return same
    waiting = there.filter(accepted_at=None, noted_at=None) if other_takes_part else there
    waiting.update(replaced_at=now)
    write_line(seat=seat, kind="exit_plan_proposed" if other_takes_part else "exit_plan_noted", now=now)
    return ExitPlan.objects.create(
        collaboration=seat.collaboration, content=dict(content), proposed_by=seat, proposed_at=now,
        noted_at=None if other_takes_part else now,
    )  # fmt: skip


@transaction.atomic
def accept_exit_plan(*, plan: ExitPlan, seat: Seat, now: datetime) -> None:
    """The other side says yes: from now on this holds, and the one before no more. History: that she did; once.

    A page that one noted alone can be accepted later. Refuses one's own proposal and one that is gone
    (NotAllowedError).
    """
    _speaks(seat)
    held = _hold(plan, seat)
    is_own = held.proposed_by is None or held.proposed_by.party_id == seat.party_id
    if is_own or not held.is_there:
        raise NotAllowedError
    if held.accepted_at:
        return
    before = ExitPlan.objects.filter(collaboration=seat.collaboration, replaced_at=None, dropped_at=None)
    before.exclude(pk=held.pk).update(replaced_at=now)
    ExitPlan.objects.filter(pk=held.pk).update(accepted_by=seat, accepted_at=now)
    write_line(seat=seat, kind="exit_plan_accepted", now=now)


@transaction.atomic
def drop_exit_plan(*, plan: ExitPlan, seat: Seat, now: datetime) -> None:
    """A proposal lies on the table no more: taken back, or rather not. History: that it was taken off; once.

    Refuses one that holds already (NotAllowedError): that one is changed by another proposal.
    """
    _speaks(seat)
    held = _hold(plan, seat)
    if held.holds:
        raise NotAllowedError
    if held.is_there:
        ExitPlan.objects.filter(pk=held.pk).update(dropped_at=now)
        write_line(seat=seat, kind="exit_plan_dropped", now=now)


@transaction.atomic
def keep_own_exit_plan(*, visit: Visit, answers: Mapping[str, str]) -> None:
    """Keep what she does if it stops, for herself. Nobody is told, nobody else can see it. History: none."""
    OwnExitPlan.objects.update_or_create(
        person=visit.person, collaboration=visit.collaboration,
        defaults={"answers": dict(answers), "kept_at": visit.now},
    )  # fmt: skip


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(plan: ExitPlan, seat: Seat) -> ExitPlan:
    if plan.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    return ExitPlan.objects.select_related("proposed_by").get(pk=plan.pk)
