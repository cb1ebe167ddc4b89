"""The start of a collaboration: envelopes, a moment, working agreements; and mails that say no more than that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import close_exchange, send_answer
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.kit.calendar_file import Guest
from samenstroom.mail.outbox import cancel_mail, has_left
from samenstroom.planning.actions.kickoff import CLOSED, OPENED, propose_kickoff
from samenstroom.planning.actions.pages import propose_page
from samenstroom.planning.actions.talks import Moment, cancel_talk, plan_talk
from samenstroom.planning.models import KickoffTalk, WorkingAgreement
from samenstroom.planning.wording.calendar import talk_invitation

from .letters import letter_to


def invite_to_kickoff(*, visit: Visit) -> Exchange:
    """Lay the questions before both, and tell the other side, once, that her envelope waits."""
    exchange, is_new = propose_kickoff(visit=visit)
    if is_new:
        letter_to(visit.other_party).queue("kickoff_ready", _ready(exchange, visit.other_party.pk), visit.now)
    return exchange


def close_kickoff_envelope(*, answer: ExchangeAnswer, exchange: Exchange, now: datetime) -> bool:
    """She sends her answers; the mail that asked her for them stays home. True when both envelopes opened.

    Raises AlreadySentError when it opened or closed in the meantime.
    """
    opened = send_answer(answer=answer, kind=OPENED, now=now)
    cancel_mail(unique_key=_ready(exchange, answer.party_id), now=now)
    return opened


def stop_kickoff(*, visit: Visit, exchange: Exchange) -> None:
    """It stops without opening; a mail that has not left yet stays home."""
    close_exchange(exchange=exchange, seat=visit.seat, kind=CLOSED, now=visit.now)
    for party in (visit.party, visit.other_party):
        cancel_mail(unique_key=_ready(exchange, party.pk), now=visit.now)


def suggest_moment(*, visit: Visit, moment: Moment) -> KickoffTalk:
    """Propose or move the moment and tell the other, with an invitation for her calendar.

    A mail about how it was before stays home. Alone at the table it is noted, and nobody is told.
    """
    made = plan_talk(seat=visit.seat, moment=moment, other_takes_part=visit.takes_part, now=visit.now)
    if visit.takes_part:
        cancel_mail(unique_key=_invited(made, made.sequence - 1), now=visit.now)
        letter_to(visit.other_party).queue(
            "kickoff_invitation", _invited(made, made.sequence), visit.now, calendar=_invitation(made, visit)
        )
    return made


def call_off_moment(*, visit: Visit, talk: KickoffTalk) -> None:
    """The talk is not then: it goes out of the calendar of who was invited. Her invitation stays home if it still can.

    Who never heard of it by mail and never said yes is not told that it is off; nor is who called it off. Refuses as
    `cancel_talk` does.
    """
    was_off, was_agreed = talk.cancelled_at is not None, talk.agreed_at is not None
    cancel_talk(talk=talk, seat=visit.seat, now=visit.now)
    talk.refresh_from_db()
    cancel_mail(unique_key=_invited(talk, talk.sequence - 1), now=visit.now)
    if visit.takes_part and not was_off and (was_agreed or has_left(_invited(talk, ""))):
        key = f"kickoff-off:{talk.public_id}"
        letter_to(visit.other_party).queue("kickoff_cancelled", key, visit.now, calendar=_invitation(talk, visit))


def _invited(talk: KickoffTalk, sequence: int | str) -> str:
    return f"kickoff-talk:{talk.public_id}:{sequence}"


def _invitation(talk: KickoffTalk, visit: Visit) -> Callable[[Person], bytes]:
    """The name of who invites, and the address of this place: nobody learns the address of the other."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "samenstroom"
    by = Guest(visit.my_name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])

    def made_for(person: Person) -> bytes:
        return talk_invitation(talk, host, by=by, to=Guest(person.name, person.email or ""))

    return made_for


def suggest_working(*, visit: Visit, content: Mapping[str, Any]) -> WorkingAgreement:
    """Propose working agreements and tell the other; alone at the table they are noted, and nobody is told."""
    made = propose_page(
        WorkingAgreement, seat=visit.seat, content=content, other_takes_part=visit.takes_part, now=visit.now
    )
    if visit.takes_part and made.is_open:
        letter_to(visit.other_party).queue("working_agreements_proposed", f"working:{made.public_id}", visit.now)
    return made


def _ready(exchange: Exchange, party: int) -> str:
    return f"kickoff:{exchange.public_id}:{party}"
