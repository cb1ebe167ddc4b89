"""How an agreement begins: from the template of this kind and country, from a version on the table, or from a file.

Whatever is known already is filled in, so that nothing is asked twice: names, and what both agreed on in a trial.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from samenstroom.agreements import editing
from samenstroom.agreements.documents import AgreementError
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.terms import content_of, new_content
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import Trial
from samenstroom.exploring.queries.trials import trials_of
from samenstroom.kit.language import language

KINDS = {"co_founder": "cofounder", "other": "client_freelancer"}
"""Kinds of collaborations that are called otherwise in an agreement."""


def fresh_content(visit: Visit, today: date) -> dict[str, Any]:
    """A new agreement for this table, with the one who begins as who does the work."""
    table = visit.collaboration
    content = new_content(
        kind=KINDS.get(table.kind, table.kind),
        jurisdiction="BE" if table.country == "BE" else "NL",
        language=language(),
        today=today,
    )
    content = editing.with_party(content, "provider", {"name": visit.seat.name})
    content = editing.with_party(content, "client", {"name": visit.other.name})
    return _from_trial(visit, content)


def own_version_of(version: AgreementVersion) -> dict[str, Any]:
    """The content of a version, to go on from."""
    return dict(version.content)


def content_of_file(data: bytes) -> dict[str, Any] | None:
    """What a file says, checked as a whole; None when it is no agreement."""
    try:
        return content_of(data)
    except AgreementError:
        return None


def _from_trial(visit: Visit, content: dict[str, Any]) -> dict[str, Any]:
    """What both agreed on in a trial project: the rate an hour."""
    agreed = next((one.trial for one in trials_of(visit) if one.trial.is_on), None)
    rate = _rate(agreed) if agreed else ""
    return editing.with_terms(content, "fee", {"fee_model": "hourly", "hourly_rate_eur": rate}) if rate else content


def _rate(trial: Trial) -> str:
    return str(trial.rate) if trial.pay == "hours" and trial.rate else ""
