"""A disagreement: two versions, one summary, the ladder, and how it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samenstroom.adjusting.actions import conflicts as actions
from samenstroom.adjusting.actions.ladders import TooEarlyError, move_ladder
from samenstroom.adjusting.actions.summaries import (
    SentenceTerms,
    accept_sentences,
    propose_sentences,
    take_back_sentence,
)
from samenstroom.adjusting.models import Conflict, ConflictDraft, LadderMove
from samenstroom.adjusting.queries.conflicts import conflicts_of, given_in_conflict, version_draft
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.rules.ladder import Step, ladder_from
from tests.features.adjusting.conflict_steps import SUBJECT, VERSION, lines_of, opened, says, seen, solve
from tests.features.adjusting.steps import on
from tests.people import Together, day, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def test_one_opens_it_with_a_subject_that_both_read(table: Together) -> None:
    made = [opened(table) for _ in range(2)]
    assert made[0] == made[1] and lines_of(table.collaboration) == ["conflict_opened"]
    for by_noor in (True, False):
        assert seen(table, made[0], by_noor=by_noor).conflict.subject == SUBJECT


def test_her_version_is_hers_until_she_gives_it_part_by_part(table: Together) -> None:
    conflict = opened(table)
    hers = table.seen_by_noor(day(1))
    actions.keep_version(conflict=conflict, visit=hers, parts=VERSION)
    assert version_draft(hers, conflict) == VERSION and version_draft(table.seen_by_marleen(day(1)), conflict) == {}
    for _ in range(2):
        actions.give_parts(conflict=conflict, seat=table.noors_seat, parts={"effect": VERSION["effect"]}, now=day(2))
    theirs = seen(table, conflict, by_noor=False, n=2)
    assert [(part, words) for part, words, _ in theirs.given_by(hers.party.pk)] == [("effect", VERSION["effect"])]
    assert "effect" not in version_draft(hers, conflict) and version_draft(hers, conflict)["need"] == VERSION["need"]
    assert lines_of(table.collaboration) == ["conflict_opened", "conflict_part_given"]


def test_a_link_holder_has_no_draft(table: Together) -> None:
    with pytest.raises(NotAllowedError):
        actions.keep_version(conflict=opened(table), visit=table.seen_by_marleen(day(1)), parts=VERSION)
    assert not ConflictDraft.objects.exists()


def test_two_versions_open_together_once_both_are_in_their_envelope(table: Together) -> None:
    conflict = opened(table)
    assert not actions.give_together(conflict=conflict, seat=table.noors_seat, parts=VERSION, now=day(1))
    waiting = seen(table, conflict, by_noor=False)
    assert waiting.pair_waits_for_me and waiting.given_by(table.noors_seat.party_id) == []
    changed = {**VERSION, "offer": ""}
    assert not actions.give_together(conflict=conflict, seat=table.noors_seat, parts=changed, now=day(2))
    assert actions.give_together(conflict=conflict, seat=table.marleens_seat, parts={"need": "Rust."}, now=day(3))
    both = seen(table, conflict, by_noor=False, n=3)
    assert [part for part, _, _ in both.given_by(table.noors_seat.party_id)] == ["happened", "effect", "need"]
    assert [words for _, words, _ in both.given_by(table.marleens_seat.party_id)] == ["Rust."]
    assert lines_of(table.collaboration)[1:] == ["conflict_sealed", "conflict_sealed", "conflict_pair_opened"]
    with pytest.raises(NotAllowedError):
        actions.give_together(conflict=conflict, seat=table.noors_seat, parts=VERSION, now=day(4))


def test_who_no_longer_wants_to_wait_gives_it_now(table: Together) -> None:
    conflict = opened(table)
    actions.give_together(conflict=conflict, seat=table.noors_seat, parts=VERSION, now=day(1))
    actions.give_parts(conflict=conflict, seat=table.noors_seat, parts=VERSION, now=day(2))
    theirs = seen(table, conflict, by_noor=False, n=2)
    assert not theirs.pair_waits_for_me and len(theirs.given_by(table.noors_seat.party_id)) == 4


def test_a_summary_is_agreed_sentence_by_sentence(table: Together) -> None:
    conflict = opened(table)
    first, second, third = says(conflict, table.noors_seat, "Er waren drie versies.", "De prijs is af.", "Klaar.")
    says(conflict, table.noors_seat, "Er waren drie versies.")
    with pytest.raises(NotAllowedError):
        accept_sentences(conflict=conflict, seat=table.noors_seat, sentences=[first], now=day(3))
    for _ in range(2):
        accept_sentences(conflict=conflict, seat=table.marleens_seat, sentences=[first], now=day(3))
    propose_sentences(
        conflict=conflict, seat=table.marleens_seat, sentences=[SentenceTerms("De prijs is nog open.")],
        other_takes_part=True, now=day(3), instead_of=second,
    )  # fmt: skip
    take_back_sentence(conflict=conflict, seat=table.noors_seat, sentence=third, now=day(4))
    with pytest.raises(NotAllowedError):
        take_back_sentence(conflict=conflict, seat=table.noors_seat, sentence=first, now=day(4))
    view = seen(table, conflict, n=4)
    assert [str(one.words) for one in view.agreed] == ["Er waren drie versies."]
    assert (
        [str(one.words) for one in view.open_sentences]
        == ["De prijs is nog open."]
        == [str(one.words) for one in view.to_accept]
    )
    assert lines_of(table.collaboration)[1:] == [
        "sentence_proposed", "sentence_agreed", "sentence_proposed", "sentence_taken_back",
    ]  # fmt: skip


def test_it_is_solved_once_both_say_so_and_nothing_is_added_after(table: Together) -> None:
    conflict = opened(table)
    assert not actions.say_solved(conflict=conflict, seat=table.noors_seat, other_takes_part=True, now=day(4))
    assert seen(table, conflict, by_noor=False).they_solved and not Conflict.objects.get().is_over
    solve(table, conflict)
    assert Conflict.objects.get().is_over
    assert lines_of(table.collaboration)[1:] == ["conflict_solved_said", "conflict_solved_said", "conflict_solved"]
    for act in (actions.lay_aside, actions.take_up):
        with pytest.raises(NotAllowedError):
            act(conflict=conflict, seat=table.noors_seat, now=day(6))


def test_it_rests_and_is_taken_up_again(table: Together) -> None:
    conflict = opened(table)
    for _ in range(2):
        actions.lay_aside(conflict=conflict, seat=table.marleens_seat, now=day(2))
    assert not Conflict.objects.get().is_open and given_in_conflict(table.seen_by_noor(day(2))) == []
    actions.take_up(conflict=conflict, seat=table.noors_seat, now=day(3))
    assert Conflict.objects.get().is_open
    assert lines_of(table.collaboration)[1:] == ["conflict_laid_aside", "conflict_taken_up"]


def test_the_agreed_ladder_sets_the_days_of_each_step(table: Together) -> None:
    conflict, ladder = opened(table), ladder_from({"mediation_first": True, "mediation_max_weeks": 4})

    def step(step: Step, n: int, at: int) -> LadderMove:
        return move_ladder(
            conflict=conflict, seat=table.noors_seat, ladder=ladder, step=step, on=on(n), other_takes_part=True,
            now=day(at),
        )  # fmt: skip

    first = step(Step.TALK, 1, 2)
    assert first == step(Step.TALK, 2, 2) and (first.due_on, first.is_agreed) == (on(15), True)
    for n in (0, 30):
        with pytest.raises(TooEarlyError):
            step(Step.MEDIATOR, n, 20)
    assert not seen(table, conflict, n=15).is_step_due and seen(table, conflict, n=16).is_step_due
    assert step(Step.MEDIATOR, 16, 16).due_on == on(16) + timedelta(weeks=4)
    assert step(Step.LAW, 17, 17).due_on is None
    with pytest.raises(NotAllowedError):
        step(Step.TALK, 18, 18)
    assert lines_of(table.collaboration)[1:] == ["ladder_moved"] * 3


def test_both_see_the_same_and_nothing_that_is_closed_or_private(table: Together) -> None:
    conflict = opened(table)
    actions.keep_version(conflict=conflict, visit=table.seen_by_noor(day(1)), parts={"need": "Rust."})
    actions.give_together(conflict=conflict, seat=table.marleens_seat, parts={"need": "Geld."}, now=day(1))
    actions.give_parts(conflict=conflict, seat=table.noors_seat, parts={"offer": "Een dag extra."}, now=day(1))
    says(conflict, table.noors_seat, "Er waren drie versies.")
    given = given_in_conflict(table.seen_by_noor(day(2)))
    assert [(one.kind, one.words) for one in given] == [
        ("subject", SUBJECT), ("part", "Een dag extra."), ("sentence", "Er waren drie versies."),
    ]  # fmt: skip
    assert {one.key for one in given} == {one.key for one in given_in_conflict(table.seen_by_marleen(day(2)))}


def test_alone_everything_is_noted(table: Together) -> None:
    lonely = started(table.noor, name="Bureau Zee")
    seat = seat_of(table.noor, lonely)
    conflict = actions.open_conflict(seat=seat, subject=SUBJECT, dimension="money", other_takes_part=False, now=day(0))
    made = propose_sentences(
        conflict=conflict, seat=seat, sentences=[SentenceTerms("De prijs is af.")], other_takes_part=False, now=day(1)
    )
    assert conflict.noted_at and made[0].counts
    assert actions.say_solved(conflict=conflict, seat=seat, other_takes_part=False, now=day(2))
    assert lines_of(lonely) == ["conflict_noted", "sentence_noted", "conflict_solved_noted"]


def test_who_reads_along_or_sits_elsewhere_changes_nothing(table: Together) -> None:
    conflict, elsewhere = opened(table), started(table.noor, name="Bureau Zee")
    stranger = seat_of(table.noor, elsewhere)
    for act in (actions.lay_aside, actions.take_up):
        with pytest.raises(NotAllowedError):
            act(conflict=conflict, seat=stranger, now=day(1))
    with pytest.raises(NotAllowedError):
        actions.give_parts(conflict=conflict, seat=stranger, parts=VERSION, now=day(1))
    assert conflicts_of(visit(table.noor, elsewhere, now=day(1))) == []
