"""Two people who act at the very same moment."""

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread

import pytest
from django.db import connection

from samenstroom.checkins import actions
from samenstroom.checkins.models import Answer, Round
from samenstroom.collaborations.models import HistoryLine
from samenstroom.flows.rounds import sweep_rounds
from tests.people import answer, day, together

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do it all at the same moment, each in a thread with a connection of its own; what each gave or raised."""
    start, results = Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        start.wait(timeout=10)
        try:
            results[place] = act()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return results


def test_two_envelopes_that_close_at_once_open_exactly_once() -> None:
    table = together()
    for number in range(1, 6):
        drafts = [answer(table.round, seat, send=False) for seat in (table.noors_seat, table.marleens_seat)]
        results = at_once(*(partial(actions.send_answer, answer=one, now=day(number)) for one in drafts))
        assert sorted(map(str, results)) == ["False", "True"]
        assert HistoryLine.objects.filter(kind="round_opened").count() == number
        assert Round.objects.get(number=number).revealed_at == day(number)
        actions.open_round(collaboration=table.collaboration, now=day(number * 7))


def test_a_change_either_counts_before_it_opens_or_is_refused() -> None:
    table = together()
    answer(table.round, table.noors_seat, every=5)
    last = answer(table.round, table.marleens_seat, send=False)
    mine = Answer.objects.get(person=table.noor)
    changed, opened = at_once(
        lambda: actions.save_values(answer=mine, values={"flow": 1}),
        lambda: actions.send_answer(answer=last, now=day(1)),
    )
    assert opened is True
    kept = Answer.objects.get(person=table.noor)
    assert kept.sent_at is not None
    assert kept.values["flow"] == (5 if isinstance(changed, actions.AlreadySentError) else 1)
    assert changed is None or isinstance(changed, actions.AlreadySentError)


def test_a_first_step_tapped_twice_at_once_is_kept_once() -> None:
    table = together()
    seat = table.noors_seat
    drafts = [actions.draft_answer(round_=table.round, seat=seat, party=seat.party) for _ in range(2)]
    results = at_once(*(partial(actions.save_values, answer=one, values={"flow": 4}) for one in drafts))
    assert results == [None, None]
    assert Answer.objects.get().values == {"flow": 4}


def test_two_sweeps_at_once_open_one_round() -> None:
    table = together()
    results = at_once(*(partial(sweep_rounds, now=day(7)) for _ in range(2)))
    assert not [one for one in results if isinstance(one, Exception)]
    assert Round.objects.filter(collaboration=table.collaboration).count() == 2
