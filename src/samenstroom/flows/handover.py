"""Handing over and mail: the other is told once that there is a plan; a successor gets her link."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions.handover import add_items, put_on_table
from samenstroom.farewell.actions.successors import mint_successor_link
from samenstroom.farewell.models import HandoverItem, Successor
from samenstroom.rules.handover import ItemWords

from .letters import letter_to
from .outside import Envelope, mail_link


@transaction.atomic
def lay_items(*, visit: Visit, items: Sequence[ItemWords]) -> list[HandoverItem]:
    """Put these on the table; the other is told once, the first time, in words that say nothing of it."""
    made = add_items(seat=visit.seat, items=items, now=visit.now)
    _tell(visit, made)
    return made


@transaction.atomic
def lay_drafts(*, visit: Visit, drafts: Sequence[HandoverItem]) -> list[HandoverItem]:
    """Put what she kept for herself on the table; the other is told once, the first time."""
    laid = put_on_table(seat=visit.seat, person=visit.person, drafts=drafts, now=visit.now)
    _tell(visit, laid)
    return laid


def _tell(visit: Visit, laid: Sequence[HandoverItem]) -> None:
    if laid:
        letter_to(visit.other_party).queue(
            "handover_shared", f"handover:{visit.collaboration.public_id}:{visit.other_party.pk}", visit.now
        )


@transaction.atomic
def mail_successor(*, successor: Successor, visit: Visit, email: str) -> None:
    """A new link is on its way to her. The mail says who invites, not what is handed over. History: a link was made.

    Refuses while the other takes no part (AloneError), and after ten of these mails in a day (TooManyTriesError).
    """
    envelope = Envelope(
        what="successor",
        kind="successor_invitation",
        page="portal:successor_link",
        name=successor.first_name,
        public_id=successor.public_id,
        other=visit.my_name,
    )

    def mint() -> str:
        return mint_successor_link(
            successor=successor, seat=visit.seat, other_takes_part=visit.takes_part, now=visit.now
        )

    mail_link(link=successor, envelope=envelope, mint=mint, visit=visit, email=email)
