"""Signing from one's own place: prove it is she, sign; once all have signed, the paper is sealed and goes to both."""

from __future__ import annotations

import logging
from datetime import datetime

from samenstroom.accounts.proving import prove
from samenstroom.agreements.actions.papers import NotSignedError, seal_paper
from samenstroom.agreements.actions.signing import Consent, decline_version, sign_version
from samenstroom.agreements.models import AgreementVersion, Refusal, SealedPaper, Signature
from samenstroom.agreements.queries.signing import waiting_for_seal
from samenstroom.collaborations.visits import Visit

from .codes import mail_own_code
from .letters import letter_to, letters_of

log = logging.getLogger(__name__)


def send_own_code(*, visit: Visit) -> None:
    """A code is on its way to the address that she confirmed herself. Raises TooManyTriesError."""
    mail_own_code(person=visit.person, invitee=visit.seat.invitee, now=visit.now)


def sign(*, visit: Visit, version: AgreementVersion, consent: Consent, secret: str) -> Signature:
    """She proves it is she and signs; the last signature also makes the paper. The other is told that she signed.

    Raises WrongProofError and TooManyTriesError before anything is signed, and what `sign_version` raises.
    """
    way = prove(person=visit.person, invitee=visit.seat.invitee, secret=secret, now=visit.now)
    made = sign_version(version=version, seat=visit.seat, consent=consent, identified_by=way.value, now=visit.now)
    version.refresh_from_db()
    if version.signed_at:
        _seal_and_send(version, visit.now)
    else:
        key = f"signed:{version.public_id}:{visit.party.pk}"
        letter_to(visit.other_party).queue("agreement_signed_by_other", key, visit.now)
    return made


def decline(*, visit: Visit, version: AgreementVersion, reason: str) -> Refusal:
    """She does not sign this version; the other is told that something changed there."""
    made = decline_version(version=version, seat=visit.seat, reason=reason, now=visit.now)
    letter_to(visit.other_party).queue("agreement_declined", f"declined:{version.public_id}", visit.now)
    return made


def seal_what_waits(*, now: datetime) -> int:
    """Make the papers that could not be made when they were signed. Harmless to repeat; returns how many were made."""
    return sum(_seal_and_send(one, now) is not None for one in waiting_for_seal())


def _seal_and_send(version: AgreementVersion, now: datetime) -> SealedPaper | None:
    """The signatures stand, also when the paper cannot be made now; then it is tried again later."""
    try:
        made = seal_paper(version=version, now=now)
    except NotSignedError:
        return None
    except Exception:  # a full disk, a font, a key: whatever it was, nobody signs twice for it
        log.exception("the paper of version %s could not be sealed; it is tried again", version.public_id)
        return None
    for letter in letters_of(version.collaboration):
        letter.queue("agreement_sealed", f"sealed:{version.public_id}:{letter.to.pk}", now)
    return made
