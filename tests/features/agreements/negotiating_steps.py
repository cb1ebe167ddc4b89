"""Noor and Marleen talk about a version part by part, through the real flows."""

from __future__ import annotations

from typing import Any

from samenstroom.agreements.actions.next_version import accepted_of
from samenstroom.agreements.models import AgreementVersion, ClauseProposal
from samenstroom.collaborations.visits import Visit
from samenstroom.flows import negotiating as flow
from samenstroom.rules.agreement.proposing import NEW, Proposed, parts_of
from tests.features.agreements.steps import laid
from tests.people import Together, day


def wants(visit: Visit, version: AgreementVersion, part: str, after: Any, why: str = "") -> ClauseProposal:
    """She wants one part to read otherwise."""
    before = parts_of(version.content).get(part)
    return flow.propose(visit=visit, version=version, proposed=Proposed(part, before, after), why=why)


def wants_days(visit: Visit, version: AgreementVersion, days: int, why: str = "") -> ClauseProposal:
    """She wants another payment term."""
    held = parts_of(version.content)["invoicing"]
    after = {**held, "terms": {**held["terms"], "payment_term_days": days}}
    return wants(visit, version, "invoicing", after, why)


def wants_more(visit: Visit, version: AgreementVersion, title: str, text: str = "Zo is het.") -> ClauseProposal:
    """She wants a clause in their own words."""
    return wants(visit, version, NEW, {"title": title, "text": text})


def moves_on(visit: Visit, version: AgreementVersion) -> AgreementVersion:
    """She makes the next version with what both accepted."""
    shown = [one.public_id for one in accepted_of(visit.collaboration.pk)]
    return flow.put_next(visit=visit, version=version, shown=shown, expires_on=None)


def talks_it_over_until_a_day_is_past(table: Together, mark: str) -> None:
    """By the flows that send mail: a proposal, an answer, and a version whose last day goes by."""
    version = laid(table.seen_by_noor(now=day(20)), title=f"{mark} x", text=mark)
    made = wants_more(table.seen_by_marleen(now=day(20)), version, mark, mark)
    flow.comment(visit=table.seen_by_marleen(now=day(20)), version=version, part="invoicing", words=mark)
    flow.answer(visit=table.seen_by_noor(now=day(20)), proposal=made, accepts=True, word=mark)
    AgreementVersion.objects.filter(pk=version.pk).update(expires_on=day(21).date())
    flow.sweep_expiries(now=day(23))
