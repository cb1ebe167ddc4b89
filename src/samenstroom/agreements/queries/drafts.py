"""What she is writing, knows and put aside, for her alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementDraft, OwnFacts, RuleAside
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit


def draft_of(visit: Visit) -> AgreementDraft | None:
    """The agreement she is writing here."""
    rows = private_rows(AgreementDraft.objects.all(), seen_by=visit.person)
    return rows.filter(collaboration=visit.collaboration).first()


def drafting_tables(person: Person, visits: Sequence[Visit]) -> frozenset[int]:
    """Collaborations where she is writing an agreement; one query, and nothing of it is decrypted."""
    rows = private_rows(AgreementDraft.objects.all(), seen_by=person)
    tables = [visit.collaboration.pk for visit in visits]
    return frozenset(rows.filter(collaboration__in=tables).values_list("collaboration", flat=True))


def own_facts_of(visit: Visit) -> Mapping[str, Any]:
    """What she said for herself about this collaboration; nothing is unknown."""
    rows = private_rows(OwnFacts.objects.all(), seen_by=visit.person)
    found = rows.filter(collaboration=visit.collaboration).first()
    return found.facts if found else {}


def asides_of(visit: Visit) -> list[RuleAside]:
    """The remarks of the check she put aside here, newest first."""
    rows = private_rows(RuleAside.objects.all(), seen_by=visit.person)
    return list(rows.filter(collaboration=visit.collaboration).order_by("-aside_at", "-pk"))


def provider_of(visit: Visit, draft: AgreementDraft) -> Party:
    """The party that does the work, as she drafted it."""
    return visit.other_party if draft.beside.get("provider") == "other" else visit.party
