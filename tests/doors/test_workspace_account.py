"""The way in: sign-up, sign-in, passwords, and the pages that say what went wrong."""

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import practice_of
from samenstroom.kit import clock
from samenstroom.mail.models import OutgoingMail
from tests.people import with_proven_address

pytestmark = pytest.mark.django_db

PASSWORD = "een zin die je onthoudt"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def noor() -> Person:
    return Person.objects.create_user("noor@voorbeeld.nl", PASSWORD, name="Noor van Dalen", account_since=clock.now())


def sign_up(client: Client, **changes: str) -> object:
    fields = {"name": "Noor van Dalen", "email": "noor@voorbeeld.nl", "password1": PASSWORD}
    return client.post(reverse("account_signup"), {**fields, **changes}, follow=True)


def text_of(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("mail", ["off", "preview"])
def test_signing_up_leads_to_an_empty_today(settings: object, mail: str) -> None:
    settings.MAIL_MODE = mail  # type: ignore[attr-defined]
    html = text_of(sign_up(Client()))
    person = Person.objects.get(email="noor@voorbeeld.nl")
    assert person.has_account and practice_of(person) is not None
    assert "Hier begint je eerste samenwerking" in html and ", Noor</h1>" in html


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Vul je naam in."),
        ({"email": "noor"}, "Dit lijkt geen e-mailadres. Kijk of er een @ in staat."),
        ({"email": ""}, "Vul je e-mailadres in."),
        ({"password1": "kort"}, "Dit wachtwoord is te kort. Kies minstens tien tekens."),
        ({"password1": "1234567890"}, "Dit wachtwoord wordt veel gebruikt. Kies iets van jezelf."),
    ],
)
def test_sign_up_says_in_our_words_what_to_do(changes: dict[str, str], words: str) -> None:
    html = text_of(sign_up(Client(), **changes))
    assert words in html and "<title>Fout:" in html
    kept = {"name": "Noor van Dalen", "email": "noor@voorbeeld.nl", **changes}
    assert f'value="{kept["name"]}"' in html or not kept["name"]
    assert f'value="{kept["email"]}"' in html or not kept["email"]
    assert not Person.objects.exists()


def test_an_address_has_one_account(noor: Person) -> None:
    html = text_of(sign_up(Client(), email="Noor@voorbeeld.nl"))
    assert "Er is al een account met dit adres. Log daar mee in." in html
    assert Person.objects.count() == 1


def test_signing_in_and_out(noor: Person) -> None:
    client = Client()
    html = text_of(client.post(reverse("account_login"), {"login": noor.email, "password": PASSWORD}, follow=True))
    assert "Hier begint je eerste samenwerking" in html
    html = text_of(client.post(reverse("account_logout"), follow=True))
    assert "Je bent uitgelogd." in html and "Maak een account" in html


def test_a_wrong_password_keeps_the_address_and_not_the_password(noor: Person) -> None:
    html = text_of(Client().post(reverse("account_login"), {"login": noor.email, "password": "iets anders"}))
    assert "Dit adres en dit wachtwoord horen niet bij elkaar." in html
    assert f'value="{noor.email}"' in html and "iets anders" not in html


def test_signing_in_leads_to_the_page_that_was_asked(noor: Person) -> None:
    client = Client()
    asked = client.get(reverse("workspace:collaborations"), follow=True)
    assert f'name="next" value="{reverse("workspace:collaborations")}"' in text_of(asked)
    signed_in = client.post(
        reverse("account_login"),
        {"login": noor.email, "password": PASSWORD, "next": reverse("workspace:collaborations")},
    )
    assert signed_in["Location"] == reverse("workspace:collaborations")


def test_too_many_tries_get_a_calm_page(noor: Person) -> None:
    client = Client()
    answers = [client.post(reverse("account_login"), {"login": "", "password": ""}) for _ in range(40)]
    assert answers[-1].status_code == 429
    assert "Even wachten" in text_of(answers[-1])


def test_password_changes_with_our_own_words(noor: Person) -> None:
    client = Client()
    client.force_login(noor)
    address = reverse("account_change_password")
    html = text_of(client.post(address, {"oldpassword": "fout", "password1": "nog een zin", "password2": "andere zin"}))
    assert "Dit is niet je wachtwoord van nu." in html
    assert "Dit is niet hetzelfde als je nieuwe wachtwoord hierboven." in html
    right = {"oldpassword": PASSWORD, "password1": "nog een lange zin", "password2": "nog een lange zin"}
    assert client.post(address, right).status_code == 302
    noor.refresh_from_db()
    assert noor.check_password("nog een lange zin")


def test_without_mail_a_lost_password_is_asked_of_the_operator(settings: object) -> None:
    settings.MAIL_MODE = "off"  # type: ignore[attr-defined]
    html = text_of(Client().get(reverse("account_reset_password")))
    assert "Vraag Stichting De Beheerder" in html and 'name="email"' not in html


def test_with_mail_a_lost_password_gets_a_link_that_works_once(noor: Person, settings: object) -> None:
    settings.MAIL_MODE = "preview"  # type: ignore[attr-defined]
    client, noor = Client(), with_proven_address(noor)
    for email in (noor.email, "onbekend@voorbeeld.nl"):
        html = text_of(client.post(reverse("account_reset_password"), {"email": email}, follow=True))
        assert "Kijk in je mail" in html
    mail = OutgoingMail.objects.get(kind="password_reset")
    page = client.get("/account/" + mail.secret["link"].split("/account/")[1], follow=True)
    assert "Kies een nieuw wachtwoord" in text_of(page)
    new = {"password1": "nog een lange zin", "password2": "nog een lange zin"}
    done = client.post(page.redirect_chain[-1][0], new, follow=True)
    assert "Je wachtwoord is veranderd" in text_of(done)
    again = Client().get("/account/" + mail.secret["link"].split("/account/")[1], follow=True)
    assert "Deze link werkt niet meer" in text_of(again)


def test_a_page_that_is_not_there_says_so_calmly() -> None:
    response = Client().get("/bestaat/niet/")
    assert response.status_code == 404
    assert "Deze pagina is er niet, of is niet voor jou." in text_of(response)


def test_a_form_that_stood_open_too_long_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a"})
    assert response.status_code == 403
    assert "Dit is nog niet bewaard" in text_of(response)


def test_the_page_of_a_failure_needs_no_request() -> None:
    html = render_to_string("500.html")
    assert "Er ging iets mis bij ons" in html and "csrfmiddlewaretoken" not in html


def test_a_closed_account_reads_whom_to_ask() -> None:
    assert "Stichting De Beheerder" in text_of(Client().get(reverse("account_inactive")))


@pytest.mark.parametrize("password", ["Samenstroom1!", "noor-jansen-12", "welkom-welkom", "voorbeeld.nl99"])
def test_a_password_that_lies_at_hand_is_refused(password: str) -> None:
    given = {"name": "Noor Jansen", "email": "noor@voorbeeld.nl", "password1": password}
    html = text_of(Client().post(reverse("account_signup"), given))
    assert not Person.objects.exists()
    assert "Dit wachtwoord is te raden" in html or "lijkt te veel op je naam of je e-mailadres" in html


def test_a_sentence_with_such_a_word_in_it_is_fine() -> None:
    given = {"name": "Noor Jansen", "email": "noor@voorbeeld.nl", "password1": "Noor zwemt graag bij Samenstroom"}
    assert Client().post(reverse("account_signup"), given).status_code == 302
