"""A pause: agreed or noted, never over another one, known to signals, and kept by what opens rounds and mails."""

from typing import Any

import pytest

from samenstroom.adjusting.actions import pauses as actions
from samenstroom.adjusting.models import Pause
from samenstroom.adjusting.queries.pauses import pauses_of, tables_at_rest
from samenstroom.adjusting.wording.pauses import pause_page, pause_row
from samenstroom.checkins.models import Round
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.flows.adjusting import suggest_pause
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.mail.models import OutgoingMail
from samenstroom.rules.no_fault import excused
from samenstroom.watch.attention import attention
from samenstroom.watch.gather import history_of, known_of
from samenstroom.watch.overview import cards_of, tables_of_person
from tests.features.adjusting.steps import kinds, on, pause_terms, paused
from tests.people import Together, answer, day, noor, ruben, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(weeks=1)


def opened(table: Together) -> list[int]:
    """On which days, counted from day 0, a round opened."""
    rounds = Round.objects.filter(collaboration=table.collaboration).order_by("number")
    return [(one.opened_on - on(0)).days for one in rounds]


def propose(table: Together, start: int, end: int | None, n: int = 0) -> Pause:
    return actions.propose_pause(
        seat=table.noors_seat, terms=pause_terms(start, end), other_takes_part=True, now=day(n)
    )


def test_it_counts_once_the_other_agrees(table: Together) -> None:
    made = propose(table, 3, 20)
    assert tables_at_rest(on(5)) == frozenset()
    with pytest.raises(NotAllowedError):
        actions.agree_pause(pause=made, seat=table.noors_seat, now=day(1))
    for _ in range(2):
        actions.agree_pause(pause=made, seat=table.marleens_seat, now=day(1))
    assert [tables_at_rest(on(n)) == {table.collaboration.pk} for n in (2, 3, 19, 20)] == [False, True, True, False]
    assert kinds(table.collaboration) == ["pause_proposed", "pause_accepted"]


def test_another_proposal_takes_its_place_and_the_same_again_is_once(table: Together) -> None:
    first = propose(table, 3, 20)
    assert propose(table, 3, 20) == first
    propose(table, 3, 30)
    (view,) = pauses_of(table.seen_by_marleen(day(1)))
    assert view.waits_for_yes and view.pause.resumes_on == on(30)
    with pytest.raises(NotAllowedError):
        actions.agree_pause(pause=first, seat=table.marleens_seat, now=day(1))


def test_two_pauses_never_lie_over_each_other(table: Together) -> None:
    paused(table, 3, 20)
    for start, end in ((1, 4), (10, 12), (19, 40), (2, None)):
        with pytest.raises(actions.OverlapError):
            propose(table, start, end, n=2)
    assert propose(table, 20, 25, n=2)


def test_a_proposal_that_waited_too_long_no_longer_waits(table: Together) -> None:
    made = propose(table, 3, 10)
    (view,) = pauses_of(table.seen_by_marleen(day(10)))
    assert not view.waits_for_yes
    with pytest.raises(NotAllowedError):
        actions.agree_pause(pause=made, seat=table.marleens_seat, now=day(10))


def test_either_side_ends_it_earlier_with_one_line(table: Together) -> None:
    pause = paused(table, 3, 40)
    for _ in range(2):
        actions.end_pause(pause=pause, seat=table.marleens_seat, now=day(10))
    assert tables_at_rest(on(9)) and not tables_at_rest(on(10))
    assert kinds(table.collaboration)[-1:] == ["pause_ended"]
    with pytest.raises(NotAllowedError):
        actions.drop_pause(pause=pause, seat=table.noors_seat, now=day(11))


def test_one_that_has_not_begun_never_begins(table: Together) -> None:
    actions.end_pause(pause=paused(table, 10, 20), seat=table.noors_seat, now=day(9))
    assert not any(tables_at_rest(on(n)) for n in range(25))
    (view,) = pauses_of(table.seen_by_noor(day(15)))
    assert not (view.is_running or view.is_coming)


def test_nobody_acts_at_another_table(table: Together) -> None:
    made, elsewhere = propose(table, 3, 20), together(by=ruben(), with_rhythm=False)
    for act in (actions.agree_pause, actions.drop_pause, actions.end_pause):
        with pytest.raises(NotAllowedError):
            act(pause=made, seat=elsewhere.marleens_seat, now=day(1))


def test_alone_it_is_noted_and_says_by_whom(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    me = noor()
    collaboration = started(me)
    made = suggest_pause(visit=visit(me, collaboration), terms=pause_terms(0, 20))
    assert made.noted_at and kinds(collaboration) == ["pause_noted"]
    seen = visit(me, collaboration, now=day(2))
    page = pause_page(seen, pauses_of(seen)[0])
    assert {"label": "Genoteerd", "text": "door Noor"} in page.rows
    assert not OutgoingMail.objects.exists()


def test_no_round_opens_in_a_pause_and_the_rhythm_goes_on_after_it(table: Together) -> None:
    paused(table, 5, 24)
    for n in range(40):
        sweep_rounds(now=day(n))
    assert opened(table) == [0, 24, 31, 38]


def test_check_ins_that_do_not_stand_still_go_on(table: Together) -> None:
    paused(table, 5, 24, still=("work",))
    for n in range(22):
        sweep_rounds(now=day(n))
    assert opened(table) == [0, 7, 14, 21]


def test_nobody_is_mailed_about_check_ins_in_a_pause(table: Together, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    paused(table, 1, 30)
    OutgoingMail.objects.all().delete()
    for n in range(1, 30):
        sweep_rounds(now=day(n))
    assert not OutgoingMail.objects.exists()
    sweep_rounds(now=day(30))
    assert [one.kind for one in OutgoingMail.objects.all()] == ["checkin_invitation"]


def test_a_pause_of_others_stops_nothing_here(table: Together) -> None:
    paused(together(by=ruben(), with_rhythm=False), 1, 30)
    sweep_rounds(now=day(7))
    assert opened(table) == [0, 7]


def test_signals_know_the_days_and_count_a_noted_fact_only_once(table: Together) -> None:
    paused(table, 3, 20)
    seen = table.seen_by_noor(day(10))
    history = history_of(seen, known_of(table.noor, [seen])[table.collaboration.pk])
    assert history.pauses == ((on(3), on(19)),)
    assert history.of("pause_agreed") == ()
    before = excused(history, "slow_reply", None, on(10))
    write_line(seat=table.noors_seat, kind="pause_agreed", now=day(9), data={"due_on": on(20).isoformat()})
    again = history_of(seen, known_of(table.noor, [seen])[table.collaboration.pk])
    assert len(again.of("pause_agreed")) == 1
    assert excused(again, "slow_reply", None, on(10)) == before


def test_both_sides_know_the_same_pause(table: Together) -> None:
    paused(table, 3, None)
    for person, seen in ((table.noor, table.seen_by_noor(day(10))), (table.marleen, table.seen_by_marleen(day(10)))):
        known = known_of(person, [seen])[table.collaboration.pk]
        assert history_of(seen, known).pauses == history_of(seen, known.shared()).pauses == ((on(3), None),)


def test_vandaag_rests_about_it_and_says_until_when(table: Together) -> None:
    answer(table.round, table.marleens_seat)
    assert [one.page for one in attention(tables_of_person(table.noor, day(2)), on(2))] == ["checkin_step"]
    paused(table, 3, 116)
    assert attention(tables_of_person(table.noor, day(5)), on(5)) == []
    assert cards_of(table.noor, day(5))[0].say == "Jullie staan even stil tot 1 mei."


def test_an_open_end_asks_to_look_again_on_its_day(table: Together) -> None:
    paused(table, 3, None)
    asked = [[one.page for one in attention(tables_of_person(table.noor, day(n)), on(n))] for n in (32, 33)]
    assert asked == [[], ["pause"]]


def test_a_proposal_is_the_first_thing_to_answer_and_one_mail(table: Together, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    for _ in range(2):
        suggest_pause(visit=table.seen_by_marleen(day(0)), terms=pause_terms(3, 20))
    assert attention(tables_of_person(table.noor, day(0)), on(0))[0].page == "pause"
    (mail,) = OutgoingMail.objects.filter(kind="pause_proposed")
    assert mail.to_email == "noor@voorbeeld.nl"
    assert pause_row(table.seen_by_noor(day(0)), pauses_of(table.seen_by_noor(day(0)))) == (
        "Marleen stelt een pauze voor.", "Nu jij",
    )  # fmt: skip
