"""Addenda to the version that holds, and what she is writing of one."""

from __future__ import annotations

from collections.abc import Sequence

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AddendumDraft, AgreementVersion
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.agreement.amending import Change, change_from


def addendum_draft_of(visit: Visit) -> Change | None:
    """What she wants to change here, kept for herself."""
    rows = private_rows(AddendumDraft.objects.all(), seen_by=visit.person)
    found = rows.filter(collaboration=visit.collaboration).first()
    return change_from(found.change) if found else None


def addenda_drafting_tables(person: Person, visits: Sequence[Visit]) -> frozenset[int]:
    """Collaborations where she is writing a change; one query, and nothing of it is decrypted."""
    rows = private_rows(AddendumDraft.objects.all(), seen_by=person)
    tables = [visit.collaboration.pk for visit in visits]
    return frozenset(rows.filter(collaboration__in=tables).values_list("collaboration", flat=True))


def signed_addenda(versions: Sequence[AgreementVersion], base: AgreementVersion) -> list[AgreementVersion]:
    """The addenda to this version that hold, in the order in which they were signed."""
    held = [one for one in versions if one.amends_id == base.pk and one.holds]
    return sorted(held, key=lambda one: (one.signed_at, one.number))
