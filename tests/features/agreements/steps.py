"""What people do with an agreement, in tests: through the real actions."""

from __future__ import annotations

from typing import Any

from samenstroom.agreements import editing
from samenstroom.agreements.actions.drafts import begin_draft, keep_draft
from samenstroom.agreements.beginning import fresh_content
from samenstroom.agreements.models import AgreementDraft, AgreementVersion
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.agreements import put_on_table
from samenstroom.kit import clock
from tests.people import Together, day


def content_for(visit: Visit, *, title: str = "", text: str = "", **terms: Any) -> dict[str, Any]:
    """A new agreement; `title` and `text` make a clause of their own, `terms` change those about invoicing."""
    content = fresh_content(visit, clock.day_of(visit.now))
    if title:
        content = editing.with_own_clause(content, 0, title, text)
    return editing.with_terms(content, "invoicing", terms)


def drafted(visit: Visit, **more: Any) -> AgreementDraft:
    """She writes an agreement."""
    begin_draft(visit=visit, content=fresh_content(visit, clock.day_of(visit.now)), provider="me")
    found = keep_draft(visit=visit, content=content_for(visit, **more))
    assert found is not None
    return found


def laid(visit: Visit, **more: Any) -> AgreementVersion:
    """She writes an agreement and puts it on the table."""
    return put_on_table(visit=visit, content=content_for(visit, **more), provider=visit.party)


def puts_an_agreement_on_the_table(table: Together, mark: str) -> None:
    """Noor puts an agreement on the table by the flow that sends mail, with a mark in what she writes."""
    laid(table.seen_by_noor(now=day(8)), title=mark, text=mark)


def lines(collaboration: Collaboration) -> list[str]:
    """Which lines about the agreement were written, oldest first."""
    rows = HistoryLine.objects.filter(collaboration=collaboration, kind__startswith="agreement").order_by("pk")
    return [one.kind for one in rows]


def is_writing(visit: Visit) -> bool:
    """Whether she is writing an agreement here."""
    return draft_of(visit) is not None
