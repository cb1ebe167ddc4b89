"""Links, seats and who reads along."""

import pytest

from samenstroom.accounts.links import LinkState, find_link, state_of
from samenstroom.accounts.practices import ADMINISTRATOR, give_role, leave_practice, practice_of
from samenstroom.checkins.queries import answers_readable_by, rounds_of
from samenstroom.collaborations import actions
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import HistoryLine, Seat
from samenstroom.collaborations.queries import (
    colleagues_at,
    history_lines,
    link_by_id,
    links_of,
    shared_lines,
    visits_of,
)
from samenstroom.collaborations.visits import visit_of
from samenstroom.flows.claiming import OwnSideError, claim_as, claim_by_code
from samenstroom.flows.leaving import leave_tables
from samenstroom.rules.visibility import Circle
from tests.people import Together, answer, day, karin, marleen_at, noor, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together()


def newest(collaboration) -> HistoryLine:
    return HistoryLine.objects.filter(collaboration=collaboration).order_by("-pk")[0]


def free_seat(collaboration) -> Seat:
    return collaboration.seats.get(person=None)


def test_a_new_copy_of_the_link_is_on_record_for_both(table: Together) -> None:
    minted = actions.make_link(by=table.noors_seat, other=table.marleens_seat, channel="whatsapp", now=day(1))
    for look in (table.seen_by_noor(day(1)), table.seen_by_marleen(day(1))):
        assert links_of(look)[0].link == minted.link
        assert links_of(look)[0].works
        line = shared_lines(look)[0].line
        assert (line.kind, line.data) == ("link_made", {"for": "Marleen", "channel": "whatsapp"})
    assert minted.token not in str(list(HistoryLine.objects.values_list("data", "note")))


def test_no_link_is_made_for_who_has_a_seat_without_one_or_sits_on_the_same_side_or_elsewhere(table: Together) -> None:
    elsewhere = started(ruben())
    for by, other in (
        (table.marleens_seat, table.noors_seat),
        (table.noors_seat, table.noors_seat),
        (table.noors_seat, free_seat(elsewhere)),
    ):
        with pytest.raises(NotAllowedError):
            actions.make_link(by=by, other=other, channel="copy", now=day(1))


def test_a_copy_that_is_taken_back_opens_nothing_and_says_so_once(table: Together) -> None:
    minted = actions.make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=day(1))
    actions.take_back_link(by=table.noors_seat, link=minted.link, now=day(2))
    assert state_of(find_link(minted.token), day(2)) is LinkState.GONE
    assert newest(table.collaboration).kind == "link_withdrawn"
    lines = HistoryLine.objects.count()
    actions.take_back_link(by=table.noors_seat, link=minted.link, now=day(3))
    assert HistoryLine.objects.count() == lines
    assert find_link(minted.token).withdrawn_at == day(2)


def test_nobody_takes_back_a_link_of_another_table(table: Together) -> None:
    outsider = ruben()
    collaboration = started(outsider)
    minted = actions.make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=day(1))
    with pytest.raises(NotAllowedError):
        actions.take_back_link(by=seat_of(outsider, collaboration), link=minted.link, now=day(2))
    assert state_of(find_link(minted.token), day(2)) is LinkState.CLAIMED
    assert link_by_id(visit(outsider, collaboration), minted.link.public_id) is None


def test_claiming_gives_the_seat_that_waited(table: Together) -> None:
    seat = table.marleens_seat
    assert (seat.name, seat.joined_at, seat.party.speaker_id) == ("Marleen de Vries", day(0), seat.pk)
    assert not table.marleen.has_account
    assert table.seen_by_noor().takes_part
    assert HistoryLine.objects.filter(kind="joined", author=table.marleen).count() == 1


def test_a_seat_is_taken_once(table: Together) -> None:
    assert actions.sit_down(invitee=table.marleens_seat.invitee, person=ruben(), now=day(1)) is None
    assert table.marleens_seat.person == table.marleen


def test_nobody_sits_on_both_sides(table: Together) -> None:
    collaboration = started(table.noor)
    me = seat_of(table.noor, collaboration)
    with pytest.raises(NotAllowedError):
        actions.sit_down(invitee=free_seat(collaboration).invitee, person=table.noor, now=day(1))
    link = actions.make_link(by=me, other=free_seat(collaboration), channel="copy", now=day(1)).link
    with pytest.raises(OwnSideError):
        claim_as(link=link, person=table.noor, now=day(1))
    colleague = karin(colleague_of=table.noor)
    actions.show_colleague(by=me, colleague=colleague, now=day(1))
    with pytest.raises(OwnSideError):
        claim_as(link=link, person=colleague, now=day(1))
    link.invitee.refresh_from_db()
    assert link.invitee.person is None, "a refused claim leaves the link free"


def test_somebody_with_an_account_claims_for_herself() -> None:
    collaboration = started(noor())
    me = collaboration.seats.order_by("pk")[0]
    link = actions.make_link(by=me, other=free_seat(collaboration), channel="copy", now=day(1)).link
    client = ruben()
    assert claim_as(link=link, person=client, now=day(1)) == client
    assert visit(client, collaboration, now=day(2)).speaks


def test_a_fresh_seat_shows_the_shared_record_and_nothing_private_or_sealed() -> None:
    table = together()
    first_answer = answer(table.round, table.marleens_seat, remark="Mijn geheim.", remark_choice="mine")
    actions.write_line(
        seat=table.marleens_seat, kind="note", now=day(1), circle=Circle.PRIVATE, note="Voor mij alleen."
    )
    old_seat = table.marleens_seat
    fresh = actions.fresh_seat(by=table.noors_seat, other=old_seat, now=day(2))
    assert newest(table.collaboration).kind == "fresh_seat"
    assert table.seen_by_noor(day(2)).other == fresh
    assert not table.seen_by_noor(day(2)).takes_part
    link = actions.make_link(by=table.noors_seat, other=fresh, channel="copy", now=day(2)).link
    someone = claim_by_code(link=link, code="nieuwe code", language="nl", now=day(2))
    look = visit(someone, table.collaboration, now=day(3))
    assert look.speaks
    assert not answers_readable_by(someone).exists()
    (view,) = rounds_of(look)
    assert (view.mine, view.i_sent) == (None, True)
    assert all(not line.is_private for line in history_lines(look))
    assert [first_answer.pk] == list(answers_readable_by(table.marleen).values_list("pk", flat=True))


def test_the_old_seat_keeps_what_it_could_see_and_no_longer_speaks(table: Together) -> None:
    actions.fresh_seat(by=table.noors_seat, other=table.marleens_seat, now=day(2))
    look = table.seen_by_marleen(day(3))
    assert not look.speaks
    assert shared_lines(look)[0].line.kind == "fresh_seat"


def test_a_fresh_seat_is_only_for_the_other_side_of_this_table_that_joined_by_link(table: Together) -> None:
    not_joined = started(table.noor)
    outsider = together(by=ruben(), with_rhythm=False)
    for by, other in (
        (table.noors_seat, table.noors_seat),
        (table.marleens_seat, table.noors_seat),
        (seat_of(table.noor, not_joined), free_seat(not_joined)),
        (outsider.noors_seat, table.marleens_seat),
    ):
        with pytest.raises(NotAllowedError):
            actions.fresh_seat(by=by, other=other, now=day(1))


def test_a_colleague_reads_the_shared_record_once_she_is_shown_it(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    actions.write_line(seat=table.noors_seat, kind="note", now=day(1), circle=Circle.PRIVATE, note="Van Noor alleen.")
    assert visit_of(colleague, table.collaboration.public_id, day(1)) is None
    actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(2))
    look = visit(colleague, table.collaboration, now=day(3))
    assert (look.party, look.speaks, look.other.person) == (table.noors_seat.party, False, table.marleen)
    assert all(not view.is_private for view in history_lines(look))
    assert HistoryLine.objects.filter(kind="colleague_added").count() == 1
    assert [seat.person for seat in colleagues_at(table.seen_by_noor())] == [colleague]
    assert colleagues_at(table.seen_by_marleen()) == []


def test_only_who_works_in_the_practice_now_can_be_shown_along(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    for someone, by in ((ruben(), table.noors_seat), (colleague, table.marleens_seat)):
        with pytest.raises(NotAllowedError):
            actions.show_colleague(by=by, colleague=someone, now=day(1))
    leave_practice(practice=practice_of(table.noor), person=colleague, now=day(1))
    with pytest.raises(NotAllowedError):
        actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(2))


def test_who_left_the_practice_shows_no_colleagues_of_it(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    practice = practice_of(table.noor)
    give_role(practice=practice, person=colleague, role=ADMINISTRATOR, by=table.noor)
    leave_practice(practice=practice, person=table.noor, now=day(1))
    with pytest.raises(NotAllowedError):
        actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(2))


def test_a_colleague_can_be_asked_to_stop_reading_along(table: Together) -> None:
    colleague = karin(colleague_of=table.noor)
    seat = actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    for by, other in (
        (table.marleens_seat, seat),
        (seat, table.noors_seat),
        (table.noors_seat, table.noors_seat),
        (table.noors_seat, table.marleens_seat),
    ):
        with pytest.raises(NotAllowedError):
            actions.ask_colleague_to_leave(by=by, seat=other, now=day(2))
    actions.ask_colleague_to_leave(by=table.noors_seat, seat=seat, now=day(2))
    assert visit_of(colleague, table.collaboration.public_id, day(3)) is None
    assert newest(table.collaboration).kind == "colleague_removed"
    assert colleagues_at(table.seen_by_noor(day(3))) == []
    again = actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(4))
    assert visit(colleague, table.collaboration, now=day(5)).seat == again


def test_who_leaves_the_practice_stops_reading_along_and_keeps_where_she_speaks(table: Together) -> None:
    colleague, practice = karin(colleague_of=table.noor), practice_of(table.noor)
    actions.show_colleague(by=table.noors_seat, colleague=colleague, now=day(1))
    actions.leave_practice_tables(person=colleague, practice=practice, now=day(2))
    actions.leave_practice_tables(person=table.noor, practice=practice, now=day(2))
    assert visit_of(colleague, table.collaboration.public_id, day(3)) is None
    assert table.seen_by_noor(day(3)).speaks
    assert HistoryLine.objects.filter(kind="left").count() == 1


def test_who_stands_up_sees_no_more_and_her_seat_is_free_for_a_new_link(table: Together) -> None:
    seat = table.marleens_seat
    old_invitee = seat.invitee
    private = actions.write_line(seat=seat, kind="note", now=day(1), circle=Circle.PRIVATE, note="Blijft van mij.")
    actions.stand_up(seat=seat, now=day(2))
    assert visit_of(table.marleen, table.collaboration.public_id, day(3)) is None
    assert newest(table.collaboration).kind == "left"
    assert newest(table.collaboration).author == table.marleen
    seat.refresh_from_db()
    assert (seat.person, seat.joined_at) == (None, None)
    assert seat.invitee != old_invitee
    assert not table.seen_by_noor(day(3)).takes_part
    assert HistoryLine.objects.get(pk=private.pk).author == table.marleen
    newcomer = marleen_at(table.collaboration, now=day(4), code="andere code")
    assert newcomer != table.marleen
    assert private.pk not in [view.line.pk for view in history_lines(visit(newcomer, table.collaboration, now=day(5)))]


def test_leaving_closes_every_table_and_every_link(table: Together) -> None:
    minted = actions.make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=day(1))
    leave_tables(person=table.marleen, now=day(2))
    assert visits_of(table.marleen, day(3)) == []
    assert state_of(find_link(minted.token), day(2)) is LinkState.GONE
    table.marleen.refresh_from_db()
    assert not table.marleen.is_active
    assert table.seen_by_noor(day(3)).other_name == "Marleen"
