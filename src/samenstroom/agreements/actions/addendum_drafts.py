"""Writing a change of a signed agreement for oneself. Nobody is told, nothing stands in the history."""

from __future__ import annotations

from django.db import transaction

from samenstroom.agreements.models import AddendumDraft
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.agreement.amending import Change


@transaction.atomic
def keep_addendum_draft(*, visit: Visit, change: Change) -> None:
    """Her draft says this now; without anything that changes there is no draft. History: nothing; nobody is told."""
    if not change:
        throw_away_addendum_draft(visit=visit)
        return
    AddendumDraft.objects.update_or_create(
        person=visit.person,
        collaboration=visit.collaboration,
        defaults={"change": change.as_data(), "changed_at": visit.now},
        create_defaults={"change": change.as_data(), "changed_at": visit.now, "started_at": visit.now},
    )


@transaction.atomic
def throw_away_addendum_draft(*, visit: Visit) -> None:
    """Her draft is gone. History: nothing; nobody is told."""
    AddendumDraft.objects.filter(person=visit.person, collaboration=visit.collaboration).delete()
