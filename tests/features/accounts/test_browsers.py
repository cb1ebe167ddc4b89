"""Where somebody is signed in: a line per browser, by the day, and ending one or all others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.browser_words import browser_words
from samenstroom.accounts.browsers import kind_of
from samenstroom.accounts.models import Browser, Person
from samenstroom.kit import clock
from tests.people import CODE, PASSWORD, START, marleen_at, noor, started

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/129.0 Safari/537.36 Edg/129.0"
PIXEL = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox op een Windows-computer"),
        (IPHONE, "Safari op een iPhone"),
        (EDGE, "Edge op een Windows-computer"),
        (PIXEL, "Chrome op een Android-apparaat"),
        ("curl/8.5", "Een apparaat"),
    ],
)
def test_a_browser_is_named_in_plain_words(user_agent: str, words: str) -> None:
    browser, _slash, system = kind_of(user_agent).partition("/")
    assert browser_words(browser, system) == words


@pytest.fixture
def me() -> Person:
    return noor()


def signed_in(user_agent: str) -> Client:
    client = Client(headers={"User-Agent": user_agent})
    answer = client.post(reverse("account_login"), {"login": "noor@voorbeeld.nl", "password": PASSWORD})
    assert answer.status_code == 302
    return client


def reads(client: Client) -> str:
    return str(client.get(reverse("workspace:browsers")).content.decode())


def is_in(client: Client) -> bool:
    return bool(client.get(reverse("workspace:today")).status_code == 200)


def test_the_list_says_what_it_is_and_the_day_and_nothing_more(me: Person) -> None:
    with clock.frozen(START):
        laptop = signed_in(FIREFOX)
    with clock.frozen(START + timedelta(days=3)):
        page = reads(signed_in(IPHONE))
        assert page.index("Safari op een iPhone") < page.index("Firefox op een Windows-computer")
        assert "Vandaag gebruikt" in page and "Het laatst gebruikt op 5 januari 2026" in page
        assert is_in(laptop)
        assert "Het laatst gebruikt op" not in reads(laptop)
    kept = str(list(Browser.objects.values()))
    assert "127.0.0.1" not in kept and "Mozilla" not in kept


def test_that_a_browser_was_seen_is_written_once_a_day(me: Person, django_assert_num_queries: object) -> None:
    with clock.frozen(START):
        client = signed_in(FIREFOX)
        reads(client)
    with clock.frozen(START + timedelta(days=1)):
        is_in(client)
        assert Browser.objects.get().seen_on == (START + timedelta(days=1)).date()
        before = str(dict(client.session.items()))
        is_in(client)
        assert str(dict(client.session.items())) == before


def test_one_browser_is_signed_out(me: Person) -> None:
    laptop, phone = signed_in(FIREFOX), signed_in(IPHONE)
    row = Browser.objects.get(kind="Firefox/windows")
    phone.post(reverse("workspace:browser_end", args=[row.public_id]))
    assert is_in(phone) and not is_in(laptop)
    assert "Firefox" not in reads(phone)


def test_nobody_signs_out_the_browser_of_another(me: Person) -> None:
    laptop = signed_in(FIREFOX)
    other = Client()
    other.force_login(marleen_at(started(me)))
    row = Browser.objects.get(person=me)
    other.post(reverse("portal:browser_end", args=[row.public_id]))
    assert is_in(laptop)


def test_all_others_are_signed_out_also_what_is_not_on_the_list(me: Person) -> None:
    laptop, phone, before = signed_in(FIREFOX), signed_in(IPHONE), Client()
    before.force_login(me)
    phone.post(reverse("workspace:browsers_end"))
    assert (is_in(phone), is_in(laptop), is_in(before)) == (True, False, False)
    assert "Safari op een iPhone" in reads(phone) and "Firefox" not in reads(phone)
    assert is_in(signed_in(EDGE))


def test_another_password_signs_out_the_others(me: Person) -> None:
    laptop, phone = signed_in(FIREFOX), signed_in(IPHONE)
    new = {"oldpassword": PASSWORD, "password1": "nog een lange zin", "password2": "nog een lange zin"}
    done = phone.post(reverse("account_change_password"), new, follow=True)
    assert "Je andere apparaten zijn uitgelogd." in done.content.decode()
    assert is_in(phone) and not is_in(laptop)
    assert "Firefox" not in reads(phone) and "Safari op een iPhone" in reads(phone)


def test_behind_a_link_there_is_the_same_list(me: Person) -> None:
    collaboration = started(me)
    marleen_at(collaboration)
    client = Client(headers={"User-Agent": PIXEL})
    client.force_login(Person.objects.get(name="Marleen de Vries"))
    page = client.get(reverse("portal:browsers")).content.decode()
    assert "Chrome op een Android-apparaat" in page and "Met je link en je code kom je weer binnen." in page
    client.post(reverse("portal:browsers_end"))
    assert client.get(reverse("portal:browsers")).status_code == 200
    assert CODE not in page
