"""A deal that was read back, extra work and an advice at the first table, the same in every world."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from samenstroom.agreements.actions.advices import give_advice
from samenstroom.agreements.actions.extra_work import OfferTerms, ask_extra, counter_extra
from samenstroom.agreements.actions.readbacks import put_readback
from samenstroom.agreements.models import AdviceText, Deal
from samenstroom.kit import tokens

if TYPE_CHECKING:
    from tests.worlds import World


def add_deals(world: World) -> None:
    """Marleen read a deal back and asked something extra that Noor priced; Noor advised against a plan."""
    noor, marleen = world.visit(world.noor, world.first), world.visit(world.marleen, world.first)
    with tokens.seeded(230):
        put_readback(
            seat=marleen.seat, deal=Deal("We bellen elke maandag.", "phone", date(2026, 3, 1), {"payment_term_days": 14}),
            other_takes_part=True, now=noor.now - timedelta(days=4),
        )  # fmt: skip
        work = ask_extra(
            seat=marleen.seat, what="Een extra nieuwsbrief", terms=OfferTerms(), other_asked=False,
            other_takes_part=True, now=noor.now - timedelta(days=3),
        )  # fmt: skip
        terms = OfferTerms(amount=Decimal(120), due_on=date(2026, 8, 1))
        counter_extra(work=work, seat=noor.seat, terms=terms, now=noor.now - timedelta(days=2))
        text = AdviceText("Alles op vrijdag.", "Spreid het over de week.", "Zo blijft er rust.")
        give_advice(seat=noor.seat, text=text, extra_work=work, now=noor.now - timedelta(days=1))
