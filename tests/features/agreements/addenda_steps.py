"""An agreement that holds between Noor and Marleen, and a part of it that changes: through the real actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from samenstroom.agreements import editing
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import base_of, whole_content
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.addenda import offer_addendum
from samenstroom.flows.reviews import remind_of_days, tell_review
from samenstroom.kit import clock
from samenstroom.rules.agreement.amending import Change, change_between
from tests.features.agreements.signing_steps import signs
from tests.features.agreements.steps import laid
from tests.people import Together, day


def signed_by_both(two: Together, version: AgreementVersion, on: int) -> AgreementVersion:
    """Both sign it."""
    signs(two.marleen, version, now=day(on))
    signs(two.noor, version, now=day(on))
    version.refresh_from_db()
    return version


def agreed(two: Together, on: int = 2, **terms: Any) -> AgreementVersion:
    """They signed an agreement, with these terms about invoicing."""
    return signed_by_both(two, laid(two.seen_by_noor(now=day(1)), **({"payment_term_days": 30} | terms)), on=on)


def change_of(visit: Visit, code: str = "invoicing", addition: str | None = None, **terms: Any) -> Change:
    """Another value for terms of a clause of what holds, or other words under it."""
    base = base_of(visit)
    assert base is not None
    now = whole_content(visit, base)
    return change_between(now, editing.with_terms(now, code, terms, addition))


def offered(
    visit: Visit, code: str = "invoicing", addition: str | None = None, expires_on: date | None = None, **terms: Any
) -> AgreementVersion:
    """She offers an addendum, and the other is told."""
    return offer_addendum(visit=visit, change=change_of(visit, code, addition, **terms), expires_on=expires_on)


def changes_a_part(table: Together, mark: str) -> None:
    """By the flows that send mail: Noor offers to change a part, and tells how they looked; a day comes near."""
    made = offered(table.seen_by_noor(now=day(13)), "duration", addition=mark, end_date="2026-01-30")
    signed_by_both(table, made, on=13)
    tell_review(
        visit=table.seen_by_noor(now=day(14)), outcome="good", words=mark, looked_on=clock.day_of(day(1))
    )  # fmt: skip
    remind_of_days(now=day(14))
    remind_of_days(now=day(15))
