"""Personal links: minted per copy, claimed once, and from then on nothing without what only the holder knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from samenstroom.accounts import links
from samenstroom.accounts.links import (
    EMAIL_CODE_LIFETIME,
    LINK_LIFETIME,
    ClaimRefusedError,
    LinkState,
    Minted,
    ask_for_new_link,
    become_account,
    find_link,
    make_email_code,
    mint_link,
    open_on_new_device,
    open_with_email_code,
    state_of,
    withdraw_link,
)
from samenstroom.accounts.models import EmailCode, Invitee, LinkRequest, Person, PersonalLink
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.checkins.queries import answers_readable_by, rounds_of
from samenstroom.collaborations.actions import fresh_seat, make_link, show_colleague
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.queries import history_lines
from samenstroom.collaborations.visits import visit_of
from samenstroom.flows.claiming import OwnSideError, claim_as, claim_by_code, claim_by_email
from samenstroom.flows.leaving import leave_tables
from tests.people import CODE, START, Together, answer, day, karin, noor, ruben, seat_of, started, together

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def free_seat(collaboration: Collaboration) -> Seat:
    return Seat.objects.select_related("invitee", "party", "collaboration").get(
        collaboration=collaboration, person=None
    )


def copy_of(collaboration: Collaboration, by: Person, *, now: datetime = START) -> Minted:
    """A fresh copy of the link to the seat that is still free."""
    return make_link(by=seat_of(by, collaboration), other=free_seat(collaboration), channel="copy", now=now)


def invited() -> tuple[Collaboration, Person, Minted]:
    """Noor started a collaboration and made one copy for Marleen."""
    maker = noor()
    collaboration = started(maker)
    return collaboration, maker, copy_of(collaboration, maker)


def later_copy(table: Together, *, now: datetime = START) -> PersonalLink:
    """A new copy of Marleen's claimed link, found the way a door finds it."""
    minted = make_link(by=table.noors_seat, other=table.marleens_seat, channel="copy", now=now)
    found = find_link(minted.token)
    assert found is not None
    return found


def reason_of(act: Callable[[], object]) -> str:
    with pytest.raises(ClaimRefusedError) as refused:
        act()
    return refused.value.reason


class TestMinting:
    def test_each_copy_has_a_token_of_its_own_that_is_stored_only_as_a_hash(self) -> None:
        collaboration, maker, first = invited()
        second = copy_of(collaboration, maker)
        assert first.token != second.token
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM accounts_personallink")
            stored = str(cursor.fetchall())
        assert first.token not in stored and second.token not in stored
        assert find_link(first.token) == first.link and find_link(first.token + "x") is None

    def test_a_copy_works_until_the_very_second_it_ends(self) -> None:
        _table, _maker, minted = invited()
        ends = START + LINK_LIFETIME
        assert state_of(minted.link, ends - SECOND) is LinkState.CLAIMABLE
        assert state_of(minted.link, ends) is LinkState.GONE
        claim = {"link": minted.link, "code": CODE, "language": "nl"}
        assert reason_of(lambda: claim_by_code(**claim, now=ends)) == "gone"
        assert claim_by_code(**claim, now=ends - SECOND).name == "Marleen de Vries"

    def test_a_withdrawn_copy_looks_like_an_unknown_one_and_the_other_copy_still_works(self) -> None:
        collaboration, maker, first = invited()
        second = copy_of(collaboration, maker)
        withdraw_link(link=first.link, now=day(1))
        withdraw_link(link=first.link, now=day(2))
        first.link.refresh_from_db()
        assert first.link.withdrawn_at == day(1)
        assert state_of(first.link, day(1)) is state_of(None, day(1)) is LinkState.GONE
        assert reason_of(lambda: claim_by_code(link=first.link, code=CODE, language="nl", now=day(1))) == "gone"
        assert state_of(second.link, day(1)) is LinkState.CLAIMABLE


class TestClaiming:
    def test_the_first_opener_makes_the_link_hers_and_nobody_can_claim_after_her(self) -> None:
        collaboration, maker, first = invited()
        second = copy_of(collaboration, maker)
        marleen = claim_by_code(link=first.link, code=CODE, language="en", now=day(1))
        assert seat_of(marleen, collaboration).joined_at == day(1)
        assert (marleen.language, marleen.has_account) == ("en", False)
        for copy in (first, second):
            assert state_of(find_link(copy.token), day(1)) is LinkState.CLAIMED
            act = lambda link=copy.link: claim_by_code(link=link, code="iets anders", language="nl", now=day(1))  # noqa: E731
            assert reason_of(act) == "claimed"
        assert Person.objects.filter(name=marleen.name).count() == 1

    def test_the_code_is_not_stored_readable(self) -> None:
        table = together(with_rhythm=False)
        assert CODE not in table.marleen.password and table.marleen.check_password(CODE)

    @pytest.mark.django_db(transaction=True)
    def test_of_two_claims_at_the_same_moment_one_wins_and_the_other_is_refused(self) -> None:
        collaboration, _maker, minted = invited()
        start, won, refused = Barrier(2), [], []

        def claim(code: str) -> None:
            link = PersonalLink.objects.get(pk=minted.link.pk)
            start.wait()
            try:
                won.append(claim_by_code(link=link, code=code, language="nl", now=START))
            except ClaimRefusedError as error:
                refused.append(error.reason)
            finally:
                connections.close_all()

        threads = [Thread(target=claim, args=(code,)) for code in ("code van een", "code van twee")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (len(won), refused) == (1, ["claimed"])
        assert seat_of(won[0], collaboration).person == won[0]
        assert Person.objects.filter(name="Marleen de Vries").count() == 1

    def test_the_inviting_side_is_refused_the_seat_also_a_colleague_who_does_not_read_along(self) -> None:
        collaboration, maker, minted = invited()
        colleague = karin(colleague_of=maker)
        for person in (maker, colleague):
            with pytest.raises(OwnSideError):
                claim_as(link=minted.link, person=person, now=START)
        show_colleague(by=seat_of(maker, collaboration), colleague=colleague, now=START)
        with pytest.raises(OwnSideError):
            claim_as(link=minted.link, person=colleague, now=START)
        assert free_seat(collaboration).invitee == minted.link.invitee

    def test_someone_who_is_known_already_sits_down_as_herself(self) -> None:
        table = together(with_rhythm=False)
        second = started(table.noor, name="Tweede")
        minted = copy_of(second, table.noor)
        assert claim_as(link=minted.link, person=table.marleen, now=day(1)) == table.marleen
        assert Seat.objects.filter(person=table.marleen).count() == 2
        account = ruben()
        third = started(table.noor, name="Derde")
        claim_as(link=copy_of(third, table.noor).link, person=account, now=day(1))
        assert seat_of(account, third).person == account


class TestNewDevice:
    def test_the_link_alone_opens_nothing_once_it_is_claimed(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        assert state_of(link, day(1)) is LinkState.CLAIMED
        assert reason_of(lambda: open_on_new_device(link=link, code="gokje 1", now=day(1))) == "wrong_code"
        assert open_on_new_device(link=link, code=CODE, now=day(1)) == table.marleen
        link.refresh_from_db()
        assert link.used_at == day(1)

    def test_a_code_does_not_open_an_expired_or_withdrawn_copy(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        act = lambda: open_on_new_device(link=link, code=CODE, now=START + LINK_LIFETIME)  # noqa: E731
        assert reason_of(act) == "gone"
        withdraw_link(link=link, now=day(1))
        link.refresh_from_db()
        assert reason_of(lambda: open_on_new_device(link=link, code=CODE, now=day(1))) == "gone"

    def test_after_five_wrong_codes_even_the_right_one_has_to_wait_a_quarter_of_an_hour(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        for n in range(5):
            at = START + n * MINUTE
            assert reason_of(lambda at=at: open_on_new_device(link=link, code="gokje 1", now=at)) == "wrong_code"
        with pytest.raises(TooManyTriesError) as refused:
            open_on_new_device(link=link, code=CODE, now=START + 5 * MINUTE)
        assert refused.value.retry_at == START + 15 * MINUTE
        with pytest.raises(TooManyTriesError):
            open_on_new_device(link=link, code=CODE, now=START + 15 * MINUTE - SECOND)
        assert open_on_new_device(link=link, code=CODE, now=START + 15 * MINUTE) == table.marleen

    def test_the_limit_is_per_person_invited_so_another_copy_gives_no_new_tries(self) -> None:
        table = together(with_rhythm=False)
        for n in range(5):
            link = later_copy(table)
            act = lambda link=link, n=n: open_on_new_device(link=link, code="gokje 1", now=START + n * SECOND)  # noqa: E731
            assert reason_of(act) == "wrong_code"
        with pytest.raises(TooManyTriesError):
            open_on_new_device(link=later_copy(table), code=CODE, now=START + 6 * SECOND)
        elsewhere = started(table.noor, name="Tweede")
        other = claim_by_code(link=copy_of(elsewhere, table.noor).link, code="mijn code", language="nl", now=START)
        minted = mint_link(
            invitee=seat_of(other, elsewhere).invitee or Invitee(), by=table.noor, channel="copy", now=START
        )
        link_of_other = find_link(minted.token)
        assert link_of_other and open_on_new_device(link=link_of_other, code="mijn code", now=START) == other

    def test_there_are_twenty_tries_in_a_day_however_slowly(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        for n in range(20):
            at = START + n * timedelta(minutes=20)
            assert reason_of(lambda at=at: open_on_new_device(link=link, code="gokje 1", now=at)) == "wrong_code"
        with pytest.raises(TooManyTriesError):
            open_on_new_device(link=link, code=CODE, now=START + timedelta(hours=23))
        assert open_on_new_device(link=link, code=CODE, now=START + timedelta(days=1)) == table.marleen

    @pytest.mark.django_db(transaction=True)
    def test_many_guesses_at_once_count_as_many(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        start, said = Barrier(8), []

        def guess() -> None:
            start.wait()
            try:
                open_on_new_device(link=link, code="gokje 1", now=START)
            except (ClaimRefusedError, TooManyTriesError) as error:
                said.append(type(error).__name__)
            finally:
                connections.close_all()

        threads = [Thread(target=guess) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(said) == ["ClaimRefusedError"] * 5 + ["TooManyTriesError"] * 3

    def test_someone_with_an_account_signs_in_instead_so_a_link_never_helps_to_guess_a_password(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        become_account(person=table.marleen, name="Marleen", email="m@x.nl", password="mijn lange zin", now=day(1))
        found = PersonalLink.objects.select_related("invitee__person").get(pk=link.pk)
        assert reason_of(lambda: open_on_new_device(link=found, code="mijn lange zin", now=day(1))) == "gone"
        assert reason_of(lambda: open_with_email_code(link=found, code="123456", now=day(1))) == "gone"


class TestSomeoneWhoStopped:
    def test_her_copies_work_no_more_and_the_same_seat_is_claimed_anew_by_a_new_person(self) -> None:
        table = together()
        sealed = answer(table.round, table.marleens_seat, remark="alleen voor mij", remark_choice="mine")
        link = later_copy(table)
        leave_tables(person=table.marleen, now=day(1))
        found = find_link_of(link)
        assert state_of(found, day(1)) is LinkState.GONE
        assert reason_of(lambda: open_on_new_device(link=found, code=CODE, now=day(1))) == "gone"
        newcomer = claim_by_code(
            link=copy_of(table.collaboration, table.noor, now=day(1)).link, code=CODE, language="nl", now=day(1)
        )
        assert newcomer != table.marleen
        assert sealed not in answers_readable_by(newcomer)

    def test_a_copy_of_a_person_who_is_no_longer_active_is_gone_even_when_nobody_withdrew_it(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        Person.objects.filter(pk=table.marleen.pk).update(is_active=False)
        assert state_of(find_link_of(link), day(1)) is LinkState.GONE


def find_link_of(link: PersonalLink) -> PersonalLink:
    return PersonalLink.objects.select_related("invitee__person", "minted_by").get(pk=link.pk)


class TestAskingForANewLink:
    def test_a_request_is_granted_by_the_next_copy(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        request = ask_for_new_link(link=link, now=day(20))
        assert request is not None and request.granted_at is None
        later_copy(table, now=day(21))
        request.refresh_from_db()
        assert request.granted_at == day(21)

    def test_asking_again_keeps_one_open_request_and_the_fourth_time_in_a_day_is_refused(self) -> None:
        table = together(with_rhythm=False)
        link = later_copy(table)
        asked = [ask_for_new_link(link=link, now=day(20) + n * MINUTE) for n in range(3)]
        assert len({one.pk for one in asked if one}) == 1
        with pytest.raises(TooManyTriesError):
            ask_for_new_link(link=link, now=day(20) + timedelta(hours=23))
        assert ask_for_new_link(link=link, now=day(21)) == asked[0]

    def test_an_unknown_link_or_one_that_still_works_leaves_nothing_behind(self) -> None:
        table = together(with_rhythm=False)
        assert ask_for_new_link(link=None, now=day(1)) is None
        assert ask_for_new_link(link=later_copy(table), now=day(1)) is None
        assert not LinkRequest.objects.exists()


class TestANewStart:
    def test_a_fresh_seat_opens_nothing_that_was_private_or_sealed(self) -> None:
        table = together()
        sealed = answer(table.round, table.marleens_seat, appreciation="dank", remark="geheim", remark_choice="talk")
        fresh_seat(by=table.noors_seat, other=table.marleens_seat, now=day(1))
        minted = copy_of(table.collaboration, table.noor, now=day(1))
        newcomer = claim_by_code(link=minted.link, code="nieuwe code", language="nl", now=day(1))
        seen = visit_of(newcomer, table.collaboration.public_id, day(1))
        assert seen is not None and seen.speaks
        assert sealed not in answers_readable_by(newcomer)
        view = rounds_of(seen)[0]
        assert view.mine is None and view.i_sent, "that her side sent is public, what it said is not"
        assert "fresh_seat" in {one.line.kind for one in history_lines(seen)}, "both can see that it was made"

    def test_the_old_code_does_not_open_the_new_seat(self) -> None:
        table = together(with_rhythm=False)
        fresh_seat(by=table.noors_seat, other=table.marleens_seat, now=day(1))
        minted = copy_of(table.collaboration, table.noor, now=day(1))
        claim_by_code(link=minted.link, code="nieuwe code", language="nl", now=day(1))
        found = find_link_of(minted.link)
        assert reason_of(lambda: open_on_new_device(link=found, code=CODE, now=day(1))) == "wrong_code"


ADDRESS = "Marleen@Voorbeeld.nl "


def mailed_code(link: PersonalLink, *, email: str = ADDRESS, now: datetime = START) -> str:
    return make_email_code(invitee=link.invitee, email=email, now=now)


class TestCodeByMail:
    def claimed(self) -> tuple[Collaboration, Person, Person, PersonalLink]:
        collaboration, maker, minted = invited()
        code = mailed_code(minted.link)
        marleen = claim_by_email(link=minted.link, email=ADDRESS, code=code, language="nl", now=START + MINUTE)
        return collaboration, maker, marleen, find_link_of(minted.link)

    def test_a_code_from_her_mail_claims_the_link_and_confirms_her_address(self) -> None:
        collaboration, _maker, marleen, _link = self.claimed()
        assert (marleen.email, marleen.email_confirmed_at) == ("marleen@voorbeeld.nl", START + MINUTE)
        assert seat_of(marleen, collaboration).person == marleen
        assert not marleen.has_usable_password()

    def test_the_code_itself_is_stored_hashed_works_once_and_only_twenty_minutes(self) -> None:
        collaboration, maker, minted = invited()
        code = mailed_code(minted.link)
        assert code not in EmailCode.objects.get().code_hash
        claim = {"link": minted.link, "email": ADDRESS, "code": code, "language": "nl"}
        assert reason_of(lambda: claim_by_email(**claim, now=START + EMAIL_CODE_LIFETIME)) == "wrong_code"
        claim_by_email(**claim, now=START + EMAIL_CODE_LIFETIME - SECOND)
        link = find_link_of(copy_of_taken(collaboration, maker))
        act = lambda: open_with_email_code(link=link, code=code, now=START + EMAIL_CODE_LIFETIME - SECOND)  # noqa: E731
        assert reason_of(act) == "wrong_code"

    def test_a_code_mailed_to_one_address_proves_nothing_about_another(self) -> None:
        _table, _maker, minted = invited()
        code = mailed_code(minted.link, email="noor.stiekem@voorbeeld.nl")
        act = lambda: claim_by_email(link=minted.link, email=ADDRESS, code=code, language="nl", now=START)  # noqa: E731
        assert reason_of(act) == "wrong_code"

    def test_a_new_device_takes_a_code_to_the_address_she_confirmed(self) -> None:
        _table, _maker, marleen, link = self.claimed()
        code = mailed_code(link, now=day(1))
        assert open_with_email_code(link=link, code=code, now=day(1)) == marleen
        other = mailed_code(link, email="iemand@anders.nl", now=day(1))
        assert reason_of(lambda: open_with_email_code(link=link, code=other, now=day(1))) == "wrong_code"

    def test_four_codes_an_hour_and_twelve_a_day(self) -> None:
        _table, _maker, minted = invited()
        for hour in range(3):
            for _ in range(4):
                mailed_code(minted.link, now=START + timedelta(hours=hour))
            with pytest.raises(TooManyTriesError):
                mailed_code(minted.link, now=START + timedelta(hours=hour, minutes=59))
        with pytest.raises(TooManyTriesError):
            mailed_code(minted.link, now=START + timedelta(hours=12))
        assert mailed_code(minted.link, now=START + timedelta(days=1))

    def test_wrong_codes_are_counted_and_the_count_survives_the_refusal(self) -> None:
        _table, _maker, minted = invited()
        code = mailed_code(minted.link)
        wrong = {"link": minted.link, "email": ADDRESS, "code": "x" + code, "language": "nl", "now": START}
        for _ in range(5):
            assert reason_of(lambda: claim_by_email(**wrong)) == "wrong_code"
        with pytest.raises(TooManyTriesError):
            claim_by_email(link=minted.link, email=ADDRESS, code=code, language="nl", now=START + MINUTE)

    def test_the_address_of_an_account_never_lets_a_link_into_it(self) -> None:
        account = ruben()
        collaboration, _maker, minted = invited()
        code = mailed_code(minted.link, email="ruben@voorbeeld.nl")
        claim = {"link": minted.link, "email": "ruben@voorbeeld.nl", "code": code, "language": "nl", "now": START}
        assert reason_of(lambda: claim_by_email(**claim)) == "has_account"
        assert free_seat(collaboration) and not Seat.objects.filter(person=account).exists()

    def test_a_second_link_claimed_with_the_same_address_is_the_same_person(self) -> None:
        _table, maker, marleen, _link = self.claimed()
        second = started(maker, name="Tweede")
        link = copy_of(second, maker).link
        code = mailed_code(link, now=day(1))
        assert claim_by_email(link=link, email=ADDRESS, code=code, language="nl", now=day(1)) == marleen
        assert seat_of(marleen, second).person == marleen

    def test_after_a_new_start_the_address_stays_with_the_old_place_and_she_chooses_a_code(self) -> None:
        collaboration, maker, marleen, _link = self.claimed()
        fresh_seat(by=seat_of(maker, collaboration), other=seat_of(marleen, collaboration), now=day(1))
        link = copy_of(collaboration, maker, now=day(1)).link
        code = mailed_code(link, now=day(1))
        claim = {"link": link, "email": ADDRESS, "code": code, "language": "nl", "now": day(1)}
        assert reason_of(lambda: claim_by_email(**claim)) == "in_use"
        marleen.refresh_from_db()
        assert marleen.email == "marleen@voorbeeld.nl"
        assert claim_by_code(link=link, code="nieuwe code", language="nl", now=day(1)) != marleen

    def test_someone_who_stopped_can_come_back_with_her_own_address(self) -> None:
        collaboration, maker, marleen, _link = self.claimed()
        leave_tables(person=marleen, now=day(1))
        link = copy_of(collaboration, maker, now=day(2)).link
        code = mailed_code(link, now=day(2))
        again = claim_by_email(link=link, email=ADDRESS, code=code, language="nl", now=day(2))
        assert again != marleen and again.email == "marleen@voorbeeld.nl"


def copy_of_taken(collaboration: Collaboration, by: Person) -> PersonalLink:
    """Another copy for the seat across from this person."""
    mine = seat_of(by, collaboration)
    other = Seat.objects.exclude(party=mine.party).select_related("invitee").get(collaboration=collaboration)
    return make_link(by=mine, other=other, channel="copy", now=START).link


class TestBecomingAnAccount:
    def test_she_stays_the_same_person_and_another_address_counts_as_unconfirmed(self) -> None:
        table = together(with_rhythm=False)
        Person.objects.filter(pk=table.marleen.pk).update(email="oud@voorbeeld.nl", email_confirmed_at=START)
        marleen = Person.objects.get(pk=table.marleen.pk)
        links.become_account(
            person=marleen, name="Marleen", email="Nieuw@voorbeeld.nl", password="mijn lange zin", now=day(1)
        )
        marleen.refresh_from_db()
        assert (marleen.pk, marleen.email, marleen.has_account) == (table.marleen.pk, "nieuw@voorbeeld.nl", True)
        assert marleen.email_confirmed_at is None
        assert not marleen.check_password(CODE), "the code of the link is gone"
