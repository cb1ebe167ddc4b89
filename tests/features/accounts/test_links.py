"""Personal links: minted per copy, claimed once, asked for again, and what a new start opens."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from samenstroom.accounts import links
from samenstroom.accounts.links import (
    LINK_LIFETIME,
    ClaimRefusedError,
    LinkState,
    ask_for_new_link,
    find_link,
    open_on_new_device,
    state_of,
    withdraw_link,
)
from samenstroom.accounts.models import LinkRequest, Person, PersonalLink
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.checkins.queries import answers_readable_by, rounds_of
from samenstroom.collaborations.actions import fresh_seat, show_colleague
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.queries import history_lines
from samenstroom.collaborations.visits import visit_of
from samenstroom.flows.claiming import OwnSideError, claim_as, claim_by_code
from samenstroom.flows.leaving import leave_tables
from tests.features.accounts.link_steps import (
    MINUTE,
    SECOND,
    copy_of,
    find_link_of,
    free_seat,
    invited,
    later_copy,
    reason_of,
)
from tests.people import CODE, START, answer, day, karin, ruben, seat_of, started, together

pytestmark = pytest.mark.django_db


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
