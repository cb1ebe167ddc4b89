"""A mediator and mail: who is told of a proposal, her link, what she writes, and the moments she proposes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samenstroom.adjusting.actions.mediations import (
    MediatorTerms,
    answer_talk,
    drop_talk,
    end_mediation,
    mint_mediator_link,
    propose_mediation,
    propose_talk,
    write_note,
)
from samenstroom.adjusting.models import Mediation, MediationTalk, MediationTalkAnswer
from samenstroom.adjusting.queries.mediations import name_in_calendars, suits_both, talk_now
from samenstroom.adjusting.wording.mediations import names_of, talk_moment
from samenstroom.collaborations.models import Party, Seat
from samenstroom.collaborations.visits import Visit

from .letters import letter_to, letters_of
from .moments import Meeting, Outsider, tell_asked, tell_off, tell_settled, tell_unsettled
from .outside import Envelope, link_mail, mail_link


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
    """The mediator proposes a moment to both; each is told, with an invitation. Refuses like `propose_talk`."""
    talk = propose_talk(mediation=mediation, key=key, begins_at=begins_at, minutes=minutes, place=place, now=now)
    made = talk_now(talk)
    if not suits_both(made):
        tell_asked(_meeting(made, now), to=[letter.to for letter in letters_of(mediation.collaboration)], now=now)


@transaction.atomic
def answer_moment(*, visit: Visit, talk: MediationTalk, can: str) -> None:
    """Whether it suits her side. When it suits both it stands for all three; when it no longer does, it waits again.

    Refuses like `answer_talk`.
    """
    before = talk_now(talk)
    answer_talk(talk=talk, seat=visit.seat, can=can, now=visit.now)
    made = talk_now(talk)
    if suits_both(made) and not suits_both(before):
        tell_settled(_meeting(made, visit.now), now=visit.now)
    elif suits_both(before) and not suits_both(made):
        tell_unsettled(_meeting(made, visit.now), now=visit.now)


@transaction.atomic
def call_off_talk(*, mediation: Mediation, key: str, now: datetime) -> None:
    """The mediator takes her moment off: it goes out of the calendars that have it. Refuses like `drop_talk`."""
    talk = drop_talk(mediation=mediation, key=key, now=now)
    if talk is not None:
        _tell_off(talk, None, now)


@transaction.atomic
def stop_mediation(*, mediation: Mediation, seat: Seat, now: datetime) -> None:
    """It ends, and a moment that was still to come is off in all calendars. Refuses like `end_mediation`."""
    ahead = list(MediationTalk.objects.filter(mediation=mediation, dropped_at=None, begins_at__gt=now))
    end_mediation(mediation=mediation, seat=seat, now=now)
    for talk in ahead:
        _tell_off(talk, seat.party, now)


def _tell_off(talk: MediationTalk, by: Party | None, now: datetime) -> None:
    off = talk_now(talk)
    said_yes = {one.party_id for one in off.answers.all() if one.can == MediationTalkAnswer.Can.YES}
    tell_off(_meeting(off, now), now=now, by=by, said_yes=said_yes)


def _meeting(talk: MediationTalk, now: datetime) -> Meeting:
    """Nobody of the two invites: in calendars it comes from this place, and nobody is named."""
    mediation = talk.mediation
    name, _changes = name_in_calendars(talk)
    page = reverse("portal:mediator", args=[mediation.public_id])
    came = link_mail("mediator", mediation.public_id, mediation, now)
    return Meeting(
        "adjusting.MediationTalk", name, mediation.collaboration, talk_moment(talk, ""), organizer="Samenstroom",
        outsider=Outsider(mediation.first_name, came, page),
    )  # fmt: skip


def _tell(mediation: Mediation, what: str, now: datetime) -> None:
    for letter in letters_of(mediation.collaboration):
        letter.queue("mediation_note", f"mediation-{what}:{letter.to.pk}", now)
