"""A mediator and mail: the other is told of a proposal, the mediator gets her link, both are told when she wrote."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from samenstroom.adjusting.actions.mediations import (
    MediatorTerms,
    mint_mediator_link,
    propose_mediation,
    propose_talk,
    write_note,
)
from samenstroom.adjusting.models import Mediation
from samenstroom.adjusting.wording.mediations import names_of
from samenstroom.collaborations.visits import Visit

from .letters import letter_to, letters_of
from .outside import Envelope, mail_link


@transaction.atomic
def suggest_mediator(*, visit: Visit, terms: MediatorTerms) -> Mediation:
    """Propose somebody and tell the other; alone at the table it is noted, and nobody is told."""
    made = propose_mediation(seat=visit.seat, terms=terms, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part:
        letter_to(visit.other_party).queue("mediation_proposed", f"mediation:{made.public_id}", visit.now)
    return made


def mail_mediator(*, mediation: Mediation, visit: Visit, email: str) -> None:
    """A new link is on its way to the mediator, from both. History: a link was made.

    Refuses one that is not on (NotAllowedError), and after ten of these mails in a day (TooManyTriesError).
    """
    with translation.override(visit.person.language):
        first, second = names_of(mediation, visit)
        both = _("%(one)s en %(two)s") % {"one": first, "two": second}
    envelope = Envelope(
        what="mediator",
        kind="mediator_renewed" if mediation.minted_at else "mediator_invitation",
        page="portal:mediator_link",
        name=mediation.first_name,
        public_id=mediation.public_id,
        other=both,
    )
    mail_link(
        link=mediation,
        envelope=envelope,
        mint=lambda: mint_mediator_link(
            mediation=mediation, seat=visit.seat, other_takes_part=visit.takes_part, now=visit.now
        ),
        visit=visit,
        email=email,
    )


@transaction.atomic
def say_to_both(*, mediation: Mediation, key: str, text: str, now: datetime) -> None:
    """The mediator writes to both; each is told that there is something. Refuses like `write_note`."""
    note = write_note(mediation=mediation, key=key, text=text, now=now)
    _tell(mediation, f"note:{note.public_id}", now)


@transaction.atomic
def suggest_talk(
    *, mediation: Mediation, key: str, begins_at: datetime, minutes: int, place: str, now: datetime
) -> None:
    """The mediator proposes a moment to both; each is told that there is something. Refuses like `propose_talk`."""
    talk = propose_talk(mediation=mediation, key=key, begins_at=begins_at, minutes=minutes, place=place, now=now)
    _tell(mediation, f"talk:{talk.public_id}", now)


def _tell(mediation: Mediation, what: str, now: datetime) -> None:
    for letter in letters_of(mediation.collaboration):
        letter.queue("mediation_note", f"mediation-{what}:{letter.to.pk}", now)
