"""Starting, stages and dated lines: what each verb leaves behind, and for whom."""

import pytest

from samenstroom.accounts.practices import practice_of
from samenstroom.collaborations import actions
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine, OwnStage, PersonalNote
from samenstroom.collaborations.queries import (
    history_lines,
    line_by_id,
    line_view,
    note_of,
    own_stage_of,
    route_of,
    shared_lines,
)
from samenstroom.collaborations.visits import visit_of
from samenstroom.rules.visibility import Circle
from tests.people import Together, day, noor, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(with_rhythm=False)


def kinds_seen_by(person, collaboration) -> list[str]:
    return [view.line.kind for view in history_lines(visit(person, collaboration, now=day(9)))][::-1]


def test_starting_makes_two_sides_with_one_free_seat() -> None:
    me = noor()
    collaboration = started(me, origin="referral", now=day(3))
    mine, free = collaboration.seats.order_by("pk")
    assert (mine.person, mine.name, mine.invitee) == (me, "Noor Jansen", None)
    assert (free.person, free.name, free.invitee.name) == (None, "Marleen de Vries", "Marleen de Vries")
    assert mine.party != free.party
    assert [party.speaker for party in collaboration.parties.order_by("position")] == [mine, free]
    assert mine.party.practice == practice_of(me)
    assert free.party.practice is None
    assert kinds_seen_by(me, collaboration) == ["collaboration_started"]


def test_where_it_came_from_is_only_for_who_wrote_it(table: Together) -> None:
    collaboration = started(table.noor, origin="friends_family")
    assert note_of(visit(table.noor, collaboration)).origin == "friends_family"
    assert note_of(table.seen_by_marleen()) is None
    assert PersonalNote.objects.get().person == table.noor


def test_starting_in_a_stage_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a valid Stage"):
        started(noor(), stage="verliefd")


def test_both_see_the_stage_move_and_who_moved_it(table: Together) -> None:
    actions.move_stage(seat=table.marleens_seat, stage="adjust", now=day(2))
    for look in (table.seen_by_noor(day(3)), table.seen_by_marleen(day(3))):
        assert [stop.code for stop in route_of(look) if stop.is_now] == ["adjust"]
        newest = shared_lines(look)[0].line
        assert (newest.kind, newest.author, newest.data) == (
            "stage_moved",
            table.marleen,
            {"from": "work", "to": "adjust"},
        )
    table.collaboration.refresh_from_db()
    assert table.collaboration.stage_since == day(2)


def test_moving_to_the_stage_it_is_in_writes_nothing(table: Together) -> None:
    before = HistoryLine.objects.count()
    actions.move_stage(seat=table.noors_seat, stage="work", now=day(2))
    assert HistoryLine.objects.count() == before
    with pytest.raises(ValueError, match="is not a valid Stage"):
        actions.move_stage(seat=table.noors_seat, stage="ergens", now=day(2))


def test_her_own_stage_leaves_no_trace_for_anyone_else(table: Together) -> None:
    before = [view.line.pk for view in history_lines(table.seen_by_marleen(day(5)))]
    for stage in ("farewell", "learn"):
        actions.move_own_stage(person=table.noor, collaboration=table.collaboration, stage=stage, now=day(2))
    assert own_stage_of(table.seen_by_noor()).stage == "learn"
    assert own_stage_of(table.seen_by_marleen()) is None
    assert [view.line.pk for view in history_lines(table.seen_by_marleen(day(5)))] == before
    assert [stop.code for stop in route_of(table.seen_by_marleen(day(5))) if stop.is_now] == ["work"]
    table.collaboration.refresh_from_db()
    assert table.collaboration.stage == "work"


def test_she_goes_along_with_the_shared_stage_again(table: Together) -> None:
    actions.move_own_stage(person=table.noor, collaboration=table.collaboration, stage="farewell", now=day(2))
    actions.move_own_stage(person=table.noor, collaboration=table.collaboration, stage=None, now=day(3))
    assert not OwnStage.objects.exists()


def test_a_private_line_is_seen_by_its_author_alone(table: Together) -> None:
    line = actions.write_line(
        seat=table.noors_seat, kind="note", now=day(1), circle=Circle.PRIVATE, note="Ik twijfel over haar."
    )
    assert line_view(table.seen_by_noor(), line.public_id).is_private
    assert line_view(table.seen_by_marleen(), line.public_id) is None
    assert line_by_id(table.seen_by_marleen(), line.public_id) is None
    assert line.pk not in [view.line.pk for view in shared_lines(table.seen_by_noor())]


def test_a_line_is_found_at_its_own_table_only(table: Together) -> None:
    elsewhere = started(table.noor, name="Elders")
    line = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), note="Hier geschreven.")
    assert line_view(visit(table.noor, elsewhere), line.public_id) is None
    assert line_by_id(visit(table.noor, elsewhere), line.public_id) is None


def test_sharing_makes_a_twin_with_exactly_the_text_she_saw(table: Together) -> None:
    private = actions.write_line(
        seat=table.noors_seat, kind="promise_made", now=day(2), happened_on=day(1).date(), circle=Circle.PRIVATE,
        about=table.marleens_seat.party, data={"due_on": "2026-02-01"}, note="Ze liegt.",
    )  # fmt: skip
    twin = actions.share_line(line=private, seat=table.noors_seat, note="Dit spraken we af.", now=day(4))
    private.refresh_from_db()
    assert (private.circle, private.note) == ("private", "Ze liegt.")
    seen = line_view(table.seen_by_marleen(day(5)), twin.public_id).line
    assert (seen.note, seen.data, seen.happened_on) == ("Dit spraken we af.", {"due_on": "2026-02-01"}, day(1).date())
    assert seen.about == table.marleens_seat.party
    assert seen.recorded_at == day(4)


def test_only_her_own_private_line_can_be_shared(table: Together) -> None:
    private = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), circle=Circle.PRIVATE, note="Van mij.")
    shared = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), note="Van ons.")
    for line, seat in ((private, table.marleens_seat), (shared, table.noors_seat)):
        with pytest.raises(NotAllowedError):
            actions.share_line(line=line, seat=seat, note="Toch delen", now=day(2))
    assert shared_lines(table.seen_by_marleen(day(9)))[0].line == shared


def test_a_private_line_cannot_be_shared_at_another_table(table: Together) -> None:
    elsewhere = seat_of(table.noor, started(table.noor, name="Elders"))
    private = actions.write_line(
        seat=elsewhere,
        kind="promise_broken",
        about=elsewhere.party,
        now=day(1),
        circle=Circle.PRIVATE,
        note="Over Elders.",
    )
    with pytest.raises(NotAllowedError):
        actions.share_line(line=private, seat=table.noors_seat, note="Over Elders.", now=day(2))


def test_a_private_line_that_is_taken_back_is_gone(table: Together) -> None:
    line = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), circle=Circle.PRIVATE, note="Weg ermee.")
    actions.withdraw_line(line=line, seat=table.noors_seat, now=day(2))
    assert not HistoryLine.objects.filter(public_id=line.public_id).exists()


def test_a_shared_line_that_is_taken_back_stays_readable_with_the_first_date(table: Together) -> None:
    line = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), note="Te snel geschreven.")
    actions.withdraw_line(line=line, seat=table.noors_seat, now=day(2))
    actions.withdraw_line(line=line, seat=table.noors_seat, now=day(3))
    seen = line_view(table.seen_by_marleen(day(5)), line.public_id)
    assert (seen.line.note, seen.line.withdrawn_at) == ("Te snel geschreven.", day(2))
    assert not seen.can_answer


def test_nobody_takes_back_a_line_of_someone_else_or_of_the_app(table: Together) -> None:
    hers = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), note="Blijft staan.")
    apps = actions.write_line(
        seat=None, collaboration=table.collaboration, kind="round_opened", now=day(1), data={"number": 1}
    )
    for line, seat in ((hers, table.marleens_seat), (apps, table.noors_seat), (apps, table.marleens_seat)):
        with pytest.raises(NotAllowedError):
            actions.withdraw_line(line=line, seat=seat, now=day(2))


def test_what_the_app_wrote_about_her_acts_cannot_be_taken_back(table: Together) -> None:
    """That she moved the stage is a fact: who could strike it out, could strike out that she made a link."""
    actions.move_stage(seat=table.noors_seat, stage="farewell", now=day(1))
    moved = HistoryLine.objects.get(kind="stage_moved")
    with pytest.raises(NotAllowedError):
        actions.withdraw_line(line=moved, seat=table.noors_seat, now=day(2))


def test_the_other_says_how_she_sees_it_and_her_latest_answer_counts(table: Together) -> None:
    line = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), note="Het was te laat.")
    actions.answer_line(line=line, seat=table.marleens_seat, stance="so", words="", now=day(2))
    actions.answer_line(line=line, seat=table.marleens_seat, stance="otherwise", words="Eén dag maar.", now=day(3))
    (said,) = line_view(table.seen_by_noor(day(4)), line.public_id).answers
    assert (said.stance, said.words, said.answered_at) == ("otherwise", "Eén dag maar.", day(3))


def test_some_lines_cannot_be_answered(table: Together) -> None:
    own = actions.write_line(seat=table.marleens_seat, kind="note", now=day(1), note="Van mij.")
    private = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), circle=Circle.PRIVATE, note="Geheim.")
    taken_back = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), note="Oeps.")
    actions.withdraw_line(line=taken_back, seat=table.noors_seat, now=day(1))
    taken_back.refresh_from_db()
    elsewhere = actions.write_line(
        seat=seat_of(table.noor, started(table.noor)), kind="note", now=day(1), note="Elders."
    )
    for line in (own, private, taken_back, elsewhere):
        with pytest.raises(NotAllowedError):
            actions.answer_line(line=line, seat=table.marleens_seat, stance="so", words="", now=day(2))


def test_an_answer_is_one_of_two(table: Together) -> None:
    line = actions.write_line(seat=table.noors_seat, kind="note", now=day(1), note="Het was te laat.")
    with pytest.raises(ValueError, match="is not a valid"):
        actions.answer_line(line=line, seat=table.marleens_seat, stance="onzin", words="", now=day(2))


def test_an_outsider_has_no_way_in(table: Together) -> None:
    assert visit_of(ruben(), table.collaboration.public_id, day(1)) is None
    assert visit_of(table.noor, "bestaat-niet", day(1)) is None


def test_a_line_belongs_to_a_collaboration() -> None:
    with pytest.raises(AssertionError):
        actions.write_line(seat=None, kind="note", now=day(1))
