"""One small thing both agree on after a check-in, and the sealed look back at whether it helped."""

import pytest

from samenstroom.checkins import actions
from samenstroom.checkins.actions import AlreadySentError
from samenstroom.checkins.models import Repair, RepairLook
from samenstroom.checkins.queries import repair_of, repairs_of
from samenstroom.collaborations.actions import NotAllowedError, show_colleague
from samenstroom.collaborations.models import HistoryLine
from tests.people import Together, answer, day, karin, ruben, seat_of, started, together, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    """A table whose first round is open for both."""
    found = together()
    for seat in (found.noors_seat, found.marleens_seat):
        answer(found.round, seat)
    return found


def proposed(table: Together, **changes: object) -> Repair:
    words = {"text": "Elke vrijdag een kort bericht.", "owner": None, "look_back_on": day(14).date(), "now": day(1)}
    return actions.propose_repair(round_=table.round, seat=table.noors_seat, **{**words, **changes})


def agreed(table: Together) -> Repair:
    repair = proposed(table)
    actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(2))
    return repair


def kinds(table: Together) -> list[str]:
    lines = HistoryLine.objects.filter(collaboration=table.collaboration, kind__startswith="repair")
    return list(lines.order_by("pk").values_list("kind", flat=True))


def test_the_other_side_says_yes_to_a_proposal(table: Together) -> None:
    repair = proposed(table, owner=table.marleens_seat.party)
    (mine,), (hers,) = repairs_of(table.seen_by_noor(day(1))), repairs_of(table.seen_by_marleen(day(1)))
    assert (mine.i_proposed, mine.owner_is_me, mine.is_agreed) == (True, False, False)
    assert (hers.i_proposed, hers.owner_is_me, hers.is_agreed) == (False, True, False)
    actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(2))
    assert repair_of(table.seen_by_noor(day(2)), repair.public_id).is_agreed
    assert kinds(table) == ["repair_proposed", "repair_agreed"]


def test_nobody_agrees_with_her_own_proposal_or_from_another_table(table: Together) -> None:
    repair = proposed(table)
    outsider = ruben()
    elsewhere = seat_of(outsider, started(outsider))
    colleague = show_colleague(by=table.noors_seat, colleague=karin(colleague_of=table.noor), now=day(1))
    for seat in (table.noors_seat, colleague, elsewhere):
        with pytest.raises(NotAllowedError):
            actions.agree_repair(repair=repair, seat=seat, now=day(2))
    with pytest.raises(NotAllowedError):
        actions.drop_repair(repair=repair, seat=elsewhere, now=day(2))
    assert repair_of(visit(outsider, elsewhere.collaboration), repair.public_id) is None


def test_a_proposal_needs_an_opened_round_at_this_table_and_an_owner_who_sits_here(table: Together) -> None:
    outsider = ruben()
    elsewhere = seat_of(outsider, started(outsider))
    first = table.round
    for changes in ({"seat": elsewhere, "round_": first}, {"owner": elsewhere.party, "round_": first}):
        with pytest.raises(NotAllowedError):
            actions.propose_repair(
                **{
                    "seat": table.noors_seat, "text": "x", "owner": None, "look_back_on": day(9).date(), "now": day(1),
                    **changes,
                }
            )  # fmt: skip
    actions.open_round(collaboration=table.collaboration, now=day(7))
    with pytest.raises(NotAllowedError):
        proposed(table)
    assert not Repair.objects.exists()


def test_agreeing_or_dropping_twice_writes_one_line(table: Together) -> None:
    repair = agreed(table)
    actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(3))
    actions.drop_repair(repair=repair, seat=table.noors_seat, now=day(4))
    actions.drop_repair(repair=repair, seat=table.marleens_seat, now=day(5))
    assert kinds(table) == ["repair_proposed", "repair_agreed", "repair_dropped"]
    assert repairs_of(table.seen_by_noor(day(5))) == []


def test_a_dropped_proposal_is_not_agreed_afterwards(table: Together) -> None:
    repair = proposed(table)
    actions.drop_repair(repair=repair, seat=table.marleens_seat, now=day(2))
    actions.agree_repair(repair=repair, seat=table.marleens_seat, now=day(3))
    repair.refresh_from_db()
    assert repair.agreed_at is None
    with pytest.raises(NotAllowedError):
        actions.look_back(repair=repair, seat=table.noors_seat, helped="yes", now=day(14))


def test_looking_back_is_due_on_its_day_for_who_did_not_yet(table: Together) -> None:
    repair = agreed(table)
    look = repair_of(table.seen_by_noor(day(14)), repair.public_id)
    assert not look.is_due(day(13).date())
    assert look.is_due(day(14).date())
    actions.look_back(repair=repair, seat=table.noors_seat, helped="yes", now=day(14))
    assert not repair_of(table.seen_by_noor(day(14)), repair.public_id).is_due(day(14).date())
    assert repair_of(table.seen_by_marleen(day(14)), repair.public_id).is_due(day(14).date())


def test_whether_it_helped_is_sealed_until_both_said_it(table: Together) -> None:
    repair = agreed(table)
    assert actions.look_back(repair=repair, seat=table.noors_seat, helped="no", now=day(14)) is False
    seen = repair_of(table.seen_by_marleen(day(14)), repair.public_id)
    assert (seen.they_said, seen.theirs, seen.mine) == (True, "", "")
    assert "repair_looked_back" not in kinds(table)
    assert actions.look_back(repair=repair, seat=table.marleens_seat, helped="yes", now=day(15)) is True
    seen = repair_of(table.seen_by_marleen(day(15)), repair.public_id)
    assert (seen.theirs, seen.mine) == ("no", "yes")
    line = HistoryLine.objects.get(kind="repair_looked_back")
    assert (line.author, line.recorded_at) == (None, day(15))


def test_the_other_sees_the_same_whatever_she_said_until_it_opens(table: Together) -> None:
    repair = agreed(table)
    actions.look_back(repair=repair, seat=table.noors_seat, helped="no", now=day(14))
    before = repair_of(table.seen_by_marleen(day(14)), repair.public_id)
    actions.look_back(repair=repair, seat=table.noors_seat, helped="yes", now=day(15))
    assert repair_of(table.seen_by_marleen(day(14)), repair.public_id) == before
    assert repair_of(table.seen_by_noor(day(15)), repair.public_id).mine == "yes"


def test_a_look_back_is_frozen_once_it_opened(table: Together) -> None:
    repair = agreed(table)
    for seat in (table.noors_seat, table.marleens_seat):
        actions.look_back(repair=repair, seat=seat, helped="partly", now=day(14))
    with pytest.raises(AlreadySentError):
        actions.look_back(repair=repair, seat=table.noors_seat, helped="no", now=day(15))
    assert {look.helped for look in RepairLook.objects.all()} == {"partly"}


def test_looking_back_needs_an_agreement_and_one_of_three_words(table: Together) -> None:
    with pytest.raises(NotAllowedError):
        actions.look_back(repair=proposed(table), seat=table.noors_seat, helped="yes", now=day(14))
    repair = agreed(table)
    with pytest.raises(ValueError, match="is not a valid"):
        actions.look_back(repair=repair, seat=table.noors_seat, helped="misschien", now=day(14))


def test_a_colleague_neither_reads_nor_overwrites_a_sealed_look_back(table: Together) -> None:
    colleague = show_colleague(by=table.noors_seat, colleague=karin(colleague_of=table.noor), now=day(1))
    repair = agreed(table)
    actions.look_back(repair=repair, seat=table.noors_seat, helped="no", now=day(14))
    seen = repair_of(visit(colleague.person, table.collaboration, now=day(14)), repair.public_id)
    assert seen.mine == ""
    assert not seen.is_due(day(14).date()), "her side has said it"
    with pytest.raises(AlreadySentError):
        actions.look_back(repair=repair, seat=colleague, helped="yes", now=day(14))
    assert RepairLook.objects.get().helped == "no"
