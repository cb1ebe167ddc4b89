"""What two people do with small agreements, in tests: through the flows that send mail."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samenstroom.agreements.actions.extra_work import OfferTerms
from samenstroom.agreements.models import AdviceText, Deal
from samenstroom.flows.deals import advise, price_extra, put_extra, read_back, say_yes_to_extra
from tests.people import Together, day


def agrees_along_the_way(table: Together, mark: str) -> None:
    """A deal is read back, extra work is asked, priced and agreed, and an advice is given, with a mark in all words."""
    noor, marleen = table.seen_by_noor(now=day(9)), table.seen_by_marleen(now=day(9))
    read_back(visit=noor, deal=Deal(mark, "talk", date(2026, 1, 5)))
    work = put_extra(visit=noor, what=mark, terms=OfferTerms())
    price_extra(visit=marleen, work=work, terms=OfferTerms(amount=Decimal(90)))
    price_extra(visit=noor, work=work, terms=OfferTerms(amount=Decimal(95)))
    say_yes_to_extra(visit=marleen, work=work)
    advise(visit=noor, text=AdviceText(mark, mark, mark, mark, "2024", mark), extra_work=work)
