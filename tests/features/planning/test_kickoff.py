"""A kick-off: sealed until both have sent, differences named in whole sentences, sentences of both, a moment, a record."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.kit import clock
from samenstroom.planning.actions import kickoff as actions
from samenstroom.planning.actions import talks
from samenstroom.planning.models import AgendaPoint, KickoffTalk, SharedGoal
from samenstroom.planning.queries.kickoff import (
    agenda_points_of,
    kickoff_at,
    kickoff_exchanges_of,
    kickoffs_by_table,
    noted_at,
    own_kickoff_of,
)
from samenstroom.planning.side_by_side import build_expectations
from samenstroom.planning.wording.calendar import talk_file
from samenstroom.planning.wording.plan import agenda_rows
from samenstroom.rules.acquaintance import Outcome
from samenstroom.watch.gather import history_of, known_of
from tests.features.planning.steps import AWARENESS, LEADS, begun, goal, kinds, moment, opened, sends
from tests.people import Together, day, karin, noor, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False, stage="start")


def has_fact(table: Together, kind: str, n: int) -> bool:
    """Whether both read this fact on day n."""
    found = []
    for seen in (table.seen_by_noor(day(n)), table.seen_by_marleen(day(n))):
        known = known_of(seen.person, [seen])[seen.collaboration.pk]
        found.append(any(one.kind == kind for one in history_of(seen, known).entries))
    assert found[0] == found[1], "the same fact for both"
    return found[0]


class TestEnvelopes:
    def test_twice_is_one_and_it_opens_with_the_second(self, table: Together) -> None:
        exchange = begun(table)
        assert begun(table) == exchange
        assert not sends(exchange, table.noors_seat, LEADS)
        (theirs,) = kickoff_exchanges_of(table.seen_by_marleen(day(2)))
        assert theirs.they_sent and theirs.theirs is None
        assert sends(exchange, table.marleens_seat, AWARENESS)
        assert kinds(table.collaboration) == ["kickoff_proposed", "kickoff_opened"]

    @pytest.mark.parametrize("who", ["noor", "marleen"])
    def test_requests_or_becoming_known_is_a_named_difference_and_comes_first(self, table: Together, who: str) -> None:
        opened(table)
        seen = table.seen_by_noor(day(3)) if who == "noor" else table.seen_by_marleen(day(3))
        told = build_expectations(seen, kickoff_exchanges_of(seen)[0])
        assert told.first is not None and told.first.outcome == Outcome.CLASH.value
        named = {
            "noor": ("Jij wilt aanvragen.", "Marleen wil bekend worden."),
            "marleen": ("Jij wilt bekend worden.", "Noor wil aanvragen."),
        }
        assert told.first.named == named[who]
        assert {voice.why for voice in told.first.voices} == {LEADS["goal_why"], AWARENESS["goal_why"]}
        goals = (("leads", "aanvragen"), ("awareness", "bekend worden"))
        assert told.first.goals == (goals if who == "noor" else goals[::-1])

    def test_two_times_something_else_is_not_the_same(self, table: Together) -> None:
        opened(table, {"goal": "other", "goal_why": "Een boek"}, {"goal": "other", "goal_why": "Een winkel"})
        seen = table.seen_by_noor(day(3))
        told = build_expectations(seen, kickoff_exchanges_of(seen)[0])
        assert told.first is None
        assert [row.outcome for _title, rows in told.rest for row in rows if row.question == "goal"] == ["beside"]

    def test_nothing_filled_in_can_be_read_too(self, table: Together) -> None:
        opened(table, {}, {})
        seen = table.seen_by_noor(day(3))
        told = build_expectations(seen, kickoff_exchanges_of(seen)[0])
        assert told.first is None and not told.rest and len(told.untouched) == 7


class TestGoals:
    def test_a_sentence_is_of_both_once_the_other_accepts(self, table: Together) -> None:
        made = goal(table)
        assert goal(table) == made, "the same again changes nothing"
        with pytest.raises(NotAllowedError):
            actions.accept_goal(goal=made, seat=table.noors_seat, now=day(4))
        assert not has_fact(table, "goals_accepted", 5)
        for _ in range(2):
            actions.accept_goal(goal=made, seat=table.marleens_seat, now=day(4))
        assert has_fact(table, "goals_accepted", 5)
        assert kinds(table.collaboration) == ["goal_proposed", "goal_accepted"]

    def test_one_that_still_waits_keeps_the_fact_back(self, table: Together) -> None:
        actions.accept_goal(goal=goal(table), seat=table.marleens_seat, now=day(4))
        goal(table, "En duizend mensen kennen ons.", about="awareness")
        assert not has_fact(table, "goals_accepted", 5)

    def test_another_sentence_holds_only_once_it_is_accepted(self, table: Together) -> None:
        first = goal(table)
        actions.accept_goal(goal=first, seat=table.marleens_seat, now=day(4))
        better = actions.propose_goal(
            seat=table.marleens_seat, about="leads", text="Vijf.", other_takes_part=True, now=day(5), replaces=first
        )
        assert [one.goal for one in kickoff_at(table.seen_by_noor(day(5))).goals] == [first, better]
        actions.accept_goal(goal=better, seat=table.noors_seat, now=day(6))
        assert [one.goal for one in kickoff_at(table.seen_by_noor(day(6))).goals] == [better]

    def test_an_open_sentence_makes_way_at_once(self, table: Together) -> None:
        first = goal(table)
        actions.propose_goal(
            seat=table.marleens_seat, about="leads", text="Vijf.", other_takes_part=True, now=day(5), replaces=first
        )
        assert [str(one.goal.text) for one in kickoff_at(table.seen_by_noor(day(5))).goals] == ["Vijf."]
        with pytest.raises(NotAllowedError):
            actions.accept_goal(goal=first, seat=table.marleens_seat, now=day(6))

    def test_it_can_be_taken_off_once(self, table: Together) -> None:
        made = goal(table)
        for _ in range(2):
            actions.drop_goal(goal=made, seat=table.marleens_seat, now=day(4))
        assert kinds(table.collaboration) == ["goal_proposed", "goal_dropped"]


class TestAgenda:
    def test_what_differs_comes_first_then_what_was_brought(self, table: Together) -> None:
        opened(table)
        actions.add_point(seat=table.marleens_seat, text="De feestdagen.", now=day(3))
        actions.add_point(seat=table.marleens_seat, text="De feestdagen.", now=day(3))
        waiting = goal(table)
        seen = table.seen_by_noor(day(4))
        found = agenda_rows(seen, kickoff_exchanges_of(seen)[0], [], kickoff_at(seen).goals, agenda_points_of(seen))
        assert [row.text for row in found] == [
            "Jij wilt aanvragen. Marleen wil bekend worden.", str(waiting.text), "De feestdagen.",
        ]  # fmt: skip
        assert found[-1].source == "Ingebracht door Marleen"
        actions.drop_point(point=AgendaPoint.objects.get(), seat=table.noors_seat, now=day(5))
        assert agenda_points_of(seen) == []


class TestMoment:
    def events(self, talk: KickoffTalk) -> Any:
        (event,) = Calendar.from_ical(talk_file(talk, "voorbeeld.nl")).walk("VEVENT")
        return event

    def test_it_counts_once_the_other_agrees_and_the_file_says_nothing(self, table: Together) -> None:
        made = talks.plan_talk(seat=table.noors_seat, moment=moment(), other_takes_part=True, now=day(3))
        assert not made.counts
        with pytest.raises(NotAllowedError):
            talks.agree_talk(talk=made, seat=table.noors_seat, now=day(3))
        for _ in range(2):
            talks.agree_talk(talk=made, seat=table.marleens_seat, now=day(4))
        event = self.events(KickoffTalk.objects.get())
        assert str(event["summary"]) == "Gesprek" and str(event["location"]) == moment().place
        assert "description" not in event and event["sequence"] == 1
        assert kinds(table.collaboration) == ["kickoff_planned", "kickoff_agreed"]

    def test_a_yes_is_to_the_moment_that_was_read_and_never_to_another_one(self, table: Together) -> None:
        talks.plan_talk(seat=table.noors_seat, moment=moment(), other_takes_part=True, now=day(3))
        marleen = Client()
        marleen.force_login(table.marleen)
        with clock.frozen(day(4)):
            page = marleen.get(reverse("portal:kickoff", args=[table.collaboration.public_id])).content.decode()
            (read,) = re.findall(r'name="sequence" value="([^"]+)"', page)
            moved = talks.plan_talk(seat=table.noors_seat, moment=moment(12), other_takes_part=True, now=day(4))
            here = reverse("portal:kickoff_moment_answer", args=[table.collaboration.public_id, moved.public_id])
            for stale in (read, ""):
                marleen.post(here, {"do": "agree", "sequence": stale})
                assert not KickoffTalk.objects.get().counts
            marleen.post(here, {"do": "agree", "sequence": str(moved.sequence)})
        assert KickoffTalk.objects.get().counts

    def test_another_moment_keeps_its_name_and_asks_again(self, table: Together) -> None:
        made = talks.plan_talk(seat=table.noors_seat, moment=moment(), other_takes_part=True, now=day(3))
        talks.agree_talk(talk=made, seat=table.marleens_seat, now=day(4))
        name = self.events(made)["uid"]
        moved = talks.plan_talk(seat=table.marleens_seat, moment=moment(12), other_takes_part=True, now=day(5))
        assert moved.pk == made.pk and not moved.counts
        talks.agree_talk(talk=moved, seat=table.noors_seat, now=day(6))
        event = self.events(KickoffTalk.objects.get())
        assert (event["uid"], event["sequence"]) == (name, 3), "a yes counts as a change too"
        talks.cancel_talk(talk=moved, seat=table.noors_seat, now=day(7))
        gone = self.events(KickoffTalk.objects.get())
        assert (gone["uid"], gone["sequence"], str(gone["status"])) == (name, 4, "CANCELLED")
        assert kickoff_at(table.seen_by_noor(day(8))).talk is None

    def test_the_same_again_changes_nothing(self, table: Together) -> None:
        for _ in range(2):
            talks.plan_talk(seat=table.noors_seat, moment=moment(), other_takes_part=True, now=day(3))
        assert KickoffTalk.objects.get().sequence == 0
        assert kinds(table.collaboration) == ["kickoff_planned"]

    def test_after_one_that_is_over_comes_a_new_one(self, table: Together) -> None:
        talks.plan_talk(seat=table.noors_seat, moment=moment(10), other_takes_part=True, now=day(3))
        talks.plan_talk(seat=table.noors_seat, moment=moment(40), other_takes_part=True, now=day(30))
        assert KickoffTalk.objects.count() == 2


class TestRecord:
    def test_it_is_a_line_both_read_and_a_fact(self, table: Together) -> None:
        for _ in range(2):
            actions.note_kickoff(seat=table.marleens_seat, held_on=day(9).date(), text="Eerst bekend.", now=day(10))
        (line,) = noted_at(table.seen_by_noor(day(11)), "kickoff_held")
        assert line.text == "Eerst bekend." and line.who == "Marleen"
        assert has_fact(table, "kickoff_held", 11)
        assert kickoff_at(table.seen_by_noor(day(11))).held_on == day(9).date()


class TestAlone:
    def test_everything_is_noted_and_waits_for_nobody(self) -> None:
        person = noor()
        collaboration = started(person, stage="start")
        alone = visit(person, collaboration, now=day(1))
        actions.propose_goal(seat=alone.seat, about="calm", text="Rust.", other_takes_part=False, now=day(1))
        talks.plan_talk(seat=alone.seat, moment=moment(), other_takes_part=False, now=day(1))
        actions.note_kickoff(seat=alone.seat, held_on=day(0).date(), text="We belden.", now=day(1))
        found = kickoff_at(alone)
        assert found.goals[0].goal.holds and found.talk is not None and found.talk.talk.counts
        assert kinds(collaboration) == ["goal_noted", "kickoff_noted", "kickoff_held"]
        assert found.accepted_on is None, "one alone is not both"

    def test_another_sentence_takes_its_place_at_once(self) -> None:
        person = noor()
        alone = visit(person, started(person, stage="start"), now=day(1))
        first = actions.propose_goal(seat=alone.seat, about="calm", text="A", other_takes_part=False, now=day(1))
        actions.propose_goal(
            seat=alone.seat, about="calm", text="B", other_takes_part=False, now=day(2), replaces=first
        )
        assert [str(one.goal.text) for one in kickoff_at(alone).goals] == ["B"]

    def test_her_preparation_is_only_hers(self, table: Together) -> None:
        actions.keep_own_kickoff(visit=table.seen_by_noor(day(1)), answers={"goal": {"mine": "A", "guess": "B"}})
        actions.keep_own_kickoff(visit=table.seen_by_noor(day(1)), answers={"seen": {"mine": "C"}})
        own = own_kickoff_of(table.seen_by_noor(day(2)))
        assert own is not None and own.answers == {"goal": {"mine": "A", "guess": "B"}, "seen": {"mine": "C"}}
        assert own_kickoff_of(table.seen_by_marleen(day(2))) is None
        assert not kickoff_at(table.seen_by_marleen(day(2))).is_begun


def test_who_reads_along_changes_nothing(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    seat, made = seat_of(colleague, table.collaboration), goal(table)
    tries: list[Any] = [
        lambda: actions.propose_kickoff(visit=visit(colleague, table.collaboration, now=day(2))),
        lambda: actions.propose_goal(seat=seat, about="", text="x", other_takes_part=True, now=day(2)),
        lambda: actions.drop_goal(goal=made, seat=seat, now=day(2)),
        lambda: actions.add_point(seat=seat, text="x", now=day(2)),
        lambda: actions.note_kickoff(seat=seat, held_on=day(1).date(), text="x", now=day(2)),
        lambda: talks.plan_talk(seat=seat, moment=moment(), other_takes_part=True, now=day(2)),
    ]
    for act in tries:
        with pytest.raises(NotAllowedError):
            act()
    assert SharedGoal.objects.count() == 1


def test_another_table_is_refused(table: Together) -> None:
    made = goal(table)
    elsewhere = seat_of(table.noor, started(table.noor, name="Elders"))
    with pytest.raises(NotAllowedError):
        actions.drop_goal(goal=made, seat=elsewhere, now=day(2))


def test_however_many_tables_the_queries_stay_the_same(table: Together) -> None:
    opened(table)
    goal(table)
    visits = [table.seen_by_noor(day(5))]
    with CaptureQueriesContext(
        connection,
    ) as one:
        kickoffs_by_table(table.noor, visits)
    for number in range(4):
        visits.append(visit(table.noor, started(table.noor, name=f"Nog {number}"), now=day(5)))
    with CaptureQueriesContext(connection) as many:
        kickoffs_by_table(table.noor, visits)
    assert len(many) == len(one) == 6
