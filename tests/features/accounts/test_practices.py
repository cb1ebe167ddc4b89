"""Practices: who works there, how a colleague gets in, and what she does not get with it."""

import pytest

from samenstroom.accounts.models import Membership, Person, Practice, PracticeInvitation
from samenstroom.accounts.practices import (
    InvitationGoneError,
    NotAMemberError,
    accept_invitation,
    find_invitation,
    invite_colleague,
    leave_practice,
    members_of,
    practice_of,
    rename_practice,
)
from samenstroom.collaborations.queries import visits_of
from tests.people import day, karin, noor, ruben, together

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
