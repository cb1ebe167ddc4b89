"""What there is of hers alone at one collaboration, and whether it may go."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Model, Q

from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visibility import private_rows, shared_lines_seen_by
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.queries.decisions import newest_decision
from samenstroom.farewell.queries.partings import closed_on
from samenstroom.learning.models import Outline
from samenstroom.privacy.fates import own_models
from samenstroom.rules.decisions import REFUSALS, Choice
from samenstroom.rules.life_cycle import BEFORE_THE_WORK, Stage


def is_over(visit: Visit, *, only_closed: bool = False) -> bool:
    """Whether it was closed, or she said no before the work began."""
    if closed_on(visit) is not None:
        return True
    if only_closed or Stage(visit.collaboration.stage) not in BEFORE_THE_WORK:
        return False
    newest = newest_decision(visit)
    return newest is not None and Choice(newest.choice) in REFUSALS


def goes_as_a_whole(visit: Visit) -> bool:
    """Whether nobody else sits here, and nobody else ever did, by what she may see: the seats and the logbook.

    Who sat here and left may have kept something of her own. Whether she did is hers alone, so it is not looked at.
    """
    seats = Seat.objects.filter(collaboration=visit.collaboration).exclude(pk=visit.seat.pk)
    if seats.filter(Q(person__isnull=False) | ~Q(pk=visit.other.pk)).exists():
        return False
    lines = shared_lines_seen_by(visit.person).filter(collaboration=visit.collaboration)
    return not lines.exclude(seat=None).exclude(seat=visit.seat, author=visit.person).exists()


def own_models_here() -> Iterator[type[Model]]:
    """Kinds of rows of one person that may lie at a collaboration."""
    for _group, model in own_models():
        if any(one.name == "collaboration" for one in model._meta.concrete_fields):
            yield model


def outline_here(visit: Visit) -> Outline | None:
    """Her outline of this collaboration, or her wish for one."""
    rows = private_rows(Outline.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.first()
