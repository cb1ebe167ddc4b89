"""What was signed elsewhere at the first table, the same in every world: noted by Noor, and Marleen was not asked yet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samenstroom.agreements.actions.elsewhere import Noted, Paper, note_elsewhere
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.wording.elsewhere import elsewhere_content
from samenstroom.kit import clock, tokens

if TYPE_CHECKING:
    from tests.worlds import World

TERMS = {"payment_term_days": 21, "hourly_rate_eur": "62.50", "notice_days_client": 30, "suspension_right": True}


def elsewhere(world: World) -> None:
    """A note with a PDF that waits for an answer; the text that lay open before it still does."""
    visit = world.visit(world.noor, world.first)
    lay_open = list(AgreementVersion.objects.filter(collaboration=world.first, withdrawn_at=None))
    now = visit.now - timedelta(days=1)
    with tokens.seeded(290):
        made = note_elsewhere(
            seat=visit.seat,
            noted=Noted(
                content=elsewhere_content(visit, TERMS, i_do_the_work=True),
                provider=visit.party,
                signed_on=clock.day_of(now) - timedelta(days=6),
                paper=Paper("getekend.pdf", "application/pdf", b"%PDF-1.7 getekend"),
            ),
            other_takes_part=True,
            now=now,
        )
    AgreementVersion.objects.filter(pk__in=[one.pk for one in lay_open]).update(withdrawn_at=None, withdrawn_by=None)
    world.own["elsewhere"] = str(made.number)
