"""Practices: who works there, how a colleague gets in, and what she does not get with it."""

import pytest

from samenstroom.accounts.models import Membership, Person, Practice, PracticeInvitation
from samenstroom.accounts.practices import (
    ADMINISTRATOR,
    MEMBER,
    InvitationGoneError,
    LastAdministratorError,
    NotAMemberError,
    NotAnAdministratorError,
    accept_invitation,
    administers,
    find_invitation,
    give_role,
    hand_on_practices,
    invite_colleague,
    leave_practice,
    members_of,
    practice_of,
    remove_member,
    rename_practice,
)
from samenstroom.collaborations.queries import visits_of
from tests.people import day, karin, noor, ruben, started, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> Person:
    return noor()


@pytest.fixture
def practice(me: Person) -> Practice:
    found = practice_of(me)
    assert found is not None
    return found


def names(practice: Practice, *, seen_by: Person) -> list[str]:
    return [membership.person.name for membership in members_of(practice, seen_by=seen_by)]


def test_who_starts_a_practice_works_there(me: Person, practice: Practice) -> None:
    assert (practice.name, names(practice, seen_by=me)) == ("Praktijk Noor Jansen", ["Noor Jansen"])


def test_a_colleague_joins_with_a_link(me: Person, practice: Practice) -> None:
    colleague = karin(colleague_of=me, now=day(1))
    assert practice_of(colleague) == practice
    assert names(practice, seen_by=colleague) == ["Noor Jansen", "Karin de Boer"]


def test_working_in_the_same_practice_opens_no_collaboration() -> None:
    table = together()
    assert visits_of(karin(colleague_of=table.noor), day(1)) == []


def test_an_outsider_sees_no_members_and_changes_nothing(practice: Practice) -> None:
    outsider = ruben()
    assert names(practice, seen_by=outsider) == []
    with pytest.raises(NotAMemberError):
        rename_practice(practice=practice, by=outsider, name="Van mij")
    with pytest.raises(NotAMemberError):
        invite_colleague(practice=practice, by=outsider, now=day(1))
    practice.refresh_from_db()
    assert practice.name == "Praktijk Noor Jansen"
    assert not PracticeInvitation.objects.exists()


def test_a_member_gives_it_another_name(me: Person, practice: Practice) -> None:
    rename_practice(practice=practice, by=me, name="Noor & Co")
    practice.refresh_from_db()
    assert practice.name == "Noor & Co"


def test_the_token_is_not_kept(me: Person, practice: Practice) -> None:
    token = invite_colleague(practice=practice, by=me, now=day(1))
    assert token not in repr(PracticeInvitation.objects.values())


def test_an_invitation_holds_for_a_week(me: Person, practice: Practice) -> None:
    token = invite_colleague(practice=practice, by=me, now=day(0))
    assert find_invitation(token, day(6)) is not None
    assert find_invitation(token, day(7)) is None
    assert find_invitation("geraden", day(1)) is None


def test_an_invitation_is_for_one_person(me: Person, practice: Practice) -> None:
    """Two people opened the page with the link; whoever is second stays out."""
    token = invite_colleague(practice=practice, by=me, now=day(0))
    opened_by_first, opened_by_second = find_invitation(token, day(1)), find_invitation(token, day(1))
    first, second = ruben(), Person.objects.create_user("iemand@voorbeeld.nl", "wachtwoord", name="Iemand")
    accept_invitation(invitation=opened_by_first, person=first, now=day(1))
    assert find_invitation(token, day(1)) is None
    with pytest.raises(InvitationGoneError):
        accept_invitation(invitation=opened_by_second, person=second, now=day(1))
    assert not Membership.objects.filter(person=second).exists()


def test_an_invitation_that_ran_out_meanwhile_is_refused(me: Person, practice: Practice) -> None:
    invitation = find_invitation(invite_colleague(practice=practice, by=me, now=day(0)), day(6))
    with pytest.raises(InvitationGoneError):
        accept_invitation(invitation=invitation, person=ruben(), now=day(8))


def test_who_works_there_already_does_not_join_twice(me: Person, practice: Practice) -> None:
    invitation = find_invitation(invite_colleague(practice=practice, by=me, now=day(0)), day(1))
    accept_invitation(invitation=invitation, person=me, now=day(1))
    assert Membership.objects.filter(practice=practice, person=me).count() == 1


def test_who_left_is_no_member_and_keeps_her_collaborations() -> None:
    table = together()
    practice = practice_of(table.noor)
    colleague = karin(colleague_of=table.noor)
    give_role(practice=practice, person=colleague, role=ADMINISTRATOR, by=table.noor)
    leave_practice(practice=practice, person=table.noor, now=day(2))
    assert practice_of(table.noor) is None
    assert names(practice, seen_by=table.noor) == []
    assert names(practice, seen_by=colleague) == ["Karin de Boer"]
    assert len(visits_of(table.noor, day(3))) == 1
    with pytest.raises(NotAMemberError):
        invite_colleague(practice=practice, by=table.noor, now=day(3))


def test_an_invitation_of_who_left_opens_nothing(me: Person, practice: Practice) -> None:
    token = invite_colleague(practice=practice, by=me, now=day(0))
    leave_practice(practice=practice, person=me, now=day(1))
    assert find_invitation(token, day(2)) is None


def test_who_comes_back_is_a_member_again_from_then(me: Person, practice: Practice) -> None:
    colleague = karin(colleague_of=me)
    leave_practice(practice=practice, person=colleague, now=day(2))
    invitation = find_invitation(invite_colleague(practice=practice, by=me, now=day(3)), day(3))
    accept_invitation(invitation=invitation, person=colleague, now=day(4))
    current = Membership.objects.get(person=colleague, left_at=None)
    assert (current.joined_at, current.practice) == (day(4), practice)


def test_who_started_it_administers_and_who_joins_does_not(me: Person, practice: Practice) -> None:
    colleague = karin(colleague_of=me)
    assert administers(practice, me) and not administers(practice, colleague)
    for refused in (
        lambda: invite_colleague(practice=practice, by=colleague, now=day(1)),
        lambda: rename_practice(practice=practice, by=colleague, name="Van mij"),
        lambda: remove_member(practice=practice, person=me, by=colleague, now=day(1)),
        lambda: give_role(practice=practice, person=colleague, role=ADMINISTRATOR, by=colleague),
    ):
        with pytest.raises(NotAnAdministratorError):
            refused()
    assert names(practice, seen_by=me) == ["Noor Jansen", "Karin de Boer"] and not administers(practice, colleague)


def test_an_administrator_lets_a_colleague_go_and_what_is_hers_stays_hers(me: Person, practice: Practice) -> None:
    colleague = karin(colleague_of=me)
    own = started(colleague, now=day(1))
    with pytest.raises(NotAnAdministratorError):
        remove_member(practice=practice, person=me, by=me, now=day(2))
    remove_member(practice=practice, person=colleague, by=me, now=day(2))
    assert names(practice, seen_by=me) == ["Noor Jansen"] and practice_of(colleague) is None
    assert [visit.collaboration for visit in visits_of(colleague, day(3))] == [own]


def test_a_practice_with_people_in_it_keeps_an_administrator(me: Person, practice: Practice) -> None:
    colleague = karin(colleague_of=me)
    with pytest.raises(LastAdministratorError):
        leave_practice(practice=practice, person=me, now=day(2))
    with pytest.raises(LastAdministratorError):
        give_role(practice=practice, person=me, role=MEMBER, by=me)
    give_role(practice=practice, person=colleague, role=ADMINISTRATOR, by=me)
    give_role(practice=practice, person=me, role=MEMBER, by=me)
    assert administers(practice, colleague) and not administers(practice, me)


def test_when_the_only_administrator_goes_away_altogether_a_colleague_takes_over(
    me: Person, practice: Practice
) -> None:
    colleague = karin(colleague_of=me)
    hand_on_practices(person=me)
    assert administers(practice, colleague)
