"""Pages of the profile, the boundaries and Zo werk ik, and the page that others read."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.profiles.actions.boundaries import draw_boundary
from samenstroom.profiles.actions.profile import choose_values, write_profile
from samenstroom.profiles.queries.boundaries import boundaries_of
from samenstroom.profiles.queries.profile import profile_of
from samenstroom.profiles.queries.work_page import work_page_of
from samenstroom.profiles.wording.work_page import draft_of
from tests import people
from tests.people import day

pytestmark = pytest.mark.django_db

ODD = "‏שלום 🌊 <script>alert(1)</script>"


@pytest.fixture(autouse=True)
def later() -> Iterator[None]:
    with clock.frozen(day(3)):
        yield


@pytest.fixture
def noor() -> Person:
    return people.noor()


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def put_online(client: Client, person: Person, **more: str) -> str:
    """She puts her page online through its form; gives the address of the public page."""
    sent = {"reach": "public", "slug": "noor", "mark": draft_of(work_page_of(person)).mark, **more}
    answer = client.post("/ik/zo-werk-ik/online/", sent)
    assert answer.status_code == 302, answer.content.decode()
    return reverse("portal:work_page", args=[work_page_of(person).address])


def test_a_part_is_kept_and_leads_to_the_next_or_back_when_she_is_done_for_now(noor: Person) -> None:
    client = client_of(noor)
    assert client.post("/ik/profiel/visie/", {"vision": ODD})["Location"] == "/ik/profiel/goed-in/"
    assert client.post("/ik/profiel/visie/", {"vision": ODD, "later": "1"})["Location"] == "/ik/profiel/"
    assert profile_of(noor).vision == ODD
    page = client.get("/ik/profiel/visie/").content.decode()
    assert "&lt;script&gt;" in page and "<script>alert" not in page


def test_what_is_too_long_is_told_and_stays_in_the_field(noor: Person) -> None:
    answer = client_of(noor).post("/ik/profiel/visie/", {"vision": "woord " * 9000})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Maak er maximaal 4000 tekens van." in page and page.count("woord ") == 9000
    assert profile_of(noor).vision == ""


def test_rates_are_read_the_way_people_type_them(noor: Person) -> None:
    client = client_of(noor)
    client.post("/ik/profiel/tarieven/", {"hourly_rate": "€ 62,50", "rates": "Regel één.\r\nRegel twee."})
    kept = profile_of(noor)
    assert (kept.hourly_rate, kept.rates) == ("62.50", "Regel één.\nRegel twee.")
    assert 'value="62,50"' in client.get("/ik/profiel/tarieven/").content.decode()
    assert client.post("/ik/profiel/tarieven/", {"hourly_rate": "veel"}).status_code == 422
    assert client.get("/ik/profiel/onbekend/").status_code == 404


def test_more_than_seven_values_are_refused_and_stay_ticked(noor: Person) -> None:
    chosen = ["honesty", "calm", "craft", "joy", "care", "courage", "growth"]
    answer = client_of(noor).post("/ik/profiel/waarden/", {"values": chosen, "own": "Licht"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Dit zijn er 8." in page
    assert page.count(" checked") == 7 and "Licht</textarea>" in page


def test_a_moved_value_keeps_the_focus_without_scripts(noor: Person) -> None:
    choose_values(person=noor, values=["honesty", "calm", {"own": "a:b"}], now=day(0))
    client = client_of(noor)
    answer = client.post("/ik/profiel/waarden/volgorde/", {"above": "1:own:a:b"}, follow=True)
    page = answer.content.decode()
    assert profile_of(noor).values == ["honesty", {"own": "a:b"}, "calm"]
    assert 'aria-label="Zet a:b hoger" autofocus' in page and "a:b staat nu op plaats 2." in page
    page = client.post("/ik/profiel/waarden/volgorde/", {"above": "0:own:a:b"}, follow=True).content.decode()
    assert 'aria-label="Zet a:b lager" autofocus' in page, "on top there is nothing above it"
    client.post("/ik/profiel/waarden/volgorde/", {"above": "0:own:a:b"})
    assert profile_of(noor).values == [{"own": "a:b"}, "honesty", "calm"], "pressing twice is pressing once"
    for wrong in ("9:calm", "x:calm", "0:joy", "", f"{'9' * 5000}:calm"):
        assert client.post("/ik/profiel/waarden/volgorde/", {"below": wrong}).status_code == 404


def test_a_boundary_begins_with_a_sentence_and_ends_in_her_own_words(noor: Person) -> None:
    client = client_of(noor)
    page = client.get("/ik/grenzen/nieuw/?over=payment&zin=0").content.decode()
    assert "Ik werk niet zonder voorschot.</textarea>" in page
    assert client.get("/ik/grenzen/nieuw/?over=weather&zin=77").status_code == 200
    assert client.get(f"/ik/grenzen/nieuw/?over=payment&zin={'9' * 5000}").status_code == 200
    sent = {"topic": "payment", "words": "De helft vooraf.", "why": ODD}
    client.post("/ik/grenzen/nieuw/", sent)
    client.post("/ik/grenzen/nieuw/", sent)
    (held,) = boundaries_of(noor)
    client.post(f"/ik/grenzen/{held.public_id}/", {**sent, "words": "Alles vooraf."})
    page = client.get(f"/ik/grenzen/{held.public_id}/").content.decode()
    assert "Wat er eerder stond" in page and "De helft vooraf." in page and "<script>alert" not in page
    client.post(f"/ik/grenzen/{held.public_id}/loslaten/")
    assert boundaries_of(noor) == [] and "losgelaten op" in client.get("/ik/grenzen/").content.decode()
    client.post(f"/ik/grenzen/{held.public_id}/oppakken/")
    assert len(boundaries_of(noor)) == 1
    assert client.post("/ik/grenzen/nieuw/", {"topic": "payment"}).status_code == 422


def test_karin_and_ruben_find_nothing_of_it(noor: Person) -> None:
    boundary = draw_boundary(person=noor, topic="price", words="Geen korting.", why="", now=day(0))
    write_profile(person=noor, vision="Alleen van Noor.", now=day(0))
    for other in (people.karin(colleague_of=noor), people.ruben()):
        client = client_of(other)
        for address in (f"/ik/grenzen/{boundary.public_id}/", f"/ik/zo-werk-ik/tekst/grens-{boundary.public_id}/"):
            assert client.get(address).status_code == 404 == client.post(address, {"words": "x"}).status_code
        for act in ("loslaten", "oppakken"):
            assert client.post(f"/ik/grenzen/{boundary.public_id}/{act}/").status_code == 404
        for address in ("/ik/profiel/visie/", "/ik/grenzen/", "/ik/zo-werk-ik/keuze/", "/ik/zo-werk-ik/voorbeeld/"):
            page = client.get(address).content.decode()
            assert "Alleen van Noor" not in page and "Geen korting" not in page
        assert "Noor" not in client.post("/ik/profiel/meenemen/").content.decode()
        assert client.get("/zo-werk-ik/noor/").status_code == 404
    assert [one.words for one in boundaries_of(noor)] == ["Geen korting."]


def test_a_visitor_reads_the_page_without_an_account_or_a_cookie(noor: Person) -> None:
    client = client_of(noor)
    write_profile(person=noor, vision=ODD, now=day(0))
    client.post("/ik/zo-werk-ik/keuze/", {"parts": ["vision"]})
    address = put_online(client, noor)
    answer = Client(headers={"Accept-Language": "en"}).get(address)
    page = answer.content.decode()
    assert answer.status_code == 200 and not answer.cookies
    assert "csrfmiddlewaretoken" not in page and "Deze plek wordt beheerd door" in page
    assert "&lt;script&gt;" in page and "<script>alert" not in page and "🌊" in page
    assert '<html lang="nl"' in page and answer["Content-Language"] == "nl", "her language, not the reader’s"
    assert "no-store" in answer["Cache-Control"]


def test_search_engines_are_told_to_stay_away_unless_she_wants_them(noor: Person) -> None:
    client = client_of(noor)
    write_profile(person=noor, vision="Zien.", now=day(0))
    client.post("/ik/zo-werk-ik/keuze/", {"parts": ["vision"]})
    answer = Client().get(put_online(client, noor))
    assert "noindex" in answer["X-Robots-Tag"] and 'name="robots" content="noindex' in answer.content.decode()
    answer = Client().get(put_online(client, noor, findable="on"))
    assert not answer.has_header("X-Robots-Tag") and "noindex" not in answer.content.decode()
    answer = Client().get(put_online(client, noor, findable="on", reach="link"))
    assert "noindex" in answer["X-Robots-Tag"], "a link is never found"


def test_private_changes_change_nothing_for_a_reader(noor: Person) -> None:
    client = client_of(noor)
    write_profile(person=noor, vision="Zien.", now=day(0))
    client.post("/ik/zo-werk-ik/keuze/", {"parts": ["vision"]})
    address = put_online(client, noor)
    before = Client().get(address).content
    client.post("/ik/profiel/visie/", {"vision": "Iets heel anders."})
    client.post("/ik/zo-werk-ik/inleiding/", {"name": "N.", "introduction": "Nieuw.", "language": "en"})
    client.post("/ik/zo-werk-ik/tekst/visie/", {"text": "Nog anders."})
    assert Client().get(address).content == before
    assert "Je profiel is veranderd sinds" in client.get("/ik/zo-werk-ik/").content.decode()


def test_gone_and_never_there_look_the_same(noor: Person) -> None:
    client = client_of(noor)
    write_profile(person=noor, vision="Zien.", now=day(0))
    client.post("/ik/zo-werk-ik/keuze/", {"parts": ["vision"]})
    address = put_online(client, noor, reach="link")
    client.post("/ik/zo-werk-ik/nieuw-adres/")
    gone, never = Client().get(address), Client().get("/zo-werk-ik/nooit-geweest/")
    assert gone.status_code == never.status_code == 404 and gone.content == never.content
    assert "Deze pagina is er niet" in gone.content.decode() and "noindex" in gone["X-Robots-Tag"]
    client.post("/ik/zo-werk-ik/offline/")
    assert client.get("/zo-werk-ik/" + work_page_of(noor).address + "/").status_code == 404


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Kies een naam voor in het adres"),
        ("ab", "minstens drie tekens"),
        ("x" * 41, "hooguit veertig tekens"),
        ("noor@werk", "Gebruik alleen kleine letters"),
        ("Beheerder", "Deze naam houden we vrij"),
        ("Ruben", "al van iemand anders"),
    ],
)
def test_a_name_that_cannot_be_says_why_at_the_field(noor: Person, name: str, told: str) -> None:
    for person in (people.ruben(), noor):
        write_profile(person=person, vision="Zien.", now=day(0))
        client_of(person).post("/ik/zo-werk-ik/keuze/", {"parts": ["vision"]})
    ruben = Person.objects.get(name="Ruben Smit")
    put_online(client_of(ruben), ruben, slug="ruben")
    mark = draft_of(work_page_of(noor)).mark
    answer = client_of(noor).post("/ik/zo-werk-ik/online/", {"reach": "public", "slug": name, "mark": mark})
    assert answer.status_code == 422 and told in answer.content.decode()
    assert not work_page_of(noor).is_online


def test_text_that_changed_in_another_tab_is_shown_first(noor: Person) -> None:
    client = client_of(noor)
    write_profile(person=noor, vision="Eerst.", now=day(0))
    client.post("/ik/zo-werk-ik/keuze/", {"parts": ["vision"]})
    mark = draft_of(work_page_of(noor)).mark
    client.post("/ik/profiel/visie/", {"vision": "Daarna."})
    answer = client.post("/ik/zo-werk-ik/online/", {"reach": "link", "mark": mark})
    page = answer.content.decode()
    assert answer.status_code == 422 and "intussen veranderd" in page and "Daarna." in page
    assert draft_of(work_page_of(noor)).mark in page and not work_page_of(noor).is_online


def test_a_profile_is_taken_along_and_asks_before_it_replaces(noor: Person) -> None:
    client = client_of(noor)
    write_profile(person=noor, vision=ODD, now=day(0))
    answer = client.post("/ik/profiel/meenemen/")
    assert "attachment" in answer["Content-Disposition"] and "no-store" in answer["Cache-Control"]
    assert json.loads(answer.content)["profile"]["vision"] == ODD
    write_profile(person=noor, vision="Nieuwer.", now=day(1))
    page = client.post("/ik/profiel/inlezen/", {"file": SimpleUploadedFile("profiel.json", answer.content)})
    assert page.status_code == 422 and "Er is nog niets veranderd." in page.content.decode()
    assert profile_of(noor).vision == "Nieuwer."
    client.post("/ik/profiel/inlezen/", {"file": SimpleUploadedFile("profiel.json", answer.content), "replace": "on"})
    assert profile_of(noor).vision == ODD


def test_a_file_that_is_no_profile_says_so_and_changes_nothing(noor: Person) -> None:
    client = client_of(noor)
    for content, told in ((b"{}", "Dit is geen profiel van Samenstroom."), (b"nee", "Dit is geen JSON.")):
        page = client.post("/ik/profiel/inlezen/", {"file": SimpleUploadedFile("x.json", content)})
        assert page.status_code == 422 and told in page.content.decode()
    assert client.post("/ik/profiel/inlezen/", {}).status_code == 422


def test_somebody_with_only_a_link_has_no_profile_pages() -> None:
    marleen = people.together(with_rhythm=False).marleen
    for address in ("/ik/profiel/", "/ik/grenzen/", "/ik/zo-werk-ik/"):
        assert client_of(marleen).get(address).status_code == 302
