"""Small agreements: a deal read back, extra work and an advice; together, alone, refused, and known to the rules."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenstroom.agreements.actions.advices import answer_advice, tell_outcome, withdraw_advice
from samenstroom.agreements.actions.extra_work import OfferTerms, agree_extra, counter_extra, drop_extra
from samenstroom.agreements.actions.readbacks import confirm_readback, contest_readback, withdraw_readback
from samenstroom.agreements.models import AdviceText, AgreementVersion, Deal, ExtraWork, ReadBack
from samenstroom.agreements.queries.extra_work import agreed_extra_work_by_table, extra_of
from samenstroom.agreements.queries.in_force import in_force_at, in_force_by_table
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows.deals import advise, price_extra, put_extra, read_back, say_yes_to_extra
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.indicators.work.extra import look
from samenstroom.watch.gather import history_of, known_of
from tests.people import Together, day, noor, ruben, started, together, visit

pytestmark = pytest.mark.django_db
DEAL = Deal("We bellen elke maandag.", "phone", date(2026, 1, 4), {"payment_term_days": 7})
PRICE = OfferTerms(amount=Decimal(120))


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def kinds(table: Any) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=table).order_by("pk")
    return [one.kind for one in lines if one.kind.startswith(("deal", "extra", "advice"))]


def asked(table: Together, terms: OfferTerms = OfferTerms()) -> ExtraWork:  # noqa: B008
    """Marleen asks for a logo."""
    return put_extra(visit=table.seen_by_marleen(day(1)), what="Een logo", terms=terms)


def told(table: Together, n: int) -> Any:
    seen = table.seen_by_noor(day(n))
    return history_of(seen, known_of(table.noor, [seen])[table.collaboration.pk])


def test_extra_work_is_asked_priced_countered_and_agreed(table: Together) -> None:
    work = asked(table)
    (view,) = extra_of(table.seen_by_noor(day(1)))
    assert view.is_my_turn and view.waits_for_price and not view.can_agree
    price_extra(visit=table.seen_by_noor(day(2)), work=work, terms=PRICE)
    with pytest.raises(NotAllowedError):
        agree_extra(work=work, seat=table.noors_seat, other_takes_part=True, now=day(2))
    price_extra(visit=table.seen_by_marleen(day(3)), work=work, terms=OfferTerms(Decimal(100), Decimal("2.5")))
    for _ in range(2):
        say_yes_to_extra(visit=table.seen_by_noor(day(4)), work=work)
    (made,) = agreed_extra_work_by_table(table.noor, [table.seen_by_noor(day(5))])[table.collaboration.pk]
    assert (made.amount, made.hours, made.offers.count()) == (Decimal(100), Decimal("2.5"), 2)
    assert kinds(table.collaboration) == ["extra_put", "extra_priced", "extra_priced", "extra_accepted"]
    with pytest.raises(NotAllowedError):
        drop_extra(work=work, seat=table.marleens_seat, now=day(5))


def test_a_yes_is_to_the_price_that_was_read_and_never_to_another_one(table: Together) -> None:
    work = asked(table)
    price_extra(visit=table.seen_by_noor(day(2)), work=work, terms=PRICE)
    marleen = Client()
    marleen.force_login(table.marleen)
    with clock.frozen(day(3)):
        page = marleen.get(reverse("portal:extra_work", args=[table.collaboration.public_id])).content.decode()
        (read,) = re.findall(r'name="offer" value="([^"]+)"', page)
        price_extra(visit=table.seen_by_noor(day(3)), work=work, terms=OfferTerms(amount=Decimal(900)))
        here = reverse("portal:extra_work_answer", args=[table.collaboration.public_id, work.public_id])
        for stale in (read, ""):
            marleen.post(here, {"do": "agree", "offer": stale})
            work.refresh_from_db()
            assert work.agreed_at is None
        marleen.post(here, {"do": "agree", "offer": "2"})
    work.refresh_from_db()
    assert work.agreed_at is not None and work.amount == Decimal(900)


def test_the_rules_see_what_has_no_price_and_a_yes_silences_it(table: Together) -> None:
    work = asked(table)
    assert [one.side.value for one in look(told(table, 2))] == ["other"]
    price_extra(visit=table.seen_by_noor(day(2)), work=work, terms=PRICE)
    assert look(told(table, 3)) == ()
    say_yes_to_extra(visit=table.seen_by_marleen(day(3)), work=work)
    history = told(table, 4)
    assert look(history) == () and [one.data["amount"] for one in history.of("extra_work_agreed")] == [120.0]


def test_a_no_of_the_other_answers_it_and_taking_it_back_leaves_nothing(table: Together) -> None:
    drop_extra(work=asked(table), seat=table.noors_seat, now=day(2))
    history = told(table, 3)
    assert look(history) == () and history.of("extra_work_asked") and history.of("offer_declined")
    other = put_extra(visit=table.seen_by_marleen(day(4)), what="Een folder", terms=OfferTerms())
    drop_extra(work=other, seat=table.marleens_seat, now=day(4))
    assert len(told(table, 5).of("extra_work_asked")) == 1


def test_the_same_again_changes_nothing_and_strangers_change_nothing(table: Together) -> None:
    work = asked(table, PRICE)
    assert asked(table, PRICE) == work and ExtraWork.objects.count() == 1
    counter_extra(work=work, seat=table.marleens_seat, terms=PRICE, now=day(2))
    assert work.offers.count() == 1
    with pytest.raises(NotAllowedError):
        counter_extra(work=work, seat=table.noors_seat, terms=OfferTerms(), now=day(2))
    elsewhere = together(by=ruben(), with_rhythm=False)
    with pytest.raises(NotAllowedError):
        agree_extra(work=work, seat=elsewhere.noors_seat, other_takes_part=True, now=day(2))


def test_alone_everything_is_noted_and_nobody_is_mailed(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    me = noor()
    collaboration = started(me)
    seen = visit(me, collaboration, now=day(1))
    word = put_extra(visit=seen, what="Een logo", terms=PRICE, other_asked=True, is_agreed=True)
    later = put_extra(visit=seen, what="Een folder", terms=PRICE)
    assert word.noted_at and word.agreed_at and word.agreed_by is None and later.is_open
    say_yes_to_extra(visit=seen, work=later)
    made = read_back(visit=seen, deal=DEAL)
    assert made.noted_at and made.confirmed_at is None and in_force_at(seen) is None
    advise(visit=seen, text=AdviceText("Alles op vrijdag.", "Spreiden.", "Rust."))
    assert len(agreed_extra_work_by_table(me, [seen])[collaboration.pk]) == 2
    assert not OutgoingMail.objects.exists()


def test_a_deal_counts_once_the_other_confirms(table: Together) -> None:
    made = read_back(visit=table.seen_by_noor(day(1)), deal=DEAL)
    assert read_back(visit=table.seen_by_noor(day(1)), deal=DEAL) == made
    assert in_force_at(table.seen_by_noor(day(1))) is None
    with pytest.raises(NotAllowedError):
        confirm_readback(readback=made, seat=table.noors_seat, now=day(1))
    for _ in range(2):
        confirm_readback(readback=made, seat=table.marleens_seat, now=day(2))
    holds = in_force_at(table.seen_by_marleen(day(3)))
    assert holds is not None and (holds.payment_days, holds.since) == (7, day(2).date())
    assert kinds(table.collaboration) == ["deal_read_back", "deal_confirmed"]
    assert [one.stance.value for one in told(table, 3).of("deal_spoken")] == ["so"]
    with pytest.raises(NotAllowedError):
        withdraw_readback(readback=made, seat=table.noors_seat, now=day(3))


def test_seen_otherwise_is_answered_by_a_new_text(table: Together) -> None:
    first = read_back(visit=table.seen_by_noor(day(1)), deal=DEAL)
    contest_readback(readback=first, seat=table.marleens_seat, words="Het was veertien.", now=day(2))
    again = Deal("We bellen.", "phone", DEAL.agreed_on, {"payment_term_days": 14})
    second = read_back(visit=table.seen_by_noor(day(3)), deal=again, answers=first)
    with pytest.raises(NotAllowedError):
        confirm_readback(readback=first, seat=table.marleens_seat, now=day(4))
    confirm_readback(readback=second, seat=table.marleens_seat, now=day(4))
    holds = in_force_at(table.seen_by_noor(day(5)))
    assert holds is not None and holds.payment_days == 14
    assert ReadBack.objects.get(pk=first.pk).contest_words == "Het was veertien."


def test_a_signed_version_holds_first_and_what_was_confirmed_after_it_takes_its_place(table: Together) -> None:
    confirm_readback(
        readback=read_back(visit=table.seen_by_noor(day(1)), deal=DEAL), seat=table.marleens_seat, now=day(1)
    )
    AgreementVersion.objects.create(
        collaboration=table.collaboration, number=1, put_at=day(2), signed_at=day(3), provider=table.noors_seat.party,
        content={"jurisdiction": "NL", "facts": {"hours_per_week_expected": "8"},
                 "clauses": [{"code": "invoicing", "terms": {"payment_term_days": 30}}]},
    )  # fmt: skip
    holds = in_force_at(table.seen_by_noor(day(4)))
    assert holds is not None and holds.payment_days == 30
    newer = Deal("Toch sneller.", "mail", DEAL.agreed_on, {"payment_term_days": 10})
    confirm_readback(
        readback=read_back(visit=table.seen_by_noor(day(5)), deal=newer), seat=table.marleens_seat, now=day(5)
    )
    seen = table.seen_by_noor(day(6))
    with CaptureQueriesContext(
        connection,
    ) as asked_:
        holds = in_force_by_table(table.noor, [seen])[table.collaboration.pk]
    assert len(asked_) == 2
    assert holds is not None and (holds.payment_days, holds.hours_per_week) == (10, Decimal(8))


def test_an_advice_is_answered_freely_and_told_neutrally(table: Together) -> None:
    work = asked(table)
    text = AdviceText("Alles op vrijdag.", "Spreiden.", "Rust.", "Een onderzoek", "2024")
    advice = advise(visit=table.seen_by_noor(day(2)), text=text, extra_work=work)
    assert advise(visit=table.seen_by_noor(day(2)), text=text, extra_work=work) == advice
    with pytest.raises(NotAllowedError):
        answer_advice(advice=advice, seat=table.noors_seat, choice="follows", now=day(3))
    answer_advice(advice=advice, seat=table.marleens_seat, choice="read", now=day(3))
    assert told(table, 4).of("advice_overruled") == ()
    answer_advice(advice=advice, seat=table.marleens_seat, choice="otherwise", now=day(4))
    (fact,) = told(table, 5).of("advice_overruled")
    assert fact.about is not None and fact.about.value == "other"
    tell_outcome(advice=advice, seat=table.noors_seat, outcome="Het liep goed.", now=day(9))
    with pytest.raises(NotAllowedError):
        withdraw_advice(advice=advice, seat=table.noors_seat, now=day(9))
    assert kinds(table.collaboration)[1:] == ["advice_given", "advice_read", "advice_otherwise", "advice_outcome"]
