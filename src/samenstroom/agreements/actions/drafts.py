"""Writing an agreement for oneself. Nobody is told, nothing stands in the history, the other never knows of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samenstroom.agreements.models import AgreementDraft, OwnFacts, RuleAside
from samenstroom.agreements.queries.drafts import asides_of, draft_of
from samenstroom.collaborations.visits import Visit


@transaction.atomic
def begin_draft(
    *, visit: Visit, content: Mapping[str, Any], provider: str, from_version: int | None = None
) -> AgreementDraft:
    """She writes an agreement, beginning from this content. `provider` says who does the work: `me` or `other`.

    When she is writing one already, that one stays and is given back. History: nothing; nobody is told.
    """
    found, _is_new = AgreementDraft.objects.get_or_create(
        person=visit.person,
        collaboration=visit.collaboration,
        defaults={
            "content": dict(content),
            "beside": {"provider": provider, "passed": [], "from_version": from_version},
            "started_at": visit.now,
            "changed_at": visit.now,
        },
    )
    return found


@transaction.atomic
def keep_draft(*, visit: Visit, content: Mapping[str, Any], **beside: Any) -> AgreementDraft | None:
    """Her draft says this now, and `beside` what belongs to the writing; None when she is writing nothing here.

    History: nothing; nobody is told.
    """
    found = draft_of(visit)
    if found is None:
        return None
    held = AgreementDraft.objects.select_for_update().get(pk=found.pk)
    held.content, held.beside, held.changed_at = dict(content), {**held.beside, **beside}, visit.now
    held.save(update_fields=["content", "beside", "changed_at"])
    return held


@transaction.atomic
def throw_away_draft(*, visit: Visit) -> None:
    """Her draft is gone, and with it nothing else. History: nothing; nobody is told."""
    AgreementDraft.objects.filter(person=visit.person, collaboration=visit.collaboration).delete()


@transaction.atomic
def keep_own_facts(*, visit: Visit, facts: Mapping[str, Any]) -> None:
    """What the check may know of her alone; what is empty is not kept. History: nothing; nobody is told."""
    told = {name: value for name, value in facts.items() if value is not None}
    OwnFacts.objects.update_or_create(
        person=visit.person, collaboration=visit.collaboration, defaults={"facts": told, "changed_at": visit.now}
    )


@transaction.atomic
def put_aside(*, visit: Visit, rule: str, reason: str, values: Mapping[str, Any]) -> None:
    """A remark of the check stays away while its clause says this, with her reason; the newest reason counts.

    History: nothing; nobody is told.
    """
    take_back_aside(visit=visit, rule=rule)
    RuleAside.objects.create(
        person=visit.person,
        collaboration=visit.collaboration,
        rule=rule,
        reason=reason,
        values=dict(values),
        aside_at=visit.now,
    )


@transaction.atomic
def take_back_aside(*, visit: Visit, rule: str) -> None:
    """A remark that she put aside is there again. History: nothing; nobody is told."""
    for one in asides_of(visit):
        if one.rule == rule:
            one.delete()
