"""A trial project: proposed by one, agreed by the other, one line per act, looked back on by both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine, Seat
from samenstroom.collaborations.queries import visits_of
from samenstroom.exchanges.actions import draft_answer, save_answers
from samenstroom.exploring.actions.trials import (
    Terms,
    agree_trial,
    begin_evaluation,
    drop_trial,
    finish_trial,
    note_agreed_outside,
    propose_trial,
)
from samenstroom.exploring.models import Trial
from samenstroom.exploring.queries.trials import current_trial, trials_by_table, trials_of
from samenstroom.exploring.weighed import Lean
from samenstroom.exploring.wording.trials import pay_words, trial_page, weighed_trial
from samenstroom.flows.trials import close_evaluation, suggest_trial, sweep_trials
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.trials import TrialState
from tests.people import Together, day, noor, seat_of, started, together, visit

pytestmark = pytest.mark.django_db

TERMS = Terms(
    scope="Drie mails schrijven.", starts_on=date(2026, 1, 6), ends_on=date(2026, 1, 16), pay="price", price="450",
    hours="", rate="", questions=["Loopt het overleg vanzelf?"],
)  # fmt: skip


@pytest.fixture
def table() -> Together:
    return together(stage="explore", with_rhythm=False)


def agreed(table: Together) -> Trial:
    trial = propose_trial(seat=table.noors_seat, terms=TERMS, now=day(0))
    agree_trial(trial=trial, seat=table.marleens_seat, now=day(1))
    return Trial.objects.get(pk=trial.pk)


def kinds() -> list[str]:
    return list(HistoryLine.objects.filter(kind__startswith="trial").order_by("pk").values_list("kind", flat=True))


def test_it_counts_once_the_other_agrees_and_each_act_is_one_line(table: Together) -> None:
    trial = propose_trial(seat=table.noors_seat, terms=TERMS, now=day(0))
    with pytest.raises(NotAllowedError):
        agree_trial(trial=trial, seat=table.noors_seat, now=day(1))
    agree_trial(trial=trial, seat=table.marleens_seat, now=day(1))
    agree_trial(trial=trial, seat=table.marleens_seat, now=day(2))
    finish_trial(trial=trial, seat=table.noors_seat, now=day(3))
    finish_trial(trial=trial, seat=table.marleens_seat, now=day(4))
    assert kinds() == ["trial_proposed", "trial_accepted", "trial_finished"]
    found = current_trial(table.seen_by_noor(now=day(4)))
    assert found is not None and found.state is TrialState.OVER


def test_a_counter_proposal_takes_its_place_and_the_first_can_no_longer_be_agreed(table: Together) -> None:
    first = propose_trial(seat=table.noors_seat, terms=TERMS, now=day(0))
    second = propose_trial(seat=table.marleens_seat, terms=replace(TERMS, price="300"), now=day(1))
    with pytest.raises(NotAllowedError):
        agree_trial(trial=first, seat=table.marleens_seat, now=day(2))
    agree_trial(trial=second, seat=table.noors_seat, now=day(2))
    assert [one.trial for one in trials_of(table.seen_by_noor(now=day(2)))] == [second]
    assert kinds() == ["trial_proposed", "trial_changed", "trial_accepted"]


def test_the_same_proposal_twice_is_one(table: Together) -> None:
    first = propose_trial(seat=table.noors_seat, terms=TERMS, now=day(0))
    assert propose_trial(seat=table.noors_seat, terms=TERMS, now=day(0)) == first
    assert kinds() == ["trial_proposed"]


def test_nothing_new_is_proposed_while_one_runs(table: Together) -> None:
    agreed(table)
    with pytest.raises(NotAllowedError):
        propose_trial(seat=table.marleens_seat, terms=replace(TERMS, scope="Iets anders."), now=day(3))
    propose_trial(seat=table.marleens_seat, terms=replace(TERMS, scope="Nog een."), now=day(20))
    assert len(trials_of(table.seen_by_noor(now=day(20)))) == 2


def test_alone_she_notes_that_it_was_agreed_and_the_other_can_confirm_later() -> None:
    me = noor()
    collaboration = started(me, stage="explore")
    trial = propose_trial(seat=seat_of(me, collaboration), terms=TERMS, now=day(0))
    note_agreed_outside(trial=trial, seat=seat_of(me, collaboration), now=day(1))
    found = current_trial(visit(me, collaboration, now=day(2)))
    assert found is not None and found.state is TrialState.RUNNING and found.is_unconfirmed
    page = trial_page(visit(me, collaboration, now=day(2)), found)
    assert page.say == "Genoteerd door Noor, nog niet bevestigd door Marleen."
    from tests.people import marleen_at

    marleen = marleen_at(collaboration, now=day(2))
    other = current_trial(visit(marleen, collaboration, now=day(2)))
    assert other is not None and other.waits_for_yes
    agree_trial(trial=trial, seat=seat_of(marleen, collaboration), now=day(3))
    confirmed = current_trial(visit(me, collaboration, now=day(3)))
    assert confirmed is not None and not confirmed.is_unconfirmed


def test_who_takes_part_says_yes_herself(table: Together) -> None:
    trial = propose_trial(seat=table.noors_seat, terms=TERMS, now=day(0))
    with pytest.raises(NotAllowedError):
        note_agreed_outside(trial=trial, seat=table.noors_seat, now=day(1))


@pytest.mark.parametrize("has_begun", [False, True], ids=["nobody began", "the other wrote a draft"])
def test_either_side_takes_it_off_but_not_once_it_is_over(table: Together, has_begun: bool) -> None:
    """Whether the other wrote a draft is hers alone, so trying to take it off must not tell."""
    trial = agreed(table)
    if has_begun:
        begin_evaluation(trial=trial, seat=table.noors_seat, now=day(20))
    with pytest.raises(NotAllowedError):
        drop_trial(trial=trial, seat=table.marleens_seat, now=day(20))
    other = together_again(table)
    drop_trial(trial=other, seat=table.marleens_seat, now=day(21))
    drop_trial(trial=other, seat=table.noors_seat, now=day(21))
    assert kinds().count("trial_dropped") == 1


def together_again(table: Together) -> Trial:
    return propose_trial(seat=table.noors_seat, terms=replace(TERMS, scope="Nog een."), now=day(21))


def test_another_table_cannot_touch_it(table: Together) -> None:
    trial = propose_trial(seat=table.noors_seat, terms=TERMS, now=day(0))
    elsewhere = seat_of(table.noor, started(table.noor, name="Elders"))
    for act in (agree_trial, drop_trial, finish_trial, note_agreed_outside, begin_evaluation):
        with pytest.raises(NotAllowedError):
            act(trial=trial, seat=elsewhere, now=day(1))


def looks_back(trial: Trial, seat: Seat, go_on: str, *, now: int = 20, send: bool = True) -> bool:
    exchange = begin_evaluation(trial=trial, seat=seat, now=day(now))
    answer = draft_answer(exchange=exchange, seat=seat)
    save_answers(answer=answer, answers={"found": ["Ja."], "themes": {"money": 5, "energy": 2}, "go_on": go_on})
    return close_evaluation(trial=trial, answer=answer, now=day(now)) if send else False


def test_looking_back_waits_until_it_is_over(table: Together) -> None:
    trial = agreed(table)
    with pytest.raises(NotAllowedError):
        begin_evaluation(trial=trial, seat=table.noors_seat, now=day(3))
    first = begin_evaluation(trial=trial, seat=table.noors_seat, now=day(20))
    assert begin_evaluation(trial=trial, seat=table.marleens_seat, now=day(20)) == first


def test_what_both_wrote_opens_together_and_counts_at_the_decision(table: Together) -> None:
    trial = agreed(table)
    assert not looks_back(trial, table.noors_seat, "go_if")
    mine = weighed_trial(table.seen_by_noor(now=day(20)))
    assert [(one.lean, one.circle.value) for one in mine] == [
        (Lean.OPEN, "private"), (Lean.FOR, "private"), (Lean.AGAINST, "private"),
    ]  # fmt: skip
    assert weighed_trial(table.seen_by_marleen(now=day(20))) == [], "sealed is sealed"
    assert looks_back(trial, table.marleens_seat, "stop")
    assert kinds()[-1] == "trial_evaluated"
    texts = [one.text for one in weighed_trial(table.seen_by_noor(now=day(21)))]
    assert "Marleen zou na het proefproject niet verdergaan." in texts


@override_settings(MAIL_MODE="preview")
def test_mail_is_sent_once_and_holds_no_content(table: Together) -> None:
    table.marleen.email = "marleen@voorbeeld.nl"
    table.marleen.save()
    for _twice in range(2):
        suggest_trial(visit=table.seen_by_noor(now=day(0)), terms=TERMS)
    trial = Trial.objects.get()
    agree_trial(trial=trial, seat=table.marleens_seat, now=day(1))
    sweep_trials(now=day(5))
    assert mails() == ["trial_proposed"]
    for hours in (0, 1):
        sweep_trials(now=day(20) + timedelta(hours=hours))
    assert mails() == ["trial_evaluation", "trial_evaluation", "trial_proposed"]
    assert "Drie mails" not in str([mail.words for mail in OutgoingMail.objects.all()])
    looks_back(Trial.objects.get(), table.noors_seat, "go")
    assert OutgoingMail.objects.exclude(cancelled_at=None).get().to_email == "noor@voorbeeld.nl"


def mails() -> list[str]:
    return sorted(OutgoingMail.objects.values_list("kind", flat=True))


def test_pay_in_words(table: Together) -> None:
    by_hour = Trial(pay="hours", hours="7.5", rate="60")
    assert pay_words(by_hour) == "7,5 uur voor € 60 per uur, samen € 450"
    assert pay_words(Trial(pay="price", price="450")) == "€ 450"
    assert pay_words(Trial(pay="unpaid")) == "Onbetaald"


def test_any_number_of_tables_takes_as_many_queries(table: Together) -> None:
    agreed(table)
    counts = []
    for name in ("Twee", "Drie"):
        visits = visits_of(table.noor, day(5))
        with CaptureQueriesContext(connection) as asked_for:
            trials_by_table(table.noor, visits)
        counts.append(len(asked_for))
        started(table.noor, name=name)
    assert counts[0] == counts[1]
