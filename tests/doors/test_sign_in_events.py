"""What happens to ways in: one line each for the operator, programs that stop, and a device that keeps nothing."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.second_step import new_secret
from samenstroom.connections.actions.connections import Terms, make_connection
from samenstroom.connections.labels import Scope
from samenstroom.connections.models import Connection
from samenstroom.flows.erasing import wish_to_be_erased
from samenstroom.flows.sign_in import tell_sign_in_changed
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.people import PASSWORD, START, marleen_at, noor, started, with_proven_address

pytestmark = pytest.mark.django_db
NEW = "nog een lange zin"


@pytest.fixture(autouse=True)
def _fresh_limits(settings: Any) -> None:
    settings.MAIL_MODE = "preview"
    cache.clear()


@pytest.fixture
def me() -> Person:
    return noor()


def sign_in(email: str = "noor@voorbeeld.nl", password: str = PASSWORD) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": email, "password": password})
    return client


def with_program(person: Person) -> Connection:
    return make_connection(person=person, terms=Terms("Urenklok", [Scope.SHARED_READ], None, 90), now=clock.now())[0]


def works(program: Connection) -> bool:
    program.refresh_from_db()
    return program.works_at(clock.now())


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.name == "samenstroom.sign_in"]


def test_coming_in_and_going_is_logged_without_an_address(me: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "samenstroom.sign_in")
    sign_in(password="niet dit wachtwoord")
    for _time in range(2):
        sign_in("iemand@voorbeeld.nl")
    client = sign_in()
    client.post(reverse("workspace:prove"), {"secret": "weer niet goed"})
    client.post(reverse("account_logout"))
    refused, unknown, again, came, proof, went = lines(caplog)
    who = f"who={me.public_id}"
    assert (refused, came) == (f"sign-in refused {who}", f"signed in {who}")
    assert (proof, went) == (f"proof refused {who}", f"signed out {who}")
    assert unknown == again and unknown.startswith("sign-in refused who=unknown:")
    assert not [one for one in lines(caplog) if "@" in one or "niet" in one]


def test_what_is_stopped_is_logged_whoever_counts_it(me: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "samenstroom.sign_in")
    with_proven_address(me)
    secret = new_secret()
    for _time in range(7):
        sign_in(password="niet dit wachtwoord")
    for _time in range(5):
        Client().post(reverse("account_request_login_code"), {"email": me.email})
    for _time in range(7):
        Client().post(reverse("account_reset_password"), {"email": me.email})
    client = Client()
    client.force_login(me)
    for _time in range(6):
        client.post(reverse("workspace:prove"), {"secret": "niet dit wachtwoord"})
    TOTP.activate(me, secret)
    cache.clear()
    client = sign_in()
    for _time in range(6):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    who = f"who={me.public_id}"
    stopped = {one for one in lines(caplog) if one.startswith("stopped")}
    assert stopped == {
        f"stopped: sign-in {who}", f"stopped: code by mail {who}", "stopped: account_reset_password who=-",
        f"stopped: prove {who}", f"stopped: second step {who}",
    }  # fmt: skip
    assert lines(caplog).count(f"second step refused {who}") == 5


def test_a_wrong_code_from_a_mail_is_logged(me: Person, caplog: pytest.LogCaptureFixture) -> None:
    with_proven_address(me)
    client = Client()
    client.post(reverse("account_request_login_code"), {"email": me.email})
    client.post(reverse("account_confirm_login_code"), {"code": "geen"})
    assert lines(caplog) == [f"mailed code refused who={me.public_id}"]


def test_changes_are_logged_by_their_kind(me: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "samenstroom.sign_in")
    tell_sign_in_changed(person=me, what="passkey gone 0123456789", now=START)
    assert lines(caplog) == [f"changed: passkey gone who={me.public_id}"]


def test_a_new_password_stops_programs_and_she_gets_a_mail(me: Person) -> None:
    program = with_program(me)
    client = sign_in()
    assert (
        "Koppelingen met andere programma’s stoppen ook"
        in client.get(reverse("account_change_password")).content.decode()
    )
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert not works(program)
    assert OutgoingMail.objects.filter(kind="sign_in_changed").count() == 1


def test_a_password_that_is_refused_stops_nothing(me: Person) -> None:
    program = with_program(me)
    sign_in().post(reverse("account_change_password"), {"oldpassword": "fout", "password1": NEW, "password2": NEW})
    assert works(program)


def test_signing_out_everywhere_stops_programs_and_says_so(me: Person) -> None:
    program = with_program(me)
    client = sign_in()
    told = client.post(reverse("workspace:browsers_end"), follow=True).content.decode()
    assert not works(program) and "Je koppelingen met andere programma’s zijn ook gestopt." in told
    again = client.post(reverse("workspace:browsers_end"), follow=True).content.decode()
    assert "zijn ook gestopt" not in again
    assert OutgoingMail.objects.filter(kind="sign_in_changed").count() == 1


def test_the_wish_to_be_erased_and_a_password_of_the_operator_stop_programs(
    me: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = with_program(me)
    wish_to_be_erased(person=me, now=clock.now())
    assert not works(program)
    program = with_program(me)
    monkeypatch.setattr("samenstroom.cli.management.commands.set_password._typed_password", lambda: NEW)
    call_command("set_password", "noor@voorbeeld.nl")
    assert not works(program)


@pytest.mark.parametrize("door", ["account", "link"])
def test_who_signs_out_leaves_nothing_on_the_device(me: Person, door: str) -> None:
    client, address = Client(), reverse("account_logout" if door == "account" else "portal:sign_out")
    client.force_login(me if door == "account" else marleen_at(started(me)))
    assert "Clear-Site-Data" not in client.get("/hulp/").headers
    assert client.post(address).headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in client.post(address).headers
