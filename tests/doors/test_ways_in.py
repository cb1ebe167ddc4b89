"""How somebody comes in: the second step and spare codes, from turning on to signing in and off again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.fernet import Fernet
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.second_step import reseal_ways_in, second_step_since, spare_codes
from samenstroom.mail.models import OutgoingMail
from tests.people import PASSWORD, marleen_at, noor, started, with_proven_address

pytestmark = pytest.mark.django_db

AT_STEP = "/account/inloggen/extra-stap/"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def me() -> Person:
    return with_proven_address(noor())


def text_of(response: Any) -> str:
    return str(response.content.decode())


def sign_in(client: Client, **more: str) -> Any:
    return client.post(reverse("account_login"), {"login": "noor@voorbeeld.nl", "password": PASSWORD, **more})


def signed_in() -> Client:
    client = Client()
    assert sign_in(client).status_code == 302
    return client


def code_for(secret: str) -> str:
    """What her app shows now."""
    now = list(yield_hotp_counters_from_time())[1]
    return str(format_hotp_value(hotp_value(secret.replace(" ", ""), now)))


def turned_on(client: Client) -> tuple[str, list[str]]:
    """She turns the second step on; the secret of her app, and her spare codes."""
    page = text_of(client.get(reverse("workspace:second_step")))
    secret = re.search(r'id="geheim"[^>]*>([A-Z2-7 ]+)<', page)
    assert secret
    done = client.post(reverse("workspace:second_step"), {"code": code_for(secret[1])}, follow=True)
    return secret[1], re.findall(r"\b\d{4} \d{4}\b", text_of(done))


def test_a_browser_that_was_left_open_first_asks_who_it_is(me: Person) -> None:
    client = Client()
    client.force_login(me)
    for name in ("second_step", "second_step_picture", "spare_codes", "passkeys"):
        assert client.get(reverse(f"workspace:{name}")).headers["Location"].startswith("/bevestigen/?next="), name
    answer = client.post(reverse("workspace:second_step_off"))
    assert answer.headers["Location"] == "/bevestigen/?next=%2Finstellingen%2Finloggen%2Fextra-stap%2F"


def test_turning_it_on_gives_ten_codes_that_are_shown_once(me: Person, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    client = signed_in()
    picture = client.get(reverse("workspace:second_step_picture"))
    assert picture.status_code == 404  # nothing was begun
    _secret, codes = turned_on(client)
    assert len(codes) == 10 and second_step_since(me)
    again = text_of(client.get(reverse("workspace:spare_codes")))
    assert "Je hebt er nog 10." in again and not re.findall(r"\b\d{4} \d{4}\b", again)
    mail = OutgoingMail.objects.get(kind="sign_in_changed")
    assert (mail.to_email, mail.words) == (me.email, {"name": "Noor"})


def test_the_picture_holds_no_script_and_no_style(me: Person) -> None:
    client = signed_in()
    client.get(reverse("workspace:second_step"))
    picture = client.get(reverse("workspace:second_step_picture"))
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert "no-store" in picture.headers["Cache-Control"]
    assert "<path" in text_of(picture) and not re.search(r"<script|style=", text_of(picture))


def test_a_wrong_code_changes_nothing_and_keeps_the_same_picture(me: Person) -> None:
    client = signed_in()
    first = text_of(client.get(reverse("workspace:second_step")))
    answer = client.post(reverse("workspace:second_step"), {"code": "000000"})
    secret = re.search(r'id="geheim"[^>]*>([^<]+)<', first)
    assert secret and secret[1] in text_of(answer)
    assert answer.status_code == 422 and "Deze code klopt niet meer." in text_of(answer)
    for _ in range(4):
        client.post(reverse("workspace:second_step"), {"code": "000000"})
    answer = client.post(reverse("workspace:second_step"), {"code": code_for(secret[1])})
    assert "Wacht een kwartier en probeer het dan weer." in text_of(answer)
    assert second_step_since(me) is None


def test_after_the_password_it_asks_the_code(me: Person) -> None:
    _secret, codes = turned_on(signed_in())
    client = Client()
    assert sign_in(client).headers["Location"] == AT_STEP
    assert client.get(reverse("workspace:today")).status_code == 302  # not in yet
    wrong = client.post(AT_STEP, {"code": "000000"})
    assert "Deze code klopt niet meer." in text_of(wrong)
    assert client.post(AT_STEP, {"code": codes[0]}).status_code == 302
    assert client.get(reverse("workspace:today")).status_code == 200
    again = Client()
    sign_in(again)
    assert "Deze code klopt niet meer." in text_of(again.post(AT_STEP, {"code": codes[0]}))
    assert len(spare_codes(me)) == 9


def test_guessing_codes_stops_after_five_times_and_says_so_kindly(me: Person) -> None:
    _secret, codes = turned_on(signed_in())
    client = Client()
    sign_in(client)
    for _ in range(5):
        client.post(AT_STEP, {"code": "000000"})
    assert "Wacht een kwartier en probeer het dan weer." in text_of(client.post(AT_STEP, {"code": codes[0]}))


def test_new_codes_take_the_place_of_the_old_ones(me: Person) -> None:
    client = signed_in()
    _secret, old = turned_on(client)
    new = re.findall(r"\b\d{4} \d{4}\b", text_of(client.post(reverse("workspace:spare_codes"), follow=True)))
    assert len(new) == 10 and not set(new) & set(old)


def test_turning_it_off_makes_a_password_enough_again(me: Person) -> None:
    client = signed_in()
    turned_on(client)
    client.post(reverse("workspace:second_step_off"))
    assert second_step_since(me) is None and spare_codes(me) == []
    assert sign_in(Client()).headers["Location"] == "/"


def test_what_lies_in_the_database_is_sealed_and_goes_along_to_a_new_key(me: Person, settings: Any) -> None:
    secret, codes = turned_on(signed_in())
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret.replace(" ", "") not in kept
    settings.SEALING_KEYS = [Fernet.generate_key().decode(), *settings.SEALING_KEYS]
    assert reseal_ways_in() == 2
    settings.SEALING_KEYS = settings.SEALING_KEYS[:1]
    assert spare_codes(me) == codes


def test_the_operator_lets_in_who_lost_her_phone_and_her_codes(
    me: Person, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    turned_on(signed_in())
    monkeypatch.setattr("samenstroom.cli.management.commands.set_password._typed_password", lambda: "nog een lange zin")
    call_command("set_password", "noor@voorbeeld.nl", "--without-second-step")
    assert "Her second step is off." in capsys.readouterr().out
    assert sign_in(Client(), password="nog een lange zin").headers["Location"] == "/"


def asks_a_code(client: Client, email: str = "noor@voorbeeld.nl") -> Any:
    return client.post(reverse("account_request_login_code"), {"email": email}, follow=True)


def mailed_code() -> str:
    mail = OutgoingMail.objects.filter(kind="sign_in_code").latest("pk")
    return str(mail.secret["code"])


def test_a_code_from_her_mail_lets_her_in(me: Person, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    client = Client()
    assert "Vul je code in" in text_of(asks_a_code(client))
    wrong = client.post(reverse("account_confirm_login_code"), {"code": "geen"})
    assert "Deze code klopt niet. Kijk nog eens in je mail." in text_of(wrong)
    first = mailed_code()
    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    assert "Deze code klopt niet." in text_of(client.post(reverse("account_confirm_login_code"), {"code": first}))
    assert client.post(reverse("account_confirm_login_code"), {"code": mailed_code()}).status_code == 302
    assert client.get(reverse("workspace:today")).status_code == 200


def test_the_code_does_not_lie_readable_in_her_session(me: Person, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    client = Client()
    asks_a_code(client)
    assert mailed_code() not in str(dict(client.session.items()))


def test_a_code_goes_on_to_the_second_step(me: Person, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    turned_on(signed_in())
    client = Client()
    asks_a_code(client)
    done = client.post(reverse("account_confirm_login_code"), {"code": mailed_code()})
    assert done.headers["Location"] == AT_STEP


def test_three_wrong_codes_take_a_new_one_and_who_asks_on_waits(me: Person, settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    client = Client()
    asks_a_code(client)
    for _ in range(3):
        last = client.post(reverse("account_confirm_login_code"), {"code": "geen"}, follow=True)
    assert "Wacht een kwartier" in text_of(last)
    for _ in range(3):
        asks_a_code(Client())
    assert "Er is al een paar keer een code gevraagd." in text_of(asks_a_code(Client()))


def test_every_address_gets_the_same_answer_and_only_an_account_a_code(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    marleen = marleen_at(started(noor()))
    Person.objects.filter(pk=marleen.pk).update(email="marleen@voorbeeld.nl")
    pages = [asks_a_code(Client(), email) for email in ("marleen@voorbeeld.nl", "onbekend@voorbeeld.nl")]
    assert all("Vul je code in" in text_of(page) for page in pages)
    assert not OutgoingMail.objects.filter(kind="sign_in_code").exists()


def test_without_mail_there_is_only_the_password(me: Person) -> None:
    assert "Log in met een code" not in text_of(Client().get(reverse("account_login")))
    assert Client().get(reverse("account_request_login_code")).headers["Location"] == reverse("account_login")


def test_a_passkey_nobody_knows_opens_nothing_and_says_so(me: Person) -> None:
    answer = Client().post(reverse("mfa_login_webauthn"), {"credential": "geen"}, follow=True)
    assert "Deze toegangssleutel kennen we hier niet." in text_of(answer)
    client = signed_in()
    refused = client.post(reverse("workspace:passkeys"), {"name": "Telefoon", "credential": '{"id": "x"}'})
    assert refused.status_code == 422 and "De toegangssleutel is niet gemaakt." in text_of(refused)
