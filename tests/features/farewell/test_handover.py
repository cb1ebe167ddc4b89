"""The handover: kept for oneself, on the table, ticked by both, and what the history tells of it."""

from __future__ import annotations

from typing import Any

import pytest

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import HistoryLine
from samenstroom.dossier.export import export
from samenstroom.farewell.actions.handover import (
    add_items,
    change_draft,
    change_item,
    drop_item,
    put_back,
    put_on_table,
    say_done,
    say_seen,
    throw_draft_away,
    undo_tick,
)
from samenstroom.farewell.models import HandoverItem, HandoverPlan
from samenstroom.farewell.queries.handover import access_items, drafts_of, handover_by_table, handover_of
from samenstroom.farewell.queries.offers import own_offers, shared_offers
from samenstroom.flows.handover import lay_items
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.handover import ItemWords
from samenstroom.rules.visibility import Circle
from tests.features.farewell.steps import MAILBOX, PLANNING, all_ticked, kept, laid
from tests.people import Together, day, noor, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def kinds(table: Together) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=table.collaboration, kind__contains="handover")
    return list(lines.order_by("pk").values_list("kind", flat=True))


def test_a_plan_is_one_line_of_history_and_done_is_one_more(table: Together) -> None:
    items = laid(table)
    laid(table, ItemWords("routine", "De nieuwsbrief", "", "1"))
    assert kinds(table) == ["handover_made"], "no line per item"
    all_ticked(table, [*items, HandoverItem.objects.latest("pk")])
    assert kinds(table) == ["handover_made", "handover_done"]
    assert handover_of(table.seen_by_noor(day(3))).is_finished


def test_ticking_on_and_off_keeps_the_history_calm(table: Together) -> None:
    [item] = laid(table, PLANNING)
    all_ticked(table, [item])
    for _again in range(3):
        undo_tick(item=item, seat=table.marleens_seat)
        say_seen(item=item, seat=table.marleens_seat, now=day(3))
    assert kinds(table) == ["handover_made", "handover_done"]
    laid(table, MAILBOX)
    all_ticked(table, [HandoverItem.objects.latest("pk")])
    assert kinds(table) == ["handover_made", "handover_done", "handover_done"], "a new moment, a new line"


def test_each_tick_has_its_own_who_and_when(table: Together) -> None:
    [item] = laid(table, PLANNING)
    with pytest.raises(NotAllowedError):
        say_done(item=item, seat=table.marleens_seat, other_takes_part=True, now=day(2))
    with pytest.raises(NotAllowedError):
        say_seen(item=item, seat=table.marleens_seat, now=day(2))
    say_done(item=item, seat=table.noors_seat, other_takes_part=True, now=day(2))
    say_done(item=item, seat=table.noors_seat, other_takes_part=True, now=day(5))
    assert [one.item.title for one in handover_of(table.seen_by_marleen(day(3))).waiting] == ["De planning"]
    assert not handover_of(table.seen_by_noor(day(3))).waiting
    say_seen(item=item, seat=table.marleens_seat, now=day(4))
    item.refresh_from_db()
    assert (item.done_by, item.done_at) == (table.noors_seat, day(2))
    assert (item.seen_by, item.seen_at) == (table.marleens_seat, day(4))
    with pytest.raises(NotAllowedError):
        undo_tick(item=item, seat=table.noors_seat)


def test_what_is_done_is_not_changed_and_what_was_dropped_comes_back(table: Together) -> None:
    item, other = laid(table)
    say_done(item=item, seat=table.noors_seat, other_takes_part=True, now=day(2))
    with pytest.raises(NotAllowedError):
        change_item(item=item, seat=table.marleens_seat, words=MAILBOX)
    change_item(item=other, seat=table.noors_seat, words=ItemWords("access", "De agenda"))
    drop_item(item=other, seat=table.noors_seat, now=day(3))
    assert [one.item.title for one in handover_of(table.seen_by_marleen()).dropped] == ["De agenda"]
    put_back(item=other, seat=table.marleens_seat)
    assert [one.item.title for one in access_items(table.seen_by_marleen())] == ["De agenda"]


def test_a_private_draft_leaves_no_trace_for_the_other(table: Together) -> None:
    before = handover_of(table.seen_by_marleen()), kinds(table), shared_offers(table.seen_by_marleen())
    drafts = kept(table, PLANNING, ItemWords("access", "Geheim", source="repair:x"))
    change_draft(draft=drafts[0], words=MAILBOX)
    assert (handover_of(table.seen_by_marleen()), kinds(table), shared_offers(table.seen_by_marleen())) == before
    assert not list(drafts_of(table.seen_by_marleen())) and not HandoverPlan.objects.exists()
    throw_draft_away(draft=drafts[1])
    assert [one.title for one in drafts_of(table.seen_by_noor())] == ["De mailbox"]


def test_she_puts_on_the_table_what_she_chose_and_only_what_is_hers(table: Together) -> None:
    one, other = kept(table, PLANNING, MAILBOX)
    with pytest.raises(NotAllowedError):
        put_on_table(seat=table.marleens_seat, person=table.marleen, drafts=[one], now=day(2))
    for _twice in range(2):
        put_on_table(seat=table.noors_seat, person=table.noor, drafts=[one], now=day(2))
    assert [view.item.title for view in handover_of(table.seen_by_marleen()).items] == ["De planning"]
    assert list(drafts_of(table.seen_by_noor())) == [other] and kinds(table) == ["handover_made"]
    throw_draft_away(draft=one)
    assert HandoverItem.objects.filter(pk=one.pk).exists(), "what lies on the table is of both"


def test_since_when_she_prepared_it_is_in_no_file_of_the_other(table: Together) -> None:
    (draft,) = kept(table, PLANNING)
    put_on_table(seat=table.noors_seat, person=table.noor, drafts=[draft], now=day(40))
    (told,) = export(table.seen_by_marleen(day(41)))["handover_items"]
    assert told["added_at"] == told["tabled_at"]


def test_the_other_is_told_once_and_nothing_of_it_is_in_the_mail(table: Together, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    table.marleen.email = "marleen@voorbeeld.nl"
    table.marleen.save()
    for words in (PLANNING, MAILBOX):
        lay_items(visit=table.seen_by_noor(day(1)), items=[words])
    mails = OutgoingMail.objects.filter(kind="handover_shared")
    assert mails.count() == 1
    for mail in mails:
        assert set(mail.words) <= {"name", "other", "until"} and "planning" not in str(mail.words)


def fact(table: Together, kind: str, *, note: str = "", circle: Circle = Circle.SHARED) -> HistoryLine:
    """Noor notes a fact about Marleen."""
    about = table.marleens_seat.party
    return write_line(seat=table.noors_seat, kind=kind, now=day(1), circle=circle, about=about, note=note)


def test_what_runs_is_offered_and_never_comes_along_by_itself(table: Together) -> None:
    fact(table, "promise_made", note="De foto’s nasturen")
    fact(table, "access_one_person")
    fact(table, "decision_left_open", note="Wie kiest het lettertype?")
    kept_promise = fact(table, "promise_made", note="Eerder")
    fact(table, "promise_kept")
    offers = shared_offers(table.seen_by_marleen(day(2)))
    assert [one.title for one in offers if one.kind == "access"] == ["Marleen had als enige toegang of kennis."]
    assert {one.title for one in offers} >= {"Wie kiest het lettertype?"} and len(offers) == 3
    assert kept_promise and not handover_of(table.seen_by_marleen()).items
    lay_items(visit=table.seen_by_marleen(day(2)), items=offers)
    lay_items(visit=table.seen_by_noor(day(2)), items=offers)
    assert len(handover_of(table.seen_by_noor()).items) == 3 and not shared_offers(table.seen_by_noor())


def test_what_she_noted_for_herself_is_offered_to_her_alone(table: Together) -> None:
    fact(table, "promise_made", note="Alleen ik weet dit", circle=Circle.PRIVATE)
    assert [one.title for one in own_offers(table.seen_by_noor())] == ["Alleen ik weet dit"]
    for seen in (table.seen_by_noor(), table.seen_by_marleen()):
        assert not shared_offers(seen)
    assert not own_offers(table.seen_by_marleen())


def test_what_she_keeps_is_still_offered_to_both(table: Together) -> None:
    fact(table, "access_one_person")
    [offer] = own_offers(table.seen_by_noor())
    kept(table, offer)
    assert not own_offers(table.seen_by_noor())
    assert len(shared_offers(table.seen_by_noor())) == len(shared_offers(table.seen_by_marleen())) == 1


def test_a_promise_goes_with_who_made_it(table: Together) -> None:
    fact(table, "promise_made")
    [offer] = shared_offers(table.seen_by_noor())
    assert offer.who == str(table.marleens_seat.party.position) and offer.title == "Marleen beloofde iets."


def test_alone_she_notes_everything_herself() -> None:
    me = noor()
    collaboration = started(me)
    seat = seat_of(me, collaboration)
    [item] = add_items(seat=seat, items=[MAILBOX], now=day(1))
    say_done(item=item, seat=seat, other_takes_part=False, now=day(2))
    assert handover_of(visit(me, collaboration, now=day(3))).is_finished
    assert HistoryLine.objects.filter(collaboration=collaboration, kind="handover_done").count() == 1


def test_queries_do_not_grow_with_the_list(table: Together, django_assert_num_queries: Any) -> None:
    laid(table, *(ItemWords("task", f"Ding {n}") for n in range(12)))
    seen = table.seen_by_noor()
    with django_assert_num_queries(1):
        assert len(handover_by_table(table.noor, [seen])[table.collaboration.pk].items) == 12
