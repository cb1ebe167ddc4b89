"""What one does for herself if it ever stops. The page of both is proposed like any other, in `pages`."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import OwnExitPlan


@transaction.atomic
def keep_own_exit_plan(*, visit: Visit, answers: Mapping[str, str]) -> None:
    """Keep what she does if it stops, for herself. Nobody is told, nobody else can see it. History: none."""
    OwnExitPlan.objects.update_or_create(
        person=visit.person, collaboration=visit.collaboration,
        defaults={"answers": dict(answers), "kept_at": visit.now},
    )  # fmt: skip
