"""An address that nobody proved opens no account, who has it frees it, and no form says who has an account."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.doors.portal_steps import NOW, address, copy_for
from tests.people import CODE, PASSWORD, Together, together, with_proven_address

pytestmark = pytest.mark.django_db
TYPED = "noor@vorbeeld.nl"
"""Somebody else has this address: Noor left out a letter."""


@pytest.fixture(autouse=True)
def _with_mail(settings: Any) -> Iterator[None]:
    settings.MAIL_MODE = "preview"
    cache.clear()
    with clock.frozen(NOW):
        yield


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def signs_up() -> Client:
    client = Client()
    given = {"name": "Noor Jansen", "email": TYPED, "password1": PASSWORD}
    assert client.post(reverse("account_signup"), given).status_code == 302
    return client


def secret_of(kind: str) -> dict[str, str]:
    return dict(OutgoingMail.objects.filter(kind=kind).latest("pk").secret)


def path_of(link: str) -> str:
    return "/account/" + link.split("/account/")[1]


def test_who_reads_a_mistyped_address_gets_no_way_into_the_account() -> None:
    signs_up()
    for page in ("account_reset_password", "account_request_login_code"):
        Client().post(reverse(page), {"email": TYPED}, follow=True)
    kinds = sorted(OutgoingMail.objects.filter(to_email=TYPED).values_list("kind", flat=True))
    assert kinds == ["address_claimed", "address_unproven"]


def test_she_is_told_on_her_pages_until_she_fills_in_the_code_and_then_it_opens_again() -> None:
    client = signs_up()
    told = "nog niet bevestigd"
    for page in ("today", "sign_in", "address"):
        assert told in text_of(client.get(reverse(f"workspace:{page}"))), page
    code = secret_of("address_claimed")["code"]
    done = client.post(reverse("workspace:address_code"), {"code": code}, follow=True)
    assert "Je e-mailadres is bevestigd." in text_of(done) and told not in text_of(done)
    Client().post(reverse("account_reset_password"), {"email": TYPED})
    assert OutgoingMail.objects.filter(kind="password_reset").exists()
    assert not OutgoingMail.objects.filter(kind="address_changed").exists()


def test_a_new_code_can_be_asked_for_the_same_address() -> None:
    client = signs_up()
    with clock.frozen(NOW + timedelta(minutes=1)):
        client.post(reverse("workspace:address"), {"email": TYPED})
    assert OutgoingMail.objects.filter(kind="address_claimed").count() == 2


def test_who_has_the_address_frees_it_and_the_maker_gives_her_own() -> None:
    client = signs_up()
    link = path_of(secret_of("address_claimed")["link"])
    outside = Client()
    asked = text_of(outside.get(link))
    assert "Iemand die zich Noor noemt" in asked and "Jansen" not in asked
    assert Person.objects.get().email == TYPED, "looking changes nothing"
    assert "Je adres is weer vrij" in text_of(outside.post(link))
    assert outside.get(link).status_code == outside.post(link).status_code == 410
    assert "Je account heeft geen e-mailadres." in text_of(client.get(reverse("workspace:today")))
    assert client.get(reverse("workspace:address")).status_code == 200
    client.post(reverse("workspace:address"), {"email": "noor@voorbeeld.nl"})
    code = secret_of("address_code")["code"]
    client.post(reverse("workspace:address_code"), {"code": code})
    assert Person.objects.get().email == "noor@voorbeeld.nl"
    signs_up()


def test_a_proven_address_is_freed_by_no_link() -> None:
    signs_up()
    link = path_of(secret_of("address_claimed")["link"])
    me = with_proven_address(Person.objects.get())
    assert Client().post(link).status_code == 410 and Client().get(link[:-3] + "x/").status_code == 410
    me.refresh_from_db()
    assert me.email == TYPED


def test_a_name_is_no_message_to_somebody_else() -> None:
    client = Client()
    given = {"name": "kijk-op-reclame.nl nu", "email": TYPED, "password1": PASSWORD}
    client.post(reverse("account_signup"), given)
    assert OutgoingMail.objects.get(kind="address_claimed").words["name"] == "…"


def test_the_operator_gives_an_address_to_who_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    signs_up()
    Client().post(path_of(secret_of("address_claimed")["link"]))
    me = Person.objects.get()
    monkeypatch.setattr("samenstroom.cli.management.commands.set_password._typed_password", lambda: "nog een lange zin")
    call_command("set_password", me.public_id, "--address", "noor@voorbeeld.nl")
    given = {"login": "noor@voorbeeld.nl", "password": "nog een lange zin"}
    assert Client().post(reverse("account_login"), given).status_code == 302


def come_in(table: Together) -> Client:
    """Marleen in this browser, just now, by her link and her own code."""
    client = Client()
    client.post(address(copy_for(table)))
    client.post(reverse("portal:open"), {"code": CODE})
    return client


class TestALinkThatBecomesAnAccount:
    def begins(self, client: Client, email: str) -> Any:
        given = {"name": "Marleen de Vries", "email": email, "password": PASSWORD}
        return client.post(reverse("portal:account"), given, follow=True)

    def test_the_form_answers_the_same_for_every_address_and_a_mail_tells_who_has_it(self) -> None:
        table = together()
        with_proven_address(table.noor)
        client = come_in(table)
        for email, kind in ((str(table.noor.email), "address_known"), ("m@voorbeeld.nl", "address_code")):
            page = self.begins(client, email)
            assert page.redirect_chain == [(reverse("portal:account_code"), 302)]
            assert f"Er is een mail onderweg naar {email}." in text_of(page)
            assert OutgoingMail.objects.get(to_email=email).kind == kind
        assert not Person.objects.get(pk=table.marleen.pk).has_account

    def test_with_the_code_the_account_is_there_and_its_address_is_proven(self) -> None:
        table = together()
        client = come_in(table)
        self.begins(client, "marleen@voorbeeld.nl")
        code = secret_of("address_code")["code"]
        assert PASSWORD not in str(dict(client.session.items()))
        wrong = client.post(reverse("portal:account_code"), {"code": "geen"})
        assert wrong.status_code == 422 and "Deze code klopt niet" in text_of(wrong)
        assert client.post(reverse("portal:account_code"), {"code": code}).url == reverse("workspace:today")
        marleen = Person.objects.get(pk=table.marleen.pk)
        assert marleen.has_account and marleen.email_confirmed_at and marleen.name == "Marleen de Vries"
        given = {"login": "marleen@voorbeeld.nl", "password": PASSWORD}
        assert Client().post(reverse("account_login"), given).status_code == 302

    def test_without_mail_it_has_to_say_so_and_looks_are_counted(self, settings: Any) -> None:
        settings.MAIL_MODE = "off"
        table = together()
        client = come_in(table)
        for _time in range(10):
            assert "Er is al een account met dit adres." in text_of(self.begins(client, str(table.noor.email)))
        last = text_of(self.begins(client, str(table.noor.email)))
        assert "Dat was te vaak." in last and "Er is al een account" not in last
