"""Another address to sign in with: by a code that goes there, and the old address hears of it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import AddressChange, Person
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.people import PASSWORD, START, noor, ruben, with_proven_address

pytestmark = pytest.mark.django_db

NEW = "noor@nieuw.nl"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def me(settings: Any) -> Person:
    settings.MAIL_MODE = "preview"
    return noor()


def sign_in(email: str = "noor@voorbeeld.nl") -> Any:
    client = Client()
    return client, client.post(reverse("account_login"), {"login": email, "password": PASSWORD})


def asks(client: Client, email: str = NEW) -> Any:
    return client.post(reverse("workspace:address"), {"email": email}, follow=True)


def code() -> str:
    mail = OutgoingMail.objects.filter(kind="address_code").latest("pk")
    return str(mail.secret["code"])


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_nothing_changes_until_the_code_is_filled_in_and_then_the_old_address_hears_of_it(me: Person) -> None:
    client, _in = sign_in()
    assert f"Er is een code onderweg naar {NEW}." in text_of(asks(client))
    me.refresh_from_db()
    assert me.email == "noor@voorbeeld.nl"
    assert "Deze code klopt niet" in text_of(client.post(reverse("workspace:address_code"), {"code": "geen"}))
    done = client.post(reverse("workspace:address_code"), {"code": code()}, follow=True)
    assert f"Je logt voortaan in met {NEW}." in text_of(done)
    told = OutgoingMail.objects.get(kind="address_changed")
    assert told.to_email == "noor@voorbeeld.nl" and NEW not in str(told.words)
    me.refresh_from_db()
    assert me.email == NEW and me.email_confirmed_at
    assert sign_in(NEW)[1].status_code == 302 and sign_in()[1].status_code == 200


def test_the_old_address_opens_nothing_any_more_not_by_a_new_password_either(me: Person) -> None:
    EmailAddress.objects.create(user=me, email="noor@voorbeeld.nl", primary=True, verified=False)
    client, _in = sign_in()
    asks(client)
    client.post(reverse("workspace:address_code"), {"code": code()})
    Client().post(reverse("account_reset_password"), {"email": "noor@voorbeeld.nl"})
    Client().post(reverse("account_request_login_code"), {"email": "noor@voorbeeld.nl"})
    assert not OutgoingMail.objects.filter(kind__in=["password_reset", "sign_in_code"]).exists()


def test_a_code_works_for_ten_minutes_and_only_the_newest(me: Person) -> None:
    with clock.frozen(START):
        client, _in = sign_in()
        asks(client, "noor@ander.nl")
        first = code()
        asks(client)
        assert "Deze code klopt niet" in text_of(client.post(reverse("workspace:address_code"), {"code": first}))
    with clock.frozen(START + timedelta(minutes=10)):
        client.post(reverse("workspace:prove"), {"secret": PASSWORD})
        late = client.post(reverse("workspace:address_code"), {"code": code()})
        assert late.headers["Location"] == reverse("workspace:address")


def test_of_no_address_the_page_says_that_somebody_uses_it_and_a_mail_tells_who_has_it(me: Person) -> None:
    with_proven_address(ruben())
    client, _in = sign_in()
    pages = [text_of(asks(client, email)).replace(email, "…") for email in ("ruben@voorbeeld.nl", "vrij@voorbeeld.nl")]
    assert without_form_tokens(pages[0]) == without_form_tokens(pages[1])
    kinds = dict(OutgoingMail.objects.values_list("to_email", "kind"))
    assert kinds == {"ruben@voorbeeld.nl": "address_known", "vrij@voorbeeld.nl": "address_code"}
    asks(client, "ruben@voorbeeld.nl")
    taken = AddressChange.objects.latest("pk")
    assert "Deze code klopt niet" in text_of(client.post(reverse("workspace:address_code"), {"code": "000000"}))
    assert taken.code_hash == "" and taken.done_at is None
    assert OutgoingMail.objects.filter(kind="address_known").count() == 1, "once a day"


def test_her_own_proven_address_is_no_other_address(me: Person) -> None:
    client, _in = sign_in()
    with_proven_address(me)
    assert "Dit adres heb je al." in text_of(asks(client, "Noor@voorbeeld.nl"))
    assert not AddressChange.objects.exists()


def test_without_mail_an_address_of_somebody_else_is_refused(me: Person, settings: Any) -> None:
    settings.MAIL_MODE = "off"
    ruben()
    client, _in = sign_in()
    assert "Dit adres hoort al bij iemand hier." in text_of(asks(client, "Ruben@voorbeeld.nl"))


def without_form_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"', "", page)


def test_guessing_and_asking_stop_in_time(me: Person) -> None:
    client, _in = sign_in()
    for number in range(4):
        asks(client, f"noor{number}@nieuw.nl")
    assert "Er is al een code onderweg." in text_of(asks(client))
    for _ in range(5):
        client.post(reverse("workspace:address_code"), {"code": "geen"})
    assert "Dat was te vaak." in text_of(client.post(reverse("workspace:address_code"), {"code": code()}))


def test_without_mail_her_password_is_enough_and_it_is_on_record(me: Person, settings: Any) -> None:
    settings.MAIL_MODE = "off"
    client = Client()
    client.force_login(me)
    assert asks(client).redirect_chain[0][0].startswith("/bevestigen/")
    client.post(reverse("workspace:prove"), {"secret": PASSWORD})
    assert f"Je logt voortaan in met {NEW}." in text_of(asks(client))
    me.refresh_from_db()
    change = AddressChange.objects.get()
    assert (me.email, me.email_confirmed_at, change.was, change.email) == (NEW, None, "noor@voorbeeld.nl", NEW)
    assert change.done_at
