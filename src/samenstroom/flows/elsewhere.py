"""What was signed elsewhere: noted, and a mail to the other that says no more than that."""

from __future__ import annotations

from samenstroom.agreements.actions.elsewhere import Noted, note_elsewhere
from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.visits import Visit

from .letters import letter_to


def note_signed_elsewhere(*, visit: Visit, noted: Noted) -> AgreementVersion:
    """Note it and ask the other whether it is right; once per note."""
    made = note_elsewhere(seat=visit.seat, noted=noted, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part:
        letter = letter_to(visit.other_party)
        letter.queue("agreement_elsewhere_noted", f"elsewhere:{made.public_id}", visit.now)
    return made
