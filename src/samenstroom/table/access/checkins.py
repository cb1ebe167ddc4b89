"""What pages of the table fetch of check-ins."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from samenstroom.checkins.models import Answer, Rhythm
from samenstroom.checkins.queries import RepairView, RoundView, answers_readable_by, repair_of, rhythm_by_id, round_on
from samenstroom.collaborations.visits import Visit


def round_or_404(visit: Visit, day: date) -> RoundView:
    """The round that opened on this day."""
    found = round_on(visit, day)
    if found is None:
        raise Http404
    return found


def own_answer(visit: Visit, view: RoundView) -> Answer | None:
    """Her own answer in this round, to act on."""
    return answers_readable_by(visit.person).filter(round=view.round, person=visit.person).first()


def repair_or_404(visit: Visit, public_id: str) -> RepairView:
    """A repair on this table."""
    found = repair_of(visit, public_id)
    if found is None:
        raise Http404
    return found


def repair_if_there(visit: Visit, public_id: str) -> RepairView | None:
    """A repair that still lies on this table; None also when it was never there."""
    return repair_of(visit, public_id)


def rhythm_or_404(visit: Visit, public_id: str) -> Rhythm:
    """A rhythm of this table."""
    found = rhythm_by_id(visit, public_id)
    if found is None:
        raise Http404
    return found
