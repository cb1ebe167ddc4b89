"""What was agreed and holds now."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.api.access import visit_or_404
from samenstroom.api.shapes import Id, Out, TableId, Who, side


class InForceOut(Out):
    """The terms that hold, by name, as in the open format of an agreement. A term that is not there is not known."""

    id: Id
    since: date
    jurisdiction: str
    provider: Who
    terms: dict[str, Any]


class AgreementOut(Out):
    """What holds; null when nothing was signed or confirmed yet."""

    in_force: InForceOut | None


def agreement(request: HttpRequest, collaboration: TableId) -> AgreementOut:
    """What both agreed, with addenda and confirmed deals in it, as terms a program can read."""
    visit = visit_or_404(request, collaboration)
    found = in_force_at(visit)
    if found is None:
        return AgreementOut(in_force=None)
    return AgreementOut(
        in_force=InForceOut(
            id=found.key,
            since=found.since,
            jurisdiction=found.jurisdiction,
            provider=side(visit, found.provider),
            terms=dict(found.terms),
        )
    )
