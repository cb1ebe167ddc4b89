"""A personal link on a new device: her own code, or a code by mail; never the link alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.urls import reverse

from samenstroom.accounts.links import LINK_LIFETIME, make_email_code
from samenstroom.accounts.models import Person, PersonalLink
from samenstroom.collaborations.models import Collaboration
from samenstroom.flows.claiming import claim_by_email
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.doors.portal_steps import NOW, address, as_account, copy_for, invited, minted_for, take_in_hand, with_code
from tests.people import ruben, seat_of, together

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    """The doors ask the time of the clock."""
    with clock.frozen(NOW):
        yield


class TestANewDevice:
    def test_the_link_is_not_enough_the_code_is_asked(self) -> None:
        table = together(with_rhythm=False)
        client = take_in_hand(copy_for(table))
        assert client.get(reverse("portal:tables")).url == reverse("portal:closed")
        page = client.get(reverse("portal:open")).content.decode()
        assert "Code vergeten?" in page and "nieuwe start" in page
        wrong = with_code(client, "portal:open", "gokje 1")
        assert wrong.status_code == 422 and SESSION_KEY not in client.session
        assert with_code(client, "portal:open").url == reverse("portal:tables")

    def test_after_five_wrong_codes_the_right_one_is_refused_in_any_browser(self) -> None:
        table = together(with_rhythm=False)
        for _ in range(5):
            with_code(take_in_hand(copy_for(table)), "portal:open", "gokje 1")
        late = with_code(take_in_hand(copy_for(table)), "portal:open")
        assert late.status_code == 422 and "te vaak" in late.content.decode()
        with clock.frozen(NOW + timedelta(minutes=15)):
            assert with_code(take_in_hand(copy_for(table)), "portal:open").status_code == 302

    def test_a_link_that_was_withdrawn_between_button_and_code_opens_nothing(self) -> None:
        table = together(with_rhythm=False)
        client = take_in_hand(copy_for(table))
        PersonalLink.objects.update(withdrawn_at=NOW)
        assert with_code(client, "portal:open").url == reverse("portal:closed")

    def test_nothing_of_the_person_who_was_signed_in_before_is_left(self) -> None:
        table = together(with_rhythm=False)
        client = as_account(ruben())
        session = client.session
        session["something"] = "of Ruben"
        session.save()
        landing = client.get(address(token := copy_for(table))).content.decode()
        assert "Je bent hier nu als Ruben Smit" in landing
        take_in_hand(token, client)
        with_code(client, "portal:open")
        assert client.session[SESSION_KEY] == str(table.marleen.pk) and "something" not in client.session

    def test_her_own_link_on_a_device_where_she_is_in_already_leads_straight_to_her_side(self) -> None:
        table = together(with_rhythm=False)
        client = take_in_hand(copy_for(table))
        with_code(client, "portal:open")
        old = copy_for(table)
        assert client.get(address(old)).url == reverse("portal:tables")
        with clock.frozen(NOW + LINK_LIFETIME):
            assert client.get(address(old)).url == reverse("portal:tables")

    def test_someone_who_made_an_account_is_sent_to_sign_in(self) -> None:
        table = together(with_rhythm=False)
        client = take_in_hand(copy_for(table))
        Person.objects.filter(pk=table.marleen.pk).update(account_since=NOW, email="marleen@voorbeeld.nl")
        assert with_code(client, "portal:open").url == reverse("account_login")
        assert SESSION_KEY not in client.session


class TestACodeByMail:
    @pytest.fixture(autouse=True)
    def mail(self, settings):
        settings.MAIL_MODE = "preview"

    def last_code(self) -> str:
        return str(OutgoingMail.objects.filter(kind="email_code").latest("pk").secret["code"])

    def test_she_claims_with_a_code_from_her_mail(self) -> None:
        collaboration, _maker, token = invited()
        client = take_in_hand(token)
        assert reverse("portal:by_mail") in client.get(reverse("portal:claim")).content.decode()
        sent = client.post(reverse("portal:by_mail"), {"email": "Marleen@Voorbeeld.nl"}, follow=True)
        assert "Marleen@Voorbeeld.nl" in sent.content.decode()
        assert with_code(client, "portal:mail_code", "000000x").status_code == 422
        code = self.last_code()
        assert with_code(client, "portal:mail_code", f" {code[:3]} {code[3:]} ").url == reverse("portal:tables")
        person = Person.objects.get(email="marleen@voorbeeld.nl")
        assert seat_of(person, collaboration) and "claiming_email" not in client.session

    def claimed_by_mail(self) -> tuple[Collaboration, Person, str]:
        collaboration, maker, _token = invited()
        link = minted_for(collaboration, maker).link
        code = make_email_code(invitee=link.invitee, email="marleen@voorbeeld.nl", now=NOW)
        claim_by_email(link=link, email="marleen@voorbeeld.nl", code=code, language="nl", now=NOW)
        return collaboration, maker, minted_for(collaboration, maker).token

    def test_a_new_device_gets_a_code_at_the_address_she_confirmed_and_nobody_with_the_link_reads_it(self) -> None:
        _table, _maker, token = self.claimed_by_mail()
        client = take_in_hand(token)
        assert reverse("portal:by_mail") in client.get(reverse("portal:open")).content.decode()
        pages = [client.get(reverse("portal:by_mail"))]
        pages.append(client.post(reverse("portal:by_mail"), {"email": "noor@voorbeeld.nl"}, follow=True))
        assert all("voorbeeld.nl" not in page.content.decode() for page in pages)
        assert OutgoingMail.objects.latest("pk").to_email == "marleen@voorbeeld.nl"
        assert with_code(client, "portal:mail_code", self.last_code()).url == reverse("portal:tables")

    def test_the_address_of_an_account_asks_her_to_sign_in_first(self) -> None:
        ruben()
        _table, _maker, token = invited()
        client = take_in_hand(token)
        client.post(reverse("portal:by_mail"), {"email": "ruben@voorbeeld.nl"})
        refused = with_code(client, "portal:mail_code", self.last_code())
        assert refused.status_code == 422 and "Log eerst in" in refused.content.decode()
        assert SESSION_KEY not in client.session

    def test_an_account_is_never_opened_by_a_link_and_its_mail(self) -> None:
        _table, _maker, token = self.claimed_by_mail()
        Person.objects.filter(email="marleen@voorbeeld.nl").update(account_since=NOW)
        client = take_in_hand(token)
        assert client.post(reverse("portal:by_mail")).url == reverse("portal:open")
        assert not OutgoingMail.objects.filter(kind="email_code").exists()

    def test_someone_who_is_signed_in_does_not_become_another_person_by_a_code(self) -> None:
        _table, _maker, token = invited()
        client = take_in_hand(token, as_account(ruben()))
        assert client.get(reverse("portal:by_mail")).url == reverse("portal:claim")
        assert client.post(reverse("portal:by_mail"), {"email": "m@x.nl"}).url == reverse("portal:claim")
