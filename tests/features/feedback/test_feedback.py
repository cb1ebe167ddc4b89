"""Feedback: shared in exactly these words, answered once, cooled in private; and what the rules hear of it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.feedback.actions.appreciations import appreciate
from samenstroom.feedback.actions.decisions import (
    DecisionTerms,
    note_decision,
    say_of_decision,
    take_back_decision,
    tell_outcome,
)
from samenstroom.feedback.actions.feedback import answer_feedback, drop_draft, keep_draft, share_feedback
from samenstroom.feedback.models import Appreciation, Feedback, FeedbackDraft, MadeDecision
from samenstroom.feedback.queries.feedback import cooled_by_table, drafts_of, feedback_of
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.entries import Entry
from samenstroom.watch.gather import history_of, known_of
from tests.features.feedback.steps import SAID, given
from tests.people import Together, day, karin, noor, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


def kinds(table: Together) -> list[str]:
    return list(table.collaboration.lines.order_by("pk").values_list("kind", flat=True))


def entries(table: Together, n: int, kind: str, *, as_noor: bool = True) -> list[Entry]:
    look = table.seen_by_noor(day(n)) if as_noor else table.seen_by_marleen(day(n))
    known = known_of(look.person, [look])[look.collaboration.pk]
    return [one for one in history_of(look, known).entries if one.kind == kind]


def test_both_read_exactly_what_was_shared_and_once() -> None:
    table = together()
    assert given(table) == given(table)
    assert kinds(table).count("feedback_given") == 1
    theirs = feedback_of(table.seen_by_marleen(day(1)))[0]
    assert theirs.feedback.said["what"] == SAID["what"] and not theirs.i_gave and theirs.waits_for_me
    assert feedback_of(table.seen_by_noor(day(1)))[0].i_gave


def test_what_was_received_is_of_the_other_and_mails_nobody() -> None:
    table = together()
    share_feedback(seat=table.noors_seat, direction="received", said=SAID, said_on=day(0).date(), now=day(1))
    hers = feedback_of(table.seen_by_noor(day(1)))[0]
    assert hers.i_shared and not hers.i_gave
    assert not OutgoingMail.objects.filter(kind="feedback_given").exists()
    assert [one.whom for one in entries(table, 1, "feedback_with_reasons")] == ["other"]


def test_an_answer_stands_and_a_second_one_is_refused() -> None:
    table = together()
    made = given(table)
    answer_feedback(feedback=made, seat=table.marleens_seat, words="Klopt.", agreed="Zes woorden.", now=day(2))
    with pytest.raises(NotAllowedError):
        answer_feedback(feedback=made, seat=table.marleens_seat, words="Toch niet.", agreed="", now=day(3))
    view = feedback_of(table.seen_by_noor(day(3)))[0]
    assert view.theirs is not None and view.theirs.agreed == "Zes woorden." and not view.waits_for_me


def test_a_colleague_and_another_table_are_refused() -> None:
    table = together()
    made = given(table)
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    seat = seat_of(colleague, table.collaboration)
    for refused in (
        lambda: share_feedback(seat=seat, direction="given", said=SAID, said_on=day(1).date(), now=day(1)),
        lambda: answer_feedback(feedback=made, seat=seat, words="x", agreed="", now=day(1)),
        lambda: appreciate(seat=seat, words="x", now=day(1)),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_a_draft_cools_in_private_and_goes_when_it_is_shared() -> None:
    table = together()
    look = table.seen_by_noor(day(1))
    draft = keep_draft(visit=look, content={**SAID, "direction": "given"}, cools_days=1)
    assert drafts_of(table.seen_by_marleen(day(1))) == []
    for n, cool in ((1, False), (2, True)):
        found = cooled_by_table(table.noor, [table.seen_by_noor(day(n))])[table.collaboration.pk]
        assert (found is not None) is cool
    with pytest.raises(NotAllowedError):
        drop_draft(draft=draft, visit=table.seen_by_marleen(day(2)))
    share_feedback(seat=table.noors_seat, direction="given", said=SAID, said_on=day(2).date(), now=day(2), draft=draft)
    assert not FeedbackDraft.objects.exists()


def test_feedback_with_a_reason_is_a_good_step_and_without_any_it_is_told() -> None:
    table = together()
    given(table)
    given(table, n=2, by_noor=False, ground="taste", why="", proposal="")
    assert [one.whom for one in entries(table, 3, "feedback_with_reasons")] == ["self"]
    assert [one.whom for one in entries(table, 3, "criticism_without_reasons")] == ["other"]
    assert [one.whom for one in entries(table, 3, "criticism_without_reasons", as_noor=False)] == ["self"]


def decided(table: Together, **more: Any) -> MadeDecision:
    told: dict[str, Any] = {
        "what": "We kiezen het blauwe ontwerp.", "why": "", "advice": "overruled", "decided_by": table.marleens_seat.party,
        "expertise": table.noors_seat.party, "hours_undone": None, "decided_on": day(1).date(),
    }  # fmt: skip
    return note_decision(seat=table.noors_seat, terms=DecisionTerms(**(told | more)), now=day(1))


def test_a_decision_is_on_record_once_and_the_other_says_how_it_was() -> None:
    table = together()
    made = decided(table, hours_undone=Decimal("2.5"))
    assert decided(table, hours_undone=Decimal("2.5")) == made
    assert [one.number("hours") for one in entries(table, 2, "work_redone")] == [2.5]
    assert [one.whom for one in entries(table, 2, "advice_overruled")] == ["other"]
    with pytest.raises(NotAllowedError):
        say_of_decision(decision=made, seat=table.noors_seat, stance="so", words="", now=day(2))
    say_of_decision(decision=made, seat=table.marleens_seat, stance="otherwise", words="Samen.", now=day(2))
    assert entries(table, 2, "advice_overruled")[0].is_contested
    tell_outcome(decision=made, seat=table.marleens_seat, words="Het werkte.", now=day(9))
    take_back_decision(decision=made, seat=table.noors_seat, now=day(10))
    assert entries(table, 10, "decision_made") == []
    with pytest.raises(NotAllowedError):
        tell_outcome(decision=made, seat=table.noors_seat, words="Nog iets.", now=day(11))


def test_appreciation_is_said_once_a_day_in_the_same_words_and_heard_by_the_rules() -> None:
    table = together()
    for _twice in range(2):
        appreciate(seat=table.marleens_seat, words="Fijn dat je meedenkt.", now=day(1))
    assert Appreciation.objects.count() == 1
    assert [one.whom for one in entries(table, 2, "appreciation_given")] == ["other"]


def test_all_of_it_comes_out_of_a_dossier_as_it_went_in() -> None:
    table = together()
    answer_feedback(feedback=given(table), seat=table.marleens_seat, words="Klopt.", agreed="", now=day(2))
    say_of_decision(decision=decided(table), seat=table.marleens_seat, stance="so", words="", now=day(2))
    appreciate(seat=table.noors_seat, words="Dank.", now=day(2))
    keep_draft(visit=table.seen_by_noor(day(2)), content={**SAID, "direction": "given"}, cools_days=3)
    out = json.loads(json.dumps(export(table.seen_by_noor(day(4)))))
    again = read_in(document=out, person=table.noor, now=day(5))
    back = json.loads(json.dumps(export(visit(table.noor, again, now=day(5)))))
    for section in ("feedback_given", "decisions_made", "appreciated"):
        assert back[section] == out[section] and out[section]
    assert back["own"]["feedback_drafts"] == out["own"]["feedback_drafts"]
    theirs = export(table.seen_by_marleen(day(4)))
    assert "feedback_drafts" not in theirs.get("own", {})


def test_alone_at_the_table_everything_can_be_noted() -> None:
    person = noor()
    table = started(person)
    look = visit(person, table, now=day(1))
    share_feedback(seat=look.seat, direction="received", said=SAID, said_on=day(0).date(), now=day(1))
    appreciate(seat=look.seat, words="Fijn.", now=day(1))
    assert len(feedback_of(look)) == 1 and Feedback.objects.count() == 1


@pytest.fixture
def at_work(client: Client) -> Any:
    table = together()
    with clock.frozen(day(1)):
        client.force_login(table.noor)
        yield table, client, f"/s/{table.collaboration.public_id}/samenwerken/"


def test_nothing_is_shared_before_she_saw_how_it_will_read(at_work: Any) -> None:
    table, client, base = at_work
    post = {**SAID, "source_year": "2010", "do": "show"}
    page = client.post(f"{base}feedback/schrijven/geven/", post)
    text = page.content.decode()
    assert "Dit leest Marleen" in text and "meer dan vijf jaar oud" in text
    assert not Feedback.objects.exists()
    page = client.post(f"{base}feedback/schrijven/geven/", {**post, "do": "change"})
    assert page.status_code == 200 and SAID["what"] in page.content.decode()
    client.post(f"{base}feedback/schrijven/geven/", {**post, "do": "share"})
    assert Feedback.objects.get().said["source_year"] == 2010
    assert table.collaboration


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"what": ""}, "Schrijf hier iets"),
        ({"source_year": "vorig jaar"}, "Vul een jaar in"),
        ({"source_year": "2099"}, "Dit jaar komt nog"),
        ({"ground": "x"}, "Kies wat het best past"),
    ],
)
def test_wrong_input_keeps_what_was_typed(at_work: Any, wrong: dict[str, str], said: str) -> None:
    _table, client, base = at_work
    page = client.post(f"{base}feedback/schrijven/geven/", {**SAID, "source_year": "", **wrong, "do": "show"})
    assert page.status_code == 422
    assert said in page.content.decode() and SAID["why"] in page.content.decode()


def test_a_draft_is_kept_read_again_and_thrown_away(at_work: Any) -> None:
    _table, client, base = at_work
    client.post(f"{base}feedback/schrijven/geven/", {**SAID, "source_year": "", "do": "keep", "cooling": "night"})
    draft = FeedbackDraft.objects.get()
    assert "Kan het iets zachter" in client.get(f"{base}feedback/alleen-voor-mij/{draft.public_id}/").content.decode()
    client.post(f"{base}feedback/alleen-voor-mij/{draft.public_id}/", {"do": "drop"})
    assert not FeedbackDraft.objects.exists()


def test_a_decision_with_a_wrong_amount_says_so(at_work: Any) -> None:
    _table, client, base = at_work
    post = {"what": "Blauw.", "decided_by": "me", "advice": "none", "hours_undone": "veel", "decided_on": "2026-01-06"}
    page = client.post(f"{base}besluiten/nieuw/", post)
    assert page.status_code == 422 and "Vul een aantal uren in" in page.content.decode()
    page = client.post(f"{base}besluiten/nieuw/", {**post, "hours_undone": "2,5"}, follow=True)
    assert "2,5 uur werk telt niet meer mee" in page.content.decode()


def test_the_page_asks_the_same_number_of_queries_for_one_and_for_many(
    at_work: Any, django_assert_max_num_queries: Any
) -> None:
    table, client, base = at_work
    answer_feedback(feedback=given(table, n=0), seat=table.marleens_seat, words="x", agreed="", now=day(1))
    with CaptureQueriesContext(connection) as few:
        client.get(f"{base}feedback/")
    for number in range(30):
        answer_feedback(
            feedback=given(table, n=0, what=f"Nummer {number}"),
            seat=table.marleens_seat,
            words="x",
            agreed="",
            now=day(1),
        )
    with django_assert_max_num_queries(len(few)):
        client.get(f"{base}feedback/")
