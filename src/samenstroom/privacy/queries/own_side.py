"""What there is of hers alone at one collaboration, and whether it may go."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Model, Q

from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.queries.decisions import newest_decision
from samenstroom.farewell.queries.partings import closed_on
from samenstroom.kit import wall
from samenstroom.learning.models import Outline
from samenstroom.privacy.fates import mixed_models, own_models
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
    """Whether nobody else is there to read what is of both, or kept something of her own there."""
    seats = Seat.objects.filter(collaboration=visit.collaboration, person__isnull=False)
    if seats.exclude(person=visit.person).exists():
        return False
    with wall.for_everybody():  # whether there is anything of somebody who left; not what
        return not _others_keep(visit)


def _others_keep(visit: Visit) -> bool:
    here = {"collaboration": visit.collaboration}
    if any(model._default_manager.filter(**here).exclude(person=visit.person).exists() for model in own_models_here()):
        return True
    for mixed, model in mixed_models():
        hers = Q(**{mixed.owner: visit.person}) | Q(**{mixed.owner: None})
        others = model._default_manager.filter(**here).exclude(hers)
        if others.exclude(pk__in=others.filter(mixed.is_shared).values("pk")).exists():
            return True
    return False


def own_models_here() -> Iterator[type[Model]]:
    """Kinds of rows of one person that may lie at a collaboration."""
    for _group, model in own_models():
        if any(one.name == "collaboration" for one in model._meta.concrete_fields):
            yield model


def outline_here(visit: Visit) -> Outline | None:
    """Her outline of this collaboration, or her wish for one."""
    rows = private_rows(Outline.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.first()
