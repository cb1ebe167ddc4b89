"""Opening a personal link in a browser: previews, the first opening, the other side, links that do not work."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.links import LINK_LIFETIME, mint_link
from samenstroom.accounts.models import Invitee, LinkRequest, Person, PersonalLink
from samenstroom.accounts.throttle import Try
from samenstroom.collaborations.actions import make_link
from samenstroom.collaborations.models import HistoryLine, Seat
from samenstroom.flows.leaving import leave_tables
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from samenstroom.watch.overview import tables_of_person
from tests.doors.portal_steps import NOW, address, as_account, copy_for, invited, minted_for, take_in_hand, with_code
from tests.people import CODE, karin, ruben, seat_of, started, together

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    """The doors ask the time of the clock."""
    with clock.frozen(NOW):
        yield


def everything_stored() -> dict[str, list[dict[str, object]]]:
    """What opening a page could have changed."""
    models = (Invitee, PersonalLink, Person, Seat, HistoryLine, LinkRequest, Try, OutgoingMail)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


class TestThePreviewOfALink:
    """A mail scanner, a chat that shows a preview, an impatient thumb."""

    def test_opening_it_any_number_of_times_uses_up_nothing(self) -> None:
        _table, _maker, token = invited()
        before = everything_stored()
        for _ in range(2):
            client = Client()
            page = client.get(address(token))
            assert page.status_code == 200 and "Ben jij Marleen de Vries?" in page.content.decode()
            assert client.head(address(token)).status_code == 200
            assert not client.session.keys()
        assert everything_stored() == before

    def test_neither_does_a_scanner_that_also_presses_every_button_without_typing(self) -> None:
        _table, _maker, token = invited()
        before = everything_stored()
        scanner = take_in_hand(token)
        assert with_code(scanner, "portal:claim", "").status_code == 422
        assert everything_stored() == before

    def test_asking_for_an_expired_link_takes_the_button_too(self) -> None:
        table = together(with_rhythm=False)
        token = copy_for(table)
        with clock.frozen(NOW + LINK_LIFETIME):
            before = everything_stored()
            assert Client().get(address(token)).status_code == 410
            assert Client().head(address(token)).status_code == 410
            assert everything_stored() == before

    def test_a_form_without_the_key_of_the_page_is_refused(self) -> None:
        _table, _maker, token = invited()
        strict = Client(enforce_csrf_checks=True)
        assert strict.post(address(token)).status_code == 403
        assert not strict.session.keys()


class TestTheTokenStaysBehind:
    def test_no_page_after_the_first_button_and_no_header_shows_it(self) -> None:
        _table, _maker, token = invited()
        client = Client()
        landing = client.get(address(token))
        assert landing["Referrer-Policy"] == "strict-origin"
        assert "no-store" in landing["Cache-Control"] and "noindex" in landing["X-Robots-Tag"]
        assert not re.findall(rf'(?:href|src|action)="[^"]*{token}', landing.content.decode())
        answers = [client.post(address(token))]
        answers += [client.get(reverse("portal:claim")), with_code(client, "portal:claim")]
        answers += [client.get(reverse("portal:tables"), follow=True)]
        for answer in answers:
            assert token not in answer.content.decode()
            assert all(token not in value for value in answer.headers.values())
        assert token not in str(dict(client.session))

    def test_the_session_is_another_one_after_coming_in(self) -> None:
        _table, _maker, token = invited()
        client = take_in_hand(token)
        planted = client.session.session_key
        assert with_code(client, "portal:claim").status_code == 302
        assert client.session.session_key != planted
        assert SESSION_KEY in client.session and "claiming_link" not in client.session


class TestTheFirstOpening:
    def test_she_reads_what_this_is_and_who_runs_it_before_she_chooses_a_code(self, settings) -> None:
        settings.OPERATOR_EMAIL = "beheer@voorbeeld.nl"
        _table, _maker, token = invited()
        words = take_in_hand(token).get(reverse("portal:claim")).content.decode()
        assert words.count("Stichting De Beheerder") >= 2, "in the notice and in the footer"
        assert words.index("Wat blijft dicht?") < words.index("Kies een eigen code") < words.index('name="code"')
        assert reverse("portal:by_mail") not in words, "mail is off here"

    def test_she_claims_it_with_a_code_and_comes_in(self) -> None:
        collaboration, _maker, token = invited()
        client = take_in_hand(token)
        assert with_code(client, "portal:claim", "kort").status_code == 422
        came_in = client.post(reverse("portal:claim"), {"code": CODE}, follow=True)
        assert came_in.redirect_chain[-1][0] == reverse("portal:collaboration", args=[collaboration.public_id])
        assert "Dag Marleen" in came_in.content.decode()
        assert seat_of(Person.objects.get(name="Marleen de Vries"), collaboration).joined_at == NOW

    def test_the_second_of_two_openers_is_asked_for_the_code_of_the_first(self) -> None:
        _table, _maker, token = invited()
        first, second = take_in_hand(token), take_in_hand(token)
        with_code(first, "portal:claim")
        assert with_code(second, "portal:claim", "andere code").url == reverse("portal:open")
        assert SESSION_KEY not in second.session
        assert with_code(second, "portal:open", "andere code").status_code == 422
        assert Person.objects.filter(name="Marleen de Vries").count() == 1

    def test_someone_with_an_account_joins_as_herself_after_a_button(self) -> None:
        collaboration, _maker, token = invited()
        account = ruben()
        client = take_in_hand(token, as_account(account))
        page = client.get(reverse("portal:claim")).content.decode()
        assert "Doe mee als Ruben" in page and 'name="code"' not in page
        assert not Seat.objects.filter(person=account).exists()
        assert client.post(reverse("portal:claim")).url == reverse("welcome")
        assert seat_of(account, collaboration).person == account

    def test_someone_with_another_link_gets_a_second_table(self) -> None:
        table = together(with_rhythm=False)
        second = started(table.noor, name="Winkel")
        client = take_in_hand(copy_for(table))
        with_code(client, "portal:open")
        take_in_hand(minted_for(second, table.noor).token, client)
        client.post(reverse("portal:claim"))
        tables = client.get(reverse("portal:tables")).content.decode()
        assert "Winkel" in tables and table.collaboration.name in tables


class TestTheOtherSideOfTheTable:
    def test_noor_with_marleens_link_reads_kindly_that_it_is_not_hers(self) -> None:
        _table, maker, token = invited()
        client = as_account(maker)
        for answer in (client.get(address(token)), client.post(address(token))):
            assert answer.status_code == 403 and "Deze link is voor Marleen" in answer.content.decode()
        assert "claiming_link" not in client.session

    def test_a_colleague_in_her_practice_too_even_if_she_does_not_read_along(self) -> None:
        _table, maker, token = invited()
        assert as_account(karin(colleague_of=maker)).get(address(token)).status_code == 403

    @pytest.mark.parametrize("name", ["portal:claim", "portal:by_mail", "portal:mail_code", "portal:open"])
    def test_taking_it_in_hand_first_and_signing_in_after_that_does_not_help(self, name: str, settings) -> None:
        settings.MAIL_MODE = "preview"
        _table, maker, token = invited()
        if name == "portal:open":
            with_code(take_in_hand(token), "portal:claim")
        client = take_in_hand(token)
        client.force_login(maker)
        session = client.session
        session["claiming_link"] = PersonalLink.objects.get().pk
        session.save()
        for answer in (client.get(reverse(name)), with_code(client, name)):
            assert answer.status_code == 403
        assert not Seat.objects.filter(person=maker, invitee__isnull=False).exists()

    def test_after_the_claim_noor_without_signing_in_stands_before_the_code(self) -> None:
        table = together(with_rhythm=False)
        client = take_in_hand(copy_for(table))
        assert client.get(reverse("portal:claim")).url == reverse("portal:open")
        assert client.get(reverse("portal:collaboration", args=[table.collaboration.public_id])).status_code == 302


class TestALinkThatDoesNotWork:
    def same_page(self, token: str) -> str:
        page = Client().get(address(token))
        assert page.status_code == 410
        return re.sub(r"csrfmiddlewaretoken[^>]*>|/l/[^\"<]*", "", page.content.decode())

    def test_expired_withdrawn_unknown_and_of_someone_who_stopped_are_one_page(self) -> None:
        table = together(with_rhythm=False)
        seat = table.marleens_seat
        assert seat.invitee is not None
        expired = mint_link(invitee=seat.invitee, by=table.noor, channel="copy", now=NOW - LINK_LIFETIME).token
        withdrawn, stopped = copy_for(table), copy_for(table)
        PersonalLink.objects.filter(pk=PersonalLink.objects.order_by("-pk")[1].pk).update(withdrawn_at=NOW)
        pages = {self.same_page(expired), self.same_page(withdrawn), self.same_page("onbekend")}
        leave_tables(person=table.marleen, now=NOW)
        pages.add(self.same_page(stopped))
        assert len(pages) == 1
        assert "Marleen" not in pages.pop()

    def test_she_asks_noor_sees_it_and_a_new_copy_answers_it(self) -> None:
        table = together(with_rhythm=False)
        old = copy_for(table)
        with clock.frozen(NOW + LINK_LIFETIME):
            later = clock.now()
            asked = Client().post(address(old))
            assert asked.status_code == 200 and "Je vraag is genoteerd" in asked.content.decode()
            assert [one.asks_link for one in tables_of_person(table.noor, later)] == [True]
            mine, hers = table.noors_seat, table.marleens_seat
            fresh = make_link(by=mine, other=hers, channel="whatsapp", now=later)
            assert [one.asks_link for one in tables_of_person(table.noor, later)] == [False]
            assert Client().get(address(fresh.token)).status_code == 200

    def test_the_answer_is_the_same_for_an_unknown_link_and_for_the_tenth_question(self) -> None:
        table = together(with_rhythm=False)
        old = copy_for(table)
        with clock.frozen(NOW + LINK_LIFETIME):
            said = {Client().post(address(token)).status_code for token in [old] * 10 + ["onbekend"]}
        assert said == {200}
        assert LinkRequest.objects.count() == 1
