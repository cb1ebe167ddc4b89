"""What becomes of proposals and words when another text comes on the table, or one is signed. Part of those acts."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from samenstroom.agreements.models import AgreementVersion, ClauseComment, ClauseProposal
from samenstroom.agreements.parts import name_in, proposal_part
from samenstroom.rules.agreement.proposing import fits

ACCEPTED = ClauseProposal.Answer.ACCEPTED.value


def waiting_proposals(collaboration_id: int) -> QuerySet[ClauseProposal]:
    """Proposals that wait for an answer, or were accepted and wait for the next version; in their order."""
    live = ClauseProposal.objects.filter(collaboration=collaboration_id, withdrawn_at=None, closed_at=None)
    undecided = live.filter(answered_at=None) | live.filter(answer=ACCEPTED, taken_into=None)
    return undecided.order_by("put_at", "pk")


def waiting_about(version: AgreementVersion, part: str) -> list[ClauseProposal]:
    """What waits about one part of the version that lies open, by the name the part has there."""
    rows = waiting_proposals(version.collaboration_id).select_related("put_by")
    return [one for one in rows if proposal_part(version, one) == part]


def carry_over(version: AgreementVersion, now: datetime) -> None:
    """A new version lies on the table: what is about a part that reads the same goes on, the rest waits no more."""
    for one in waiting_proposals(version.collaboration_id):
        if not fits(version.content, one.wanted):
            ClauseProposal.objects.filter(pk=one.pk).update(closed_at=now)
    asked = ClauseComment.objects.filter(collaboration=version.collaboration_id, answered_at=None)
    for word in asked.select_related("version"):
        if name_in(version, word.version, word.part) is None:
            ClauseComment.objects.filter(pk=word.pk).update(answered_at=now)


def close_what_waits(version: AgreementVersion, now: datetime) -> None:
    """A version was signed: nothing that was proposed or said about it waits any more."""
    waiting_proposals(version.collaboration_id).update(closed_at=now)
    asked = ClauseComment.objects.filter(collaboration=version.collaboration_id, answered_at=None)
    asked.update(answered_at=now)
