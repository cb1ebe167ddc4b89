"""Small agreements: what one side puts on the table, and a mail that says no more than that."""

from __future__ import annotations

from samenstroom.agreements.actions.advices import give_advice
from samenstroom.agreements.actions.extra_work import OfferTerms, agree_extra, ask_extra, counter_extra
from samenstroom.agreements.actions.readbacks import put_readback
from samenstroom.agreements.models import Advice, AdviceText, Deal, ExtraWork, ReadBack
from samenstroom.collaborations.visits import Visit

from .letters import letter_to
from .plan import plan_extra_work


def read_back(*, visit: Visit, deal: Deal, answers: ReadBack | None = None) -> ReadBack:
    """Read a deal back and tell the other; alone it is noted, and nobody is told."""
    made = put_readback(seat=visit.seat, deal=deal, other_takes_part=visit.takes_part, answers=answers, now=visit.now)
    _tell(visit, "readback_asked", f"readback:{made.public_id}")
    return made


def put_extra(
    *, visit: Visit, what: str, terms: OfferTerms, other_asked: bool = False, is_agreed: bool = False
) -> ExtraWork:
    """Put something extra on the table and tell the other; alone it is noted, and nobody is told."""
    made = ask_extra(
        seat=visit.seat, what=what, terms=terms, other_asked=other_asked, other_takes_part=visit.takes_part,
        is_agreed=is_agreed, now=visit.now,
    )  # fmt: skip
    plan_extra_work(visit=visit, work=made)
    _tell(visit, "extra_work_asked", f"extra:{made.public_id}")
    return made


def price_extra(*, visit: Visit, work: ExtraWork, terms: OfferTerms) -> None:
    """Offer something else and tell the other; one mail per offer."""
    before = work.offers.count()
    counter_extra(work=work, seat=visit.seat, terms=terms, now=visit.now)
    if work.offers.count() > before:
        _tell(visit, "extra_work_countered", f"extra:{work.public_id}:{before + 1}")


def say_yes_to_extra(*, visit: Visit, work: ExtraWork, read: str | None = None) -> None:
    """Say yes to the offer she read and tell the other."""
    agree_extra(work=work, seat=visit.seat, other_takes_part=visit.takes_part, now=visit.now, read=read)
    work.refresh_from_db()
    plan_extra_work(visit=visit, work=work)
    _tell(visit, "extra_work_answered", f"extra:{work.public_id}:yes")


def advise(*, visit: Visit, text: AdviceText, extra_work: ExtraWork | None = None) -> Advice:
    """Give an advice and tell the other that it is there."""
    made = give_advice(seat=visit.seat, text=text, extra_work=extra_work, now=visit.now)
    _tell(visit, "advice_given", f"advice:{made.public_id}")
    return made


def _tell(visit: Visit, kind: str, unique_key: str) -> None:
    if visit.takes_part:
        letter_to(visit.other_party).queue(kind, unique_key, visit.now)
