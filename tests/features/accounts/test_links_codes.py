"""A claimed link: nothing without what only the holder knows, her own code or a code in her mail."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connections

from samenstroom.accounts.links import (
    EMAIL_CODE_LIFETIME,
    LINK_LIFETIME,
    ClaimRefusedError,
    LinkState,
    become_account,
    find_link,
    make_email_code,
    mint_link,
    open_on_new_device,
    open_with_email_code,
    state_of,
    withdraw_link,
)
from samenstroom.accounts.models import EmailCode, Invitee, Person, PersonalLink
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.collaborations.actions import fresh_seat
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.flows.claiming import claim_by_code, claim_by_email
from samenstroom.flows.leaving import leave_tables
from tests.features.accounts.link_steps import (
    MINUTE,
    SECOND,
    copy_of,
    copy_of_taken,
    find_link_of,
    free_seat,
    invited,
    later_copy,
    reason_of,
)
from tests.people import CODE, START, day, ruben, seat_of, started, together

pytestmark = pytest.mark.django_db


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
