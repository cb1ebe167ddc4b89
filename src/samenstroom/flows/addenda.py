"""A change of a signed agreement: the part that changes on the table, and a mail that says no more than that."""

from __future__ import annotations

from datetime import date

from samenstroom.agreements.actions.addenda import note_addendum, put_addendum
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import base_of
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.agreement.amending import Change

from .letters import letter_to


def offer_addendum(*, visit: Visit, change: Change, expires_on: date | None = None) -> AgreementVersion:
    """Put an addendum to the agreement that holds on the table and tell the other that it lies there; once.

    Refuses what `put_addendum` refuses, and a table where no agreement holds (NotAllowedError).
    """
    base = base_of(visit)
    if base is None:
        raise NotAllowedError
    made = put_addendum(seat=visit.seat, base=base, change=change, now=visit.now, expires_on=expires_on)
    if visit.takes_part:
        letter_to(visit.other_party).queue("addendum_put", f"addendum:{made.public_id}", visit.now)
    return made


def note_agreed_change(*, visit: Visit, change: Change, signed_on: date) -> AgreementVersion:
    """Note a change they agreed on elsewhere, and ask the other whether it is right; alone nobody is told.

    Refuses what `note_addendum` refuses, and a table where no agreement holds (NotAllowedError).
    """
    base = base_of(visit)
    if base is None:
        raise NotAllowedError
    made = note_addendum(
        seat=visit.seat, base=base, change=change, signed_on=signed_on, other_takes_part=visit.takes_part, now=visit.now
    )
    if visit.takes_part:
        letter_to(visit.other_party).queue("agreement_elsewhere_noted", f"elsewhere:{made.public_id}", visit.now)
    return made
