"""Looking at the agreement together: told by one, agreed by the other, and the next day counted from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.agreements.actions.reviews import agree_review, say_review, withdraw_review
from samenstroom.agreements.models import Review
from samenstroom.agreements.queries.in_force import InForce, in_force_at
from samenstroom.agreements.queries.reviews import reviews_of
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine
from samenstroom.kit import clock
from samenstroom.watch.shelves import asks_of, entries_of, laid_ready, rows_of
from tests.features.agreements.addenda_steps import agreed
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


def said(two: Together, on: int = 5, outcome: str = "good", **more: str) -> Review:
    """Noor tells how they looked."""
    return say_review(
        seat=two.noors_seat, outcome=outcome, words=more.get("words", "Fijn."), looked_on=clock.day_of(day(on)),
        other_takes_part=True, now=day(on),
    )  # fmt: skip


def test_it_counts_once_both_say_so(two: Together) -> None:
    review = said(two)
    assert not review.counts
    agree_review(review=review, seat=two.marleens_seat, now=day(6))
    agree_review(review=review, seat=two.marleens_seat, now=day(7))
    (view,) = reviews_of(two.seen_by_noor(now=day(7)))
    assert view.review.counts
    lines = HistoryLine.objects.filter(collaboration=two.collaboration, kind__startswith="review").order_by("pk")
    assert [one.kind for one in lines] == ["review_said", "review_agreed"]


def test_another_account_takes_the_place_of_one_that_waits(two: Together) -> None:
    first = said(two)
    assert said(two) == first
    other = say_review(
        seat=two.marleens_seat, outcome="change", words="", looked_on=clock.day_of(day(5)), other_takes_part=True,
        now=day(6),
    )  # fmt: skip
    assert [one.review for one in reviews_of(two.seen_by_noor(now=day(7)))] == [other]


def test_who_may_not_and_what_cannot(two: Together) -> None:
    review = said(two)
    with pytest.raises(NotAllowedError):
        agree_review(review=review, seat=two.noors_seat, now=day(6))
    with pytest.raises(NotAllowedError):
        withdraw_review(review=review, seat=two.marleens_seat, now=day(6))
    with pytest.raises(NotAllowedError):
        say_review(
            seat=two.noors_seat, outcome="good", words="", looked_on=clock.day_of(day(9)), other_takes_part=True,
            now=day(6),
        )  # fmt: skip
    withdraw_review(review=review, seat=two.noors_seat, now=day(6))
    with pytest.raises(NotAllowedError):
        agree_review(review=review, seat=two.marleens_seat, now=day(7))


@pytest.mark.parametrize(
    ("looked_on", "next_on"),
    [(None, date(2026, 7, 5)), (date(2026, 5, 20), date(2026, 11, 20))],
    ids=["never", "looked early"],
)
def test_the_next_day_is_counted_from_the_last_look(looked_on: date | None, next_on: date) -> None:
    held = InForce("v", date(2026, 1, 5), None, "NL", {"review_months": 6})
    assert held.ahead(TODAY, looked_on).review_on == next_on


@pytest.mark.parametrize(("renews", "tell_by"), [(True, date(2026, 6, 1)), (False, date(2026, 7, 1))])
def test_what_renews_by_itself_has_to_be_told_before_its_end(renews: bool, tell_by: date) -> None:
    terms = {"end_date": "2026-07-01", "tacit_renewal": renews, "renewal_notice_days": 30}
    held = InForce("v", date(2026, 1, 5), None, "NL", terms)
    ahead = held.ahead(TODAY)
    assert ahead.tell_by == tell_by
    assert ahead.is_choice_near(TODAY) and not ahead.is_choice_near(TODAY - timedelta(days=61))


def test_a_day_that_comes_near_is_told_and_a_look_makes_it_quiet(two: Together) -> None:
    agreed(two)
    far, near = two.seen_by_noor(now=day(20)), two.seen_by_noor(now=day(180))
    assert _review_asks(far) == []
    held = in_force_at(near)
    assert held is not None and held.ahead(clock.day_of(near.now)).review_on
    assert _review_asks(near) == ["review"]
    agree_review(review=said(two, on=179), seat=two.marleens_seat, now=day(179))
    assert _review_asks(near) == []
    lies = laid_ready(two.noor, [near])[two.collaboration.pk]
    assert "talk_held" in {one.kind for one in entries_of(near, lies)}
    assert not [row for row in rows_of(near, lies) if row.page == "review"]


def _review_asks(visit: object) -> list[str]:
    lies = laid_ready(visit.person, [visit])[visit.collaboration.pk]  # type: ignore[attr-defined]
    return [one.page for one in asks_of(visit, lies) if one.page == "review"]  # type: ignore[arg-type]


def test_on_the_page_one_tells_and_the_other_agrees(two: Together) -> None:
    agreed(two)
    noor, marleen = Client(), Client()
    noor.force_login(two.noor)
    marleen.force_login(two.marleen)
    key = two.collaboration.public_id
    hers, theirs = reverse("workspace:review", args=[key]), reverse("portal:review", args=[key])
    with clock.frozen(day(8)):
        assert noor.post(hers, {"outcome": "", "looked_on": "8-1-2030"}).status_code == 422
        told = {"outcome": "change", "looked_on": "12-1-2026", "words": "De uren knellen."}
        assert noor.post(hers, told).status_code == 302
        page = marleen.get(theirs).content.decode()
        assert "De uren knellen." in page and "Ja, zo was het" in page
        review = Review.objects.get()
        marleen.post(reverse("portal:review_answer", args=[key, review.public_id]), {"do": "agree"})
        assert "Verander een deel" in noor.get(hers).content.decode()
    review.refresh_from_db()
    assert review.counts
