"""For when it ever stops: proposed and accepted, noted alone, offered again at the farewell, and a plan of one's own."""

from __future__ import annotations

import pytest

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.farewell.queries.offers import shared_offers
from samenstroom.flows.exit_plans import suggest_exit_plan
from samenstroom.planning.actions.exit_plans import keep_own_exit_plan
from samenstroom.planning.actions.pages import accept_page, drop_page
from samenstroom.planning.actions.start_lists import EntryTerms, add_entries
from samenstroom.planning.queries.exit_plans import exit_plans_at, own_exit_plan_of
from samenstroom.planning.queries.start_lists import entries_of
from samenstroom.planning.wording.exit_plans import exit_page, to_begin_with
from samenstroom.watch.shelves.exit_plan import SHELF
from tests.people import Together, day, karin, noor, started, together, visit

pytestmark = pytest.mark.django_db
WHAT = {"owners": "Het domein is van Marleen.", "back": "Noor gooit de klantgegevens weg."}


@pytest.fixture
def two() -> Together:
    return together(with_rhythm=False)


def kinds() -> list[str]:
    return list(HistoryLine.objects.filter(kind__startswith="exit_").order_by("pk").values_list("kind", flat=True))


def test_it_holds_once_the_other_says_yes_and_each_is_told_once(two: Together) -> None:
    made = suggest_exit_plan(visit=two.seen_by_noor(day(1)), content=WHAT)
    assert suggest_exit_plan(visit=two.seen_by_noor(day(1)), content=WHAT) == made
    with pytest.raises(NotAllowedError):
        accept_page(page=made, seat=two.noors_seat, now=day(2))
    for _twice in range(2):
        accept_page(page=made, seat=two.marleens_seat, now=day(2))
    found = exit_plans_at(two.seen_by_noor(day(3)))
    assert found.holds is not None and found.proposed is None
    assert exit_page(two.seen_by_noor(day(3)), found.holds).title == "Zo gaat het als het stopt"
    assert kinds() == ["exit_plan_proposed", "exit_plan_accepted"]
    with pytest.raises(NotAllowedError):
        drop_page(page=made, seat=two.noors_seat, now=day(3))


def test_what_holds_goes_on_until_the_next_one_is_accepted(two: Together) -> None:
    first = suggest_exit_plan(visit=two.seen_by_noor(day(1)), content=WHAT)
    accept_page(page=first, seat=two.marleens_seat, now=day(2))
    second = suggest_exit_plan(visit=two.seen_by_marleen(day(3)), content={"days": "Een week."})
    assert exit_plans_at(two.seen_by_noor(day(3))).holds is not None
    accept_page(page=second, seat=two.noors_seat, now=day(4))
    holds = exit_plans_at(two.seen_by_noor(day(5))).holds
    assert holds is not None and holds.page == second


def test_alone_it_is_noted_and_asks_nobody() -> None:
    me = noor()
    seen = visit(me, started(me))
    suggest_exit_plan(visit=seen, content=WHAT)
    found = exit_plans_at(seen)
    assert found.holds is not None and found.holds.page.noted_at
    assert not list(SHELF.asks(seen, found))


def test_who_reads_along_proposes_nothing(two: Together) -> None:
    colleague = karin(colleague_of=two.noor)
    show_colleague(by=two.noors_seat, colleague=colleague, now=day(1))
    with pytest.raises(NotAllowedError):
        suggest_exit_plan(visit=visit(colleague, two.collaboration), content=WHAT)


def test_it_begins_with_what_the_list_of_accesses_says_and_the_farewell_offers_it_again(two: Together) -> None:
    seen = two.seen_by_noor(day(1))
    terms = EntryTerms({"what": "Webwinkel", "holder": "both", "where": "De kluis"}, seen.party)
    add_entries(seat=seen.seat, kind="access", entries=[terms], now=day(1))
    assert "Webwinkel" in to_begin_with(seen, entries_of(seen, "access"), None)["owners"]
    made = suggest_exit_plan(visit=seen, content=WHAT)
    assert not [one for one in shared_offers(seen) if one.source.startswith("exit:")]
    accept_page(page=made, seat=two.marleens_seat, now=day(2))
    offered = [one.where for one in shared_offers(two.seen_by_marleen(day(3))) if one.source.startswith("exit:")]
    assert offered == list(WHAT.values())


def test_her_own_plan_is_hers_alone(two: Together) -> None:
    keep_own_exit_plan(visit=two.seen_by_noor(day(1)), answers={"signs": "GEHEIM"})
    keep_own_exit_plan(visit=two.seen_by_noor(day(2)), answers={"signs": "Ik slaap slecht."})
    assert own_exit_plan_of(two.seen_by_noor(day(3))) == {"signs": "Ik slaap slecht."}
    assert own_exit_plan_of(two.seen_by_marleen(day(3))) == {}
    assert not kinds()
