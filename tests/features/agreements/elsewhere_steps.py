"""What people do with an agreement they signed elsewhere, in tests: through the real actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from samenstroom.agreements.actions.elsewhere import Noted, Paper
from samenstroom.agreements.models import AgreementVersion, SignedElsewhere
from samenstroom.agreements.wording.elsewhere import elsewhere_content
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.elsewhere import note_signed_elsewhere
from samenstroom.kit import clock
from tests.people import Together, day

PDF = b"%PDF-1.7 getekend door twee mensen"


def noted(visit: Visit, *, on: date | None = None, pdf: bytes | None = None, **terms: Any) -> AgreementVersion:
    """She notes what they signed; by default today, with a payment term of 21 days."""
    values = {"payment_term_days": 21, **terms}
    return note_signed_elsewhere(
        visit=visit,
        noted=Noted(
            content=elsewhere_content(visit, values, i_do_the_work=True),
            provider=visit.party,
            signed_on=on or clock.day_of(visit.now),
            paper=Paper("overeenkomst.pdf", "application/pdf", pdf) if pdf else None,
        ),
    )


def record_of(version: AgreementVersion) -> SignedElsewhere:
    """What is known of it, fresh from the database."""
    return SignedElsewhere.objects.select_related("version", "file").get(version=version)


def notes_what_was_signed_elsewhere(table: Together, mark: str) -> None:
    """Noor notes it by the flow that sends mail, with a mark in the PDF."""
    noted(table.seen_by_noor(now=day(15)), pdf=PDF + mark.encode())
