"""Talking about a version that lies open, and mails that say no more than that: one a day, not one a tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from samenstroom.agreements.actions import negotiating as actions
from samenstroom.agreements.actions.next_version import expire, make_next, past_their_day, put_again
from samenstroom.agreements.models import AgreementVersion, ClauseProposal
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.agreement.proposing import Proposed

from .letters import letter_to, letters_of


def propose(*, visit: Visit, version: AgreementVersion, proposed: Proposed, why: str) -> ClauseProposal:
    """Propose something and tell the other, once a day; alone it is noted, and nobody is told."""
    made = actions.propose(
        version=version, seat=visit.seat, proposed=proposed, why=why, other_takes_part=visit.takes_part, now=visit.now
    )
    _tell(visit, "proposals_put", version)
    return made


def comment(*, visit: Visit, version: AgreementVersion, part: str, words: str) -> None:
    """Say something about a part and tell the other, once a day."""
    actions.comment(version=version, seat=visit.seat, part=part, words=words, now=visit.now)
    _tell(visit, "proposals_put", version)


def answer(*, visit: Visit, proposal: ClauseProposal, accepts: bool, word: str) -> None:
    """Answer a proposal and tell the other, once a day."""
    actions.answer_proposal(
        proposal=proposal, seat=visit.seat, accepts=accepts, word=word, other_takes_part=visit.takes_part, now=visit.now
    )
    _tell(visit, "proposals_answered", proposal.version)


def withdraw(*, visit: Visit, proposal: ClauseProposal) -> None:
    """Take one's own proposal back. Nobody is mailed about less."""
    actions.withdraw_proposal(proposal=proposal, seat=visit.seat, now=visit.now)


def put_next(
    *, visit: Visit, version: AgreementVersion, shown: Sequence[str], expires_on: date | None
) -> AgreementVersion:
    """Put the next version on the table and tell the other that something lies there; once per version."""
    made = make_next(version=version, seat=visit.seat, shown=shown, now=visit.now, expires_on=expires_on)
    _tell_of(visit, made)
    return made


def lay_again(*, visit: Visit, version: AgreementVersion, expires_on: date | None) -> AgreementVersion:
    """Put the text of a version whose last day is over on the table once more, and tell the other."""
    made = put_again(version=version, seat=visit.seat, now=visit.now, expires_on=expires_on)
    _tell_of(visit, made)
    return made


def sweep_expiries(*, now: datetime) -> int:
    """Write down which versions can no longer be signed, and tell both once. Harmless to repeat."""
    found = 0
    for version in past_their_day(now):
        if expire(version=version, now=now):
            found += 1
            for letter in letters_of(version.collaboration):
                letter.queue("agreement_expired", f"expired:{version.public_id}:{letter.to.pk}", now)
    return found


def _tell(visit: Visit, kind: str, version: AgreementVersion) -> None:
    if visit.takes_part:
        key = f"{kind}:{version.public_id}:{visit.party.pk}:{clock.day_of(visit.now)}"
        letter_to(visit.other_party).queue(kind, key, visit.now)


def _tell_of(visit: Visit, made: AgreementVersion) -> None:
    if visit.takes_part:
        letter_to(visit.other_party).queue("agreement_put", f"agreement:{made.public_id}", visit.now)
