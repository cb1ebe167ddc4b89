"""A repair attempt: who may propose, agree and take it off, and how it opens for both at once."""

import itertools

import pytest

from samenstroom.accounts.models import Person
from samenstroom.adjusting.actions import attempts as actions
from samenstroom.adjusting.actions.own_attempts import look_back_on_own, start_own_attempt
from samenstroom.adjusting.models import OwnAttempt, RepairAttempt
from samenstroom.adjusting.queries.attempts import attempts_of, current_attempt, due_own_attempts, own_attempts_of
from samenstroom.adjusting.wording.attempts import attempt_page, look_page
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.wording import sentence
from samenstroom.dossier.export import export
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.exchanges.models import Exchange, ExchangeAnswer
from samenstroom.flows.adjusting import suggest_again, suggest_attempt
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.attempts import Said
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.mirrored import swapped_visit
from tests.features.adjusting.steps import kinds, on, proposed, running, says, terms
from tests.people import Together, day, karin, noor, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def test_a_proposal_waits_for_the_other_and_the_stage_stays_as_it_is(table: Together) -> None:
    proposed(table)
    mine, theirs = (current_attempt(one) for one in (table.seen_by_noor(day(1)), table.seen_by_marleen(day(1))))
    assert mine and theirs
    assert (mine.waits_for_yes, theirs.waits_for_yes) == (False, True)
    running(together(by=table.noor, with_rhythm=False))
    table.collaboration.refresh_from_db()
    assert table.collaboration.stage == "work"


def test_a_counter_proposal_takes_the_place_of_the_first_with_one_line(table: Together) -> None:
    first = proposed(table)
    actions.propose_attempt(seat=table.marleens_seat, terms=terms(until=14), now=day(1))
    assert kinds(table.collaboration) == ["attempt_proposed", "attempt_changed"]
    (view,) = attempts_of(table.seen_by_noor(day(1)))
    assert view.waits_for_yes and view.attempt.look_back_on == on(14)
    with pytest.raises(NotAllowedError):
        actions.agree_attempt(attempt=first, seat=table.marleens_seat, now=day(2))


def test_twice_the_same_is_once(table: Together) -> None:
    assert proposed(table) == proposed(table, now=day(1))
    attempt = running(table)
    actions.agree_attempt(attempt=attempt, seat=table.marleens_seat, now=day(3))
    actions.drop_attempt(attempt=attempt, seat=table.noors_seat, now=day(4))
    actions.drop_attempt(attempt=attempt, seat=table.noors_seat, now=day(4))
    assert kinds(table.collaboration) == ["attempt_proposed", "attempt_agreed", "attempt_dropped"]
    assert attempts_of(table.seen_by_noor(day(5))) == []


def test_nobody_agrees_with_herself_or_at_another_table(table: Together) -> None:
    attempt = proposed(table)
    elsewhere = together(by=ruben(), with_rhythm=False)
    for seat in (table.noors_seat, elsewhere.marleens_seat):
        with pytest.raises(NotAllowedError):
            actions.agree_attempt(attempt=attempt, seat=seat, now=day(1))
    with pytest.raises(NotAllowedError):
        actions.drop_attempt(attempt=attempt, seat=elsewhere.noors_seat, now=day(1))
    assert kinds(table.collaboration) == ["attempt_proposed"]


def test_a_colleague_reads_along_and_changes_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(0))
    seat = seat_of(colleague, table.collaboration)
    with pytest.raises(NotAllowedError):
        actions.propose_attempt(seat=seat, terms=terms(), now=day(0))
    attempt = running(table)
    with pytest.raises(NotAllowedError):
        actions.keep_look(attempt=attempt, seat=seat, answers={"said": "part"}, now=day(2))


def test_while_one_runs_there_is_no_second(table: Together) -> None:
    running(table)
    with pytest.raises(NotAllowedError):
        actions.propose_attempt(seat=table.marleens_seat, terms=terms(stuck="Iets anders."), now=day(2))


def test_it_is_time_on_its_day_or_when_the_other_said_it(table: Together) -> None:
    attempt = running(table)
    for n, waits in ((27, False), (28, True)):
        view = current_attempt(table.seen_by_noor(day(n)))
        assert view and view.waits_for_look is waits
    says(attempt, table.marleens_seat, "go_on", n=5)
    view = current_attempt(table.seen_by_noor(day(5)))
    assert view and view.waits_for_look


def test_what_one_said_is_sealed_until_both_did_and_then_opens_for_both(table: Together) -> None:
    attempt = running(table)
    assert not says(attempt, table.marleens_seat, "part", why="GEHEIM", helped="GEHEIM")
    before = current_attempt(table.seen_by_noor(day(28)))
    assert before and before.look and before.look.theirs is None
    assert "GEHEIM" not in str(look_page(table.seen_by_noor(day(28)), before))
    assert says(attempt, table.noors_seat, "go_on")
    for seen in (table.seen_by_noor(day(28)), table.seen_by_marleen(day(28))):
        view = current_attempt(seen)
        assert view and "GEHEIM" in str(look_page(seen, view).voices)
    with pytest.raises((AlreadySentError, NotAllowedError)):
        actions.keep_look(attempt=attempt, seat=table.noors_seat, answers={"said": "flows"}, now=day(29))
    with pytest.raises(NotAllowedError):
        actions.drop_attempt(attempt=attempt, seat=table.noors_seat, now=day(29))


def test_changing_a_sealed_answer_writes_nothing(table: Together) -> None:
    attempt = running(table)
    says(attempt, table.noors_seat, "part")
    says(attempt, table.noors_seat, "flows")
    says(attempt, table.marleens_seat, "flows")
    assert kinds(table.collaboration) == ["attempt_proposed", "attempt_agreed", "repair_helped"]


@pytest.mark.parametrize(("mine", "theirs"), list(itertools.product(Said, Said)))
def test_nine_pairs_have_words_of_their_own_and_the_same_line_unless_it_helped_both(
    table: Together, mine: Said, theirs: Said
) -> None:
    attempt = running(table)
    says(attempt, table.noors_seat, mine)
    says(attempt, table.marleens_seat, theirs)
    helped = mine == theirs == Said.FLOWS
    assert kinds(table.collaboration)[-1] == ("repair_helped" if helped else "attempt_opened")
    seen = table.seen_by_noor(day(28))
    view = current_attempt(seen)
    assert view
    look = look_page(seen, view)
    assert look.title and look.lead and look.step and "{" not in look.title + look.lead + look.step
    assert look.leads_to_farewell is (mine is Said.PART)


def test_that_it_helped_both_is_a_fact_for_the_signals_and_nothing_else_is(table: Together) -> None:
    attempt = running(table)
    says(attempt, table.noors_seat, "flows")
    says(attempt, table.marleens_seat, "flows")
    seen = table.seen_by_noor(day(29))
    history = history_of(seen, known_of(table.noor, [seen])[table.collaboration.pk])
    (fact,) = history.of("repair_helped")
    assert fact.on == on(28)
    line = HistoryLine.objects.get(kind="repair_helped")
    told = {sentence(line, seen), sentence(line, swapped_visit(seen))}
    assert told == {"Een afspraak om het beter te maken hielp."}


def test_going_on_is_one_act_that_asks_the_other_again(table: Together) -> None:
    attempt = running(table)
    with pytest.raises(NotAllowedError):
        suggest_again(visit=table.seen_by_noor(day(2)), attempt=attempt)
    for seat in (table.noors_seat, table.marleens_seat):
        says(attempt, seat, "go_on")
    attempt.refresh_from_db()
    made = suggest_again(visit=table.seen_by_noor(day(28)), attempt=attempt)
    assert suggest_again(visit=table.seen_by_noor(day(28)), attempt=attempt) == made
    assert (made.stuck, made.tries, made.look_back_on) == (attempt.stuck, attempt.tries, on(56))
    assert [one.attempt for one in attempts_of(table.seen_by_marleen(day(28)))] == [made, attempt]


def test_taken_off_while_one_had_said_it_stays_sealed_with_one_line(table: Together) -> None:
    attempt = running(table)
    says(attempt, table.noors_seat, "part")
    actions.drop_attempt(attempt=attempt, seat=table.marleens_seat, now=day(29))
    assert kinds(table.collaboration)[-1:] == ["attempt_dropped"]
    attempt.refresh_from_db()
    assert attempt.look is not None and attempt.look.closed_at and not attempt.look.revealed_at


def test_who_does_it_reads_right_from_both_sides(table: Together) -> None:
    running(table)
    pages = []
    for seen in (table.seen_by_noor(day(2)), table.seen_by_marleen(day(2))):
        view = current_attempt(seen)
        assert view
        pages.append([who for _text, who in attempt_page(seen, view).tries])
    assert pages == [["Jullie allebei", "Jij"], ["Jullie allebei", "Noor"]]


def test_a_mail_says_only_that_there_is_a_proposal_and_once(table: Together, settings) -> None:
    settings.MAIL_MODE = "preview"
    seen = table.seen_by_marleen(day(0))
    for _ in range(2):
        suggest_attempt(visit=seen, terms=terms(stuck="ALLEEN-OP-DE-PAGINA"))
    (mail,) = OutgoingMail.objects.all()
    assert (mail.kind, mail.to_email) == ("repair_attempt_proposed", "noor@voorbeeld.nl")
    assert "ALLEEN-OP-DE-PAGINA" not in str(mail.words)


def test_alone_it_is_hers_and_leaves_no_trace() -> None:
    me = noor()
    collaboration = started(me)
    seen = visit(me, collaboration)
    own = start_own_attempt(visit=seen, stuck="Ik", tries=["Eerder bellen"], look_back_on=on(28))
    again = start_own_attempt(visit=seen, stuck="Ik wacht te lang", tries=["Eerder bellen"], look_back_on=on(14))
    assert own == again and OwnAttempt.objects.count() == 1
    assert due_own_attempts(me, [visit(me, collaboration, now=day(13))]) == {}
    assert due_own_attempts(me, [visit(me, collaboration, now=day(14))]) == {collaboration.pk: own}
    look_back_on_own(attempt=own, visit=visit(me, collaboration, now=day(14)), said="part", why="", helped="")
    assert due_own_attempts(me, [visit(me, collaboration, now=day(20))]) == {}
    assert kinds(collaboration) == [] and not RepairAttempt.objects.exists()
    collaboration.refresh_from_db()
    assert collaboration.stage == "work"


def test_her_own_attempt_is_nobody_elses(table: Together) -> None:
    start_own_attempt(visit=table.seen_by_noor(), stuck="Ik", tries=["Iets"], look_back_on=on(28))
    assert list(own_attempts_of(table.seen_by_marleen(day(30)))) == []
    assert due_own_attempts(table.marleen, [table.seen_by_marleen(day(30))]) == {}


def test_a_closed_envelope_is_not_emptied_by_a_draft_so_that_the_other_can_still_open_it(table: Together) -> None:
    attempt = running(table)
    says(attempt, table.marleens_seat, "go_on", n=2)
    emptied = {"said": "", "why": "Toch anders.", "helped": ""}
    actions.keep_look(attempt=attempt, seat=table.marleens_seat, answers=emptied, now=day(3))
    assert says(attempt, table.noors_seat, "flows", n=4)
    (view,) = attempts_of(table.seen_by_noor(day(5)))
    assert view.look and view.look.theirs == {"said": "go_on", "why": "Toch anders.", "helped": ""}


def test_what_opens_is_what_was_kept_last_also_when_another_tab_closes_it(table: Together) -> None:
    attempt = running(table)
    says(attempt, table.marleens_seat, "flows", n=2)
    old = {"said": "flows", "why": "", "helped": ""}
    tab = actions.keep_look(attempt=attempt, seat=table.noors_seat, answers=old, now=day(3))
    actions.keep_look(attempt=attempt, seat=table.noors_seat, answers={**old, "said": "part"}, now=day(3))
    actions.send_look(attempt=attempt, answer=tab, now=day(3))
    assert kinds(table.collaboration)[-1] == "attempt_opened", "not that it helped both"


def test_proposing_over_and_over_fills_nobodys_mailbox(table: Together, settings) -> None:
    settings.MAIL_MODE = "preview"
    Person.objects.filter(pk=table.marleen.pk).update(email="marleen@voorbeeld.nl")
    for number in range(9):
        suggest_attempt(visit=table.seen_by_noor(day(1)), terms=terms(stuck=f"Nu zo: {number}."))
    assert OutgoingMail.objects.filter(kind="repair_attempt_proposed").count() == 5
    suggest_attempt(visit=table.seen_by_noor(day(3)), terms=terms(stuck="Later nog eens."))
    assert OutgoingMail.objects.filter(kind="repair_attempt_proposed").count() == 6


def test_envelopes_lie_there_from_the_agreement_on(table: Together) -> None:
    """An exchange that came with a draft would tell the other, in her dossier, that somebody began to write."""
    attempt = running(table)
    before = list(Exchange.objects.values())
    actions.keep_look(attempt=attempt, seat=table.noors_seat, answers={"why": "Nog niet af."}, now=day(5))
    assert list(Exchange.objects.values()) == before != []
    shared = [export(table.seen_by_marleen(day(6)), only_shared=True)["exchanges"]]
    ExchangeAnswer.objects.all().delete()
    assert shared == [export(table.seen_by_marleen(day(6)), only_shared=True)["exchanges"]]
